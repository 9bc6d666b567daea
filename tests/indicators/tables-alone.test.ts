/** A study with no coordinates at all: tables alone decide every clause that is not spatial. */
import { describe, expect, test } from 'vitest'
import { dataLacking, lackKey } from '../../src/indicators/data-lacking'
import { judge } from '../../src/indicators/judge'
import { readStudy } from '../../src/model/read-study'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import type { Clause } from '../../src/policy/clause'

/** One city of two counties: a street with two communities, a town with a village; four facilities, three compounds, no place of anything. */
const files: Readonly<Record<string, string>> = {
  'study.json': '{"version":1,"name":"无坐标市","asOf":"2025-12-31","policies":["qujing-2023"]}',
  '行政单元名册.csv': '区划代码,名称,级别,上级,常住人口,60岁以上,65岁以上\n5303,曲溪市,市,,,,\n530302,甲县,县,5303,80000,15000,10000\n530303,乙县,县,5303,40000,8000,6000\n530302001,东街道,街道,甲县,,,\n530302001001,一社区,社区,东街道,,,\n530302001002,二社区,社区,东街道,,,\n530303100,西镇,镇,乙县,,,\n530303100201,三村,村,西镇,,,\n',
  '养老服务设施台账.csv': '设施编号,设施名称,类型,层级,所属单元,床位数,护理型床位,兴办主体,运营方式,状态\nF-1,东街道中心,街道级居家养老服务中心,街道,东街道,10,5,公办,公建民营,运营\nF-2,一社区站,社区居家养老服务站,社区,一社区,0,0,公办,公办公营,运营\nF-3,西镇中心,农村区域性养老服务中心,镇,西镇,60,40,公办,公建民营,运营\nF-4,福寿养老院,养老机构,县,甲县,300,150,民办,民办民营,运营\n',
  '住宅小区台账.csv': '小区编号,小区名称,所属社区,规划户数,竣工日期,类别,已配面积\nC-1,新苑,一社区,400,2021-05,新建,100\nC-2,旧苑,二社区,500,1995,老旧,99\nC-3,中苑,二社区,300,2010,,60\n',
  '用地台账.csv': '地块名称,所属单元,用途,用地面积\n甲地,甲县,养老用地,8000\n乙地,乙县,养老用地,3999\n',
  '统计项.csv': '对象,统计项,数值,单位,日期\n曲溪市,医院数,4,家,2025\n曲溪市,建立老年人就医绿色通道的医院数,4,家,2025\n',
}

async function town(): Promise<Study> {
  const { study, problems } = await readStudy(Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return study!
}
const clauses: readonly { readonly clause: Clause; readonly policy: string }[] = shippedPacks.flatMap((pack) => pack.clauses.map((clause) => ({ clause, policy: pack.id })))

describe('without one coordinate', () => {
  test('the tabular clauses have verdicts that can be reckoned by hand', async () => {
    const results = new Map(judge(await town(), shippedPacks).map((result) => [result.clause, result]))
    const said = (id: string) => [results.get(id)!.state, results.get(id)!.numerator, results.get(id)!.denominator]
    // The street has its centre; one of two communities a station; the town its centre; the village nothing.
    expect(said('QJ-11')).toEqual(['met', 1, 1])
    expect(said('QJ-12')).toEqual(['unmet', 1, 2])
    expect(said('QJ-17')).toEqual(['met', 1, 1])
    expect(said('QJ-18')).toEqual(['unmet', 0, 1])
    // 100 m² of 25 × 4 = 100; 99 m² of 20 × 5 = 100; the compound of 2010 is neither and stays undecided.
    expect(said('QJ-13')).toEqual(['met', 1, 1])
    expect(said('QJ-14')).toEqual(['unmet', 0, 1])
    expect(results.get('QJ-14')!.units.find(({ id }) => id === 'C-3')?.state).toBe('undecided')
    // 8000 / 80000 is exactly 0.1; 3999 / 40000 is below.
    expect(results.get('QJ-05')!.units.map(({ name, state }) => [name, state])).toEqual([['甲县', 'met'], ['乙县', 'unmet']])
    expect(said('QJ-22')).toEqual(['met', 4, 4])
    // Institutions have 60 + 300 beds, 190 of them nursing; 300 are privately run, 60 publicly built and privately run.
    expect(said('CQ-02')).toEqual(['met', 190, 360])
    expect(said('CQ-01')).toEqual(['met', 360, 360])
    expect(said('HL-04')).toEqual(['met', 300, 360])
  })

  test('every clause that is not spatial is judged, or says which of its own data is lacking, and never asks for a position', async () => {
    const study = await town()
    const results = judge(study, shippedPacks)
    const wrong = results.flatMap((result) => {
      const { clause } = clauses.find((each) => each.clause.id === result.clause && each.policy === result.policy)!
      if (clause.spatial) return []
      const { lacks, instead } = dataLacking(study, clause, result)
      const keys = [...lacks, ...instead].map(lackKey)
      const asksForPlace = keys.some((key) => key.endsWith('.position') || key === 'ledger people')
      return asksForPlace || (result.state === 'no-data' && keys.length === 0) ? [`${result.clause} ${keys.join()}`] : []
    })
    expect(wrong).toEqual([])
    expect(results.filter(({ state }) => state !== 'no-data').length).toBeGreaterThan(30)
  })

  test('every spatial clause has no verdict and says that it needs positions or demand points', async () => {
    const study = await town()
    const results = judge(study, shippedPacks)
    const spatial = clauses.filter(({ clause }) => clause.spatial)
    expect(spatial.map(({ clause }) => clause.id)).toEqual(['QJ-06', 'QJ-16', 'XM-01', 'XM-02', 'BJ-07a', 'CQ-05c'])
    for (const { clause, policy } of spatial.filter(({ clause: { id } }) => id !== 'BJ-07a' && id !== 'QJ-06')) {
      const result = results.find((each) => each.clause === clause.id && each.policy === policy)!
      const keys = dataLacking(study, clause, result).lacks.map(lackKey)
      expect([clause.id, result.state, keys.includes('ledger people') || keys.includes('column facilities.position')]).toEqual([clause.id, 'no-data', true])
    }
    // A facility without a position is not on the map: the share is 0 of 2 (the street's and the community's), and the document gives no number to compare it with.
    expect(results.find(({ clause }) => clause === 'BJ-07a')).toMatchObject({ state: 'undecided', numerator: 0, denominator: 2 })
  })
})
