import fc from 'fast-check'
import type { Feature } from 'geojson'
import { expect, test } from 'vitest'
import { featuresApart } from '../../src/map/features-apart'

const mark = (id: string, state = 'met', lng = 0): Feature => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [lng, 0] }, properties: { id, state } })
const outline = { type: 'Polygon' as const, coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }

test('one unit of another verdict is the only one that the map is told of', () => {
  expect(featuresApart([mark('a'), mark('b')], [mark('a'), mark('b', 'unmet')])).toEqual({ remove: [], add: [mark('b', 'unmet')] })
})

test('what is drawn anew just as it was is not told at all', () => {
  const unit = (): Feature => ({ type: 'Feature', geometry: outline, properties: { id: 'u', state: 'met' } })
  expect(featuresApart([mark('a'), unit()], [mark('a'), unit()])).toEqual({ remove: [], add: [] })
})

test('a facility that went, one that came and one that was moved are told by name', () => {
  expect(featuresApart([mark('gone'), mark('moved'), mark('stays')], [mark('moved', 'met', 1), mark('stays'), mark('new')])).toEqual({ remove: ['gone'], add: [mark('moved', 'met', 1), mark('new')] })
})

test('a property that is there no more makes a difference', () => {
  const plain: Feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] }, properties: { id: 'a' } }
  expect(featuresApart([mark('a')], [plain])?.add).toEqual([plain])
})

test('where a name stands twice nothing can be told by name', () => {
  expect(featuresApart([mark('a'), mark('a')], [mark('a'), mark('a')])).toBeNull()
  expect(featuresApart([mark('a')], [mark('b'), mark('b')])).toBeNull()
})

const drawing = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), state: fc.constantFrom('met', 'unmet'), lng: fc.constantFrom(0, 1) }), { selector: ({ id }) => id }).map((marks) => marks.map(({ id, state, lng }) => mark(id, state, lng)))

test('law: the old drawing with what is told is the new one, and nothing is told twice', () => {
  fc.assert(
    fc.property(drawing, drawing, (before, after) => {
      const apart = featuresApart(before, after)!
      const byName = new Map(before.map((each) => [each.properties!.id as string, each]))
      for (const name of apart.remove) expect(byName.delete(name)).toBe(true)
      for (const each of apart.add) {
        expect(byName.get(each.properties!.id as string)).not.toEqual(each)
        byName.set(each.properties!.id as string, each)
      }
      const sorted = (features: Iterable<Feature>) => [...features].sort((a, b) => (a.properties!.id < b.properties!.id ? -1 : 1))
      expect(sorted(byName.values())).toEqual(sorted(after))
    }),
  )
})
