/** Which part of the land a printed map shows. */
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import type { LngLat } from '../../tables/ledger'
import { extentAround, studyExtent, type Extent } from '../signs/extent'
import { verdictsOf } from '../signs/verdicts'

/** Around the units that the clause judges; the whole study where they fill most of it, or where none has a place. */
export function judgedExtent(study: Study, result: Result): Extent | null {
  const whole = studyExtent(study)
  const { of } = verdictsOf(study, result)
  const boundaries = study.areas.flatMap(({ id, boundary }) => (boundary && of.area.has(id) ? [boundary] : []))
  const points: LngLat[] = [
    ...study.areas.flatMap(({ id, boundary, at }) => (!boundary && at && of.area.has(id) ? [at] : [])),
    ...study.compounds.flatMap(({ id, at }) => (at && of.compound.has(id) ? [at] : [])),
    ...study.facilities.flatMap(({ id, at }) => (at && of.facility.has(id) ? [at] : [])),
    ...study.plots.flatMap(({ id, at }) => (at && of.plot.has(id) ? [at] : [])),
  ]
  const own = extentAround(boundaries, points)
  if (!own || !whole) return whole
  const size = ([west, south, east, north]: Extent): number => Math.max((east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180), north - south)
  return size(own) > 0.75 * size(whole) || size(own) === 0 ? whole : own
}
