import { area, booleanPointInPolygon, featureCollection, polygon, union } from '@turf/turf'
import fc from 'fast-check'
import { Geodesic } from 'geographiclib-geodesic'
import { expect, test } from 'vitest'
import { areaOfCircles, circleRing, unionOfCircles } from '../../src/geo/circles'
import { metresBetween } from '../../src/geo/ruler'
import { places } from '../helpers/brute'
import { randomFrom } from '../helpers/random'

const centre = [103.8, 25.5] as const
const away = (east: number, north: number): [number, number] => {
  const there = Geodesic.WGS84.Direct(centre[1], centre[0], (Math.atan2(east, north) * 180) / Math.PI, Math.hypot(east, north))
  return [there.lon2 ?? NaN, there.lat2 ?? NaN]
}
const disc = Math.PI * 1e6
/** Area of the lens in which two circles of 1000 m overlap. */
const lens = (distance: number) => 2e6 * Math.acos(distance / 2000) - (distance / 2) * Math.sqrt(4e6 - distance ** 2)
const share = (part: number, whole: number) => Math.abs(part / whole - 1)

test('a circle has the area of a circle; no site has none; an unknown site adds nothing', () => {
  expect(share(areaOfCircles(places([centre]), 1000), disc)).toBeLessThan(1e-7)
  expect(areaOfCircles(places([]), 1000)).toBe(0)
  expect(areaOfCircles(places([centre, [NaN, 25]]), 1000)).toBe(areaOfCircles(places([centre]), 1000))
})

test('two circles have twice the area less the lens that they share', () => {
  for (const distance of [1, 500, 1000, 1999, 2500]) {
    const expected = 2 * disc - (distance < 2000 ? lens(distance) : 0)
    for (const other of [away(distance, 0), away(0, -distance), away(distance * 0.6, distance * 0.8)]) expect(share(areaOfCircles(places([centre, other]), 1000), expected)).toBeLessThan(3e-7)
  }
})

test('a circle counted twice or three times is one circle', () => {
  expect(areaOfCircles(places([centre, centre, centre]), 1000)).toBe(areaOfCircles(places([centre]), 1000))
  expect(unionOfCircles(places([centre, centre]), 1000).outline.coordinates).toHaveLength(1)
})

test('a ring of circles leaves a hole, and the hole is a ring of the outline', () => {
  // Eight circles on a ring of 2000 m: neighbours 1530.7 m apart overlap, opposite ones do not; the middle is free.
  const ring = Array.from({ length: 8 }, (_, i) => away(2000 * Math.cos((i * Math.PI) / 4), 2000 * Math.sin((i * Math.PI) / 4)))
  const { areaM2, outline } = unionOfCircles(places(ring), 1000)
  expect(share(areaM2, 8 * disc - 8 * lens(4000 * Math.sin(Math.PI / 8)))).toBeLessThan(1e-6)
  expect(outline.coordinates.map((rings) => rings.length)).toEqual([2])
  expect(booleanPointInPolygon([...centre], outline)).toBe(false)
  expect(booleanPointInPolygon(away(2000, 0), outline)).toBe(true)
})

test('circles that do not touch are polygons of their own', () => {
  const { areaM2, outline } = unionOfCircles(places([centre, away(5000, 0), away(0, 5000)]), 1000)
  expect(outline.coordinates).toHaveLength(3)
  expect(share(areaM2, 3 * disc)).toBeLessThan(1e-6)
})

test('the area is that of 300,000 darts', () => {
  const random = randomFrom(31)
  const sites = Array.from({ length: 120 }, () => away(10_000 * (random() - 0.5), 10_000 * (random() - 0.5)))
  const exact = areaOfCircles(places(sites), 700)
  // Darts on the plane of the same local metres: the share of the 12 km square that is within 700 m of a site.
  const metresEast = metresBetween(103.8, 25.5, 103.81, 25.5) * 100
  const metresNorth = metresBetween(103.8, 25.495, 103.8, 25.505) * 100
  const plane = sites.map(([lng, lat]) => [(lng - 103.8) * metresEast * (Math.cos((lat * Math.PI) / 180) / Math.cos((25.5 * Math.PI) / 180)), (lat - 25.5) * metresNorth] as const)
  let hits = 0
  const darts = 300_000
  for (let i = 0; i < darts; i++) {
    const [x, y] = [12_000 * (random() - 0.5), 12_000 * (random() - 0.5)]
    if (plane.some(([a, b]) => (x - a) ** 2 + (y - b) ** 2 <= 700 ** 2)) hits++
  }
  // Three standard deviations of the darts are about 0.3 %.
  expect(share((hits / darts) * 1.44e8, exact)).toBeLessThan(0.006)
})

test("the area is Turf's, once Turf's polygons are given their missing rims", () => {
  const random = randomFrom(32)
  const sites = Array.from({ length: 40 }, () => away(8000 * (random() - 0.5), 8000 * (random() - 0.5)))
  const polygons = sites.map((at) => polygon([circleRing(at[0], at[1], 1000, 240)]))
  const joined = union(featureCollection(polygons))
  if (!joined) throw new Error('union of nothing')
  // Turf measures on a sphere of 6,371,008.8 m and the corners cut off 1.1e-4: one circle gives the factor between the two.
  const factor = areaOfCircles(places([centre]), 1000) / area(polygon([circleRing(...centre, 1000, 240)]))
  expect(share(area(joined) * factor, areaOfCircles(places(sites), 1000))).toBeLessThan(2e-4)
})

test('the outline lies on the circles: its corners are 1000 m from a site and nearer to none', () => {
  const random = randomFrom(33)
  const sites = Array.from({ length: 60 }, () => away(9000 * (random() - 0.5), 9000 * (random() - 0.5)))
  const { outline } = unionOfCircles(places(sites), 1000)
  for (const corner of outline.coordinates.flat(2)) {
    const nearest = Math.min(...sites.map(([lng, lat]) => metresBetween(lng, lat, corner[0] as number, corner[1] as number)))
    expect(Math.abs(nearest - 1000)).toBeLessThan(0.05)
  }
  const turfArea = area({ type: 'Feature', properties: {}, geometry: outline })
  expect(share(turfArea, unionOfCircles(places(sites), 1000).areaM2)).toBeLessThan(0.005)
})

test('across a province the area keeps its size', () => {
  // Far apart, so that the truth is a sum of single circles.
  const far = places(Array.from({ length: 9 }, (_, i) => [102 + i * 0.9, 25 + (i % 3)] as const))
  expect(share(areaOfCircles(far, 1000), 9 * disc)).toBeLessThan(1e-5)
})

test('more sites or wider circles never cover less, and never more than all circles together', () => {
  const site = fc.tuple(fc.double({ min: -3000, max: 3000, noNaN: true }), fc.double({ min: -3000, max: 3000, noNaN: true })).map(([x, y]) => away(x, y))
  fc.assert(
    fc.property(fc.array(site, { minLength: 1, maxLength: 12 }), site, (sites, more) => {
      const before = areaOfCircles(places(sites), 800)
      const after = areaOfCircles(places([...sites, more]), 800)
      expect(after).toBeGreaterThan(before * (1 - 1e-6))
      expect(areaOfCircles(places(sites), 900)).toBeGreaterThan(before)
      expect(before).toBeLessThan(sites.length * Math.PI * 640_000 * (1 + 1e-6))
    }),
  )
})

test("a circle's ring is closed, turns counter-clockwise and keeps its distance", () => {
  const ring = circleRing(...centre, 1000, 36)
  expect(ring).toHaveLength(37)
  expect(ring[0]).toEqual(ring[36])
  for (const [lng, lat] of ring) expect(metresBetween(...centre, lng as number, lat as number)).toBeCloseTo(1000, 4)
  expect((ring[9]?.[0] ?? 0) < centre[0]).toBe(true)
})
