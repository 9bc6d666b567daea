import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeClause } from '../../src/indicators/judge'
import type { Compound, Study } from '../../src/model/study'
import { rectificationList } from '../../src/rectify/list'
import { monthDifference, progressSeries } from '../../src/rectify/months'
import { readSnapshot, takeSnapshot, withSnapshot, writeSnapshot, type Snapshot } from '../../src/rectify/snapshot'
import { area, clauseOf, compound, studyOf } from '../helpers/town'

const units = [area('d', 'county'), area('s', 'subdistrict', 'd'), area('c', 'community', 's')]
/** 1000 households owe 250 m². */
const home = (id: string, careAreaM2: number | null, more: Partial<Compound> = {}) => compound(id, { name: `${id}苑`, area: 'c', households: 1000, age: 'new', completed: '2020', careAreaM2, ...more })
const month = (asOf: string, ...compounds: readonly Compound[]): Study => studyOf({ areas: units, compounds, asOf })
const judged = (study: Study, ...ids: string[]) => ids.map((id) => judgeClause(study, clauseOf(id).pack, clauseOf(id).clause, {}))
const snapshotOf = (study: Study, ...ids: string[]): Snapshot => takeSnapshot('month', study.asOf, ids.map((id) => `qujing-2023 ${id}`), rectificationList(study, judged(study, ...ids)))
function between(before: Study, after: Study, ids: readonly string[] = ['QJ-13'], idsAfter = ids) {
  const results = judged(after, ...idsAfter)
  return monthDifference(snapshotOf(before, ...ids), after, results, rectificationList(after, results))
}
const shown = (difference: ReturnType<typeof between>) => difference.rows.map(({ change, now, before }) => `${change} ${now?.unit ?? before?.unit}`)

describe('a month later', () => {
  const may = month('2025-05-31', home('A', 100), home('B', 100), home('C', 300), home('D', 100), home('E', 100))
  const june = month('2025-06-30', home('A', 250), home('B', 120), home('C', 200), home('D', null))

  test('what meets is mended, what fails anew is new, and the rest is open, unclear or gone', () => {
    const difference = between(may, june)
    expect(shown(difference).sort()).toEqual(['gone E', 'mended A', 'new C', 'open B', 'unclear D'])
    expect(difference).toMatchObject({ from: '2025-05-31', to: '2025-06-30', counts: { new: 1, mended: 1, open: 1, unclear: 1, gone: 1 } })
  })

  test('an item that is still open shows both shortfalls', () => expect(between(may, june).rows.find(({ change }) => change === 'open')).toMatchObject({ before: { shortfall: 150 }, now: { shortfall: 130 } }))

  test('a compound that got another number is known by its name', () => {
    const renumbered = month('2025-06-30', { ...home('A', 100), id: '17' }, { ...home('B', 300), id: 'A' })
    expect(shown(between(month('2025-05-31', home('A', 100), home('B', 100)), renumbered)).sort()).toEqual(['mended B', 'open 17'])
  })

  test('a compound that was renamed is known by its number', () => expect(shown(between(may, month('2025-06-30', home('A', 100, { name: '新名苑' })))).sort()).toEqual(['gone B', 'gone D', 'gone E', 'open A']))

  test('of two that bear one name the number decides, and without it nobody is taken for another', () => {
    const twins = month('2025-06-30', home('X', 100, { name: '幸福里' }), home('Y', 300, { name: '幸福里' }))
    expect(shown(between(month('2025-05-31', home('Q', 100, { name: '幸福里' })), twins)).sort()).toEqual(['gone Q', 'new X'])
    expect(shown(between(month('2025-05-31', home('Y', 100, { name: '幸福里' })), twins)).sort()).toEqual(['mended Y', 'new X'])
  })

  test('an item that passes its due day in between became overdue', () => {
    const due = { due: '2025-06' }
    const difference = between(month('2025-06-30', home('A', 100, due)), month('2025-07-01', home('A', 100, due), home('B', 100, { due: '2025-01' })))
    expect(difference.rows.map(({ change, becameOverdue }) => [change, becameOverdue])).toEqual([['open', true], ['new', true]])
    expect(difference.counts).toMatchObject({ overdue: 2, becameOverdue: 2 })
  })

  test('a clause that was not judged then makes nothing new, and is named', () => {
    const difference = between(may, june, ['QJ-13'], ['QJ-13', 'QJ-07'])
    expect(difference.rows.every(({ now, before }) => (now ?? before)!.clause === 'QJ-13')).toBe(true)
    expect(difference.notCompared).toEqual(['qujing-2023 QJ-07'])
  })
})

describe('snapshots', () => {
  const may = snapshotOf(month('2025-05-31', home('A', 100, { elders60: 40, due: '2023-12' }), home('B', 100)), 'QJ-13', 'QJ-15')

  test('read again as they were written', () => {
    expect(may.items.length).toBe(4)
    expect(readSnapshot(JSON.parse(JSON.stringify(writeSnapshot(may))))).toEqual(may)
  })

  test('that are no snapshots are refused, whatever they hold', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(readSnapshot(value)).toBeNull() }))
    const written = writeSnapshot(may) as { items: unknown[][] }
    expect(readSnapshot({ ...written, items: [[9, 0, 1, 1, null, null, 2]] })).toBeNull()
  })

  test('of one kind and day give way to the newer, and stand by day', () => {
    const june = { ...may, asOf: '2025-06-30', items: [] }
    const all = withSnapshot(withSnapshot(withSnapshot([], june), may), { ...june, clauses: [] })
    expect(all.map(({ asOf, clauses }) => [asOf, clauses.length])).toEqual([['2025-05-31', 2], ['2025-06-30', 0]])
  })

  test('a thousand items take less than a tenth of a megabyte', () => {
    const many = snapshotOf(month('2025-05-31', ...Array.from({ length: 1000 }, (_, index) => home(`C${index}`, 100))), 'QJ-13')
    expect(many.items.length).toBe(1000)
    expect(JSON.stringify(writeSnapshot(many)).length).toBeLessThan(100_000)
  })
})

test('the course of the months counts rooms that two clauses ask for once', () => {
  const may = month('2025-05-31', home('A', 100), home('B', 200))
  const june = month('2025-06-30', home('A', 250), home('B', 200, { done: true }), home('C', 240))
  const series = progressSeries([snapshotOf(may, 'QJ-13', 'QJ-15')], snapshotOf(june, 'QJ-13', 'QJ-15'))
  expect(series).toMatchObject([
    { asOf: '2025-05-31', kind: 'month', items: 4, units: 2, open: 4, done: 0, shortfallM2: 200, newly: null, mended: null },
    { asOf: '2025-06-30', kind: 'now', items: 3, units: 2, open: 2, done: 1, shortfallM2: 60, newly: 2, mended: 3 },
  ])
})
