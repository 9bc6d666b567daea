/** SETTLED A, 1-7: what a verdict may be made of. Each title is the settlement. */
import { describe, expect, test } from 'vitest'
import { area, compound, facility, fact, judged, statesOf, type Town } from '../../helpers/town'

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)

describe('1: a flag, service or grade is a class, not a size', () => {
  const homes = (said: (boolean | null)[]): Town => ({
    areas: [area('city', 'city')],
    facilities: said.map((_, index) => facility(`h${index}`, 'INST', 'county', 'city')),
    facts: said.flatMap((value, index) => (value === null ? [] : [fact('facility', `h${index}`, 'institution-compliant', value)])),
  })

  test('three homes comply and one is unsaid: no-data, not 3 of 3', () => {
    expect(judged('QJ-30', homes([true, true, true, null]))).toMatchObject({ state: 'no-data', numerator: 3, denominator: 4 })
  })

  test('all four comply: met; one does not: unmet, whatever is unsaid', () => {
    expect(judged('QJ-30', homes([true, true, true, true]))).toMatchObject({ state: 'met', numerator: 4, denominator: 4, value: 1, shortfall: 0 })
    expect(judged('QJ-30', homes([true, true, false, null]))).toMatchObject({ state: 'unmet', excluded: [{ id: 'h3', why: 'class-unknown' }] })
  })

  const beds = (privately: number, unknown: number, publicly: number): Town => ({
    areas: [area('p', 'province')],
    facilities: [facility('a', 'INST', null, 'p', { beds: privately, owner: 'private' }), facility('b', 'INST', null, 'p', { beds: unknown }), facility('c', 'INST', null, 'p', { beds: publicly, owner: 'public' })],
  })

  test('700 private beds of 1,000 with 10 unknown are 0.70 or 0.71, not 700 of 990: met', () => {
    expect(judged('HL-04', beds(700, 10, 290))).toMatchObject({ state: 'met', numerator: 700, denominator: 1000, value: 0.7, figures: { lowest: 0.7, highest: 0.71 } })
  })

  test('699 with 10 unknown may be either side of 70 %: no-data; 689 with 10 cannot reach it: unmet', () => {
    expect(judged('HL-04', beds(699, 10, 291)).state).toBe('no-data')
    expect(judged('HL-04', beds(689, 10, 301))).toMatchObject({ state: 'unmet', shortfall: 11 })
  })

  test('an unknown owner with unknown beds may be a large public home: 700 of 700 known is no pass', () => {
    const town: Town = { areas: [area('p', 'province')], facilities: [facility('a', 'INST', null, 'p', { beds: 700, owner: 'private' }), facility('b', 'INST', null, 'p')] }
    expect(judged('HL-04', town).state).toBe('no-data')
  })
})

describe('2: more than the whole is a problem only where the numerator is a part of the denominator', () => {
  test('11 housed of 10 willing: no-data with the problem part-exceeds-whole', () => {
    const result = judged('QJ-09', { areas: [area('city', 'city')], facts: [fact('area', 'city', 'tekun-willing-housed', 11), fact('area', 'city', 'tekun-willing', 10)] })
    expect(result).toMatchObject({ state: 'no-data', numerator: 11, denominator: 10, value: null })
    expect(codes(result.problems)).toContain('part-exceeds-whole')
  })

  test('places may outnumber persons: 1,200 places for 1,000 persons are 120 % and met', () => {
    const result = judged('HL-03a', { areas: [area('p', 'province')], facts: [fact('area', 'p', 'wubao-central-places', 1200), fact('area', 'p', 'wubao-persons', 1000)] })
    expect(result).toMatchObject({ state: 'met', value: 1.2 })
    expect(codes(result.problems)).not.toContain('part-exceeds-whole')
  })

  test('a deposit is always larger than the fee: six times it passes exactly, one yuan more does not', () => {
    const home = (deposit: number): Town => ({ areas: [area('c', 'county')], facilities: [facility('h', 'INST', null, 'c')], facts: [fact('facility', 'h', 'deposit', deposit), fact('facility', 'h', 'monthly-fee', 1000)] })
    expect(judged('CQ-09a', home(6000))).toMatchObject({ state: 'met', numerator: 1, denominator: 1, problems: [] })
    expect(judged('CQ-09a', home(6001))).toMatchObject({ state: 'unmet', numerator: 0, denominator: 1, shortfall: 1, shortfallOfUnits: 1 })
  })
})

describe('3: for countFilled and countLocated a blank cell counts in the denominator and not in the numerator', () => {
  test('two of three stations name their centre: 2 of 3, unmet', () => {
    const town: Town = {
      areas: [area('p', 'province'), area('c', 'community', 'p')],
      facilities: ['a', 'b', 'x'].map((id) => facility(id, 'COMM', 'community', 'c')),
      facts: [fact('facility', 'a', 'station-linked', '东城中心'), fact('facility', 'b', 'station-linked', '西城中心'), fact('facility', 'x', 'station-linked', null)],
    }
    expect(judged('BJ-04a', town)).toMatchObject({ state: 'unmet', numerator: 2, denominator: 3, shortfall: 1 })
  })

  test('a column that nobody was asked to fill is unknown, not blank', () => {
    expect(judged('BJ-04a', { areas: [area('p', 'province'), area('c', 'community', 'p')], facilities: [facility('a', 'COMM', 'community', 'c')] }).state).toBe('no-data')
  })

  test('one graded home of two: 1 of 2 reported', () => {
    const town: Town = { areas: [area('city', 'city')], facilities: [facility('a', 'INST', null, 'city'), facility('b', 'INST', null, 'city')], facts: [fact('facility', 'a', 'institution-grade', '三星')] }
    expect(judged('QJ-31b', town)).toMatchObject({ state: 'undecided', numerator: 1, denominator: 2, value: 0.5 })
  })

  test('one of two community facilities has a place: 1 of 2 reported, planned ones included', () => {
    const town: Town = { areas: [area('p', 'province'), area('c', 'community', 'p')], facilities: [facility('a', 'COMM', 'community', 'c', { at: [116, 40] }), facility('b', 'COMM', 'community', 'c', { stage: 'planned' })] }
    expect(judged('BJ-07a', town)).toMatchObject({ state: 'undecided', numerator: 1, denominator: 2 })
  })
})

describe('4: fewer units than the document expects and otherwise met is no-data; any unmet stays unmet', () => {
  const cities = (beds: number[]): Town => ({ areas: [area('p', 'province'), ...beds.map((_, index) => area(`city ${String(index).padStart(2, '0')}`, 'city', 'p'))], facts: beds.map((count, index) => fact('area', `city ${String(index).padStart(2, '0')}`, 'ltc-beds', count)) })

  test('12 cities of 13, all with 300 beds: no-data, and the number is reported', () => {
    const result = judged('HL-09', cities(Array(12).fill(300) as number[]))
    expect(result).toMatchObject({ state: 'no-data', numerator: 12, denominator: 12 })
    expect(result.problems).toContainEqual(expect.objectContaining({ code: 'units-fewer-than-expected', detail: '12 / 13' }))
  })

  test('all 13 with 300: met; one of 12 with 299: unmet by one bed', () => {
    expect(judged('HL-09', cities(Array(13).fill(300) as number[]))).toMatchObject({ state: 'met', numerator: 13, denominator: 13 })
    expect(judged('HL-09', cities([299, ...(Array(11).fill(300) as number[])]))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  test('14 cities are judged as they are, and reported', () => {
    const result = judged('HL-09', cities(Array(14).fill(300) as number[]))
    expect(result.state).toBe('met')
    expect(codes(result.problems)).toContain('units-fewer-than-expected')
  })
})

describe('5: a pool with facilities has at most the sum of their floors; without them equal statements raise a warning', () => {
  const pool = (floor: number | null): Town => ({
    compounds: ['A', 'B'].map((id) => compound(id, { households: 1000, careAreaM2: 400, completed: '2020', pool: 'p' })),
    facilities: floor === null ? [] : [facility('room', 'COMM', 'community', null, { serves: ['A', 'B'], floorAreaM2: floor })],
  })

  test('400 m² written in both rows for a room of 400: the pool has 400 of 500, unmet by 100, and the excess is reported', () => {
    const result = judged('QJ-13', pool(400))
    expect(result).toMatchObject({ state: 'unmet', shortfallOfUnits: 100 })
    expect(codes(result.problems)).toContain('pool-area-over')
  })

  test('no room in the ledger: 800 of 500 as stated, with a warning', () => {
    const result = judged('QJ-13', pool(null))
    expect(statesOf(result)).toEqual({ A: 'met', B: 'met' })
    expect(codes(result.problems)).toContain('pool-area-repeated')
  })

  test('a room of unknown floor limits nothing: the equal statements raise the warning as well', () => {
    const town = pool(400)
    expect(codes(judged('QJ-13', { ...town, facilities: [{ ...town.facilities![0]!, floorAreaM2: null }] }).problems)).toContain('pool-area-repeated')
  })
})

describe('6: the jobs of a row are those added in the period that ends on its date', () => {
  const jobs = (...rows: [string, number][]): Town => ({ areas: [area('p', 'province')], asOf: '2016-01-01', facts: rows.map(([date, value]) => fact('area', 'p', 'care-jobs-added', value, date)) })

  test('100,000 + 100,000 + 60,000 + 40,000 are exactly 300,000: met', () => {
    expect(judged('HL-07', jobs(['2012', 100_000], ['2013', 100_000], ['2014', 60_000], ['2015', 40_000]))).toMatchObject({ state: 'met', value: 300_000, numerator: 300_000, denominator: null })
  })

  test('one job fewer is unmet by one; rows outside the span do not count', () => {
    expect(judged('HL-07', jobs(['2010', 500_000], ['2012', 100_000], ['2013', 100_000], ['2014', 60_000], ['2015', 39_999]))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })
})

describe('7: yearly items use complete years; a year is complete when its 31 December is on or before the data date', () => {
  const funding = (asOf: string, ...rows: [string, number][]): Town => ({ areas: [area('city', 'city')], asOf, facts: rows.map(([date, value]) => fact('area', 'city', 'basic-care-funding', value, date)) })

  test('half of 2025 is not held against all of 2021', () => {
    expect(judged('QJ-35b', funding('2025-06-30', ['2021', 100], ['2024', 120], ['2025-06', 60]))).toMatchObject({ state: 'met', value: 20 })
  })

  test('on 31 December the year is complete', () => {
    expect(judged('QJ-35b', funding('2025-12-30', ['2021', 100], ['2024', 90], ['2025-12-30', 110]))).toMatchObject({ state: 'unmet', value: -10 })
    expect(judged('QJ-35b', funding('2025-12-31', ['2021', 100], ['2024', 90], ['2025-12-30', 110]))).toMatchObject({ state: 'met', value: 10 })
  })

  test('of two rows in one year the later counts, and it is said', () => {
    const result = judged('QJ-35b', funding('2025-12-31', ['2023', 100], ['2024-06', 50], ['2024-12', 130]))
    expect(result).toMatchObject({ state: 'met', value: 30, why: [{ code: 'later-of-year', detail: '2024' }] })
    expect(judged('XM-09', { areas: [area('city', 'city')], asOf: '2024-12-31', facts: [fact('area', 'city', 'care-workers-trained', 700, '2024-06'), fact('area', 'city', 'care-workers-trained', 1200, '2024-12')] })).toMatchObject({ state: 'met', value: 1200, why: [{ code: 'later-of-year', detail: '2024' }] })
  })
})
