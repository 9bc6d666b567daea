/** Planned facility land and idle assets: rows -> records. */
import type { Problem } from '../problem'
import type { LedgerTable } from '../tables/ledger'
import { areaOf, idsFor } from './identity'
import type { Finder } from './names'
import { flag, number, oneOf, position, rowsOf, text, type SourcedRow } from './ledger-rows'
import type { Plot } from './study'

export type BuiltPlots = { readonly plots: Plot[]; readonly rows: ReadonlyMap<string, SourcedRow>; readonly setAside: SourcedRow[]; readonly problems: Problem[] }

/** Plots sorted by id; geometry is a point or a polygon, never made from an area figure. */
export function buildPlots(tables: readonly LedgerTable[], areas: Finder): BuiltPlots {
  const problems: Problem[] = []
  const { kept, setAside } = idsFor(rowsOf(tables, 'plots'), areas, problems)
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
