import { booleanPointInPolygon } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { polygonIndex } from '../../src/geo/polygons'
import { randomFrom } from '../helpers/random'

const box = (west: number, south: number, east: number, north: number): Position[] => [[west, south], [east, south], [east, north], [west, north], [west, south]]
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })

test('a place is held by the unit around it and by no other', () => {
  const index = polygonIndex([polygon(box(0, 0, 1, 1)), polygon(box(1, 0, 2, 1))])
  expect([index.firstAt(0.5, 0.5), index.firstAt(1.5, 0.5), index.firstAt(2.5, 0.5), index.firstAt(0.5, -0.1)]).toEqual([0, 1, -1, -1])
})

test('a place on a shared border belongs to the first unit, whichever way the rings turn', () => {
  const left = polygon(box(0, 0, 1, 1))
  const right = polygon([...box(1, 0, 2, 1)].reverse())
  for (const y of [0, 0.25, 0.5, 1]) {
    expect(polygonIndex([left, right]).firstAt(1, y)).toBe(0)
    expect(polygonIndex([right, left]).firstAt(1, y)).toBe(0)
    expect(polygonIndex([left, right]).allAt(1, y)).toEqual([0, 1])
  }
  for (const corner of [[0, 0], [1, 1], [0, 1], [0.5, 0], [0.5, 1]] as const) expect(polygonIndex([left]).firstAt(corner[0], corner[1])).toBe(0)
})

test('a hole is outside, an enclave in it is its own unit, the rim of the hole belongs to the first', () => {
  const ring = polygon(box(0, 0, 10, 10), box(4, 4, 6, 6))
  const enclave = polygon(box(4, 4, 6, 6))
  const index = polygonIndex([ring, enclave])
  expect([index.firstAt(1, 1), index.firstAt(5, 5), index.firstAt(4, 5)]).toEqual([0, 1, 0])
  expect(polygonIndex([ring]).firstAt(5, 5)).toBe(-1)
})

test('a unit of two islands holds places on both', () => {
  const islands: MultiPolygon = { type: 'MultiPolygon', coordinates: [[box(0, 0, 1, 1)], [box(5, 5, 6, 6)]] }
  const index = polygonIndex([null, islands])
  expect([index.firstAt(0.5, 0.5), index.firstAt(5.5, 5.5), index.firstAt(3, 3)]).toEqual([1, 1, -1])
  expect(index.allAt(0.5, 0.5)).toEqual([1])
})

test('parts that overlap do not cancel each other', () => {
  const index = polygonIndex([{ type: 'MultiPolygon', coordinates: [[box(0, 0, 2, 2)], [box(1, 1, 3, 3)]] }])
  expect([index.firstAt(1.5, 1.5), index.allAt(1.5, 1.5)]).toEqual([0, [0]])
})

test('units within units are all found, the first one first', () => {
  const index = polygonIndex([polygon(box(0, 0, 10, 10)), polygon(box(1, 1, 3, 3)), polygon(box(2, 2, 4, 4))])
  expect([index.allAt(2.5, 2.5), index.firstAt(2.5, 2.5), index.allAt(3.5, 3.5)]).toEqual([[0, 1, 2], 0, [0, 2]])
})

test('an unknown place, an empty list and a broken ring hold nothing', () => {
  expect(polygonIndex([]).firstAt(1, 1)).toBe(-1)
  expect(polygonIndex([polygon(box(0, 0, 1, 1))]).firstAt(NaN, 0.5)).toBe(-1)
  expect(polygonIndex([polygon([]), polygon([[NaN, 0], [1, 1]])]).firstAt(0.5, 0.5)).toBe(-1)
  expect(polygonIndex([polygon(box(0, 0, 1, 1).slice(0, -1))]).firstAt(0.5, 0.5)).toBe(0)
})

test('a crooked partition of a county gives every place to exactly one unit', () => {
  const random = randomFrom(21)
  // 12 x 12 units whose shared corners are pulled about and whose shared sides are bent.
  const corner = Array.from({ length: 13 }, (_, r) => Array.from({ length: 13 }, (_, c): Position => [103 + c * 0.1 + (c % 12 ? random() * 0.06 : 0), 25 + r * 0.1 + (r % 12 ? random() * 0.06 : 0)]))
  const at = (r: number, c: number) => (corner[r] as Position[])[c] as Position
  const units = Array.from({ length: 144 }, (_, i) => {
    const [r, c] = [Math.floor(i / 12), i % 12]
    return polygon([at(r, c), at(r, c + 1), at(r + 1, c + 1), at(r + 1, c), at(r, c)])
  })
  const index = polygonIndex(units)
  for (let i = 0; i < 20_000; i++) expect(index.allAt(103 + 1.2 * random(), 25 + 1.2 * random())).toHaveLength(1)
  // Points on the very sides, where rounding decides: never in no unit.
  for (let i = 0; i < 5_000; i++) {
    const r = 1 + Math.floor(11 * random())
    const c = Math.floor(12 * random())
    const [[x1, y1], [x2, y2]] = [at(r, c) as [number, number], at(r, c + 1) as [number, number]]
    const t = random()
    expect(index.firstAt(x1 + t * (x2 - x1), y1 + t * (y2 - y1))).toBeGreaterThanOrEqual(0)
  }
})

test('stars of a hundred corners with holes agree with Turf', () => {
  const random = randomFrom(22)
  const star = (x: number, y: number, size: number) => {
    const ring = Array.from({ length: 100 }, (_, i): Position => {
      const radius = size * (0.5 + 0.5 * random())
      return [x + radius * Math.cos((i * Math.PI) / 50), y + radius * Math.sin((i * Math.PI) / 50)]
    })
    return [...ring, ring[0] as Position]
  }
  const stars = Array.from({ length: 40 }, () => {
    const [x, y] = [random() * 10, random() * 10]
    return polygon(star(x, y, 2), star(x, y, 0.8))
  })
  const index = polygonIndex(stars)
  const lng = Float64Array.from({ length: 3000 }, () => random() * 10)
  const lat = Float64Array.from({ length: 3000 }, () => random() * 10)
  const first = index.first({ lng, lat })
  lng.forEach((x, i) => {
    const expected = stars.flatMap((shape, s) => (booleanPointInPolygon([x, lat[i] as number], shape) ? [s] : []))
    expect(index.allAt(x, lat[i] as number)).toEqual(expected)
    expect(first[i]).toBe(expected[0] ?? -1)
  })
})
