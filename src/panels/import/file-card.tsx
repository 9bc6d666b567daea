/** One file: what it is, what of it is used, what is wrong with it. */
import type { FileSummary, TableSummary } from '../../compute/file-summary'
import { formatNumber } from '../../text/numbers'
import { ImportCrs, isCrsAsked } from './import-crs'
import { PreviewTable } from './preview-table'
import { ProblemList } from './problem-list'
import { useSay, useSayWalk } from '../use-app'

export function FileCard({ file }: { readonly file: FileSummary }) {
  const { say } = useSay()
  const { sayWalk } = useSayWalk()
  return (
    <section className="file-card" aria-label={file.file}>
      <h3>{file.file}</h3>
      {file.settings && <p className="note">{say('import.settings')}</p>}
      {file.role && <p className="note">{sayWalk(`import.${file.role}`)}</p>}
      {!file.settings && !file.role && file.tables.length === 0 && <p className="note wrong">{say('import.notRead')}</p>}
      {file.tables.map((table) => (
        <Table key={table.sheet ?? ''} file={file.file} table={table} placeless={table.crs === null && !isCrsAsked(file)} />
      ))}
      <ImportCrs file={file} />
      {file.problems.length > 0 ? (
        <>
          <h4>{say('import.problems', { n: formatNumber(file.problems.length) })}</h4>
          <ProblemList problems={file.problems} withFile={false} />
        </>
      ) : (
        !file.settings && <p className="note">{say('import.noProblems')}</p>
      )}
    </section>
  )
}

function Table({ file, table, placeless }: { readonly file: string; readonly table: TableSummary; readonly placeless: boolean }) {
  const { say } = useSay()
  const { counts } = table
  const facts: readonly (readonly [string, string])[] = [
    [say('import.format'), table.format.toUpperCase()],
    ...(table.sheet ? [[say('import.sheet'), table.sheet] as const] : []),
    ...(table.encoding ? [[say('import.encoding'), table.encoding.toUpperCase()] as const] : []),
    ...(placeless ? [[say('import.crs'), say('import.crsNone')] as const] : []),
  ]
  return (
    <div className="file-table">
      <p className={table.ledger ? 'ledger-name' : 'ledger-name wrong'}>{say(`import.ledger.${table.ledger ?? 'none'}`)}</p>
      <dl className="file-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {table.headerRows.length > 0 && (
          <div>
            <dd>{say('import.header', { rows: [...new Set([table.headerRows[0], table.headerRows[table.headerRows.length - 1]])].join('–') })}</dd>
          </div>
        )}
      </dl>
      <p className="figures row-counts" title={say('import.countsNames')}>
        {say('import.counts', { rows: formatNumber(counts.in), used: formatNumber(counts.used), setAside: formatNumber(counts.setAside), blank: formatNumber(counts.blank) })}
      </p>
      {table.setAside.length > 0 && (
        <p className="note figures">
          {say('import.setAside')} {table.setAside.map(({ why, rows }) => `${say(`import.setAside.${why}`)} ${rowsText(rows)}`).join(' · ')}
        </p>
      )}
      {table.ledger && table.preview.length > 0 && <PreviewTable file={file} table={table} />}
    </div>
  )

  function rowsText(rows: readonly number[]): string {
    const some = rows.slice(0, 8).join('、')
    return say('place.row', { row: rows.length > 8 ? `${some}…` : some })
  }
}
