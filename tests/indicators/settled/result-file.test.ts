/** SETTLED C, 18-22 (with 45): what a result says of the clause and of its units. */
import { describe, expect, test } from 'vitest'
import { area, compound, facility, fact, judged, plot, type Town } from '../../helpers/town'
import { studyOfFiles } from '../../helpers/ledgers'
import { deadlineOf } from '../../../src/policy/reading'

const city = area('city', 'city')

describe('18: a list of units has units met over units met and unmet, and the unit carries its own figure', () => {
  test('area per households: 1 of 2 compounds; each its own m² per hundred; the pooled figure is an extra key', () => {
    const result = judged('QJ-13', { compounds: [compound('A', { households: 400, careAreaM2: 100, completed: '2020' }), compound('B', { households: 400, careAreaM2: 60, completed: '2020' })] })
    expect(result).toMatchObject({ numerator: 1, denominator: 2, value: 0.5, figures: { m2Per100Households: 20 } })
    expect(result.units.map(({ value }) => value)).toEqual([25, 15])
  })

  test('land: 1 of 2 counties; a no-data county is in neither half', () => {
    const areas = [city, area('A', 'county', 'city', { residents: 1000 }), area('B', 'county', 'city', { residents: 1000 }), area('C', 'county', 'city')]
    expect(judged('QJ-05', { areas, plots: [plot('p', { area: 'A', landAreaM2: 100 }), plot('q', { area: 'B', landAreaM2: 99 })] })).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, value: 0.5, shortfall: 1 })
  })

  test('a single-list checklist is 1 of 1 or 0 of 1', () => {
    const said = (covers: boolean) => judged('QJ-04', { areas: [city], facts: [fact('area', 'city', 'welfare-spatial-plan', true), fact('area', 'city', 'welfare-spatial-plan-covers-care', covers)] })
    expect(said(true)).toMatchObject({ state: 'met', numerator: 1, denominator: 1, value: 1, units: [{ numerator: 2, denominator: 2, shortfall: 0 }] })
    expect(said(false)).toMatchObject({ state: 'unmet', numerator: 0, denominator: 1, value: 0, shortfall: 1, units: [{ numerator: 1, denominator: 2, shortfall: 1 }] })
  })

  test('inclusion: 1 of 2 counties has the whole city list', () => {
    const list = (of: string, ...items: string[]) => items.map((item) => fact('area', of, 'basic-service-item', item, '2024'))
    expect(judged('QJ-01a', { areas: [city, area('A', 'county', 'city'), area('B', 'county', 'city')], facts: [...list('city', '助餐', '助浴'), ...list('A', '助餐', '助浴', '助洁'), ...list('B', '助餐')] })).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, value: 0.5, shortfall: 1 })
  })

  test('a ratio of each facility: homes met over homes judged', () => {
    const homes: Town = { areas: [city], facilities: ['a', 'b', 'c'].map((id) => facility(id, 'INST', null, 'city')), facts: [fact('facility', 'a', 'deposit', 7000), fact('facility', 'a', 'monthly-fee', 1000), fact('facility', 'b', 'deposit', 0)] }
    expect(judged('CQ-09a', homes)).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, units: [{ value: 7, shortfall: 1000 }, { value: 0, state: 'met' }, { state: 'no-data' }] })
  })

  test('total: the numerator is the value and there is no denominator', () => {
    expect(judged('CQ-11b', { areas: [area('c', 'county')], facts: [fact('area', 'c', 'head-carers-trained', 74, '2024')] })).toMatchObject({ state: 'unmet', numerator: 74, denominator: null, value: 74, shortfall: 1, shortfallOfUnits: 1 })
  })

  test('trend: the value is the change and there are no halves', () => {
    expect(judged('QJ-35b', { areas: [city], facts: [fact('area', 'city', 'basic-care-funding', 10, '2022'), fact('area', 'city', 'basic-care-funding', 15, '2024')] })).toMatchObject({ state: 'met', numerator: null, denominator: null, value: 5 })
  })

  test('allocation (45): districts that fit over districts with both figures; the value is the largest difference', () => {
    const facts = [fact('area', 'city', 'lottery-allocation-total', 300), ...['A', 'B', 'C'].map((id) => fact('area', id, 'guarantee-persons', 10)), fact('area', 'A', 'lottery-allocated', 100), fact('area', 'B', 'lottery-allocated', 110)]
    const areas = [city, ...['A', 'B', 'C'].map((id) => area(id, 'county', 'city'))]
    expect(judged('XM-03', { areas, facts })).toMatchObject({ state: 'unmet', numerator: 1, denominator: 2, value: 10 })
  })

  test('a list without a threshold has null halves and reports its units (45)', () => {
    const result = judged('QJ-20', { areas: [city, area('c', 'community', 'city')], facilities: [facility('f', 'COMM', 'community', 'c', { services: ['meal', 'bathing'] })] })
    expect(result).toMatchObject({ state: 'undecided', numerator: null, denominator: null, value: null, threshold: null, units: [{ id: 'c', state: 'undecided', numerator: 2, denominator: 10 }] })
  })
})

describe('19: shortfall is what is missing to meet, shortfallOfUnits what the units lack together', () => {
  test('17 of 20 communities at 90 %: one to meet, three without', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `c${index + 10}`)
    expect(judged('QJ-12', { areas: [city, ...ids.map((id) => area(id, 'community', 'city'))], facilities: ids.slice(0, 17).map((id) => facility(`f ${id}`, 'COMM', 'community', id)) })).toMatchObject({ shortfall: 1, shortfallOfUnits: 3 })
  })

  test('countables are rounded up: 64 of 101 persons at 65 % lack 2 (65.65 needed), money is not', () => {
    expect(judged('QJ-24', { areas: [area('city', 'city', null, { elders65: 101 })], facts: [fact('area', 'city', 'elders65-health-managed', 64)] })).toMatchObject({ state: 'unmet', shortfall: 2 })
    expect(judged('QJ-32', { areas: [city], facts: [fact('area', 'city', 'lottery-fund', 101, '2024'), fact('area', 'city', 'lottery-fund-elder-care', 60, '2024')], asOf: '2024-12-31' }).shortfall).toBeCloseTo(0.6, 9)
  })

  test('people within reach are countables too', () => {
    const people = [{ id: 'a', at: [103, 25.001] as const, area: 'c', elders60: 5 }, { id: 'b', at: [103, 25.1] as const, area: 'c', elders60: 2 }]
    expect(judged('QJ-16', { areas: [city, area('c', 'community', 'city')], facilities: [facility('f', 'COMM', 'community', 'c', { at: [103, 25] })], people }, { passShare: 0.85 })).toMatchObject({ state: 'unmet', numerator: 5, denominator: 7, shortfall: 1 })
  })

  test('a pool lacks its shortfall once, split among its members by required area', () => {
    const result = judged('QJ-13', { compounds: [compound('A', { households: 300, careAreaM2: 40, completed: '2020', pool: 'p' }), compound('B', { households: 100, careAreaM2: 0, completed: '2020', pool: 'p' })] })
    expect(result).toMatchObject({ shortfall: 60, shortfallOfUnits: 60 })
    expect(result.units.map(({ shortfall }) => shortfall)).toEqual([45, 15])
  })
})

describe('20: units are the breakdown level, the judged unit only where there is none', () => {
  test('a ratio of the city lists its counties, each with its own halves', () => {
    const facts = [...['A', 'B'].flatMap((id) => [fact('area', id, 'hospitals', 4), fact('area', id, 'hospitals-green-channel', id === 'A' ? 4 : 3)])]
    const result = judged('QJ-22', { areas: [city, area('A', 'county', 'city'), area('B', 'county', 'city')], facts })
    expect(result).toMatchObject({ state: 'unmet', numerator: 7, denominator: 8, value: 0.875, shortfall: 1, shortfallOfUnits: 1 })
    expect(result.units).toMatchObject([{ id: 'A', state: 'met', value: 1 }, { id: 'B', state: 'unmet', value: 0.75, shortfall: 1 }])
  })

  test('percentages are never averaged: 1 of 1 and 0 of 9 are 10 %, not 50 %', () => {
    const facts = [fact('area', 'A', 'hospitals', 1), fact('area', 'A', 'hospitals-green-channel', 1), fact('area', 'B', 'hospitals', 9), fact('area', 'B', 'hospitals-green-channel', 0)]
    expect(judged('QJ-22', { areas: [city, area('A', 'county', 'city'), area('B', 'county', 'city')], facts }).value).toBe(0.1)
  })

  test('windows: the units are districts, the halves count district and window, a window not begun is left out', () => {
    const districts = [city, area('A', 'county', 'city'), area('B', 'county', 'city')]
    const facts = [fact('area', 'A', 'report-2022-12', '2022-12-05'), fact('area', 'A', 'report-2023-03', '2023-03-10'), fact('area', 'B', 'report-2022-12', '2022-12-11')]
    const result = judged('XM-11a', { asOf: '2023-04-01', areas: districts, facts })
    expect(result).toMatchObject({ state: 'unmet', numerator: 2, denominator: 3, figures: { windows: 2 } })
    expect(result.units).toMatchObject([{ id: 'A', state: 'met', numerator: 2, denominator: 2 }, { id: 'B', state: 'unmet', numerator: 0, denominator: 1 }])
  })
})

describe('21: a unit without a code is named by the path from the top', () => {
  const areas = '区划代码,名称,级别,上级\n530300,曲溪市,市,\n,曲溪经开区,区,曲溪市\n530302,东区,区,曲溪市\n'
  test('facts.of and parent take the path, the code, and a plain name where unique; the name stays plain', async () => {
    const study = await studyOfFiles({ 'areas.csv': `${areas},甲街道,街道,曲溪市/曲溪经开区\n`, 'facts.csv': '对象,统计项,数值\n曲溪市/曲溪经开区,医院数,1\n530302,医院数,2\n曲溪市,医院数,3\n' })
    expect(study.areas.map(({ id, name, parent }) => [id, name, parent])).toEqual(expect.arrayContaining([['曲溪市/曲溪经开区', '曲溪经开区', '530300'], ['曲溪市/曲溪经开区/甲街道', '甲街道', '曲溪市/曲溪经开区']]))
    expect(study.facts.map(({ of, value }) => [of.id, value])).toEqual(expect.arrayContaining([['曲溪市/曲溪经开区', 1], ['530302', 2], ['530300', 3]]))
  })
})

describe('22: what the user set, and the reading in force', () => {
  test('the defaults differ by clause: served in Heilongjiang, located in Qujing; elderAge 65 in QJ-35a', () => {
    expect(judged('HL-05a', {}).reading['coverage']).toBe('served')
    expect(judged('QJ-12', {}).reading['coverage']).toBe('located')
    expect(judged('QJ-35a', {}).reading['elderAge']).toBe(65)
  })

  test('a value outside a clause’s choices leaves its default, with a problem; null is written null', () => {
    const out = judged('QJ-11', {}, { beforeYear: 'null' })
    expect(out.reading['beforeYear']).toBe('2024-12-31')
    expect(out.problems.map(({ code }) => code)).toContain('option-value-not-offered')
    expect(judged('QJ-18', {}, { beforeYear: 'null' })).toMatchObject({ reading: { beforeYear: null }, deadline: null, problems: [] })
  })

  test('an undated clause takes the horizon of its document where the reading says so', () => {
    expect(judged('QJ-09', {}, { undatedDeadline: 'plan-horizon' }).deadline).toBe('2025-12-31')
    expect(deadlineOf({ date: null, wording: null, alternatives: [] }, { undatedDeadline: 'plan-horizon' }, { horizon: '2022-12-31' })).toBe('2022-12-31')
  })
})
