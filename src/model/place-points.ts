/** Which unit holds a point: the finest unit whose boundary contains it. */
import { polygonIndex } from '../geo/polygons'
import { areaLevels, type Area } from './study'

export type UnitOfPoint = (lng: number, lat: number) => number

const made = new WeakMap<readonly Area[], UnitOfPoint>()

/** Index into areas of the finest unit that holds the point, -1 when none does or there are no boundaries. Built once per roster. */
export function unitOfPoint(areas: readonly Area[]): UnitOfPoint {
  const known = made.get(areas)
  if (known) return known
  const withBoundary = areas
    .map((area, index) => ({ area, index }))
    .filter(({ area }) => area.boundary !== null)
    // The finest level first; a point on a shared border goes to the first by id.
    .sort((a, b) => areaLevels.indexOf(b.area.level) - areaLevels.indexOf(a.area.level) || a.index - b.index)
  const index = polygonIndex(withBoundary.map(({ area }) => area.boundary!))
  const find: UnitOfPoint = (lng, lat) => {
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return -1
    const first = index.firstAt(lng, lat)
    return first === -1 ? -1 : withBoundary[first]!.index
  }
  made.set(areas, find)
  return find
}
