/**
 * GCJ-02 (Amap, Tencent) and BD-09 (Baidu): the shifted longitudes and latitudes of Chinese web maps, in degrees.
 * The published reverse-engineered constants; agreement with the providers is about a decimetre, so never finer than the input.
 */

/** Outside the rough box of China the maps are not shifted. */
export function wgs84ToGcj02(lng: number, lat: number): [number, number] {
  if (!inChina(lng, lat)) return [lng, lat]
  const [east, north] = shift(lng, lat)
  return [lng + east, lat + north]
}

/** The exact inverse, by fixed point: each round shrinks the error about a hundredfold, 8 rounds reach the last bit. */
export const gcj02ToWgs84 = (lng: number, lat: number): [number, number] => inverse(wgs84ToGcj02, lng, lat)

export function gcj02ToBd09(lng: number, lat: number): [number, number] {
  const radius = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * baiduPi)
  const angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * baiduPi)
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006]
}

/** Baidu's own closed form, the one other tools give; up to 0.22 m from the inverse of gcj02ToBd09. */
export function bd09ToGcj02Closed(lng: number, lat: number): [number, number] {
  const x = lng - 0.0065
  const y = lat - 0.006
  const radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * baiduPi)
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * baiduPi)
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

export const bd09ToGcj02 = (lng: number, lat: number): [number, number] => inverse(gcj02ToBd09, lng, lat)

export const wgs84ToBd09 = (lng: number, lat: number): [number, number] => gcj02ToBd09(...wgs84ToGcj02(lng, lat))

export const bd09ToWgs84 = (lng: number, lat: number): [number, number] => gcj02ToWgs84(...bd09ToGcj02(lng, lat))

// Krasovsky 1940.
const semiMajor = 6378245
const eccentricitySquared = 0.006693421622965943
const baiduPi = (Math.PI * 3000) / 180

const inChina = (lng: number, lat: number) => lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271

function inverse(forward: (lng: number, lat: number) => [number, number], lng: number, lat: number): [number, number] {
  let x = lng
  let y = lat
  for (let round = 0; round < 8; round++) {
    const [forwardX, forwardY] = forward(x, y)
    x += lng - forwardX
    y += lat - forwardY
  }
  return [x, y]
}

function shift(lng: number, lat: number): [number, number] {
  const x = lng - 105
  const y = lat - 35
  const root = Math.sqrt(Math.abs(x))
  const fast = ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3
  const eastWave = ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 + ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3
  const northWave = ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 + ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + fast + eastWave
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + fast + northWave
  const latitude = (lat / 180) * Math.PI
  const magic = 1 - eccentricitySquared * Math.sin(latitude) ** 2
  const rootMagic = Math.sqrt(magic)
  return [
    (east * 180) / ((semiMajor / rootMagic) * Math.cos(latitude) * Math.PI),
    (north * 180) / (((semiMajor * (1 - eccentricitySquared)) / (magic * rootMagic)) * Math.PI),
  ]
}
