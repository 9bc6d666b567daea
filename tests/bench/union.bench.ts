/** The area of the union of many circles: ours by arcs against Turf's union of polygons, where Turf can still do it. */
import { area, circle, featureCollection, union } from '@turf/turf'
import { areaOfCircles, unionOfCircles } from '../../src/geo/circles'
import { randomFrom } from '../helpers/random'
import { median, print } from './measure'
import { native } from './native'

export async function run(): Promise<void> {
  const many = sitesOf(10_000, 120_000, 41)
  const ms = median(21, () => areaOfCircles(many, 1000))
  const twin = native('union', [10_000, 120_000, 1000, 41, 21])
  if (twin) print({ bench: 'union', case: 'native arcs 10,000 circles, plane coordinates given', ms: twin['ms'] ?? NaN, n: 21, ratio: null, against: null, areaKm2: (twin['areaM2'] ?? NaN) / 1e6 })
  print({ bench: 'union', case: 'areaOfCircles 10,000 circles', ms, n: 21, ratio: twin ? ms / (twin['ms'] ?? NaN) : null, against: twin ? 'native arcs' : null, areaKm2: areaOfCircles(many, 1000) / 1e6 })
  const drawn = median(5, () => unionOfCircles(many, 1000), 1)
  print({ bench: 'union', case: 'unionOfCircles 10,000 circles, outline within 1 m', ms: drawn, n: 5, ratio: drawn / ms, against: 'areaOfCircles' })

  const few = sitesOf(500, 26_800, 42)
  const part = median(51, () => areaOfCircles(few, 1000))
  const polygons = featureCollection(Array.from(few.lng, (lng, i) => circle([lng, few.lat[i] as number], 1, { steps: 64 })))
  let joined = union(polygons)
  const turf = median(1, () => (joined = union(polygons)), 0)
  print({ bench: 'union', case: 'areaOfCircles 500 circles', ms: part, n: 51, ratio: null, against: null, areaKm2: areaOfCircles(few, 1000) / 1e6 })
  print({ bench: 'union', case: 'turf.union 500 polygons of 64 corners', ms: turf, n: 1, ratio: turf / part, against: 'areaOfCircles 500', areaKm2: joined ? area(joined) / 1e6 : NaN })
}

function sitesOf(count: number, sideM: number, seed: number) {
  const random = randomFrom(seed)
  const [lng, lat] = [new Float64Array(count), new Float64Array(count)]
  for (let i = 0; i < count; i++) {
    lng[i] = 103.8 + ((random() - 0.5) * sideM) / 100_400
    lat[i] = 25.5 + ((random() - 0.5) * sideM) / 110_770
  }
  return { lng, lat }
}
