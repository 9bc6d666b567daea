import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectionExtent, studyExtent } from '../../src/map/extent'
import { labelPoint } from '../../src/map/label-point'
import { scaleOf } from '../../src/map/scale'
import { area, box, compound, facility, peopleOf, study, town } from './tiny'

test('the map opens on the boundaries, and a facility 1,000 km away does not zoom it out', () => {
  const of = study({ areas: [area('A', { boundary: box(103, 25) })], facilities: [facility('far', { at: [113, 25] })] })
  expect(studyExtent(of)).toEqual([103, 25, 104, 26])
})

test('without areas the facilities and compounds are shown, less the one that lies far from all', () => {
  const near = [0, 1, 2, 3].map((i) => facility(String(i), { at: [103 + i / 100, 25] }))
  expect(
    studyExtent(
      study({
        facilities: [...near, facility('far', { at: [113, 25] })],
        compounds: [compound('x', { at: [103, 25.01] })],
      }),
    ),
  ).toEqual([103, 25, 103.03, 25.01])
})

test('a village 40 km from a compact town is no stray', () => {
  const near = [0, 1, 2, 3, 4, 5].map((i) => facility(String(i), { at: [103 + i / 1000, 25] }))
  expect(studyExtent(study({ facilities: [...near, facility('village', { at: [103.4, 25] })] }))).toEqual([
    103, 25, 103.4, 25,
  ])
})

test('with nothing but people the people are shown, and with nothing at all there is no extent', () => {
  expect(studyExtent(study({ people: peopleOf(['p', 1, 2, 0], ['q', 3, 4, 0], ['lost', NaN, NaN, 0]) }))).toEqual([
    1, 2, 3, 4,
  ])
  expect(studyExtent(study())).toBeNull()
  expect(studyExtent(study({ areas: [area('A')], facilities: [facility('f', { at: null })] }))).toBeNull()
})

test('a selected unit is found by its boundary, a facility by its point, an unknown id not at all', () => {
  const of = town({ facilities: [facility('f', { at: [7, 8] })] })
  expect(selectionExtent(of, { kind: 'area', id: 'B' })).toEqual([1, 0, 2, 1])
  expect(selectionExtent(of, { kind: 'area', id: 'V' })).toEqual([0.5, 2, 0.5, 2])
  expect(selectionExtent(of, { kind: 'facility', id: 'f' })).toEqual([7, 8, 7, 8])
  expect(selectionExtent(of, { kind: 'facility', id: 'gone' })).toBeNull()
  expect(selectionExtent(of, { kind: 'point', id: 'gone' })).toBeNull()
})

test('the name of a horseshoe stands on the horseshoe, not in its mouth', () => {
  const horseshoe = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [2, 3],
        [2, 1],
        [1, 1],
        [1, 3],
        [0, 3],
        [0, 0],
      ],
    ],
  }
  const [lng, lat] = labelPoint(horseshoe) ?? [NaN, NaN]
  expect(lat).toBeGreaterThan(1)
  expect(lng < 1 || lng > 2).toBe(true)
})

test('the name of a ring stands beside the hole, and that of several islands on the largest', () => {
  const ring = {
    type: 'Polygon' as const,
    coordinates: [box(0, 0, 3).coordinates[0] ?? [], box(1, 1, 1).coordinates[0] ?? []],
  }
  const [lng] = labelPoint(ring) ?? [NaN]
  expect(lng < 1 || lng > 2).toBe(true)
  expect(
    labelPoint({ type: 'MultiPolygon', coordinates: [box(0, 0, 1).coordinates, box(10, 10, 4).coordinates] }),
  ).toEqual([12, 12])
  expect(labelPoint({ type: 'Polygon', coordinates: [] })).toBeNull()
})

test('the scale bar shows 1, 2 or 5 times a power of ten, never longer than its place', () => {
  expect(scaleOf(10, 100)).toEqual({ px: 100, value: 1, unit: 'kilometres' })
  expect(scaleOf(3, 100)).toEqual({ px: 200 / 3, value: 200, unit: 'metres' })
  expect(scaleOf(0, 100)).toBeNull()
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 10_000, noNaN: true }), (metresPerPx) => {
      const scale = scaleOf(metresPerPx, 110)
      expect(scale?.px).toBeLessThanOrEqual(110.0001)
      expect(scale?.px).toBeGreaterThan(110 / 2.6)
      expect(['1', '2', '5']).toContain(String(scale?.value)[0])
    }),
  )
})
