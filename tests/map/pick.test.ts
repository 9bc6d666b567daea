import { expect, test } from 'vitest'
import { hitOf, pickTop, type Hit } from '../../src/map/pick'

const hit = (kind: Hit['kind'], id: string, more: Partial<Hit> = {}): Hit => ({
  kind,
  id,
  name: id,
  state: 'none',
  rank: 0,
  px: 0,
  ...more,
})

test('a facility is meant before the compound, the plot and the unit that it stands on', () => {
  expect(
    pickTop([
      hit('area', 'a', { state: 'met' }),
      hit('plot', 'l'),
      hit('compound', 'x'),
      hit('facility', 'f', { px: 3 }),
    ]),
  ).toEqual({ kind: 'facility', id: 'f', name: 'f' })
})

test('of two facilities the nearer is meant, of equals the first by id', () => {
  expect(pickTop([hit('facility', 'a', { px: 4 }), hit('facility', 'b', { px: 1 })])?.id).toBe('b')
  expect(pickTop([hit('facility', 'b'), hit('facility', 'a')])?.id).toBe('a')
})

test('of nested units the judged one is meant, without a verdict the finest', () => {
  expect(pickTop([hit('area', 'community', { rank: 6 }), hit('area', 'street', { rank: 3, state: 'unmet' })])?.id).toBe(
    'street',
  )
  expect(pickTop([hit('area', 'street', { rank: 3 }), hit('area', 'community', { rank: 6 })])?.id).toBe('community')
})

test('an empty place selects nothing, and drawings without a kind are no things', () => {
  expect(pickTop([])).toBeNull()
  expect(hitOf({ metres: 500 }, 0)).toBeNull()
  expect(hitOf({ kind: 'toString', id: 'x' }, 0)).toBeNull()
  expect(hitOf(null, 0)).toBeNull()
})
