/** SETTLED B, 8-17 (with 41-44): which state, and which class. */
import { describe, expect, test } from 'vitest'
import { area, compound, facility, fact, judged, statesOf, type Town } from '../../helpers/town'
import { studyOfFiles } from '../../helpers/ledgers'
import { rectificationList } from '../../../src/rectify/list'
import { studyOf } from '../../helpers/town'

const city = area('city', 'city')

describe('8: not-applicable and no-data go before undecided, which needs a figure', () => {
  const homes = (done: number | null, eligible: number | null): Town => ({ areas: [city], facts: [...(done === null ? [] : [fact('area', 'city', 'poor-homes-retrofit-done', done)]), ...(eligible === null ? [] : [fact('area', 'city', 'poor-homes-retrofit-eligible', eligible)])] })

  test('a clause without a number reports its figure undecided, with the reason', () => {
    expect(judged('QJ-33', homes(30, 40))).toMatchObject({ state: 'undecided', numerator: 30, denominator: 40, value: 0.75, threshold: null, why: [{ code: 'promotes-only' }] })
  })

  test('nobody eligible: not-applicable; a missing half: no-data', () => {
    expect(judged('QJ-33', homes(0, 0)).state).toBe('not-applicable')
    expect(judged('QJ-33', homes(30, null)).state).toBe('no-data')
    expect(judged('QJ-33', homes(null, 40)).state).toBe('no-data')
  })

  test('without a norm for built compounds: figures undecided, none known no-data, none built not-applicable', () => {
    const built = (more: object): Town => ({ compounds: [compound('A', { households: 100, careAreaM2: 10, completed: '2005', ...more })] })
    expect(judged('BJ-06', built({}))).toMatchObject({ state: 'undecided', numerator: null, denominator: null, value: null, threshold: null })
    expect(judged('BJ-06', built({ careAreaM2: null })).state).toBe('no-data')
    expect(judged('BJ-06', built({ completed: '2027' })).state).toBe('not-applicable')
    expect(judged('BJ-06', built({ households: 0 })).state).toBe('not-applicable')
  })
})

describe('9 and 43: unclassed compounds', () => {
  const plenty = { households: 100, careAreaM2: 100 }
  const clauses = (more: object) => Object.fromEntries(['QJ-13', 'QJ-14', 'QJ-07', 'BJ-05', 'CQ-06a', 'CQ-06b', 'CQ-06c', 'CQ-07'].map((id) => [id, statesOf(judged(id, { compounds: [compound('A', { ...plenty, ...more })] }))['A'] ?? 'out']))

  test('dated before newSince: not new, so out of the clauses for new ones and undecided in those for old', () => {
    expect(clauses({ completed: '2008-05' })).toEqual({ 'QJ-13': 'out', 'QJ-14': 'undecided', 'QJ-07': 'undecided', 'BJ-05': 'out', 'CQ-06a': 'out', 'CQ-06b': 'out', 'CQ-06c': 'out', 'CQ-07': 'undecided' })
  })

  test('no usable date: undecided in all of them', () => {
    expect(new Set(Object.values(clauses({})))).toEqual(new Set(['undecided']))
  })

  test('numerator and denominator count judged units only', () => {
    const town: Town = { compounds: [compound('A', { ...plenty, completed: '2020' }), compound('B', plenty), compound('C', { ...plenty, completed: '2020', careAreaM2: 24 }), compound('D', { ...plenty, completed: '2020', careAreaM2: null })] }
    expect(judged('QJ-13', town)).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, value: 0.5 })
  })

  test('CQ-07 says why: unclassed is not the same as undated', () => {
    const why = (completed: string | null) => judged('CQ-07', { compounds: [compound('A', { ...plenty, completed })] }).units[0]!.why
    expect(why('2008')).toEqual([{ code: 'unclassed' }])
    expect(why(null)).toEqual([{ code: 'no-date' }])
  })
})

describe('10 and 41: functional zones', () => {
  test('a blank 功能区 is yes for a county-level unit without a code or with a zone name and no code; 浦东新区 with a code is a district', async () => {
    const { areas } = await studyOfFiles({ 'areas.csv': '区划代码,名称,级别,上级,功能区\n310000,上海市,市,,\n310115,浦东新区,区,上海市,\n,曲溪经开区,区,上海市,\n310101,黄浦区,区,上海市,\n,临港管委会,街道,黄浦区,\n310102,某区,区,上海市,是\n' })
    expect(Object.fromEntries(areas.map(({ name, zone }) => [name, zone]))).toEqual({ 上海市: false, 浦东新区: false, 曲溪经开区: true, 黄浦区: false, 临港管委会: expect.any(Boolean) as boolean, 某区: true })
  })

  test('absent functionalZones means included; BJ-01 leaves out units that are zones, while the streets of a zone stay in', () => {
    const areas = [area('p', 'province'), area('z', 'county', 'p', { zone: true }), area('s', 'subdistrict', 'z'), area('t', 'subdistrict', 'z', { zone: true })]
    expect(Object.keys(statesOf(judged('BJ-01', { areas, facilities: [facility('f', 'STREET', 'subdistrict', 's')] })))).toEqual(['s'])
    expect(Object.keys(statesOf(judged('HL-15a', { areas })))).toEqual(['z'])
    expect(judged('BJ-07b', { areas })).toMatchObject({ state: 'not-applicable', excluded: [{ id: 'z', why: 'functional-zone' }] })
  })
})

describe('11: judgedAt and a single-unit over at the same level move together to the topmost unit; every city and every county stay', () => {
  test('a checklist of one district in a city study is one list of the city', () => {
    const result = judged('CQ-16a', { areas: [city, area('A', 'county', 'city'), area('B', 'county', 'city')], facts: [fact('area', 'city', 'random-check-system', true)] })
    expect(result).toMatchObject({ state: 'met', numerator: 1, denominator: 1 })
    expect(result.units.map(({ id }) => id)).toEqual(['city'])
    expect(result.problems).toContainEqual(expect.objectContaining({ code: 'judged-at-other-level', detail: 'city' }))
  })

  test('the county element of HL-17 asks every county of the city study, the city element the city itself', () => {
    const areas = [city, area('A', 'county', 'city'), area('B', 'county', 'city')]
    const said = (...counties: boolean[]) => [fact('area', 'city', 'info-system-province', true), fact('area', 'city', 'info-system-city', true), fact('area', 'city', 'hotline-12349', true), ...counties.map((value, index) => fact('area', 'AB'[index]!, 'info-system-county', value))]
    expect(judged('HL-17', { areas, facts: said(true, true) })).toMatchObject({ state: 'met', units: [{ id: 'city', numerator: 4 }] })
    expect(judged('HL-17', { areas, facts: said(true, false) })).toMatchObject({ state: 'unmet', shortfall: 1 })
    expect(judged('HL-17', { areas, facts: said(true) }).state).toBe('no-data')
  })
})

describe('12: a blank area and no facility that serves the compound is no-data; 0 only where the ledger says 0', () => {
  test('blank: no-data with no shortfall to mend; 0: unmet by all of it', () => {
    const of = (careAreaM2: number | null) => judged('QJ-13', { compounds: [compound('A', { households: 1000, careAreaM2, completed: '2020' })] })
    expect(of(null)).toMatchObject({ state: 'no-data', shortfall: null })
    expect(of(0)).toMatchObject({ state: 'unmet', shortfall: 250 })
  })
})

describe('13: a facility known only by an upper unit may cover as many uncovered units below as there are such facilities', () => {
  const street = (communities: number, adrift: number, of = 'street'): Town => ({
    areas: [city, area('street', 'subdistrict', 'city'), area('other', 'subdistrict', 'city'), ...Array.from({ length: communities }, (_, index) => area(`c${index}`, 'community', 'street')), area('d0', 'community', 'other')],
    facilities: [facility('d', 'COMM', 'community', 'd0'), ...Array.from({ length: adrift }, (_, index) => facility(`f${index}`, 'COMM', 'community', of))],
  })

  test('one station of the street, three communities: 1 to 2 of 4, the halves over the three known ones', () => {
    expect(judged('QJ-12', street(3, 1))).toMatchObject({ state: 'unmet', numerator: 1, denominator: 3, figures: { unknownUnits: 1 } })
  })

  test('five stations cannot cover more than the three communities there are', () => {
    expect(judged('QJ-12', street(3, 5))).toMatchObject({ state: 'no-data', numerator: 1, denominator: 1, figures: { unknownUnits: 3 } })
  })

  test('a station of another street makes nothing of this one unknown', () => {
    expect(judged('QJ-12', street(1, 1, 'other'))).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, figures: { unknownUnits: 0 } })
  })
})

describe('14 and 44: a blank level', () => {
  test('proposed from the kind where only one tier fits, from the area otherwise, and marked', async () => {
    const study = await studyOfFiles({
      'areas.csv': '区划代码,名称,级别,上级\n530300,曲溪市,市,\n530302,东区,区,曲溪市\n530302001,东街道,街道,东区\n530302001001,甲社区,社区,东街道\n530302100,某乡,乡,东区\n',
      'facilities.csv': 'id,name,类型,层级,所属单元\na,甲,街道居家养老服务中心,,甲社区\nb,乙,社区养老服务站,,甲社区\nc,丙,社区养老服务站,,东街道\nd,丁,农村区域性养老服务中心,,某乡\ne,戊,养老机构,,东街道\nf,己,助餐点,,甲社区\n',
    })
    const levels = Object.fromEntries(study.facilities.map(({ id, level }) => [id, level]))
    expect(levels).toEqual({ a: 'subdistrict', b: 'community', c: null, d: 'township', e: 'subdistrict', f: 'community' })
    expect(study.facilities.filter(({ levelProposed }) => levelProposed).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e', 'f'])
  })
})

describe('15: no stage column at all is operating, said once; a blank cell in a column that exists is an unknown class', () => {
  const areas = '区划代码,名称,级别,上级\n530302001,东街道,街道,\n530302001001,甲社区,社区,东街道\n'
  test('without the column', async () => {
    const study = await studyOfFiles({ 'areas.csv': areas, 'facilities.csv': 'id,类型,层级,所属单元\na,社区养老服务站,社区,甲社区\nb,社区养老服务站,社区,甲社区\n' })
    expect(study.facilities.map(({ stage }) => stage)).toEqual(['operating', 'operating'])
    expect(study.problems.filter(({ code }) => code === 'stage-assumed')).toHaveLength(1)
  })

  test('with it', async () => {
    const study = await studyOfFiles({ 'areas.csv': areas, 'facilities.csv': 'id,类型,层级,所属单元,状态\na,社区养老服务站,社区,甲社区,\nb,社区养老服务站,社区,甲社区,运营\n' })
    expect(study.facilities.map(({ stage }) => stage)).toEqual([null, 'operating'])
  })
})

describe('16 and 42: unknown sizes in sums', () => {
  const homes = (beds: (number | null)[], facts: Town['facts'] = []): Town => ({ areas: [area('p', 'province', null, { elders60: 6_000_000 })], facilities: beds.map((count, index) => facility(`h${index}`, 'INST', null, 'p', { beds: count })), facts: facts! })

  test('exactly 180,000 beds: met; one fewer: unmet by one', () => {
    expect(judged('HL-01', homes([180_000]))).toMatchObject({ state: 'met', value: 180_000, numerator: 180_000, denominator: null, shortfall: 0 })
    expect(judged('HL-01', homes([179_999]))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })

  test('met if the known part passes, else no-data while a size is unknown', () => {
    expect(judged('HL-01', homes([180_000, null])).state).toBe('met')
    expect(judged('HL-01', homes([179_999, null]))).toMatchObject({ state: 'no-data', excluded: [{ id: 'h1', why: 'size-unknown' }] })
    expect(judged('HL-01', homes([1, null])).state).toBe('no-data')
  })

  test('where the ledger cannot answer, the stated figure does: 200,000 meets, 170,000 does not', () => {
    const stated = (value: number) => [fact('area', 'p', 'beds-total', value, '2015')]
    expect(judged('HL-01', homes([179_999, null], stated(200_000)))).toMatchObject({ state: 'met', value: 200_000, why: [{ code: 'stated-figure' }] })
    expect(judged('HL-01', homes([179_999, null], stated(170_000))).state).toBe('unmet')
  })

  test('a complete ledger goes before the stated figure', () => {
    expect(judged('HL-01', homes([180_000], [fact('area', 'p', 'beds-total', 100, '2015')]))).toMatchObject({ state: 'met', value: 180_000, figures: { source: 'ledger' } })
  })

  test('a share whose sizes are unknown is no-data unless the bounds agree', () => {
    const town = (nursing: number | null, beds: number | null): Town => ({ areas: [area('c', 'county')], facilities: [facility('a', 'INST', null, 'c', { beds: 1000, nursingBeds: 900 }), facility('b', 'INST', null, 'c', { beds, nursingBeds: nursing })] })
    expect(judged('CQ-02', town(null, 100))).toMatchObject({ state: 'met', numerator: 900, denominator: 1000 })
    expect(judged('CQ-02', town(null, 900)).state).toBe('no-data')
    expect(judged('CQ-02', town(0, null)).state).toBe('no-data')
  })
})

describe('17: the state is of the latest figure on or before the data date, never changed by the deadline', () => {
  const town = (asOf: string): Town => ({ asOf, areas: [area('p', 'province', null)], facts: [fact('area', 'p', 'beds-total', 20, '2013'), fact('area', 'p', 'elders60', 1000, '2013'), fact('area', 'p', 'beds-total', 30, '2015'), fact('area', 'p', 'elders60', 1000, '2015'), fact('area', 'p', 'beds-total', 1, '2016')] })

  test('the goal of the end of 2014 is judged with the figure of 2015', () => {
    expect(judged('HL-02b', town('2015-12-31'))).toMatchObject({ state: 'met', value: 30, deadline: '2014-12-31', pastDue: true })
  })

  test('pastDue whatever the state, false on the day itself, null without a deadline', () => {
    expect(judged('HL-02b', town('2014-12-31'))).toMatchObject({ state: 'unmet', value: 20, pastDue: false })
    expect(judged('HL-02b', town('2015-01-01'))).toMatchObject({ state: 'unmet', pastDue: true })
    expect(judged('QJ-09', town('2014-12-31'))).toMatchObject({ deadline: null, pastDue: null })
  })

  test('overdue is unmet and after the due day: not on the day itself', () => {
    const of = (asOf: string) => {
      const compounds = { asOf, compounds: [compound('A', { households: 1000, careAreaM2: 100, completed: '2019' })] }
      return rectificationList(studyOf(compounds), [judged('QJ-15', compounds)]).map(({ overdue }) => overdue)
    }
    expect(of('2023-12-31')).toEqual([false])
    expect(of('2024-01-01')).toEqual([true])
  })
})
