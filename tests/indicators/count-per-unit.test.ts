import { describe, expect, test } from 'vitest'
import { area, fact, facility, judged, statesOf, type Town } from '../helpers/town'

const flags = (id: string, tekun: boolean | null = true, disabled: boolean | null = true) => [fact('facility', id, 'tekun-institution', tekun), fact('facility', id, 'disabled-tekun-focus', disabled)]
const town = (more: Partial<Town> = {}): Town => ({
  areas: [area('city', 'city'), area('A', 'county', 'city'), area('B', 'county', 'city')],
  facilities: [facility('a', 'INST_COUNTY', 'county', 'A'), facility('b', 'INST_COUNTY', 'county', 'B')],
  facts: [...flags('a'), ...flags('b')],
  ...more,
})

describe('every county has one institution for disabled 特困 persons', () => {
  test('both counties have one: met', () => {
    expect(judged('QJ-10', town())).toMatchObject({ state: 'met', numerator: 2, denominator: 2, shortfall: 0 })
  })

  test('one county without: unmet, one institution missing', () => {
    expect(judged('QJ-10', town({ facilities: [facility('a', 'INST_COUNTY', 'county', 'A')] }))).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, shortfall: 1 })
  })

  test('an unmarked institution is no-data, not a pass; by kind alone it passes', () => {
    const unmarked = town({ facts: flags('a') })
    expect(statesOf(judged('QJ-10', unmarked))).toEqual({ A: 'met', B: 'no-data' })
    expect(judged('QJ-10', unmarked).state).toBe('no-data')
    expect(judged('QJ-10', unmarked, { countyInstitution: 'kind-only' }).state).toBe('met')
  })

  test('where the ledger cannot answer, the stated figure of the county does', () => {
    const stated = town({ facts: [...flags('a'), fact('area', 'B', 'county-disabled-tekun-institutions', 1, '2023-12-31')] })
    expect(judged('QJ-10', stated)).toMatchObject({ state: 'met', numerator: 2 })
  })

  test('a ledger and a stated figure that differ are shown together', () => {
    const result = judged('QJ-10', town({ facts: [...flags('a'), ...flags('b'), fact('area', 'A', 'county-disabled-tekun-institutions', 0)] }))
    expect(result.state).toBe('met')
    expect(result.problems.map(({ code }) => code)).toContain('figures-disagree')
    expect(judged('QJ-10', town({ facts: [...flags('a'), ...flags('b'), fact('area', 'A', 'county-disabled-tekun-institutions', 0)] }), { figureSource: 'stated' }).state).toBe('unmet')
  })

  test('a functional zone counts as a county-level unit, or not, as the reading says', () => {
    const zoned = town({ areas: [area('city', 'city'), area('A', 'county', 'city'), area('B', 'county', 'city', { zone: true })], facilities: [facility('a', 'INST_COUNTY', 'county', 'A')] })
    expect(judged('QJ-10', zoned).state).toBe('unmet')
    expect(judged('QJ-10', zoned, { functionalZones: 'excluded' })).toMatchObject({ state: 'met', denominator: 1 })
  })
})
