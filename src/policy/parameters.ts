/** The shapes that evaluators read a clause's parameters in, so that a user's own pack is refused with its line and never fails in the middle of judging. */
import './no-eval'
import * as z from 'zod'
import { areaLevels, facilityKinds } from '../model/study'
import { misshapen } from './parameter-shapes'

export const comparator = z.enum(['least', 'most', 'below', 'above', 'equal'])

const threshold = z.looseObject({ at: comparator, value: z.number(), per: z.string(), unit: z.string(), basis: z.string().nullable(), implied: z.boolean() })
const limit = z.looseObject({ at: comparator, value: z.number() })
const metres = z.looseObject({ circle: z.number().positive(), walk: z.number().positive() })
const amongUnits = z.looseObject({
  where: z.looseObject({ urban: z.boolean(), rural: z.boolean(), hasLevel: z.enum(areaLevels), item: z.string(), above: z.number() }).partial().nullish(),
  expected: z.number().nullish(),
  functionalZones: z.boolean().optional(),
})
/** Its kinds, levels and stages are looked at wherever they stand (parameter-shapes.ts). */
const facility = z.looseObject({ minBeds: limit.optional() })
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
  serviceGroups: z.array(z.looseObject({ id: z.string(), kinds: z.array(z.string()) })).nullish(),
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
  step: z.looseObject({ column: z.enum(['completed', 'permitted', 'delivered']) }).optional(),
  done: z.looseObject({}).optional(),
  elements: z.array(z.looseObject({ id: z.string() })).min(1).optional(),
  whole: stated.optional(),
  part: z.union([stated, z.boolean()]).optional(),
  total: stated.optional(),
  weight: stated.optional(),
  allocated: stated.optional(),
} as const

export const parametersSchema = z.looseObject(known).superRefine((parameters, context) => {
  for (const { path, expected } of misshapen(parameters)) context.addIssue({ code: 'custom', path: [...path], params: { expected } })
})
