/** SETTLED F and G, 36-40: distances, people, and ties. */
import { describe, expect, test } from 'vitest'
import { area, compound, facility, fact, judged, type Person, type Town } from '../../helpers/town'
import { geodesicMetres, roundToMm } from '../../helpers/brute'
import { equal, meets, missing, unitsNeeded } from '../../../src/indicators/compare'
import { isWithin } from '../../../src/indicators/reach-figures'

const site: [number, number] = [103, 25]
const station = facility('f', 'COMM', 'community', 'c', { at: site })
const areas = [area('city', 'city'), area('s', 'subdistrict', 'city'), area('c', 'community', 's'), area('d', 'community', 's'), area('v', 'village', 's')]
const town = (people: Person[], more: Partial<Town> = {}): Town => ({ areas, facilities: [station], people, ...more })

/** The point due north of the station at that many metres, to well under a millimetre. */
function north(metres: number): [number, number] {
  let [low, high] = [25, 26]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (geodesicMetres(103, 25, 103, middle) < metres) low = middle
    else high = middle
  }
  return [103, low]
}

describe('36: distances are compared at 1 mm', () => {
  test('999.9996 m and 1000.0004 m are 1000 m: within 15 minutes, and not below 15 minutes', () => {
    for (const metres of [999.9996, 1000.0004]) {
      const at = north(metres)
      expect(roundToMm(geodesicMetres(...site, ...at))).toBe(1000)
      expect(judged('QJ-16', town([{ id: 'a', at, area: 'c', elders60: 1 }])).numerator).toBe(1)
      expect(judged('XM-01', town([{ id: 'a', at, area: 'c', elders60: 1 }])).numerator).toBe(0)
    }
  })

  test('one millimetre more is outside, one less is strictly below', () => {
    expect(judged('QJ-16', town([{ id: 'a', at: north(1000.001), area: 'c', elders60: 1 }])).numerator).toBe(0)
    expect(judged('XM-01', town([{ id: 'a', at: north(999.999), area: 'c', elders60: 1 }])).numerator).toBe(1)
    expect([isWithin(NaN, 1000, 'most'), isWithin(NaN, 1000, 'below')]).toEqual([false, false])
  })
})

describe('37: what cannot be measured is in neither half', () => {
  test('a point without a place is out of both halves and listed', () => {
    expect(judged('QJ-16', town([{ id: 'a', at: north(10), area: 'c', elders60: 1 }, { id: 'b', at: null, area: 'c', elders60: 2 }]))).toMatchObject({ numerator: 1, denominator: 1, excluded: [{ id: 'b', why: 'no-position' }] })
  })

  test('without a network a walk is no-data: a circle never stands in for it', () => {
    const people: Person[] = [{ id: 'a', at: north(10), area: 'c', elders60: 1 }]
    expect(judged('QJ-16', town(people), { reachModel: 'walk', passShare: 1 })).toMatchObject({ state: 'no-data', numerator: null })
    expect(judged('QJ-12', town(people), { coverage: 'reached', reachModel: 'walk' }).state).toBe('no-data')
  })
})

describe('38: people are those whose area is a unit of the listed levels', () => {
  const people: Person[] = [{ id: 'a', at: north(10), area: 'c', elders60: 1 }, { id: 'b', at: north(10), area: 'v', elders60: 2 }, { id: 'e', at: north(10), area: 's', elders60: 4 }, { id: 'g', at: north(10), elders60: 8 }]
  test('people of villages, of a street alone, and of nowhere are reported apart', () => {
    for (const clause of ['XM-01', 'XM-02', 'CQ-05c', 'QJ-16']) expect(judged(clause, town(people))).toMatchObject({ denominator: 1, figures: { apartAll: 14 } })
  })
})

describe('39: the reached reading of coverage, and shares of units', () => {
  test('reached counts elders aged 60 within the same distance, whatever level the centre has', () => {
    const people: Person[] = [{ id: 'a', at: north(900), area: 'c', elders60: 9, residents: 50 }, { id: 'b', at: north(1100), area: 'd', elders60: 1, residents: 50 }]
    expect(judged('QJ-12', town(people), { coverage: 'reached' })).toMatchObject({ state: 'met', numerator: 9, denominator: 10, value: 0.9, unit: 'share', figures: { people: 'elders60', metres: 1000 } })
    expect(judged('QJ-12', town(people), { coverage: 'reached', circleMetres: 800 })).toMatchObject({ state: 'unmet', numerator: 0 })
    expect(judged('CQ-04a', town([{ id: 'a', at: north(499), area: 'c', elders60: 1 }, { id: 'b', at: north(501), area: 'd', elders60: 1 }]), { coverage: 'reached' })).toMatchObject({ numerator: 1, denominator: 2, shortfall: 1 })
  })

  test('a station of unknown stage may reach the rest: no-data, not unmet', () => {
    const people: Person[] = [{ id: 'a', at: north(900), area: 'c', elders60: 1 }]
    expect(judged('QJ-12', town(people, { facilities: [{ ...station, stage: null }] }), { coverage: 'reached' }).state).toBe('no-data')
  })

  test('circleKinds all-care: any level', () => {
    const home = facility('h', 'INST_CITY', 'city', 'city', { at: site })
    expect(judged('QJ-16', town([{ id: 'a', at: north(10), area: 'c', elders60: 1 }], { facilities: [home] }), { circleKinds: 'all-care' }).numerator).toBe(1)
  })

  const placed = (at: [number, number] | null): Town => ({ ...town([{ id: 'a', at: north(10), area: 'c', elders60: 1 }, { id: 'b', at: north(2000), area: 'd', elders60: 1 }]), areas: areas.map((unit) => (unit.id === 'c' ? { ...unit, at: north(10) } : unit.id === 'd' ? { ...unit, at } : unit)) })
  test('reachUnit other than people: units in the circle over units', () => {
    expect(judged('QJ-16', placed(north(2000)), { reachUnit: 'unit-point' })).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 })
  })

  test('a unit of which it cannot be told is kept apart and makes no pass', () => {
    expect(judged('QJ-16', placed(null), { reachUnit: 'unit-point', passShare: 1 })).toMatchObject({ state: 'no-data', numerator: 1, denominator: 1 })
    expect(judged('QJ-16', placed(north(20)), { reachUnit: 'unit-point', passShare: 1 }).state).toBe('met')
  })
})

describe('40: ties at a threshold', () => {
  test('an exact tie that binary arithmetic blurs meets least and most, and does not meet below and above', () => {
    const blurred = 33.4 + 33.3 + 33.3
    expect(blurred).not.toBe(100)
    expect((['least', 'most', 'equal', 'below', 'above'] as const).map((at) => meets(blurred, { at, value: 100 }))).toEqual([true, true, true, false, false])
    expect((['least', 'most', 'below', 'above'] as const).map((at) => meets(0.1 + 0.2, { at, value: 0.3 }))).toEqual([true, true, false, false])
  })

  test('a real difference is none: one part in a hundred million decides', () => {
    expect(meets(1 - 1e-8, { at: 'least', value: 1 })).toBe(false)
    expect(meets(1e-12, { at: 'above', value: 0 })).toBe(true)
    expect(missing(100, 100 - 1e-8)).toBe(0)
    expect(missing(100, 99.9)).toBeCloseTo(0.1, 9)
    expect(equal(0, 0)).toBe(true)
  })

  test('0.07 of 100 units are 7 and not 8; 0.9 of 47 are 43', () => {
    expect(0.07 * 100).toBeGreaterThan(7)
    expect([unitsNeeded(0.07, 100), unitsNeeded(0.9, 47), unitsNeeded(0.6, 5), unitsNeeded(0, 5)]).toEqual([7, 43, 3, 0])
  })

  test('12 m² for 60 households at 20 per hundred is a tie, and so is a share of 0.1 + 0.2 of 1', () => {
    expect(judged('QJ-14', { compounds: [compound('A', { households: 60, careAreaM2: 12, age: 'old' })] }).state).toBe('met')
    expect(judged('QJ-32', { areas: [area('city', 'city')], facts: [fact('area', 'city', 'lottery-fund-elder-care', 0.6 * 3, '2025'), fact('area', 'city', 'lottery-fund', 3, '2025')] }).state).toBe('met')
  })
})
