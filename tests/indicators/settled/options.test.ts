/** SETTLED E, 27-35 (with 46, 47): what each reading does. */
import { describe, expect, test } from 'vitest'
import { area, compound, facility, fact, judged, plot, statesOf, type Town } from '../../helpers/town'

const city = area('city', 'city')
const province = area('p', 'province')

describe('27: by code or class the readings choose among communities and villages', () => {
  const roster: Town = {
    areas: [area('s', 'subdistrict'), area('330101001001', 'community', 's', { code: '330101001001', urbanRural: '205' }), area('330101001201', 'village', 's', { code: '330101001201', urbanRural: '111' }), area('x', 'village', 's')],
    facilities: [facility('f', 'COMM', 'community', '330101001001')],
  }
  test('the village coded 111 is urban by class, the community coded 205 is not, and a unit without a class is kept apart', () => {
    expect(judged('QJ-12', roster).units.map(({ id }) => id)).toEqual(['330101001001'])
    const byClass = judged('QJ-12', roster, { urbanCommunity: 'class-1xx' })
    expect(byClass.units.map(({ id }) => id)).toEqual(['330101001201'])
    expect(byClass.excluded).toContainEqual({ id: 'x', why: 'no-class' })
    expect(judged('QJ-18', roster, { ruralVillage: 'committee-code' }).units.map(({ id }) => id)).toEqual(['330101001201'])
  })
})

describe('28: served, cross-tier, rural subdistricts and day care', () => {
  const street: Town = { areas: [city, area('s', 'subdistrict', 'city'), area('a', 'community', 's'), area('b', 'community', 's')], facilities: [facility('f', 'STREET', 'subdistrict', 's', { serves: ['a'] })] }

  test('serves without a unit of the level asked for is blank for that level', () => {
    expect(judged('QJ-11', street, { coverage: 'served' }).state).toBe('met')
    expect(statesOf(judged('QJ-12', street, { coverage: 'served' }))).toEqual({ a: 'met', b: 'unmet' })
  })

  test('count-per-unit under served: the units that the ledger names', () => {
    const towns: Town = { areas: [province, area('t1', 'town', 'p'), area('t2', 'town', 'p')], facilities: [facility('f', 'TOWN_RURAL', 'town', 't1', { serves: ['t1', 't2'] })] }
    expect(statesOf(judged('BJ-01', towns))).toEqual({ t1: 'met', t2: 'unmet' })
    expect(statesOf(judged('BJ-01', towns, { coverage: 'served' }))).toEqual({ t1: 'met', t2: 'met' })
  })

  test('QJ-20 under served: a facility’s services count for the communities it names', () => {
    const town: Town = { ...street, facilities: [facility('f', 'COMM', 'community', 'a', { serves: ['b'], services: ['meal'] })] }
    const yes = (options: object) => Object.fromEntries(judged('QJ-20', town, options as Record<string, string>).units.map(({ id, numerator }) => [id, numerator]))
    expect(yes({})).toEqual({ a: 1, b: 0 })
    expect(yes({ coverage: 'served' })).toEqual({ a: 0, b: 1 })
  })

  test('crossTier: kinds of servedBy at any higher level also count for the unit they stand in', () => {
    const town: Town = { ...street, facilities: [facility('f', 'STREET', 'subdistrict', 'a')] }
    expect(statesOf(judged('QJ-12', town))).toEqual({ a: 'unmet', b: 'unmet' })
    expect(statesOf(judged('QJ-12', town, { crossTier: 'also-counts' }))).toEqual({ a: 'met', b: 'unmet' })
  })

  test('plus-rural-subdistricts adds the subdistricts that have villages, and their own centres', () => {
    const town: Town = { areas: [city, area('t', 'town', 'city'), area('s', 'subdistrict', 'city'), area('u', 'subdistrict', 'city'), area('v', 'village', 's')], facilities: [facility('f', 'TOWN_RURAL', 'subdistrict', 's')] }
    expect(statesOf(judged('QJ-17', town))).toEqual({ t: 'unmet' })
    expect(statesOf(judged('QJ-17', town, { townshipUnits: 'plus-rural-subdistricts' }))).toEqual({ s: 'met', t: 'unmet' })
  })

  test('dayCareService both: the services of all counted facilities of the unit together', () => {
    const town = (second: string[] | null): Town => ({ areas: [province, area('c', 'community', 'p')], facilities: [facility('f', 'COMM', 'community', 'c', { services: ['home-care'] }), facility('g', 'COMM', 'community', 'c', { services: second })] })
    expect(judged('HL-05a', town(['meal'])).state).toBe('met')
    expect(judged('HL-05a', town(['day-care']), { dayCareService: 'both' })).toMatchObject({ state: 'met', units: [{ counted: ['f', 'g'], shortfall: 0 }] })
    expect(judged('HL-05a', town(['meal']), { dayCareService: 'both' })).toMatchObject({ state: 'unmet', units: [{ shortfall: 1, why: [{ code: 'service-missing', detail: 'f, g' }] }] })
    expect(judged('HL-05a', town(null), { dayCareService: 'both' }).state).toBe('no-data')
  })
})

describe('29 and 46: pooling', () => {
  const north = (metres: number): [number, number] => [103, 25 + metres / 110_777]
  const home = (id: string, more: object) => compound(id, { completed: '2020', pool: 'p', households: 400, ...more })
  const room = (serves: string[], floorAreaM2: number | null, more = {}) => facility(`room of ${serves.join('')}`, 'COMM', 'community', null, { serves, floorAreaM2, ...more })

  test('a member beyond the radius leaves the pool and is judged alone, the rest stays', () => {
    const town: Town = { compounds: [home('A', { careAreaM2: 200, at: north(100) }), home('B', { careAreaM2: 0, at: north(200) }), home('C', { careAreaM2: 0, at: north(600) })], facilities: [room(['A', 'B', 'C'], 200, { at: north(0) })] }
    expect(statesOf(judged('QJ-13', town, { poolRadius: 500 }))).toEqual({ A: 'met', B: 'met', C: 'unmet' })
    expect(judged('QJ-13', town, { poolRadius: 500 }).units[2]).toMatchObject({ shortfall: 100, why: [{ code: 'pool-member-too-far', detail: 'p' }] })
  })

  test('a member that left has nothing of the shared room: its m² are not counted a second time', () => {
    const town: Town = { compounds: [home('A', { at: north(100) }), home('B', { at: north(600) })], facilities: [room(['A', 'B'], 200, { at: north(0) })] }
    expect(statesOf(judged('QJ-13', town, { poolRadius: 500 }))).toEqual({ A: 'met', B: 'no-data' })
  })

  test('no coordinates is no-data; a shared site without a place may be the near one', () => {
    const town = (at: [number, number] | null, site: [number, number] | null): Town => ({ compounds: [home('A', { careAreaM2: 200, at: north(100) }), home('B', { careAreaM2: 0, at })], facilities: [room(['A', 'B'], 100, { at: north(0) }), room(['A', 'B'], 101, { at: site })] })
    expect(statesOf(judged('QJ-13', town(null, north(0)), { poolRadius: 500 }))['B']).toBe('no-data')
    expect(statesOf(judged('QJ-13', town(north(600), null), { poolRadius: 500 }))['B']).toBe('no-data')
    expect(statesOf(judged('QJ-13', town(north(600), north(0)), { poolRadius: 500 }))['B']).toBe('unmet')
  })

  test('the radius is compared at the millimetre, to the nearest shared site', () => {
    const town: Town = { compounds: [home('A', { careAreaM2: 200, at: north(0) }), home('B', { careAreaM2: 0, at: north(299) })], facilities: [room(['A', 'B'], 100, { at: north(0) }), room(['A', 'B'], 101, { at: north(-2000) })] }
    expect(statesOf(judged('QJ-13', town, { poolRadius: 300 }))).toEqual({ A: 'met', B: 'met' })
  })

  test('singleSiteMinimum: a stated area is one site, sites of the ledger one by one, a shared site by its whole floor', () => {
    const alone = (m2: number) => judged('QJ-13', { compounds: [home('A', { careAreaM2: m2, pool: null })] }, { singleSiteMinimum: 350 }).state
    expect([alone(350), alone(349)]).toEqual(['met', 'unmet'])
    const rooms: Town = { compounds: [home('A', { pool: null })], facilities: [facility('f', 'COMM', 'community', null, { serves: ['A'], floorAreaM2: 200 }), facility('g', 'COMM', 'community', null, { serves: ['A'], floorAreaM2: 200 })] }
    expect(judged('QJ-13', rooms).state).toBe('met')
    expect(judged('QJ-13', rooms, { singleSiteMinimum: 350 })).toMatchObject({ state: 'unmet', shortfall: 100 })
    const shared: Town = { compounds: [home('A', {}), home('B', {})], facilities: [room(['A', 'B'], 350)] }
    expect(statesOf(judged('QJ-13', shared, { singleSiteMinimum: 350 }))).toEqual({ A: 'met', B: 'met' })
  })

  test('whole hundreds in a pool are per member: 50 + 50 households owe 50 m², pro rata 25', () => {
    const town: Town = { compounds: [home('A', { households: 50, careAreaM2: 25 }), home('B', { households: 50, careAreaM2: 0 })] }
    expect(judged('QJ-13', town).state).toBe('met')
    expect(judged('QJ-13', town, { perHundred: 'whole-hundreds' })).toMatchObject({ state: 'unmet', shortfallOfUnits: 25 })
  })

  test('one facility serving compounds that are no pool is divided by planned households, also across the edge of a pool', () => {
    const town: Town = { compounds: [home('A', {}), home('B', {}), home('C', { pool: null, households: 800 })], facilities: [room(['A', 'B', 'C'], 400)] }
    const result = judged('QJ-13', town)
    expect(result.units.map(({ figures }) => figures!['provided'])).toEqual([100, 100, 200])
  })

  test('ruleThen in a pool: the sum of the stated requirements', () => {
    const town = (a: number, b: number): Town => ({ compounds: [home('A', { careAreaM2: 100, remedy: '补建' }), home('B', { careAreaM2: 0, remedy: '补建' })], facts: [fact('compound', 'A', 'required-care-area', a), fact('compound', 'B', 'required-care-area', b)] })
    expect(statesOf(judged('QJ-15', town(60, 40), { ruleThen: 'ledger-required' }))).toEqual({ A: 'met', B: 'met' })
    expect(judged('QJ-15', town(60, 60), { ruleThen: 'ledger-required' })).toMatchObject({ state: 'unmet', shortfallOfUnits: 20 })
  })

  test('allocated divides the shared room by planned households; inside leaves it out', () => {
    const town: Town = { compounds: [home('A', { households: 300 }), home('B', { households: 100 })], facilities: [room(['A', 'B'], 100)] }
    expect(judged('QJ-13', town, { pooling: 'allocated' }).units.map(({ numerator }) => numerator)).toEqual([75, 25])
    expect(statesOf(judged('QJ-13', town, { pooling: 'inside' }))).toEqual({ A: 'no-data', B: 'no-data' })
  })

  test('inside: what stands in or is stated for the compound itself', () => {
    const town: Town = { compounds: [home('A', {}), home('B', { careAreaM2: 40 })], facilities: [room(['A'], 100), room(['A', 'B'], 1000)] }
    expect(judged('QJ-13', town, { pooling: 'inside' }).units.map(({ state, numerator }) => [state, numerator])).toEqual([['met', 100], ['unmet', 40]])
    expect(judged('QJ-08a', town, { pooling: 'inside' })).toMatchObject({ state: 'unmet', units: [{ id: 'p', numerator: 140, denominator: 200 }] })
  })
})

describe('30: CQ-06c and CQ-07', () => {
  const built = (more: object) => compound('A', { households: 100, careAreaM2: 14, completed: '2020', ...more })
  const finding = (value: boolean) => [fact('compound', 'A', 'care-provision-met', value)]

  test('where the finding is blank, below the norm fails; a stated finding goes first', () => {
    expect(judged('CQ-06c', { compounds: [built({})] }, { builtAreaNorm: 15 })).toMatchObject({ state: 'unmet', value: 1, numerator: 0, denominator: 1 })
    expect(judged('CQ-06c', { compounds: [built({ careAreaM2: 15 })] }, { builtAreaNorm: 15 })).toMatchObject({ state: 'met', value: 0 })
    expect(judged('CQ-06c', { compounds: [built({})], facts: finding(true) }, { builtAreaNorm: 15 })).toMatchObject({ state: 'met', value: 0 })
    expect(judged('CQ-06c', { compounds: [built({ careAreaM2: 99 })], facts: finding(false) }, { builtAreaNorm: 15 }).state).toBe('unmet')
    expect(judged('CQ-06c', { compounds: [built({})] }).state).toBe('no-data')
  })

  test('CQ-06c: met with value 0 when nothing fails, not-applicable without new compounds, met so far without completion', () => {
    expect(judged('CQ-06c', { compounds: [built({ completed: '2010' })] })).toMatchObject({ state: 'not-applicable', value: null })
    expect(judged('CQ-06c', { compounds: [built({ completed: null, age: 'new' })], facts: finding(false) })).toMatchObject({ state: 'met', value: 0, units: [{ why: [{ code: 'below-norm-not-completed' }] }] })
    expect(judged('CQ-06c', { asOf: '2020-06-30', compounds: [built({ completed: '2020-07' })], facts: finding(false) }).state).toBe('met')
  })

  test('late only against a deadline', () => {
    const town: Town = { compounds: [built({ age: 'old', done: '2024-01' })], facts: finding(false) }
    expect(judged('CQ-07', town).units[0]!.why).toEqual([{ code: 'recorded-done' }])
    expect(judged('CQ-07', town, { undatedDeadline: 'plan-horizon' }).units[0]).toMatchObject({ state: 'met', why: [{ code: 'late', detail: '2024-01' }] })
    expect(judged('CQ-07', town, { undatedDeadline: 'plan-horizon', lateRectification: 'unmet' }).state).toBe('unmet')
  })

  test('an old compound without a finding is no-data; with a passing one there is nothing to mend', () => {
    expect(judged('CQ-07', { compounds: [built({ age: 'old' })] }).state).toBe('no-data')
    expect(judged('CQ-07', { compounds: [built({ age: 'old' })], facts: finding(true) }).state).toBe('not-applicable')
    expect(judged('CQ-07', { compounds: [built({ age: 'old', remedy: '租赁' })], facts: finding(false) })).toMatchObject({ state: 'unmet', numerator: 0, denominator: 1 })
  })
})

describe('31: soft words, years, bases, and where one is built', () => {
  test('basicallyShare is a factor on the threshold: 95 % of a goal of half is 47.5 %', () => {
    expect(judged('HL-06b', {}, { basicallyShare: 0.95 }).reading['basicallyShare']).toBe(0.95)
    const villages = Array.from({ length: 40 }, (_, index) => `v${index + 10}`)
    const of = (covered: number) => judged('HL-06b', { areas: [province, ...villages.map((id) => area(id, 'village', 'p'))], facilities: villages.slice(0, covered).map((id) => facility(`f${id}`, 'VILLAGE', 'village', id)) }, { basicallyShare: 0.95 })
    expect(of(19)).toMatchObject({ state: 'met', threshold: { at: 'least', value: 0.475 } })
    expect(of(18)).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  const fund = (rows: readonly (readonly [number, number, number])[], asOf = '2024-12-31', item = 'lottery-fund-elder-care', of = 'city'): Town => ({ asOf, areas: [city, area('A', 'county', 'city')], facts: rows.flatMap(([year, part, whole]) => [fact('area', of, item, part, String(year)), fact('area', of, 'lottery-fund', whole, String(year))]) })

  test('latest complete year: 60 of 100 is exactly 60 %; without its row no-data, earlier years listed', () => {
    expect(judged('QJ-32', fund([[2023, 10, 100], [2024, 60, 100]]))).toMatchObject({ state: 'met', numerator: 60, denominator: 100, value: 0.6 })
    expect(judged('QJ-32', fund([[2023, 10, 100], [2024, 59, 100]]))).toMatchObject({ state: 'unmet', shortfall: 1 })
    expect(judged('QJ-32', fund([[2023, 60, 100]]))).toMatchObject({ state: 'no-data', why: [{ code: 'year-missing', detail: '2024' }], units: [{ figures: { 'year:2023': 0.6 } }] })
  })

  test('every year: from the year after the document, a missing year is no-data', () => {
    const every = (rows: readonly (readonly [number, number, number])[], asOf = '2025-12-31') => judged('QJ-32', fund(rows, asOf), { fundYear: 'every-year' }).state
    expect(every([[2023, 0, 100], [2024, 60, 100], [2025, 60, 100]])).toBe('met')
    expect(every([[2025, 60, 100]])).toBe('no-data')
    expect(every([[2024, 59, 100], [2025, 60, 100]])).toBe('unmet')
  })

  test('CQ-10 counts from its own 2020, also in the every-year reading', () => {
    const rows = (first: number) => [first, 80, 100] as const
    const years = [2020, 2021].map(rows)
    const town = (given: readonly (readonly [number, number, number])[]) => ({ ...fund(given, '2021-12-31', 'lottery-fund-care-facilities-services', 'c'), areas: [area('c', 'county')] })
    expect(judged('CQ-10', town(years), { fundYear: 'every-year' }).state).toBe('met')
    expect(judged('CQ-10', town(years.slice(1)), { fundYear: 'every-year' }).state).toBe('no-data')
  })

  test('QJ-32 per level: the city and every county that has rows; any unmet is unmet', () => {
    const both = (county: number): Town => ({ ...fund([[2024, 60, 100]]), facts: [...fund([[2024, 60, 100]]).facts!, ...fund([[2024, county, 100]], '', 'lottery-fund-elder-care', 'A').facts!] })
    expect(judged('QJ-32', both(60)).state).toBe('met')
    expect(judged('QJ-32', both(59))).toMatchObject({ state: 'unmet', why: [{ code: 'lower-level-unmet' }] })
    expect(judged('QJ-32', fund([[2024, 60, 100]])).units.map(({ id }) => id)).toEqual(['city'])
  })

  test('trendBase: the earliest given, the previous, or the latest before the document', () => {
    const town: Town = { areas: [city], facts: ([['2020', 5], ['2022', 20], ['2023', 30], ['2024', 10]] as const).map(([year, value]) => fact('area', 'city', 'basic-care-funding', value, year)) }
    const change = (trendBase: string) => judged('QJ-35b', town, { trendBase }).value
    expect([change('earliest'), change('previous'), change('before-document')]).toEqual([5, -20, -10])
  })

  test('where-built (47): any county-level institution of the kind counts as built, whatever its size; counties without are not-applicable', () => {
    const town: Town = { areas: [province, area('A', 'county', 'p'), area('B', 'county', 'p'), area('C', 'county', 'p'), area('D', 'county', 'p')], facilities: [facility('a', 'INST_COUNTY', 'county', 'A', { beds: 200 }), facility('b', 'INST_COUNTY', 'county', 'B', { beds: 199 }), facility('d', 'INST_COUNTY', 'county', 'D', { beds: 300, stage: null })] }
    expect(statesOf(judged('HL-10', town))).toEqual({ A: 'met', B: 'unmet', C: 'unmet', D: 'no-data' })
    expect(statesOf(judged('HL-10', town, { countyScope: 'where-built' }))).toEqual({ A: 'met', B: 'unmet', C: 'not-applicable', D: 'no-data' })
  })
})

describe('32: beds', () => {
  const town = (homeBeds: number | null, rows: number | null): Town => ({
    areas: [area('p', 'province', null, { elders60: 1000 })],
    facilities: [facility('a', 'INST', null, 'p', { beds: 20 }), facility('s', 'COMM', 'community', 'p', { beds: 5 }), ...(rows === null ? [] : [facility('h', 'HOME_BED', 'home', 'p', { beds: rows })])],
    facts: homeBeds === null ? [] : [fact('area', 'p', 'home-beds', homeBeds)],
  })
  const perThousand = (given: Town, bedsCounted: string) => judged('HL-02a', given, { bedsCounted })

  test('institutions 20, plus day care 25, plus the stated home beds 30', () => {
    expect(['institutions', 'plus-day-care', 'plus-home-beds'].map((reading) => perThousand(town(5, null), reading).value)).toEqual([20, 25, 30])
    expect(perThousand(town(5, null), 'plus-home-beds').state).toBe('met')
  })

  test('HOME_BED rows, else the fact, never both', () => {
    expect(perThousand(town(100, 4), 'plus-home-beds')).toMatchObject({ state: 'unmet', value: 29, shortfall: 1 })
  })

  test('home beds that nobody states are unknown, not 0: no-data, unless the rest is enough', () => {
    expect(perThousand(town(null, null), 'plus-home-beds').state).toBe('no-data')
    expect(judged('HL-01', { ...town(null, null), facilities: [facility('a', 'INST', null, 'p', { beds: 180_000 })] }, { bedsCounted: 'plus-home-beds' }).state).toBe('met')
  })

  test('in a share stated home beds have no owner: in the denominator for certain, in the numerator perhaps', () => {
    const share = (homeBeds: number) => judged('HL-04', { areas: [province], facilities: [facility('a', 'INST', null, 'p', { beds: 80, owner: 'private' }), facility('b', 'INST', null, 'p', { beds: 10, owner: 'public' })], facts: [fact('area', 'p', 'home-beds', homeBeds)] }, { bedsCounted: 'plus-home-beds' })
    expect(share(10)).toMatchObject({ state: 'met', numerator: 80, denominator: 100 })
    expect(share(30).state).toBe('no-data')
  })

  test('figureSource: the ledger can answer per unit where no needed cell is unknown there', () => {
    const given: Town = { areas: [province, area('A', 'city', 'p', { elders60: 1000 }), area('B', 'city', 'p', { elders60: 1000 })], facilities: [facility('a', 'INST', null, 'A', { beds: 30 }), facility('b', 'INST', null, 'B')], facts: [fact('area', 'A', 'beds-total', 1), fact('area', 'B', 'beds-total', 40)] }
    expect(judged('HL-02a', given).units.map(({ value }) => value)).toEqual([30, 40])
    expect(judged('HL-02a', given, { figureSource: 'stated' }).units.map(({ value }) => value)).toEqual([1, 40])
  })
})

describe('33: yes and no, tiers, reasons, and empty counts', () => {
  const counties = [city, area('A', 'county', 'city'), area('B', 'county', 'city')]

  test('a yes-no item above its level: all below yes is yes, any no is no, else unknown', () => {
    const of = (...said: (boolean | null)[]) => judged('QJ-31a', { areas: counties, facts: said.flatMap((value, index) => (value === null ? [] : [fact('area', 'AB'[index]!, 'star-subsidy-link', value)])) }).state
    expect([of(true, true), of(true, false), of(null, false), of(true, null)]).toEqual(['met', 'unmet', 'unmet', 'no-data'])
  })

  test('tiers: either yes is yes; fact no and no facility is no; otherwise unknown; a sign without a fact is marked', () => {
    const network = (township: boolean | null, facilities: Town['facilities']) => judged('HL-15a', { areas: [area('A', 'county'), area('s', 'subdistrict', 'A')], facilities: facilities!, facts: [fact('area', 'A', 'home-care-network-county', true), fact('area', 'A', 'home-care-network-community', true), ...(township === null ? [] : [fact('area', 'A', 'home-care-network-township', township)])] }).units[0]!
    const sign = [facility('f', 'STREET', 'subdistrict', 's')]
    const other = [facility('g', 'MEAL', 'community', 's')]
    expect(network(true, other).state).toBe('met')
    expect(network(false, other).state).toBe('unmet')
    expect(network(null, other).state).toBe('no-data')
    expect(network(null, sign)).toMatchObject({ state: 'met', why: [{ code: 'sign-only' }] })
  })

  test('every with no unit of the tier is a not-applicable element: two of two are enough', () => {
    expect(judged('CQ-20', { areas: [area('c', 'county'), area('s', 'subdistrict', 'c')], facts: [fact('area', 'c', 'elder-education-district', true), fact('area', 's', 'elder-education-subdistrict', true)] })).toMatchObject({ state: 'met', units: [{ numerator: 2, denominator: 2 }] })
  })

  test('a blank pool-reason is no-data; a reason that the list does not name is accepted and marked', () => {
    const reason = (value: string | null) => judged('QJ-08b', { compounds: [compound('A', { pool: 'p' })], facts: [fact('compound', 'A', 'pool-reason', value)] })
    expect(reason(null).state).toBe('no-data')
    expect(reason('规模较小')).toMatchObject({ state: 'met', units: [{ why: [] }] })
    expect(reason('历史原因')).toMatchObject({ state: 'met', units: [{ why: [{ code: 'other-reason' }] }] })
  })

  test('no home beds, nobody to weigh, nothing to mend: not-applicable', () => {
    expect(judged('XM-08a', { areas: [city], facts: [fact('area', 'city', 'home-beds', 0)] }).state).toBe('not-applicable')
    expect(judged('XM-03', { areas: counties, facts: [fact('area', 'city', 'lottery-allocation-total', 100), fact('area', 'A', 'guarantee-persons', 0), fact('area', 'B', 'guarantee-persons', 0)] }).state).toBe('not-applicable')
    expect(judged('XM-08b', { areas: [city], facts: [fact('area', 'city', 'home-beds-lacking-devices', 0), fact('area', 'city', 'home-beds-rectified', 0), fact('area', 'city', 'home-beds-delisted', 0)] }).state).toBe('not-applicable')
  })

  test('wan-yuan when the total is no multiple: the rest goes to the largest remainder', () => {
    const due = (total: number, ...weights: number[]) => judged('XM-03', { areas: [city, ...weights.map((_, index) => area('ABC'[index]!, 'county', 'city'))], facts: [fact('area', 'city', 'lottery-allocation-total', total), ...weights.map((weight, index) => fact('area', 'ABC'[index]!, 'guarantee-persons', weight))] }, { rounding: 'wan-yuan' }).units.map(({ figures }) => figures!['due'])
    // 25,000 by 1:2:2 is 5,000, 10,000, 10,000: the only remainder is A's.
    expect(due(25_000, 1, 2, 2)).toEqual([5_000, 10_000, 10_000])
  })

  test('a rate with denominator 0 in a trend is no-data', () => {
    const rate = (persons: number) => judged('QJ-23', { areas: [city], facts: [fact('area', 'city', 'elders-65-70-disabled', 1, '2022'), fact('area', 'city', 'elders-65-70', persons, '2022'), fact('area', 'city', 'elders-65-70-disabled', 1, '2024'), fact('area', 'city', 'elders-65-70', 100, '2024')] })
    expect(rate(0)).toMatchObject({ state: 'no-data', value: null })
    expect(rate(50).state).toBe('met')
  })
})

describe('34: reports and date items', () => {
  const sent = (value: string | boolean | null, asOf = '2023-07-01', rowDate: string | null = null) => judged('XM-11a', { asOf, areas: [city, area('A', 'county', 'city')], facts: [fact('area', 'A', 'report-2022-12', value, rowDate)] }).units[0]!.figures && judged('XM-11a', { asOf, areas: [city, area('A', 'county', 'city')], facts: ['report-2022-12', 'report-2023-03', 'report-2023-06'].map((item) => fact('area', 'A', item, value === '2022-12-05' ? value.replace('2022-12', item.slice(7)) : value, rowDate)) }).state

  test('after the window a blank is no-data, 未提交 or 否 is unmet', () => {
    expect(sent(null)).toBe('no-data')
    expect(sent('未提交')).toBe('unmet')
    expect(sent(false)).toBe('unmet')
    expect(sent('2022-12-05')).toBe('met')
  })

  test('before the end of the window nothing is held against the district', () => {
    expect(sent('未提交', '2022-12-10')).toBe('no-data')
    expect(sent('未提交', '2022-12-11')).toBe('unmet')
  })

  test('the value counts and the row’s own date is ignored; a report dated after the data date is unknown', () => {
    expect(sent('2022-12-05', '2023-07-01', '2024-01-01')).toBe('met')
    expect(judged('HL-18a', { asOf: '2013-12-15', areas: [province], facts: [fact('area', 'p', 'mid-evaluation-date', '2013-12-20')] }).state).toBe('no-data')
    expect(judged('HL-18a', { asOf: '2013-12-20', areas: [province], facts: [fact('area', 'p', 'mid-evaluation-date', '2013-12-20')] }).state).toBe('met')
  })

  test('the last day of the window is in time, the next is late; the whole month counts under last-only', () => {
    const on = (date: string, options = {}) => judged('XM-11a', { asOf: '2023-01-31', areas: [city, area('A', 'county', 'city')], facts: [fact('area', 'A', 'report-2022-12', date)] }, options).state
    expect([on('2022-12-10'), on('2022-12-11'), on('2022-11-30')]).toEqual(['met', 'unmet', 'unmet'])
    expect(on('2022-12-31', { reportWindow: 'last-only' })).toBe('met')
    expect(on('2022-12')).toBe('no-data')
  })
})

describe('35: institutions, deposits, and plots', () => {
  test('CQ-09a asks operating institutions; a deposit of 0 is met, in CQ-09b not-applicable', () => {
    const town: Town = { areas: [area('c', 'county')], facilities: [facility('a', 'INST', null, 'c'), facility('b', 'COMM', 'community', 'c'), facility('x', 'INST', null, 'c', { stage: 'closed' })], facts: [fact('facility', 'a', 'deposit', 0)] }
    expect(judged('CQ-09a', town)).toMatchObject({ state: 'met', units: [{ id: 'a', state: 'met', value: 0 }] })
    expect(judged('CQ-09b', town)).toMatchObject({ state: 'not-applicable', units: [{ id: 'a', state: 'not-applicable' }] })
  })

  test('QJ-06: a plot with a point and no facts leaves its boundary unknown', () => {
    const town = (facts: Town['facts'] = []): Town => ({ areas: [city], plots: [plot('p', { landAreaM2: 100, geometry: { type: 'Point', coordinates: [103, 25] }, at: [103, 25] })], facts: facts! })
    expect(judged('QJ-06', town()).units[0]).toMatchObject({ state: 'no-data', numerator: 2, figures: { 'element:location': 'yes', 'element:size': 'yes', 'element:boundary': 'unknown', 'element:function': 'unknown' } })
    expect(judged('QJ-06', town([fact('plot', 'p', 'plot-boundary-set', true), fact('plot', 'p', 'plot-function-set', true)])).state).toBe('met')
    expect(judged('QJ-06', town([fact('plot', 'p', 'plot-function-set', false)])).state).toBe('unmet')
  })
})
