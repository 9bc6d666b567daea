/** Words for kind and level that need more than a list: a known word inside a longer one, a word for either of two levels. */
import { cellText, isEmpty, isError, saysNothing, type CellReport } from './cells/cell'
import { wordReader, type WordReader } from './cells/word'
import { isStreetOrCommunity, proposeKind } from './kind-of-facility'
import { eitherLevelWords } from './vocabularies'
import { plainText } from './words'

/** The type column: an exact word, else the longest known word inside ('社区照顾关怀据点 10个时段'), marked. */
export function kindReader(words: Readonly<Record<string, readonly string[]>>): WordReader {
  const inside = Object.entries(words)
    .flatMap(([code, written]) =>
      written.filter((word) => word.length >= 3).map((word) => ({ code, word: plainText(word) })),
    )
    .sort((a, b) => b.word.length - a.word.length)
  const exact = wordReader(words)
  const silent: CellReport = { problem: () => undefined, mark: () => undefined }
  return (cell, report) => {
    const known = exact(cell, silent)
    if (known !== null) return known
    if (isEmpty(cell) || isError(cell, report) || saysNothing(cellText(cell))) return null
    const raw = cellText(cell)
    const plain = plainText(raw)
    const part = inside.find(({ word }) => plain.includes(word))
    if (!part) return exact(cell, report)
    report.mark('assumed', raw)
    return part.code
  }
}

/** The level column; a word for two levels gives both, joined by a blank, until the unit's name decides (decideLevel). */
export function levelReader(words: Readonly<Record<string, readonly string[]>>): WordReader {
  return wordReader({ ...words, ...eitherLevelWords })
}

/** Of 'town township' the one that a name's ending tells; null when no name tells. */
export function decideLevel(level: string, names: readonly (string | null)[]): string | null {
  const among = level.split(' ')
  for (const name of names) {
    const found =
      name === null
        ? undefined
        : endings.find(([pattern, code]) => among.includes(code) && pattern.test(plainText(name)))
    if (found) return found[1]
  }
  return null
}

export type KindDecision = { readonly kind: string | null; readonly assumed: boolean }

/** The kind of a facility when all that the row says is known. typeText: what the type column holds; null when blank or absent. */
export function decideKind(
  kind: string | null,
  typeText: string | null,
  level: string | null,
  name: string | null,
): KindDecision {
  if (kind !== null) {
    if (kind !== 'COMM' || typeText === null || !isStreetOrCommunity(plainText(typeText)))
      return { kind, assumed: false }
    if (level === 'subdistrict') return { kind: 'STREET', assumed: false }
    const street = level === null && name !== null && proposeKind(plainText(name)) === 'STREET'
    return street ? { kind: 'STREET', assumed: true } : { kind, assumed: false }
  }
  const proposed = name === null ? null : proposeKind(plainText(name))
  return { kind: proposed, assumed: proposed !== null }
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/街道(?:办事处|办)?(?:$|[^级])/, 'subdistrict'],
  [/镇(?:人民政府|政府)?(?:$|[^街])/, 'town'],
  [/(?:乡|苏木)/, 'township'],
  [/(?:社区|居委会|居民委员会)$/, 'community'],
  [/(?:村|村委会|村民委员会|嘎查)$/, 'village'],
  [/社区|居委会/, 'community'],
  [/村/, 'village'],
]
