/** Rows of a roads ledger -> lines to walk on, each with its tags, whatever program wrote them. */
import { metresBetween } from '../geo/ruler'
import type { LedgerRow, LedgerTable, LngLat } from '../tables/ledger'
import { osmKeys, type OsmKey, type OsmTags } from '../sources/osm-data'
import { footRule, highwayOf, kindOf, type LeftOut } from './foot-rules'
import { number, order, text } from './ledger-rows'

export type DrawnLine = {
  readonly id: string
  readonly kind: string
  readonly name: string | null
  readonly tags: OsmTags
  /** At least two points each, none twice in a row. */
  readonly parts: readonly (readonly LngLat[])[]
  readonly drawnM: number
  /** The true length that the sheet states, in metres; null: as drawn. */
  readonly lengthM: number | null
  /** Numbers of the ends, where the sheet has both columns. */
  readonly from: string | null
  readonly to: string | null
  readonly row: number
}

export type Drawn = { readonly lines: readonly DrawnLine[]; readonly leftOut: readonly { readonly why: LeftOut; readonly row: number }[] }

/** The lines of one table in an order that its sorting does not change. */
export function drawnLines(table: LedgerTable): Drawn {
  const has = (key: string): boolean => table.columns.some((column) => column.key === key)
  const headers = headersOf(table)
  const sheet = { classed: has('kind'), numbered: has('from') && has('to') }
  const lines: DrawnLine[] = []
  const leftOut: { why: LeftOut; row: number }[] = []
  for (const row of table.rows) {
    const line = lineOf(row, headers, sheet)
    if (typeof line === 'string') leftOut.push({ why: line, row: row.row })
    else lines.push(line)
  }
  return { lines: lines.sort(byPlace), leftOut }
}

type Sheet = { readonly classed: boolean; readonly numbered: boolean }

function lineOf(row: LedgerRow, headers: ReadonlyMap<OsmKey, string>, sheet: Sheet): DrawnLine | LeftOut {
  const tags = tagsOf(row, headers, sheet)
  const why = footRule(tags)
  if (why !== 'walk') return why
  const shapes = shapesOf(row)
  if (shapes === null) return 'no-geometry'
  const parts = shapes.map(withoutRepeats).filter((part) => part.length > 1)
  const drawnM = parts.reduce((sum, part) => sum + metresOf(part), 0)
  const stated = number(row, 'lengthM')
  if (!(drawnM > 0)) return 'zero-length'
  return {
    id: text(row, 'id') ?? String(row.row),
    kind: kindOf(tags)!,
    name: text(row, 'name'),
    tags,
    parts,
    drawnM,
    lengthM: stated !== null && stated > 0 && Number.isFinite(stated) ? stated : null,
    from: sheet.numbered ? text(row, 'from') : null,
    to: sheet.numbered ? text(row, 'to') : null,
    row: row.row,
  }
}

/** Where a sheet classes its lines, a line without a class is none (a river, a railway); where it does not, every line is a street. */
function tagsOf(row: LedgerRow, headers: ReadonlyMap<OsmKey, string>, { classed }: Sheet): OsmTags {
  const tags: { -readonly [key in OsmKey]?: string } = {}
  for (const [key, header] of headers) {
    const value = row.extra[header]
    if (value !== undefined && value !== '') tags[key] = value
  }
  const written = text(row, 'kind')
  if (written !== null) tags.highway = highwayOf(written)
  else if (!classed) tags.highway = 'road'
  return tags
}

/** Columns that the ledger does not know but the foot rules do, by tag. */
function headersOf({ columns }: LedgerTable): ReadonlyMap<OsmKey, string> {
  const found = new Map<OsmKey, string>()
  for (const { header, key } of columns) {
    const tag = osmKeys.find((each) => each === header.trim().toLowerCase())
    if (key === null && tag !== undefined && tag !== 'highway' && !found.has(tag)) found.set(tag, header)
  }
  return found
}

/** The lines of a shape, the outlines of an area; null: none, or a point that is no place. */
function shapesOf({ geometry }: LedgerRow): (readonly LngLat[])[] | null {
  const shapes =
    geometry?.type === 'LineString' ? [geometry.coordinates]
    : geometry?.type === 'MultiLineString' || geometry?.type === 'Polygon' ? geometry.coordinates
    : geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat()
    : []
  const sound = shapes.every((line) => line.every((at) => Math.abs(at[0] ?? NaN) <= 180 && Math.abs(at[1] ?? NaN) <= 90))
  // GeoJSON's own type does not say that a place has two numbers at least; the line above has made sure.
  return sound && shapes.some((line) => line.length > 1) ? (shapes as unknown as LngLat[][]) : null
}

const withoutRepeats = (line: readonly LngLat[]): readonly LngLat[] => {
  const repeats = (at: LngLat, index: number): boolean => index > 0 && at[0] === line[index - 1]![0] && at[1] === line[index - 1]![1]
  return line.some(repeats) ? line.filter((at, index) => !repeats(at, index)) : line
}

export function metresOf(line: readonly LngLat[]): number {
  let metres = 0
  for (let at = 1; at < line.length; at++) metres += metresBetween(...line[at - 1]!, ...line[at]!)
  return metres
}

/** By the course of the line, then by what is written about it. */
function byPlace(a: DrawnLine, b: DrawnLine): number {
  // Nearly always the first point tells.
  const west = a.parts[0]![0]![0] - b.parts[0]![0]![0]
  if (west !== 0) return west
  const parts = Math.min(a.parts.length, b.parts.length)
  for (let part = 0; part < parts; part++) {
    const p = a.parts[part]!
    const q = b.parts[part]!
    for (let at = 0; at < p.length && at < q.length; at++) {
      const difference = p[at]![0] - q[at]![0] || p[at]![1] - q[at]![1]
      if (difference !== 0) return difference
    }
    if (p.length !== q.length) return p.length - q.length
  }
  return a.parts.length - b.parts.length || (a.lengthM ?? 0) - (b.lengthM ?? 0) || order(a.id, b.id) || order(JSON.stringify([a.from, a.to, a.kind, a.name]), JSON.stringify([b.from, b.to, b.kind, b.name]))
}
