/** What a file is and how each of its columns and rows is understood; changes nothing. */
import type { Problem } from '../problem'
import { readSource } from '../sources/read'
import type { SourceFile } from '../sources/raw-table'
import type { ColumnMatch, LedgerName, LedgerTable, LedgerValue, RowCounts, SetAside } from '../tables/ledger'
import { readLedger } from '../tables/read-ledger'
import { factItem } from '../tables/fact-items'
import { inspectWords, ledgerWords } from '../text/inspect'
import { columnName } from '../text/keys'
import { placeText } from '../text/place'
import { problemWords } from '../text/problems'
import { fill, type Language } from '../text/say'

export type InspectedTable = {
  readonly sheet: string | null
  readonly headerRows: readonly number[]
  readonly ledger: LedgerName | null
  readonly crs: string | null
  readonly columns: readonly {
    readonly header: string
    readonly key: string | null
    readonly unit?: string
    readonly personal?: boolean
  }[]
  readonly counts: RowCounts
  /** Only when asked for: every mapped key of every row, null where the cell is blank or unreadable. */
  readonly rows?: readonly { readonly row: number; readonly values: Readonly<Record<string, LedgerValue>> }[]
  readonly setAside: readonly SetAside[]
}

export type InspectResult = {
  readonly file: string
  /** null: no table could be read. */
  readonly format: string | null
  readonly encoding: string | null
  readonly tables: readonly InspectedTable[]
  readonly problems: readonly Problem[]
}

/** siblings: files beside it that belong to it, as a shapefile's .dbf does. */
export async function inspect(file: SourceFile, options: { readonly rows: boolean }, siblings: readonly SourceFile[] = []): Promise<InspectResult> {
  const source = await readSource(file, siblings)
  const tables = source.tables.map((raw) => readLedger(raw))
  return {
    file: file.name,
    format: tables[0]?.format ?? null,
    encoding: tables[0]?.encoding ?? null,
    tables: tables.map((table) => inspected(table, options.rows)),
    problems: [...source.problems, ...tables.flatMap((table) => table.problems)],
  }
}

/** A short report for a terminal. */
export function inspectText(result: InspectResult, language: Language): string {
  const words = inspectWords[language]
  const lines = [`${result.file}  ${[result.format, result.encoding].filter((part) => part !== null).join(', ')}`]
  for (const table of result.tables) {
    const { counts } = table
    lines.push(
      '',
      `${table.sheet ?? result.file}: ${table.ledger === null ? words.noLedger : (ledgerWords[table.ledger]?.[language] ?? table.ledger)}`,
    )
    lines.push(`  ${fill(words.rows, counts)}`)
    if (table.headerRows.length > 0) lines.push(`  ${words.header} ${table.headerRows.join(', ')}`)
    if (table.crs !== null) lines.push(`  ${words.crs} ${table.crs}`)
    for (const { header, key, personal } of table.columns)
      lines.push(`  ${header} → ${personal ? words.personal : key === null ? words.kept : nameOf(key, language)}`)
  }
  const told = result.problems.map(({ code, at, detail }) => {
    const place = placeText(language, at)
    return `  ${place ? `${place}  ` : ''}${fill(problemWords[code][language], { detail: detail ?? '' })}`
  })
  if (told.length > 0)
    lines.push('', words.problems, ...told.slice(0, 50), ...(told.length > 50 ? [`  … +${told.length - 50}`] : []))
  return lines.join('\n')
}

function inspected(table: LedgerTable, withRows: boolean): InspectedTable {
  const { sheet, headerRows, ledger, crs, counts, setAside } = table
  const columns = table.columns.map(({ header, key, unit, personal }) => ({
    header,
    key,
    ...(unit === undefined ? {} : { unit }),
    ...(personal ? { personal } : {}),
  }))
  const rows = table.rows.map(({ row, values, facts }) => ({ row, values: valuesOf(table.columns, values, facts) }))
  return { sheet, headerRows, ledger, crs, columns, counts, ...(withRows ? { rows } : {}), setAside }
}

/** Facts stand beside the other values under the key of their column ('fact:sync-planned'). */
function valuesOf(
  columns: readonly ColumnMatch[],
  values: Readonly<Record<string, LedgerValue>>,
  facts: Readonly<Record<string, LedgerValue>>,
): Record<string, LedgerValue> {
  const all: Record<string, LedgerValue> = {}
  for (const { key } of columns)
    if (key !== null && !key.startsWith('fact:') && !key.startsWith('service:') && key !== 'position')
      all[key] = values[key] ?? null
  Object.assign(all, values)
  for (const [item, value] of Object.entries(facts)) all[`fact:${item}`] = value
  return all
}

function nameOf(key: string, language: Language): string {
  if (key.startsWith('fact:')) return factItem(key.slice(5))?.[language === 'zh' ? 'zh' : 'key'] ?? key
  return columnName(language, key)
}
