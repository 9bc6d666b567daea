import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compound, facility, judged, statesOf, type Town } from '../helpers/town'

const built = (id: string, households: number | null, careAreaM2: number | null, more = {}) => compound(id, { households, careAreaM2, completed: '2020-06', ...more })
const one = (households: number | null, careAreaM2: number | null, more = {}): Town => ({ compounds: [built('A', households, careAreaM2, more)] })

describe('new compounds owe 25 m² per 100 households', () => {
  test('1,000 households with 250 m² meet it exactly; 249 m² fall short by 1', () => {
    expect(judged('QJ-13', one(1000, 250))).toMatchObject({ state: 'met', numerator: 1, denominator: 1, shortfall: 0 })
    expect(judged('QJ-13', one(1000, 249))).toMatchObject({ state: 'unmet', numerator: 0, denominator: 1, shortfall: 1 })
    expect(judged('QJ-13', one(1000, 249)).units[0]).toMatchObject({ value: 24.9, numerator: 249, denominator: 1000, figures: { required: 250, provided: 249 } })
  })

  test('33.4 + 33.3 + 33.3 is 100 for 400 households: a tie that binary sums blur still meets', () => {
    const pool: Town = { compounds: [built('A', 200, 33.4, { pool: 'p' }), built('B', 100, 33.3, { pool: 'p' }), built('C', 100, 33.3, { pool: 'p' })] }
    expect(judged('QJ-13', pool)).toMatchObject({ state: 'met', shortfall: 0 })
  })

  test('a blank area and no facility that serves the compound is no-data, a written 0 is unmet', () => {
    expect(judged('QJ-13', one(1000, null))).toMatchObject({ state: 'no-data', numerator: 0, denominator: 0, value: null })
    expect(judged('QJ-13', one(1000, 0))).toMatchObject({ state: 'unmet', shortfall: 250 })
  })

  test('a blank area where a facility serves the compound takes the floor area, and says so', () => {
    const town = { ...one(1000, null), facilities: [facility('f', 'COMM', 'community', null, { serves: ['A'], floorAreaM2: 260 })] }
    const unit = judged('QJ-13', town).units[0]!
    expect(unit).toMatchObject({ state: 'met', numerator: 260, counted: ['f'] })
    expect(unit.why.map(({ code }) => code)).toContain('area-from-facilities')
  })

  test('a facility that serves two compounds that are no pool is divided by planned households', () => {
    const town: Town = { compounds: [built('A', 300, null), built('B', 100, null)], facilities: [facility('f', 'COMM', 'community', null, { serves: ['A', 'B'], floorAreaM2: 100 })] }
    expect(judged('QJ-13', town).units.map(({ numerator }) => numerator)).toEqual([75, 25])
  })

  test('blank households are no-data under their own reading, never another count in silence', () => {
    const town = one(null, 250, { householdsOccupied: 900 })
    expect(judged('QJ-13', town).state).toBe('no-data')
    expect(judged('QJ-13', town, { households: 'occupied' })).toMatchObject({ state: 'met' })
  })

  test('no compound at all under the duty: not applicable; no households: not applicable', () => {
    expect(judged('QJ-13', one(1000, 250, { completed: '1998' })).state).toBe('not-applicable')
    expect(judged('QJ-13', one(0, 0)).units[0]!.state).toBe('not-applicable')
  })

  test('850 households in whole hundreds owe 225 m², pro rata 212.5', () => {
    expect(judged('QJ-13', one(850, 212.5)).state).toBe('met')
    expect(judged('QJ-13', one(850, 212.5), { perHundred: 'whole-hundreds' })).toMatchObject({ state: 'unmet', shortfall: 12.5 })
  })

  test('with a single-site minimum of 350 m², 349 m² count for nothing', () => {
    expect(judged('QJ-13', one(1000, 349), { singleSiteMinimum: 350 })).toMatchObject({ state: 'unmet', shortfall: 250 })
    expect(judged('QJ-13', one(1000, 350), { singleSiteMinimum: 350 }).state).toBe('met')
  })

  test('leased rooms and rooms not handed over count unless the reading says not; an unmarked one is then unknown', () => {
    const leased = one(1000, 250, { leased: true })
    expect(judged('QJ-13', leased).state).toBe('met')
    expect(judged('QJ-13', leased, { leasedArea: 'does-not-count' })).toMatchObject({ state: 'unmet', shortfall: 250 })
    expect(judged('QJ-13', one(1000, 250), { leasedArea: 'does-not-count' }).state).toBe('no-data')
    expect(judged('QJ-13', one(1000, 200), { leasedArea: 'does-not-count' }).state).toBe('unmet')
    expect(judged('QJ-13', one(1000, 250, { handover: 'not-handed-over' }), { handover: 'does-not-count' }).state).toBe('unmet')
  })
})

describe('new, old, and the gap between', () => {
  const of = (more: object, clause = 'QJ-13', options = {}) => judged(clause, one(100, 25, more), options).state

  test('the ledger class goes before the date', () => {
    expect(of({ age: 'old' })).toBe('not-applicable')
    expect(of({ age: 'old' }, 'QJ-14')).toBe('met')
  })

  test('2017 is out of the clause for new compounds and undecided in the one for old', () => {
    expect(of({ completed: '2017-12' })).toBe('not-applicable')
    expect(of({ completed: '2017-12' }, 'QJ-14')).toBe('undecided')
  })

  test('no date at all is undecided in both', () => {
    expect(of({ completed: null })).toBe('undecided')
    expect(of({ completed: null }, 'QJ-14')).toBe('undecided')
  })

  test('built by 2000 is old when the reading says so; 2008 stays unclassed', () => {
    expect(of({ completed: '2000' }, 'QJ-14', { ageClass: 'built-2000' })).toBe('met')
    expect(of({ completed: '2008' }, 'QJ-14', { ageClass: 'built-2000' })).toBe('undecided')
    expect(of({ completed: '2008' }, 'QJ-14', { ageClass: 'before-start' })).toBe('met')
  })

  test('a year that straddles the start date decides nothing', () => {
    expect(of({ completed: '2023' }, 'QJ-13', { newSince: '2023-01-16' })).toBe('undecided')
    expect(of({ completed: '2023-02' }, 'QJ-13', { newSince: '2023-01-16' })).toBe('met')
  })

  test('permitted in 2019 means completed later: new; delivered in 2016 means completed before: not new', () => {
    expect(of({ completed: null, permitted: '2019' })).toBe('met')
    expect(of({ completed: null, delivered: '2016' })).toBe('not-applicable')
    expect(of({ completed: null, permitted: '2015' })).toBe('undecided')
  })
})

describe('pooled provision: the same m² is never counted twice', () => {
  const pool = (areas: (number | null)[], more: object[] = [], facilities: Town['facilities'] = []): Town => ({ compounds: areas.map((m2, index) => built('ABCD'[index]!, 400, m2, { pool: 'p', ...more[index] })), facilities: facilities! })

  test('two members of 400 households share 200 m²: 25 per 100, both met', () => {
    expect(statesOf(judged('QJ-13', pool([200, 0])))).toEqual({ A: 'met', B: 'met' })
  })

  test('the shortfall of 60 m² is split among the members by what each owes', () => {
    const result = judged('QJ-13', { compounds: [built('A', 400, 90, { pool: 'p' }), built('B', 200, 0, { pool: 'p' })] })
    expect(result.units.map(({ shortfall }) => shortfall)).toEqual([40, 20])
    expect(result).toMatchObject({ shortfall: 60, shortfallOfUnits: 60, figures: { m2Per100Households: 15 } })
  })

  test('a repeated stated area is at most the floor of the facilities that serve the pool', () => {
    const shared = [facility('f', 'COMM', 'community', null, { serves: ['A', 'B'], floorAreaM2: 150 })]
    const result = judged('QJ-13', pool([150, 150], [], shared))
    expect(result).toMatchObject({ state: 'unmet', shortfall: 50 })
    expect(result.problems.map(({ code }) => code)).toContain('pool-area-over')
  })

  test('without such facilities equal stated figures raise a warning', () => {
    expect(judged('QJ-13', pool([100, 100])).problems.map(({ code }) => code)).toContain('pool-area-repeated')
  })

  test('a group of new and old compounds owes the household-weighted norm', () => {
    // 400 × 25 % + 400 × 20 % = 180 m².
    const mixed = pool([180, 0], [{}, { age: 'old', completed: null }])
    expect(statesOf(judged('QJ-13', mixed))).toEqual({ A: 'met' })
    expect(statesOf(judged('QJ-14', mixed))).toEqual({ B: 'met' })
    expect(judged('QJ-13', pool([179, 0], [{}, { age: 'old', completed: null }])).units[0]).toMatchObject({ state: 'unmet' })
  })

  test('an unclassed member leaves the group undecided', () => {
    expect(statesOf(judged('QJ-13', pool([500, 0], [{}, { completed: '2010' }])))).toEqual({ A: 'undecided' })
  })

  test('one member without households leaves the group without a figure', () => {
    expect(judged('QJ-13', pool([500, 0], [{}, { households: null }])).units[0]).toMatchObject({ state: 'no-data' })
  })

  test('inside: each has what it states; allocated: the shared area by planned households', () => {
    const town: Town = { compounds: [built('A', 300, 100, { pool: 'p' }), built('B', 100, 0, { pool: 'p' })] }
    expect(judged('QJ-13', town, { pooling: 'inside' }).units.map(({ value }) => value)).toEqual([(100 / 300) * 100, 0])
    expect(judged('QJ-13', town, { pooling: 'allocated' }).units.map(({ numerator }) => numerator)).toEqual([75, 25])
  })

  test('a member beyond the radius leaves the pool and is judged alone; without coordinates there is no verdict', () => {
    const shared = [facility('f', 'COMM', 'community', null, { serves: ['A', 'B'], floorAreaM2: 400, at: [103, 25] })]
    const town: Town = { compounds: [built('A', 400, 400, { pool: 'p', at: [103, 25.001] }), built('B', 400, 0, { pool: 'p', at: [103, 25.01] }), built('C', 400, 0, { pool: 'p' })], facilities: shared }
    const result = judged('QJ-13', town, { poolRadius: 500 })
    expect(statesOf(result)).toEqual({ A: 'met', B: 'unmet', C: 'no-data' })
    expect(result.units[1]!.why[0]).toEqual({ code: 'pool-member-too-far', detail: 'p' })
  })
})

describe('laws', () => {
  const members = fc.array(fc.record({ households: fc.integer({ min: 1, max: 2000 }), area: fc.integer({ min: 0, max: 600 }), pool: fc.constantFrom(null, 'p', 'q'), old: fc.boolean() }), { minLength: 1, maxLength: 8 })
  const townOf = (spec: { households: number; area: number; pool: string | null; old: boolean }[]): Town => ({ compounds: spec.map(({ households, area, pool, old }, index) => built(`c${index}`, households, area, { pool, age: old ? 'old' : 'new' })) })

  test('the shortfalls of all members are what the groups lack, by brute force', () => {
    fc.assert(
      fc.property(members, (spec) => {
        const town = townOf(spec)
        const total = ['QJ-13', 'QJ-14'].reduce((sum, clause) => sum + (judged(clause, town).shortfallOfUnits ?? 0), 0)
        const groups = new Map<string, { owed: number; has: number }>()
        spec.forEach(({ households, area, pool, old }, index) => {
          const key = pool !== null && spec.filter((other) => other.pool === pool).length > 1 ? pool : `alone ${index}`
          const group = groups.get(key) ?? { owed: 0, has: 0 }
          groups.set(key, { owed: group.owed + (households * (old ? 20 : 25)) / 100, has: group.has + area })
        })
        expect(total).toBeCloseTo([...groups.values()].reduce((sum, { owed, has }) => sum + Math.max(0, owed - has), 0), 6)
      }),
    )
  })

  test('more area never raises a shortfall', () => {
    fc.assert(
      fc.property(members, fc.nat(500), (spec, more) => {
        const before = judged('QJ-13', townOf(spec)).shortfallOfUnits ?? 0
        const after = judged('QJ-13', townOf(spec.map((member, index) => (index === 0 ? { ...member, area: member.area + more } : member)))).shortfallOfUnits ?? 0
        expect(after).toBeLessThanOrEqual(before + 1e-6)
      }),
    )
  })
})
