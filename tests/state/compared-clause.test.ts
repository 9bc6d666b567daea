import { expect, test } from 'vitest'
import type { ClauseDifference, Difference, UnitDifference } from '../../src/indicators/difference/difference'
import { comparedClause, unitsApart } from '../../src/state/compared-clause'

const nobody = { elders60: 0, households: 0, eldersUnknown: 0, householdsUnknown: 0 }
const change = (clause: string, more: Partial<ClauseDifference> = {}): ClauseDifference => ({ clause, policy: 'p', unit: 'share', before: null, after: null, change: { numerator: null, denominator: null, value: null, shortfall: null }, gained: [], lost: [], other: [], gainedPeople: nobody, lostPeople: nobody, ...more })
const of = (...clauses: ClauseDifference[]): Difference => ({ clauses, facilities: [], totals: { clausesGained: 0, clausesLost: 0, unitsGained: 0, unitsLost: 0, gainedPeople: { areas: nobody, compounds: nobody }, lostPeople: { areas: nobody, compounds: nobody }, careAreaClosedM2: 0, landClosedM2: 0, cost: null, withoutCost: 0 } })
const unit = (id: string, before: number | null, after: number | null, kind: UnitDifference['kind'] = 'compound'): UnitDifference => ({ id, name: id, kind, before: { state: 'unmet', value: null, shortfall: before }, after: { state: 'unmet', value: null, shortfall: after }, elders60: null, households: null })

test('the maps show the chosen clause where it changes, else the first that does, and say so where none does', () => {
  const difference = of(change('A'), change('B'))
  expect(comparedClause(difference, { policy: 'p', clause: 'B' })?.clause).toBe('B')
  expect(comparedClause(difference, { policy: 'other', clause: 'B' })?.clause).toBe('A')
  expect(comparedClause(difference, { policy: 'p', clause: null })?.clause).toBe('A')
  expect(comparedClause(of(), { policy: 'p', clause: 'A' })).toBeNull()
})

test('a unit that stays unmet is closer where its shortfall shrank, further where it grew, and neither where nobody knows; a pool is no place', () => {
  const apart = unitsApart(change('A', { gained: [unit('g', 1, 0), unit('pool', 1, 0, 'pool')], other: [unit('less', 20, 5), unit('more', 5, 20), unit('dark', null, 5), unit('same', 5, 5)] }))
  expect(apart.gained).toEqual([{ kind: 'compound', id: 'g' }])
  expect(apart.closer.map(({ id }) => id)).toEqual(['less'])
  expect(apart.further.map(({ id }) => id)).toEqual(['more'])
})
