/** Codes and ids: digits kept as text. What a spreadsheet made into 5.30302E+11 is refused, since digits are lost. */
import type { Cell } from '../../sources/raw-table'
import { halfWidth } from '../words'
import { cellText, isEmpty, isError, numberText, saysNothing, withoutApostrophe, type CellReport } from './cell'

export function readCode(cell: Cell | undefined, report: CellReport): string | null {
  if (isEmpty(cell) || isError(cell, report)) return null
  if (typeof cell === 'number') {
    // Beyond 15 digits a spreadsheet has put zeros in place of the last ones (18-character credit codes).
    if (Math.abs(cell) >= 1e15) return refused(String(cell), report)
    return numberText(cell)
  }
  const raw = withoutApostrophe(cellText(cell))
  if (plainCode.test(raw)) return raw
  if (saysNothing(raw)) return null
  if (scientific.test(halfWidth(raw))) return refused(raw, report)
  const half = halfWidth(raw)
  if (/^\d+\.0+$/.test(half)) return half.replace(/\.0+$/, '')
  // Names stand in the same columns as codes: only what is all ASCII after folding is folded.
  return /^[\x20-\x7e]+$/.test(half) ? half.replace(/\s+/g, /[A-Za-z]\s+[A-Za-z]/.test(half) ? ' ' : '') : raw
}

function refused(raw: string, report: CellReport): null {
  report.problem('number-like-id', 'error', raw)
  return null
}

const plainCode = /^\d{1,15}$|^[A-Za-z]+-?\d[\w-]*$/
const scientific = /^\d(?:\.\d+)?E\+\d{1,3}$|^\d\.\d+E\d{1,3}$/i
