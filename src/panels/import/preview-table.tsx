/** The first rows as they were understood; what each column is stands in the header and can be changed there. */
import type { TableSummary } from '../../compute/file-summary'
import { mapColumn } from '../../state/commands/change-import'
import { ledgers } from '../../tables/ledgers'
import { columnName, valueName } from '../../text/keys'
import { formatNumber } from '../../text/numbers'
import { useApp, useSay } from '../use-app'

export function PreviewTable({ file, table }: { readonly file: string; readonly table: TableSummary }) {
  const { say, language } = useSay()
  return (
    <details className="preview">
      <summary>{say('import.preview', { n: formatNumber(table.preview.length) })}</summary>
      <div className="preview-scroller" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('import.row')}</th>
              {table.columns.map((column) => (
                <th key={column.index} scope="col" className={column.key === null ? 'unused' : undefined}>
                  <span className="header-text">
                    {column.header}
                    {column.unit ? ` ${column.unit}` : ''}
                  </span>
                  {column.personal ? <span className="note">{say('import.personal')}</span> : <ColumnChoice file={file} table={table} header={column.header} chosen={column.key} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.preview.map((row) => (
              <tr key={row.row}>
                <th scope="row">{row.row}</th>
                {row.cells.map((cell, index) => {
                  const key = table.columns[index]?.key
                  const mark = row.marks.find(({ column }) => column === key)
                  return (
                    <td key={index} className={mark ? 'marked' : undefined} title={mark ? say('import.mark', { raw: mark.raw }) : undefined}>
                      {cell === null ? '' : key ? cell.split('; ').map((part) => valueName(language, key, part)).join('、') : cell}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function ColumnChoice({ file, table, header, chosen }: { readonly file: string; readonly table: TableSummary; readonly header: string; readonly chosen: string | null }) {
  const app = useApp()
  const { say, language } = useSay()
  const ledger = ledgers.find(({ name }) => name === table.ledger)
  const fact = chosen?.startsWith('fact:') ? chosen : null
  return (
    <select aria-label={`${say('import.mapping')} ${header}`} value={chosen ?? ''} title={chosen === null ? say('import.asIsHint') : undefined} onChange={(event) => void mapColumn(app, file, header, event.currentTarget.value)}>
      <option value="">{say('import.asIs')}</option>
      {fact && <option value={fact}>{header}</option>}
      {ledger?.columns.map(({ key }) => (
        <option key={key} value={key}>
          {columnName(language, key)}
        </option>
      ))}
    </select>
  )
}
