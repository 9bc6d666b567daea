import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/model/study'
import { ledger, studyFrom, told, twoStreets, type HandRow } from '../helpers/hand-tables'

const compounds = (...rows: readonly HandRow[]) => ledger('compounds', [{ id: 'C-1', name: '甲苑' }, { id: 'C-2', name: '新民社区' }, ...rows])
const study = (...rows: readonly HandRow[]) => studyFrom(twoStreets, compounds(), ledger('facts', rows))
const plain = (facts: readonly Fact[]) => facts.map(({ of, item, value, date }) => [of.kind, of.id, item, value, date])

describe('the owner of a figure', () => {
  test('is found by code, id, path of names or a name that is unique', () => {
    const { facts } = study({ of: '530302', item: 'elders60', value: 1 }, { of: 'C-1', item: 'sync-planned', value: true }, { of: '甲县/东街道', item: 'elders60', value: 2 }, { of: '西街道', item: 'elders60', value: 3 }, { of: '甲苑', item: 'sync-built', value: false })
    expect(plain(facts)).toEqual([
      ['area', '530302', 'elders60', 1, null],
      ['area', '甲县/东街道', 'elders60', 2, null],
      ['area', '甲县/西街道', 'elders60', 3, null],
      ['compound', 'C-1', 'sync-built', false, null],
      ['compound', 'C-1', 'sync-planned', true, null],
    ])
  })

  test('that is unknown or stands twice is said, and the row is set aside', () => {
    const { facts, problems, tables } = study({ of: '别处', item: 'elders60', value: 1 }, { of: '新民社区', item: 'elders60', value: 2 })
    expect(facts).toEqual([])
    expect(told(problems)).toEqual(['area-ambiguous 3 新民社区', 'fact-of-unknown 2 别处'])
    expect(tables[2]).toMatchObject({ counts: { in: 2, used: 0, setAside: 2, blank: 0 }, setAside: [{ row: 2, why: 'no-identity' }, { row: 3, why: 'no-identity' }] })
  })

  test('may be a facility or a plot', () => {
    const { facts } = studyFrom(ledger('facilities', [{ id: 'F-1', kind: 'INST' }]), ledger('plots', [{ id: 'L-1' }]), ledger('facts', [{ of: 'F-1', item: 'deposit', value: 6000 }, { of: 'L-1', item: 'plot-size-set', value: true }]))
    expect(plain(facts)).toEqual([['facility', 'F-1', 'deposit', 6000, null], ['plot', 'L-1', 'plot-size-set', true, null]])
  })
})

test('a long table keeps the date as precise as written, and a row with a blank value stands as unknown', () => {
  const { facts } = study({ of: '530302', item: 'elders60', value: 90, date: '2024' }, { of: '530302', item: 'elders60', value: null, date: '2025-06' })
  expect(plain(facts)).toEqual([['area', '530302', 'elders60', 90, '2024'], ['area', '530302', 'elders60', null, '2025-06']])
})

test('a wide table gives one figure a column under the row’s date; a blank cell states nothing', () => {
  const { facts } = study({ of: '530302', date: '2025', $facts: { elders60: 90, 'residents-registered': null } })
  expect(plain(facts)).toEqual([['area', '530302', 'elders60', 90, '2025']])
})

test('a column of another ledger that names an item is an undated figure of its row, with the row’s place', () => {
  const { facts } = studyFrom(ledger('compounds', [{ id: 'C-1', $facts: { 'sync-planned': true, 'sync-built': null } }]))
  expect(facts).toEqual([{ of: { kind: 'compound', id: 'C-1' }, item: 'sync-planned', value: true, date: null, source: { table: 0, row: 2 } }])
})

test('an item that nobody knows is kept and said', () => {
  const { facts, problems } = study({ of: '530302', item: '某项', value: '3' })
  expect(plain(facts)).toEqual([['area', '530302', '某项', '3', null]])
  expect(told(problems)).toEqual(['fact-item-unknown 2 某项'])
})

describe('one figure on one date stated twice', () => {
  test('counts once when the value is the same', () => {
    const { facts, problems } = study({ of: '530302', item: 'elders60', value: 90, date: '2025' }, { of: '甲县', item: 'elders60', value: 90, date: '2025' })
    expect(plain(facts)).toEqual([['area', '530302', 'elders60', 90, '2025']])
    expect(told(problems)).toEqual([])
  })

  test('contradicts itself when it is not, and neither counts: no pass is made of a contradiction', () => {
    const { facts, problems } = study({ of: 'C-1', item: 'sync-planned', value: true }, { of: 'C-1', item: 'sync-planned', value: false })
    expect(plain(facts)).toEqual([['compound', 'C-1', 'sync-planned', null, null]])
    expect(told(problems)).toEqual(['fact-twice 3 C-1 同步规划: 否 / 是'])
  })

  test('a blank beside a value is no contradiction', () => {
    const { facts, problems } = study({ of: '530302', item: 'elders60', value: null, date: '2025' }, { of: '530302', item: 'elders60', value: 90, date: '2025' })
    expect(plain(facts)).toEqual([['area', '530302', 'elders60', 90, '2025']])
    expect(told(problems)).toEqual([])
  })

  test('is a list where the item is a text or a date', () => {
    const { facts } = study({ of: '530302', item: 'basic-service-item', value: '助餐' }, { of: '530302', item: 'basic-service-item', value: '助浴' })
    expect(facts.map(({ value }) => value)).toEqual(['助浴', '助餐'])
  })
})
