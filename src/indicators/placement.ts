/** Which unit a facility stands in: by its area column, by its point, as the reading says. */
import { unitOfPoint } from '../model/place-points'
import type { Area, Facility, OptionValue, Study } from '../model/study'
import { shapeOf, tierOf, type Roster } from './roster'

/** unit: the unit of the asked tier, null when it stands in none of them; known false: it cannot be told, `within` is the finest unit known (null: nothing). */
export type Placement = { readonly known: true; readonly unit: Area | null } | { readonly known: false; readonly within: Area | null }

/**
 * The unit of a tier that holds the facility. column: the area column, the point where the column names no unit so fine;
 * point: the point, the column where there is no point in a unit.
 */
export function placeOf(study: Pick<Study, 'areas'>, roster: Roster, facility: Facility, tier: number, placeBy: OptionValue | undefined): Placement {
  const byColumn = unitOnChain(facility.area === null ? [] : roster.chainOf(facility.area), tier)
  const byPoint = () => unitOnChain(pointChain(study, roster, facility), tier)
  const unit = placeBy === 'point' ? (byPoint() ?? byColumn) : (byColumn ?? byPoint())
  if (unit) return { known: true, unit }
  if (facility.area !== null) return { known: false, within: roster.byId.get(facility.area) ?? null }
  // A point outside every drawn unit of the tier stands in none of them: it lies beyond the boundary.
  return facility.at && drawnTiers(study).has(tier) ? { known: true, unit: null } : { known: false, within: pointChain(study, roster, facility)[0] ?? null }
}

type Known = { readonly shape: object; readonly places: Map<string, Placement> }
const known = new WeakMap<Facility, Known>()

/** placeOf, asked once for each facility, tier and reading: every clause asks. */
export function placeFor(study: Pick<Study, 'areas'>, roster: Roster, facility: Facility, tier: number, placeBy: OptionValue | undefined): Placement {
  const shape = shapeOf(study.areas)
  let own = known.get(facility)
  if (own?.shape !== shape) known.set(facility, (own = { shape, places: new Map() }))
  const key = `${tier} ${placeBy === 'point' ? 'point' : 'column'}`
  let place = own.places.get(key)
  if (!place) own.places.set(key, (place = placeOf(study, roster, facility, tier, placeBy)))
  return place
}

const drawn = new WeakMap<readonly Area[], ReadonlySet<number>>()

/** Tiers of which some unit has a boundary. */
function drawnTiers(study: Pick<Study, 'areas'>): ReadonlySet<number> {
  let tiers = drawn.get(study.areas)
  if (!tiers) drawn.set(study.areas, (tiers = new Set(study.areas.filter((area) => area.boundary !== null).map((area) => tierOf[area.level]))))
  return tiers
}

/** Units that hold the facility's point, finest first; empty without a point or boundaries. */
export function pointChain(study: Pick<Study, 'areas'>, roster: Roster, facility: Pick<Facility, 'at'>): readonly Area[] {
  if (!facility.at) return []
  const index = unitOfPoint(study.areas)(facility.at[0], facility.at[1])
  return index === -1 ? [] : roster.chainOf(study.areas[index]!.id)
}

const unitOnChain = (chain: readonly Area[], tier: number): Area | null => chain.find((area) => tierOf[area.level] === tier) ?? null

/** The column and the point name different units of the tier; null when they agree or one is silent. */
export function placesDisagree(study: Pick<Study, 'areas'>, roster: Roster, facility: Facility, tier: number): { column: Area; point: Area } | null {
  const column = unitOnChain(facility.area === null ? [] : roster.chainOf(facility.area), tier)
  const point = unitOnChain(pointChain(study, roster, facility), tier)
  return column && point && column.id !== point.id ? { column, point } : null
}
