/** A number with its unit: '1,200㎡', '约120', '0.5亩', '30余张'. Unknown is null; a blank is never 0. */
import type { Cell } from '../../sources/raw-table'
import { fits, scaleOf, unitOf, type Dimension, type Unit } from '../units'
import { halfWidth } from '../words'
import { cellText, isEmpty, isError, saysNothing, withoutApostrophe, type CellReport } from './cell'

/** unit: of the header or unit row, as written; used where the cell has none of its own. */
export type QuantityColumn = { readonly dimension: Dimension; readonly unit: Unit | null }

/** In m², yuan, metres or whole things; null when blank or unreadable (said). */
export function readQuantity(cell: Cell | undefined, column: QuantityColumn, report: CellReport): number | null {
  if (typeof cell === 'number') return checked(cell, cell, column, null, report)
  if (isEmpty(cell) || isError(cell, report)) return null
  const raw = cellText(cell)
  if (typeof cell !== 'string') return unreadable(raw, report)
  if (plainNumber.test(raw)) return checked(Number(raw), raw, column, null, report)
  if (saysNothing(raw)) return null
  return raw.length > longest ? unreadable(`${raw.slice(0, longest)}…`, report) : readText(raw, column, report)
}

function readText(raw: string, column: QuantityColumn, report: CellReport): number | null {
  let text = halfWidth(withoutApostrophe(raw))
    .replace(/\s+/g, '')
    .replace(/[。;；]$/, '')
    .replace(/[—–－―−]/g, '-')
  let approximate = false
  const remark = /^([^(]*\d[^(]*)\([^)]*\)$/.exec(text)
  const remarkUnit = remark ? /\(([^)]*)\)$/.exec(text)?.[1] : undefined
  if (remark && remarkUnit !== undefined) {
    approximate = unitOf(remarkUnit) === null
    text = remark[1]! + (approximate ? '' : remarkUnit)
  }
  if (range.test(text)) {
    report.mark('range', raw)
    report.problem('number-range', 'warning', raw)
    return null
  }
  const lead =
    /^(?:大约|约为|约|将近|接近|近|超过|超|逾|不足|不到|大概|至少|最多|共计|共有|共|计|>=|<=|>|<|≥|≤|~|±)+/.exec(text)
  if (lead) {
    approximate ||= !/^(?:共计|共有|共|计)+$/.test(lead[0])
    text = text.slice(lead[0].length)
  }
  const tail = /(?:左右|上下|以上|以下|以内|余|多|\+|不等|许)$/.exec(text)
  if (tail) {
    approximate = true
    text = text.slice(0, -tail[0].length)
  }
  const match =
    /^([+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,2})?)(十万|百万|千万|十|百|千|万|亿)?(余|多|来|几)?(.*)$/i.exec(
      text,
    )
  if (!match) return unreadable(raw, report)
  const [, digits, scale, about, rest] = match
  if (about) approximate = true
  const value = numberOf(digits!)
  if (value === null) return unreadable(raw, report)
  const unit = rest === '' || rest === undefined ? null : unitOf(rest.replace(/^(?:余|多)/, ''))
  if (rest !== '' && rest !== undefined && unit === null) return unreadable(raw, report)
  const scaled = scale
    ? { dimension: unit?.dimension ?? scaledDimension(column), factor: scaleOf(scale)! * (unit?.factor ?? 1) }
    : unit
  const result = checked(value, raw, column, scaled, report)
  if (result !== null && approximate) {
    report.mark('approximate', raw)
    report.problem('number-approximate', 'warning', raw)
  }
  return result
}

/** '1.2万' alone counts in the column's own base unit: m² for areas, yuan for money. */
const scaledDimension = (column: QuantityColumn): Dimension => (column.dimension === 'land' ? 'area' : column.dimension)

function checked(
  value: number,
  raw: string | number,
  column: QuantityColumn,
  own: Unit | null,
  report: CellReport,
): number | null {
  if (!Number.isFinite(value)) return unreadable(String(raw), report)
  if (value < 0) {
    report.problem('number-negative', 'warning', String(raw))
    return null
  }
  const unit = own ?? column.unit
  if (unit === null) return value
  if (!fits(unit, column.dimension)) {
    report.problem('unit-wrong', 'warning', String(raw))
    return null
  }
  if (unit.factor === 1) return value
  if (!Number.isFinite(value * unit.factor)) return unreadable(String(raw), report)
  report.mark('unit-converted', String(raw))
  return rounded(value * unit.factor)
}

/** Takes away the dust of binary multiplication: 1.1 × 10000 is 11000. */
const rounded = (value: number): number => Number(value.toPrecision(12))

function numberOf(digits: string): number | null {
  // Commas only where they group: by three (1,200) or, rarely, by four (1,2000).
  if (
    digits.includes(',') &&
    !/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) &&
    !/^[+-]?\d{1,4}(?:,\d{4})+(?:\.\d+)?$/.test(digits)
  )
    return null
  const value = Number(digits.replaceAll(',', ''))
  return Number.isNaN(value) ? null : value
}

function unreadable(raw: string, report: CellReport): null {
  report.problem('number-unreadable', 'warning', raw)
  return null
}

/** A figure with its unit and remark is short; a longer text is prose, and not worth a slow search. */
const longest = 60
const plainNumber = /^\d+(?:\.\d+)?$/
const range = /^(?:约)?\d[\d,.]*(?:万|[^\d\s.,~至到-]{0,4})?(?:-+|~+|至|到)\d[\d,.]*/
