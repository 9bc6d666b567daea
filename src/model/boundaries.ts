/** The boundaries of a map file, joined to the units of the roster. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { problem, type Problem } from '../problem'
import { upperUnitOf } from './identity'
import { text, type Refused, type SourcedRow } from './ledger-rows'
import type { Finder } from './names'

export type Boundary = Polygon | MultiPolygon

/** Several shapes of one unit (an exclave) are put together. What matches no unit is set aside and said. */
export function boundariesOf(rows: readonly SourcedRow[], unitOf: (entry: SourcedRow) => string | null, problems: Problem[], setAside: Refused[]): ReadonlyMap<string, Boundary> {
  const parts = new Map<string, Position[][][]>()
  for (const entry of rows) {
    const { geometry } = entry.row
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue
    const id = unitOf(entry)
    if (id === null) {
      problems.push(problem('boundary-unmatched', 'warning', entry.place, text(entry.row, 'name') ?? text(entry.row, 'code') ?? undefined))
      setAside.push({ entry, why: 'no-identity' })
      continue
    }
    const shapes = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    parts.set(id, [...(parts.get(id) ?? []), ...shapes])
  }
  return new Map([...parts].map(([id, shapes]): [string, Boundary] => [id, shapes.length === 1 ? { type: 'Polygon', coordinates: shapes[0]! } : { type: 'MultiPolygon', coordinates: shapes }]))
}

/** The unit that a shape of another file means: by code, else by parent and name; null when none or several answer. */
export function unitOfShape({ row }: SourcedRow, ids: ReadonlySet<string>, areas: Finder): string | null {
  const code = text(row, 'code')
  if (code !== null && ids.has(code)) return code
  const name = text(row, 'name')
  if (name === null) return null
  const upper = upperUnitOf(row, areas)
  const parent = text(row, 'parent')
  const within = parent === null ? upper : areas.find(parent, upper)
  const found = areas.find(name, within === 'ambiguous' ? upper : (within ?? upper))
  return found === 'ambiguous' ? null : found
}
