import { describe, expect, test } from 'vitest'
import { area, fact, judged, type Town } from '../helpers/town'

const lists = (city: readonly string[], county: readonly string[], more: Partial<Town> = {}): Town => ({
  areas: [area('city', 'city'), area('A', 'county', 'city')],
  facts: [...city.map((name) => fact('area', 'city', 'basic-service-item', name, '2024')), ...county.map((name) => fact('area', 'A', 'basic-service-item', name, '2024'))],
  ...more,
})

describe('the county list contains the city list', () => {
  test('all of it and more: met, the extra ones are named', () => {
    expect(judged('QJ-01a', lists(['助餐', '助浴'], ['助餐', '助浴', '助医']))).toMatchObject({ state: 'met', numerator: 1, denominator: 1, units: [{ value: 1, shortfall: 0, figures: { extra: 1, extraNames: '助医' } }] })
  })

  test('one missing of two: unmet by one, by name', () => {
    expect(judged('QJ-01a', lists(['助餐', '助浴'], ['助餐']))).toMatchObject({ state: 'unmet', shortfall: 1, units: [{ numerator: 1, denominator: 2, why: [{ code: 'elements-missing', detail: '助浴' }] }] })
  })

  test('names are compared without blanks, brackets and width; a near name is proposed and never counted', () => {
    expect(judged('QJ-01a', lists(['老年人助餐（A）'], ['老年人 助餐(Ａ)'])).state).toBe('met')
    expect(judged('QJ-01a', lists(['老年人助餐服务'], ['老年人助餐'])).units[0]).toMatchObject({ state: 'unmet', figures: { near: '老年人助餐服务 ≈ 老年人助餐' } })
  })

  test('no city list or no county list is no-data; a county study has nothing to contain', () => {
    expect(judged('QJ-01a', lists([], ['助餐'])).state).toBe('no-data')
    expect(judged('QJ-01a', lists(['助餐'], [])).state).toBe('no-data')
    expect(judged('QJ-01a', { areas: [area('A', 'county')], facts: [fact('area', 'A', 'basic-service-item', '助餐')] }).state).toBe('not-applicable')
  })

  test('the latest list counts, an older one is over, a functional zone may be left out', () => {
    const town = lists(['助餐'], ['助餐'])
    expect(judged('QJ-01a', { ...town, facts: [...town.facts!, fact('area', 'city', 'basic-service-item', '助洁', '2020')] }).state).toBe('met')
    const zoned = { ...lists(['助餐'], []), areas: [area('city', 'city'), area('A', 'county', 'city', { zone: true })] }
    expect(judged('QJ-01a', zoned, { functionalZones: 'excluded' })).toMatchObject({ state: 'not-applicable', excluded: [{ id: 'A', why: 'functional-zone' }] })
  })
})
