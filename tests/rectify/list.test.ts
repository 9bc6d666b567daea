import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equal } from '../../src/indicators/compare'
import { judge } from '../../src/indicators/judge'
import type { Result } from '../../src/indicators/result'
import { shippedPacks } from '../../src/policy/shipped'
import { asksForAny } from '../../src/rectify/item'
import { rectificationList } from '../../src/rectify/list'
import { randomOptions, randomTown } from '../helpers/random-town'
import { result, unit } from '../helpers/tiny-study'
import { area, compound, facility, fact, judged, plot, studyOf, type Town } from '../helpers/town'

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

test('a clause that asks for more than none and names no size is told apart from one that lacks 0 m²', () => {
  const bare: Town = { ...town, compounds: [compound('C-0', { area: 'a', households: 100, completed: '2021', age: 'new', careAreaM2: 0 })] }
  const [item] = rectificationList(studyOf(bare), [judged('CQ-06a', bare)])
  expect([item?.required, item?.shortfall, item && asksForAny(item)]).toEqual([0, 0, true])
  expect(list(judged('QJ-13', town)).map(asksForAny)).not.toContain(true)
})

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

describe('the units above', () => {
  test('are named from the compound’s own unit upwards, and null where the roster does not say', () => {
    expect(list(judged('QJ-13', town))[0]).toMatchObject({ community: { id: 'a', name: 'a' }, subdistrict: { id: 'street' }, county: { id: 'county' } })
    const adrift = { ...town, compounds: [compound('C-4', { households: 100, age: 'new', careAreaM2: 0 })] }
    expect(rectificationList(studyOf(adrift), [judged('QJ-13', adrift)])[0]).toMatchObject({ community: null, subdistrict: null, county: null })
  })
})

describe('the class of the problem', () => {
  const faultOf = (more: Partial<Town>, home = {}) => {
    const own = { ...town, facilities: [], compounds: [compound('C', { area: 'a', households: 1000, age: 'new', completed: '2020', careAreaM2: 100, ...home })], ...more }
    return rectificationList(studyOf(own), [judged('QJ-13', own, { handover: 'does-not-count' })])[0]?.fault
  }
  test('is provision where there is simply too little', () => expect(faultOf({}, { handover: 'handed-over' })).toEqual({ class: 'provision', why: 'area-short', detail: null }))
  test('is planning where nothing was planned with the housing, whatever else is missing', () => expect(faultOf({ facts: [fact('compound', 'C', 'sync-planned', false), fact('compound', 'C', 'sync-built', false)] }, { permitted: '2018' })?.class).toBe('planning'))
  test('is handover where the rooms stand and were not handed over', () => expect(faultOf({}, { careAreaM2: 300, handover: 'not-handed-over' })).toEqual({ class: 'handover', why: 'not-handed-over', detail: null }))
  test('is provision where the rooms are too small, handed over or not', () => expect(faultOf({}, { careAreaM2: 100, handover: 'not-handed-over' })?.class).toBe('provision'))
  test('is use where rooms large enough are closed', () => {
    const closed = facility('F', 'COMM', 'compound', 'a', { stage: 'closed', serves: ['C'], floorAreaM2: 150, name: '老站' })
    expect(faultOf({ facilities: [closed] }, { handover: 'handed-over' })).toEqual({ class: 'use', why: 'facility-closed', detail: '老站' })
    expect(faultOf({ facilities: [{ ...closed, floorAreaM2: 149 }] }, { handover: 'handed-over' })?.class).toBe('provision')
  })
  test('of a community without a station: land that is not built on, or nothing planned at all', () => {
    const bare = { areas: town.areas!, facilities: [facility('F', 'INST', 'county', 'county')] }
    expect(rectificationList(studyOf(bare), [judged('QJ-12', bare)]).map(({ unit: id, fault }) => [id, fault?.class])).toEqual([['a', 'planning'], ['b', 'planning']])
    const planned = { ...bare, plots: [plot('L', { area: 'b', name: '养老地' })] }
    expect(rectificationList(studyOf(planned), [judged('QJ-12', planned)])[1]?.fault).toEqual({ class: 'provision', why: 'land-unused', detail: '养老地' })
  })
})

describe('progress', () => {
  const of = (more: object, rectifications: NonNullable<ReturnType<typeof studyOf>['rectifications']> = []) => {
    const own = { ...town, compounds: [compound('C', { area: 'a', households: 1000, age: 'new', completed: '2020', careAreaM2: 100, ...more })] }
    return rectificationList({ ...studyOf(own), rectifications }, [judged('QJ-13', own)])[0]?.progress
  }
  test('is open and by nobody where nothing is said', () => expect(of({})).toEqual({ status: 'open', by: null, note: null, evidence: null, areaM2: null }))
  test('is the ledger’s 完成情况 where nothing was typed', () => expect(of({ done: '2024-05' })).toMatchObject({ status: 'done', by: 'ledger', evidence: '2024-05' }))
  test('is what was typed, about this clause before any', () => {
    const typed = { of: { kind: 'compound' as const, id: 'C' }, clause: null, status: 'started' as const, note: '已立项', evidence: null, areaM2: null }
    expect(of({ done: false }, [typed])).toMatchObject({ status: 'started', by: 'record', note: '已立项' })
    expect(of({}, [typed, { ...typed, clause: 'QJ-13', status: 'done' }])?.status).toBe('done')
    expect(of({}, [{ ...typed, clause: 'QJ-99' }])?.status).toBe('open')
  })
})

describe('in every town, under every reading', () => {
  test('the shortfalls of a clause’s items add up to the clause’s own sum', () =>
    fc.assert(
      fc.property(randomTown, randomOptions, (drawn, options) => {
        const study = studyOf(drawn)
        const results = judge(study, shippedPacks, options)
        const items = rectificationList(study, results)
        for (const each of results) {
          // Pools and facilities are no items: their members and owners are.
          if (each.units.some(({ kind }) => kind !== 'compound' && kind !== 'area') || each.units.length === 0 || each.shortfallOfUnits === null) continue
          const own = items.filter(({ clause, policy }) => clause === each.clause && policy === each.policy)
          expect(equal(own.reduce((sum, item) => sum + (item.shortfall ?? 0), 0), each.shortfallOfUnits), each.clause).toBe(true)
        }
      }),
      { numRuns: 60 },
    ), 60_000)

  test('required less provided is the shortfall of a compound judged by itself', () =>
    fc.assert(
      fc.property(randomTown, (drawn) => {
        const study = studyOf(drawn)
        for (const item of rectificationList(study, judge(study, shippedPacks, { pooling: 'inside' }))) {
          if (item.kind !== 'compound' || item.measure !== 'm2' || item.required === null || item.provided === null || item.shortfall === null) continue
          expect(equal(item.required - item.provided, item.shortfall), `${item.clause} ${item.unit}`).toBe(true)
        }
      }),
      { numRuns: 60 },
    ), 60_000)
})
