import { expect, test } from 'vitest'
import { metresBetween } from '../../../src/geo/ruler'
import { circles } from '../../../src/map/layers/circles'
import type { Drawing } from '../../../src/map/layers/layer'
import { rings } from '../../../src/map/layers/rings'
import { facility, study, view } from '../tiny'

/** 0.01 degrees of longitude at 25 N are 1,009 m. */
const pair = (degreesApart: number) =>
  study({ facilities: [facility('a', { at: [103, 25] }), facility('b', { at: [103 + degreesApart, 25] })] })

function geometries(drawing: Drawing, name: string) {
  const source = drawing.sources[name]
  return source?.type === 'geojson' && typeof source.data === 'object' && source.data.type === 'FeatureCollection'
    ? source.data.features.map(({ geometry }) => geometry)
    : []
}
const shapes = (drawing: Drawing, name: string): number =>
  geometries(drawing, name).reduce(
    (sum, geometry) => sum + (geometry.type === 'MultiPolygon' ? geometry.coordinates.length : 0),
    0,
  )

test('two facilities 1.2 km apart make one shape at 1000 m and two at 500 m', () => {
  const drawing = circles.draw(view({ study: pair(0.012) }))
  expect(shapes(drawing, 'circles-far')).toBe(1)
  expect(shapes(drawing, 'circles-near')).toBe(2)
})

test('the legal circle has a dashed outline', () => {
  const line = circles.draw(view({ study: pair(0.1) })).layers.find(({ type }) => type === 'line')
  expect(line?.type === 'line' && line.paint?.['line-dasharray']).toBeTruthy()
})

test('the selected facility has its own two rings at the chosen distances, planned ones too', () => {
  const of = study({ facilities: [facility('p', { stage: 'planned', at: [103, 25] })] })
  const drawing = rings.draw(view({ study: of, metres: [300, 800], selection: { kind: 'facility', id: 'p' } }))
  const drawn = geometries(drawing, 'rings').map((geometry) =>
    geometry.type === 'LineString' ? geometry.coordinates : [],
  )
  expect(drawn).toHaveLength(2)
  for (const [i, metres] of [300, 800].entries())
    for (const [lng = NaN, lat = NaN] of drawn[i] ?? [])
      expect(Math.abs(metresBetween(103, 25, lng, lat) - metres)).toBeLessThan(0.01)
})

test('no ring is drawn for a compound or for a facility without a position', () => {
  const of = study({ facilities: [facility('f', { at: null })] })
  expect(rings.draw(view({ study: of, selection: { kind: 'facility', id: 'f' } })).layers).toEqual([])
  expect(rings.draw(view({ study: of, selection: { kind: 'compound', id: 'f' } })).layers).toEqual([])
})
