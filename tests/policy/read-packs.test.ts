import { describe, expect, test } from 'vitest'
import { readPacks, writePacks } from '../../src/policy/read-packs'
import { yinchuan } from '../helpers/yinchuan'

const other = { ...yinchuan, id: 'shizuishan-2025' }
const ids = (packs: readonly { readonly id: string }[]): readonly string[] => packs.map(({ id }) => id)

describe('the packs that a study.json carries', () => {
  test('are read, each checked as a file of its own is', () => {
    const { packs, unread, problems } = readPacks([yinchuan, other])
    expect(ids(packs)).toEqual(['yinchuan-2024', 'shizuishan-2025'])
    expect([unread, problems]).toEqual([[], []])
    expect(readPacks(undefined)).toEqual({ packs: [], unread: [], problems: [] })
  })

  test('one that was tampered with is refused by name, with the place of the mistake; the other holds, and what was refused is kept as it stood', () => {
    const spoilt = { ...yinchuan, clauses: yinchuan.clauses.map((clause, at) => (at === 1 ? { ...clause, binding: 'maybe' } : clause)) }
    const { packs, unread, problems } = readPacks([spoilt, other])
    expect(ids(packs)).toEqual(['shizuishan-2025'])
    expect(unread).toEqual([spoilt])
    expect(problems).toMatchObject([
      { code: 'study-pack-refused', at: { file: 'study.json', column: 'packs.0' }, detail: yinchuan.document.title },
      { code: 'policy-unreadable', at: { column: 'packs.0.clauses.1.binding' } },
    ])
  })

  test.each([
    ['no list', 'yinchuan', 1, []],
    ['nothing', [null], 1, ['1']],
    ['a number', [7], 1, ['1']],
    ['a list within', [[yinchuan]], 1, ['1']],
    ['a pack without clauses', [{ ...yinchuan, clauses: [] }], 1, [yinchuan.document.title]],
    ['an evaluator of nothing', [{ ...yinchuan, clauses: [{ ...yinchuan.clauses[0], parameters: 'x' }] }], 1, [yinchuan.document.title]],
    ['a key that would become a prototype', [JSON.parse(JSON.stringify(yinchuan).replace('"version":1', '"version":1,"__proto__":{"naughty":1}')) as unknown], 1, [yinchuan.document.title]],
    ['the id of a shipped document', [{ ...yinchuan, id: 'qujing-2023' }], 1, [yinchuan.document.title]],
    ['one id twice', [yinchuan, { ...yinchuan, document: { ...yinchuan.document, title: '又一份' } }], 1, ['又一份']],
    ['a name of ten thousand letters', [{ id: 'x'.repeat(10_000) }], 1, ['x'.repeat(80)]],
  ])('%s is refused by name and never thrown at', (_, written, refused, names) => {
    const { unread, problems } = readPacks(written)
    expect(unread).toHaveLength(refused)
    expect(problems.filter(({ code }) => code === 'study-pack-refused').map(({ detail }) => detail)).toEqual(names)
    expect(problems.length).toBeGreaterThan(0)
    expect(Object.hasOwn(Object.prototype, 'naughty')).toBe(false)
  })

  test('of a pack that is wrong everywhere only the first mistakes are said, so that its name is not buried', () => {
    const { problems } = readPacks([{ ...yinchuan, clauses: Array.from({ length: 300 }, () => ({})) }])
    expect(problems.length).toBeLessThan(40)
  })

  test('are written by id, whatever the order of loading, with what could not be read behind them', () => {
    expect(writePacks([yinchuan, other], ['odd'])).toEqual([other, yinchuan, 'odd'])
    expect(writePacks([], [])).toBeUndefined()
  })
})
