/** What data would decide a clause: the ledgers, columns, levels and stated items that the study lacks. */
import type { Area, AreaLevel, Facility, FactOf, Study } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { requirementsOf, type NeededColumn } from '../policy/requirements'
import { factItem } from '../tables/fact-items'
import type { LedgerName } from '../tables/ledger'
import { factsOf, statedFigure, type FactIndex } from './facts'
import { kindSets } from './match'
import { columnSum } from './measure'
import type { Result } from './result'
import { rosterOf, unitsOf, type Roster } from './roster'

export type Lack =
  /** units: so many units have no row in it; without: there is no such ledger. */
  | { readonly what: 'ledger'; readonly ledger: LedgerName; readonly units?: number }
  /** Blank cells of a column, or (blank = of) no such column at all. column 'position': coordinates. */
  | { readonly what: 'column'; readonly ledger: LedgerName; readonly column: string; readonly blank: number; readonly of: number }
  /** The roster lists no unit of the level, or (listed, expected) fewer than there should be. */
  | { readonly what: 'level'; readonly level: AreaLevel; readonly listed?: number; readonly expected?: number }
  /** An item that is not stated: of how many of its owners. more: it is stated, but one date or year more is needed. */
  | { readonly what: 'item'; readonly item: string; readonly owner: FactOf['kind']; readonly blank: number; readonly of: number; readonly more?: true }

export type DataLacking = {
  /** All of these would decide the clause … */
  readonly lacks: readonly Lack[]
  /** … or these stated figures in their place. */
  readonly instead: readonly Lack[]
}

/** Empty for a clause that lacks nothing; what a verdict was given without stays named. A clause without a verdict for want of data names at least one thing. */
export function dataLacking(study: Study, clause: Clause, result: Result): DataLacking {
  const asked = requirementsOf(clause, result.reading)
  const world: World = { study, roster: rosterOf(study), facts: factsOf(study), clause, result }
  const lacks = distinct([
    ...asked.levels.filter((level) => !levelListed(world, asked.levels, level)).map((level): Lack => ({ what: 'level', level })),
    ...asked.columns.flatMap((column) => columnLack(world, column, asked.levels)),
    ...asked.items.flatMap((item) => itemLack(world, item)),
    ...fromReasons(world),
  ])
  if (!hasNoData(result)) return { lacks, instead: [] }
  const instead = asked.orItems.flatMap((item) => itemLack(world, item))
  return { lacks: lacks.length + instead.length > 0 ? lacks : onceMore([...asked.items, ...asked.orItems], asked.columns), instead }
}

/** The clause or one of its units has no verdict for want of data. */
export const hasNoData = ({ state, units }: Result): boolean => state === 'no-data' || units.some((unit) => unit.state === 'no-data')

type World = { readonly study: Study; readonly roster: Roster; readonly facts: FactIndex; readonly clause: Clause; readonly result: Result }

/** Any one of the levels is enough: a city of streets alone need not list towns. */
const levelListed = ({ roster, result }: World, levels: readonly AreaLevel[], level: AreaLevel): boolean => roster.areas.length === 0 || levels.some((each) => roster.hasLevel(each)) || result.state === 'not-applicable' || !levels.includes(level)

function columnLack({ study, roster, clause }: World, { ledger, column }: NeededColumn, levels: readonly AreaLevel[]): Lack[] {
  const found = ledger === 'areas' ? areaCells(study, roster, column, levels) : cellsOf(study, ledger, column, kindsIn(clause.parameters))
  if (found === null) return [{ what: 'ledger', ledger }]
  return found.blank === 0 ? [] : [{ what: 'column', ledger, column: column === 'lng' || column === 'lat' ? 'position' : column, ...found }]
}

type Cells = { readonly blank: number; readonly of: number }

/** null: the study has no such ledger. */
function cellsOf(study: Study, ledger: LedgerName, column: string, kinds: ReadonlySet<string> | null): Cells | null {
  if (ledger === 'people') return peopleCells(study, column) ?? (livesElsewhere(study) ? { blank: 0, of: 0 } : null)
  if (ledger === 'roads') return study.tables.some((table) => table.ledger === 'roads') ? { blank: 0, of: 0 } : null
  const records = recordsOf(study, ledger)
  if (records === null || records.length === 0) return null
  // Only what may count is missed: a canteen needs no beds.
  const meant = ledger === 'facilities' && kinds !== null && column !== 'kind' ? records.filter((record) => (record as Facility).kind === null || kinds.has((record as Facility).kind!)) : records
  const field = column === 'lng' || column === 'lat' ? 'at' : column
  const read = (record: object): unknown => (record as Readonly<Record<string, unknown>>)[field]
  return { blank: meant.filter((record) => read(record) === null).length, of: meant.length }
}

function recordsOf(study: Study, ledger: LedgerName): readonly object[] | null {
  switch (ledger) {
    case 'compounds':
      return study.compounds
    case 'facilities':
      return study.facilities
    case 'plots':
      return study.plots
    default:
      return null
  }
}

function peopleCells({ people }: Study, column: string): Cells | null {
  if (!people || people.id.length === 0) return null
  const of = people.id.length
  const count = (blank: (index: number) => boolean): Cells => ({ blank: people.id.filter((_, index) => blank(index)).length, of })
  switch (column) {
    case 'area':
      return count((index) => people.area[index] === -1)
    case 'lng':
    case 'lat':
    case 'households':
    case 'residents':
    case 'elders60':
    case 'elders65':
    case 'elders80':
      return count((index) => Number.isNaN(people[column][index]!))
    default:
      return { blank: 0, of }
  }
}

/** Without demand points, compounds and units with a place stand for them. */
const livesElsewhere = ({ compounds, areas }: Study): boolean => [...compounds, ...areas].some(({ at, elders60, residents, households }) => at !== null && (elders60 !== null || residents !== null || households !== null))

/** A count that the lower units complete is not missed above; what names a unit is there or the unit is not. */
function areaCells(study: Study, roster: Roster, column: string, levels: readonly AreaLevel[]): Cells | null {
  if (study.areas.length === 0) return null
  if (column === 'elders60' || column === 'elders65' || column === 'elders80' || column === 'residents' || column === 'households') {
    const meant = unitsMeant(roster, levels)
    return { blank: meant.filter((area) => columnSum(roster, area, column) === null).length, of: meant.length }
  }
  if (column !== 'code' && column !== 'urbanRural') return { blank: 0, of: study.areas.length }
  const lowest = unitsOf(roster, ['community', 'village'])
  return { blank: lowest.filter((area) => area[column] === null).length, of: lowest.length }
}

/** The units that the clause lists, else those it is judged at. */
function unitsMeant(roster: Roster, levels: readonly string[]): readonly Area[] {
  const units = unitsOf(roster, levels)
  return units.length > 0 ? units : roster.tops
}

function itemLack({ study, roster, facts, clause }: World, key: string): Lack[] {
  const item = factItem(key)
  if (!item) return []
  const owner = ownerOf(item.levelOfUnit)
  const answered = (of: FactOf): boolean => facts.everyRow(of, key).some(({ value }) => value !== null)
  const ids: readonly string[] =
    owner === 'area' ? areasStating(roster, item.levelOfUnit, levelsWanted(clause)).map(({ id }) => id) : ownersIn(study, owner, kindsIn(clause.parameters))
  const stated = facts.mentions(key)
  const isNumber = item.unit !== 'yes-no' && item.unit !== 'text' && item.unit !== 'date'
  const blank = !stated ? ids.length : ids.filter((id) => !answered({ kind: owner, id }) && !(owner === 'area' && isNumber && statedFigure(facts, roster, id, key).value !== null)).length
  if (ids.length === 0) return owner === 'area' ? [{ what: 'item', item: key, owner, blank: 0, of: 0 }] : []
  return blank === 0 ? [] : [{ what: 'item', item: key, owner, blank, of: ids.length }]
}

const ownerOf = (levels: readonly string[]): FactOf['kind'] => (levels.includes('compound') ? 'compound' : levels.includes('facility') ? 'facility' : levels.includes('plot') ? 'plot' : 'area')

function ownersIn(study: Study, owner: FactOf['kind'], kinds: ReadonlySet<string> | null): readonly string[] {
  if (owner === 'compound') return study.compounds.map(({ id }) => id)
  if (owner === 'plot') return study.plots.map(({ id }) => id)
  return study.facilities.filter(({ kind }) => kinds === null || (kind !== null && kinds.has(kind))).map(({ id }) => id)
}

/** The units that state an item: those of the clause's levels, else the topmost where the item is theirs, else the highest level that the item has in the roster. */
function areasStating(roster: Roster, levels: readonly string[], wanted: readonly string[]): readonly Area[] {
  const listed = unitsOf(roster, levels.filter((level) => wanted.includes(level)))
  if (listed.length > 0) return listed
  if (roster.tops.some(({ level }) => levels.includes(level))) return roster.tops
  for (const level of levels) if (unitsOf(roster, [level]).length > 0) return unitsOf(roster, [level])
  return roster.tops
}

/** item -> the units of the study that are to state it, by a name that finds them again; what would make a form too long to fill is left to the user. */
export function unitsStating(study: Study, packs: readonly Pack[]): ReadonlyMap<string, readonly string[]> {
  const roster = rosterOf(study)
  const names = new Map<string, number>()
  for (const { name } of roster.areas) names.set(name, (names.get(name) ?? 0) + 1)
  const found = new Map<string, readonly string[]>()
  let lines = 0
  for (const { clauses } of packs)
    for (const clause of clauses) {
      const { items, orItems } = requirementsOf(clause, null)
      for (const key of [...items, ...orItems]) {
        const levels = factItem(key)?.levelOfUnit ?? []
        if (ownerOf(levels) !== 'area') continue
        const units = areasStating(roster, levels, levelsWanted(clause))
        const known = found.get(key)
        if (units.length === 0 || (known && known.length >= units.length) || (units.length > 1 && lines + units.length > mostLines)) continue
        lines += units.length - (known?.length ?? 0)
        found.set(key, units.map(({ id, name }) => (names.get(name) === 1 ? name : id)))
      }
    }
  return found
}

const mostLines = 400

function levelsWanted({ parameters }: Clause): readonly string[] {
  const { units } = parameters
  if (typeof units !== 'object' || units === null || !('levels' in units)) return []
  return Array.isArray(units.levels) ? (units.levels as readonly string[]) : []
}

/** Every kind that the parameters count; null: any. */
function kindsIn(parameters: Clause['parameters']): ReadonlySet<string> | null {
  const kinds = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
      if (key === 'kinds' && Array.isArray(entry)) entry.forEach((kind) => kinds.add(String(kind)))
      else if (key === 'kindSet' && typeof entry === 'string') (kindSets[entry] ?? []).forEach((kind) => kinds.add(kind))
      else walk(entry)
    }
  }
  walk(parameters)
  return kinds.size > 0 ? kinds : null
}

/** What the reasons of the result name beyond blank cells: another year, more units, an item of a unit. */
function fromReasons({ study, clause, result, roster }: World): Lack[] {
  const without = result.units.filter(({ state }) => state === 'no-data')
  const whys = [...result.why, ...without.flatMap(({ why }) => why)]
  const codes = new Set(whys.map(({ code }) => code))
  const lacks: Lack[] = []
  if (codes.has('one-figure-only') || codes.has('year-missing') || codes.has('running-year'))
    lacks.push(...requirementsOf(clause, result.reading).items.map((item): Lack => ({ what: 'item', item, owner: 'area', blank: 0, of: 0, more: true })))
  if (codes.has('fewer-than-expected')) lacks.push(...levelsWanted(clause).map((level): Lack => ({ what: 'level', level: level as AreaLevel, listed: unitsOf(roster, [level]).length, ...expectedIn(clause) })))
  const unpeopled = without.filter(({ why }) => why.some(({ code }) => code === 'no-people' || code === 'people-unknown')).length
  if (unpeopled > 0 && study.people) lacks.push({ what: 'ledger', ledger: 'people', units: unpeopled })
  const adrift = result.excluded.filter(({ why }) => why === 'area-unknown').length
  if (adrift > 0) lacks.push({ what: 'column', ledger: 'facilities', column: 'area', blank: adrift, of: study.facilities.length })
  if (codes.has('floor-area-unknown')) lacks.push(...columnLack({ study, clause, result, roster, facts: factsOf(study) }, { ledger: 'facilities', column: 'floorAreaM2' }, []))
  if (codes.has('streets-missing')) lacks.push({ what: 'ledger', ledger: 'roads' })
  if (codes.has('roster-missing') && roster.areas.length === 0) lacks.push({ what: 'ledger', ledger: 'areas' })
  return lacks
}

function expectedIn({ parameters }: Clause): { expected?: number } {
  const { units } = parameters
  return typeof units === 'object' && units !== null && 'expected' in units && typeof units.expected === 'number' ? { expected: units.expected } : {}
}

/** Nothing is blank and yet there is no verdict: what the clause reads has to be looked at again. */
const onceMore = (items: readonly string[], columns: readonly NeededColumn[]): Lack[] =>
  items.length > 0
    ? items.map((item) => ({ what: 'item', item, owner: ownerOf(factItem(item)?.levelOfUnit ?? []), blank: 0, of: 0, more: true }))
    : [...new Set(columns.map(({ ledger }) => ledger))].map((ledger) => ({ what: 'ledger', ledger }))

/** Each thing once; a missing ledger goes before its columns; a stated item before the wish for one more. */
function distinct(lacks: readonly Lack[]): Lack[] {
  const missing = new Set(lacks.flatMap((lack) => (lack.what === 'ledger' && lack.units === undefined ? [lack.ledger] : [])))
  const byName = new Map<string, Lack>()
  for (const lack of lacks) {
    if (lack.what === 'column' && missing.has(lack.ledger)) continue
    const key = lackKey(lack)
    if (!byName.has(key)) byName.set(key, lack)
  }
  return [...byName.values()].sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what))
}

const order: readonly Lack['what'][] = ['ledger', 'level', 'column', 'item']

/** Names what is lacking, whatever the counts: 'ledger compounds', 'column facilities.beds', 'item hospitals'. */
export function lackKey(lack: Lack): string {
  switch (lack.what) {
    case 'ledger':
      return `ledger ${lack.ledger}`
    case 'column':
      return `column ${lack.ledger}.${lack.column}`
    case 'level':
      return `level ${lack.level}`
    case 'item':
      return `item ${lack.item}`
  }
}
