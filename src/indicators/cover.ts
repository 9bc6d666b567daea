/** Which facilities cover which units: surely, perhaps, or nobody knows where they stand (SETTLED 13). */
import type { Area, Facility } from '../model/study'
import type { Judging } from './evaluator'
import { whyNot, type FacilityTest, type Tri } from './match'
import { placesOf } from './placement'
import type { Excluded, Why } from './result'
import type { Roster } from './roster'

/** Of one unit: facilities that count, those that may, and why others that stand there do not. */
export type Cover = { readonly sure: Facility[]; readonly maybe: Facility[]; readonly passed: Why[] }

export type Coverage = {
  readonly of: ReadonlyMap<string, Cover>
  /** Facilities that may stand in any unit below an upper one: the finest unit that is known ('' where nothing is), and how many. */
  readonly adrift: ReadonlyMap<string, number>
  /** Facilities that count, or may, wherever they stand. */
  readonly counted: readonly Facility[]
  readonly excluded: readonly Excluded[]
}

/** A facility's part in the coverage: does it count, and (where its ledger names them) which units it covers; null: the unit it stands in. */
export type Part = { readonly answer: Tri; readonly named: readonly string[] | null }

/** Sweeps the ledger once. `passedOver` says whether a facility that does not count was meant, so that an unmet unit is no riddle. */
export function coverageOf(judging: Judging, units: readonly Area[], tier: number, test: FacilityTest, partOf: (facility: Facility, units: ReadonlyMap<string, Cover>) => Part, passedOver: (facility: Facility) => boolean): Coverage {
  const { study, roster, reading, facts } = judging
  const places = placesOf(study, roster, tier, reading.placeBy)
  const of = new Map<string, Cover>(units.map((unit) => [unit.id, { sure: [], maybe: [], passed: [] }]))
  const adrift = new Map<string, number>()
  const excluded: Excluded[] = []
  const counted: Facility[] = []
  for (const facility of study.facilities) {
    const { answer, named } = partOf(facility, of)
    const place = places.of(facility)
    if (answer === 'no') {
      if (!passedOver(facility)) continue
      const code = whyNot(facility, test, facts) ?? 'not-counted'
      if (code === 'stage-not-operating') excluded.push({ id: facility.id, why: code })
      if (place.known && place.unit) of.get(place.unit.id)?.passed.push({ code, detail: facility.id })
      continue
    }
    if (named === null && !place.known) {
      const above = place.within?.id ?? ''
      adrift.set(above, (adrift.get(above) ?? 0) + 1)
      excluded.push({ id: facility.id, why: 'area-unknown' })
      continue
    }
    counted.push(facility)
    if (answer === 'unknown') excluded.push({ id: facility.id, why: whyNot(facility, test, facts) ?? 'class-unknown' })
    for (const id of named ?? (place.known && place.unit ? [place.unit.id] : [])) of.get(id)?.[answer === 'yes' ? 'sure' : 'maybe'].push(facility)
  }
  return { of, adrift, counted, excluded }
}

/** The unit's own id and those above it, and '' for facilities of which nothing is known: the keys under which an adrift facility may be its own. */
const mayStandIn = (roster: Roster, unit: string): readonly string[] => ['', ...roster.chainOf(unit).map(({ id }) => id)]

/** How many adrift facilities may stand in the unit. */
export const adriftIn = (roster: Roster, adrift: Coverage['adrift'], unit: string): number => (adrift.size === 0 ? 0 : mayStandIn(roster, unit).reduce((sum, id) => sum + (adrift.get(id) ?? 0), 0))

/** Up to as many uncovered units below an upper unit as it has adrift facilities may be covered: which may, and how many at most. */
export function spreadAdrift(roster: Roster, adrift: Coverage['adrift'], uncovered: readonly Area[]): { units: ReadonlySet<string>; count: number } {
  const units = new Set<string>()
  const below = new Map<string, number>()
  if (adrift.size > 0)
    for (const { id } of uncovered)
      for (const above of mayStandIn(roster, id)) {
        if (!adrift.has(above)) continue
        units.add(id)
        below.set(above, (below.get(above) ?? 0) + 1)
      }
  const count = [...adrift].reduce((sum, [above, facilities]) => sum + Math.min(facilities, below.get(above) ?? 0), 0)
  return { units, count: Math.min(count, units.size) }
}
