/**
 * What one plan changes against another: per clause before and after, units gained and lost with their people, m² of shortfall closed,
 * facilities, cost. Of a plan against itself it is empty, and turned round it is its own negative.
 */
import type { Study } from '../../model/study'
import { order } from '../../model/ledger-rows'
import { equal } from '../compare'
import { facilityChanges, type FacilityChange } from './difference-facilities'
import { peopleOf, sumOfPeople, type PeopleOfUnits } from './difference-people'
import type { Result, State, UnitResult } from '../result'
import { rosterOf } from '../roster'

export type Side = { readonly state: State; readonly numerator: number | null; readonly denominator: number | null; readonly value: number | null; readonly shortfall: number | null }

/** Of one unit; null: it is not among the units of the clause there. */
export type UnitSide = { readonly state: State; readonly value: number | null; readonly shortfall: number | null }

export type UnitDifference = {
  readonly id: string
  readonly name: string
  readonly kind: NonNullable<UnitResult['kind']> | null
  readonly before: UnitSide | null
  readonly after: UnitSide | null
  /** Of the unit, in the plan where it is met (else in the later one); null: not known. */
  readonly elders60: number | null
  readonly households: number | null
}

export type ClauseDifference = {
  readonly clause: string
  readonly policy: string
  readonly unit: string
  readonly before: Side | null
  readonly after: Side | null
  /** after - before; null where either is unknown. */
  readonly change: { readonly numerator: number | null; readonly denominator: number | null; readonly value: number | null; readonly shortfall: number | null }
  /** Units that are met now and were not, and the reverse. */
  readonly gained: readonly UnitDifference[]
  readonly lost: readonly UnitDifference[]
  /** Units of another state or shortfall, neither gained nor lost. */
  readonly other: readonly UnitDifference[]
  readonly gainedPeople: PeopleOfUnits
  readonly lostPeople: PeopleOfUnits
}

export type Difference = {
  /** Clauses that differ, by policy and clause. */
  readonly clauses: readonly ClauseDifference[]
  readonly facilities: readonly FacilityChange[]
  readonly totals: {
    /** Clauses that are met now and were not, and the reverse. */
    readonly clausesGained: number
    readonly clausesLost: number
    /** Sums over the clauses: a unit counts once for each clause that it gained or lost. */
    readonly unitsGained: number
    readonly unitsLost: number
    /** People of the units that some clause gained and none lost, and the reverse; nobody twice among the areas, nor among the compounds. */
    readonly gainedPeople: PeopleByKind
    readonly lostPeople: PeopleByKind
    /** Shortfall before - after, m²; the largest of the clauses counts for each compound (floor) and unit (land). */
    readonly careAreaClosedM2: number
    readonly landClosedM2: number
    /** Yuan, of facilities built on plots that state a cost: added - removed; null where no such plot does. */
    readonly cost: number | null
    /** Facilities added without a known cost less those removed. */
    readonly withoutCost: number
  }
}

/** Compounds lie in areas: the two are never added up. */
export type PeopleByKind = { readonly areas: PeopleOfUnits; readonly compounds: PeopleOfUnits }

/** The results must be of the same packs and options, each of its own study. */
export function differenceOf(resultsA: readonly Result[], studyA: Study, resultsB: readonly Result[], studyB: Study): Difference {
  const peopleA = peopleOf(studyA)
  const peopleB = peopleOf(studyB)
  const keyOf = ({ policy, clause }: Result) => `${policy}\u0001${clause}`
  const after = new Map(resultsB.map((result) => [keyOf(result), result]))
  const before = new Map(resultsA.map((result) => [keyOf(result), result]))
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((key) => ({ a: before.get(key) ?? null, b: after.get(key) ?? null }))
  const clauses = pairs.flatMap(({ a, b }) => clauseDifference(a, b, peopleA, peopleB) ?? []).sort((a, b) => order(a.policy, b.policy) || byNumber(a.clause, b.clause))
  const facilities = facilityChanges(studyA, studyB)
  const costs = facilities.filter(({ change }) => change === 'added' || change === 'removed')
  const known = costs.filter(({ cost }) => cost !== null)
  const signed = (changes: readonly FacilityChange[], of: (change: FacilityChange) => number) => changes.reduce((sum, change) => sum + (change.change === 'added' ? of(change) : 0 - of(change)), 0)
  return {
    clauses,
    facilities,
    totals: {
      clausesGained: clauses.filter((each) => each.after?.state === 'met' && each.before?.state !== 'met').length,
      clausesLost: clauses.filter((each) => each.before?.state === 'met' && each.after?.state !== 'met').length,
      unitsGained: clauses.reduce((sum, each) => sum + each.gained.length, 0),
      unitsLost: clauses.reduce((sum, each) => sum + each.lost.length, 0),
      gainedPeople: peopleOnce(clauses, 'gained', 'lost', studyA),
      lostPeople: peopleOnce(clauses, 'lost', 'gained', studyA),
      careAreaClosedM2: closed(pairs, 'area-per-households'),
      landClosedM2: closed(pairs, 'land-per-person'),
      cost: known.length === 0 ? null : signed(known, ({ cost }) => cost!),
      withoutCost: signed(costs.filter(({ cost }) => cost === null), () => 1),
    },
  }
}

export const isEmpty = ({ clauses, facilities }: Difference): boolean => clauses.length === 0 && facilities.length === 0

function clauseDifference(a: Result | null, b: Result | null, peopleA: PeopleLookup, peopleB: PeopleLookup): ClauseDifference | null {
  if (a === b) return null
  const unitsA = new Map((a?.units ?? []).map((unit) => [unit.id, unit]))
  const unitsB = new Map((b?.units ?? []).map((unit) => [unit.id, unit]))
  const gained: UnitDifference[] = []
  const lost: UnitDifference[] = []
  const other: UnitDifference[] = []
  for (const id of new Set([...unitsA.keys(), ...unitsB.keys()])) {
    const [before, after] = [unitsA.get(id), unitsB.get(id)]
    if (before === after || (before && after && before.state === after.state && sameFigure(before.shortfall, after.shortfall))) continue
    // People are counted where the unit is met, so that turning the question round finds the same.
    const inA = before?.state === 'met' || (!after && before !== undefined)
    const unit = (inA ? before : after)!
    // Where both or neither are met the two plans may count differently: a figure only where they agree.
    const counts = (before?.state === 'met') === (after?.state === 'met') && before && after ? agreed(peopleA(before), peopleB(after)) : inA ? peopleA(unit) : peopleB(unit)
    const difference: UnitDifference = { id, name: unit.name, kind: unit.kind ?? null, before: unitSide(before), after: unitSide(after), ...counts }
    if (after?.state === 'met' && before?.state !== 'met') gained.push(difference)
    else if (before?.state === 'met' && after?.state !== 'met') lost.push(difference)
    else other.push(difference)
  }
  const [before, after] = [side(a), side(b)]
  if (gained.length + lost.length + other.length === 0 && sameSide(before, after)) return null
  const { clause, policy, unit } = (a ?? b)!
  const byId = (x: UnitDifference, y: UnitDifference) => order(x.id, y.id)
  const minus = (key: 'numerator' | 'denominator' | 'value' | 'shortfall'): number | null => (before?.[key] == null || after?.[key] == null ? null : sameFigure(before[key], after[key]) ? 0 : after[key] - before[key])
  return {
    clause,
    policy,
    unit,
    before,
    after,
    change: { numerator: minus('numerator'), denominator: minus('denominator'), value: minus('value'), shortfall: minus('shortfall') },
    gained: gained.sort(byId),
    lost: lost.sort(byId),
    other: other.sort(byId),
    gainedPeople: sumOfPeople(gained),
    lostPeople: sumOfPeople(lost),
  }
}

type PeopleLookup = ReturnType<typeof peopleOf>
type UnitPeople = { readonly elders60: number | null; readonly households: number | null }

const agreed = (a: UnitPeople, b: UnitPeople): UnitPeople => ({ elders60: a.elders60 === b.elders60 ? a.elders60 : null, households: a.households === b.households ? a.households : null })

const side = (result: Result | null): Side | null => result && { state: result.state, numerator: result.numerator, denominator: result.denominator, value: result.value, shortfall: result.shortfall }
const unitSide = (unit: UnitResult | undefined): UnitSide | null => (unit ? { state: unit.state, value: unit.value, shortfall: unit.shortfall } : null)

const sameSide = (a: Side | null, b: Side | null): boolean => (a === null || b === null ? a === b : a.state === b.state && (['numerator', 'denominator', 'value', 'shortfall'] as const).every((key) => sameFigure(a[key], b[key])))

const sameFigure = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : equal(a, b))

/** People of the units that some clause has on the one side and none on the other; of nested areas the upper one. */
function peopleOnce(clauses: readonly ClauseDifference[], wanted: 'gained' | 'lost', against: 'gained' | 'lost', study: Study): PeopleByKind {
  const spoiled = new Set(clauses.flatMap((each) => each[against].map(keyOfUnit)))
  const units = new Map(clauses.flatMap((each) => each[wanted].map((unit) => [keyOfUnit(unit), unit] as const)))
  const chosen = [...units].filter(([key]) => !spoiled.has(key)).map(([, unit]) => unit).sort((a, b) => order(a.id, b.id))
  const areas = chosen.filter(({ kind }) => kind === 'area')
  const ids = new Set(areas.map(({ id }) => id))
  const roster = rosterOf(study)
  const topmost = areas.filter(({ id }) => !roster.chainOf(id).slice(1).some((above) => ids.has(above.id)))
  return { areas: sumOfPeople(topmost), compounds: sumOfPeople(chosen.filter(({ kind }) => kind === 'compound')) }
}

const keyOfUnit = ({ kind, id }: UnitDifference): string => `${kind}\u0001${id}`

/** m² of shortfall that went away, each unit once with its largest shortfall; units of which either plan knows nothing are left out. */
function closed(pairs: readonly { readonly a: Result | null; readonly b: Result | null }[], evaluator: string): number {
  if (pairs.every(({ a, b }) => a === b || (a ?? b)?.evaluator !== evaluator)) return 0
  const worst = (results: readonly (Result | null)[]) => {
    const found = new Map<string, number>()
    const unknown = new Set<string>()
    for (const result of results) {
      if (result?.evaluator !== evaluator || result.unit !== 'm2') continue
      for (const { id, shortfall, state } of result.units) {
        if (shortfall !== null) found.set(id, Math.max(found.get(id) ?? 0, shortfall))
        else if (state === 'no-data' || state === 'undecided') unknown.add(id)
      }
    }
    return { of: (id: string): number | null => found.get(id) ?? (unknown.has(id) ? null : 0), ids: found.keys() }
  }
  const before = worst(pairs.map(({ a }) => a))
  const after = worst(pairs.map(({ b }) => b))
  let sum = 0
  for (const id of [...new Set([...before.ids, ...after.ids])].sort(order)) {
    const [was, is] = [before.of(id), after.of(id)]
    if (was !== null && is !== null && !equal(was, is)) sum += was - is
  }
  return sum
}

/** QJ-9 before QJ-12, and the same everywhere: by letters, then by number. */
function byNumber(a: string, b: string): number {
  const parts = (clause: string) => /^(\D*)(\d*)(.*)$/.exec(clause)!
  const [, lettersA, numberA, restA] = parts(a)
  const [, lettersB, numberB, restB] = parts(b)
  return order(lettersA!, lettersB!) || Number(numberA) - Number(numberB) || order(restA!, restB!) || order(a, b)
}
