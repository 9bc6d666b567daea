import fc from 'fast-check'
import { expect, test } from 'vitest'
import { states } from '../../../src/indicators/result'
import { areaFeatures, areas } from '../../../src/map/layers/areas'
import { signFeatures } from '../../../src/map/layers/signs'
import { verdictsOf } from '../../../src/map/verdicts'
import { area, box, compound, facility, result, study, town, unit, view } from '../tiny'

const stateOf = (of: Parameters<typeof areaFeatures>[0]) =>
  Object.fromEntries(
    areaFeatures(of).map(({ properties }) => [
      properties.id,
      properties.filled ? properties.state : `(${properties.state})`,
    ]),
  )

test('each community is filled by its own verdict and the sub-district around them is only lined', () => {
  expect(stateOf({ study: town(), result: result([unit('A', 'met'), unit('B', 'unmet')]) })).toEqual({
    S: '(none)',
    A: 'met',
    B: 'unmet',
  })
})

test('a sub-district is filled as a whole when it is the judged unit', () => {
  expect(stateOf({ study: town(), result: result([unit('S', 'no-data')]) })).toEqual({
    S: 'no-data',
    A: '(none)',
    B: '(none)',
  })
})

test('where a unit and the units inside it are all judged, the outer one keeps its verdict as an outline only', () => {
  expect(stateOf({ study: town(), result: result([unit('S', 'met'), unit('A', 'unmet')]) })).toEqual({
    S: '(met)',
    A: 'unmet',
    B: '(none)',
  })
})

test('without a clause nothing is coloured', () => {
  expect(stateOf({ study: town(), result: null })).toEqual({ S: '(none)', A: '(none)', B: '(none)' })
})

test('coarse levels come first and equals by id, whatever the order of the roster', () => {
  const shuffled = study({ areas: [...town().areas].reverse() })
  const order = (of: typeof shuffled) =>
    areaFeatures({ study: of, result: null }).map(({ properties }) => properties.id)
  expect(order(town())).toEqual(['S', 'A', 'B'])
  expect(order(shuffled)).toEqual(['S', 'A', 'B'])
})

test('a judged village without a boundary stands on the map as its sign', () => {
  const [sign] = signFeatures({ study: town(), result: result([unit('V', 'unmet')]) })
  expect(sign?.geometry.coordinates).toEqual([0.5, 2])
  expect(sign?.properties).toMatchObject({ id: 'V', state: 'unmet', bounded: false, image: 'sign|unmet|solid' })
})

test('the signs of an aspirational clause are hollow', () => {
  const [sign] = signFeatures({ study: town(), result: result([unit('A', 'met')], { binding: 'aspirational' }) })
  expect(sign?.properties.image).toBe('sign|met|hollow')
})

test('the white ground disappears over a base map, so that the map below is seen', () => {
  const groundOf = (of: Parameters<typeof view>[0]) => {
    const ground = areas.draw(view(of)).layers.find(({ id }) => id === 'areas-ground')
    return ground?.type === 'fill' ? ground.paint?.['fill-opacity'] : undefined
  }
  expect(groundOf({})).toBe(1)
  expect(groundOf({ baseMap: { tiles: ['https://example.org/{z}/{x}/{y}.png'], attribution: '' } })).toBe(0)
})

test('a roster whose areas hold each other in a circle is drawn all the same', () => {
  const ring = study({
    areas: [area('A', { parent: 'B', boundary: box(0, 0) }), area('B', { parent: 'A', boundary: box(1, 0) })],
  })
  expect(areaFeatures({ study: ring, result: result([unit('A', 'met')]) })).toHaveLength(2)
})

test('every unit of a result gets exactly one colour, or is counted as not drawn', () => {
  const kinds = ['area', 'compound', 'facility'] as const
  const unitOf = fc.record({
    kind: fc.constantFrom(...kinds),
    id: fc.integer({ min: 0, max: 12 }),
    state: fc.constantFrom(...states),
    named: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.uniqueArray(unitOf, { selector: ({ kind, id }) => `${kind}${id}` }), (drawn) => {
      // Ids differ between kinds and only 0-9 exist, so some units name nobody.
      const numbers = Array.from({ length: 10 }, (_, i) => i)
      const of = study({
        areas: numbers.map((i) => area(`area${i}`, { boundary: box(i, 0) })),
        compounds: numbers.map((i) => compound(`compound${i}`)),
        facilities: numbers.map((i) => facility(`facility${i}`)),
      })
      const units = drawn.map(({ kind, id, state, named }) => unit(`${kind}${id}`, state, named ? kind : undefined))
      const verdicts = verdictsOf(of, result(units))
      for (const { id, state } of units) {
        const found = kinds.flatMap((kind) => verdicts.of[kind].get(id) ?? [])
        expect(found.length + verdicts.unplaced.filter((other) => other === id).length).toBe(1)
        if (found.length > 0) expect(found).toEqual([state])
      }
    }),
  )
})

test('the members of a pool wear its verdict, but one that is judged alone wears its own', () => {
  const of = study({ compounds: [compound('X', { pool: 'P1' }), compound('Y', { pool: 'P1' }), compound('Z')] })
  const { compound: verdicts } = verdictsOf(of, result([unit('P1', 'unmet', 'pool'), unit('Y', 'met', 'compound')])).of
  expect([...verdicts].sort()).toEqual([
    ['X', 'unmet'],
    ['Y', 'met'],
  ])
})
