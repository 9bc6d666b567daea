/** Which units of the roster a clause speaks of: levels, the reading of 城市社区 / 村 / 乡镇, functional zones. */
import type { Area, Options } from '../model/study'
import { factsOf, numberSaid, type FactIndex } from './facts'
import type { Judging } from './evaluator'
import { keptSlot } from './kept'
import type { Excluded } from './result'
import { shapeOf, tierOf, unitsOf, type Roster } from './roster'

export type UnitsWanted = {
  readonly levels: readonly string[]
  readonly where?: { readonly urban?: boolean; readonly rural?: boolean; readonly hasLevel?: string; readonly item?: string; readonly above?: number } | null
  readonly expected?: number | null
  /** absent = included; false = units that are themselves zones are out, what lies in them stays (SETTLED 10). */
  readonly functionalZones?: boolean
}

export type Scope = {
  readonly units: readonly Area[]
  /** Units kept apart because nothing tells whether they belong (no code, no class, no figure). */
  readonly unclear: readonly Area[]
  readonly notUnderDuty: readonly Area[]
  readonly excluded: readonly Excluded[]
  /** How many units each reading of the same option would give. */
  readonly counts: Readonly<Record<string, number>>
  /** The roster reaches down to the tier of these units. */
  readonly listed: boolean
}

const slot = keptSlot((): { shape: object | null; facts: FactIndex | null; readonly scopes: Map<string, Scope> } => ({ shape: null, facts: null, scopes: new Map() }))

/** Units in scope, sorted by id. Kept while the roster and what is stated stay: the very same list again. */
export function unitsInScope(judging: Judging, wanted: UnitsWanted, unitsOption: string | null): Scope {
  const memory = slot(judging.kept)
  const shape = shapeOf(judging.study.areas)
  if (memory.shape !== shape || memory.facts !== judging.facts) {
    Object.assign(memory, { shape, facts: judging.facts })
    memory.scopes.clear()
  }
  const key = JSON.stringify([wanted, unitsOption])
  let scope = memory.scopes.get(key)
  if (!scope) memory.scopes.set(key, (scope = findUnits(judging, wanted, unitsOption)))
  return scope
}

function findUnits(judging: Judging, wanted: UnitsWanted, unitsOption: string | null): Scope {
  const { roster, reading, study } = judging
  const choice = unitsOption && unitsOption in reading ? String(reading[unitsOption]) : null
  const chosen = unitsOption === null ? unitsOfReading(roster, wanted, null, null) : unitsOfReading(roster, wanted, unitsOption, choice)
  const excluded: Excluded[] = chosen.unclear.map((unit) => ({ id: unit.id, why: choice === 'committee-code' ? 'no-code' : 'no-class' }))
  let units = chosen.units
  if (wanted.functionalZones === false || reading.functionalZones === 'excluded') {
    excluded.push(...units.filter((unit) => unit.zone).map((unit) => ({ id: unit.id, why: 'functional-zone' })))
    units = units.filter((unit) => !unit.zone)
  }
  const unclear: Area[] = []
  const notUnderDuty: Area[] = []
  const { where } = wanted
  if (where?.item !== undefined) {
    const facts = factsOf(study)
    for (const unit of units) {
      const figure = numberSaid(facts, { kind: 'area', id: unit.id }, where.item)
      if (figure === null) unclear.push(unit)
      else if (!(figure > (where.above ?? 0))) notUnderDuty.push(unit)
    }
  }
  if (where?.hasLevel !== undefined) for (const unit of units) if (roster.below(unit.id, [where.hasLevel]).length === 0) notUnderDuty.push(unit)
  const out = new Set([...unclear, ...notUnderDuty])
  const tier = Math.max(...wanted.levels.map((level) => tierOf[level as Area['level']] ?? 0))
  return { units: units.filter((unit) => !out.has(unit)), unclear, notUnderDuty, excluded, counts: countsOfReadings(judging, wanted, unitsOption), listed: roster.depth >= tier }
}

type Chosen = { readonly units: readonly Area[]; readonly unclear: readonly Area[] }

function unitsOfReading(roster: Roster, wanted: UnitsWanted, option: string | null, choice: string | null): Chosen {
  const byLevel = { units: unitsOf(roster, wanted.levels), unclear: [] }
  if (option === 'townshipUnits') {
    if (choice !== 'plus-rural-subdistricts') return byLevel
    const rural = unitsOf(roster, ['subdistrict']).filter((unit) => roster.below(unit.id, ['village']).length > 0)
    return { units: [...byLevel.units, ...rural].sort((a, b) => (a.id < b.id ? -1 : 1)), unclear: [] }
  }
  const test = option === null || choice === null ? undefined : tests[`${option}=${choice}`]
  if (!test) return byLevel
  // These readings choose among communities and villages; a unit without a code or class is kept apart (SETTLED 27).
  const candidates = unitsOf(roster, ['community', 'village'])
  return { units: candidates.filter((unit) => test(unit) === true), unclear: candidates.filter((unit) => test(unit) === null) }
}

/** true, false, or null when the unit has no code or class. */
type UnitTest = (unit: Area) => boolean | null

/** The last three digits of a 12-digit code: 001-199 committees of residents, 200-399 of villagers (DOMAIN C1). */
const committee = (from: number, to: number): UnitTest => (unit) => {
  if (!unit.code || !/^\d{12}$/.test(unit.code)) return null
  const last = Number(unit.code.slice(9))
  return last >= from && last <= to
}
const classOf = (...classes: string[]): UnitTest => (unit) => (unit.urbanRural === null ? null : classes.some((start) => unit.urbanRural!.startsWith(start)))

const tests: Readonly<Record<string, UnitTest>> = {
  'urbanCommunity=committee-code': committee(1, 199),
  'urbanCommunity=class-11x': classOf('111', '112'),
  'urbanCommunity=class-1xx': classOf('1'),
  'ruralVillage=committee-code': committee(200, 399),
  'ruralVillage=class-2xx': classOf('210', '220'),
}

const choicesOf: Readonly<Record<string, readonly string[]>> = {
  urbanCommunity: ['level', 'committee-code', 'class-11x', 'class-1xx'],
  ruralVillage: ['level', 'committee-code', 'class-2xx'],
  townshipUnits: ['towns-and-townships', 'plus-rural-subdistricts'],
}

/** The denominator under every reading of the units option, so that the choice can be seen before it is made. */
function countsOfReadings({ roster }: Judging, wanted: UnitsWanted, option: string | null): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const choice of option === null ? [] : (choicesOf[option] ?? [])) counts[`units:${choice}`] = unitsOfReading(roster, wanted, option, choice).units.length
  return counts
}

/** An option in force: the clause's reading, else what the user set, else the default given (for clauses that do not offer it). */
export const optionOr = (reading: Options, set: Options, key: string, otherwise: string | number | null): string | number | null => (key in reading ? reading[key]! : key in set ? set[key]! : otherwise)
