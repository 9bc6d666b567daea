/** The points of a table's rows, whichever columns hold them. */
import type { Pair } from '../geo/crs'
import type { Cell } from '../sources/raw-table'
import { readAngle, readPair } from './cells/angle'
import { cellText } from './cells/cell'
import { eastFirst, settleSystem, type CoordinateSystem } from './coordinate-system'
import type { ColumnMatch, LngLat } from './ledger'
import type { ProblemList } from './problem-list'

/** The columns that hold the place: two halves, or one cell with both. Named: the headers say which half is which. */
export type PositionColumns = {
  readonly first: ColumnMatch
  readonly second: ColumnMatch | null
  readonly named: boolean
}

export type Positions = {
  readonly system: CoordinateSystem
  readonly points: readonly (LngLat | null)[]
  readonly crs: string | null
}

/** null: the table has no such columns, or only one half. */
export function positionColumns(columns: readonly ColumnMatch[]): PositionColumns | null {
  const of = (key: string) => columns.find((column) => column.key === key)
  const [lng, lat, x, y, both] = [of('lng'), of('lat'), of('x'), of('y'), of('position')]
  if (lng && lat) return { first: lng, second: lat, named: true }
  if (x && y) return { first: x, second: y, named: false }
  return both ? { first: both, second: null, named: false } : null
}

/** One point per row, or null; swapped, unreadable, outside and shared places are said. */
export function readPositions(
  rows: readonly { readonly row: number; readonly first: Cell; readonly second: Cell }[],
  columns: PositionColumns,
  declared: string | null,
  near: readonly [number, number] | null,
  problems: ProblemList,
): Positions {
  const raws = rows.map(({ first, second }) => (columns.second ? halves(first, second) : readPair(first)))
  const pairs = raws.map((raw) => (raw === null ? null : eastFirst(raw)))
  const system = settleSystem(
    pairs.filter((pair) => pair !== null),
    declared,
    near,
    problems,
  )
  const header = columns.second ? `${columns.first.header}/${columns.second.header}` : columns.first.header
  let swapped = 0
  const points = pairs.map((pair, at): LngLat | null => {
    if (pair === null) return null
    const { row, first, second } = rows[at]!
    const told = [cellText(first), columns.second ? cellText(second) : ''].filter((text) => text !== '').join(', ')
    if (!Number.isFinite(pair[0]) || !Number.isFinite(pair[1]) || pair[0] === 0 || pair[1] === 0) {
      problems.add('position-unreadable', 'warning', row, header, told)
      return null
    }
    if (!system.place) return null
    const turned = (pair !== raws[at]) !== system.swapped
    const place = system.swapped ? system.place(pair[1], pair[0]) : system.place(pair[0], pair[1])
    if (place === null) {
      problems.add('position-outside', 'warning', row, header, told)
      return null
    }
    if (turned) swapped++
    return place
  })
  if (columns.named && swapped > 0) problems.add('position-swapped', 'warning', undefined, header, `×${swapped}`)
  tellShared(
    rows.map(({ row }) => row),
    points,
    header,
    problems,
  )
  return { system, points, crs: system.crs }
}

function halves(first: Cell, second: Cell): Pair | null {
  const a = readAngle(first)
  const b = readAngle(second)
  if (a === null && b === null) return null
  return [a ?? NaN, b ?? NaN]
}

/** A geocoder that found nothing answers the town hall: five rows and a twentieth of all on one point. */
export function tellShared(
  rows: readonly number[],
  points: readonly (LngLat | null)[],
  column: string | undefined,
  problems: ProblemList,
): void {
  const counts = new Map<string, { count: number; row: number }>()
  let placed = 0
  points.forEach((point, at) => {
    if (point === null) return
    placed++
    const key = `${point[0].toFixed(6)}, ${point[1].toFixed(6)}`
    const entry = counts.get(key)
    if (entry) entry.count++
    else counts.set(key, { count: 1, row: rows[at]! })
  })
  for (const [key, { count, row }] of counts)
    if (count >= 5 && count * 20 >= placed) problems.add('position-shared', 'warning', row, column, `${key} ×${count}`)
}
