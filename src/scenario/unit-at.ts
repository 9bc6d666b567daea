/** Which unit a place belongs to, and whether a written unit may still hold it. */
import { unitOfPoint } from '../model/place-points'
import { areaLevels, type Area, type Study } from '../model/study'
import type { LngLat } from '../tables/ledger'
import { recordOf } from './change'

/** The finest unit whose boundary holds the place; null where none does. */
export function unitAt(study: Study, at: LngLat): Area | null {
  const index = unitOfPoint(study.areas)(at[0], at[1])
  return index === -1 ? null : study.areas[index]!
}

/**
 * The unit that a record belongs to once it stands at a place: the written one while the place does not speak against it, else the
 * unit of the same tier that holds the place (a street's centre belongs to a street), else the finest one.
 */
export function unitAfterMove(study: Study, written: Area, at: LngLat): Area {
  const found = unitAt(study, at)
  if (!found) return written
  const above = chainOf(study, found)
  if (above.some(({ id }) => id === written.id)) return written
  // A unit without a boundary inside the unit found may well hold the place.
  if (written.boundary === null && chainOf(study, written).some(({ id }) => id === found.id)) return written
  return above.find(({ level }) => tier(level) === tier(written.level)) ?? found
}

/** The unit, its parent, and so on to the top. */
export function chainOf(study: Study, unit: Area): readonly Area[] {
  const chain: Area[] = []
  for (let at: Area | undefined = unit; at && chain.length < 16; at = at.parent === null ? undefined : recordOf(study, 'areas', at.parent)) chain.push(at)
  return chain
}

/** Streets, towns and townships stand beside each other, and so do communities and villages. */
const tier = (level: Area['level']): number => Math.min(areaLevels.indexOf(level), level === 'village' ? areaLevels.indexOf('community') : level === 'town' || level === 'township' ? areaLevels.indexOf('subdistrict') : Infinity)
