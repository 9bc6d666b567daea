import { expect, test } from 'vitest'
import type { FeatureCollection } from 'geojson'
import { difference } from '../../../src/map/layers/difference'
import { stepped } from '../../../src/map/tool'
import { metresBetween } from '../../../src/geo/ruler'
import { compound, town, view } from '../tiny'

test('a unit that is gained and one that is lost are drawn apart; one without a place is not drawn', () => {
  const study = town({ compounds: [compound('x')] })
  const drawing = difference.draw(view({ study, difference: { gained: [{ kind: 'area', id: 'A' }], lost: [{ kind: 'compound', id: 'x' }, { kind: 'area', id: 'nowhere' }] } }))
  const source = drawing.sources.difference as unknown as { data: FeatureCollection }
  expect(source.data.features.map(({ geometry, properties }) => [geometry.type, properties?.change])).toEqual([['Polygon', 'gained'], ['Point', 'lost']])
})

test('nothing is drawn where nothing is compared', () => {
  expect(difference.draw(view({ study: town() })).layers).toEqual([])
})

test('a press of an arrow key is twenty metres on the ground, in the north as in the south', () => {
  for (const lat of [0, 25, 60]) {
    const [lng, north] = stepped([103, lat], [0, 1], 20)
    const [east, same] = stepped([103, lat], [-1, 0], 20)
    expect(metresBetween(103, lat, lng, north)).toBeCloseTo(20, 3)
    expect(metresBetween(103, lat, east, same)).toBeCloseTo(20, 3)
    expect([lng, same]).toEqual([103, lat])
    expect(east).toBeLessThan(103)
  }
})
