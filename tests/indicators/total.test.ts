import { describe, expect, test } from 'vitest'
import { area, fact, judged, type Town } from '../helpers/town'

const province = area('p', 'province')
const said = (item: string, rows: readonly (readonly [string, number | null, string | null])[], more: Partial<Town> = {}): Town => ({ areas: [province, area('A', 'city', 'p'), area('B', 'city', 'p')], facts: rows.map(([of, value, date]) => fact('area', of, item, value, date)), ...more })

describe('a number for the whole', () => {
  test('1,384 centres meet, 1,383 lack one', () => {
    expect(judged('HL-08a', said('day-care-centres-built', [['p', 1384, '2015']]))).toMatchObject({ state: 'met', value: 1384, shortfall: 0 })
    expect(judged('HL-08a', said('day-care-centres-built', [['p', 1383, '2015']]))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  test('the sum of the cities only if every city has a row', () => {
    expect(judged('HL-08a', said('day-care-centres-built', [['A', 1000, '2015'], ['B', 384, '2015']]))).toMatchObject({ state: 'met', value: 1384, units: [{ id: 'A', value: 1000, state: 'not-applicable' }, { id: 'B', value: 384 }] })
    expect(judged('HL-08a', said('day-care-centres-built', [['A', 2000, '2015']]))).toMatchObject({ state: 'no-data', value: null, units: [{ id: 'A' }, { id: 'B', state: 'no-data' }] })
  })

  test('exactly none: 0 persons with both is met, 1 is too many, silence is no-data', () => {
    expect(judged('XM-07a', said('persons-bed-and-visits', [['p', 0, null]])).state).toBe('met')
    expect(judged('XM-07a', said('persons-bed-and-visits', [['p', 1, null]]))).toMatchObject({ state: 'unmet', shortfall: 1 })
    expect(judged('XM-07a', said('persons-bed-and-visits', [['p', null, null]])).state).toBe('no-data')
  })

  test('12 of 19 tasks are reported with the known whole', () => {
    expect(judged('BJ-11a', said('key-tasks-done', [['p', 12, null]]))).toMatchObject({ state: 'undecided', value: 12, denominator: null, figures: { outOf: 19 } })
  })
})

describe('over a span', () => {
  test('the base of the activity leaves out what came before July 2012', () => {
    const jobs = said('care-jobs-added', [['p', 200_000, '2011'], ['p', 100_000, '2013']], { asOf: '2015-12-31' })
    expect(judged('HL-07', jobs)).toMatchObject({ state: 'met', value: 300_000 })
    expect(judged('HL-07', jobs, { jobsBase: '2012-07' })).toMatchObject({ state: 'unmet', value: 100_000, shortfall: 200_000 })
  })

  test('a row after the data date does not count yet, an undated one lies in no span', () => {
    expect(judged('CQ-11c', said('carers-trained', [['p', 300, '2021'], ['p', 200, '2023']], { asOf: '2022-12-31' }))).toMatchObject({ state: 'unmet', value: 300, deadline: '2025-12-31', pastDue: false })
    expect(judged('CQ-11c', said('carers-trained', [['p', 500, null]])).state).toBe('no-data')
  })
})

describe('every year', () => {
  const trained = (...rows: [string, number][]) => said('care-workers-trained', rows.map(([date, value]) => ['p', value, date] as const), { asOf: '2024-06-30' })

  test('the latest complete year: 1,200 meet, 1,199 lack one, nothing is no-data', () => {
    expect(judged('XM-09', trained(['2023', 1200]))).toMatchObject({ state: 'met', value: 1200 })
    expect(judged('XM-09', trained(['2023', 1199]))).toMatchObject({ state: 'unmet', shortfall: 1 })
    expect(judged('XM-09', trained(['2022', 1300]))).toMatchObject({ state: 'no-data', why: [{ code: 'year-missing', detail: '2023' }], figures: { 'year:2022': 1300 } })
  })

  test('a running year is no-data unless it has already passed the figure', () => {
    expect(judged('XM-09', trained(['2024-05', 1199])).state).toBe('no-data')
    expect(judged('XM-09', trained(['2024-05', 1200]))).toMatchObject({ state: 'met', why: [{ code: 'running-year', detail: '2024' }] })
  })

  test('every year: one year below is unmet', () => {
    expect(judged('CQ-11a', said('care-directors-added', [['p', 3, '2021'], ['p', 2, '2022'], ['p', 5, '2023']], { asOf: '2023-12-31' }), { fundYear: 'every-year' })).toMatchObject({ state: 'unmet', value: 2, shortfall: 1 })
  })
})
