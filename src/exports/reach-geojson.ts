/** The answer of `reach` as a map: demand points with their nearest facility, facilities, and pictures of what lies within each limit. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { circleRing, unionOfCircles } from '../geo/circles'
import { demandOf } from '../model/build-people'
import type { LngLat } from '../tables/ledger'
import type { Study } from '../model/study'
import { isochronePainter } from '../reach/isochrone'
import type { ReachStudy } from '../reach/reach-study'
import { walkOf } from '../reach/study-walk'

/** Every feature says what it is in `layer`: point, facility, within (one facility) or union (all of them); pictures are for display and never counted in. */
export function reachGeojson(study: Study, reach: ReachStudy): FeatureCollection {
  const { people } = demandOf(study)
  const features: Feature[] = []
  reach.points.forEach((point, index) => {
    if (!Number.isNaN(people.lng[index]!)) features.push(feature(pointAt([people.lng[index]!, people.lat[index]!]), { layer: 'point', ...point, minutes: minutesOf(reach, point.metres) }))
  })
  const facilities = new Map(study.facilities.map((facility) => [facility.id, facility]))
  const placed = reach.facilities.flatMap((counted) => {
    const facility = facilities.get(counted.id)
    return facility?.at ? [{ counted, at: facility.at, kind: facility.kind }] : []
  })
  for (const { counted, at, kind } of placed) {
    const within = Object.fromEntries((counted.within ?? []).flatMap(({ metres, points, elders60, residents }) => [[`points_${metres}`, points], [`elders60_${metres}`, elders60], [`residents_${metres}`, residents]]))
    features.push(feature(pointAt(at), { layer: 'facility', id: counted.id, name: counted.name, kind, snapMetres: counted.snapMetres, ...within }))
  }
  return { type: 'FeatureCollection', features: [...features, ...pictures(study, reach, placed.filter(({ counted }) => counted.within !== null))] }
}

function pictures(study: Study, { model }: ReachStudy, sites: readonly { readonly counted: { readonly id: string }; readonly at: LngLat }[]): Feature[] {
  const columns = { lng: Float64Array.from(sites, ({ at }) => at[0]), lat: Float64Array.from(sites, ({ at }) => at[1]) }
  const about = (metres: number, index: number) => ({ model: model.kind, metres, ...(model.kind === 'walk' ? { minutes: model.minutes[index]!, speed: model.speed } : {}) })
  if (sites.length === 0) return []
  if (model.kind === 'circle')
    return model.metres.flatMap((metres, index) => [
      feature(unionOfCircles(columns, metres).outline, { layer: 'union', ...about(metres, index) }),
      ...sites.map(({ counted, at }) => feature({ type: 'Polygon', coordinates: [circleRing(at[0], at[1], metres, 96)] }, { layer: 'within', facility: counted.id, ...about(metres, index) })),
    ])
  const streets = walkOf(study)
  if (!streets) return []
  const painter = isochronePainter(streets.network, model)
  return model.metres.flatMap((metres, index) => [
    feature(painter.union(columns, metres), { layer: 'union', ...about(metres, index) }),
    ...sites.flatMap(({ counted, at }) => {
      const picture = painter.around(at[0], at[1], metres)
      return picture && picture.coordinates.length > 0 ? [feature(picture, { layer: 'within', facility: counted.id, ...about(metres, index) })] : []
    }),
  ])
}

/** At the speed of the walk; null in the circle, and where nothing is reached. */
const minutesOf = ({ model }: ReachStudy, metres: number | null): number | null => (model.kind === 'walk' && metres !== null ? Math.round((metres / model.speed / 60) * 10) / 10 : null)

const feature = (geometry: Geometry, properties: Readonly<Record<string, unknown>>): Feature => ({ type: 'Feature', geometry, properties })
const pointAt = ([lng, lat]: LngLat): Geometry => ({ type: 'Point', coordinates: [lng, lat] })
