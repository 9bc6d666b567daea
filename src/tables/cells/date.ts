/** Dates as precise as they were written: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', never more. */
import type { Cell } from '../../sources/raw-table'
import { halfWidth } from '../words'
import { cellText, isEmpty, isError, saysNothing, type CellReport } from './cell'

/** null when blank or unreadable (said with what stood there). minguo: the header says 民国. */
export function readDate(cell: Cell | undefined, report: CellReport, minguo = false): string | null {
  if (isEmpty(cell) || isError(cell, report)) return null
  const raw = cellText(cell)
  if (typeof cell === 'string' && saysNothing(raw)) return null
  const date = dateOf(cell ?? null, true, minguo)
  if (date === null || date.value === null) {
    report.problem('date-unreadable', 'warning', raw.slice(0, 80))
    return null
  }
  if (date.mark) report.mark(date.mark, raw)
  return date.value
}

export type DateReading = { readonly value: string | null; readonly mark?: 'assumed' | 'approximate' }

/** serials: whether a bare number may be a spreadsheet's day number. null: nothing like a date. */
export function dateOf(cell: Cell, serials: boolean, minguo = false): DateReading | null {
  if (typeof cell === 'number') return ofNumber(cell, serials)
  if (cell === null || typeof cell === 'boolean') return null
  if (typeof cell === 'object') return 'date' in cell ? ofText(cell.date, false) : null
  if (cell.length > 40) return null
  const text = withDigits(
    halfWidth(cell)
      .replace(/^'/, '')
      .replace(/\s*[Tt ]\s*\d{1,2}:\d{2}.*$/, '')
      .replace(/\s+/g, ''),
  )
  if (serials && /^\d{5}(?:\.\d+)?$/.test(text)) return ofNumber(Number(text), true)
  return ofText(text, minguo)
}

function ofText(text: string, minguo: boolean): DateReading | null {
  const roc =
    /^(?:中[华華]民[国國]|民[国國])(元|\d{1,3})(.*)$/.exec(text) ??
    (minguo ? /^(\d{2,3})([年./-].*)$/.exec(text) : null)
  if (roc) return ofText(`${1911 + (roc[1] === '元' ? 1 : Number(roc[1]))}${roc[2]}`, false)
  let rest = text
  let mark: DateReading['mark']
  const before = /(?:之前|以前|前|止)$/.exec(rest)
  if (before) {
    rest = rest.slice(0, -before[0].length)
    mark = 'assumed'
  }
  // 年底 and 年末 are December; 月底, 上旬 and the like keep the month.
  const vague = /^(.*年)(底|末|终)$/.exec(rest)
  if (vague) return withMark(calendar(vague[1]!.replace('年', ''), '12', undefined), 'approximate')
  const part = /^(.*月)(?:初|底|末|上旬|中旬|下旬|份)$/.exec(rest)
  if (part) {
    rest = part[1]!
    if (!/份$/.test(text)) mark = 'approximate'
  }
  const match =
    /^(\d{4})(?:[年./-](\d{1,2})(?:[月./-](\d{1,2})[日号]?|月)?|年)?$/.exec(rest) ??
    /^(\d{4})(\d{2})(\d{2})?$/.exec(rest)
  return match ? withMark(calendar(match[1]!, match[2], match[3]), mark) : null
}

function ofNumber(value: number, serials: boolean): DateReading | null {
  if (Number.isInteger(value)) {
    if (value >= 1900 && value <= 2100) return { value: String(value) }
    if (value >= 190001 && value <= 210012)
      return calendar(String(value).slice(0, 4), String(value).slice(4), undefined)
    if (value >= 19000101 && value <= 21001231)
      return calendar(String(value).slice(0, 4), String(value).slice(4, 6), String(value).slice(6))
  }
  // Day numbers of the 1900 system from 1950 to 2099.
  if (serials && value >= 18264 && value < 73051)
    return {
      value: new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86400000).toISOString().slice(0, 10),
      mark: 'assumed',
    }
  const dotted = /^((?:19|20)\d{2})\.(\d{1,2})$/.exec(String(value))
  if (!dotted) return null
  // The number 2018.1 was typed as 2018.1 or 2018.10: only the year is sure.
  return dotted[2] === '1' ? { value: dotted[1]!, mark: 'approximate' } : calendar(dotted[1]!, dotted[2], undefined)
}

/** A month and day that exist, else a reading without a value. */
function calendar(year: string, month: string | undefined, day: string | undefined): DateReading {
  const y = Number(year)
  if (!(y >= 1900 && y <= 2100)) return { value: null }
  if (month === undefined) return { value: year }
  const m = Number(month)
  if (!(m >= 1 && m <= 12)) return { value: null }
  if (day === undefined) return { value: `${year}-${String(m).padStart(2, '0')}` }
  const d = Number(day)
  if (!(d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) return { value: null }
  return { value: `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` }
}

const withMark = (reading: DateReading, mark: DateReading['mark']): DateReading =>
  mark && reading.value !== null ? { ...reading, mark } : reading

/** 二〇一八年六月十五日 -> 2018年6月15日. */
function withDigits(text: string): string {
  if (!/[〇零○一二三四五六七八九十元]/.test(text)) return text
  return text
    .replace(
      /^((?:中[华華])?民[国國])?([〇零○Oo一二三四五六七八九十百]+)年/,
      (_, roc: string | undefined, digits: string) =>
        `${roc ?? ''}${roc ? smallNumber(digits) : [...digits].map(digitOf).join('')}年`,
    )
    .replace(/([一二三四五六七八九十]{1,3})(?=[月日号])/g, (digits) => String(smallNumber(digits)))
}

const digitOf = (character: string): string => {
  const at = '零一二三四五六七八九'.indexOf(character)
  return at >= 0 ? String(at) : /[〇○Oo]/.test(character) ? '0' : character
}

/** 一 … 一百一十三; digits without 十 are read one by one. */
function smallNumber(text: string): number {
  const hundreds = /^(.)百(.*)$/.exec(text)
  const below = hundreds ? hundreds[2]!.replace(/^零/, '') : text
  const tens = /^(.?)十(.?)$/.exec(below)
  const ones = tens
    ? Number(tens[1] ? digitOf(tens[1]) : 1) * 10 + Number(tens[2] ? digitOf(tens[2]) : 0)
    : Number([...below].map(digitOf).join('') || 0)
  return (hundreds ? Number(digitOf(hundreds[1]!)) * 100 : 0) + ones
}
