/** Elder-care facilities: rows -> records. */
import { problem, type Problem } from '../problem'
import type { LedgerTable } from '../tables/ledger'
import { areaOf, idsFor, upperUnitOf } from './identity'
import type { Finder } from './names'
import { has, list, number, oneOf, order, position, rowsOf, text, type Refused, type SourcedRow } from './ledger-rows'
import { facilityKinds, facilityLevels, stages, type Area, type Facility, type FacilityKind, type FacilityLevel } from './study'

const operators = ['public-run', 'public-built-private-run', 'private-run', 'private-run-public-aided'] as const

export type BuiltFacilities = { readonly facilities: Facility[]; readonly rows: ReadonlyMap<string, SourcedRow>; readonly setAside: readonly Refused[]; readonly problems: Problem[] }

/** Facilities sorted by id. `targets` finds what a facility serves: areas and compounds. */
export function buildFacilities(tables: readonly LedgerTable[], areas: readonly Area[], finder: Finder, targets: Finder): BuiltFacilities {
  const problems: Problem[] = []
  const all = rowsOf(tables, 'facilities')
  const { kept, setAside } = idsFor(all, finder, problems)
  for (const table of tables) if (table.ledger === 'facilities' && table.rows.length > 0 && !has(table.rows[0]!, 'stage')) problems.push(problem('stage-assumed', 'info', { file: table.file, sheet: table.sheet }))
  const areaById = new Map(areas.map((area) => [area.id, area]))
  const rows = new Map<string, SourcedRow>()
  const facilities = kept.map(({ id, name, entry }): Facility => {
    rows.set(id, entry)
    const { row, source } = entry
    const kind = oneOf(text(row, 'kind'), facilityKinds)
    if (kind === null) problems.push(problem('kind-missing', 'warning', { ...entry.place, column: 'kind' }, name))
    const area = areaOf(entry, finder, problems)
    const written = oneOf(text(row, 'level'), facilityLevels)
    const level = written ?? proposedLevel(kind, area === null ? null : (areaById.get(area) ?? null))
    return {
      id,
      name,
      kind,
      level,
      levelProposed: written === null && level !== null,
      area,
      serves: servesOf(entry, targets, area, problems),
      floorAreaM2: number(row, 'floorAreaM2'),
      landAreaM2: number(row, 'landAreaM2'),
      beds: number(row, 'beds'),
      nursingBeds: number(row, 'nursingBeds'),
      owner: oneOf(text(row, 'owner'), ['public', 'private'] as const),
      operator: oneOf(text(row, 'operator'), operators),
      services: list(row, 'services'),
      // SETTLED 15: a blank cell is unknown, a table without the column lists what operates.
      stage: has(row, 'stage') ? oneOf(text(row, 'stage'), stages) : 'operating',
      opened: text(row, 'opened'),
      at: position(row),
      ...(has(row, 'phone') ? { phone: text(row, 'phone') } : {}),
      extra: row.extra,
      source,
    }
  })
  return { facilities, rows, setAside, problems }
}

/** SETTLED 14 and 44: the level that a kind has by itself, or that of its area; a COMM known only by its street stays unknown. */
export function proposedLevel(kind: FacilityKind | null, area: Pick<Area, 'level'> | null): FacilityLevel | null {
  const level = area && area.level !== 'province' ? area.level : null
  switch (kind) {
    case 'STREET':
      return 'subdistrict'
    case 'VILLAGE':
      return 'village'
    case 'INST_CITY':
      return 'city'
    case 'INST_COUNTY':
      return 'county'
    case 'HOME_BED':
      return 'home'
    case 'COMM':
      return level === 'community' || level === 'village' ? level : null
    default:
      return kind === null ? null : level
  }
}

function servesOf(entry: SourcedRow, targets: Finder, area: string | null, problems: Problem[]): string[] | null {
  const names = list(entry.row, 'serves')
  if (names === null) return null
  const home = area ?? upperUnitOf(entry.row, targets)
  const found = new Set<string>()
  for (const name of names) {
    const id = targets.find(name, home)
    if (id !== null && id !== 'ambiguous') found.add(id)
    else problems.push(problem(id === null ? 'area-unknown' : 'area-ambiguous', 'warning', { ...entry.place, column: 'serves' }, name))
  }
  return [...found].sort(order)
}
