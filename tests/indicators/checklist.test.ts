import { describe, expect, test } from 'vitest'
import { area, facility, fact, judged, statesOf, type Town } from '../helpers/town'

const city = area('city', 'city')
const visits = ['living-alone', 'empty-nest', 'left-behind', 'disabled', 'severely-handicapped', 'poor', 'family-planning']

describe('n of m elements of a unit', () => {
  const county = (yes: number, no: number): Town => ({ areas: [city, area('A', 'county', 'city')], facts: visits.slice(0, yes + no).map((kind, index) => fact('area', 'A', `visits-${kind}`, index < yes)) })

  test('7 of 7 meet; 6 and a no lack one; 6 and a blank are open; none said is no-data', () => {
    expect(judged('QJ-02b', county(7, 0))).toMatchObject({ state: 'met', numerator: 1, denominator: 1, shortfall: 0 })
    expect(judged('QJ-02b', county(6, 1))).toMatchObject({ state: 'unmet', shortfall: 1, units: [{ numerator: 6, denominator: 7, why: [{ code: 'elements-missing', detail: '计划生育特殊家庭' }] }] })
    expect(judged('QJ-02b', county(6, 0))).toMatchObject({ state: 'no-data', shortfall: null })
    expect(judged('QJ-02b', county(0, 0)).state).toBe('no-data')
  })

  test('no county in the roster: not-applicable; no roster: no-data', () => {
    expect(judged('QJ-02b', { areas: [city, area('s', 'community', 'city')] }).state).toBe('not-applicable')
    expect(judged('QJ-02b', {}).state).toBe('no-data')
  })

  test('an element of every year asks the years that are over', () => {
    const said = (asOf: string, ...years: number[]) => judged('HL-18c', { asOf, areas: [area('p', 'province'), area('A', 'city', 'p')], facts: years.map((year) => fact('area', 'A', 'annual-summary', true, String(year))) }).state
    expect(said('2015-12-31', 2012, 2013, 2014, 2015)).toBe('met')
    expect(said('2015-06-30', 2012, 2013, 2014)).toBe('met')
    expect(said('2015-12-31', 2012, 2013, 2014)).toBe('no-data')
    expect(said('2012-06-30')).toBe('not-applicable')
  })

  test('a date is a yes on or before the data date', () => {
    const report = (date: string) => judged('BJ-11c', { asOf: '2024-12-31', areas: [area('p', 'province')], facts: [fact('area', 'p', 'ageing-report', date)] }).state
    expect([report('2024-12-31'), report('2025-01-01')]).toEqual(['met', 'no-data'])
  })
})

describe('tiers of a network', () => {
  const network = (more: Partial<Town> = {}): Town => ({ areas: [city, ...['A', 'B'].flatMap((id) => [area(id, 'county', 'city'), area(`${id}t`, 'town', id), area(`${id}v`, 'village', `${id}t`)])], facilities: ['A', 'B'].flatMap((id) => [facility(`${id} county`, 'INST_COUNTY', 'county', id), facility(`${id} town`, 'TOWN_RURAL', 'town', `${id}t`), facility(`${id} village`, 'VILLAGE', 'village', `${id}v`)]), ...more })

  test('three tiers in both counties: met; a county without its town centre lacks one', () => {
    expect(judged('QJ-19b', network())).toMatchObject({ state: 'met', numerator: 2, denominator: 2 })
    const less = { ...network(), facilities: network().facilities!.filter(({ id }) => id !== 'B town') }
    expect(judged('QJ-19b', less)).toMatchObject({ state: 'unmet', shortfall: 1, units: [{ state: 'met' }, { state: 'unmet', why: [{ code: 'elements-missing', detail: '乡' }] }] })
    expect(judged('QJ-19b', less, { tierBy: 'whole' })).toMatchObject({ state: 'met', units: [{ id: 'city' }] })
  })

  test('a county without villages is not under the duty; a facility of unknown stage leaves its tier open', () => {
    const plain = { ...network(), areas: network().areas!.filter(({ id }) => id !== 'Bv') }
    expect(statesOf(judged('QJ-19b', plain))).toEqual({ A: 'met', B: 'not-applicable' })
    const unsure = { ...network(), facilities: network().facilities!.map((entry) => (entry.id === 'B town' ? { ...entry, stage: null } : entry)) }
    expect(judged('QJ-19b', unsure).state).toBe('no-data')
  })
})

describe('services of a facility, a community, a street', () => {
  const five = ['visiting', 'meal', 'medical', 'bathing', 'cleaning']
  const stations = (...lists: (string[] | null)[]): Town => ({ areas: [area('p', 'province'), area('s', 'subdistrict', 'p'), area('c', 'community', 's')], facilities: lists.map((services, index) => facility(`f${index}`, 'COMM', 'community', 'c', { services })) })

  test('five of five meet, four lack one, a blank cell is unknown and not none; a closed station is out', () => {
    expect(judged('BJ-04b', stations(five)).state).toBe('met')
    expect(judged('BJ-04b', stations(five.slice(1)))).toMatchObject({ state: 'unmet', shortfall: 1 })
    expect(judged('BJ-04b', stations(null)).state).toBe('no-data')
    expect(judged('BJ-04b', { ...stations(five), facilities: stations(five).facilities!.map((entry) => ({ ...entry, stage: 'closed' as const })) }).state).toBe('not-applicable')
  })

  test('十助: the facilities of a community together, each alone, or the street', () => {
    const town = stations(['meal', 'medical', 'bathing'], ['cleaning', 'urgent'])
    const judgedBy = (serviceUnit: string) => judged('QJ-20', town, { serviceUnit, servicesRequired: 5 })
    expect(judgedBy('community')).toMatchObject({ state: 'met', units: [{ id: 'c', numerator: 5 }] })
    expect(judgedBy('facility')).toMatchObject({ state: 'unmet', units: [{ numerator: 3, shortfall: 2 }, { numerator: 2, shortfall: 3 }] })
    expect(judgedBy('subdistrict')).toMatchObject({ state: 'met', units: [{ id: 's' }] })
    expect(judgedBy('community').why).toEqual([{ code: 'own-threshold' }])
  })
})
