/** Rows get their points and shapes in WGS84 longitude/latitude. */
import type { LedgerName, ColumnMatch, LedgerRow, LedgerValue, LngLat } from './ledger'
import { eastFirst } from './coordinate-system'
import { readGeometries } from './geometry'
import { positionColumns, readPositions, tellShared } from './positions'
import type { ProblemList } from './problem-list'
import type { ReadRow } from './read-rows'

export type PlacedRows = {
  readonly rows: readonly LedgerRow[]
  readonly columns: readonly ColumnMatch[]
  readonly crs: string | null
}

/** declared: how the user, the file or the sheet names the system. x and y columns leave as lng and lat. */
export function placeRows(
  ledger: LedgerName,
  rows: readonly ReadRow[],
  columns: readonly ColumnMatch[],
  declared: string | null,
  near: readonly [number, number] | null,
  problems: ProblemList,
  isLedger: boolean,
): PlacedRows {
  const hasShapes = rows.some(({ raw }) => raw.geometry)
  const shapes =
    hasShapes && isLedger
      ? readGeometries(
          rows.map(({ raw }) => raw),
          declared,
          near,
          problems,
        )
      : null
  const place = isLedger && ledger !== 'roads' && ledger !== 'facts' ? positionColumns(columns) : null
  const none = null
  const found = place
    ? readPositions(
        rows.map(({ raw, cells }) => ({
          row: raw.row,
          first: cells.get(place.first.index) ?? none,
          second: place.second ? (cells.get(place.second.index) ?? none) : none,
        })),
        place,
        declared,
        near,
        problems,
      )
    : null
  const toPlace = found?.system.place ?? shapes?.system.place ?? null
  const swap = found?.system.swapped ?? false
  const placed = rows.map((row, at): LedgerRow => {
    const geometry = shapes ? shapes.of(row.raw) : null
    const { values } = row
    if (found) [values.lng, values.lat] = found.points[at] ?? [null, null]
    else if (geometry?.type === 'Point') [values.lng, values.lat] = [geometry.coordinates[0]!, geometry.coordinates[1]!]
    if (values.gates) values.gates = placedGates(values.gates, toPlace, swap)
    else if (ledger === 'compounds' && geometry?.type === 'MultiPoint')
      values.gates = geometry.coordinates.map((each): LngLat => [each[0]!, each[1]!])
    return { row: row.raw.row, values, facts: row.facts, extra: row.extra, marks: row.marks, geometry }
  })
  if (shapes && !found && ledger !== 'roads')
    tellShared(
      placed.map(({ row }) => row),
      placed.map(({ values }) =>
        typeof values.lng === 'number' && typeof values.lat === 'number' ? [values.lng, values.lat] : null,
      ),
      undefined,
      problems,
    )
  return {
    rows: placed,
    columns: found ? renamed(columns, swapsColumns(rows, columns, place)) : columns,
    crs: shapes?.system.crs ?? found?.crs ?? null,
  }
}

/** Gates stand in the table's own system; without one, degrees are taken as they are. */
function placedGates(
  value: LedgerValue,
  toPlace: ((x: number, y: number) => readonly [number, number] | null) | null,
  swap: boolean,
): readonly LngLat[] | null {
  const gates = (value as readonly LngLat[]).flatMap((gate) => {
    const [x, y] = eastFirst(gate)
    const at = toPlace
      ? swap
        ? toPlace(y, x)
        : toPlace(x, y)
      : Math.abs(x) <= 180 && Math.abs(y) <= 90
        ? ([x, y] as const)
        : null
    return at === null ? [] : [at]
  })
  return gates.length > 0 ? gates : null
}

/** Whether the x column holds northings, as Chinese survey sheets write it. */
function swapsColumns(
  rows: readonly ReadRow[],
  columns: readonly ColumnMatch[],
  place: ReturnType<typeof positionColumns>,
): boolean {
  if (!place?.second || place.named || columns.length === 0) return false
  let swapped = 0
  let all = 0
  for (const { cells } of rows) {
    const a = Number(cells.get(place.first.index))
    const b = Number(cells.get(place.second.index))
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue
    all++
    if (eastFirst([a, b])[0] !== a) swapped++
  }
  return swapped * 2 > all
}

const renamed = (columns: readonly ColumnMatch[], swapped: boolean): readonly ColumnMatch[] =>
  columns.map((column) =>
    column.key === 'x'
      ? { ...column, key: swapped ? 'lat' : 'lng' }
      : column.key === 'y'
        ? { ...column, key: swapped ? 'lng' : 'lat' }
        : column,
  )
