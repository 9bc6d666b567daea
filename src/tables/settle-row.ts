/** What one cell alone cannot say: the unit that a row belongs to, a word for two levels, the kind, the unit of a stated figure. */
import type { RawRow } from '../sources/raw-table'
import { cellText, isEmpty } from './cells/cell'
import { factReader } from './column-reader'
import { factItem } from './fact-items'
import { decideKind, decideLevel } from './facility-words'
import type { Layout } from './layout'
import type { ColumnMatch, Ledger, LedgerValue } from './ledger'
import { factItemNamed } from './match-columns'
import type { RowReport } from './row-report'

export function settleRow(
  ledger: Ledger,
  row: RawRow,
  values: Record<string, LedgerValue>,
  columns: readonly ColumnMatch[],
  layout: Layout,
  report: RowReport,
): void {
  const upper = values.subdistrict ?? values.county ?? null
  const unit = ledger.name === 'areas' ? 'parent' : 'area'
  if (upper !== null && (values[unit] ?? null) === null) {
    values[unit] = upper
    report.markAs(unit, 'assumed', String(upper))
  }
  const text = (key: string) => (typeof values[key] === 'string' ? (values[key] as string) : null)
  const header = (key: string) => columns.find((column) => column.key === key)?.header
  const written = (key: string) => {
    const index = columns.find((column) => column.key === key)?.index
    const cell = index === undefined ? null : (row.cells[index] ?? null)
    return isEmpty(cell) ? null : cellText(cell)
  }
  const level = text('level')
  if (level !== null && level.includes(' ')) {
    values.level = decideLevel(level, [text('name'), text('area'), text('subdistrict')])
    report.markAs('level', values.level === null ? 'word-unknown' : 'assumed', written('level') ?? level)
    if (values.level === null) report.problemAt('word-unknown', 'warning', header('level'), written('level') ?? level)
  }
  if (ledger.name === 'facilities') {
    const { kind, assumed } = decideKind(text('kind'), written('kind'), text('level'), text('name'))
    if (kind !== null || 'kind' in values) values.kind = kind
    if (assumed && kind !== null) {
      report.markAs('kind', 'assumed', text('name') ?? '')
      report.problemAt('kind-assumed', 'warning', header('kind'), `${text('name')}: ${kind}`)
    }
  }
  if (ledger.name === 'facts' && text('item') !== null) {
    const item = factItem(text('item')!) ?? factItemNamed(text('item')!, null)
    if (!item) return
    values.item = item.key
    const index = columns.find((column) => column.key === 'value')?.index
    if (index === undefined) return
    report.startCell('value', header('value') ?? 'value')
    values.value = factReader(
      item,
      text('unit') ?? columns.find((column) => column.key === 'value')?.unit ?? layout.units[0] ?? null,
    )(row.cells[index], report)
  }
}
