/** The shapes that evaluators read a clause's parameters in, so that a user's own pack is refused with its line and never fails in the middle of judging. */
import * as z from 'zod'
import { areaLevels, facilityKinds, facilityLevels, stages } from '../model/study'

export const comparator = z.enum(['least', 'most', 'below', 'above', 'equal'])

const threshold = z.looseObject({ at: comparator, value: z.number(), per: z.string(), unit: z.string(), basis: z.string().nullable(), implied: z.boolean() })
const limit = z.looseObject({ at: comparator, value: z.number() })
const metres = z.looseObject({ circle: z.number().positive(), walk: z.number().positive() })
const amongUnits = z.looseObject({
  levels: z.array(z.enum(areaLevels)).min(1).optional(),
  where: z.looseObject({ urban: z.boolean(), rural: z.boolean(), hasLevel: z.enum(areaLevels), item: z.string(), above: z.number() }).partial().nullish(),
  expected: z.number().nullish(),
  functionalZones: z.boolean().optional(),
})
const facility = z.looseObject({
  kinds: z.array(z.enum(facilityKinds)).nullable(),
  levels: z.array(z.enum(facilityLevels)).nullable(),
  stages: z.array(z.enum(stages)).nullable(),
  flags: z.array(z.string()).optional(),
  services: z.array(z.string()).nullish(),
  minBeds: limit.optional(),
  owner: z.array(z.string()).optional(),
})
/** A stated figure, what a ledger gives in its place, or a sum of stated figures. */
const figure = z.looseObject({ item: z.string().nullable(), sum: z.array(z.string()), ledger: z.looseObject({ name: z.string() }).nullable(), count: facility.nullable() }).partial()
const stated = z.looseObject({ item: z.string() })

/** What a key holds wherever it stands; what an evaluator reads beside these is its own. */
const known = {
  judgedAt: z.enum([...areaLevels, 'facility', 'compound', 'plot']),
  breakdown: z.string().nullish(),
  units: amongUnits.optional(),
  unitsOption: z.string().nullish(),
  threshold: threshold.nullish(),
  thresholdFromOption: z.looseObject({ option: z.string(), at: comparator, unit: z.string() }).optional(),
  unitsThreshold: limit.optional(),
  undecided: z.looseObject({ code: z.string() }).optional(),
  facility: facility.optional(),
  servedBy: z.array(z.enum(facilityKinds)).optional(),
  min: z.number().optional(),
  reached: z.looseObject({ metres }).optional(),
  stated: z.looseObject({ numerator: z.string(), denominator: z.string() }).nullish(),
  reach: z.looseObject({ at: comparator, metres }).optional(),
  serviceGroups: z.array(z.looseObject({ id: z.string() })).nullish(),
  people: z.looseObject({ measure: z.string() }).optional(),
  measure: figure.optional(),
  numerator: figure.optional(),
  denominator: figure.optional(),
  per: z.number().positive().optional(),
  land: z.looseObject({ use: z.array(z.string()), item: z.string() }).optional(),
  persons: z.looseObject({ column: z.string(), byOption: z.looseObject({ landPopulation: z.looseObject({}) }) }).optional(),
  over: z.string().optional(),
  mode: z.string().optional(),
  set: z.looseObject({}).optional(),
  done: z.looseObject({}).optional(),
  elements: z.array(z.looseObject({ id: z.string() })).min(1).optional(),
  whole: stated.optional(),
  part: z.union([stated, z.boolean()]).optional(),
  total: stated.optional(),
  weight: stated.optional(),
  allocated: stated.optional(),
} as const

/** Keys without which the evaluator of that name cannot judge; an evaluator that is not listed needs none. */
const needed: Readonly<Record<string, readonly (keyof typeof known)[]>> = {
  'unit-share': ['units', 'facility', 'servedBy', 'min', 'reached', 'threshold'],
  'count-per-unit': ['units', 'measure', 'unitsThreshold'],
  'area-per-households': ['over', 'per'],
  'land-per-person': ['units', 'land', 'persons'],
  'people-within-reach': ['units', 'facility', 'reach', 'people'],
  ratio: ['numerator', 'denominator'],
  'per-thousand-elders': ['numerator', 'denominator', 'per'],
  total: ['measure'],
  trend: ['measure'],
  gates: ['mode'],
  checklist: ['elements'],
  inclusion: ['units', 'whole', 'part'],
  allocation: ['units', 'total', 'weight', 'allocated'],
}

export const parametersSchema = z.looseObject(known).superRefine((parameters, context) => {
  for (const path of unknownKindSets(parameters)) context.addIssue({ code: 'custom', path: [...path], params: { expected: kindSets.join(' | ') } })
})

const kindSets: readonly unknown[] = ['institutions', 'plus-day-care', 'community', 'all-care']

/** `kindSet` may stand anywhere in the parameters; a name of none is found wherever it stands. */
function unknownKindSets(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) => (key === 'kindSet' ? (kindSets.includes(entry) ? [] : [[...path, key]]) : unknownKindSets(entry, [...path, Array.isArray(value) ? Number(key) : key])))
}

/** The needed keys that the parameters lack. */
export const keysLacking = (evaluator: string, parameters: Readonly<Record<string, unknown>>): readonly string[] =>
  (Object.hasOwn(needed, evaluator) ? needed[evaluator]! : []).filter((key) => parameters[key] === undefined || parameters[key] === null)
