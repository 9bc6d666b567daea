/** Whose circles a map draws. */
import type { FacilityKind, Study } from '../../model/study'

/** The facilities that reach counts: operating, of the kinds asked for (every kind but NOT and unknown), with a position. */
export function circleSites({
  study,
  circleKinds,
}: {
  readonly study: Pick<Study, 'facilities'>
  readonly circleKinds?: readonly FacilityKind[] | null
}): {
  lng: Float64Array
  lat: Float64Array
} {
  const at = study.facilities.flatMap(({ at, kind, stage }) => {
    const wanted = kind !== null && (circleKinds ? circleKinds.includes(kind) : kind !== 'NOT')
    return at && stage === 'operating' && wanted ? [at] : []
  })
  return { lng: Float64Array.from(at, ([lng]) => lng), lat: Float64Array.from(at, ([, lat]) => lat) }
}
