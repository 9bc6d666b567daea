/** How the cells of one column are read: by the column's kind, its words and the unit that stands over it. */
import type { Cell } from '../sources/raw-table'
import { readAngle } from './cells/angle'
import { cellText, isEmpty, isError, saysNothing, type CellReport } from './cells/cell'
import { readCode } from './cells/code'
import { readDate } from './cells/date'
import { readQuantity } from './cells/quantity'
import { readNames, wordListReader, wordReader } from './cells/word'
import { readYesNo } from './cells/yes-no'
import type { FactItem } from './fact-items'
import { kindReader, levelReader } from './facility-words'
import type { LedgerColumn, LedgerValue, LngLat } from './ledger'
import { fits, unitOf, type Dimension, type Unit } from './units'
import { serviceWords, tenServices } from './vocabularies'
import { plainText } from './words'

export type CellReader = (cell: Cell | undefined, report: CellReport) => LedgerValue

/** header: as matched, for what only the header says (民国, 是否老旧). unit: of the header, the unit row or the sheet. */
export function columnReader(column: LedgerColumn, header: string, unit: string | null): CellReader {
  switch (column.kind) {
    case 'text':
      return readText
    case 'code':
      return readCode
    case 'count':
    case 'area':
    case 'land':
    case 'money':
    case 'number':
      return quantityReader(column.kind === 'number' ? 'length' : column.kind, unit)
    case 'date': {
      const minguo = /民[国國]/.test(header)
      return (cell, report) => readDate(cell, report, minguo)
    }
    case 'yes-no': {
      const keepDate = column.key === 'done'
      return (cell, report) => readYesNo(cell, report, keepDate)
    }
    case 'word':
      return wordColumn(column, plainText(header))
    case 'list':
      return column.words
        ? wordListReader(serviceWords, { 十助: tenServices, 十助服务: tenServices, 全部: tenServices })
        : readNames
    case 'points':
      return readPoints
    case 'lng':
    case 'lat':
      return readAngle
  }
}

/** A stated figure by the item's own unit; a date item may also say no (未提交), SETTLED 34. */
export function factReader(item: FactItem, unit: string | null): CellReader {
  switch (item.unit) {
    case 'yes-no': {
      // The day on which a step of 四同步 was taken is worth more than that it was.
      const keepDate = item.key.startsWith('sync-')
      return (cell, report) => readYesNo(cell, report, keepDate)
    }
    case 'date':
      return (cell, report) =>
        typeof cell === 'string' && /^(?:否|无|×|未.*|没有.*|no)$/i.test(cell.trim()) ? false : readDate(cell, report)
    case 'text':
      return readText
    case 'm2':
      return quantityReader(item.key === 'care-land-m2' ? 'land' : 'area', unit)
    case 'yuan':
      return quantityReader('money', unit)
    default:
      return quantityReader('count', unit)
  }
}

/** The unit over a column as we use it: null where none or not a unit of quantity. */
export function quantityReader(dimension: Dimension, unit: string | null): CellReader {
  const known: Unit | null = unit === null ? null : unitOf(unit)
  const column = { dimension, unit: known }
  return (cell, report) => readQuantity(cell, column, report)
}

/** Of the units stated for a whole sheet, the one for this dimension. */
export const sheetUnit = (units: readonly string[], dimension: Dimension): string | null =>
  units.find((unit) => fits(unitOf(unit)!, dimension) || unitOf(unit)!.dimension === dimension) ?? null

export const dimensionOf = (column: LedgerColumn): Dimension | null =>
  column.kind === 'count' || column.kind === 'area' || column.kind === 'land' || column.kind === 'money'
    ? column.kind
    : column.kind === 'number'
      ? 'length'
      : null

const readText: CellReader = (cell, report) => {
  if (isEmpty(cell) || isError(cell, report)) return null
  const text = cellText(cell)
  return saysNothing(text) ? null : text
}

/** Columns whose header asks a question (是否运营) are answered with yes or no. */
function wordColumn(column: LedgerColumn, header: string): CellReader {
  const words = column.words ?? {}
  if (column.key === 'kind') return kindReader(words)
  if (column.key === 'level') return levelReader(words)
  const read = wordReader(words)
  const answers: readonly (string | null)[] | null =
    column.key === 'stage' && header.includes('是否')
      ? ['operating', 'closed']
      : column.key === 'age' && header.includes('老旧') && !header.includes('新')
        ? ['old', null]
        : null
  if (!answers) return read
  return (cell, report) => {
    const plain = plainText(cellText(cell))
    const answer = /^(?:是|有|√|✓|1|y|yes)$/.test(plain)
      ? answers[0]
      : /^(?:否|无|×|0|n|no|不是|非)$/.test(plain)
        ? answers[1]
        : undefined
    return answer === undefined ? read(cell, report) : answer
  }
}

/** 'lng lat; lng lat' as written; the system is applied with the table's positions. */
const readPoints: CellReader = (cell, report) => {
  if (isEmpty(cell) || isError(cell, report)) return null
  const text = cellText(cell)
  if (saysNothing(text)) return null
  const points: LngLat[] = []
  for (const part of text.split(/[;；|\n]+/).map((each) => each.trim())) {
    if (part === '') continue
    const halves = part
      .replace(/[()（）[\]]/g, '')
      .split(/[,，、\s]+/)
      .filter((half) => half !== '')
      .map(readAngle)
    const [a, b] = halves
    if (halves.length !== 2 || typeof a !== 'number' || typeof b !== 'number' || Number.isNaN(a) || Number.isNaN(b)) {
      report.problem('position-unreadable', 'warning', part)
      continue
    }
    points.push([a, b])
  }
  return points.length > 0 ? points : null
}
