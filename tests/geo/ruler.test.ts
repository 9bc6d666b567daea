import fc from 'fast-check'
import { Geodesic } from 'geographiclib-geodesic'
import { expect, test } from 'vitest'
import { meridianArc, metresBetween, placeAt, roundMm } from '../../src/geo/ruler'

const karney = (lng1: number, lat1: number, lng2: number, lat2: number) => Geodesic.WGS84.Inverse(lat1, lng1, lat2, lng2).s12 ?? NaN
const lng = fc.double({ min: -180, max: 180, noNaN: true })
const lat = fc.double({ min: -90, max: 90, noNaN: true })

test('one degree of the equator is 111,319.4908 m and a quarter of a meridian 10,001,965.7293 m', () => {
  expect(metresBetween(0, 0, 1, 0)).toBeCloseTo(111319.4908, 4)
  expect(metresBetween(105, 0, 105, 90)).toBeCloseTo(10001965.7293, 3)
  expect(meridianArc(Math.PI / 2)).toBeCloseTo(10001965.7293, 4)
})

test('from pole to pole is half of a meridian ring, on whatever meridian', () => {
  for (const turn of [0, 30, 120]) for (const off of [0, 4e-14]) expect(metresBetween(0, 90 - off, turn, -90)).toBeCloseTo(20003931.4586, 3)
})

test('a place is 0 m from itself, and an unknown place at an unknown distance', () => {
  expect(metresBetween(103.8, 25.5, 103.8, 25.5)).toBe(0)
  expect(metresBetween(0, 90, 120, 90)).toBeCloseTo(0, 6)
  expect(metresBetween(NaN, 25.5, 103.8, 25.5)).toBeNaN()
  expect(metresBetween(103.8, 25.5, 103.8, NaN)).toBeNaN()
})

test('up to 100 km the distance is within 0.01 mm of the geodesic, anywhere below 85°', () => {
  fc.assert(
    fc.property(lng, fc.double({ min: -85, max: 85, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0, max: 100_000, noNaN: true }), (x, y, azimuth, metres) => {
      const there = Geodesic.WGS84.Direct(y, x, azimuth, metres)
      const [toLng, toLat] = [there.lon2 ?? NaN, there.lat2 ?? NaN]
      expect(Math.abs(metresBetween(x, y, toLng, toLat) - karney(x, y, toLng, toLat))).toBeLessThan(1e-5)
    }),
    { numRuns: 2000 },
  )
})

test('up to 20 km in China the distance is within 0.01 mm', () => {
  fc.assert(
    fc.property(fc.double({ min: 73, max: 136, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0, max: 20_000, noNaN: true }), (x, y, azimuth, metres) => {
      const there = Geodesic.WGS84.Direct(y, x, azimuth, metres)
      expect(Math.abs(metresBetween(x, y, there.lon2 ?? NaN, there.lat2 ?? NaN) - karney(x, y, there.lon2 ?? NaN, there.lat2 ?? NaN))).toBeLessThan(1e-5)
    }),
    { numRuns: 2000 },
  )
})

test('between any two places on earth the distance is within 1 mm of the geodesic', () => {
  fc.assert(
    fc.property(lng, lat, lng, lat, (x1, y1, x2, y2) => {
      expect(Math.abs(metresBetween(x1, y1, x2, y2) - karney(x1, y1, x2, y2))).toBeLessThan(1e-3)
    }),
    { numRuns: 5000 },
  )
})

test('between nearly opposite places the distance is within 1 cm of the geodesic', () => {
  const off = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(lng, fc.double({ min: -80, max: 80, noNaN: true }), off, off, (x, y, dx, dy) => {
      expect(Math.abs(metresBetween(x, y, x + 180 + dx > 180 ? x - 180 + dx : x + 180 + dx, -y + dy) - karney(x, y, x + 180 + dx, -y + dy))).toBeLessThan(1e-2)
    }),
    { numRuns: 300 },
  )
  expect(metresBetween(0, 0, 180, 0)).toBeCloseTo(20003931.4586, 2)
  expect(metresBetween(0, 0, 179.7, 0)).toBeCloseTo(karney(0, 0, 179.7, 0), 2)
})

test('the way there is as long as the way back, to the bit', () => {
  fc.assert(
    fc.property(lng, lat, lng, lat, (x1, y1, x2, y2) => {
      expect(metresBetween(x1, y1, x2, y2)).toBe(metresBetween(x2, y2, x1, y1))
    }),
  )
})

test('the date line is no wall', () => {
  expect(metresBetween(179.99, 50, -179.99, 50)).toBeCloseTo(karney(179.99, 50, -179.99, 50), 4)
})

test('the place so many metres away is so many metres away', () => {
  fc.assert(
    fc.property(lng, fc.double({ min: -85, max: 85, noNaN: true }), fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0, max: 100_000, noNaN: true }), (x, y, azimuth, metres) => {
      const [toLng, toLat] = placeAt(x, y, azimuth, metres)
      const there = Geodesic.WGS84.Direct(y, x, azimuth, metres)
      expect(karney(toLng, toLat, there.lon2 ?? NaN, there.lat2 ?? NaN)).toBeLessThan(1e-3)
    }),
  )
})

test('a distance is compared to the millimetre, halves up', () => {
  expect([roundMm(500.0004), roundMm(500.0005), roundMm(499.9996)]).toEqual([500, 500.001, 500])
})
