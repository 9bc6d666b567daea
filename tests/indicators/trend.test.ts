import { describe, expect, test } from 'vitest'
import { area, fact, judged, type Town } from '../helpers/town'

const rates = (...rows: [string, number, number][]): Town => ({ areas: [area('city', 'city')], facts: rows.flatMap(([date, part, whole]) => [fact('area', 'city', 'elders-65-70-disabled', part, date), fact('area', 'city', 'elders-65-70', whole, date)]) })

describe('the rate of disability falls', () => {
  test('from 10 of 100 to 9 of 100: a change of −1 %, met', () => {
    expect(judged('QJ-23', rates(['2022', 10, 100], ['2024', 9, 100]))).toMatchObject({ state: 'met', numerator: null, denominator: null, value: expect.closeTo(-0.01, 12) as number })
  })

  test('no change is not a fall, though the counts differ and binary division blurs it; a rise is none either', () => {
    expect(judged('QJ-23', rates(['2022', 1, 10], ['2024', 3, 30]))).toMatchObject({ state: 'unmet', value: 0 })
    expect(judged('QJ-23', rates(['2022', 10, 100], ['2024', 11, 100])).state).toBe('unmet')
  })

  test('one figure only, or none: no-data; a figure after the data date is none', () => {
    expect(judged('QJ-23', rates(['2022', 10, 100])).state).toBe('no-data')
    expect(judged('QJ-23', rates()).state).toBe('no-data')
    expect(judged('QJ-23', { ...rates(['2022', 10, 100], ['2024', 9, 100]), asOf: '2023-12-31' }).state).toBe('no-data')
  })

  test('incidence asks the newly disabled of the year', () => {
    const town = rates(['2022', 10, 100], ['2024', 20, 100])
    expect(judged('QJ-23', { ...town, facts: [...town.facts!, fact('area', 'city', 'elders-65-70-newly-disabled', 5, '2022'), fact('area', 'city', 'elders-65-70-newly-disabled', 4, '2024')] }, { disabilityRate: 'incidence' })).toMatchObject({ state: 'met' })
  })

  test('the counties are listed with their own change', () => {
    const facts = ['A', 'B'].flatMap((id) => [fact('area', id, 'basic-care-funding', 10, '2022'), fact('area', id, 'basic-care-funding', id === 'A' ? 30 : 5, '2024')])
    const result = judged('QJ-35b', { areas: [area('city', 'city'), area('A', 'county', 'city'), area('B', 'county', 'city')], facts })
    expect(result).toMatchObject({ state: 'met', value: 15, units: [{ id: 'A', state: 'met', value: 20 }, { id: 'B', state: 'unmet', value: -5 }] })
  })
})
