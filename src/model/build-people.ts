/** Demand points: rows -> columns, and the fallback where there is no people ledger. */
import { problem, type Problem } from '../problem'
import type { LedgerRow, LedgerTable } from '../tables/ledger'
import type { Finder } from './names'
import { upperUnitOf } from './identity'
import { number, order, position, rowsOf, text, type Refused, type SourcedRow } from './ledger-rows'
import { unitOfPoint } from './place-points'
import type { Area, Compound, People, PeopleCounts } from './study'

export const peopleKeys = ['households', 'residents', 'elders60', 'elders65', 'elders80'] as const
export type PeopleKey = (typeof peopleKeys)[number]

type DemandRecord = Partial<PeopleCounts> & { readonly id: string; readonly lng: number; readonly lat: number; readonly area: number; readonly row: number }

/** table: index of the one table that holds the points; null without people or where several tables do. */
export type BuiltPeople = { readonly people: People | null; readonly table: number | null; readonly setAside: readonly Refused[]; readonly problems: readonly Problem[] }

/** People points sorted by id (the ledger's, else the place itself); null when there is no such ledger. */
export function buildPeople(tables: readonly LedgerTable[], areas: readonly Area[], finder: Finder): BuiltPeople {
  const rows = rowsOf(tables, 'people')
  const problems: Problem[] = []
  if (rows.length === 0) return { people: null, table: null, setAside: [], problems }
  const indexOf = new Map(areas.map((area, index) => [area.id, index]))
  const holds = unitOfPoint(areas)
  const setAside: Refused[] = []
  const taken = new Map<string, number>()
  const written = new Set<string>()
  const unknownAreas = new Map<string, SourcedRow>()
  const records: DemandRecord[] = []
  // A hundred thousand points name a hundred units.
  const asked = new Map<string, string | null>()
  const unitOf = (cell: string, row: LedgerRow): string | null => {
    const key = [cell, row.values.subdistrict, row.values.county].join('\u0001')
    const known = asked.get(key)
    if (known !== undefined) return known
    const found = finder.find(cell, upperUnitOf(row, finder))
    asked.set(key, found)
    return found
  }
  for (const entry of rows) {
    const { row } = entry
    const at = position(row)
    const own = text(row, 'id')
    if (own !== null && written.has(own)) {
      problems.push(problem('id-twice', 'error', entry.place, own))
      setAside.push({ entry, why: 'duplicate' })
      continue
    }
    if (own !== null) written.add(own)
    const cell = text(row, 'area')
    const found = cell === null ? null : unitOf(cell, row)
    if (cell !== null && (found === null || found === 'ambiguous') && !unknownAreas.has(cell)) unknownAreas.set(cell, entry)
    const named = found === null || found === 'ambiguous' ? undefined : indexOf.get(found)
    const area = named ?? (at ? holds(at[0], at[1]) : -1)
    records.push({
      id: own ?? placeId(at, taken), lng: at?.[0] ?? NaN, lat: at?.[1] ?? NaN, area, row: row.row,
      households: number(row, 'households'), residents: number(row, 'residents'), elders60: number(row, 'elders60'), elders65: number(row, 'elders65'), elders80: number(row, 'elders80'),
    })
  }
  // Said at the first point only: a whole village has the same cell.
  for (const [cell, entry] of unknownAreas) problems.push(problem(finder.find(cell) === null ? 'area-unknown' : 'area-ambiguous', 'warning', { ...entry.place, column: 'area' }, cell))
  const first = rows[0]!.source.table
  return { people: columnsOf(records), table: rows.every(({ source }) => source.table === first) ? first : null, setAside, problems }
}

/** Where nobody wrote down points: the compounds, else the lowest units of the roster, stand for where people live. */
export function demandOf(study: { readonly people: People | null; readonly compounds: readonly Compound[]; readonly areas: readonly Area[] }): { people: People; from: 'people' | 'compounds' | 'areas' } {
  if (study.people) return { people: study.people, from: 'people' }
  const indexOf = new Map(study.areas.map((area, index) => [area.id, index]))
  const holds = unitOfPoint(study.areas)
  if (study.compounds.some((compound) => compound.at !== null)) {
    const records = study.compounds.map((compound): DemandRecord => {
      const named = compound.area === null ? undefined : indexOf.get(compound.area)
      const [lng, lat] = compound.at ?? [NaN, NaN]
      return { id: compound.id, lng, lat, area: named ?? holds(lng, lat), row: compound.source?.row ?? 0, households: compound.households, residents: compound.residents, elders60: compound.elders60 }
    })
    return { people: columnsOf(records), from: 'compounds' }
  }
  const parents = new Set(study.areas.map((area) => area.parent))
  const records = study.areas.flatMap((area, index): DemandRecord[] => {
    if (parents.has(area.id)) return []
    const [lng, lat] = area.at ?? [NaN, NaN]
    const { households, residents, elders60, elders65, elders80 } = area
    return [{ id: area.id, lng, lat, area: index, row: area.source?.row ?? 0, households, residents, elders60, elders65, elders80 }]
  })
  return { people: columnsOf(records), from: 'areas' }
}

/** An id that does not depend on the row's place in the file. */
function placeId(at: readonly [number, number] | null, taken: Map<string, number>): string {
  const base = at ? `${at[0].toFixed(6)},${at[1].toFixed(6)}` : 'no-position'
  const times = (taken.get(base) ?? 0) + 1
  taken.set(base, times)
  return times === 1 ? base : `${base}#${times}`
}

function columnsOf(records: DemandRecord[]): People {
  records.sort((a, b) => order(a.id, b.id))
  const column = (key: PeopleKey) => Float64Array.from(records, (record) => record[key] ?? NaN)
  return {
    id: records.map((record) => record.id),
    lng: Float64Array.from(records, (record) => record.lng),
    lat: Float64Array.from(records, (record) => record.lat),
    households: column('households'),
    residents: column('residents'),
    elders60: column('elders60'),
    elders65: column('elders65'),
    elders80: column('elders80'),
    area: Int32Array.from(records, (record) => record.area),
    row: Int32Array.from(records, (record) => record.row),
  }
}
