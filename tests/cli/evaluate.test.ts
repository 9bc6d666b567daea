import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { evaluate } from '../../src/cli/evaluate'
import type { ResultFile } from '../../src/exports/result-json'
import { shippedPacks } from '../../src/policy/shipped'
import { packArchive } from '../../src/sources/archive'
import { file, folder, noise, said, settings, shuffled, smallTown } from '../helpers/commands'
import { yinchuan } from '../helpers/yinchuan'

const judged = async (study: string, ...args: readonly string[]): Promise<ResultFile> => {
  const { code, stdout, stderr } = await said(evaluate, study, '--json', '-', ...args)
  expect([code, code === 0 ? '' : stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as ResultFile
}
const resultOf = (results: ResultFile['results'], clause: string) => results.find((result) => result.clause === clause)

describe('the result file', () => {
  test('has the keys of the format, in every result, unit and rectification item', async () => {
    const whole = await judged(folder(smallTown))
    expect(Object.keys(whole)).toEqual(['yikequan', 'study', 'asOf', 'scenario', 'inputs', 'options', 'results', 'rectification', 'problems', 'stamp'])
    expect(whole).toMatchObject({ yikequan: version, study: '小城', asOf: '2025-12-31', scenario: null, options: {} })
    for (const input of whole.inputs) expect(input).toMatchObject({ file: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), rows: expect.any(Number) })
    expect(whole.inputs.map(({ file: name, rows }) => [name, rows])).toEqual([['study.json', 0], ['areas.csv', 5], ['compounds.csv', 1], ['facilities.csv', 3], ['people.csv', 2]])
    const keys = ['clause', 'policy', 'evaluator', 'state', 'numerator', 'denominator', 'value', 'threshold', 'unit', 'binding', 'deadline', 'pastDue', 'reading', 'units', 'excluded', 'problems']
    for (const result of whole.results) {
      expect(Object.keys(result)).toEqual(expect.arrayContaining(keys))
      for (const unit of result.units) expect(Object.keys(unit)).toEqual(expect.arrayContaining(['id', 'name', 'state', 'numerator', 'denominator', 'value', 'shortfall', 'why']))
      for (const each of result.excluded) expect(Object.keys(each).sort()).toEqual(['id', 'why'])
    }
    const item = ['unit', 'name', 'clause', 'required', 'provided', 'shortfall', 'measure', 'households', 'people', 'due', 'overdue', 'remedies', 'nearest']
    for (const each of whole.rectification) expect(Object.keys(each)).toEqual(expect.arrayContaining(item))
    expect(whole.rectification.length).toBeGreaterThan(0)
  })

  test('holds the town’s arithmetic: two of three communities, 20 of 25 m²', async () => {
    const { results, rectification } = await judged(folder(smallTown))
    expect(resultOf(results, 'QJ-12')).toMatchObject({ state: 'unmet', numerator: 2, denominator: 3, value: 0.666666666667, threshold: { at: 'least', value: 0.9 }, deadline: '2024-12-31', pastDue: true })
    expect(resultOf(results, 'QJ-12')?.units.find(({ id }) => id === '530302001003')).toMatchObject({ state: 'unmet', shortfall: 1, why: expect.arrayContaining([expect.objectContaining({ code: 'stage-not-operating' })]) })
    expect(resultOf(results, 'QJ-13')).toMatchObject({ state: 'unmet', numerator: 0, denominator: 1 })
    expect(rectification.find(({ clause }) => clause === 'QJ-13')).toMatchObject({ unit: 'C-1', name: '甲苑', required: 25, provided: 20, shortfall: 5, measure: 'm2', households: 100, due: '2025-06-30', overdue: true, nearest: { id: 'F-1' } })
  })

  test('is written to the file that is named, and the table to the screen', async () => {
    const study = folder(smallTown)
    const json = join(folder({}), 'out.json')
    const { code, stdout } = await said(evaluate, study, '--json', json)
    expect([code, stdout.includes('QJ-12'), (JSON.parse(readFileSync(json, 'utf8')) as ResultFile).study]).toEqual([0, true, '小城'])
    const lost = await said(evaluate, study, '--json', join(study, 'no', 'such', 'folder.json'))
    expect([lost.code, lost.stderr.includes('写不了文件')]).toEqual([1, true])
  })
})

describe('the same town gives the same bytes', () => {
  const bytes = async (study: string) => (await said(evaluate, study, '--json', '-')).stdout

  test('twice', async () => {
    const study = folder(smallTown)
    expect(await bytes(study)).toBe(await bytes(study))
  })

  test('as a folder, as a zip, and as a zip of the folder', async () => {
    const entries = (top: string) => Object.entries(smallTown).map(([name, text]) => ({ name: `${top}${name}`, bytes: new TextEncoder().encode(text) }))
    const whole = await bytes(folder(smallTown))
    expect(await bytes(file('town.yikequan', packArchive(entries(''))))).toBe(whole)
    expect(await bytes(file('town.zip', packArchive(entries('小城/'))))).toBe(whole)
  })

  test('in its results and its rectification list when the rows stand in another order', async () => {
    const sample = join(import.meta.dirname, '../../data/samples/yunling')
    const names = ['areas.csv', 'facilities.csv', 'people.csv', 'facts.csv']
    const text = (name: string) => readFileSync(join(sample, name), 'utf8').replace(/^\ufeff/, '')
    const others = { 'study.json': text('study.json'), 'areas.geojson': text('areas.geojson'), 'compounds.csv': text('compounds.csv'), 'plots.geojson': text('plots.geojson') }
    const all = shippedPacks.flatMap(({ id }) => ['--policy', id])
    const there = await judged(folder({ ...others, ...Object.fromEntries(names.map((name) => [name, text(name)])) }), ...all)
    const back = await judged(folder({ ...others, ...Object.fromEntries(names.map((name) => [name, shuffled(text(name))])) }), ...all)
    expect(text('facilities.csv')).not.toBe(shuffled(text('facilities.csv')))
    for (const [index, result] of there.results.entries()) expect(back.results[index], result.clause).toEqual(result)
    expect(JSON.stringify(back.results)).toBe(JSON.stringify(there.results))
    expect(JSON.stringify(back.rectification)).toBe(JSON.stringify(there.rectification))
  })
})

describe('what cannot be used is 1, with one clear sentence in both languages and no stack', () => {
  const empty = folder({})
  test.each<[string, string, string]>([
    ['a folder that is not there', join(empty, 'nowhere'), '找不到这个文件或文件夹'],
    ['an empty folder', empty, '里面没有一份可用的台账'],
    ['a folder without study.json', folder({ 'areas.csv': smallTown['areas.csv'] }), 'study.json'],
    ['study.json with a comma too many', folder({ ...smallTown, 'study.json': '{"asOf":"2025-12-31",\n}' }), 'study.json · 第 2 行'],
    ['study.json without a data date', folder({ ...smallTown, 'study.json': '{}' }), '数据日期'],
    ['a day that does not exist', folder({ ...smallTown, 'study.json': '{"asOf":"2025-02-30"}' }), '2025-02-30'],
    ['noise as the study', file('town.bin', noise), '也不是研究打成的压缩包'],
    ['an empty file as the study', file('town.zip', ''), '文件是空的'],
    ['a broken zip as the study', file('town.zip', Uint8Array.from([0x50, 0x4b, 3, 4, ...noise])), '文件读不出来'],
    ['noise as the only ledger', folder({ 'study.json': settings, 'facilities.csv': noise }), 'facilities.csv'],
    ['a ledger without rows', folder({ 'study.json': settings, 'areas.csv': '区划代码,名称,级别,上级\n' }), '没有数据行'],
  ])('%s', async (_, study, sentence) => {
    const { code, stdout, stderr } = await said(evaluate, study)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/ · [A-Z][a-z]+/)
    expect(stderr).not.toMatch(/\n\s+at |Error:|undefined/)
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
  })

  test('as data where --json asks for it', async () => {
    const { code, stdout } = await said(evaluate, folder({}), '--json', '-')
    expect([code, JSON.parse(stdout)]).toEqual([1, { yikequan: version, problems: [{ code: 'study-empty', severity: 'error', at: {} }] }])
  })
})

test('a broken file among good ones is named and the rest is judged', async () => {
  const study = folder({ ...smallTown, 'compounds.csv': noise })
  const { code, stdout, stderr } = await said(evaluate, study)
  expect([code, stderr.includes('compounds.csv'), /QJ-12.*2 \/ 3/.test(stdout)]).toEqual([0, true, true])
  const { results, problems } = await judged(study)
  expect(resultOf(results, 'QJ-13')?.state).toBe('no-data')
  expect(problems.some(({ at, severity }) => at.file === 'compounds.csv' && severity === 'error')).toBe(true)
})

test('however much is wrong, the screen is not flooded; the file holds all of it', async () => {
  const rows = Array.from({ length: 500 }, (_, at) => `F-${at},站${at},什么,社区,别处${at},运营`).join('\n')
  const { code, stdout, stderr } = await said(evaluate, folder({ ...smallTown, 'facilities.csv': `编号,名称,类型,层级,所属单元,状态\n${rows}\n` }), '--json', '-')
  expect([code, stderr.trim().split('\n').length <= 62, stderr.includes('见结果文件')]).toEqual([0, true, true])
  expect((JSON.parse(stdout) as ResultFile).problems.length).toBeGreaterThan(500)
})

describe('packs and readings', () => {
  const pack = file('yinchuan.json', JSON.stringify(yinchuan, null, 1))

  test('a pack of another city that a user wrote is judged, and only that', async () => {
    const { results } = await judged(folder(smallTown), '--policy', pack)
    expect(results.map(({ clause, policy, state }) => [clause, policy, state])).toEqual([['YC-1', 'yinchuan-2024', 'unmet'], ['YC-2', 'yinchuan-2024', 'not-applicable'], ['YC-3', 'yinchuan-2024', 'unmet']])
    expect(results[0]?.units[0]).toMatchObject({ id: 'C-1', shortfall: 10 })
  })

  test('shipped ones and files stand side by side, in the order given, each once', async () => {
    const { results } = await judged(folder(smallTown), '--policy', pack, '--policy', 'yuzhong-2020-draft', '--policy', pack)
    expect([...new Set(results.map(({ policy }) => policy))]).toEqual(['yinchuan-2024', 'yuzhong-2020-draft'])
    expect(results.filter(({ clause }) => clause === 'YC-1')).toHaveLength(1)
  })

  test('a wrong pack is 1 with the line and what should stand there', async () => {
    const wrong = file('yinchuan.json', JSON.stringify(yinchuan, null, 1).replace('"at": "least"', '"at": "atleast"'))
    const { code, stdout, stderr } = await said(evaluate, folder(smallTown), '--policy', wrong, '--json', '-')
    expect([code, stderr.includes('yinchuan.json · 第'), stderr.includes('"atleast" (least | most | below | above | equal)')]).toEqual([1, true, true])
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'policy-unreadable', at: { file: 'yinchuan.json', column: 'clauses.0.parameters.threshold.at' } }] })
  })

  test('a clause whose evaluator does not exist is named and has no verdict', async () => {
    const other = file('x.json', JSON.stringify({ ...yinchuan, clauses: [{ ...yinchuan.clauses[0], evaluator: 'astrology' }] }))
    const { code, stdout, stderr } = await said(evaluate, folder(smallTown), '--policy', other)
    expect([code, stderr.includes('YC-1 astrology'), stdout.includes('数据不足')]).toEqual([0, true, true])
  })

  test('an option changes the reading, which the file states; its value is typed', async () => {
    const { options, results } = await judged(folder(smallTown), '--option', 'stages=operating-and-building', '--option', 'beforeYear=null')
    expect(options).toEqual({ stages: 'operating-and-building', beforeYear: null })
    expect(resultOf(results, 'QJ-12')).toMatchObject({ state: 'met', numerator: 3, reading: { stages: 'operating-and-building', beforeYear: '2024-12-31' } })
    expect(resultOf(results, 'QJ-18')).toMatchObject({ deadline: null, pastDue: null, reading: { beforeYear: null } })
  })

  test('an option that no clause offers is said and changes nothing', async () => {
    const study = folder(smallTown)
    const { stderr } = await said(evaluate, study, '--policy', pack, '--option', 'walkSpeed=1.2')
    expect(stderr).toContain('walkSpeed=1.2')
    const own = folder({ ...smallTown, 'study.json': '{"asOf":"2025-12-31","options":{"coverrage":"served"}}' })
    expect((await said(evaluate, own)).stderr).toContain('没有这个口径：coverrage=served')
  })

  test('a policy of study.json that does not exist is said, and the shipped ones are judged', async () => {
    const { stderr, stdout } = await said(evaluate, folder({ ...smallTown, 'study.json': '{"asOf":"2025-12-31","policies":["nowhere-1999"]}' }))
    expect([stderr.includes('nowhere-1999'), stdout.includes('QJ-12'), stdout.includes('CQ-04a')]).toEqual([true, true, true])
  })

  test.each([
    [['--policy', 'nowhere-1999'], 'nowhere-1999'],
    [['--option', 'coverrage=served'], 'coverrage'],
    [['--option', 'coverage=servd'], 'located | served | reached'],
    [['--option', 'coverage'], '名称=值'],
    [['--polcy', 'x'], '--polcy'],
    [['--json'], '--json'],
    [['extra'], 'extra'],
  ])('wrong arguments are 2 and say what was meant: %j', async (args, sentence) => {
    const { code, stdout, stderr } = await said(evaluate, folder(smallTown), ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).toContain('yikequan evaluate <study>')
  })
})
