/** The roster: rows -> areas with ids and parents, and the boundaries that belong to them. */
import { problem, type Problem } from '../problem'
import type { LedgerTable } from '../tables/ledger'
import { isZoneName, levelOf, rankOf } from './area-level'
import { boundariesOf, unitOfShape } from './boundaries'
import { upperUnitOf } from './identity'
import { flag, number, order, position, rowsOf, text, type Refused, type SourcedRow } from './ledger-rows'
import { finderOf, matchingName, type Finder } from './names'
import type { Area, AreaLevel } from './study'

export type BuiltAreas = { readonly areas: Area[]; readonly finder: Finder; readonly rows: ReadonlyMap<string, SourcedRow>; readonly setAside: readonly Refused[]; readonly problems: readonly Problem[] }

/** parent: the cell's text in a draft, the parent's id in a kept unit. */
type Unit = { readonly entry: SourcedRow; readonly id: string; readonly code: string | null; readonly name: string; readonly level: AreaLevel; readonly parent: string | null }

/** Areas sorted by id. A row without a level or a name is set aside; of two rows with one id the first by content stays. */
export function buildAreas(tables: readonly LedgerTable[]): BuiltAreas {
  const problems: Problem[] = []
  const setAside: Refused[] = []
  const rosterExists = tables.some((table) => table.ledger === 'areas' && !isMap(table))
  const rows = rowsOf(tables, 'areas', (table) => !rosterExists || !isMap(table))
  const { kept, idOf } = withParents(draftsOf(rows, problems, setAside), problems, setAside)
  const finder = finderOf(kept)
  const ids = new Set(kept.map(({ id }) => id))
  const shapes = rosterExists
    ? boundariesOf(rowsOf(tables, 'areas', isMap), (entry) => unitOfShape(entry, ids, finder), problems, setAside)
    : boundariesOf([...idOf.keys()], (entry) => idOf.get(entry) ?? null, problems, setAside)
  const areas = kept.map((unit): Area => {
    const { row, source } = unit.entry
    return {
      id: unit.id,
      code: unit.code,
      name: unit.name,
      level: unit.level,
      parent: unit.parent,
      urbanRural: text(row, 'urbanRural'),
      zone: flag(row, 'zone') ?? isZone(unit, problems),
      households: number(row, 'households'),
      residents: number(row, 'residents'),
      elders60: number(row, 'elders60'),
      elders65: number(row, 'elders65'),
      elders80: number(row, 'elders80'),
      at: position(row),
      boundary: shapes.get(unit.id) ?? null,
      extra: row.extra,
      source,
    }
  })
  return { areas: areas.sort((a, b) => order(a.id, b.id)), finder, rows: new Map(kept.map((unit) => [unit.id, unit.entry])), setAside, problems }
}

/** A map file of areas beside a roster gives boundaries only. */
const isMap = (table: LedgerTable): boolean => table.rows.some((row) => row.geometry !== null && row.geometry.type !== 'Point')

function draftsOf(rows: readonly SourcedRow[], problems: Problem[], setAside: Refused[]): Unit[] {
  const drafts: Unit[] = []
  for (const entry of rows) {
    const name = text(entry.row, 'name')
    const code = text(entry.row, 'code')
    if (name === null && code === null) {
      problems.push(problem('id-missing', 'error', entry.place))
      setAside.push({ entry, why: 'no-identity' })
      continue
    }
    const { level, assumed } = levelOf(text(entry.row, 'level'), name, code)
    if (level === null) {
      problems.push(problem('level-missing', 'error', entry.place, name ?? code ?? undefined))
      setAside.push({ entry, why: 'unreadable' })
      continue
    }
    if (assumed) problems.push(problem('level-assumed', 'info', { ...entry.place, column: 'level' }, `${name ?? code}: ${level}`))
    drafts.push({ entry, id: code ?? '', code, name: name ?? code ?? '', level, parent: text(entry.row, 'parent') })
  }
  return drafts
}

/** Ids need parents and parents need ids: from the top level down, a unit without a code is named by its path. A parent stands above, so no circle can arise. */
function withParents(drafts: readonly Unit[], problems: Problem[], setAside: Refused[]): { kept: Unit[]; idOf: ReadonlyMap<SourcedRow, string> } {
  const written = new Set(drafts.flatMap(({ code, name }) => [code ?? name, matchingName(name)]))
  const byId = new Map<string, Unit>()
  const idOf = new Map<SourcedRow, string>()
  const kept: Unit[] = []
  let above = finderOf([])
  let level: AreaLevel | null = null
  for (const draft of [...drafts].sort((a, b) => rankOf(a.level) - rankOf(b.level))) {
    if (draft.level !== level) {
      above = finderOf(kept)
      level = draft.level
    }
    const parent = parentOf(draft, above, written, byId, problems)
    const id = draft.code ?? [...pathOf(parent, draft, byId), draft.name].join('/')
    const before = byId.get(id)
    // One more shape of the same unit, where the map file is the roster.
    if (before && before.name === draft.name && draft.entry.row.geometry?.type.includes('Polygon')) {
      idOf.set(draft.entry, id)
      continue
    }
    if (before) {
      problems.push(problem('id-twice', 'error', draft.entry.place, id))
      setAside.push({ entry: draft.entry, why: 'duplicate' })
      continue
    }
    const unit = { ...draft, id, parent }
    byId.set(id, unit)
    idOf.set(draft.entry, id)
    kept.push(unit)
  }
  return { kept, idOf }
}

/** As written, told apart by the columns of the upper units; else the nearest unit whose code begins this one's. */
function parentOf(draft: Unit, above: Finder, written: ReadonlySet<string>, byId: ReadonlyMap<string, Unit>, problems: Problem[]): string | null {
  const byCode = parentByCode(draft.code, byId)
  if (draft.parent === null) return byCode
  const found = above.find(draft.parent, upperUnitOf(draft.entry.row, above) ?? byCode)
  if (found !== null && found !== 'ambiguous') return found
  if (found === null || byCode === null) {
    const notAbove = written.has(draft.parent.trim()) || written.has(matchingName(draft.parent))
    problems.push(problem(found === 'ambiguous' ? 'area-ambiguous' : notAbove ? 'area-cycle' : 'parent-missing', 'warning', { ...draft.entry.place, column: 'parent' }, draft.parent))
  }
  return byCode
}

/** The nearest unit whose code begins the code (cut short or filled up with 0). */
function parentByCode(code: string | null, byId: ReadonlyMap<string, Unit>): string | null {
  if (!code || !/^\d{6,12}$/.test(code)) return null
  for (const length of [9, 6, 4, 2]) {
    const stem: string = code.slice(0, length)
    if (stem.length < length) continue
    for (const candidate of [stem, stem.padEnd(12, '0'), stem.padEnd(9, '0'), stem.padEnd(6, '0')]) if (candidate !== code && byId.has(candidate)) return candidate
  }
  return null
}

/** Names from the top down to the parent (SETTLED 21); a parent that is not in the roster gives its name as written, so that two units of one name stay two. */
function pathOf(parent: string | null, draft: Unit, byId: ReadonlyMap<string, Unit>): string[] {
  if (parent === null) return draft.parent === null ? [] : [draft.parent]
  const names: string[] = []
  for (let at = byId.get(parent); at; at = at.parent === null ? undefined : byId.get(at.parent)) names.unshift(at.name)
  return names
}

/** SETTLED 10 and 41: with a blank cell, a county-level unit without a code, or a zone's name without a code. */
function isZone(unit: Unit, problems: Problem[]): boolean {
  const zone = unit.code === null && (unit.level === 'county' || isZoneName(unit.name))
  if (zone) problems.push(problem('zone-assumed', 'info', { ...unit.entry.place, column: 'zone' }, unit.name))
  return zone
}
