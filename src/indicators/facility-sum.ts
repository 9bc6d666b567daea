/** What the facility ledger gives for a ratio or a sum: sizes of the facilities of a class, with bounds for what is blank. */
import type { Area, Facility, Study } from '../model/study'
import type { Judging } from './evaluator'
import { saidYes, type FactIndex } from './facts'
import { keptSlot } from './kept'
import { allOf, kindSets, matches, stagesCounted, triOf, type Tri } from './match'
import { placesOf } from './places'
import type { Excluded } from './result'
import { tierOf } from './roster'

export type LedgerMeasure = {
  readonly name: 'facilities' | 'areas'
  readonly take: 'sum' | 'count' | 'countFlag' | 'countFilled' | 'countLocated' | 'countService' | 'column'
  readonly column: string | null
  readonly where: FacilityWhere | null
}

export type FacilityWhere = {
  readonly kindSet?: string
  readonly kinds?: readonly string[]
  readonly levels?: readonly string[]
  readonly stages?: readonly string[]
  readonly anyStage?: boolean
  readonly owner?: readonly string[]
  readonly operator?: readonly string[]
  readonly services?: readonly string[]
}

/** A facility's part of one half: does it belong, and how much is it (null = blank). */
export type Part = { readonly facility: Facility; readonly belongs: Tri; readonly size: number | null }

/**
 * Beds that a home without a figure may have at most: ten times the largest class of the national planning standard (500 beds,
 * GB 50180 Table B). A verdict stands only where even that many would not change it; plain totals do without it (SETTLED 16).
 */
export const largestHome = 5000

/** The parts of every facility of some units, each facility once (all of them for the topmost). */
export function partsOf(judging: Judging, measure: LedgerMeasure, units: readonly Area[]): Part[] {
  const partOf = partsBy(judging, measure)
  const parts: Part[] = []
  for (const facility of standingInAny(judging, units)) {
    const part = partOf(facility)
    if (part !== null) parts.push(part)
  }
  return parts
}

type KnownParts = { readonly facts: FactIndex; readonly parts: WeakMap<Facility, { readonly part: Part | null }> }
const slot = keptSlot(() => new Map<string, KnownParts>())

/** The part of a facility, null where it has none; kept for each measure while the facility and what is stated stay. */
function partsBy(judging: Judging, measure: LedgerMeasure): (facility: Facility) => Part | null {
  const { study, reading, facts } = judging
  const memory = slot(judging.kept)
  const key = JSON.stringify(measure)
  let known = memory.get(key)
  if (known?.facts !== facts) memory.set(key, (known = { facts, parts: new WeakMap() }))
  const { parts } = known
  const wanted = kindsWanted(measure.where, reading.bedsCounted)
  const asked = measure.column !== null && isAsked(study, facts, measure.column)
  return (facility) => {
    let entry = parts.get(facility)
    if (!entry) {
      const belongs = allOf([classOf(facility, measure, wanted, judging, facts), extraTest(facility, measure, facts, asked)])
      parts.set(facility, (entry = { part: belongs === 'no' ? null : { facility, belongs, size: sizeOf(facility, measure) } }))
    }
    return entry.part
  }
}

/** Kinds of facility that a measure may count under that reading. */
export function kindsWanted(where: FacilityWhere | null, bedsCounted: unknown): readonly string[] | null {
  if (where?.kinds) return where.kinds
  const set = bedsCounted === 'plus-day-care' || bedsCounted === 'plus-home-beds' ? kindSets['plus-day-care']! : kindSets[where?.kindSet ?? 'all-care']!
  return bedsCounted === 'plus-home-beds' ? [...set, 'HOME_BED'] : set
}

function classOf(facility: Facility, { where }: LedgerMeasure, kinds: readonly string[] | null, { reading }: Judging, facts: FactIndex): Tri {
  const stages = where?.anyStage ? null : stagesCounted(reading, where?.stages)
  return allOf([
    matches(facility, { kinds, levels: where?.levels ?? null, stages, ...(where?.owner ? { owner: where.owner } : {}) }, facts),
    where?.operator ? (facility.operator === null ? 'unknown' : where.operator.includes(facility.operator) ? 'yes' : 'no') : 'yes',
  ])
}

/** A ledger column or a fact of that item exists somewhere in the study. */
const isAsked = (study: Study, facts: FactIndex, item: string): boolean => facts.mentions(item) || study.tables.some((table) => table.columns.some(({ key }) => key === `fact:${item}`))

/** What the way of counting asks for beyond the class. A blank cell is a no for countFilled and countLocated (SETTLED 3). */
function extraTest(facility: Facility, { take, column, where }: LedgerMeasure, facts: FactIndex, asked: boolean): Tri {
  switch (take) {
    case 'countFlag':
      return triOf(saidYes(facts, { kind: 'facility', id: facility.id }, column!))
    case 'countFilled': {
      // Without such a column or fact anywhere nothing was asked, so nothing is blank.
      if (!asked) return 'unknown'
      const value = facts.latest({ kind: 'facility', id: facility.id }, column!)?.value
      return value === undefined || value === null || value === '' || value === false ? 'no' : 'yes'
    }
    case 'countLocated':
      return facility.at ? 'yes' : 'no'
    case 'countService':
      return facility.services === null ? 'unknown' : (where?.services ?? []).some((service) => facility.services!.includes(service)) ? 'yes' : 'no'
    default:
      return 'yes'
  }
}

function sizeOf(facility: Facility, { take, column }: LedgerMeasure): number | null {
  if (take !== 'sum') return 1
  if (column === 'beds') return facility.beds
  if (column === 'nursingBeds') return facility.nursingBeds
  return column === 'floorAreaM2' ? facility.floorAreaM2 : null
}

const standingInAny = (judging: Judging, units: readonly Area[]): Iterable<Facility> => (units.length === 1 ? standingIn(judging, units[0]!) : new Set(units.flatMap((unit) => standingIn(judging, unit))))

/** Facilities of a unit. For a topmost unit the ledger's own count although nothing places them, unless their point lies beyond the boundary. */
export function standingIn({ study, roster }: Pick<Judging, 'study' | 'roster'>, unit: Area): readonly Facility[] {
  const places = placesOf(study, roster, tierOf[unit.level], 'column')
  const topmost = unit.parent === null || !roster.byId.has(unit.parent)
  return topmost ? places.inOrAdrift(unit.id) : places.in(unit.id)
}

export type Sum = {
  /** Over the rows whose cells are all known, unknown classes out. */
  readonly value: number
  /** With every unknown class in. */
  readonly withUnknown: number
  readonly unknownClass: readonly string[]
  readonly unknownSize: readonly string[]
  readonly counted: readonly string[]
}

export function sumOf(parts: readonly Part[]): Sum {
  let value = 0
  let withUnknown = 0
  const unknownClass: string[] = []
  const unknownSize: string[] = []
  const counted: string[] = []
  for (const { facility, belongs, size } of parts) {
    if (belongs === 'unknown') unknownClass.push(facility.id)
    if (size === null) {
      unknownSize.push(facility.id)
      continue
    }
    if (belongs === 'yes') {
      value += size
      counted.push(facility.id)
    }
    withUnknown += size
  }
  return { value, withUnknown, unknownClass, unknownSize, counted }
}

export const excludedOf = (sum: Pick<Sum, 'unknownClass' | 'unknownSize'>, sizeWhy: string): Excluded[] => [
  ...sum.unknownClass.map((id) => ({ id, why: 'class-unknown' })),
  ...sum.unknownSize.filter((id) => !sum.unknownClass.includes(id)).map((id) => ({ id, why: sizeWhy })),
]
