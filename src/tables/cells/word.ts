/** A cell that holds one of a vocabulary's words, or several of them. */
import type { Cell } from '../../sources/raw-table'
import { plainText } from '../words'
import { cellText, isEmpty, isError, saysNothing, type CellReport } from './cell'

export type WordReader = (cell: Cell | undefined, report: CellReport) => string | null

/** Code of a written word; the code itself is always a word. Unknown words are null, marked with what stood there. */
export function wordReader(words: Readonly<Record<string, readonly string[]>>): WordReader {
  const codes = codesOf(words)
  return (cell, report) => {
    if (isEmpty(cell) || isError(cell, report)) return null
    const raw = cellText(cell)
    const plain = raw.length > longest ? '' : plainText(raw)
    const code =
      codes.get(plain) ??
      codes.get(plain.replace(/\([^)]*\)/g, '')) ??
      codes.get(plain.replace(/^\d{1,2}[.、:-]?|等$/g, ''))
    if (code !== undefined) return code
    if (saysNothing(raw)) return null
    report.problem('word-unknown', 'warning', raw)
    report.mark('word-unknown', raw)
    return null
  }
}

/** Codes of the words that a free text names, in the order of the vocabulary; unknown words are marked, not lost. */
export function wordListReader(
  words: Readonly<Record<string, readonly string[]>>,
  wholes: Readonly<Record<string, readonly string[]>> = {},
): (cell: Cell | undefined, report: CellReport) => readonly string[] | null {
  const codes = codesOf(words)
  const longest = [...codes.keys()].filter((word) => word.length > 1).sort((a, b) => b.length - a.length)
  return (cell, report) => {
    if (isEmpty(cell) || isError(cell, report)) return null
    const raw = cellText(cell)
    if (saysNothing(raw)) return null
    const found = new Set<string>()
    const unknown: string[] = []
    for (const part of raw.split(separators)) {
      const plain = plainText(part)
        .replace(/等(?:服务|服务项目|内容|项目)?$/, '')
        .replace(
          /^(?:提供|开展|包括|包含|含|主要|主要有|有|其他|以及|及|和|\d{1,2}[.:]|[一二三四五六七八九十]、)+(?=.)/,
          '',
        )
        .replace(/服务$/, '')
      if (plain === '') continue
      const whole = Object.hasOwn(wholes, plain) ? wholes[plain] : undefined
      const code = codes.get(plain)
      const held = whole ?? (code === undefined ? heldWords(plain, longest, codes) : [code])
      if (held.length === 0) unknown.push(part.trim())
      for (const each of held) found.add(each)
    }
    if (unknown.length > 0) report.mark('word-unknown', unknown.join('、'))
    return Object.keys(words).filter((code) => found.has(code))
  }
}

/** Names split as people list them; an id or a path of names stays whole. */
export function readNames(cell: Cell | undefined, report: CellReport): readonly string[] | null {
  if (isEmpty(cell) || isError(cell, report)) return null
  const raw = cellText(cell)
  if (saysNothing(raw)) return null
  const source = typeof cell === 'string' ? cell : raw
  const blanks = /[\u4e00-\u9fff]\s+[\u4e00-\u9fff]/.test(source) ? /[、，,;；|\s]+/ : /[、，,;；|\r\n\t]+/
  return source
    .split(blanks)
    .map((name) => name.trim().replace(/(?<=.)等$/, ''))
    .filter((name) => name !== '' && !saysNothing(name))
}

/** No word of a vocabulary is longer. */
const longest = 80
const separators = /[、，,;；/|+＋\s·。]+|和(?=助)|及(?=助)/

/** Every known word inside a longer one: '助餐助浴助洁'. */
function heldWords(plain: string, longest: readonly string[], codes: ReadonlyMap<string, string>): string[] {
  const held: string[] = []
  let rest = plain
  for (const word of longest) {
    if (!rest.includes(word)) continue
    held.push(codes.get(word)!)
    rest = rest.replaceAll(word, ' ')
  }
  return held
}

function codesOf(words: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  const codes = new Map<string, string>()
  for (const code of Object.keys(words)) codes.set(plainText(code), code)
  for (const [code, written] of Object.entries(words))
    for (const word of written) if (!codes.has(plainText(word))) codes.set(plainText(word), code)
  return codes
}
