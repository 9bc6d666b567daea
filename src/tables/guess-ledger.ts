/** Which ledger a table is: its file's or sheet's name proposes, its columns weigh. */
import type { RawTable } from '../sources/raw-table'
import { matchColumns, type HeaderPath } from './match-columns'
import type { Ledger, LedgerName } from './ledger'
import { ledgers } from './ledgers'
import { plainText } from './words'

/** null when the columns are those of no ledger. */
export function guessLedger(
  raw: RawTable,
  headers: readonly HeaderPath[],
  byHand: Readonly<Record<string, string>> = {},
): LedgerName | null {
  const file = stemOf(raw.file)
  const sheet = raw.sheet === null ? '' : plainText(raw.sheet)
  const geometry = geometryOf(raw)
  let best: { name: LedgerName; score: number } | null = null
  for (const ledger of ledgers) {
    const { columns, score } = matchColumns(ledger, headers, byHand)
    const keys = new Set(columns.map(({ key }) => key))
    const hasNeeds =
      ledger.needs.length === 0 ? geometry === 'line' || keys.has('lengthM') : ledger.needs.some((key) => keys.has(key))
    if (!hasNeeds) continue
    if (ledger.name === 'roads' && geometry !== 'line') continue
    if (ledger.name === 'facts' && !keys.has('item') && ![...keys].some((key) => key?.startsWith('fact:'))) continue
    if (ledger.name === 'people' && !['lng', 'x', 'position', 'area'].some((key) => keys.has(key)) && geometry === null)
      continue
    const total = score + nameBonus(ledger, file, sheet) + shapeBonus(ledger, keys, geometry)
    // One shared word (a column 名称) says nothing by itself.
    if (total >= 0.7 && (!best || total > best.score + 1e-9)) best = { name: ledger.name, score: total }
  }
  return best?.name ?? null
}

/** The file's own name is the strongest proposal, then the sheet's; a name that only contains the word is a hint. */
function nameBonus(ledger: Ledger, file: string, sheet: string): number {
  const stems = ledger.stems.map(plainText)
  if (stems.includes(file)) return 100
  if (sheet !== '' && stems.includes(sheet)) return 50
  const inSheet = longestIn(stems, sheet)
  const inFile = longestIn(stems, file)
  return (inSheet > 0 ? 3 + inSheet / 10 : 0) + (inFile > 0 ? 2 + inFile / 10 : 0)
}

const longestIn = (stems: readonly string[], text: string): number =>
  stems.reduce(
    (longest, stem) => (stem.length > Math.max(1, longest) && text.includes(stem) ? stem.length : longest),
    0,
  )

function shapeBonus(ledger: Ledger, keys: ReadonlySet<string | null>, geometry: ReturnType<typeof geometryOf>): number {
  if (ledger.name === 'roads') return geometry === 'line' ? 10 : 0
  if (geometry === 'line') return -5
  if (ledger.name === 'areas')
    return (geometry === 'polygon' ? 1 : 0) + (keys.has('code') && keys.has('parent') ? 1 : 0)
  if (ledger.name === 'people') return (keys.has('lng') || keys.has('position')) && !keys.has('level') ? 0.5 : 0
  if (ledger.name === 'facts') return keys.has('item') && keys.has('value') ? 2 : 0
  return 0
}

function geometryOf(raw: RawTable): 'point' | 'line' | 'polygon' | null {
  const type = raw.rows.find(({ geometry }) => geometry)?.geometry?.type
  if (!type) return null
  return type.includes('Line') ? 'line' : type.includes('Polygon') ? 'polygon' : 'point'
}

/** 'facilities (2).csv' and 'D:/x/roads.osm.pbf' -> 'facilities', 'roads'. */
function stemOf(file: string): string {
  const name = file.split(/[/\\]/).pop() ?? ''
  return plainText(name.replace(/(?<=.)\..*$/, '').replace(/[(（]\d+[)）]$|[-_ ]?副本$|[-_ ]?copy$/i, ''))
}
