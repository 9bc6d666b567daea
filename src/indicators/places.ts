/** Every facility of a study placed in the units of one tier, kept while a few facilities change. */
import type { Area, Facility, OptionValue, Study } from '../model/study'
import { placeFor, type Placement } from './placement'
import type { Roster } from './roster'

/** A list that nothing changed is the very list of the ledger before. */
export type Places = {
  readonly of: (facility: Facility) => Placement
  /** Facilities that stand in a unit of the tier, in the order of the ledger. */
  readonly in: (unit: string) => readonly Facility[]
  /** Facilities of which it cannot be told, with the finest unit that is known. */
  readonly adrift: readonly Adrift[]
  /** Those that stand in a unit, and after them all of which it cannot be told. */
  readonly inOrAdrift: (unit: string) => readonly Facility[]
}

type Adrift = { readonly facility: Facility; readonly within: Area | null }

/** placements: of each facility of the ledger. */
type Placed = { readonly facilities: readonly Facility[]; readonly placements: readonly Placement[]; readonly byUnit: ReadonlyMap<string, readonly Facility[]>; readonly adrift: readonly Adrift[] }

const placed = new WeakMap<readonly Facility[], WeakMap<Roster, Map<string, Places>>>()
const lastOf = new WeakMap<Roster, Map<string, Placed>>()

/** Placed once per ledger, roster, tier and reading: a clause of every unit asks for each facility many times. */
export function placesOf(study: Pick<Study, 'areas' | 'facilities'>, roster: Roster, tier: number, placeBy: OptionValue | undefined): Places {
  let ofRoster = placed.get(study.facilities)
  if (!ofRoster) placed.set(study.facilities, (ofRoster = new WeakMap()))
  let known = ofRoster.get(roster)
  if (!known) ofRoster.set(roster, (known = new Map()))
  let last = lastOf.get(roster)
  if (!last) lastOf.set(roster, (last = new Map()))
  const key = `${tier} ${placeBy === 'point' ? 'point' : 'column'}`
  let places = known.get(key)
  if (places) return places
  const placeOf = (facility: Facility) => placeFor(study, roster, facility, tier, placeBy)
  const before = last.get(key)
  const now = before ? placeAgain(before, study.facilities, placeOf) : placeAll(study.facilities, placeOf)
  last.set(key, now)
  known.set(key, (places = placesFrom(now, placeOf)))
  return places
}

const nobody: readonly Facility[] = []
const joined = new WeakMap<readonly Facility[], { readonly adrift: readonly Adrift[]; readonly both: readonly Facility[] }>()

function placesFrom({ byUnit, adrift }: Placed, placeOf: (facility: Facility) => Placement): Places {
  const inside = (unit: string) => byUnit.get(unit) ?? nobody
  return {
    of: placeOf,
    in: inside,
    adrift,
    inOrAdrift: (unit) => {
      const own = inside(unit)
      if (adrift.length === 0) return own
      const known = joined.get(own)
      if (known?.adrift === adrift) return known.both
      const both = [...own, ...adrift.map(({ facility }) => facility)]
      joined.set(own, { adrift, both })
      return both
    },
  }
}

function placeAll(facilities: readonly Facility[], placeOf: (facility: Facility) => Placement): Placed {
  const placements = facilities.map(placeOf)
  const byUnit = new Map<string, Facility[]>()
  placements.forEach((place, at) => {
    const unit = unitOf(place)
    if (unit === null) return
    const list = byUnit.get(unit)
    if (list) list.push(facilities[at]!)
    else byUnit.set(unit, [facilities[at]!])
  })
  return { facilities, placements, byUnit, adrift: adriftOf(facilities, placements) }
}

/** null: in none of the tier, or nobody knows in which. */
const unitOf = (place: Placement): string | null => (place.known && place.unit ? place.unit.id : null)

const adriftOf = (facilities: readonly Facility[], placements: readonly Placement[]): Adrift[] => placements.flatMap((place, at) => (place.known ? [] : [{ facility: facilities[at]!, within: place.within }]))

/** The ledgers mostly differ in one place: what stands before and after it keeps its placement. */
function placeAgain(before: Placed, facilities: readonly Facility[], placeOf: (facility: Facility) => Placement): Placed {
  const old = before.facilities
  let start = 0
  while (start < old.length && start < facilities.length && old[start] === facilities[start]) start++
  let [oldEnd, end] = [old.length, facilities.length]
  while (oldEnd > start && end > start && old[oldEnd - 1] === facilities[end - 1]) {
    oldEnd--
    end--
  }
  if (end - start + oldEnd - start > facilities.length / 4) return placeAll(facilities, placeOf)
  const fresh = facilities.slice(start, end).map(placeOf)
  const placements = [...before.placements.slice(0, start), ...fresh, ...before.placements.slice(oldEnd)]
  const touched = [...before.placements.slice(start, oldEnd), ...fresh]
  const byUnit = new Map(before.byUnit)
  for (const unit of new Set(touched.flatMap((place) => unitOf(place) ?? []))) {
    const own = facilities.filter((_, at) => unitOf(placements[at]!) === unit)
    if (own.length > 0) byUnit.set(unit, own)
    else byUnit.delete(unit)
  }
  return { facilities, placements, byUnit, adrift: touched.some((place) => !place.known) ? adriftOf(facilities, placements) : before.adrift }
}
