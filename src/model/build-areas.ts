/** The roster: rows -> areas with ids and parents, and the boundaries that belong to them. */
import { problem, type Problem } from '../problem'
import type { LedgerTable } from '../tables/ledger'
import { finderOf, matchingName, type Finder } from './names'
import { flag, number, order, position, rowsOf, text, type SourcedRow } from './ledger-rows'
import { areaLevels, type Area, type AreaLevel } from './study'

export type BuiltAreas = { readonly areas: Area[]; readonly finder: Finder; readonly rows: ReadonlyMap<string, SourcedRow>; readonly setAside: SourcedRow[]; readonly problems: Problem[] }

type Draft = { entry: SourcedRow; id: string; code: string | null; name: string; level: AreaLevel; parent: string | null }

/** Areas sorted by id. A row without a level or a name is set aside; of two rows with one id the first by content stays. */
export function buildAreas(tables: readonly LedgerTable[]): BuiltAreas {
  const problems: Problem[] = []
  const setAside: SourcedRow[] = []
  const rosterExists = tables.some((table) => table.ledger === 'areas' && !isMapOnly(table))
  const rows = rowsOf(tables, 'areas', (table) => !rosterExists || !isMapOnly(table))
  const drafts = draftsOf(rows, problems, setAside)
  const kept = resolveParents(drafts, problems, setAside)
  const boundaries = rosterExists ? rowsOf(tables, 'areas', isMapOnly) : rows
  const finder = finderOf(kept)
  const shapes = boundariesOf(boundaries, kept, finder, rosterExists ? problems : [])
  const areas = kept.map((draft): Area => {
    const { row, source } = draft.entry
    return {
      id: draft.id,
      code: draft.code,
      name: draft.name,
      level: draft.level,
      parent: draft.parent,
      urbanRural: text(row, 'urbanRural'),
      zone: flag(row, 'zone') ?? isZone(draft, problems),
      households: number(row, 'households'),
      residents: number(row, 'residents'),
      elders60: number(row, 'elders60'),
      elders65: number(row, 'elders65'),
      elders80: number(row, 'elders80'),
      at: position(row),
      boundary: shapes.get(draft.id) ?? null,
      extra: row.extra,
      source,
    }
  })
  const rowsById = new Map(kept.map((draft) => [draft.id, draft.entry]))
  return { areas: areas.sort((a, b) => order(a.id, b.id)), finder, rows: rowsById, setAside, problems }
}

/** A map file of areas beside a roster gives boundaries only. */
const isMapOnly = (table: LedgerTable): boolean => table.rows.some((row) => row.geometry !== null && row.geometry.type !== 'Point')

function draftsOf(rows: readonly SourcedRow[], problems: Problem[], setAside: SourcedRow[]): Draft[] {
  const drafts: Draft[] = []
  for (const entry of rows) {
    const name = text(entry.row, 'name')
    const code = text(entry.row, 'code')
    if (name === null && code === null) {
      problems.push(problem('id-missing', 'error', entry.place))
      setAside.push(entry)
      continue
    }
    const level = levelOf(text(entry.row, 'level'), name, code, entry, problems)
    if (level === null) {
      problems.push(problem('level-missing', 'error', entry.place, name ?? code ?? undefined))
      setAside.push(entry)
      continue
    }
    drafts.push({ entry, id: code ?? '', code, name: name ?? code ?? '', level, parent: text(entry.row, 'parent') })
  }
  return drafts
}

/** The written level, else the one that the name's ending or the code's segments tell (said with the row). */
function levelOf(written: string | null, name: string | null, code: string | null, entry: SourcedRow, problems: Problem[]): AreaLevel | null {
  if (written !== null && (areaLevels as readonly string[]).includes(written)) return written as AreaLevel
  const guess = levelOfCode(code) ?? levelOfName(name)
  if (guess) problems.push(problem('level-assumed', 'info', { ...entry.place, column: 'level' }, `${name ?? code}: ${guess}`))
  return guess
}

/** 12-digit codes: 6 county + 3 (001-099 subdistrict, 100-199 town, 200-399 township) + 3 (001-199 committee, 200-399 village). DOMAIN C1. */
function levelOfCode(code: string | null): AreaLevel | null {
  if (!code || !/^\d{12}$/.test(code)) return null
  const town = Number(code.slice(6, 9))
  const unit = Number(code.slice(9))
  if (unit > 0) return unit < 200 ? 'community' : 'village'
  if (town > 0) return town < 100 ? 'subdistrict' : town < 200 ? 'town' : town < 400 ? 'township' : null
  return code.endsWith('0000000000') ? 'province' : code.slice(4, 6) === '00' ? 'city' : 'county'
}

const endings: readonly [RegExp, AreaLevel][] = [
  [/(?:社区|居委会|居民委员会)$/, 'community'],
  [/(?:村|村委会|村民委员会)$/, 'village'],
  [/(?:街道|街道办|街道办事处)$/, 'subdistrict'],
  [/镇$/, 'town'],
  [/(?:乡|苏木)$/, 'township'],
  [/(?:县|区|旗)$/, 'county'],
  [/省$/, 'province'],
]
const levelOfName = (name: string | null): AreaLevel | null => (name ? endings.find(([ending]) => ending.test(name))?.[1] : null) ?? null

/** Ids need parents and parents need ids: from the top level down, a unit without a code is named by its path. */
function resolveParents(drafts: Draft[], problems: Problem[], setAside: SourcedRow[]): Draft[] {
  const rank = (level: AreaLevel) => areaLevels.indexOf(level)
  const kept: Draft[] = []
  const byId = new Map<string, Draft>()
  const sorted = [...drafts].sort((a, b) => rank(a.level) - rank(b.level))
  let finder = finderOf([])
  let levelOfFinder: AreaLevel | null = null
  for (const draft of sorted) {
    if (draft.level !== levelOfFinder) {
      finder = finderOf(kept)
      levelOfFinder = draft.level
    }
    const parent = parentOf(draft, finder, byId, problems)
    const id = draft.code ?? (parent === null ? draft.name : `${pathOf(byId.get(parent), byId)}/${draft.name}`)
    if (byId.has(id)) {
      problems.push(problem('id-twice', 'error', draft.entry.place, id))
      setAside.push(draft.entry)
      continue
    }
    const made = { ...draft, id, parent }
    byId.set(id, made)
    kept.push(made)
  }
  return kept
}

function parentOf(draft: Draft, finder: Finder, byId: Map<string, Draft>, problems: Problem[]): string | null {
  const at = { ...draft.entry.place, column: 'parent' }
  if (draft.parent === null) return parentByCode(draft.code, byId)
  const found = finder.find(draft.parent)
  if (found === 'ambiguous') {
    const byCode = parentByCode(draft.code, byId)
    if (byCode === null) problems.push(problem('area-ambiguous', 'warning', at, draft.parent))
    return byCode
  }
  if (found === null) {
    problems.push(problem('parent-missing', 'warning', at, draft.parent))
    return parentByCode(draft.code, byId)
  }
  return found
}

/** The nearest unit whose code begins the 12-digit code (…000 filled or cut short). */
function parentByCode(code: string | null, byId: Map<string, Draft>): string | null {
  if (!code || !/^\d{6,12}$/.test(code)) return null
  for (const length of [9, 6, 4, 2]) {
    const stem: string = code.slice(0, length)
    if (stem.length < length) continue
    for (const candidate of [stem, stem.padEnd(12, '0'), stem.padEnd(6, '0')]) if (candidate !== code && byId.has(candidate)) return candidate
  }
  return null
}

function pathOf(draft: Draft | undefined, byId: Map<string, Draft>): string {
  if (!draft) return ''
  return draft.parent === null ? draft.name : `${pathOf(byId.get(draft.parent), byId)}/${draft.name}`
}

const zoneName = /(?:经开区|经济技术开发区|开发区|高新区|高新技术产业开发区|新区|管委会)$/

/** SETTLED 10 and 41: with a blank cell, a county-level unit without a code, or a zone's name without a code. */
function isZone(draft: Draft, problems: Problem[]): boolean {
  const zone = draft.code === null && (draft.level === 'county' || zoneName.test(draft.name))
  if (zone) problems.push(problem('zone-assumed', 'info', { ...draft.entry.place, column: 'zone' }, draft.name))
  return zone
}

/** Boundaries joined by code, else by parent and name. */
function boundariesOf(rows: readonly SourcedRow[], areas: readonly Draft[], finder: Finder, problems: Problem[]): Map<string, Area['boundary']> {
  const shapes = new Map<string, Area['boundary']>()
  const byId = new Map(areas.map((area) => [area.id, area]))
  for (const entry of rows) {
    const { geometry } = entry.row
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue
    const code = text(entry.row, 'code')
    const name = text(entry.row, 'name')
    const parentText = text(entry.row, 'parent')
    const parent = parentText === null ? null : finder.find(parentText)
    const byName = name === null ? null : finder.find(name, parent === 'ambiguous' ? null : parent)
    const id = code !== null && byId.has(code) ? code : byName
    const area = id === null || id === 'ambiguous' ? undefined : byId.get(id)
    const sameName = area && name !== null ? matchingName(area.name) === matchingName(name) : true
    if (!area || (code === null && !sameName)) {
      problems.push(problem('boundary-unmatched', 'warning', entry.place, name ?? code ?? undefined))
      continue
    }
    if (!shapes.has(area.id)) shapes.set(area.id, geometry)
  }
  return shapes
}
