/** One half of a coordinate as a number: decimal degrees, 103°47′46″, E103.79, or metres of a projected system. */
import type { Cell } from '../../sources/raw-table'
import { halfWidth } from '../words'

/** NaN: something stands there that is no coordinate. null: blank. */
export function readAngle(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell
  if (cell === null || cell === undefined) return null
  if (typeof cell !== 'string') return NaN
  if (cell.length > 60) return NaN
  if (plain.test(cell)) return Number(cell)
  const text = signs(cell)
  if (text === '' || /^[-/无]+$|^暂无$|^不详$|^未知$/.test(text)) return null
  const match = /^([EWNS]?)(-?)([\d.]+(?:E[+-]?\d+)?)(?:[°d:]([\d.]+)?(?:['m:]([\d.]+)?(?:"|''|s)?)?)?([EWNS]?)$/i.exec(
    text,
  )
  if (!match || (match[1] !== '' && match[6] !== '')) return NaN
  const [, lead = '', minus, degrees = '', minutes, seconds, end = ''] = match
  const m = Number(minutes ?? 0)
  const s = Number(seconds ?? 0)
  if (!(m < 60) || !(s < 60)) return NaN
  const size = Number(degrees) + m / 60 + s / 3600
  return minus === '-' || /[WS]/i.test(lead + end) ? -size : size
}

/** Both halves from one cell, in the order written; null when blank, NaN where unreadable. */
export function readPair(cell: Cell | undefined): readonly [number, number] | null {
  if (cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')) return null
  if (typeof cell !== 'string' || cell.length > 120) return [NaN, NaN]
  const point = /^\s*POINT\s*\(\s*([-\d.eE+]+)\s+([-\d.eE+]+)\s*\)\s*$/i.exec(cell)
  if (point) return [Number(point[1]), Number(point[2])]
  const text = halfWidth(cell)
    .trim()
    .replace(/^[([{]|[)\]}]$/g, '')
    .replace(/^(?:经纬度|坐标)[::]?/, '')
  const split = /[,、;|/]/.test(text) ? text.split(/\s*[,、;|/]\s*/) : text.split(/\s+(?=[EWNS东西北南-]?\d)/i)
  const parts = split
    .map((part) =>
      part.replace(/^(?:经度|纬度|lng|lat|x|y|东经(?=.)|北纬(?=.))[::=]?/i, (word) =>
        /东经|北纬/.test(word) ? word : '',
      ),
    )
    .filter((part) => part !== '')
  if (parts.length !== 2) return signs(text) === '' || /^[-—/无]+$|^暂无$/.test(text) ? null : [NaN, NaN]
  return [readAngle(parts[0]) ?? NaN, readAngle(parts[1]) ?? NaN]
}

/** True when the text of either half says which it is (E, 东经): the order is then written. */
export const saysNorthFirst = (cell: string): boolean => /^\s*[([]?\s*(?:N|北纬|纬度|lat)/i.test(halfWidth(cell))

const plain = /^-?\d+(?:\.\d+)?$/

/** Every way of writing degrees, minutes and seconds -> ° ' " and E W N S. */
function signs(cell: string): string {
  return halfWidth(cell)
    .replace(/\s+/g, '')
    .replace(/^'(?=\d)/, '')
    .replace(/[−–—]/g, '-')
    .replace(/东经|东/g, 'E')
    .replace(/西经|西/g, 'W')
    .replace(/北纬|北/g, 'N')
    .replace(/南纬|南/g, 'S')
    .replace(/[º˚度]/g, '°')
    .replace(/[′‵’‘´`分ʹ]/g, "'")
    .replace(/[″‶”“秒ʺ]/g, '"')
    .replace(/''/g, '"')
}
