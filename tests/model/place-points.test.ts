import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { unitOfPoint } from '../../src/model/place-points'
import { square } from '../helpers/hand-tables'
import { area } from '../helpers/town'

const areas = [
  area('city', 'city', null, { boundary: square(0, 0, 4) as Polygon }),
  area('x', 'community', 'street', { boundary: square(0, 0) as Polygon }),
  area('street', 'subdistrict', 'city', { boundary: square(0, 0, 2) as Polygon }),
  area('undrawn', 'community', 'street'),
]
const idAt = (lng: number, lat: number) => areas[unitOfPoint(areas)(lng, lat)]?.id ?? null

test('the finest unit that holds the point is the unit of the point', () => {
  expect([idAt(0.5, 0.5), idAt(1.5, 0.5), idAt(3, 3), idAt(5, 5)]).toEqual(['x', 'street', 'city', null])
})

test('a place that is no number is in no unit', () => expect([idAt(NaN, 0.5), idAt(0.5, Infinity)]).toEqual([null, null]))
