/** What the keys of a clause's parameters hold wherever they stand, and which of them an evaluator cannot do without. */
import { areaLevels, facilityKinds, facilityLevels, stages } from '../model/study'

export type Misshapen = { readonly path: readonly (string | number)[]; readonly expected: string }

/** Values of a wrong shape, found at any depth. */
export function misshapen(value: unknown, path: readonly (string | number)[] = []): readonly Misshapen[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown, at) => misshapen(entry, [...path, at]))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, entry]) => {
    const shape = shapeOf(key)
    const here = [...path, key]
    const { words } = shape ?? {}
    if (words && Array.isArray(entry)) return entry.flatMap((word: unknown, index) => (words.includes(word as string) ? [] : [{ path: [...here, index], expected: words.join(' | ') }]))
    return shape && entry !== undefined && !shape.fits(entry) ? [{ path: here, expected: shape.expected }] : misshapen(entry, here)
  })
}

/** Paths that the evaluator needs and the parameters lack; an evaluator that is not listed needs none. */
export function lacking(evaluator: string, parameters: Readonly<Record<string, unknown>>): readonly (readonly string[])[] {
  const paths = Object.hasOwn(needed, evaluator) ? needed[evaluator]!(parameters) : []
  return paths.map((path) => path.split('.')).filter((path) => path.at(-1) === 'period' ? at(parameters, path) === undefined : (at(parameters, path) ?? null) === null)
}

/** words: a list of these, so that the one that is wrong can be named. */
type Shape = { readonly fits: (value: unknown) => boolean; readonly expected: string; readonly words?: readonly string[] }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (words: readonly string[]): Shape => ({ fits: (value) => value === null || Array.isArray(value), expected: `[${words.join(' | ')}]`, words })
const texts: Shape = { fits: (value) => value === null || (Array.isArray(value) && value.every((text) => typeof text === 'string')), expected: '[string]' }
const records: Shape = { fits: (value) => value === null || (Array.isArray(value) && value.every(isRecord)), expected: '[object]' }
const oneOf = (words: readonly string[]): Shape => ({ fits: (value) => words.includes(value as string), expected: words.join(' | ') })
/** option -> choice -> what stands in the place of the default. */
const byOption: Shape = { fits: (value) => value === null || (isRecord(value) && Object.values(value).every(isRecord)), expected: '{ option: { choice: … } }' }
const span: Shape = { fits: (value) => value === null || value === 'year' || (typeof value === 'string' && value.startsWith('batch')) || (isRecord(value) && typeof value['from'] === 'string' && typeof value['to'] === 'string'), expected: 'null | year | batch | { from, to }' }
const facility: Shape = { fits: (value) => value === null || (isRecord(value) && (value['kindSet'] !== undefined || (value['kinds'] !== undefined && value['levels'] !== undefined))), expected: '{ kinds, levels, stages }' }
const dayCare: Shape = { fits: (value) => ['any', 'both'].every((choice) => texts.fits(at(value, ['dayCareService', choice]))), expected: '{ dayCareService: { any: [string], both: [string] } }' }

const shapes: Readonly<Record<string, Shape>> = {
  kinds: listOf(facilityKinds),
  levels: listOf([...new Set([...areaLevels, ...facilityLevels])]),
  stages: listOf(stages),
  kindSet: oneOf(['institutions', 'plus-day-care', 'community', 'all-care']),
  flags: texts,
  services: texts,
  owner: texts,
  orRecorded: texts,
  sum: texts,
  elements: records,
  phases: records,
  windows: records,
  remedies: records,
  serviceGroups: records,
  period: span,
  facility,
  count: facility,
  servicesByOption: dayCare,
}
const shapeOf = (key: string): Shape | undefined => (Object.hasOwn(shapes, key) ? shapes[key] : /byOption$/i.test(key) ? byOption : undefined)

const at = (value: unknown, path: readonly string[]): unknown => path.reduce<unknown>((found, key) => (isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined), value)

type Parameters = Readonly<Record<string, unknown>>
const figures = (parameters: Parameters): readonly string[] => ['numerator', 'denominator'].flatMap((half) => (['item', 'sum', 'ledger', 'byOption'].some((key) => (at(parameters, [half, key]) ?? null) !== null) ? [] : [`${half}.item`]))

const needed: Readonly<Record<string, (parameters: Parameters) => readonly string[]>> = {
  'unit-share': () => ['units.levels', 'facility.kinds', 'servedBy', 'min', 'reached', 'threshold'],
  'count-per-unit': () => ['units.levels', 'measure', 'unitsThreshold'],
  'area-per-households': () => ['over', 'per'],
  'land-per-person': () => ['units.levels', 'land', 'persons'],
  'people-within-reach': () => ['units.levels', 'facility.kinds', 'reach', 'people'],
  ratio: (parameters) => [...figures(parameters), ...(at(parameters, ['numerator', 'ledger', 'name']) === 'facilities' ? ['denominator.ledger'] : [])],
  'per-thousand-elders': (parameters) => [...figures(parameters), 'per'],
  total: () => ['measure', 'period'],
  trend: () => ['measure'],
  gates: ({ mode, over }) => {
    if (mode === 'sync') return ['phases']
    if (mode === 'block') return ['set.failing.item', 'step.column']
    if (mode === 'windows') return ['units.levels', 'windows']
    return over === 'compounds' ? ['mode', 'set', 'done'] : ['mode', 'over', 'set.item', 'done.sum']
  },
  checklist: ({ over }) => (over === 'facilities' ? ['units.facility', 'elements'] : over === 'plots' || over === 'pools' || over === 'compounds' ? ['elements'] : ['over', 'units.levels', 'elements']),
  inclusion: () => ['units.levels', 'whole', 'part'],
  allocation: () => ['units.levels', 'total', 'weight', 'allocated'],
}
