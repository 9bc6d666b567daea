/** Which files of the present study give way to new ones: those with the same ledger in the same manner (sheet or map). */
import type { FileSummary } from '../compute/file-summary'
import type { Study } from '../model/study'

/** A roster and its boundaries are one ledger in two files; new boundaries must not push the roster out. */
const sheetFormats: readonly string[] = ['csv', 'xlsx', 'xls', 'json']
const manner = (format: string): 'sheet' | 'map' => (sheetFormats.includes(format) ? 'sheet' : 'map')

export function replacedFiles(study: Pick<Study, 'tables'>, added: readonly FileSummary[]): string[] {
  const brought = new Set(added.flatMap(({ tables }) => tables.filter(({ ledger }) => ledger !== null).map(({ ledger, format }) => `${ledger} ${manner(format)}`)))
  const old = study.tables.filter(({ ledger, format }) => ledger !== null && brought.has(`${ledger} ${manner(format)}`)).map(({ file }) => file)
  return [...new Set(old)].sort()
}
