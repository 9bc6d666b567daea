/** A product of ours, opened again: its stamp, and its tables as any program left them. */
import { read as readWorkbook, SSF, utils, type CellObject, type WorkSheet } from '@e965/xlsx'
import { unpackParts } from '../sources/archive'
import { readCsv } from '../sources/csv'
import { sourceLimits } from '../sources/limits'
import { tableWords } from '../text/exports'
import { documentStamp, documentTable } from './docx-text'
import { unguarded } from './safe-text'
import { named, openDatabase } from './sqlite'
import { isStamp, readStamp, type Stamp } from './stamp'
import { readStampedPng, readStampedSvg } from './stamped-picture'
import type { FoundTable, Value } from './table'

/** content: of a JSON result file, the whole. */
export type Found = { readonly stamp: Stamp | null; readonly tables: readonly FoundTable[]; readonly content?: unknown }

/** null: not a file of a kind that we write, or it cannot be opened. */
export async function readBack(name: string, bytes: Uint8Array): Promise<Found | null> {
  try {
    // Refused where it would unpack to more than a file of ours can be.
    if (startsWith(bytes, 'PK')) {
      const { entries, problems } = unpackParts({ name, bytes }, () => true)
      if (problems.length > 0) return null
      const parts = Object.fromEntries(entries.map((entry) => [entry.name, entry.bytes]))
      const document = documentTable(parts)
      return document ? { stamp: documentStamp(parts), tables: [document] } : fromWorkbook(bytes)
    }
    if (startsWith(bytes.subarray(1), 'PNG\r\n')) return readStampedPng(bytes)
    if (startsWith(bytes, 'SQLite format 3')) return await fromGeoPackage(bytes)
    const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes)
    if (/^\s*\{/.test(text)) return fromJson(text)
    if (/^<\?xml[^>]*>\s*<svg/.test(text)) return readStampedSvg(text)
    return fromCsv(name, bytes)
  } catch {
    return null
  }
}

const startsWith = (bytes: Uint8Array, sign: string): boolean => [...sign].every((character, at) => bytes[at] === character.charCodeAt(0))
const isStampName = (name: string): boolean => name === tableWords.stamp.zh || name === tableWords.stamp.en

function fromWorkbook(bytes: Uint8Array): Found {
  const book = readWorkbook(bytes, { type: 'array', cellFormula: true, cellNF: true, cellHTML: false, cellText: false, dense: true })
  const stampSheet = book.SheetNames.find(isStampName)
  const pieces = stampSheet === undefined ? [] : gridOf(book.Sheets[stampSheet]!).map((row) => row[0]?.v)
  const stamp = readStamp(pieces.filter((piece): piece is string => typeof piece === 'string').slice(1).join(''))
  return {
    stamp,
    tables: book.SheetNames.filter((name) => !isStampName(name)).map((name): FoundTable => {
      const [head = [], ...rows] = gridOf(book.Sheets[name]!)
      const titles = head.map((cell) => String(cell?.v ?? ''))
      const formulas = titles.filter((_, at) => rows.some((row) => row[at]?.f !== undefined))
      return { name, titles: titlesOf(titles, stamp?.tables[name]), rows: withoutEnd(rows.map((row) => titles.map((_, at) => valueOf(row[at])))), firstRow: 2, formulas: titlesOf(formulas, stamp?.tables[name]) }
    }),
  }
}

/** From the first cell on, whatever the sheet says is its beginning. */
function gridOf(sheet: WorkSheet): (CellObject | undefined)[][] {
  const last = utils.decode_range(sheet['!ref'] ?? 'A1').e
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  return Array.from({ length: last.r + 1 }, (_, row) => data[row] ?? [])
}

function valueOf(cell: CellObject | undefined): Value {
  if (!cell || cell.v === undefined || cell.t === 'z') return null
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE'
  if (typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) return new Date(Math.round((cell.v - 25569) * 86_400_000)).toISOString().slice(0, 10)
  return typeof cell.v === 'number' ? cell.v : String(cell.v) === '' ? null : String(cell.v)
}

/** The header says the unit, the stamp does not: '户数（户）' is 户数, while '县（市、区）' is what it says. */
function titlesOf(headers: readonly string[], print: { readonly columns: Readonly<Record<string, string>> } | undefined): string[] {
  const known = (title: string): boolean => print === undefined || Object.hasOwn(print.columns, title)
  return headers.map((header) => (known(header) ? header : known(header.replace(/（[^（）]*）$/, '')) ? header.replace(/（[^（）]*）$/, '') : header))
}

function withoutEnd(rows: Value[][]): Value[][] {
  let length = rows.length
  while (length > 0 && rows[length - 1]!.every((value) => value === null)) length--
  return rows.slice(0, length)
}

/** The table ends at the first empty line; the stamp stands below. */
function fromCsv(name: string, bytes: Uint8Array): Found | null {
  const [raw] = readCsv({ name, bytes }).tables
  if (!raw) return null
  const cells = raw.rows.map((row) => row.cells.map((cell) => (typeof cell === 'string' ? unguarded(cell) : null)))
  const stamp = readStamp(cells.flatMap((row) => (isStampName(row[0] ?? '') && row[1] ? [row[1]] : [])).join(''))
  const end = cells.findIndex((row) => row.length === 0 || row.every((cell) => cell === null) || isStampName(row[0] ?? ''))
  const [head = [], ...rows] = cells.slice(0, end === -1 ? undefined : end)
  const table = Object.keys(stamp?.tables ?? {})[0] ?? name
  return { stamp, tables: [{ name: table, titles: titlesOf(head.map((cell) => cell ?? ''), stamp?.tables[table]), rows: rows.map((row) => head.map((_, at) => row[at] ?? null)), firstRow: 2, formulas: [] }] }
}

function fromJson(text: string): Found | null {
  const content: unknown = JSON.parse(text)
  if (typeof content !== 'object' || content === null) return null
  const { yikequan, stamp, features } = content as { yikequan?: unknown; stamp?: unknown; features?: unknown }
  if (!Array.isArray(features)) return { stamp: isStamp(stamp) ? stamp : null, tables: [], content }
  const own = isStamp(yikequan) ? yikequan : null
  const layers = new Map<string, Readonly<Record<string, unknown>>[]>()
  for (const feature of features as { properties?: Readonly<Record<string, unknown>> }[]) {
    const { layer, ...properties } = feature.properties ?? {}
    const known = layers.get(String(layer))
    if (known) known.push(properties)
    else layers.set(String(layer), [properties])
  }
  const names = [...new Set([...Object.keys(own?.tables ?? {}), ...layers.keys()])]
  return {
    stamp: own,
    tables: names.map((name) => {
      const records = layers.get(name) ?? []
      const titles = [...new Set([...Object.keys(own?.tables[name]?.columns ?? {}), ...records.flatMap(Object.keys)])]
      return { name, titles, rows: records.map((record) => titles.map((title) => plain(record[title]))), firstRow: 1, formulas: [] }
    }),
  }
}

async function fromGeoPackage(bytes: Uint8Array): Promise<Found | null> {
  if (bytes.length > sourceLimits.textBytes) return null
  const db = await openDatabase(bytes)
  const names = db.rows('SELECT table_name FROM gpkg_contents ORDER BY rowid').map(([name]) => String(name))
  const stampTable = names.find(isStampName)
  const stamp = stampTable === undefined ? null : readStamp(db.rows(`SELECT stamp FROM ${named(stampTable)} ORDER BY fid`).map(([piece]) => String(piece)).join(''))
  const tables = names
    .filter((name) => stamp !== null && Object.hasOwn(stamp.tables, name))
    .map((name): FoundTable => {
      const titles = db.rows(`SELECT name FROM pragma_table_info(${text(name)})`).map(([title]) => String(title)).filter((title) => title !== 'fid' && title !== 'geom')
      return { name, titles, rows: db.rows(`SELECT ${titles.map(named).join(',')} FROM ${named(name)} ORDER BY fid`).map((row) => row.map(plain)), firstRow: 1, formulas: [] }
    })
  return { stamp, tables }
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const plain = (value: unknown): Value => (typeof value === 'number' ? value : value === null || value === undefined || value === '' ? null : String(value))
