import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/cli/compare'
import { evaluate } from '../../src/cli/evaluate'
import type { ResultFile } from '../../src/exports/result-json'
import type { Difference } from '../../src/indicators/difference/difference'
import { folder, said, settings, smallTown } from '../helpers/commands'

const planA = { id: 's1', name: '方案A', edits: [{ id: 's1.1', type: 'reopen-facility', facility: 'F-3' }] }
const planB = { id: 's2', name: '方案B', edits: [{ id: 's2.1', type: 'close-facility', facility: 'F-1' }, { id: 's2.2', type: 'resize-facility', facility: 'F-9', beds: 3 }], done: 2 }
const withPlans = (...scenarios: readonly unknown[]) => ({ ...smallTown, 'study.json': JSON.stringify({ ...(JSON.parse(settings) as object), scenarios }) })
const study = folder(withPlans(planA, planB))
const compared = async (...args: readonly string[]) => JSON.parse((await said(compare, study, ...args, '--json', '-')).stdout) as Difference & { from: unknown; to: unknown; problems: { code: string; at: { column?: string } }[] }

describe('compare', () => {
  test('says what a plan gains against the base: the third station opens', async () => {
    const difference = await compared('--from', 'base', '--to', '方案A')
    expect([difference.from, difference.to]).toEqual([null, { id: 's1', name: '方案A' }])
    expect(difference.clauses.find(({ clause }) => clause === 'QJ-12')).toMatchObject({ before: { state: 'unmet', numerator: 2, denominator: 3 }, after: { state: 'met', numerator: 3, denominator: 3 }, change: { numerator: 1, shortfall: -1 }, gained: [{ id: '530302001003', name: '三社区' }] })
    expect(difference.facilities).toMatchObject([{ id: 'F-3', change: 'stage', before: 'building', after: 'operating' }])
  })

  test('plan against plan: one gained, one lost, by id or by name alike', async () => {
    const difference = await compared('--from', 's1', '--to', '方案B')
    expect(difference.clauses.find(({ clause }) => clause === 'QJ-12')).toMatchObject({ before: { numerator: 3 }, after: { numerator: 1 }, gained: [], lost: [{ id: '530302001001' }, { id: '530302001003' }] })
    expect(await compared('--from', '方案A', '--to', 's2')).toEqual(difference)
    expect(difference.problems).toContainEqual({ code: 'edit-target-missing', severity: 'warning', at: { file: 'study.json', column: 'scenarios.s2.2 resize-facility' }, detail: 'F-9' })
  })

  test('prints a table that a person reads, and nothing but a sentence where nothing differs', async () => {
    const { code, stdout } = await said(compare, study, '--from', 'base', '--to', '方案A')
    expect(code).toBe(0)
    for (const words of ['小城  现状 → 方案A', 'QJ-12', '✕ 未达标', '✓ 达标', '新达标 1', '三社区', '状态', 'F-3', '在建 → 运营', '合计', '条款 +']) expect(stdout).toContain(words)
    expect((await said(compare, study, '--from', 'base', '--to', 'base')).stdout).toContain('没有差别')
  })

  test('the same bytes twice, and in the file that is named', async () => {
    const json = join(folder({}), 'out.json')
    const first = await said(compare, study, '--from', 'base', '--to', 's2', '--json', '-')
    await said(compare, study, '--from', 'base', '--to', 's2', '--json', json)
    expect(readFileSync(json, 'utf8')).toBe(first.stdout)
  })

  test.each([
    [['--from', 'base', '--to', '方案C'], '--to 方案C (base | s1 方案A | s2 方案B)'],
    [['--from', 'x', '--to', 's1'], '--from x (base | s1 方案A | s2 方案B)'],
    [['--to', 's1'], '--from'],
    [['--from', 's1'], '--to'],
    [['--from', 'base', '--to', 's1', '--option', 'coverage=felt'], 'coverage=felt'],
    [['--from', 'base', '--to', 's1', '--policy', 'nowhere-1999'], 'nowhere-1999'],
  ])('%j is refused with exit 2 and says %s', async (args, words) => {
    const { code, stderr } = await said(compare, study, ...args)
    expect([code, stderr.includes(words)]).toEqual([2, true])
  })

  test('a folder that is no study is exit 1', async () => {
    expect((await said(compare, folder({}), '--from', 'base', '--to', 's1')).code).toBe(1)
  })
})

describe('evaluate --scenario', () => {
  const judged = async (...args: readonly string[]) => JSON.parse((await said(evaluate, study, '--json', '-', ...args)).stdout) as ResultFile

  test('judges the plan and names it; without it the base, as if there were no plans', async () => {
    const [base, a] = [await judged(), await judged('--scenario', '方案A')]
    const numerator = (file: ResultFile) => file.results.find(({ clause }) => clause === 'QJ-12')?.numerator
    expect([base.scenario, numerator(base), a.scenario, numerator(a)]).toEqual([null, 2, '方案A', 3])
    expect((await said(evaluate, study, '--scenario', 's1')).stdout).toContain('小城 · 方案A')
    expect((await judged('--scenario', 'base')).results).toEqual(base.results)
  })

  test('an unknown plan is exit 2 with the list of names', async () => {
    const { code, stderr } = await said(evaluate, study, '--scenario', '方案C')
    expect([code, stderr.includes('--scenario 方案C (base | s1 方案A | s2 方案B)')]).toEqual([2, true])
  })

  test('a plan that cannot be read is said with its place, the others are judged', async () => {
    const broken = folder(withPlans(7, planA))
    const { code, stdout } = await said(evaluate, broken, '--scenario', '方案A', '--json', '-')
    expect([code, (JSON.parse(stdout) as ResultFile).problems.filter(({ code: each }) => each === 'scenario-unreadable')]).toEqual([0, [{ code: 'scenario-unreadable', severity: 'warning', at: { file: 'study.json', column: 'scenarios.0' }, detail: '7' }]])
  })
})
