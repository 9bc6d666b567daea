import { describe, expect, test } from 'vitest'
import { area, facility, judged, type Person, type Town } from '../helpers/town'

// Along the meridian 103 at 25° north one degree of latitude is 110,777 m: 0.009 is 997 m, 0.0091 is 1,008 m, 0.0045 is 498.5 m.
const north = (degrees: number): [number, number] => [103, 25 + degrees]
const person = (id: string, degrees: number, elders60: number | null, areaId = 'c1'): Person => ({ id, at: north(degrees), area: areaId, elders60 })
const town = (people: Person[], more: Partial<Town> = {}): Town => ({
  areas: [area('county', 'county'), area('street', 'subdistrict', 'county'), area('c1', 'community', 'street'), area('c2', 'community', 'street'), area('v', 'village', 'street')],
  facilities: [facility('station', 'COMM', 'community', 'c1', { at: north(0) })],
  people,
  ...more,
})

describe('the 15-minute circle: elders within 1000 m', () => {
  test('weights 1, 2, 4 name who was reached: 1 and 4 of 7', () => {
    const result = judged('QJ-16', town([person('a', 0.009, 1), person('b', 0.0091, 2), person('c', 0.001, 4, 'c2')]))
    expect(result).toMatchObject({ numerator: 5, denominator: 7, value: 5 / 7, state: 'undecided', threshold: null })
    expect(result.why).toEqual([{ code: 'no-share-in-document' }])
  })

  test('the share that passes is the user’s own: 5 of 7 fails at 85 % and the clause says whose number it is', () => {
    const people = [person('a', 0.009, 1), person('b', 0.0091, 2), person('c', 0.001, 4, 'c2')]
    expect(judged('QJ-16', town(people), { passShare: '0.85' })).toMatchObject({ state: 'unmet', threshold: { at: 'least', value: 0.85 } })
    expect(judged('QJ-16', town([person('a', 0.009, 1)]), { passShare: '1' })).toMatchObject({ state: 'met', why: [{ code: 'own-threshold' }] })
  })

  test('people of villages are reported apart under the urban scope and counted under the whole', () => {
    const people = [person('a', 0.001, 1), person('b', 0.02, 2, 'v')]
    expect(judged('QJ-16', town(people))).toMatchObject({ numerator: 1, denominator: 1, figures: { apartWithin: 0, apartAll: 2 } })
    expect(judged('QJ-16', town(people), { reachScope: 'whole' })).toMatchObject({ numerator: 1, denominator: 3 })
  })

  test('an unknown count or place is left out of both halves and listed', () => {
    const people = [person('a', 0.001, 1), person('b', 0.001, null), { id: 'c', at: null, area: 'c1', elders60: 8 }]
    const result = judged('QJ-16', town(people))
    expect(result).toMatchObject({ numerator: 1, denominator: 1 })
    expect(result.excluded).toEqual([{ id: 'b', why: 'people-unknown' }, { id: 'c', why: 'no-position' }])
  })

  test('nobody knows how many elders: no-data, not 0 of 0', () => {
    expect(judged('QJ-16', town([person('a', 0.001, null)]))).toMatchObject({ state: 'no-data', numerator: null, denominator: null, value: null })
  })

  test('800 m by option; a home is no centre unless every care facility counts', () => {
    const people = [person('a', 0.009, 1)]
    expect(judged('QJ-16', town(people), { circleMetres: '800' }).numerator).toBe(0)
    const home = town(people, { facilities: [facility('home', 'INST', 'community', 'c1', { at: north(0) })] })
    expect(judged('QJ-16', home).numerator).toBe(0)
    expect(judged('QJ-16', home, { circleKinds: 'all-care' }).numerator).toBe(1)
  })

  test('a facility of unknown stage does not serve; where it would decide there is no verdict', () => {
    const unsure = town([person('a', 0.001, 1)], { facilities: [facility('station', 'COMM', 'community', 'c1', { at: north(0), stage: null })] })
    expect(judged('QJ-16', unsure).numerator).toBe(0)
    expect(judged('QJ-16', unsure, { passShare: '1' }).state).toBe('no-data')
  })

  test('units in the circle by their own point, by any, by half of the people, by all', () => {
    const people = [person('a', 0.001, 1), person('b', 0.02, 3), person('c', 0.001, 4, 'c2')]
    const placed = town(people, { areas: [area('county', 'county'), area('street', 'subdistrict', 'county'), area('c1', 'community', 'street', { at: north(0.02) }), area('c2', 'community', 'street', { at: north(0) })] })
    const units = (reachUnit: string) => judged('QJ-16', placed, { reachUnit })
    expect([units('unit-point'), units('any-point'), units('half-of-people'), units('all-points')].map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[1, 2], [2, 2], [1, 2], [1, 2]])
  })

  test('without people points the compounds stand for where people live, else the units', () => {
    const { people: _, ...rest } = town([])
    expect(judged('QJ-16', { ...rest, areas: rest.areas!.map((unit) => (unit.id === 'c1' ? { ...unit, at: north(0.001), elders60: 8 } : unit.id === 'c2' ? { ...unit, at: north(0.1), elders60: 2 } : unit)) })).toMatchObject({ numerator: 8, denominator: 10, figures: { from: 'areas' } })
  })
})

describe('the 10-minute circle: 500 m', () => {
  test('498.5 m are within, 997 m are not', () => {
    expect(judged('CQ-05c', town([person('a', 0.0045, 1), person('b', 0.009, 2)]))).toMatchObject({ numerator: 1, denominator: 3 })
  })
})
