/** Ledger tables written out by hand, as tables/ hands them on, and the study that they make. */
import type { Geometry } from 'geojson'
import { buildStudy } from '../../src/model/build-study'
import type { StudySettings } from '../../src/model/settings'
import type { Study } from '../../src/model/study'
import type { Problem } from '../../src/problem'
import type { LedgerName, LedgerRow, LedgerTable, LedgerValue } from '../../src/tables/ledger'

/** Values by key; `$facts`, `$extra` and `$geometry` stand beside them. */
export type HandRow = { readonly [key: string]: LedgerValue | undefined } | { readonly $facts?: Readonly<Record<string, LedgerValue>>; readonly $extra?: Readonly<Record<string, string>>; readonly $geometry?: Geometry }

/** Rows are numbered from 2, below a header. Every key of any row is a column of the table, null where a row has none. */
export function ledger(name: LedgerName, rows: readonly HandRow[], file = `${name}.csv`): LedgerTable {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row).filter((key) => !key.startsWith('$'))))]
  const made = rows.map((hand, index): LedgerRow => {
    const { $facts, $extra, $geometry, ...values } = hand as Record<string, LedgerValue> & { $facts?: Record<string, LedgerValue>; $extra?: Record<string, string>; $geometry?: Geometry }
    return { row: index + 2, values: Object.fromEntries(keys.map((key) => [key, values[key] ?? null])), facts: $facts ?? {}, extra: $extra ?? {}, marks: [], geometry: $geometry ?? null }
  })
  return {
    file, sheet: null, format: 'csv', encoding: 'utf-8', ledger: name, crs: null, headerRows: [1],
    columns: keys.map((key, index) => ({ header: key, index, key })),
    counts: { in: rows.length, used: rows.length, setAside: 0, blank: 0 }, rows: made, setAside: [], problems: [],
  }
}

export const settings = (given: Partial<StudySettings> = {}): StudySettings => ({ name: '小城', asOf: '2025-12-31', policies: [], options: {}, crs: {}, columns: {}, scenarios: [], version: 1, other: {}, ...given })

export const studyFrom = (...tables: readonly LedgerTable[]): Study => buildStudy(settings(), tables, [], [])

/** 'code row detail' of every problem, in order of text. */
export const told = (problems: readonly Problem[]): string[] => problems.map(({ code, at, detail }) => [code, at.row, detail].filter((part) => part !== undefined).join(' ')).sort()

export const square = (west: number, south: number, size = 1): Geometry => ({ type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] })

/** 甲县 with two streets that both have a 新民社区. */
export const twoStreets = ledger('areas', [
  { code: '530302', name: '甲县', level: 'county', parent: null },
  { name: '东街道', level: 'subdistrict', parent: '甲县' },
  { name: '西街道', level: 'subdistrict', parent: '甲县' },
  { name: '新民社区', level: 'community', parent: '东街道' },
  { name: '新民社区', level: 'community', parent: '西街道' },
  { name: '云溪社区居委会', level: 'community', parent: '西街道' },
])
