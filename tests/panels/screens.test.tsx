// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import type { ReadAnswer } from '../../src/compute/calls'
import { ClauseCard } from '../../src/panels/clauses/clause-card'
import { FailureNotice } from '../../src/panels/failure-notice'
import { ImportScreen } from '../../src/panels/import/import-screen'
import { ProblemList } from '../../src/panels/import/problem-list'
import { Tabs } from '../../src/panels/tabs'
import { TopBar } from '../../src/panels/top-bar'
import { AppContext } from '../../src/panels/use-app'
import { WhyDrawer } from '../../src/panels/why/why-drawer'
import { problem } from '../../src/problem'
import type { App } from '../../src/state/app'
import { forgetful } from '../../src/state/kept'
import { createState, type State } from '../../src/state/state'
import { explainShare } from '../../src/indicators/explain/explain-share'
import type { Judging } from '../../src/indicators/evaluator'
import { pack, result, study, unit } from '../helpers/tiny-study'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
// happy-dom has dialogs but cannot make them modal.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}

let root: Root | null = null
afterEach(() => act(() => root?.unmount()))

function show(element: ReactNode, given: Partial<State> = {}) {
  const asked: { call: string; input: unknown }[] = []
  const app: App = {
    store: createState({ study: study(), policies: ['tiny-2025'], policy: 'tiny-2025', results: [result()], ...given }),
    ask: (call, input) => (asked.push({ call, input }), new Promise(() => undefined)),
    opening: () => Promise.reject(new Error('not asked')),
    kept: forgetful,
    save: () => undefined,
    turns: new Map(),
  }
  const page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  act(() => root?.render(<AppContext value={app}>{element}</AppContext>))
  const button = (words: string): HTMLButtonElement => {
    const found = [...page.querySelectorAll('button')].find((one) => one.textContent.includes(words) || one.getAttribute('aria-label')?.includes(words))
    if (!found) throw new Error(`no button ${words}`)
    return found
  }
  return { app, asked, page, button, text: () => page.textContent }
}
const clause = pack.clauses[0]

describe('a clause card', () => {
  test('says verdict, both halves, threshold, shortfall, quotation and that the deadline is past', () => {
    const { text } = show(<ClauseCard result={result()} clause={clause} />)
    for (const words of ['社区覆盖率', '未达标', '33.3 %', '1 / 3', '不低于 90 %', '缺 2 个单元', '「社区覆盖90%以上」', '期限 2024年12月31日', '已到期', '约束性']) expect(text()).toContain(words)
  })

  test('an unknown figure is a dash, not a nought', () => {
    const { page, text } = show(<ClauseCard result={result({ state: 'no-data', value: null, numerator: null, denominator: null, shortfall: null, units: [] })} clause={clause} />)
    expect(text()).toContain('数据不足')
    expect(page.querySelector('.figure-button strong')?.textContent).toBe('—')
  })

  test('a figure of the known units alone says so where data are lacking', () => {
    expect(show(<ClauseCard result={result({ state: 'no-data' })} clause={clause} />).text()).toContain('已知的 1 / 3')
    expect(show(<ClauseCard result={result()} clause={clause} />).text()).not.toContain('已知的')
  })

  test('an aspirational clause says so', () => {
    expect(show(<ClauseCard result={result({ binding: 'aspirational' })} clause={clause} />).text()).toContain('力争')
  })

  test('the chosen card offers its readings with the default marked, and a choice judges anew', () => {
    const { page, app, asked } = show(<ClauseCard result={result()} clause={clause} />, { clause: 'T-1' })
    const choice = page.querySelector('select')
    expect([...(choice?.options ?? [])].map(({ textContent }) => textContent)).toEqual(['建有(单元内有设施)（默认）', '服务到(台账写明服务该单元)'])
    act(() => {
      if (choice) choice.value = '1'
      choice?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(app.store.getState().options).toEqual({ coverage: 'served' })
    expect(asked[0]?.call).toBe('evaluate')
  })

  test('clicking the figure asks why', () => {
    const { button, asked } = show(<ClauseCard result={result()} clause={clause} />)
    act(() => button('为什么').click())
    expect(asked[0]).toMatchObject({ call: 'explain', input: { policy: 'tiny-2025', clause: 'T-1', unit: null } })
  })
})

describe('why', () => {
  test('puts the numbers into the formula and names the cell of each', () => {
    const explanation = { clause: 'T-1', unit: null, formula: '1/3', value: 1 / 3, inputCount: 9, inputs: [{ key: 'stage', id: 'F-2', name: '乙站', value: 'closed', at: { file: '设施.xlsx', sheet: '表1', row: 12, column: '状态' } }] }
    const { text } = show(<WhyDrawer />, { why: { policy: 'tiny-2025', clause: 'T-1', unit: null }, explanation })
    for (const words of ['1 ÷ 3 = 0.3333', '乙站', '停用', '设施.xlsx · 工作表 表1 · 第 12 行 · 状态 列', '共 9 项', '再补 2 个单元，即达标']) expect(text()).toContain(words)
  })

  test('lists a unit that is not judged with its verdict, never as one that has nothing', () => {
    const judging = { study: study(), clause } as Judging
    const unknown = result({ state: 'no-data', numerator: 1, denominator: 2, units: [unit('a', { name: '甲社区' }), unit('b', { name: '乙社区', state: 'unmet', numerator: 0, value: 0 }), unit('c', { name: '丙社区', state: 'no-data', numerator: 0, value: 0, shortfall: null })] })
    const explanation = explainShare(judging, unknown, null)
    expect(explanation.inputs.map(({ value }) => value)).toEqual([1, 0, 'no-data'])
    const { page } = show(<WhyDrawer />, { results: [unknown], why: { policy: 'tiny-2025', clause: 'T-1', unit: null }, explanation })
    expect([...page.querySelectorAll('.why-inputs li')].map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^甲社区 有/), expect.stringMatching(/^乙社区 无/), expect.stringMatching(/^丙社区 数据不足/)])
  })

  test('of one unit says its reason', () => {
    expect(show(<WhyDrawer />, { why: { policy: 'tiny-2025', clause: 'T-1', unit: 'b' } }).text()).toContain('不在运营')
  })
})

describe('the import screen', () => {
  const table = { sheet: null, format: 'csv', encoding: 'gb18030', crs: null, ledger: 'facilities' as const, headerRows: [1], counts: { in: 34, used: 26, setAside: 6, blank: 2 }, setAside: [{ why: 'subtotal' as const, rows: [34] }] }
  const read: ReadAnswer = {
    ticket: null, name: '', asOf: null, hasSettings: false,
    problems: [problem('study-missing', 'error', { file: 'study.json' }), problem('number-unreadable', 'warning', { file: '台账.csv', row: 5, column: '床位' }, '若干')],
    files: [{ file: '台账.csv', bytes: 9, settings: false, problems: [problem('number-unreadable', 'warning', { file: '台账.csv', row: 5, column: '床位' }, '若干')],
      tables: [{ ...table, columns: [{ header: '名称', index: 0, key: 'name' }, { header: '备注', index: 1, key: null }], preview: [{ row: 2, cells: ['甲站', '<img src=x onerror=alert(1)>'], marks: [] }] }] }],
  }
  const draft = { sources: [], onto: 'new' as const, given: {}, read, replaces: [] }

  test('says what each file is, accounts for every row, and names each problem with its place', () => {
    const { text } = show(<ImportScreen />, { draft, study: null })
    for (const words of ['台账.csv', '设施台账', 'GB18030', '34 行 = 用 26 + 留 6 + 空 2', '合计行 第 34 行', '不是数，按空白处理：若干', '第 5 行 · 床位 列']) expect(text()).toContain(words)
  })

  test('without a data date nothing can be used, and it says why', () => {
    const { button, text } = show(<ImportScreen />, { draft, study: null })
    expect(button('使用').disabled).toBe(true)
    expect(text()).toContain('填写数据日期后才能使用')
  })

  test('a study that was read can be used, and cancelled', () => {
    const { button, asked, app } = show(<ImportScreen />, { draft: { ...draft, read: { ...read, ticket: 3, name: '新', asOf: '2025-12-31', hasSettings: true } }, study: null })
    expect(button('使用').disabled).toBe(false)
    act(() => button('使用').click())
    expect(asked).toEqual([{ call: 'use', input: { ticket: 3 } }])
    act(() => button('取消').click())
    expect(app.store.getState().draft).toBeNull()
  })

  test('says in which system the positions stand and why, and another choice reads the file again', async () => {
    const placed = { ...read, files: read.files.map((file) => ({ ...file, problems: [problem('crs-guessed', 'info', { file: file.file }, 'EPSG:4523')], tables: file.tables.map((one) => ({ ...one, crs: 'EPSG:4523' })) })) }
    const { app, asked, page, text } = show(<ImportScreen />, { draft: { ...draft, read: placed }, study: null })
    const choice = page.querySelector<HTMLSelectElement>('.import-crs select')
    if (!choice) throw new Error('no choice of system')
    expect(choice.selectedOptions[0]?.textContent).toBe('自动认定：3度带 第 35 带（中央经线 105°）')
    expect(text()).toContain('横坐标开头的 35 是带号')
    expect([...choice.options].map(({ value }) => value)).toEqual(expect.arrayContaining(['EPSG:4490', 'GCJ-02', 'BD-09', 'EPSG:4544', 'EPSG:4523', 'EPSG:4507', 'EPSG:4496']))
    await act(async () => {
      choice.value = 'GCJ-02'
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(app.store.getState().draft?.given.crs).toEqual({ '台账.csv': 'GCJ-02' })
    expect(asked.at(-1)).toMatchObject({ call: 'read', input: { given: { crs: { '台账.csv': 'GCJ-02' } } } })
    expect(choice.value).toBe('GCJ-02')
  })

  test('a file without coordinates is not asked for its system', () => {
    expect(show(<ImportScreen />, { draft, study: null }).page.querySelector('.import-crs')).toBeNull()
  })

  test('text of a file is shown as text, never as markup', () => {
    const { page, text } = show(<ImportScreen />, { draft, study: null })
    expect(page.querySelector('img')).toBeNull()
    expect(text()).toContain('<img src=x onerror=alert(1)>')
  })
})

describe('notices and bars', () => {
  test('a failure says what happened and that the study has not changed', () => {
    const { text, button, app } = show(<FailureNotice />, { failure: { code: 'worker-died' } })
    expect(text()).toContain('计算程序意外停止')
    expect(text()).toContain('现在的研究没有改变')
    act(() => button('知道了').click())
    expect(app.store.getState().failure).toBeNull()
  })

  test('the language switch changes every word', () => {
    const { button, text } = show(<TopBar clausesOpen={false} toggleClauses={() => undefined} />)
    expect(text()).toContain('数据日期 2025年12月31日')
    act(() => button('English').click())
    expect(text()).toContain('Data of 31 December 2025')
  })

  test('a problem without a detail leaves no empty bracket or colon', () => {
    expect(show(<ProblemList problems={[problem('study-missing', 'error', {}), problem('ledger-unknown', 'info', {})]} />).text()).not.toMatch(/[（(]\s*[)）]|：$|\{/)
  })

  test('tabs are walked with the arrow keys', () => {
    const chosen: string[] = []
    const tabs = [{ id: 'a', title: '甲' }, { id: 'b', title: '乙' }] as const
    const { page } = show(<Tabs label="表格" tabs={tabs} chosen="a" choose={(id) => chosen.push(id)} className="dock">内容</Tabs>)
    const list = page.querySelector('[role=tablist]')
    act(() => void list?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })))
    act(() => void list?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true })))
    expect(chosen).toEqual(['b', 'b'])
    expect(page.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby')).toBe(page.querySelector('[aria-selected=true]')?.id)
  })
})
