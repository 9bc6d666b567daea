import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metresBetween } from '../../src/geo/ruler'
import { bd09ToGcj02, bd09ToGcj02Closed, bd09ToWgs84, gcj02ToBd09, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from '../../src/geo/shifted'

const close = ([lng, lat]: readonly [number, number]) => [expect.closeTo(lng, 10), expect.closeTo(lat, 10)]

test('the published test vectors come out', () => {
  expect(wgs84ToGcj02(116.404, 39.915)).toEqual(close([116.41024449916938, 39.91640428150164]))
  expect(bd09ToGcj02Closed(116.404, 39.915)).toEqual(close([116.39762729119315, 39.90865673957631]))
  expect(gcj02ToBd09(116.404, 39.915)).toEqual(close([116.41036949371029, 39.92133699351021]))
  expect(wgs84ToBd09(116.403988, 39.914266)).toEqual(close([116.41661560068297, 39.92196580126834]))
  expect(gcj02ToWgs84(116.404, 39.915)).toEqual(close([116.39775575457485, 39.9135962356094]))
})

test('the shift has the size that the notes give for five cities', () => {
  for (const [lng, lat, metres] of [[103.796, 25.49, 390], [106.563, 29.556, 479], [118.089, 24.479, 584], [116.407, 39.904, 556], [126.535, 45.803, 519]] as const)
    expect(Math.abs(metresBetween(lng, lat, ...wgs84ToGcj02(lng, lat)) - metres)).toBeLessThan(5)
})

test('there and back is the same place, under a micrometre, anywhere in China', () => {
  fc.assert(
    fc.property(fc.double({ min: 73, max: 136, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }), (lng, lat) => {
      expect(metresBetween(lng, lat, ...gcj02ToWgs84(...wgs84ToGcj02(lng, lat)))).toBeLessThan(1e-6)
      expect(metresBetween(lng, lat, ...bd09ToWgs84(...wgs84ToBd09(lng, lat)))).toBeLessThan(1e-6)
      expect(metresBetween(lng, lat, ...bd09ToGcj02(...gcj02ToBd09(lng, lat)))).toBeLessThan(1e-6)
    }),
    { numRuns: 2000 },
  )
})

test("Baidu's closed form is a quarter of a metre from the exact inverse at most", () => {
  fc.assert(
    fc.property(fc.double({ min: 73, max: 136, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }), (lng, lat) => {
      expect(metresBetween(...bd09ToGcj02(lng, lat), ...bd09ToGcj02Closed(lng, lat))).toBeLessThan(0.25)
    }),
  )
})

test('abroad nothing is shifted', () => {
  expect(wgs84ToGcj02(-51.2, -30.03)).toEqual([-51.2, -30.03])
})
