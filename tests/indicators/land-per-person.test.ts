import { describe, expect, test } from 'vitest'
import { area, facility, fact, judged, plot, statesOf, type Town } from '../helpers/town'

const town = (landAreaM2: number | null, residents: number | null, more: Partial<Town> = {}): Town => ({ areas: [area('city', 'city'), area('A', 'county', 'city', { residents })], plots: [plot('p', { area: 'A', landAreaM2 })], ...more })

describe('0.1 m² of care land per resident', () => {
  test('15,000.9 m² for 150,009 persons is exactly 0.1 and meets it, though binary arithmetic falls below', () => {
    expect(15000.9 / 150009 < 0.1).toBe(true)
    expect(judged('QJ-05', town(15000.9, 150009))).toMatchObject({ state: 'met', numerator: 1, denominator: 1 })
  })

  test('900 m² for 10,000 residents lack 100 m²', () => {
    expect(judged('QJ-05', town(900, 10000))).toMatchObject({ state: 'unmet', shortfall: 100, figures: { m2PerPerson: 0.09 } })
  })

  test('planned plots count at plan-making, not when only existing land is asked', () => {
    const planned = town(900, 10000, { plots: [plot('p', { area: 'A', landAreaM2: 900 }), plot('q', { area: 'A', landAreaM2: 100, status: 'planned' })] })
    expect(judged('QJ-05', planned).state).toBe('met')
    expect(judged('QJ-05', planned, { landStatus: 'existing' })).toMatchObject({ state: 'unmet', shortfall: 100 })
  })

  test('a candidate site is no care land', () => {
    expect(judged('QJ-05', town(900, 10000, { plots: [plot('p', { area: 'A', landAreaM2: 1000, use: 'candidate' })] }))).toMatchObject({ state: 'unmet', shortfall: 1000 })
  })

  test('a plot without its area figure: met if the rest is enough, else no-data, or the stated figure answers', () => {
    const plots = (known: number) => [plot('p', { area: 'A', landAreaM2: known }), plot('q', { area: 'A' })]
    expect(judged('QJ-05', town(null, 10000, { plots: plots(1000) })).state).toBe('met')
    expect(judged('QJ-05', town(null, 10000, { plots: plots(900) })).state).toBe('no-data')
    expect(judged('QJ-05', town(null, 10000, { plots: plots(900), facts: [fact('area', 'A', 'care-land-m2', 1200)] })).state).toBe('met')
  })

  test('no residents known is no-data; under the planned population the fact is asked', () => {
    expect(judged('QJ-05', town(900, null)).state).toBe('no-data')
    expect(judged('QJ-05', town(900, null, { facts: [fact('area', 'A', 'residents-planned', 9000)] }), { landPopulation: 'planned' }).state).toBe('met')
  })

  test('whose 0.1 m²: elders are shown for information, without a verdict', () => {
    const result = judged('QJ-05', { ...town(900, 10000), areas: [area('city', 'city'), area('A', 'county', 'city', { residents: 10000, elders60: 1000 })] }, { landPopulation: 'elders60' })
    expect(result).toMatchObject({ state: 'undecided', why: [{ code: 'information-only' }] })
    expect(result.units[0]).toMatchObject({ value: 0.9 })
  })

  test('land of co-located facilities counts only under its own reading, and a facility without own land is counted, not given any', () => {
    const shared = town(900, 10000, { facilities: [facility('f', 'COMM', 'community', 'A', { landAreaM2: 100 }), facility('g', 'COMM', 'community', 'A')] })
    expect(judged('QJ-05', shared).units[0]).toMatchObject({ state: 'unmet', figures: { facilitiesWithoutOwnLand: 1 } })
    expect(judged('QJ-05', shared, { landMeasure: 'plots-and-shared' }).state).toBe('met')
  })

  test('a plot belongs by its area, else by the unit named in its zone, else by its geometry', () => {
    const square = (west: number) => ({ type: 'Polygon' as const, coordinates: [[[west, 25], [west + 1, 25], [west + 1, 26], [west, 26], [west, 25]]] })
    const areas = [area('city', 'city'), area('A', 'county', 'city', { residents: 1000, boundary: square(103) }), area('B', 'county', 'city', { residents: 1000, boundary: square(104) })]
    const plots = [plot('by area', { area: 'A', zone: 'B', landAreaM2: 1 }), plot('by zone', { zone: 'B', at: [103.5, 25.5], landAreaM2: 2 }), plot('by place', { at: [104.5, 25.5], landAreaM2: 4 })]
    expect(judged('QJ-05', { areas, plots }).units.map(({ numerator }) => numerator)).toEqual([1, 6])
  })

  test('a county below and one above: unmet, and both are listed', () => {
    const two = town(900, 10000, { areas: [area('city', 'city'), area('A', 'county', 'city', { residents: 10000 }), area('B', 'county', 'city', { residents: 100 })], plots: [plot('p', { area: 'A', landAreaM2: 900 }), plot('q', { area: 'B', landAreaM2: 10 })] })
    expect(statesOf(judged('QJ-05', two))).toEqual({ A: 'unmet', B: 'met' })
  })
})
