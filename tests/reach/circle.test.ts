import fc from 'fast-check'
import { Geodesic } from 'geographiclib-geodesic'
import { expect, test } from 'vitest'
import { circleReach, eachPairWithin, nearestWithin, peopleReachedBySite } from '../../src/reach/circle'
import { bruteCircle, places, roundToMm } from '../helpers/brute'
import type { Places } from '../helpers/brute'
import { randomFrom } from '../helpers/random'

/** The place so many metres east (azimuth 90) or at another azimuth of Qujing's centre. */
const away = (metres: number, azimuth = 90, from: readonly [number, number] = [103.8, 25.5]): [number, number] => {
  const there = Geodesic.WGS84.Direct(from[1], from[0], azimuth, metres)
  return [there.lon2 ?? NaN, there.lat2 ?? NaN]
}
const centre: [number, number] = [103.8, 25.5]

/** Ours against the twin: the same sites within, the same nearest, unless one distance stands so near a rounding edge that the ruler's own error (10 µm at 20 km) turns it. */
function agrees(demand: Places, sites: Places, limits: readonly number[]): void {
  const ours = circleReach(demand, sites, limits)
  const twin = bruteCircle(demand, sites, limits)
  twin.every.forEach((row, i) => {
    if (twin.nearest[i] === -1) expect(ours.metres[i]).toBeNaN()
    else expect(Math.abs((ours.metres[i] as number) - (twin.metres[i] as number))).toBeLessThan(0.0011)
    const onEdge = row.some((metres) => Math.abs(Math.abs((metres * 1000) % 1) - 0.5) < 0.002 + metres * 5e-7)
    if (onEdge) return
    expect(ours.nearest[i]).toBe(twin.nearest[i])
    expect(limits.map((_, l) => ours.within[l]?.[i])).toEqual(limits.map((_, l) => twin.within[l]?.[i]))
  })
}

test('a facility 400 m away is within 500 m and 1000 m, one 700 m away only within 1000 m', () => {
  const reach = circleReach(places([centre]), places([away(700), away(400, 0)]), [500, 1000])
  expect(reach.nearest[0]).toBe(1)
  expect(reach.metres[0]).toBe(400)
  expect(reach.within.map((counts) => counts[0])).toEqual([1, 2])
})

test('half a millimetre belongs to the limit: 500.0004 m is within 500 m, 500.0006 m is not', () => {
  for (const azimuth of [0, 45, 90, 137, 270]) {
    const reach = circleReach(places([centre]), places([away(500.0004, azimuth), away(500.0006, azimuth)]), [500])
    expect(reach.within[0]?.[0]).toBe(1)
  }
})

test('the nearest facility is found however far it is', () => {
  const reach = circleReach(places([centre]), places([away(900_000, 10), away(300_000, 200), away(300_001, 100)]), [500])
  expect([reach.nearest[0], reach.metres[0], reach.within[0]?.[0]]).toEqual([1, 300_000, 0])
})

test('of two facilities at the same millimetre the one that comes first is the nearest', () => {
  expect(circleReach(places([centre]), places([away(9000), centre, centre]), []).nearest[0]).toBe(1)
  expect(circleReach(places([centre]), places([away(300.0003), away(300.0001, 180)]), [1000]).nearest[0]).toBe(0)
  expect(circleReach(places([centre]), places([away(300.0001), away(300.0003, 180)]), [1000]).nearest[0]).toBe(0)
})

test('an unknown position reaches nothing and is reached by nobody', () => {
  const unknown: [number, number] = [NaN, NaN]
  const reach = circleReach(places([unknown, centre, [103.8, NaN]]), places([unknown, away(100)]), [500])
  expect([...reach.nearest]).toEqual([-1, 1, -1])
  expect([...reach.metres]).toEqual([NaN, 100, NaN])
  expect([...(reach.within[0] ?? [])]).toEqual([0, 1, 0])
  expect(circleReach(places([centre]), places([]), [500]).nearest[0]).toBe(-1)
  expect(circleReach(places([centre]), places([unknown]), [500]).metres[0]).toBeNaN()
})

test('a facility at the same place is 0 m away, and within a limit of 0', () => {
  const reach = circleReach(places([centre]), places([centre]), [0, 500])
  expect([reach.metres[0], reach.within[0]?.[0], reach.within[1]?.[0]]).toEqual([0, 1, 1])
})

test('the limits answer in the order in which they are asked; an endless one counts every placed facility', () => {
  const reach = circleReach(places([centre]), places([away(400), away(700), [NaN, 1]]), [1000, 300, Infinity, 500, -5, NaN])
  expect(reach.within.map((counts) => counts[0])).toEqual([2, 0, 2, 1, 0, 0])
})

test('circles agree with the twin in a dense town', () => {
  const random = randomFrom(11)
  const near = (count: number) => places(Array.from({ length: count }, () => away(3000 * Math.sqrt(random()), 360 * random())))
  agrees(near(150), near(150), [300, 500, 1000])
})

test('circles agree with the twin across a province, from the tropics to Mohe', () => {
  const random = randomFrom(12)
  for (const [lng, lat, size] of [[98, 21, 8], [121, 43, 13], [124, 50, 3.5], [0, -50, 20]] as const) {
    const spread = (count: number) => places(Array.from({ length: count }, () => [lng + size * random(), lat + (size / 2) * random()] as const))
    agrees(spread(60), spread(60), [1000, 20_000, 100_000])
  }
})

test('circles agree with the twin across the date line and near a pole', () => {
  const random = randomFrom(13)
  agrees(places(Array.from({ length: 20 }, () => [random() < 0.5 ? 179.99 : -179.99, 51 + random() / 100] as const)), places(Array.from({ length: 20 }, () => [random() < 0.5 ? 179.98 : -179.98, 51 + random() / 100] as const)), [1000, 3000])
  agrees(places(Array.from({ length: 20 }, () => [160 * random(), 89.9 + random() / 10] as const)), places(Array.from({ length: 20 }, () => [160 * random(), 89.9 + random() / 10] as const)), [1000, 5000])
})

const place = fc.tuple(fc.oneof(fc.double({ min: 103.79, max: 103.81, noNaN: true }), fc.double({ min: 73, max: 136 })), fc.oneof(fc.double({ min: 25.49, max: 25.51, noNaN: true }), fc.double({ min: 3, max: 54 })))
test('circles agree with the twin in any mixture of near, far, repeated and unknown places', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), fc.array(place, { maxLength: 8 }), fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 3 }), (a, b, limits) => {
      agrees(places(a), places([...b, ...a.slice(0, 2)]), limits)
    }),
    { numRuns: 150 },
  )
})

test('a layer read one zone off is still answered, exactly and soon', () => {
  const random = randomFrom(17)
  const town = (lng: number, count: number) => places(Array.from({ length: count }, () => [lng + random() / 3, 25.5 + random() / 3] as const))
  agrees(town(103.6, 40), town(106.6, 60), [1000])
  agrees(places([[103.6, 25], [-51.2, -30], [106.6, 81]]), town(106.6, 60), [1000])
  const start = performance.now()
  circleReach(town(103.6, 5000), town(106.6, 2000), [1000])
  // Every pair by the ellipsoid would take ten seconds.
  expect(performance.now() - start).toBeLessThan(2000)
})

test('no pair is lost exactly at the limit, in any direction, at 50°N as at 25°N', () => {
  const random = randomFrom(14)
  for (const from of [[103.8, 25.5], [126.5, 50.2], [131, 47.7]] as const) {
    // 200 km of other facilities, so that the cells are those of a wide study.
    const far = Array.from({ length: 500 }, () => away(200_000 * random(), 360 * random(), from))
    const rim = Array.from({ length: 90 }, (_, i) => away(1000, 4 * i, from))
    const rim2 = Array.from({ length: 90 }, (_, i) => away(1000.001, 4 * i, from))
    const inside = circleReach(places([from]), places([...far, ...rim]), [1000]).within[0]?.[0] ?? 0
    const outside = circleReach(places([from]), places([...far, ...rim2]), [1000]).within[0]?.[0] ?? 0
    expect(inside - outside).toBe(90)
  }
})

test('every pair within the limit is visited once, with its distance', () => {
  const random = randomFrom(15)
  const near = (count: number) => places(Array.from({ length: count }, () => away(3000 * Math.sqrt(random()), 360 * random())))
  const [demand, sites] = [near(60), near(60)]
  const seen = new Map<string, number>()
  eachPairWithin(demand, sites, 800, (i, j, metres) => {
    expect(seen.has(`${i} ${j}`)).toBe(false)
    seen.set(`${i} ${j}`, metres)
  })
  const twin = bruteCircle(demand, sites, [800])
  const expected = twin.every.flatMap((row, i) => row.flatMap((metres, j) => (roundToMm(metres) <= 800 ? [[`${i} ${j}`, metres] as const] : [])))
  expect(seen.size).toBe(expected.length)
  for (const [pair, metres] of expected) expect(seen.get(pair)).toBeCloseTo(metres, 2.7)
})

test('the nearest within a limit is the nearest, or nobody', () => {
  const found = nearestWithin(places([centre, away(5000)]), places([away(400), away(4_400)]), 500)
  expect([...found.nearest]).toEqual([0, -1])
  expect([...found.metres]).toEqual([400, NaN])
})

test('a facility reaches the people within each limit; an unknown count is told apart from none', () => {
  const reach = peopleReachedBySite(places([away(100), away(450), away(900), away(2000)]), places([centre, away(2000)]), [500, 1000], [Float64Array.of(1, 2, 4, 8), Float64Array.of(16, NaN, 32, 64)])
  expect(reach.points.map((counts) => [...counts])).toEqual([[2, 1], [3, 1]])
  expect(reach.sums.map((ofWeights) => ofWeights.map((column) => column[0]))).toEqual([[3, 16], [7, 48]])
  expect(reach.unknown.map((ofWeights) => ofWeights.map((column) => column[0]))).toEqual([[0, 1], [0, 1]])
  expect(reach.sums[1]?.[0]?.[1]).toBe(8)
})

test('the order of the rows does not show, except through the index', () => {
  const random = randomFrom(16)
  const all = Array.from({ length: 80 }, () => away(4000 * Math.sqrt(random()), 360 * random()))
  const there = circleReach(places(all), places(all.slice(0, 30)), [700])
  const back = circleReach(places([...all].reverse()), places(all.slice(0, 30)), [700])
  expect([...back.metres].reverse()).toEqual([...there.metres])
  expect([...back.nearest].reverse()).toEqual([...there.nearest])
  expect([...(back.within[0] ?? [])].reverse()).toEqual([...(there.within[0] ?? [])])
})

test('one more facility never lowers a count nor lengthens a way', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), fc.array(place, { minLength: 1, maxLength: 8 }), place, (a, b, more) => {
      const before = circleReach(places(a), places(b), [1000])
      const after = circleReach(places(a), places([...b, more]), [1000])
      a.forEach((_, i) => {
        expect(after.within[0]?.[i] ?? 0).toBeGreaterThanOrEqual(before.within[0]?.[i] ?? 0)
        if (!Number.isNaN(before.metres[i] as number)) expect(after.metres[i] as number).toBeLessThanOrEqual(before.metres[i] as number)
      })
    }),
  )
})
