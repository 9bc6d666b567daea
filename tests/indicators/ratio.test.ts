import { describe, expect, test } from 'vitest'
import { area, facility, fact, judged, type Town } from '../helpers/town'

const city = area('city', 'city')
const stated = (numerator: number | null, denominator: number | null, more: Partial<Town> = {}): Town => ({ areas: [city], facts: [...(numerator === null ? [] : [fact('area', 'city', 'public-general-hospitals-2plus-geriatrics', numerator)]), ...(denominator === null ? [] : [fact('area', 'city', 'public-general-hospitals-2plus', denominator)])], ...more })

describe('60 % of the public general hospitals', () => {
  test('12 of 20 meet exactly, 11 lack one', () => {
    expect(judged('QJ-26', stated(12, 20))).toMatchObject({ state: 'met', value: 0.6, shortfall: 0, why: [{ code: 'stated-figure' }] })
    expect(judged('QJ-26', stated(11, 20))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  test('no such hospital: not-applicable, and not 100 %', () => {
    expect(judged('QJ-26', stated(0, 0))).toMatchObject({ state: 'not-applicable', value: null, why: [{ code: 'empty-denominator' }] })
  })

  test('5 of none do not apply either, and the contradiction is reported', () => {
    expect(judged('QJ-26', stated(5, 0))).toMatchObject({ state: 'not-applicable', numerator: 5, denominator: 0, value: null, problems: [{ code: 'part-exceeds-whole' }] })
  })

  test('a missing half is no-data and names the item', () => {
    expect(judged('QJ-26', stated(12, null))).toMatchObject({ state: 'no-data', value: null, why: [{ code: 'no-figure', detail: 'public-general-hospitals-2plus' }] })
    expect(judged('QJ-26', {}).why).toEqual([{ code: 'roster-missing' }])
  })

  test('a figure after the data date is not yet known', () => {
    expect(judged('QJ-26', { areas: [city], asOf: '2024-12-31', facts: [fact('area', 'city', 'public-general-hospitals-2plus', 20, '2024'), fact('area', 'city', 'public-general-hospitals-2plus-geriatrics', 12, '2025-01-01')] }).state).toBe('no-data')
  })

  test('the city’s figure is its own row, else the sum of all counties, else unsaid', () => {
    const counties = (...values: (number | null)[]): Town => ({ areas: [city, area('A', 'county', 'city'), area('B', 'county', 'city')], facts: values.flatMap((value, index) => [fact('area', 'AB'[index]!, 'public-general-hospitals-2plus', 10), ...(value === null ? [] : [fact('area', 'AB'[index]!, 'public-general-hospitals-2plus-geriatrics', value)])]) })
    expect(judged('QJ-26', counties(6, 6))).toMatchObject({ state: 'met', numerator: 12, denominator: 20 })
    expect(judged('QJ-26', counties(10, null))).toMatchObject({ state: 'no-data', numerator: null, denominator: 20, units: [{ state: 'met' }, { state: 'no-data' }] })
  })
})

describe('beds of the ledger', () => {
  const homes = (...rows: Parameters<typeof facility>[4][]): Town => ({ areas: [area('c', 'county')], facilities: rows.map((more, index) => facility(`h${index}`, 'INST', null, 'c', more)) })

  test('600 socially run beds of 1,000 meet 60 %; 公建民营 counts by operator, not by owner', () => {
    const town = homes({ beds: 600, operator: 'public-built-private-run', owner: 'public' }, { beds: 400, operator: 'public-run', owner: 'public' })
    expect(judged('CQ-01', town)).toMatchObject({ state: 'met', numerator: 600, denominator: 1000, figures: { source: 'ledger' } })
    expect(judged('HL-04', town)).toMatchObject({ state: 'unmet', numerator: 0, denominator: 1000 })
  })

  test('599 of 1,000 lack one bed', () => {
    expect(judged('CQ-01', homes({ beds: 599, operator: 'private-run' }, { beds: 401, operator: 'public-run' }))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  test('a closed home and a community station are left out, unless the reading counts day-care beds', () => {
    const town = homes({ beds: 60, operator: 'private-run' }, { beds: 40, operator: 'public-run' }, { beds: 900, operator: 'public-run', stage: 'closed' }, { beds: 50, operator: 'public-run', kind: 'COMM', level: 'community' })
    expect(judged('CQ-01', town)).toMatchObject({ state: 'met', denominator: 100 })
    expect(judged('CQ-01', town, { bedsCounted: 'plus-day-care' })).toMatchObject({ state: 'unmet', denominator: 150, shortfall: 30 })
  })

  test('homes without beds at all: not-applicable where none exists, no-data where one is of unknown kind', () => {
    expect(judged('CQ-01', homes({ kind: 'MEAL', level: 'community' })).state).toBe('not-applicable')
    expect(judged('CQ-01', homes({ kind: null, beds: 10, operator: 'private-run' })).state).toBe('no-data')
  })

  test('a ledger and a stated share that differ are reported, and the reading chooses', () => {
    const town = { ...homes({ beds: 600, operator: 'private-run' as const }, { beds: 400, operator: 'public-run' as const }), facts: [fact('area', 'c', 'beds-total', 1000), fact('area', 'c', 'beds-socially-run', 500)] }
    expect(judged('CQ-01', town)).toMatchObject({ state: 'met', problems: [{ code: 'figures-disagree', detail: '600/1000 · 500/1000' }] })
    expect(judged('CQ-01', town, { figureSource: 'stated' })).toMatchObject({ state: 'unmet', numerator: 500, shortfall: 100 })
  })

  test('half of 100 nursing beds: 50 meet, 49 do not', () => {
    expect([50, 49].map((nursingBeds) => judged('CQ-02', homes({ beds: 100, nursingBeds })).state)).toEqual(['met', 'unmet'])
  })
})

describe('services, conditions and implied shares', () => {
  test('countService: one of the services is enough, a blank list is an unknown class left out of the figure', () => {
    const centres = (...services: (string[] | null)[]): Town => ({ areas: [area('p', 'province'), area('s', 'subdistrict', 'p')], facilities: services.map((list, index) => facility(`f${index}`, 'STREET', 'subdistrict', 's', { services: list })) })
    expect(judged('BJ-14', centres(['canteen'], ['medical']))).toMatchObject({ state: 'undecided', numerator: 1, denominator: 2 })
    expect(judged('BJ-14', centres(['meal'], null))).toMatchObject({ numerator: 1, denominator: 1, excluded: [{ id: 'f1', why: 'class-unknown' }] })
  })

  test('byOption names another denominator: those with consent, or all eligible', () => {
    const town: Town = { areas: [area('c', 'county')], facts: [fact('area', 'c', 'special-homes-done', 8), fact('area', 'c', 'special-homes-consented', 8), fact('area', 'c', 'special-homes-eligible', 10)] }
    expect(judged('CQ-12', town)).toMatchObject({ state: 'met', denominator: 8, deadline: '2020-12-31', pastDue: true })
    expect(judged('CQ-12', town, { consentBase: 'eligible' })).toMatchObject({ state: 'unmet', denominator: 10, shortfall: 2 })
  })

  test('two groups are added, both or only one of them aged 80 and over', () => {
    const town: Town = { areas: [city], facts: [fact('area', 'city', 'care-subsidy-recipients', 30), fact('area', 'city', 'dibao-80', 20), fact('area', 'city', 'tekun-scattered-80', 10), fact('area', 'city', 'tekun-scattered-elders', 15)] }
    expect(judged('QJ-03b', town)).toMatchObject({ state: 'met', denominator: 30 })
    expect(judged('QJ-03b', town, { subsidyAge: 'dibao-80-only' })).toMatchObject({ state: 'unmet', denominator: 35, shortfall: 5 })
  })

  test('an implied 100 % is only reported where the reading says so', () => {
    const town: Town = { areas: [city], facts: [fact('area', 'city', 'service-persons', 10), fact('area', 'city', 'service-persons-in-jinmin', 9)] }
    expect(judged('XM-10b', town).state).toBe('unmet')
    expect(judged('XM-10b', town, { impliedFull: 'no-threshold' })).toMatchObject({ state: 'undecided', threshold: null, value: 0.9, shortfall: null })
  })
})
