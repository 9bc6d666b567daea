/**
 * Transverse Mercator by Krueger's series to the sixth order in n (Karney 2011, "Transverse Mercator with an accuracy of a few nanometers", eq. 7-9 and 35),
 * the conformal latitude in closed form: written apart from proj4 so that it can be its oracle. GRS80, scale 1.
 */
export function krueger(lng: number, lat: number, meridian: number, falseEasting: number): [number, number] {
  const phi = (lat * Math.PI) / 180
  const lambda = ((lng - meridian) * Math.PI) / 180
  const tau = Math.tan(phi)
  const sigma = Math.sinh(e * Math.atanh((e * tau) / Math.hypot(1, tau)))
  const conformal = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau)
  const xi = Math.atan2(conformal, Math.cos(lambda))
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)))
  const north = alpha.reduce((sum, a, j) => sum + a * Math.sin(2 * (j + 1) * xi) * Math.cosh(2 * (j + 1) * eta), xi)
  const east = alpha.reduce((sum, a, j) => sum + a * Math.cos(2 * (j + 1) * xi) * Math.sinh(2 * (j + 1) * eta), eta)
  return [falseEasting + rectifying * east, rectifying * north]
}

const f = 1 / 298.257222101
const n = f / (2 - f)
const e = Math.sqrt(f * (2 - f))
const rectifying = (6378137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256)
const alpha = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4 - (127 / 288) * n ** 5 + (7891 / 37800) * n ** 6,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4 + (281 / 630) * n ** 5 - (1983433 / 1935360) * n ** 6,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5 + (167603 / 181440) * n ** 6,
  (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5 + (6601661 / 7257600) * n ** 6,
  (34729 / 80640) * n ** 5 - (3418889 / 1995840) * n ** 6,
  (212378941 / 319334400) * n ** 6,
]
