// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, test } from 'vitest'
import type { Pack } from '../../src/policy/clause'
import { readPack } from '../../src/policy/read-pack'
import { ClauseCard } from '../../src/panels/clauses/clause-card'
import { ClauseColumn } from '../../src/panels/clauses/clause-column'
import { DocumentComparison } from '../../src/panels/compare/document-comparison'
import { PackChooser } from '../../src/panels/packs/pack-chooser'
import { PackRefused } from '../../src/panels/packs/pack-refused'
import { AppContext } from '../../src/panels/use-app'
import { shippedPacks } from '../../src/policy/shipped'
import { problem } from '../../src/problem'
import type { App } from '../../src/state/app'
import { forgetful } from '../../src/state/kept'
import { createState, type State } from '../../src/state/state'
import { topicsOf } from '../../src/policy/topics'
import { result, study } from '../helpers/tiny-study'
import { yinchuan } from '../helpers/yinchuan'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
Element.prototype.scrollIntoView = () => undefined

let root: Root | null = null
afterEach(() => act(() => root?.unmount()))

const own: Pack = readPack(JSON.stringify(yinchuan), '银川.json').pack!
const qujing = shippedPacks.find(({ id }) => id === 'qujing-2023')!

function show(element: ReactNode, given: Partial<State> = {}) {
  const asked: { call: string; input: unknown }[] = []
  const saved: string[] = []
  const app: App = {
    store: createState({ study: study(), policies: [qujing.id], policy: qujing.id, results: [], ...given }),
    ask: (call, input) => (asked.push({ call, input }), new Promise(() => undefined)),
    opening: () => Promise.reject(new Error('not asked')), kept: forgetful, save: (name) => void saved.push(name), turns: new Map(),
  }
  const page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  act(() => root?.render(<AppContext value={app}>{element}</AppContext>))
  const button = (words: string, at = 0): HTMLButtonElement => {
    const found = [...page.querySelectorAll('button')].filter((one) => one.textContent.includes(words))[at]
    if (!found) throw new Error(`no button ${words}`)
    return found
  }
  return { app, asked, saved, page, button, text: () => page.textContent }
}
const of = (clause: string, given = {}) => result({ policy: qujing.id, clause, units: [], ...given })

describe('the chooser of documents', () => {
  test('says of every document whether it is in force, a draft or expired, and how many clauses it has', () => {
    const { page } = show(<PackChooser />, { ownPacks: [own] })
    const said = [...page.querySelectorAll('li')].map((item) => item.querySelector('label')?.textContent)
    expect(said).toEqual(['曲靖市 2023现行44 条', '厦门市 2022现行16 条', '黑龙江省 2012已失效33 条', '北京市草案（征求意见稿）18 条', '重庆市渝中区 2020草案（征求意见稿）37 条', '银川市 2024现行自己的3 条'])
  })

  test('adds a document with its tick; the only one chosen cannot be unticked', () => {
    const { page, app } = show(<PackChooser />)
    const ticks = [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    expect(ticks.map(({ checked, disabled }) => [checked, disabled])[0]).toEqual([true, true])
    act(() => ticks[2]?.click())
    expect(app.store.getState().policies).toEqual(['qujing-2023', 'heilongjiang-2012'])
    expect(page.querySelector('summary')?.textContent).toContain('曲靖市 2023 等 2 份')
  })

  test('lets only the own pack be removed, and every one be exported', () => {
    const { page, button, saved } = show(<PackChooser />, { ownPacks: [own] })
    expect([...page.querySelectorAll('button')].filter(({ textContent }) => textContent === '移除')).toHaveLength(1)
    act(() => button('导出此政策包', 1).click())
    expect(saved).toEqual(['xiamen-2022-copy.json'])
  })
})

describe('the column of clauses', () => {
  const results = [of('QJ-13'), of('QJ-05', { state: 'met' }), of('QJ-18', { binding: 'aspirational' })]

  test('stands in the order and under the headings of the document', () => {
    const { page } = show(<ClauseColumn />, { results })
    expect([...page.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual(['二、重点工作(三)增强供给能力,提高基本养老服务便利共享水平1.强化规划布局引领', '3.优化社区养老服务环境'])
    expect([...page.querySelectorAll('.card-button')].map(({ textContent }) => textContent)).toEqual(['人均养老服务设施用地', '新建小区每百户配建面积', '村养老服务设施覆盖率'])
  })

  test('of two documents says which is which', () => {
    const { page } = show(<ClauseColumn />, { results: [...results, result({ policy: own.id, clause: 'YC-1', units: [] })], ownPacks: [own], policies: [qujing.id, own.id] })
    expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['曲靖市 2023', '银川市 2024'])
  })

  test('is searched, says how many are left, and shows all again', () => {
    const { page, button, app } = show(<ClauseColumn />, { results, clauses: { verdict: null, lacking: null, find: '每百户' } })
    expect(page.textContent).toContain('列出 1 / 3 条')
    act(() => button('全部列出').click())
    expect(app.store.getState().clauses.find).toBe('')
    expect(page.querySelectorAll('.clause-card')).toHaveLength(3)
  })

  test('is narrowed to what wants for one thing', () => {
    const lacking = new Map([['qujing-2023 QJ-13', { lacks: [{ what: 'column' as const, ledger: 'compounds' as const, column: 'careAreaM2', blank: 3, of: 9 }], instead: [] }]])
    const { page } = show(<ClauseColumn />, { results, lacking })
    const choice = page.querySelector<HTMLSelectElement>('.clause-filters select')!
    expect([...choice.options].map(({ textContent }) => textContent)).toEqual(['不限缺什么', '缺住宅小区台账里的已配面积（1 条）'])
    act(() => {
      choice.value = 'column compounds.careAreaM2'
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect([...page.querySelectorAll('.card-button')].map(({ textContent }) => textContent)).toEqual(['新建小区每百户配建面积'])
  })

  test('marks a clause that only strives as hollow and says so', () => {
    const { page } = show(<ClauseColumn />, { results })
    expect(page.querySelector('.binding-aspirational')?.textContent).toBe('力争、原则上')
  })
})

describe('the details of a clause', () => {
  const clause = (id: string) => qujing.clauses.find((each) => each.id === id)!

  test('say what data would decide it, and what would do instead', () => {
    const lacking = new Map([['qujing-2023 QJ-11', { lacks: [{ what: 'ledger' as const, ledger: 'facilities' as const }], instead: [{ what: 'item' as const, item: 'subdistricts', owner: 'area' as const, blank: 1, of: 1 }] }]])
    const { text, button } = show(<ClauseCard result={of('QJ-11', { state: 'no-data' })} clause={clause('QJ-11')} />, { clause: 'QJ-11', lacking })
    for (const words of ['还缺什么数据', '设施台账', '或者直接填报', '统计项“街道数”']) expect(text()).toContain(words)
    expect(button('下载本文件的空白台账')).toBeTruthy()
  })

  test('lay the three readings of 覆盖 side by side and lead to the units that differ', () => {
    const column = { state: 'unmet' as const, why: [], threshold: { at: 'least' as const, value: 0.9 }, unit: 'share', shortfall: 1, isDefault: false }
    const comparison = {
      columns: [
        { ...column, reading: 'located' as const, isDefault: true, counts: 'units' as const, numerator: 1, denominator: 3, value: 1 / 3 },
        { ...column, reading: 'served' as const, counts: 'units' as const, numerator: 2, denominator: 3, value: 2 / 3 },
        { ...column, reading: 'reached' as const, counts: 'people' as const, numerator: null, denominator: null, value: null, state: 'no-data' as const },
      ],
      disagreements: [{ id: 'b', name: '乙社区', states: ['unmet' as const, 'met' as const, 'no-data' as const], share: null }],
    }
    const judged = of('QJ-12', { reading: { coverage: 'located', urbanCommunity: 'level' }, figures: { 'units:level': 42, 'units:class-11x': 36 } })
    const { page, button, app, text } = show(<ClauseCard result={judged} clause={clause('QJ-12')} />, { clause: 'QJ-12', coverage: { policy: qujing.id, clause: 'QJ-12', comparison } })
    expect([...page.querySelectorAll('.clause-coverage tr')].map(({ textContent }) => textContent)).toEqual(['建有现用 · 本条默认33.3 %单元数 1 / 3未达标', '服务到66.7 %单元数 2 / 3未达标', '可达—数据不足'])
    expect(text()).toContain('建有 无 · 服务到 有 · 可达 ?')
    expect(text()).toContain('名册级别为社区 42 · 城乡分类 111、112 36')
    act(() => button('乙社区').click())
    expect(app.store.getState().selection).toEqual({ kind: 'area', id: 'b' })
  })

  test('offer the other documents only where one of them has the same topic', () => {
    expect(show(<ClauseCard result={of('QJ-13')} clause={clause('QJ-13')} />, { clause: 'QJ-13' }).text()).toContain('与其他文件对照')
    act(() => root?.unmount())
    expect(show(<ClauseCard result={of('QJ-09')} clause={clause('QJ-09')} />, { clause: 'QJ-09' }).text()).not.toContain('与其他文件对照')
  })
})

describe('one topic across documents', () => {
  const topic = topicsOf([...shippedPacks, own]).find(({ members }) => members.some(({ clause }) => clause.id === 'QJ-14'))!

  test('shows what each asks, with verdict and figure of those that are judged', () => {
    const judged = of('QJ-14', { numerator: 1, denominator: 2, value: 0.5, evaluator: 'area-per-households', unit: 'm2', threshold: { at: 'least', value: 20 }, figures: { m2Per100Households: 18.4 } })
    const { page } = show(<DocumentComparison />, { topic: topic.id, ownPacks: [own], results: [judged] })
    const rows = [...page.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
    expect(rows).toHaveLength(2)
    for (const words of ['曲靖市 2023', '不低于 20 m²/百户', '未达标', '50 % 1 / 2', '合计 18.4 m²/百户']) expect(rows[0]).toContain(words)
    for (const words of ['银川市 2024', '不低于 20 m²/百户', '加选后判定']) expect(rows[1]).toContain(words)
  })

  test('a document that is not judged yet can be added', () => {
    const { button, app } = show(<DocumentComparison />, { topic: topic.id, ownPacks: [own] })
    act(() => button('加选后判定', 1).click())
    expect(app.store.getState().policies).toEqual([qujing.id, own.id])
  })

  test('nothing is shown until it is asked for', () => {
    expect(show(<DocumentComparison />).page.textContent).toBe('')
  })
})

test('a refused pack says each mistake with its line, and changes nothing', () => {
  const packRefused = { file: '我市.json', problems: [problem('policy-unreadable', 'error', { file: '我市.json', row: 44, column: 'clauses.0.parameters.threshold.value' }, '"三十" (number)')] }
  const { text, button, app } = show(<PackRefused />, { packRefused })
  for (const words of ['没有载入：我市.json', '第 44 行 · 第 1 个条款', '写成了 "三十"，应写数字']) expect(text()).toContain(words)
  act(() => button('知道了').click())
  expect(app.store.getState()).toMatchObject({ packRefused: null, ownPacks: [] })
})
