import { describe, expect, test } from 'vitest'
import { area, compound, fact, judged, statesOf, type Town } from '../../helpers/town'

const steps = ['sync-planned', 'sync-built', 'sync-accepted', 'sync-delivered']
const said = (id: string, ...values: (boolean | null)[]) => values.flatMap((value, index) => (value === null ? [] : [fact('compound', id, steps[index]!, value)]))
const built = (id: string, more = {}) => compound(id, { completed: '2020', ...more })

describe('four steps together (四同步)', () => {
  test('four yes: met; one no: unmet by one step; one blank: no-data; a no goes before a blank', () => {
    const town: Town = { compounds: ['A', 'B', 'C', 'D'].map((id) => built(id)), facts: [...said('A', true, true, true, true), ...said('B', true, true, true, false), ...said('C', true, true, true, null), ...said('D', false, null, null, null)] }
    const result = judged('BJ-05', town)
    expect(statesOf(result)).toEqual({ A: 'met', B: 'unmet', C: 'no-data', D: 'unmet' })
    expect(result).toMatchObject({ state: 'unmet', numerator: 1, denominator: 3, shortfall: 2, shortfallOfUnits: 2 })
    expect(result.units[1]).toMatchObject({ numerator: 3, denominator: 4, why: [{ code: 'steps-missing', detail: '同步交付' }] })
  })

  test('no compound under the duty: not-applicable, and the old ones are listed with the reason', () => {
    expect(judged('BJ-05', { compounds: [built('A', { completed: '2010' })] })).toMatchObject({ state: 'not-applicable', excluded: [{ id: 'A', why: 'dated-before-new' }], numerator: 0, denominator: 0, value: null })
    expect(judged('BJ-05', {}).state).toBe('no-data')
  })

  test('as written the old ones are under the duty too, new-only leaves them out', () => {
    const town: Town = { compounds: [built('A', { age: 'old' })], facts: said('A', true, true, true, false) }
    expect(judged('QJ-07', town).state).toBe('unmet')
    expect(judged('QJ-07', town, { syncCompounds: 'new-only' }).state).toBe('not-applicable')
  })
})

describe('things mended that are only counted', () => {
  const beds = (lacking: number | null, mended: number | null, delisted: number | null): Town => ({ areas: [area('city', 'city'), area('A', 'county', 'city')], facts: ([['home-beds-lacking-devices', lacking], ['home-beds-rectified', mended], ['home-beds-delisted', delisted]] as const).flatMap(([item, value]) => (value === null ? [] : [fact('area', 'city', item, value)])) })

  test('7 mended and 3 struck off of 10: met; one fewer is unmet by one', () => {
    expect(judged('XM-08b', beds(10, 7, 3))).toMatchObject({ state: 'met', numerator: 10, denominator: 10, value: 1, shortfall: 0 })
    expect(judged('XM-08b', beds(10, 6, 3))).toMatchObject({ state: 'unmet', value: 0.9, shortfall: 1 })
  })

  test('nothing to mend: not-applicable; a missing count: no-data; more than all: a problem', () => {
    expect(judged('XM-08b', beds(0, 0, 0)).state).toBe('not-applicable')
    expect(judged('XM-08b', beds(10, 10, null)).state).toBe('no-data')
    expect(judged('XM-08b', beds(10, 9, 3))).toMatchObject({ state: 'no-data', value: null, problems: [{ code: 'part-exceeds-whole' }] })
  })
})

describe('reports in a window', () => {
  const on = (date: string | null, asOf = '2014-06-30') => judged('HL-18a', { asOf, areas: [area('p', 'province')], facts: date === null ? [] : [fact('area', 'p', 'mid-evaluation-date', date)] })

  test('the first and the last day are in time, the day before and the day after are not', () => {
    expect(['2013-12-01', '2014-01-31', '2013-11-30', '2014-02-01'].map((date) => on(date).state)).toEqual(['met', 'met', 'unmet', 'unmet'])
    expect(on('2014-02-01').units[0]!.why).toEqual([{ code: 'late', detail: 'mid: 2014-02-01' }])
  })

  test('no report after the window is no-data; before it begins the clause does not apply; the deadline is its last day', () => {
    expect(on(null)).toMatchObject({ state: 'no-data', deadline: '2014-01-31', pastDue: true })
    expect(on(null, '2013-11-30')).toMatchObject({ state: 'not-applicable', pastDue: false })
    expect(on(null, '2013-12-15').units[0]!.why).toEqual([{ code: 'not-yet-due', detail: 'mid' }])
  })

  test('of two reports one in time is enough', () => {
    expect(judged('HL-18a', { asOf: '2014-06-30', areas: [area('p', 'province')], facts: [fact('area', 'p', 'mid-evaluation-date', '2013-11-01', '2013-11'), fact('area', 'p', 'mid-evaluation-date', '2014-01-05', '2014-01')] }).state).toBe('met')
  })
})
