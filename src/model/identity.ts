/** Which id a record has, and which area it belongs to. */
import { problem, type Problem } from '../problem'
import type { Finder } from './names'
import { order, text, type SourcedRow } from './ledger-rows'

export type Identified = { readonly id: string; readonly name: string; readonly entry: SourcedRow }

/**
 * Ids of records, sorted: the ledger's id, else the name, else area and name where the name stands twice.
 * A row with neither is set aside; of two rows with one written id the first by content stays and the other is set aside.
 */
export function idsFor(rows: readonly SourcedRow[], areas: Finder, problems: Problem[]): { kept: Identified[]; setAside: SourcedRow[] } {
  const setAside: SourcedRow[] = []
  const named = new Map<string, number>()
  for (const { row } of rows) {
    const name = text(row, 'name')
    if (text(row, 'id') === null && name !== null) named.set(name, (named.get(name) ?? 0) + 1)
  }
  const byId = new Map<string, Identified>()
  for (const entry of rows) {
    const written = text(entry.row, 'id')
    const name = text(entry.row, 'name')
    if (written === null && name === null) {
      problems.push(problem('id-missing', 'error', entry.place))
      setAside.push(entry)
      continue
    }
    let id = written ?? name!
    if (written === null && (named.get(name!) ?? 0) > 1) id = [resolved(text(entry.row, 'area'), areas), name].filter(Boolean).join('/')
    if (byId.has(id)) {
      problems.push(problem('id-twice', 'error', entry.place, id))
      setAside.push(entry)
      continue
    }
    byId.set(id, { id, name: name ?? id, entry })
  }
  return { kept: [...byId.values()].sort((a, b) => order(a.id, b.id)), setAside }
}

/** The area a row names, or null: blank, unknown or ambiguous (the last two are said). */
export function areaOf(entry: SourcedRow, areas: Finder, problems: Problem[]): string | null {
  const cell = text(entry.row, 'area')
  if (cell === null) return null
  const found = areas.find(cell)
  if (found !== null && found !== 'ambiguous') return found
  problems.push(problem(found === 'ambiguous' ? 'area-ambiguous' : 'area-unknown', 'warning', { ...entry.place, column: 'area' }, cell))
  return null
}

const resolved = (cell: string | null, areas: Finder): string | null => {
  const found = cell === null ? null : areas.find(cell)
  return found === 'ambiguous' ? cell : (found ?? cell)
}
