import { describe, expect, test } from 'vitest'
import { area, facility, fact, judged, type Town } from '../helpers/town'

const town = (beds: number | null, elders60: number | null, more: Partial<Town> = {}): Town => ({ areas: [area('p', 'province', null, { elders60 })], facilities: [facility('h', 'INST', null, 'p', { beds })], ...more })

describe('30 beds per 1,000 elders', () => {
  test('300 beds for 10,000 elders are exactly 30; 299 lack one', () => {
    expect(judged('HL-02a', town(300, 10_000))).toMatchObject({ state: 'met', numerator: 300, denominator: 10_000, value: 30, shortfall: 0 })
    expect(judged('HL-02a', town(299, 10_000))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  test('10,001 elders need 300.03 beds: one whole bed more', () => {
    expect(judged('HL-02a', town(300, 10_001))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  test('no elders: not-applicable; unknown elders or beds: no-data', () => {
    expect(judged('HL-02a', town(300, 0)).state).toBe('not-applicable')
    expect(judged('HL-02a', town(300, null))).toMatchObject({ state: 'no-data', why: [{ code: 'no-figure', detail: 'elders60' }] })
    expect(judged('HL-02a', town(null, 10_000))).toMatchObject({ state: 'no-data', excluded: [{ id: 'h', why: 'size-unknown' }] })
    expect(judged('HL-02a', { areas: [area('p', 'province', null, { elders60: 10 })] }).state).toBe('no-data')
  })

  test('elders aged 65, and registered elders, by their own items', () => {
    const given = town(300, 20_000, { areas: [area('p', 'province', null, { elders60: 20_000, elders65: 10_000 })], facts: [fact('area', 'p', 'elders60-registered', 5_000), fact('area', 'p', 'elders65-registered', 30_000)] })
    expect(judged('HL-02a', given).value).toBe(15)
    expect(judged('HL-02a', given, { elderAge: 65 }).value).toBe(30)
    expect(judged('HL-02a', given, { elderBase: 'registered' }).value).toBe(60)
    expect(judged('HL-02a', given, { elderBase: 'registered', elderAge: 65 }).value).toBe(10)
  })

  test('a home under construction counts only where the reading says so', () => {
    const building = town(300, 10_000, { facilities: [facility('h', 'INST', null, 'p', { beds: 300, stage: 'building' })] })
    expect(judged('HL-02a', building)).toMatchObject({ state: 'unmet', numerator: 0 })
    expect(judged('HL-02a', building, { stages: 'operating-and-building' }).state).toBe('met')
  })

  test('a home of unknown kind is kept out, and decides nothing alone', () => {
    const given = town(300, 10_100, { facilities: [facility('h', 'INST', null, 'p', { beds: 300 }), facility('x', null, null, 'p', { beds: 3 })] })
    expect(judged('HL-02a', given)).toMatchObject({ state: 'no-data', value: (300 / 10_100) * 1000 })
    expect(judged('HL-02a', { ...given, facilities: [given.facilities![0]!, facility('x', null, null, 'p', { beds: 2 })] }).state).toBe('unmet')
  })

  test('the softened goal of the end of 2014: 95 % of 30 is 28.5', () => {
    expect(judged('HL-02b', town(285, 10_000), { basicallyShare: 0.95 })).toMatchObject({ state: 'met', threshold: { value: 28.5 } })
    expect(judged('HL-02b', town(284, 10_000), { basicallyShare: 0.95 })).toMatchObject({ state: 'unmet', shortfall: 1 })
  })
})
