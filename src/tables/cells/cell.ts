/** What every cell reader shares: the text of a cell, what counts as blank, and where repairs and doubts are told. */
import type { ProblemCode, Severity } from '../../problem'
import type { Cell } from '../../sources/raw-table'
import type { CellMark } from '../ledger'
import { cleanText, plainText } from '../words'

/** Told about one cell; the row and column are known to whoever made it. */
export type CellReport = {
  readonly problem: (code: ProblemCode, severity: Severity, detail: string) => void
  readonly mark: (code: CellMark['code'], raw: string) => void
}

/** Nothing stands in the cell at all (a dash is content, though it may mean unknown). */
export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && (cell === '' || cell.trim() === ''))

/** The cell as a person sees it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cleanText(cell)
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return 'date' in cell ? cell.date : cell.error
}

/** Digits without an exponent: 530302001001, never 5.303e11. */
export const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)

/** Words that say that nothing is known or nothing was written: unknown, never 0 (DOMAIN C2). */
export const saysNothing = (text: string): boolean => nothing.has(text) || nothing.has(plainText(text))

const nothing = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '――',
  '－',
  '/',
  '//',
  '\\',
  '／',
  '.',
  '…',
  '...',
  '……',
  '*',
  '无',
  '暂无',
  '不详',
  '未知',
  '不清楚',
  '不明',
  '未统计',
  '暂未统计',
  '未填',
  '未填报',
  '无数据',
  '暂无数据',
  '缺',
  '缺失',
  '空',
  '待定',
  '待核实',
  '待查',
  '待补充',
  '待统计',
  'n/a',
  'na',
  'nan',
  'null',
  'none',
  'nil',
  'unknown',
  '(空)',
  '(无)',
  '?',
  '？',
])

/** '= + - @' of a spreadsheet's text mark: a leading apostrophe is not part of the text. */
export const withoutApostrophe = (text: string): string => (/^['‘’`](?=.)/.test(text) ? text.slice(1) : text)

/** A formula error stands in the cell: said, and null. Text forms occur in CSV. */
export function isError(cell: Cell | undefined, report: CellReport): boolean {
  const error =
    typeof cell === 'object' && cell !== null && 'error' in cell
      ? cell.error
      : typeof cell === 'string' && errorText.test(cell)
        ? cell.trim()
        : null
  if (error !== null) report.problem('cell-error', 'warning', error)
  return error !== null
}

const errorText = /^\s*#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!)\s*$/i
