import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Study } from '../../src/model/study'
import { cellOf } from '../../src/model/study'
import type { LedgerName, LedgerTable } from '../../src/tables/ledger'
import { ledger, square, studyFrom, twoStreets, type HandRow } from '../helpers/hand-tables'

/** Cells among which doubles, blanks, unknown and ambiguous names are frequent. */
const name = fc.constantFrom(null, '甲', '乙', '新民社区')
const unit = fc.constantFrom(null, '530302', '东街道', '西街道', '新民社区', '东街道/新民社区', '别处')
const count = fc.constantFrom(null, 0, 1, 7)
const place = { lng: fc.constantFrom(null, 0.5, 2.5), lat: fc.constantFrom(null, 0.5) }
const id = fc.constantFrom(null, 'X-1', 'X-2')
const rowsOf: Record<Exclude<LedgerName, 'roads'>, fc.Arbitrary<HandRow>> = {
  areas: fc.record({ code: fc.constantFrom(null, '530302', '530302001', '530302001001'), name: fc.constantFrom(null, '甲县', '东街道', '新民社区', '某处'), level: fc.constantFrom(null, 'community'), parent: unit, residents: count }),
  compounds: fc.record({ id, name, area: unit, households: count, $facts: fc.record({ 'sync-planned': fc.constantFrom(null, true, false) }) }),
  facilities: fc.record({ id, name, kind: fc.constantFrom(null, 'COMM', 'STREET'), area: unit, serves: fc.constantFrom(null, ['东街道', '甲'], ['别处']), stage: fc.constantFrom(null, 'operating'), ...place }),
  plots: fc.record({ id, name, area: unit, landAreaM2: count }),
  people: fc.record({ id, area: unit, residents: count, ...place }),
  facts: fc.record({ of: fc.constantFrom('530302', '甲', 'X-1', '别处', '新民社区'), item: fc.constantFrom('elders60', 'sync-planned', 'basic-service-item'), value: fc.constantFrom(null, 1, 2), date: fc.constantFrom(null, '2024', '2025-12-31') }),
}
const map = ledger('areas', [{ name: '新民社区', parent: '东街道', $geometry: square(0, 0) }, { name: '别处', $geometry: square(2, 0) }], 'areas.geojson')
const town = fc.record(Object.fromEntries(Object.entries(rowsOf).map(([key, row]) => [key, fc.array(row, { maxLength: 7 })])) as Record<keyof typeof rowsOf, fc.Arbitrary<HandRow[]>>)
const tablesOf = (rows: Readonly<Record<string, readonly HandRow[]>>): LedgerTable[] => [twoStreets, map, ...Object.entries(rows).map(([key, list]) => ledger(key as LedgerName, list, `${key} 2.csv`))]

/** Everything but where it stands: rows of the records, rows of the tables. */
const content = ({ tables: _, problems, people, ...rest }: Study) =>
  JSON.stringify({ ...rest, people: people && { ...people, row: null }, problems: problems.map(({ code, severity, detail }) => ({ code, severity, detail })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }, (key, value: unknown) => (key === 'source' || key === 'row' ? undefined : value))

test('rows in = used + set aside + blank, and every row is in a record or shown among those set aside', () => {
  fc.assert(
    fc.property(town, (rows) => {
      const study = studyFrom(...tablesOf(rows))
      for (const { counts, setAside } of study.tables) {
        expect(counts.used + counts.setAside + counts.blank).toBe(counts.in)
        expect(setAside).toHaveLength(counts.setAside)
        expect(new Set(setAside.map(({ row }) => row)).size).toBe(setAside.length)
      }
      const used = (table: number) => study.tables[table]!.counts.used
      const from = (records: readonly { readonly source: { readonly table: number } | null }[], table: number) => records.filter(({ source }) => source?.table === table).length
      expect(from(study.areas, 0) + from(study.areas, 2)).toBe(used(0) + used(2))
      expect(study.compounds).toHaveLength(used(3))
      expect(study.facilities).toHaveLength(used(4))
      expect(study.plots).toHaveLength(used(5))
      expect(study.people?.id.length ?? 0).toBe(used(6))
    }),
  )
})

test('a shuffled file gives the same study but for its row numbers', () => {
  fc.assert(
    fc.property(
      town.chain((rows) => fc.record({ rows: fc.constant(rows), shuffled: fc.record(Object.fromEntries(Object.entries(rows).map(([key, list]) => [key, fc.shuffledSubarray(list, { minLength: list.length })]))) })),
      ({ rows, shuffled }) => {
        expect(content(studyFrom(...tablesOf(shuffled)))).toBe(content(studyFrom(...tablesOf(rows))))
      },
    ),
  )
})

test('ids are unique and sorted in every list', () => {
  fc.assert(
    fc.property(town, (rows) => {
      const study = studyFrom(...tablesOf(rows))
      for (const ids of [study.areas.map((area) => area.id), study.compounds.map((each) => each.id), study.facilities.map((each) => each.id), study.plots.map((each) => each.id), study.people?.id ?? []]) {
        expect([...new Set(ids)].sort()).toEqual(ids)
      }
    }),
  )
})

describe('two files of one ledger', () => {
  const one = ledger('facilities', [{ id: 'F-1', kind: 'COMM', stage: 'operating' }], 'facilities.csv')
  const other = ledger('facilities', [{ id: 'F-2', kind: 'COMM', stage: 'operating' }], 'facilities 副本.csv')

  test('are put together, and it is said', () => {
    const study = studyFrom(one, other)
    expect(study.facilities.map(({ id }) => id)).toEqual(['F-1', 'F-2'])
    expect(study.problems).toEqual([{ code: 'ledger-twice', severity: 'info', at: { file: 'facilities 副本.csv' }, detail: 'facilities.csv, facilities 副本.csv' }])
  })

  test('are not meant by two sheets of one workbook, nor by the map beside the roster', () => {
    expect(studyFrom(one, { ...one, sheet: '西街道', rows: [] }).problems).toEqual([])
    expect(studyFrom(twoStreets, map).problems.map(({ code }) => code)).not.toContain('ledger-twice')
  })
})

test('a value is traced to its cell: file, sheet, row and the header as written', () => {
  const table = { ...ledger('compounds', [{ id: 'C-1', careAreaM2: 30 }]), sheet: '台账', columns: [{ header: '已配面积', index: 1, key: 'careAreaM2' }] }
  const study = studyFrom(table)
  expect(cellOf(study, study.compounds[0]!.source, 'careAreaM2')).toEqual({ file: 'compounds.csv', sheet: '台账', row: 2, column: '已配面积' })
  expect(cellOf(study, study.compounds[0]!.source, 'households')).toEqual({ file: 'compounds.csv', sheet: '台账', row: 2 })
  expect(cellOf(study, null, 'households')).toBeUndefined()
})
