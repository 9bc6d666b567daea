/** What a clause reads of a study: where nothing of that changed its result is the same, and it is not judged again. */
import { peopleKeys } from '../../model/build-people'
import type { Compound, Facility } from '../../model/study'
import type { Clause } from '../../policy/clause'
import { readingOf } from '../../policy/reading'
import type { Judging } from '../evaluator'
import type { Changes, Pair } from './live-changes'
import { kindsWanted } from '../facility-sum'
import { kindSets } from '../match'
import type { Measure } from '../measure'
import { pointChain } from '../placement'

/** Cells of a facility; place: its unit by column and by point. */
type Cell = 'kind' | 'level' | 'stage' | 'serves' | 'services' | 'owner' | 'operator' | 'beds' | 'nursingBeds' | 'floorAreaM2' | 'landAreaM2' | 'place' | 'at'

export type Reads = {
  /** null: no facility at all. kinds: others change nothing; null: any kind. */
  readonly facilities: { readonly cells: readonly Cell[]; readonly kinds: readonly string[] | null; readonly shifts: boolean; readonly onlyServing?: true } | null
  /** true: every cell of them. */
  readonly compounds: boolean | readonly (keyof Compound)[]
  readonly plots: boolean
  readonly people: boolean
  /** Counts of people and households in the roster. */
  readonly counts: boolean
  readonly streets: boolean
  /** The clause's own words, in which every item of a fact is named that it asks for. */
  readonly words: string
}

const written = new WeakMap<Clause, string>()

function wordsOf(clause: Clause): string {
  const words = written.get(clause) ?? JSON.stringify(clause.parameters)
  written.set(clause, words)
  return words
}

/** A family that is not known here is taken to read everything. */
export function readsOf(judging: Judging): Reads {
  const { clause, reading, study } = judging
  const parameters = clause.parameters as Parameters
  const nothing: Reads = { facilities: null, compounds: false, plots: false, people: false, counts: false, streets: false, words: wordsOf(clause) }
  const noPeople = study.people === null
  const reach = { people: true, compounds: noPeople, counts: noPeople, streets: true }
  const kindsCells: readonly Cell[] = ['kind', 'level', 'stage', ...cellsNamed(nothing.words, reading)]
  const area: Reads = { ...nothing, compounds: true, facilities: { cells: ['kind', 'stage', 'serves', 'floorAreaM2', ...(radiusCounts(judging) ? (['at'] as const) : [])], kinds: [...kindSets.community!, 'INST'], shifts: false, onlyServing: true } }
  switch (clause.evaluator) {
    case 'trend':
    case 'allocation':
    case 'inclusion':
      return nothing
    case 'unit-share': {
      const kinds = reading.facilityBreadth === 'any-care' ? kindSets['all-care']! : (parameters.facility?.kinds ?? null)
      const all = kinds && [...kinds, ...(parameters.servedBy ?? [])]
      return reading.coverage === 'reached' ? { ...nothing, ...reach, facilities: { cells: [...kindsCells, 'at'], kinds: all, shifts: false } } : { ...nothing, facilities: { cells: ['kind', 'level', 'stage', 'services', 'serves', 'place'], kinds: all, shifts: false } }
    }
    case 'count-per-unit':
      return { ...nothing, facilities: { cells: parameters.measure?.count ? [...kindsCells, 'serves', 'place'] : [], kinds: parameters.measure?.count ? (parameters.measure.count.kinds ?? null) : [], shifts: true } }
    case 'ratio':
    case 'per-thousand-elders':
    case 'total': {
      const ledger = parameters.judgedAt === 'facility' || nothing.words.includes('"name":"facilities"')
      return { ...nothing, counts: countsNamed(nothing.words), facilities: ledger ? { cells: [...kindsCells, 'place'], kinds: kindsMeasured(parameters, reading), shifts: false } : null }
    }
    case 'land-per-person':
      return { ...nothing, plots: true, counts: true, facilities: { cells: ['kind', 'stage', 'landAreaM2', ...(reading.landMeasure === 'floor' ? (['floorAreaM2'] as const) : []), 'place'], kinds: null, shifts: false } }
    case 'people-within-reach':
      return { ...nothing, ...reach, facilities: { cells: [...kindsCells, 'at', 'place'], kinds: reading.circleKinds === 'all-care' ? kindSets['all-care']! : (parameters.facility?.kinds ?? null), shifts: false } }
    case 'area-per-households':
      return area
    case 'gates':
      if (parameters.mode === 'sync') return { ...nothing, compounds: true }
      return parameters.mode === 'block' || parameters.over === 'compounds' ? area : { ...nothing, counts: true }
    case 'checklist': {
      const asked = parameters.elements?.some(({ facility }) => facility) ?? false
      if (parameters.over === 'plots') return { ...nothing, plots: true }
      if (parameters.over === 'pools') return { ...nothing, compounds: ['name', 'pool', 'area'] }
      if (parameters.over === 'facilities') return { ...nothing, facilities: { cells: kindsCells, kinds: null, shifts: false } }
      if (parameters.over === 'community') return { ...nothing, facilities: { cells: [...kindsCells, 'serves', 'place'], kinds: parameters.facility?.kinds ?? null, shifts: false } }
      return { ...nothing, plots: true, compounds: nothing.words.includes('"compound"') ? ['area', 'careAreaM2'] : false, facilities: asked ? { cells: [...kindsCells, 'place'], kinds: null, shifts: false } : null }
    }
    default:
      return { facilities: { cells: everyCell, kinds: null, shifts: true }, compounds: true, plots: true, people: true, counts: true, streets: true, words: '' }
  }
}

const everyCell: readonly Cell[] = ['kind', 'level', 'stage', 'serves', 'services', 'owner', 'operator', 'beds', 'nursingBeds', 'floorAreaM2', 'landAreaM2', 'place', 'at']

/** Cells that a test or a measure of the clause names by their own words; services are asked for in many. */
function cellsNamed(words: string, { minScaleM2 }: Judging['reading']): readonly Cell[] {
  const named = (...keys: string[]) => keys.some((key) => words.includes(`"${key}"`))
  return [
    ...(named('services', 'service', 'serviceGroups', 'servicesByOption', 'countService') ? (['services'] as const) : []),
    ...(named('owner') ? (['owner'] as const) : []),
    ...(named('operator') ? (['operator'] as const) : []),
    ...(named('beds', 'minBeds') ? (['beds'] as const) : []),
    ...(named('nursingBeds') ? (['nursingBeds'] as const) : []),
    ...(named('floorAreaM2', 'minFloorM2') || typeof minScaleM2 === 'number' ? (['floorAreaM2'] as const) : []),
  ]
}

/** Kinds of the facilities that a share or a sum counts in any of its halves; null: any kind. */
function kindsMeasured({ judgedAt, facility, numerator, denominator, measure }: Parameters, { bedsCounted }: Judging['reading']): readonly string[] | null {
  if (judgedAt === 'facility') return facility?.kinds ?? kindSets[facility?.kindSet ?? 'institutions']!
  const kinds = [numerator, denominator, measure].flatMap((each) => (each?.ledger?.name === 'facilities' ? [kindsWanted(each.ledger.where, bedsCounted)] : []))
  if (kinds.includes(null)) return null
  // Home beds beside the ledger's own are asked for by whether it has any row of them (ledger-total.ts).
  return [...kinds.flatMap((each) => each!), ...(bedsCounted === 'plus-home-beds' ? ['HOME_BED'] : [])]
}

/** A column of the roster may stand in for the stated item of the same name (measure.ts). */
const countsNamed = (words: string): boolean => /"(areas|elders60|elders65|elders80|residents|households)"/.test(words)

type Parameters = {
  readonly judgedAt?: string
  readonly over?: string
  readonly mode?: string
  readonly facility?: { readonly kinds?: readonly string[] | null; readonly kindSet?: string }
  readonly numerator?: Pick<Measure, 'ledger'>
  readonly denominator?: Pick<Measure, 'ledger'>
  readonly servedBy?: readonly string[]
  readonly measure?: Pick<Measure, 'ledger'> & { readonly count?: { readonly kinds?: readonly string[] | null } | null }
  readonly elements?: readonly { readonly facility?: unknown }[]
  readonly set?: { readonly shortOf?: string }
}

/** Whether pools lose members who are too far from the shared room, by the clause's reading or by that of the clause it refers to. */
function radiusCounts({ clause, pack, set, reading }: Judging): boolean {
  const referred = pack.clauses.find(({ id }) => id === (clause.parameters as Parameters).set?.shortOf)
  return typeof reading.poolRadius === 'number' || (referred !== undefined && typeof readingOf(referred, set).reading.poolRadius === 'number')
}

/** Does the change touch what the clause reads? Units and their names are read by all. */
export function isTouched(reads: Reads, changes: Changes, judging: Judging): boolean {
  if (changes.everything || changes.areas === 'all') return true
  if (changes.areas === 'counts' && reads.counts) return true
  if (changes.factItems !== null && [...changes.factItems].some((item) => !peopleKeys.some((key) => key === item) || reads.words === '' || reads.words.includes(`"${item}"`))) return true
  if ((changes.plots && reads.plots) || (changes.people !== 'none' && reads.people) || (changes.streets && reads.streets)) return true
  if (changes.compounds.some((pair) => compoundCounts(reads.compounds, pair))) return true
  if (changes.facilitiesShifted && reads.facilities?.shifts) return true
  return changes.facilities.some((pair) => facilityCounts(reads, pair, judging))
}

function compoundCounts(cells: Reads['compounds'], { before, after }: Pair<Compound>): boolean {
  if (typeof cells === 'boolean') return cells
  return !before || !after || cells.some((cell) => before[cell] !== after[cell])
}

/** Does the clause see the facility differently? */
export function facilityCounts({ facilities }: Reads, { before, after }: Pair<Facility>, judging: Judging): boolean {
  if (facilities === null) return false
  // Where only the facilities of compounds count, one that serves nobody is not there.
  const idle = ({ serves }: Facility) => facilities.onlyServing === true && (serves === null || serves.length === 0)
  const meant = (facility: Facility) => !idle(facility) && isKind(facility)
  const isKind = ({ kind }: Facility) => kind === null || facilities.kinds === null || facilities.kinds.includes(kind)
  const one = before && meant(before) ? before : null
  const other = after && meant(after) ? after : null
  if (one === null || other === null) return one !== other
  return one.name !== other.name || facilities.cells.some((cell) => !saysTheSame(cell, one, other, judging))
}

function saysTheSame(cell: Cell, a: Facility, b: Facility, { study, roster }: Judging): boolean {
  if (cell !== 'place') return a[cell] === b[cell] || (typeof a[cell] === 'object' && JSON.stringify(a[cell]) === JSON.stringify(b[cell]))
  if (a.area !== b.area || (a.at === null) !== (b.at === null)) return false
  return a.at === b.at || pointChain(study, roster, a)[0] === pointChain(study, roster, b)[0]
}
