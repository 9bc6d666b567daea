/** Which id a record has, and which area it belongs to. */
import { problem, type Problem } from '../problem'
import type { LedgerRow } from '../tables/ledger'
import { order, text, type Refused, type SourcedRow } from './ledger-rows'
import type { Finder } from './names'

export type Identified = { readonly id: string; readonly name: string; readonly entry: SourcedRow }

/**
 * Ids of records, sorted: the ledger's id, else the name, else area and name where the name stands twice.
 * A row with neither is called by `otherwise`, or set aside; of two rows with one id the first by content stays and the other is set aside.
 */
export function idsFor(rows: readonly SourcedRow[], areas: Finder, problems: Problem[], otherwise: (row: LedgerRow) => string | null = () => null): { kept: Identified[]; setAside: Refused[] } {
  const setAside: Refused[] = []
  const times = new Map<string, number>()
  for (const { row } of rows) {
    const name = text(row, 'name')
    if (text(row, 'id') === null && name !== null) times.set(name, (times.get(name) ?? 0) + 1)
  }
  const byId = new Map<string, Identified>()
  for (const entry of rows) {
    const written = text(entry.row, 'id')
    const name = text(entry.row, 'name')
    const id = written ?? (name === null ? otherwise(entry.row) : (times.get(name) ?? 0) > 1 ? nameInArea(name, entry.row, areas) : name)
    if (id === null) {
      problems.push(problem('id-missing', 'error', entry.place))
      setAside.push({ entry, why: 'no-identity' })
    } else if (byId.has(id)) {
      problems.push(problem('id-twice', 'error', entry.place, id))
      setAside.push({ entry, why: 'duplicate' })
    } else byId.set(id, { id, name: name ?? id, entry })
  }
  return { kept: [...byId.values()].sort((a, b) => order(a.id, b.id)), setAside }
}

/** The area a row names, or null: blank, or unknown or ambiguous (which is said; the upper unit of a column of its own then stands for it). */
export function areaOf(entry: SourcedRow, areas: Finder, problems: Problem[]): string | null {
  const cell = text(entry.row, 'area')
  if (cell === null) return null
  const upper = upperUnitOf(entry.row, areas)
  const found = areas.find(cell, upper)
  if (found !== null && found !== 'ambiguous') return found
  problems.push(problem(found === 'ambiguous' ? 'area-ambiguous' : 'area-unknown', 'warning', { ...entry.place, column: 'area' }, cell))
  return upper
}

/** The lowest unit that the columns 县区 and 街道 beside the row's own unit name; null without such columns, or when they name nothing known. */
export function upperUnitOf(row: LedgerRow, areas: Finder): string | null {
  const county = known(text(row, 'county'), areas, null)
  return known(text(row, 'subdistrict'), areas, county) ?? county
}

function known(cell: string | null, areas: Finder, within: string | null): string | null {
  const found = cell === null ? null : areas.find(cell, within)
  return found === 'ambiguous' ? null : found
}

function nameInArea(name: string, row: LedgerRow, areas: Finder): string {
  const cell = text(row, 'area')
  return [known(cell, areas, upperUnitOf(row, areas)) ?? cell, name].filter(Boolean).join('/')
}
