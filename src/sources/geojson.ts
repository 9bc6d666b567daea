/** GeoJSON (one document, or one feature a line) and plain JSON records -> RawTable. */
import type { Geometry } from 'geojson'
import { problem, type Problem } from '../problem'
import { declaredCrs } from './declared-crs'
import { decodeHead, decodeText } from './encoding'
import { readGeometry } from './geometry'
import { isObject, readJson, withoutSeparator, type JsonObject } from './json-text'
import { megabytes, sourceLimits } from './limits'
import type { Cell, RawRow, SourceFile, SourceFormat, SourceRead } from './raw-table'

export const geojson: SourceFormat = {
  id: 'geojson',
  extensions: ['geojson', 'json', 'geojsonl', 'geojsons', 'ndjson', 'jsonl'],
  looksLike: (bytes) => /^\s*[{[]\s*(["{}\]]|$)/.test(withoutSeparator(decodeHead(bytes) ?? '')),
  read: (file) => Promise.resolve(readGeojson(file)),
}

/** A record of the file: its columns, and its geometry where it is a feature. number: its place among all of them, from 1. */
type Source = {
  readonly number: number
  readonly values: JsonObject
  readonly geometry: Geometry | null
  readonly broken: boolean
}

export function readGeojson(file: SourceFile): SourceRead {
  const at = { file: file.name }
  const refuse = (
    code: 'file-too-large' | 'encoding-unknown' | 'file-unreadable' | 'file-unknown-format' | 'file-empty',
    detail?: string,
  ): SourceRead => ({
    tables: [],
    problems: [problem(code, 'error', at, detail)],
  })
  if (file.bytes.length > sourceLimits.textBytes) return refuse('file-too-large', megabytes(file.bytes))
  const decoded = decodeText(file.bytes)
  if (!decoded) return refuse('encoding-unknown')
  if (decoded.text.trim() === '') return refuse('file-empty')
  const json = readJson(decoded.text)
  if (!json) return refuse('file-unreadable', 'JSON')

  const problems: Problem[] = []
  if (decoded.damaged > 0) problems.push(problem('characters-damaged', 'warning', at, String(decoded.damaged)))
  if (decoded.guessed) problems.push(problem('encoding-guessed', 'warning', at, decoded.encoding))
  for (const line of json.broken) problems.push(problem('file-unreadable', 'error', { ...at, row: line }, 'JSON'))
  const items = itemsOf(json.values)
  if (!items) return refuse('file-unknown-format', 'JSON')

  const sources = items.map((item, index) => sourceOf(item, index + 1))
  const columns = columnsOf(sources)
  for (const key of columns.dangerous) problems.push(problem('file-not-used', 'warning', { ...at, column: key }, key))
  const rows: RawRow[] = []
  for (const source of sources) {
    if (source.broken)
      problems.push(
        problem(
          'geometry-unreadable',
          'warning',
          { ...at, row: source.number },
          geometryName(items[source.number - 1]),
        ),
      )
    rows.push({
      row: source.number,
      cells: columns.header.map((key) => cellOf(source.values, key)),
      geometry: source.geometry,
    })
  }
  if (rows.length === 0) return { tables: [], problems: [...problems, problem('table-empty', 'error', at)] }
  const crs = declaredCrs(json.values[0])
  if (crs.unknown !== null) problems.push(problem('crs-unknown', 'warning', at, crs.unknown))
  return {
    tables: [
      {
        file: file.name,
        sheet: null,
        format: 'geojson',
        encoding: decoded.encoding,
        crs: crs.code,
        header: columns.header,
        rows,
        merges: [],
      },
    ],
    problems,
  }
}

/** The features or records, wherever they stand; null when there are none to be found. */
function itemsOf(values: readonly unknown[]): readonly unknown[] | null {
  if (values.length > 1)
    return values.flatMap((value) =>
      isObject(value) && Array.isArray(value['features']) ? (value['features'] as unknown[]) : [value],
    )
  const root = values[0]
  if (Array.isArray(root)) return root.some(isObject) || root.length === 0 ? (root as unknown[]) : null
  if (!isObject(root)) return null
  if (Array.isArray(root['features'])) return root['features'] as unknown[]
  if (root['type'] === 'Feature' || isGeometry(root)) return [root]
  // Exports of databases wrap their records once: {"RECORDS": [...]}, {"data": [...]}.
  const lists = Object.values(root).filter((value): value is unknown[] => Array.isArray(value) && value.some(isObject))
  return lists.length === 1 ? (lists[0] ?? null) : null
}

function sourceOf(item: unknown, number: number): Source {
  if (!isObject(item)) return { number, values: {}, geometry: null, broken: true }
  if (isGeometry(item)) {
    const geometry = readGeometry(item)
    return { number, values: {}, geometry, broken: geometry === null }
  }
  if (item['type'] !== 'Feature') return { number, values: item, geometry: null, broken: false }
  const geometry = readGeometry(item['geometry'])
  // geometry: null is a feature without a place, which the format allows; anything else that cannot be read is broken.
  const broken = geometry === null && item['geometry'] !== null && item['geometry'] !== undefined
  const properties = isObject(item['properties']) ? item['properties'] : {}
  const values =
    item['id'] === undefined || Object.hasOwn(properties, 'id') ? properties : { id: item['id'], ...properties }
  return { number, values, geometry, broken }
}

/** Keys in the order in which they first appear. Keys that reach an object's prototype stay out of every later table. */
function columnsOf(sources: readonly Source[]): { header: readonly string[]; dangerous: readonly string[] } {
  const keys = new Set<string>()
  for (const source of sources) for (const key of Object.keys(source.values)) keys.add(key)
  const dangerous = ['__proto__', 'constructor', 'prototype'].filter((key) => keys.has(key))
  return { header: [...keys].filter((key) => !dangerous.includes(key)), dangerous }
}

function cellOf(values: JsonObject, key: string): Cell {
  const value = Object.hasOwn(values, key) ? values[key] : null
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}

const geometryTypes = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

const isGeometry = (value: JsonObject): boolean =>
  typeof value['type'] === 'string' && geometryTypes.includes(value['type'])

function geometryName(item: unknown): string {
  const geometry = isObject(item) && item['type'] === 'Feature' ? item['geometry'] : item
  return isObject(geometry) && typeof geometry['type'] === 'string' ? geometry['type'].slice(0, 40) : typeof geometry
}
