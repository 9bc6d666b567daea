/** SETTLED D, 23-26: what the ledgers may say, as far as a verdict hangs on it. */
import { describe, expect, test } from 'vitest'
import { area, compound, facility, fact, judged, plot, studyOf, clauseOf, type Town } from '../../helpers/town'
import { studyOfFiles } from '../../helpers/ledgers'
import { judgeClause } from '../../../src/indicators/judge'
import type { Study } from '../../../src/model/study'

const areas = '区划代码,名称,级别,上级,常住人口\n530300,曲溪市,市,,\n530302,东区,区,曲溪市,1000\n530302001,东街道,街道,东区,\n530302001001,甲社区,社区,东街道,\n'
const ofStudy = (id: string, study: Study, options = {}) => {
  const { pack, clause } = clauseOf(id)
  return judgeClause(study, pack, clause, options)
}

describe('23: compounds', () => {
  test('gates as points, four kinds of households, a plain 户数 is planned and marked', async () => {
    const study = await studyOfFiles({ 'compounds.csv': '小区名称,户数,入住户数,户籍户数,出入口\n甲苑,1000,900,800,"103.1 25.1; 103.2 25.2"\n' })
    expect(study.compounds[0]).toMatchObject({ households: 1000, householdsBuilt: null, householdsOccupied: 900, householdsRegistered: 800, gates: [[103.1, 25.1], [103.2, 25.2]] })
    expect(study.problems.map(({ code }) => code)).toContain('households-assumed-planned')
  })

  test('usable area, lease, handover and completion in the words of the office', async () => {
    const study = await studyOfFiles({ 'compounds.csv': '小区名称,规划户数,使用面积,租赁,移交状态,完成情况,整改措施\n甲,100,20,是,已移交,已完成,补建\n乙,100,20,否,未移交,未完成,\n丙,100,20,,,2023-06-30,\n' })
    const by = new Map(study.compounds.map((record) => [record.name, record]))
    expect(by.get('甲')).toMatchObject({ usableAreaM2: 20, leased: true, handover: 'handed-over', done: true, remedy: '补建' })
    expect(by.get('乙')).toMatchObject({ leased: false, handover: 'not-handed-over', done: false })
    expect(by.get('丙')).toMatchObject({ leased: null, handover: null, done: '2023-06-30' })
  })

  test('usable area is asked only where the reading says so', () => {
    const town: Town = { compounds: [compound('A', { households: 100, careAreaM2: 25, usableAreaM2: 20, completed: '2020' })] }
    expect(judged('QJ-13', town).state).toBe('met')
    expect(judged('QJ-13', town, { areaMeasure: 'usable' })).toMatchObject({ state: 'unmet', shortfall: 5 })
  })
})

describe('24: plots', () => {
  test('现状 and 规划 are read, a stand-alone mark too; a plot belongs by area, else zone', async () => {
    const study = await studyOfFiles({ 'areas.csv': areas, 'plots.csv': 'id,用地类型,所属单元,分区,用地面积,状态,独栋\np,养老用地,东区,,60,现状,是\nq,养老用地,,东区,40,规划,否\n' })
    expect(study.plots.map(({ id, status, standAlone }) => [id, status, standAlone])).toEqual([['p', 'existing', true], ['q', 'planned', false]])
    expect(ofStudy('QJ-05', study)).toMatchObject({ state: 'met', units: [{ id: '530302', numerator: 100 }] })
    expect(ofStudy('QJ-05', study, { landStatus: 'existing' })).toMatchObject({ state: 'unmet', shortfall: 40 })
  })

  test('shared land of facilities counts under plots-and-shared only', () => {
    const town: Town = { areas: [area('c', 'city'), area('A', 'county', 'c', { residents: 1000 })], plots: [plot('p', { area: 'A', landAreaM2: 60 })], facilities: [facility('f', 'COMM', 'community', 'A', { landAreaM2: 40 })] }
    expect(judged('QJ-05', town)).toMatchObject({ state: 'unmet', shortfall: 40 })
    expect(judged('QJ-05', town, { landMeasure: 'plots-and-shared' }).state).toBe('met')
  })

  test('part of a building qualifies at 1,000 m², not at 1,001; where the limit is for stand-alone buildings, a part qualifies at any size', () => {
    const of = (floorAreaM2: number | null, standAlone: boolean | null, options = {}) => judged('CQ-08a', { areas: [area('c', 'county')], plots: [plot('p', { use: 'candidate', floorAreaM2, standAlone })] }, options).state
    expect([of(1000, true), of(1001, true), of(null, true)]).toEqual(['met', 'not-applicable', 'no-data'])
    expect([of(1001, false, { smallBuilding: 'stand-alone-only' }), of(1001, true, { smallBuilding: 'stand-alone-only' }), of(1001, null, { smallBuilding: 'stand-alone-only' })]).toEqual(['met', 'not-applicable', 'no-data'])
  })
})

describe('25: levels, plot facts and the central city', () => {
  test('县, 区, 县级市, 县(市、区) and 旗 are counties', async () => {
    const study = await studyOfFiles({ 'areas.csv': '区划代码,名称,级别\n530321,甲县,县\n530302,乙区,区\n530381,丙市,县级市\n150221,丁旗,旗\n530399,戊,县（市、区）\n' })
    expect(study.areas.map(({ level }) => level)).toEqual(['county', 'county', 'county', 'county', 'county'])
  })

  test('a fact of a plot is a fact: the function of a plot is said in the facts ledger', async () => {
    const study = await studyOfFiles({ 'areas.csv': areas, 'plots.csv': 'id,用地类型,所属单元,用地面积\np,养老用地,东区,60\n', 'facts.csv': '对象,统计项,数值\np,plot-function-set,是\n' })
    expect(study.facts).toMatchObject([{ of: { kind: 'plot', id: 'p' }, item: 'plot-function-set', value: true }])
  })

  test('study.json lists the central city: pools elsewhere are judged alone under that reading', async () => {
    const files = { 'areas.csv': '区划代码,名称,级别,上级\n530300,曲溪市,市,\n530302,东区,区,曲溪市\n530303,西区,区,曲溪市\n', 'compounds.csv': 'id,小区名称,所属社区,规划户数,已配面积,竣工日期,整合配建组\nA,甲,东区,400,200,2020,p\nB,乙,东区,400,0,2020,p\nC,丙,西区,400,200,2020,q\nD,丁,西区,400,0,2020,q\n' }
    const study = await studyOfFiles({ ...files, 'study.json': JSON.stringify({ name: 'x', asOf: '2025-12-31', centralCity: ['东区'] }) })
    expect(study.centralCity).toEqual(['530302'])
    const states = (given: Study, options = {}) => ofStudy('QJ-13', given, options).units.map(({ state }) => state)
    expect(states(study)).toEqual(['met', 'met', 'met', 'met'])
    expect(states(study, { poolScope: 'central-city-only' })).toEqual(['met', 'met', 'met', 'unmet'])
    expect(states(await studyOfFiles(files), { poolScope: 'central-city-only' })).toEqual(['no-data', 'no-data', 'no-data', 'no-data'])
    expect(ofStudy('QJ-08b', study, { poolScope: 'central-city-only' }).units.map(({ id }) => id)).toEqual(['A', 'B'])
  })
})

describe('26: dates of facts', () => {
  const managed = (facts: Town['facts'], elders65: number | null = 100, asOf = '2025-12-31'): Town => ({ asOf, areas: [area('city', 'city', null, { elders65 })], facts: [fact('area', 'city', 'elders65-health-managed', 65, '2025'), ...facts!] })
  const elders = (town: Town) => judged('QJ-24', town).denominator

  test('undated is as of the data date: it goes before the roster, and a dated row before it', () => {
    expect(elders(managed([fact('area', 'city', 'elders65', 200)]))).toBe(200)
    expect(elders(managed([fact('area', 'city', 'elders65', 200), fact('area', 'city', 'elders65', 300, '2025-06')]))).toBe(300)
  })

  test('a fact dated within a year of the data date goes before the roster; an older one does not; the difference is reported', () => {
    expect(elders(managed([fact('area', 'city', 'elders65', 300, '2024-12-31')]))).toBe(300)
    const old = judged('QJ-24', managed([fact('area', 'city', 'elders65', 300, '2024-12-30')]))
    expect(old.denominator).toBe(100)
    expect(old.problems.map(({ code }) => code)).toContain('figures-disagree')
    expect(elders(managed([fact('area', 'city', 'elders65', 300, '2024-12-30')], null))).toBe(300)
  })

  test('a month is on or before a day when its last day is', () => {
    const town = (asOf: string) => managed([fact('area', 'city', 'elders65', 300, '2025-06')], 100, asOf)
    expect(judged('QJ-24', { ...town('2025-06-29') }).denominator).toBe(100)
    expect(judged('QJ-24', { ...town('2025-06-30') }).denominator).toBe(300)
  })

  test('the same list of facts may be asked at two data dates', () => {
    const facts = [fact('area', 'city', 'hospitals', 4, '2023'), fact('area', 'city', 'hospitals-green-channel', 3, '2023'), fact('area', 'city', 'hospitals-green-channel', 4, '2024')]
    const study = (asOf: string): Study => ({ ...studyOf({ areas: [area('city', 'city')], asOf }), facts })
    expect(ofStudy('QJ-22', study('2023-12-31')).numerator).toBe(3)
    expect(ofStudy('QJ-22', study('2024-12-31')).numerator).toBe(4)
  })

  test('a trend never uses an undated figure', () => {
    expect(judged('QJ-35b', { areas: [area('city', 'city')], facts: [fact('area', 'city', 'basic-care-funding', 10, '2023'), fact('area', 'city', 'basic-care-funding', 20)] })).toMatchObject({ state: 'no-data', why: [{ code: 'one-figure-only', detail: '1' }] })
  })
})
