import { describe, expect, test } from 'vitest'
import type { DataLacking } from '../../src/indicators/data-lacking'
import { readPack } from '../../src/policy/read-pack'
import { shippedPacks } from '../../src/policy/shipped'
import { problemWords } from '../../src/text/problems'
import { documentGroups, entriesOf, lackChoices, listedEntries, ordinal } from '../../src/state/clause-list'
import { lackName, lackText } from '../../src/state/lack-text'
import { refusalText } from '../../src/state/refusal-text'
import { thresholdInWords } from '../../src/state/threshold-text'
import { result } from '../helpers/tiny-study'
import { yinchuan } from '../helpers/yinchuan'

const every = { verdict: null, lacking: null, find: '' }
const qujing = shippedPacks.find(({ id }) => id === 'qujing-2023')!
const entries = entriesOf(shippedPacks, qujing.clauses.map(({ id }) => result({ policy: qujing.id, clause: id, state: id === 'QJ-12' ? 'met' : 'unmet' })))
const ids = (list: readonly { clause: { id: string } }[]) => list.map(({ clause }) => clause.id)

describe('the list of clauses', () => {
  test('is found by title, by the quotation, by id and by article', () => {
    expect(ids(listedEntries(entries, { ...every, find: '新建小区' }, null))).toContain('QJ-13')
    expect(ids(listedEntries(entries, { ...every, find: '每百户25平方' }, null))).toContain('QJ-13')
    expect(ids(listedEntries(entries, { ...every, find: 'qj-05' }, null))).toEqual(['QJ-05'])
    expect(ids(listedEntries(entries, { ...every, find: '规划布局 用地' }, null))).toContain('QJ-05')
    expect(listedEntries(entries, { ...every, find: '没有这样的话' }, null)).toEqual([])
  })

  test('keeps those with one verdict', () => {
    expect(ids(listedEntries(entries, { ...every, verdict: 'met' }, null))).toEqual(['QJ-12'])
  })

  test('keeps those that want for one thing, whether needed or instead', () => {
    const beds = { what: 'column', ledger: 'facilities', column: 'beds', blank: 2, of: 5 } as const
    const hospitals = { what: 'item', item: 'hospitals', owner: 'area', blank: 1, of: 1 } as const
    const lacking: ReadonlyMap<string, DataLacking> = new Map([
      ['qujing-2023 QJ-22', { lacks: [hospitals], instead: [] }],
      ['qujing-2023 QJ-30', { lacks: [{ ...beds, blank: 1 }], instead: [hospitals] }],
      ['qujing-2023 QJ-31b', { lacks: [beds], instead: [] }],
    ])
    expect(ids(listedEntries(entries, { ...every, lacking: 'item hospitals' }, lacking))).toEqual(['QJ-22', 'QJ-30'])
    expect(lackChoices(lacking).map(({ key, clauses }) => [key, clauses])).toEqual([['column facilities.beds', 2], ['item hospitals', 2]])
  })

  test('a result whose pack was removed meanwhile is left out', () => {
    expect(entriesOf(shippedPacks, [result({ policy: 'gone', clause: 'QJ-12' })])).toEqual([])
  })
})

describe('grouping as in the document', () => {
  test('every shipped document lists its articles in the order of their numbers, each once, with all its clauses', () => {
    for (const pack of shippedPacks) {
      const [group] = documentGroups(entriesOf([pack], pack.clauses.map(({ id }) => result({ policy: pack.id, clause: id }))))
      const articles = group!.articles.map(({ path }) => path.join(' / '))
      expect(new Set(articles).size).toBe(articles.length)
      expect(group!.articles.flatMap((article) => article.entries).length).toBe(pack.clauses.length)
      const tops = group!.articles.map(({ path }) => ordinal(path[0] ?? '') ?? 0)
      expect(tops).toEqual([...tops].sort((a, b) => a - b))
    }
  })

  test('a heading is said once, where it begins', () => {
    const [group] = documentGroups(entries)
    const said = group!.articles.flatMap(({ fresh }) => fresh)
    expect(said.filter((part) => part === '二、重点工作')).toHaveLength(1)
    expect(said.indexOf('1.强化规划布局引领')).toBeLessThan(said.indexOf('2.发挥公办养老机构兜底、普惠和示范作用'))
  })

  test.each([['一、总则', 1], ['(十二)其他', 12], ['第二十一条', 21], ['3.优化', 3], ['10.', 10], ['五是加强统计', 5], ['三级网络', null], ['附件', null]])('%s is number %s', (heading, number) => {
    expect(ordinal(heading)).toBe(number)
  })
})

describe('words for what is lacking', () => {
  test('name the ledger, the column and how many cells are blank', () => {
    expect(lackText('zh', { what: 'column', ledger: 'facilities', column: 'beds', blank: 12, of: 171 })).toBe('设施台账里的床位数（171 条中 12 条空白）')
    expect(lackText('zh', { what: 'column', ledger: 'compounds', column: 'householdsBuilt', blank: 401, of: 401 })).toContain('都没有')
    expect(lackText('zh', { what: 'ledger', ledger: 'plots' })).toBe('用地台账')
    expect(lackText('zh', { what: 'level', level: 'community' })).toBe('名册里没有社区')
  })

  test('name the item and how many owners do not state it; of a single one without a count', () => {
    expect(lackText('zh', { what: 'item', item: 'hospitals', owner: 'area', blank: 1, of: 1 })).toBe('统计项“医院数”')
    expect(lackText('zh', { what: 'item', item: 'sync-planned', owner: 'compound', blank: 231, of: 401 })).toBe('统计项“同步规划”（401 个小区中 231 个小区未填）')
    expect(lackText('zh', { what: 'item', item: 'basic-care-funding', owner: 'area', blank: 0, of: 0, more: true })).toContain('另一年')
    expect(lackName('en', { what: 'item', item: 'hospitals', owner: 'area', blank: 1, of: 1 })).toContain('number of hospitals')
  })
})

describe('words for a refused pack', () => {
  const wrong = (change: (pack: Record<string, never> & typeof yinchuan) => void): string[] => {
    const pack = structuredClone(yinchuan) as Record<string, never> & typeof yinchuan
    change(pack)
    return readPack(JSON.stringify(pack, null, 2), 'x.json').problems.map((problem) => `${refusalText('zh', problem).place}：${refusalText('zh', problem).words}`)
  }

  test('say the line, the clause, what stands there and what should', () => {
    const line = JSON.stringify(yinchuan, null, 2).split('\n').findIndex((text) => text.includes('"value": 30,')) + 1
    expect(wrong((pack) => Object.assign(pack.clauses[0]!.parameters.threshold, { value: '三十' }))).toEqual([`第 ${line} 行 · 第 1 个条款 · parameters.threshold.value：写成了 "三十"，应写数字（不加引号）`])
    expect(wrong((pack) => Object.assign(pack.clauses[2]!, { binding: 'maybe' }))[0]).toContain('写成了 "maybe"，应写 binding、expected、aspirational')
  })

  test('tell what is missing, too much, or said twice', () => {
    expect(wrong((pack) => delete (pack.document as { title?: string }).title)[0]).toContain('这里缺少内容，应写文字（加引号）')
    expect(wrong((pack) => Object.assign(pack.document, { tilte: 'x' })).join()).toContain('没有这一项，请去掉')
    expect(wrong((pack) => Object.assign(pack.clauses[1]!, { id: 'YC-1' })).join()).toContain('这个编号前面已经用过："YC-1"')
    expect(wrong((pack) => delete (pack.clauses[2]!.parameters as { servedBy?: unknown }).servedBy).join()).toContain('“unit-share”这种算法要用的内容')
  })

  test('tell where a file breaks off', () => {
    const [problem] = readPack('{\n "id": "a",\n', 'x.json').problems
    expect(refusalText('zh', problem!).words).toContain('断了')
    expect(refusalText('zh', problem!).place).toMatch(/^第 \d 行/)
  })

  test('leave the words of other problems as they are', () => {
    expect(refusalText('zh', { code: 'policy-id-taken', severity: 'error', at: {}, detail: 'a' })).toEqual({ place: '', words: problemWords['policy-id-taken'].zh.replace('{detail}', 'a') })
  })
})

test.each([
  ['QJ-13', '不低于 25 m²/百户'],
  ['QJ-12', '不低于 90 %'],
  ['CQ-05c', '10 分钟（500 米）内'],
  ['HL-02a', '不低于 30 张/千名老年人'],
  ['QJ-33', '文件未给出数值'],
])('what %s asks is said before anything is judged: %s', (id, words) => {
  expect(thresholdInWords('zh', shippedPacks.flatMap(({ clauses }) => clauses).find((clause) => clause.id === id)!)).toBe(words)
})
