import { expect, test } from 'vitest'
import type { FeatureCollection } from 'geojson'
import { members } from '../../../src/map/layers/members'
import { ways } from '../../../src/map/layers/ways'
import { compound, town, view } from '../tiny'

const dataOf = (drawing: ReturnType<typeof ways.draw>, source: string) => (drawing.sources[source] as unknown as { data: FeatureCollection }).data.features

test('links of the plan, the link being drawn with its places, and closed places are drawn; without any there is nothing', () => {
  const study = { ...town(), streetChanges: [{ id: '+s1.1', change: 'link' as const, line: [[0, 0], [1, 1]] as const, lengthM: null }, { id: '+s1.2', change: 'closed' as const, at: [0.5, 0.5] as const, line: null }] }
  const drawing = ways.draw(view({ study, sketch: [[0.2, 0.2]] }))
  expect(dataOf(drawing, 'ways-lines')).toHaveLength(1)
  expect(dataOf(drawing, 'ways-places').map(({ properties }) => properties?.closed)).toEqual([true, false])
  expect(dataOf(ways.draw(view({ study: town(), sketch: [[0.2, 0.2], [0.3, 0.3]] })), 'ways-lines')).toHaveLength(1)
  expect(ways.draw(view({ study: town() })).layers).toEqual([])
})

test('members are ringed where they stand; one without a place is not', () => {
  const study = town({ compounds: [compound('x', { at: [0.5, 0.5] }), compound('y', { at: null })] })
  const drawing = members.draw(view({ study, members: [{ kind: 'compound', id: 'x' }, { kind: 'compound', id: 'y' }, { kind: 'area', id: 'A' }] }))
  expect(dataOf(drawing, 'members').map(({ geometry }) => geometry.type)).toEqual(['Point', 'Polygon'])
})
