/** The drawing plane: kilometres east and north of the old town's centre, and its ways to real coordinate systems. */
export const origin = [103.5, 25.45]
const kmPerLng = 111.32 * Math.cos((origin[1] * Math.PI) / 180)
const kmPerLat = 110.78

/** WGS84 longitude and latitude, 6 decimals (0.1 m). */
export const toLngLat = ([x, y]) => [round(origin[0] + x / kmPerLng, 6), round(origin[1] + y / kmPerLat, 6)]

/** CGCS2000 Gauss-Krüger, central meridian 105°, without zone prefix (EPSG:4544), [east, north] in m; Krüger series to n⁴. */
export function toGaussKruger105([lng, lat]) {
  const a = 6378137, f = 1 / 298.257222101, n = f / (2 - f), e = (2 * Math.sqrt(n)) / (1 + n)
  const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
  const alpha = [
    n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180,
    (13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440,
    (61 * n ** 3) / 240 - (103 * n ** 4) / 140,
    (49561 * n ** 4) / 161280,
  ]
  const phi = (lat * Math.PI) / 180, lambda = ((lng - 105) * Math.PI) / 180
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi)))
  const xi = Math.atan2(t, Math.cos(lambda)), eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t))
  let east = eta, north = xi
  alpha.forEach((c, k) => {
    const j = 2 * (k + 1)
    east += c * Math.cos(j * xi) * Math.sinh(j * eta)
    north += c * Math.sin(j * xi) * Math.cosh(j * eta)
  })
  return [round(500000 + radius * east, 3), round(radius * north, 3)]
}

export const round = (value, decimals) => Number(value.toFixed(decimals))
export const add = (p, q) => [p[0] + q[0], p[1] + q[1]]
export const mix = (p, q, t) => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]
export const distance = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1])

/** Where segments pq and rs meet, or null. */
export function crossing(p, q, r, s) {
  const d = (q[0] - p[0]) * (s[1] - r[1]) - (q[1] - p[1]) * (s[0] - r[0])
  if (d === 0) return null
  const t = ((r[0] - p[0]) * (s[1] - r[1]) - (r[1] - p[1]) * (s[0] - r[0])) / d
  const u = ((r[0] - p[0]) * (q[1] - p[1]) - (r[1] - p[1]) * (q[0] - p[0])) / d
  return t > 0 && t < 1 && u >= 0 && u < 1 ? mix(p, q, t) : null
}

export function crossingOfLine(p, q, line) {
  for (let k = 0; k + 1 < line.length; k++) {
    const at = crossing(p, q, line[k], line[k + 1])
    if (at) return { at, piece: k }
  }
  return null
}

/** Distance of a point from a line, and the nearest point on it. */
export function nearest(p, line) {
  let best = { distance: Infinity, at: line[0] }
  for (let k = 0; k + 1 < line.length; k++) {
    const [a, b] = [line[k], line[k + 1]]
    const along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2 || 1)
    const at = mix(a, b, Math.max(0, Math.min(1, along)))
    const d = distance(p, at)
    if (d < best.distance) best = { distance: d, at }
  }
  return best
}

export function inside(p, ring) {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]]
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd
  }
  return odd
}
