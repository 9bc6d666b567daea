/** Which of 3,000 units of 200 corners holds each of 100,000 places: ours against Turf's test behind boxes. */
import { booleanPointInPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Polygon, Position } from 'geojson'
import { polygonIndex } from '../../src/geo/polygons'
import { randomFrom } from '../helpers/random'
import { median, print } from './measure'

export async function run(): Promise<void> {
  const random = randomFrom(51)
  const units = Array.from({ length: 3000 }, (): Polygon => {
    const [x, y, size] = [103 + 2 * random(), 25 + 2 * random(), 0.01 + 0.03 * random()]
    const ring = Array.from({ length: 200 }, (_, i): Position => {
      const radius = size * (0.7 + 0.3 * random())
      return [x + radius * Math.cos((i * Math.PI) / 100), y + radius * Math.sin((i * Math.PI) / 100)]
    })
    return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] }
  })
  const lng = Float64Array.from({ length: 100_000 }, () => 103 + 2 * random())
  const lat = Float64Array.from({ length: 100_000 }, () => 25 + 2 * random())
  const index = polygonIndex(units)
  const build = median(9, () => polygonIndex(units))
  const ask = median(21, () => index.first({ lng, lat }))
  print({ bench: 'polygons', case: 'polygonIndex of 3,000 units', ms: build, n: 9, ratio: null, against: null })
  print({ bench: 'polygons', case: 'first of 100,000 places', ms: ask, n: 21, ratio: null, against: null })

  const boxes = new Flatbush(units.length)
  for (const unit of units) {
    const ring = unit.coordinates[0] as Position[]
    boxes.add(Math.min(...ring.map((p) => p[0] as number)), Math.min(...ring.map((p) => p[1] as number)), Math.max(...ring.map((p) => p[0] as number)), Math.max(...ring.map((p) => p[1] as number)))
  }
  boxes.finish()
  const boxed = () => Int32Array.from(lng, (x, i) => boxes.search(x, lat[i] as number, x, lat[i] as number).sort((a, b) => a - b).find((u) => booleanPointInPolygon([x, lat[i] as number], units[u] as Polygon)) ?? -1)
  const twin = boxed()
  const ms = median(3, boxed, 1)
  print({ bench: 'polygons', case: 'boxes (flatbush) and turf.booleanPointInPolygon', ms, n: 3, ratio: ms / ask, against: 'first of 100,000 places', sameAnswer: index.first({ lng, lat }).every((unit, i) => unit === twin[i]) })
  const some = 200
  const naive = median(3, () => Int32Array.from(lng.subarray(0, some), (x, i) => units.findIndex((unit) => booleanPointInPolygon([x, lat[i] as number], unit))), 1) * (lng.length / some)
  print({ bench: 'polygons', case: 'naive turf loop (scaled from 200 places)', ms: naive, n: 3, ratio: naive / ask, against: 'first of 100,000 places', estimated: true })
}
