import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { area, fact, facility, judged, statesOf, type Town } from '../helpers/town'

/** One street with so many communities c00, c01 …, the first `covered` of them with a station. */
function street(communities: number, covered: number, more: Partial<Town> = {}): Town {
  const ids = Array.from({ length: communities }, (_, index) => `c${String(index).padStart(2, '0')}`)
  return {
    areas: [area('city', 'city'), area('county', 'county', 'city'), area('street', 'subdistrict', 'county'), ...ids.map((id) => area(id, 'community', 'street'))],
    facilities: ids.slice(0, covered).map((id) => facility(`station of ${id}`, 'COMM', 'community', id)),
    ...more,
  }
}

describe('located: the share of communities that have a station', () => {
  test('18 of 20 is exactly 90 % and meets 90 % or more', () => {
    const result = judged('QJ-12', street(20, 18))
    expect(result).toMatchObject({ state: 'met', numerator: 18, denominator: 20, value: 0.9, shortfall: 0, shortfallOfUnits: 2 })
  })

  test('17 of 20 falls short by one community, and three are without', () => {
    const result = judged('QJ-12', street(20, 17))
    expect(result).toMatchObject({ state: 'unmet', numerator: 17, denominator: 20, shortfall: 1, shortfallOfUnits: 3 })
    expect(result.units.filter((unit) => unit.state === 'unmet').map((unit) => unit.id)).toEqual(['c17', 'c18', 'c19'])
  })

  test('no community in the roster: the clause does not apply', () => {
    expect(judged('QJ-11', { areas: [area('county', 'county'), area('town', 'town', 'county'), area('v', 'village', 'town')], facilities: [facility('f', 'COMM', 'village', 'v')] })).toMatchObject({ state: 'not-applicable', denominator: 0 })
  })

  test('a facility under construction does not count, unless the reading says so', () => {
    const town = street(2, 1)
    const planned = { ...town, facilities: [...town.facilities!, facility('new one', 'COMM', 'community', 'c01', { stage: 'building' as const })] }
    expect(judged('QJ-12', planned)).toMatchObject({ state: 'unmet', numerator: 1 })
    expect(judged('QJ-12', planned).units[1]!.why).toEqual([{ code: 'stage-not-operating', detail: 'new one' }])
    expect(judged('QJ-12', planned, { stages: 'operating-and-building' })).toMatchObject({ state: 'met', numerator: 2, value: 1 })
  })

  test('a street centre does not also count for the community it stands in, unless the reading says so', () => {
    const town = { ...street(1, 0), facilities: [facility('centre', 'STREET', 'subdistrict', 'c00')] }
    expect(judged('QJ-12', town).state).toBe('unmet')
    expect(judged('QJ-12', town, { crossTier: 'also-counts' }).state).toBe('met')
    expect(judged('QJ-11', town).state).toBe('met')
  })
})

describe('what is not known never makes a pass', () => {
  test('a facility of unknown kind leaves its community out of both halves', () => {
    const town = { ...street(3, 1), facilities: [facility('station', 'COMM', 'community', 'c00'), facility('riddle', null, 'community', 'c01')] }
    const result = judged('QJ-12', town)
    expect(statesOf(result)).toEqual({ c00: 'met', c01: 'no-data', c02: 'unmet' })
    expect(result).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, figures: { unknownUnits: 1 } })
  })

  test('9 of 10 known and one unknown: met, because the unknown one cannot change it', () => {
    const town = street(10, 9)
    const result = judged('QJ-12', { ...town, facilities: [...town.facilities!, facility('riddle', null, 'community', 'c09')] })
    expect(result).toMatchObject({ state: 'met', numerator: 9, denominator: 9 })
  })

  test('8 of 10 and one unknown: no-data, because it would decide', () => {
    const town = street(10, 8)
    expect(judged('QJ-12', { ...town, facilities: [...town.facilities!, facility('riddle', null, 'community', 'c09')] }).state).toBe('no-data')
  })

  test('a station known only by its street may cover one of its uncovered communities: bounds 1 and 2 of 3', () => {
    const town = { ...street(3, 1), facilities: [facility('station', 'COMM', 'community', 'c00'), facility('somewhere', 'COMM', 'community', 'street')] }
    const result = judged('QJ-12', town)
    expect(result).toMatchObject({ numerator: 1, denominator: 2, figures: { unknownUnits: 1 } })
    expect(statesOf(result)).toEqual({ c00: 'met', c01: 'no-data', c02: 'no-data' })
  })

  test('a blank stage is an unknown class', () => {
    const town = street(1, 0)
    expect(judged('QJ-12', { ...town, facilities: [facility('f', 'COMM', 'community', 'c00', { stage: null })] }).state).toBe('no-data')
  })

  test('without a facility ledger the stated figures answer; without them there is no verdict', () => {
    const { areas } = street(3, 0)
    expect(judged('QJ-12', { areas: areas! }).state).toBe('no-data')
    const facts = [fact('area', 'city', 'urban-communities', 47), fact('area', 'city', 'urban-communities-with-centre', 43)]
    expect(judged('QJ-12', { areas: areas!, facts })).toMatchObject({ state: 'met', numerator: 43, denominator: 47 })
  })

  test('a stated part larger than its whole is a problem and no verdict', () => {
    const { areas } = street(3, 0)
    const facts = [fact('area', 'city', 'urban-communities', 40), fact('area', 'city', 'urban-communities-with-centre', 43)]
    const result = judged('QJ-12', { areas: areas!, facts })
    expect(result.state).toBe('no-data')
    expect(result.problems.map(({ code }) => code)).toContain('part-exceeds-whole')
  })
})

describe('served: the ledger names the units', () => {
  const town = street(3, 0, { facilities: [facility('centre', 'STREET', 'subdistrict', 'c00', { serves: ['c01', 'c02'] })] })

  test('the named communities are served, not the one it stands in', () => {
    expect(statesOf(judged('QJ-12', town, { coverage: 'served' }))).toEqual({ c00: 'unmet', c01: 'met', c02: 'met' })
  })

  test('serves that names no unit of the level is blank for that level', () => {
    const other = street(2, 0, { facilities: [facility('station', 'COMM', 'community', 'c00', { serves: ['street'] })] })
    expect(statesOf(judged('QJ-12', other, { coverage: 'served' }))).toEqual({ c00: 'met', c01: 'unmet' })
  })

  test('a street centre that lists communities still covers its own street', () => {
    expect(judged('QJ-11', town, { coverage: 'served' }).state).toBe('met')
  })
})

describe('reached: people instead of units', () => {
  // 0.009 degrees of latitude are about 998 m, 0.0091 about 1009 m.
  const town: Town = {
    ...street(2, 0),
    facilities: [facility('station', 'COMM', 'community', 'c00', { at: [103, 25] })],
    people: [
      { id: 'p1', at: [103, 25.009], area: 'c00', elders60: 1 },
      { id: 'p2', at: [103, 25.0091], area: 'c00', elders60: 2 },
      { id: 'p4', at: [103, 25.001], area: 'c01', elders60: 4 },
    ],
  }

  test('the sum names who was reached: 1 and 4 of 7', () => {
    const result = judged('QJ-12', town, { coverage: 'reached' })
    expect(result).toMatchObject({ numerator: 5, denominator: 7, state: 'unmet' })
    expect(result.units.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[1, 3], [4, 4]])
  })
})

describe('which units are urban communities', () => {
  const town: Town = {
    areas: [
      area('county', 'county'), area('street', 'subdistrict', 'county'),
      area('530302001001', 'community', 'street', { code: '530302001001', urbanRural: '111' }),
      area('530302001002', 'community', 'street', { code: '530302001002', urbanRural: '121' }),
      area('530302001205', 'community', 'street', { code: '530302001205', urbanRural: '220' }),
      area('530302001201', 'village', 'street', { code: '530302001201', urbanRural: '112' }),
      area('new one', 'community', 'street'),
    ],
    facilities: [facility('f', 'COMM', 'community', '530302001001')],
  }
  const denominator = (urbanCommunity: string) => judged('QJ-12', town, { urbanCommunity }).denominator

  test('by level 4, by committee code 2, by class 11x 2, by class 1xx 3; the counts of all readings are shown', () => {
    expect(['level', 'committee-code', 'class-11x', 'class-1xx'].map(denominator)).toEqual([4, 2, 2, 3])
    expect(judged('QJ-12', town).figures).toMatchObject({ 'units:level': 4, 'units:committee-code': 2, 'units:class-11x': 2, 'units:class-1xx': 3 })
  })

  test('a unit without a code is kept apart and said', () => {
    expect(judged('QJ-12', town, { urbanCommunity: 'committee-code' }).excluded).toContainEqual({ id: 'new one', why: 'no-code' })
  })
})

describe('deadlines', () => {
  test('past due is about the data date, and false on the day itself', () => {
    const pastDue = (asOf: string, options = {}) => judged('QJ-11', { ...street(1, 1), asOf }, options).pastDue
    expect(pastDue('2024-12-31')).toBe(false)
    expect(pastDue('2025-01-01')).toBe(true)
    expect(pastDue('2025-06-30', { beforeYear: '2025-12-31' })).toBe(false)
  })

  test('a reading that the clause does not offer leaves its default and says so', () => {
    const result = judged('QJ-11', street(1, 1), { beforeYear: 'null' })
    expect(result.deadline).toBe('2024-12-31')
    expect(result.problems.map(({ code }) => code)).toContain('option-value-not-offered')
    expect(judged('QJ-18', street(1, 1), { beforeYear: 'null' }).deadline).toBeNull()
  })
})

describe('laws', () => {
  const towns = fc.record({ communities: fc.integer({ min: 1, max: 12 }), covered: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }) })
  const build = ({ communities, covered }: { communities: number; covered: number[] }): Town => ({ ...street(communities, 0), facilities: covered.filter((index) => index < communities).map((index) => facility(`f${index}`, 'COMM', 'community', `c${String(index).padStart(2, '0')}`)) })

  test('the numerator is never above the denominator, and one more facility never lowers coverage', () => {
    fc.assert(
      fc.property(towns, fc.integer({ min: 0, max: 11 }), (spec, extra) => {
        const before = judged('QJ-12', { ...build(spec), facilities: [...build(spec).facilities!, facility('x', 'NOT', 'community', 'c00')] })
        const after = judged('QJ-12', { ...build(spec), facilities: [...build(spec).facilities!, facility('x', 'COMM', 'community', `c${String(extra % spec.communities).padStart(2, '0')}`)] })
        expect(before.numerator!).toBeLessThanOrEqual(before.denominator!)
        expect(after.value!).toBeGreaterThanOrEqual(before.value!)
      }),
    )
  })

  test('the order of records does not change a byte', () => {
    fc.assert(
      fc.property(towns, (spec) => {
        const town = build(spec)
        const shuffled = { ...town, areas: [...town.areas!].reverse(), facilities: [...town.facilities!].reverse() }
        expect(JSON.stringify(judged('QJ-12', shuffled))).toBe(JSON.stringify(judged('QJ-12', town)))
      }),
    )
  })
})
