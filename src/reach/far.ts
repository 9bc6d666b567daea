/**
 * The nearest site of a place that has none for 150 km around: mostly a layer read in the wrong system, so it must be right and must not take minutes.
 * The straight chord through the earth proposes, metresBetween decides.
 */
import type { Points } from '../geo/grid'
import { eccentricitySquared, equatorial, metresBetween, radian } from '../geo/ruler'

/** Answers [index, whole millimetres] of the nearest among the sites numbered in order (all of them placed, at least one). */
export function farNearest(sites: Points, order: Int32Array): (lng: number, lat: number) => readonly [number, number] {
  const count = order.length
  const [x, y, z] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  for (let k = 0; k < count; k++) [x[k], y[k], z[k]] = inSpace(sites.lng[order[k] as number] as number, sites.lat[order[k] as number] as number)
  const squares = new Float64Array(count)
  return (lng, lat) => {
    const [px, py, pz] = inSpace(lng, lat)
    let least = Infinity
    for (let k = 0; k < count; k++) {
      const dx = (x[k] as number) - px
      const dy = (y[k] as number) - py
      const dz = (z[k] as number) - pz
      const square = dx * dx + dy * dy + dz * dz
      squares[k] = square
      if (square < least) least = square
    }
    const bound = longestChord(Math.sqrt(least))
    const bound2 = bound * bound
    let best = -1
    let bestMm = Infinity
    for (let k = 0; k < count; k++) {
      if ((squares[k] as number) > bound2) continue
      const site = order[k] as number
      const mm = Math.round(metresBetween(lng, lat, sites.lng[site] as number, sites.lat[site] as number) * 1000)
      if (mm > bestMm || (mm === bestMm && site > best)) continue
      best = site
      bestMm = mm
    }
    return [best, bestMm]
  }
}

/** Geocentric metres. */
function inSpace(lng: number, lat: number): [number, number, number] {
  const sine = Math.sin(lat * radian)
  const normal = equatorial / Math.sqrt(1 - eccentricitySquared * sine * sine)
  const out = normal * Math.cos(lat * radian)
  return [out * Math.cos(lng * radian), out * Math.sin(lng * radian), normal * (1 - eccentricitySquared) * sine]
}

/**
 * The longest chord of a geodesic that is no longer than one over this chord. Every geodesic bends with a radius between 6,335 and 6,400 km;
 * half a per cent of slack on both sides, and a centimetre.
 */
function longestChord(chord: number): number {
  const longest = 2 * 6.3e6 * Math.asin(Math.min(1, chord / (2 * 6.3e6)))
  return chord > 1e7 ? Infinity : 2 * 6.44e6 * Math.sin(longest / (2 * 6.44e6)) + 0.01
}
