/** Planned facility land and idle assets: rows -> records. */
import type { Problem } from '../problem'
import type { LedgerRow, LedgerTable } from '../tables/ledger'
import { areaOf, idsFor } from './identity'
import type { Finder } from './names'
import { flag, number, oneOf, position, rowsOf, text, type Refused, type SourcedRow } from './ledger-rows'
import type { Plot } from './study'

export type BuiltPlots = { readonly plots: Plot[]; readonly rows: ReadonlyMap<string, SourcedRow>; readonly setAside: readonly Refused[]; readonly problems: Problem[] }

/** Plots sorted by id; geometry is a point or a polygon, never made from an area figure. */
export function buildPlots(tables: readonly LedgerTable[], areas: Finder): BuiltPlots {
  const problems: Problem[] = []
  const { kept, setAside } = idsFor(rowsOf(tables, 'plots'), areas, problems, placeName)
  const rows = new Map<string, SourcedRow>()
  const plots = kept.map(({ id, name, entry }): Plot => {
    rows.set(id, entry)
    const { row, source } = entry
    const { geometry } = row
    const at = position(row)
    const shape = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null
    return {
      id,
      name,
      area: areaOf(entry, areas, problems),
      use: oneOf(text(row, 'use'), ['care-land', 'candidate'] as const),
      zone: text(row, 'zone'),
      landAreaM2: number(row, 'landAreaM2'),
      floorAreaM2: number(row, 'floorAreaM2'),
      cost: number(row, 'cost'),
      status: oneOf(text(row, 'status'), ['existing', 'planned'] as const),
      standAlone: flag(row, 'standAlone'),
      geometry: shape ?? (at ? { type: 'Point', coordinates: [...at] } : null),
      at,
      extra: row.extra,
      source,
    }
  })
  return { plots, rows, setAside, problems }
}

/** A drawn plot without id or name is called by its first corner, which does not depend on the row's place in the file. */
function placeName({ geometry }: LedgerRow): string | null {
  const corner = geometry?.type === 'Point' ? geometry.coordinates : geometry?.type === 'Polygon' ? geometry.coordinates[0]?.[0] : geometry?.type === 'MultiPolygon' ? geometry.coordinates[0]?.[0]?.[0] : undefined
  return corner ? `${corner[0]!.toFixed(6)},${corner[1]!.toFixed(6)}` : null
}
