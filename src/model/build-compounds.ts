/** Residential compounds: rows -> records. */
import type { Problem } from '../problem'
import type { LedgerTable } from '../tables/ledger'
import { areaOf, idsFor } from './identity'
import type { Finder } from './names'
import { flag, number, oneOf, points, position, rowsOf, text, type Refused, type SourcedRow } from './ledger-rows'
import type { Compound } from './study'

export type BuiltCompounds = { readonly compounds: Compound[]; readonly rows: ReadonlyMap<string, SourcedRow>; readonly setAside: readonly Refused[]; readonly problems: Problem[] }

/** Compounds sorted by id; the id is the ledger's, else the name, else the area's id and the name. */
export function buildCompounds(tables: readonly LedgerTable[], areas: Finder): BuiltCompounds {
  const problems: Problem[] = []
  const { kept, setAside } = idsFor(rowsOf(tables, 'compounds'), areas, problems)
  const rows = new Map<string, SourcedRow>()
  const compounds = kept.map(({ id, name, entry }): Compound => {
    rows.set(id, entry)
    const { row, source } = entry
    return {
      id,
      name,
      area: areaOf(entry, areas, problems),
      households: number(row, 'households'),
      householdsBuilt: number(row, 'householdsBuilt'),
      householdsOccupied: number(row, 'householdsOccupied'),
      householdsRegistered: number(row, 'householdsRegistered'),
      residents: number(row, 'residents'),
      elders60: number(row, 'elders60'),
      permitted: text(row, 'permitted'),
      completed: text(row, 'completed'),
      delivered: text(row, 'delivered'),
      age: oneOf(text(row, 'age'), ['new', 'old'] as const),
      pool: text(row, 'pool'),
      careAreaM2: number(row, 'careAreaM2'),
      usableAreaM2: number(row, 'usableAreaM2'),
      leased: flag(row, 'leased'),
      gates: points(row, 'gates'),
      handover: oneOf(text(row, 'handover'), ['handed-over', 'not-handed-over'] as const),
      remedy: text(row, 'remedy'),
      responsible: text(row, 'responsible'),
      due: text(row, 'due'),
      done: flag(row, 'done') ?? text(row, 'done'),
      at: position(row),
      extra: row.extra,
      source,
    }
  })
  return { compounds, rows, setAside, problems }
}
