import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/indicators/result'
import { rectificationList } from '../../src/rectify/list'
import { result, unit } from '../helpers/tiny-study'
import { area, compound, facility, judged, studyOf, type Town } from '../helpers/town'

const town: Town = {
  areas: [area('county', 'county'), area('street', 'subdistrict', 'county'), area('a', 'community', 'street', { elders60: 40, households: 300, at: [103.5, 25.5] }), area('b', 'community', 'street')],
  facilities: [
    facility('F-far', 'INST', 'county', 'county', { at: [103.6, 25.5] }),
    facility('F-near', 'COMM', 'subdistrict', 'street', { at: [103.501, 25.5] }),
    facility('F-club', 'NOT', 'community', 'b', { at: [103.5, 25.5] }),
    facility('F-closed', 'INST', 'county', 'county', { at: [103.5, 25.5], stage: 'closed' }),
    facility('F-home', 'HOME_BED', 'home', 'county', { at: [103.5, 25.5] }),
  ],
  compounds: [
    compound('C-1', { area: 'a', households: 1242, elders60: 380, completed: '2020', age: 'new', careAreaM2: 120, remedy: '购置', due: '2023-12', at: [103.5, 25.5] }),
    compound('C-2', { area: 'b', households: 100, completed: '2021', age: 'new', careAreaM2: 25 }),
    compound('C-3', { area: 'b', households: 100, completed: '2021', age: 'new', careAreaM2: 24 }),
  ],
}
const list = (...results: readonly Result[]) => rectificationList(studyOf(town), results)

describe('an item', () => {
  const items = list(judged('QJ-13', town))

  test('stands for every unmet unit and for no other, sorted by unit', () => expect(items.map((item) => item.unit)).toEqual(['C-1', 'C-3']))

  test('says in square metres what a compound needs, has and lacks: 25 m² a hundred households', () => {
    expect(items[0]).toMatchObject({ unit: 'C-1', clause: 'QJ-13', policy: 'qujing-2023', required: 310.5, provided: 120, shortfall: 190.5, measure: 'm2', households: 1242, people: 380, plannedRemedy: '购置', remedies: [] })
    expect(items[1]).toMatchObject({ required: 25, provided: 24, shortfall: 1, remedies: [], people: null })
  })

  test('is overdue from the day after the last day of what was written', () => {
    expect(items[0]).toMatchObject({ due: '2023-12', overdue: true })
    const onDay = { ...studyOf(town), asOf: '2023-12-31' }
    expect(rectificationList(onDay, [judged('QJ-13', town)])[0]).toMatchObject({ due: '2023-12', overdue: false })
    expect(rectificationList({ ...onDay, asOf: '2024-01-01' }, [judged('QJ-13', town)])[0]?.overdue).toBe(true)
    expect(items[1]).toMatchObject({ due: null, overdue: null })
  })

  test('names the nearest operating care facility of any kind: no club, no closed home, no bed at home', () => {
    expect(items[0]?.nearest?.id).toBe('F-near')
    // One thousandth of a degree of longitude at 25.5° N is 100.5 m.
    expect(items[0]?.nearest?.metres).toBeCloseTo(100.5, 0)
    expect(items[1]?.nearest).toBeNull()
  })
})

test('a community without a centre lacks one facility; the clause’s deadline is its due day', () => {
  const [first] = list(judged('QJ-12', town))
  expect(first).toMatchObject({ unit: 'a', required: 1, provided: 0, shortfall: 1, measure: 'facility', households: 300, people: 40, due: '2024-12-31', overdue: true, nearest: { id: 'F-near' } })
})

test('items follow the clauses in their order; facilities and pools are no items', () => {
  const of = (clause: string, units: Result['units']): Result => result({ clause, units })
  const items = list(of('T-2', [unit('b', { state: 'unmet', kind: 'area' }), unit('F-far', { state: 'unmet', kind: 'facility' })]), of('T-1', [unit('a', { state: 'unmet', kind: 'area' }), unit('P', { state: 'unmet', kind: 'pool' }), unit('b', { state: 'no-data', kind: 'area' })]))
  expect(items.map(({ clause, unit: id }) => `${clause} ${id}`)).toEqual(['T-2 b', 'T-1 a'])
})

test('nothing unmet, nothing to mend', () => expect(list(judged('QJ-13', { ...town, compounds: [town.compounds![1]!] }))).toEqual([]))
