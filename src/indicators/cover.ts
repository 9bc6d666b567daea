/** Which facilities cover which units: surely, perhaps, or nobody knows where they stand (SETTLED 13). Kept facility by facility. */
import type { Problem } from '../problem'
import type { Area, Facility } from '../model/study'
import type { Judging } from './evaluator'
import { answerRows, noRows, type KeptRows } from './kept'
import { whyNot, type FacilityTest, type Tri } from './match'
import { placeFor } from './placement'
import type { Excluded, Why } from './result'
import { shapeOf } from './roster'

/** Of one unit: facilities that count, those that may, and why others that stand there do not. */
export type Cover = { readonly sure: readonly Facility[]; readonly maybe: readonly Facility[]; readonly passed: readonly Why[] }

export type Coverage = {
  /** In the order of the units. */
  readonly covers: readonly Cover[]
  /** Facilities that may stand in any unit below an upper one: the finest unit that is known ('' where nothing is), and how many. */
  readonly adrift: ReadonlyMap<string, number>
  readonly excluded: readonly Excluded[]
  /** What is to be said of facilities that count, or may. */
  readonly notes: readonly Problem[]
  /** Numbers of the units whose cover is another than before. */
  readonly changed: readonly number[] | 'all'
}

/** A facility's part in the coverage: does it count, and (where its ledger names them) which units it covers; null: the unit it stands in. */
export type Part = { readonly answer: Tri; readonly named: readonly string[] | null }

export type CoverAsked = {
  readonly units: readonly Area[]
  readonly tier: number
  readonly test: FacilityTest
  readonly partOf: (facility: Facility, units: ReadonlyMap<string, number>) => Part
  /** Whether a facility that does not count was meant, so that an unmet unit is no riddle. */
  readonly passedOver: (facility: Facility) => boolean
  readonly noteOf?: (facility: Facility) => Problem | null
}

/** What one facility does: the numbers of the units that it covers. */
type Covering = {
  readonly facility: Facility
  readonly as: 'sure' | 'maybe' | 'passed'
  readonly units: readonly number[]
  readonly why: Why | null
  readonly adrift: string | null
  readonly excluded: Excluded | null
  readonly note: Problem | null
}

export type KeptCover = { readonly rows: KeptRows<Facility, Covering | null>; covers: readonly Cover[] }
export const noCover = (): KeptCover => ({ rows: noRows(), covers: [] })

/** The parts of all facilities; those of the very same facilities as before are not asked for again. */
export function coverageOf(judging: Judging, asked: CoverAsked, kept: KeptCover): Coverage {
  const { study, facts } = judging
  const numbers = numbersOf(asked.units)
  const { answers, made, gone, whole } = answerRows(kept.rows, study.facilities, [asked.units, shapeOf(study.areas), facts], (facility) => coveringOf(judging, asked, numbers, facility))
  const changed = new Set<number>()
  for (const each of [made, gone]) for (const covering of each) for (const unit of covering?.units ?? []) changed.add(unit)
  const covers = whole ? asked.units.map(() => uncovered) : changed.size === 0 ? kept.covers : kept.covers.slice()
  if (whole || changed.size > 0) gather(answers, covers as Cover[], whole ? null : changed)
  kept.covers = covers
  const adrift = new Map<string, number>()
  const excluded: Excluded[] = []
  const notes: Problem[] = []
  for (const covering of answers) {
    if (covering === null) continue
    if (covering.adrift !== null) adrift.set(covering.adrift, (adrift.get(covering.adrift) ?? 0) + 1)
    if (covering.excluded !== null) excluded.push(covering.excluded)
    if (covering.note !== null) notes.push(covering.note)
  }
  return { covers, adrift, excluded, notes, changed: whole ? 'all' : [...changed] }
}

/** null: it has nothing to do with the clause. */
function coveringOf(judging: Judging, { tier, test, partOf, passedOver, noteOf }: CoverAsked, numbers: ReadonlyMap<string, number>, facility: Facility): Covering | null {
  const { study, roster, reading, facts } = judging
  const { answer, named } = partOf(facility, numbers)
  if (answer === 'no' && !passedOver(facility)) return null
  const place = placeFor(study, roster, facility, tier, reading.placeBy)
  const standsIn = place.known && place.unit ? numbers.get(place.unit.id) : undefined
  const nothing = { facility, units: standsIn === undefined ? [] : [standsIn], why: null, adrift: null, excluded: null, note: null }
  if (answer === 'no') {
    const code = whyNot(facility, test, facts) ?? 'not-counted'
    return { ...nothing, as: 'passed', why: { code, detail: facility.id }, excluded: code === 'stage-not-operating' ? { id: facility.id, why: code } : null }
  }
  if (named === null && !place.known) return { ...nothing, as: 'maybe', units: [], adrift: place.within?.id ?? '', excluded: { id: facility.id, why: 'area-unknown' } }
  return {
    ...nothing,
    as: answer === 'yes' ? 'sure' : 'maybe',
    units: named === null ? nothing.units : named.flatMap((id) => numbers.get(id) ?? []),
    excluded: answer === 'unknown' ? { id: facility.id, why: whyNot(facility, test, facts) ?? 'class-unknown' } : null,
    note: noteOf?.(facility) ?? null,
  }
}

type Growing = { readonly sure: Facility[]; readonly maybe: Facility[]; readonly passed: Why[] }

/** Gathers anew what covers some of the units, in the order of the ledger; only null: of all. */
function gather(coverings: readonly (Covering | null)[], covers: Cover[], only: ReadonlySet<number> | null): void {
  const grown = new Map<number, Growing>()
  for (const unit of only ?? []) covers[unit] = uncovered
  for (const covering of coverings) {
    if (covering === null) continue
    for (const unit of covering.units) {
      if (only && !only.has(unit)) continue
      let cover = grown.get(unit)
      if (!cover) grown.set(unit, (cover = { sure: [], maybe: [], passed: [] }))
      if (covering.as === 'passed') cover.passed.push(covering.why!)
      else cover[covering.as].push(covering.facility)
    }
  }
  for (const [unit, cover] of grown) covers[unit] = cover
}

const uncovered: Cover = { sure: [], maybe: [], passed: [] }

const numbered = new WeakMap<readonly Area[], ReadonlyMap<string, number>>()

/** The number of each unit of a list, by id. */
export function numbersOf(units: readonly Area[]): ReadonlyMap<string, number> {
  let numbers = numbered.get(units)
  if (!numbers) numbered.set(units, (numbers = new Map(units.map(({ id }, index) => [id, index]))))
  return numbers
}
