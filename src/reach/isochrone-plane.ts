/** The plane of a picture. */
import { eccentricitySquared, equatorial, parallelRadius, radian } from '../geo/ruler'

/** Metres around a place, and back; for pictures of a city. */
export type PicturePlane = { readonly lng: number; readonly lat: number; readonly perLng: number; readonly perLat: number }

export function planeAt(lng: number, lat: number): PicturePlane {
  const sine = Math.sin(lat * radian)
  return { lng, lat, perLng: radian * parallelRadius(lat * radian), perLat: (radian * equatorial * (1 - eccentricitySquared)) / (1 - eccentricitySquared * sine * sine) ** 1.5 }
}
