import { expect, test } from 'vitest'
import type { FeatureCollection } from 'geojson'
import { facilitiesApart, overlay } from '../../../src/map/layers/overlay'
import { facility, result, town, unit, view } from '../tiny'

const dataOf = (drawing: ReturnType<typeof overlay.draw>, source: string) => (drawing.sources[source] as unknown as { data: FeatureCollection }).data.features

test('over a plan the other is drawn where it differs: a unit with another verdict, a facility that moved with its way and its circles', () => {
  const there = town({ facilities: [facility('stays'), facility('moves', { at: [0.2, 0.2] })] })
  const here = { ...there, facilities: [there.facilities[0]!, { ...there.facilities[1]!, at: [0.8, 0.2] as const }] }
  const drawing = overlay.draw(view({ study: here, result: result([unit('A', 'unmet'), unit('B', 'met')]), overlay: { study: there, result: result([unit('A', 'met'), unit('B', 'met')]) } }))
  expect(dataOf(drawing, 'overlay-units')).toHaveLength(1)
  expect(dataOf(drawing, 'overlay-marks').map(({ geometry }) => geometry)).toEqual([{ type: 'Point', coordinates: [0.2, 0.2] }])
  expect(dataOf(drawing, 'overlay-ways').map(({ geometry }) => geometry)).toEqual([{ type: 'LineString', coordinates: [[0.2, 0.2], [0.8, 0.2]] }])
  expect(dataOf(drawing, 'overlay-rings')).toHaveLength(2)
})

test('a facility that a plan closed, changed in kind or does not have is apart; one that only grew is not', () => {
  const of = [facility('a'), facility('b'), facility('c'), facility('d')]
  const against = [facility('a', { stage: 'closed' }), facility('b', { kind: 'MEAL' }), facility('c', { floorAreaM2: 900 })]
  expect(facilitiesApart({ facilities: of }, { facilities: against }).map(({ was, is }) => [was.id, is?.id ?? null])).toEqual([['a', 'a'], ['b', 'b'], ['d', null]])
  expect(facilitiesApart({ facilities: of }, { facilities: of })).toEqual([])
})

test('nothing lies over a map that is not compared', () => {
  expect(overlay.draw(view({ study: town() })).layers).toEqual([])
})
