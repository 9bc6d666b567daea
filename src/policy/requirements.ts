/** What a clause reads: the columns of the ledgers and the stated items, from its parameters alone. */
import type { AreaLevel, Options, OptionValue } from '../model/study'
import { factItem } from '../tables/fact-items'
import type { LedgerName } from '../tables/ledger'
import type { Clause } from './clause'

export type NeededColumn = { readonly ledger: LedgerName; readonly column: string }

export type Requirements = {
  /** Without these cells the clause cannot be judged. A position is the two columns lng and lat. */
  readonly columns: readonly NeededColumn[]
  /** Read where they are filled, never missed: a class, a pool, a lease. */
  readonly optional: readonly NeededColumn[]
  /** Items that must be stated. */
  readonly items: readonly string[]
  /** Items that answer where the ledgers do not. */
  readonly orItems: readonly string[]
  /** Levels of unit that the roster has to list. */
  readonly levels: readonly AreaLevel[]
}

/** reading null: under any of the readings that the clause offers. */
export function requirementsOf(clause: Clause, reading: Options | null): Requirements {
  const items = itemsIn(clause.parameters, reading)
  const columns = new Columns()
  const asked: Asked = { clause, parameters: clause.parameters as Parameters, columns, reads: readsOf(clause, reading) }
  const levels = levelsIn(asked.parameters)
  if (levels.length > 0) {
    columns.need('areas', 'name', 'level', 'parent')
    columns.may('areas', 'code')
  }
  if (asked.reads('urbanCommunity', 'committee-code') || asked.reads('ruralVillage', 'committee-code')) columns.need('areas', 'code')
  if (asked.reads('urbanCommunity', 'class-11x', 'class-1xx') || asked.reads('ruralVillage', 'class-2xx')) columns.need('areas', 'urbanRural')
  if (clause.readings.some(({ option }) => option === 'functionalZones')) columns.may('areas', 'zone')
  byEvaluator[clause.evaluator]?.(asked)
  return { ...columns.sorted(), items: items.needed, orItems: items.instead, levels }
}

type Parameters = Readonly<Record<string, unknown>>
type Asked = { readonly clause: Clause; readonly parameters: Parameters; readonly columns: Columns; readonly reads: (option: string, ...values: readonly OptionValue[]) => boolean }

/** Is one of the values in force, or (reading null) offered? */
const readsOf =
  (clause: Clause, reading: Options | null): Asked['reads'] =>
  (option, ...values) =>
    reading === null ? clause.readings.some((offer) => offer.option === option && offer.choices.some((choice) => values.includes(choice))) : option in reading && values.includes(reading[option]!)

class Columns {
  private readonly needed = new Map<string, NeededColumn>()
  private readonly useful = new Map<string, NeededColumn>()
  need(ledger: LedgerName, ...columns: readonly string[]): void {
    for (const column of columns) this.needed.set(`${ledger} ${column}`, { ledger, column })
  }
  may(ledger: LedgerName, ...columns: readonly string[]): void {
    for (const column of columns) this.useful.set(`${ledger} ${column}`, { ledger, column })
  }
  sorted(): { columns: NeededColumn[]; optional: NeededColumn[] } {
    return { columns: [...this.needed.values()], optional: [...this.useful].filter(([key]) => !this.needed.has(key)).map(([, column]) => column) }
  }
}

const byEvaluator: Readonly<Record<string, (asked: Asked) => void>> = {
  'unit-share': (asked) => {
    facilityColumns(asked, asked.parameters.facility)
    placeColumns(asked)
    if (asked.reads('coverage', 'served')) asked.columns.need('facilities', 'serves')
    if (asked.reads('coverage', 'reached')) peopleColumns(asked, 'elders60')
  },
  'count-per-unit': (asked) => {
    const { count } = recordOf(asked.parameters.measure)
    if (!isRecord(count)) return
    facilityColumns(asked, count)
    placeColumns(asked)
    if (asked.reads('coverage', 'served')) asked.columns.need('facilities', 'serves')
  },
  'area-per-households': compoundAreaColumns,
  'land-per-person': ({ parameters, columns, reads, clause }) => {
    columns.need('plots', 'name', 'use', 'landAreaM2', 'area')
    columns.may('plots', 'zone', 'status')
    if (reads('landMeasure', 'plots-and-shared')) columns.need('facilities', 'name', 'kind', 'area', 'stage', 'landAreaM2')
    const own = recordOf(parameters.persons).column
    if (reads('landPopulation', 'residents') || !offers(clause, 'landPopulation')) columns.need('areas', typeof own === 'string' ? own : 'residents')
    if (reads('landPopulation', 'elders60')) columns.need('areas', 'elders60')
  },
  'people-within-reach': (asked) => {
    facilityColumns(asked, asked.parameters.facility)
    if (Array.isArray(asked.parameters.serviceGroups)) asked.columns.need('facilities', 'services')
    peopleColumns(asked, String(recordOf(asked.parameters.people).measure ?? 'elders60'))
  },
  ratio: (asked) => {
    measureColumns(asked, asked.parameters.numerator)
    measureColumns(asked, asked.parameters.denominator)
    if (asked.parameters.judgedAt === 'facility') facilityColumns(asked, asked.parameters.facility)
  },
  'per-thousand-elders': (asked) => {
    measureColumns(asked, asked.parameters.numerator)
    measureColumns(asked, asked.parameters.denominator)
  },
  total: (asked) => measureColumns(asked, asked.parameters.measure),
  gates: (asked) => {
    const { parameters, columns } = asked
    if (parameters.over !== 'compounds') return
    const { class: age, orRecorded } = recordOf(parameters.set)
    classColumns(asked, parameters.class ?? age)
    if (parameters.mode === 'rectify') {
      columns.need('compounds', ...(Array.isArray(orRecorded) ? orRecorded.filter((key) => typeof key === 'string') : []), 'done')
      columns.may('compounds', 'responsible')
      if (recordOf(parameters.set).shortOf !== undefined) householdColumns(asked)
    }
    if (parameters.mode === 'block') columns.need('compounds', String(recordOf(parameters.step).column ?? 'completed'))
  },
  checklist: (asked) => {
    const { parameters, columns } = asked
    const elements = Array.isArray(parameters.elements) ? parameters.elements.filter(isRecord) : []
    const own = recordOf(parameters.units).facility ?? parameters.facility
    if (isRecord(own)) facilityColumns(asked, own)
    if (elements.some(({ service }) => typeof service === 'string')) columns.need('facilities', 'name', 'kind', 'stage', 'services')
    if (parameters.over === 'community') placeColumns(asked)
    if (parameters.over === 'plots') columns.need('plots', 'name', 'use', ...elements.flatMap(({ column }) => (typeof column === 'string' ? [column] : [])))
    if (parameters.over === 'plots' && clauseIsSpatial(asked)) columns.may('plots', 'lng', 'lat')
    if (parameters.over === 'pools') columns.need('compounds', 'name', 'pool')
    for (const { facility } of elements) if (isRecord(facility)) facilityColumns(asked, facility)
  },
}

const clauseIsSpatial = ({ clause }: Asked): boolean => clause.spatial
const offers = (clause: Clause, option: string): boolean => clause.readings.some((reading) => reading.option === option)

/** The cells that tell whether a facility is one that counts. */
function facilityColumns({ columns, reads }: Asked, test: unknown): void {
  const { kinds, levels, services, servicesByOption, minBeds, owner } = recordOf(test)
  columns.need('facilities', 'name', 'stage')
  if (kinds !== null || levels === undefined) columns.need('facilities', 'kind')
  if (Array.isArray(levels)) columns.need('facilities', 'level')
  if (Array.isArray(services) || (isRecord(servicesByOption) && reads('dayCareService', 'both'))) columns.need('facilities', 'services')
  if (minBeds !== undefined) columns.need('facilities', 'beds')
  if (Array.isArray(owner)) columns.need('facilities', 'owner')
  if (reads('minScaleM2', 1000)) columns.need('facilities', 'floorAreaM2')
}

function placeColumns({ columns, reads }: Asked): void {
  columns.need('facilities', 'area')
  if (reads('placeBy', 'point')) columns.may('facilities', 'lng', 'lat')
}

function peopleColumns({ columns, reads, clause }: Asked, own: string): void {
  columns.need('facilities', 'lng', 'lat')
  columns.need('people', 'lng', 'lat', 'area')
  const offered = ['elders60', 'elders65', 'elders80', 'residents', 'households'].filter((key) => reads('reachPeople', key))
  columns.need('people', ...(offers(clause, 'reachPeople') && offered.length > 0 ? offered : [own]))
  if (reads('reachModel', 'walk')) columns.may('roads', 'lengthM')
}

function compoundAreaColumns(asked: Asked): void {
  const { parameters, columns } = asked
  classColumns(asked, parameters.class)
  householdColumns(asked)
  if (parameters.over === 'pools') columns.need('compounds', 'pool')
  else columns.may('compounds', 'pool')
}

function householdColumns(asked: Asked): void {
  const { columns, reads, clause } = asked
  const counts = [['planned', 'households'], ['built', 'householdsBuilt'], ['occupied', 'householdsOccupied'], ['registered', 'householdsRegistered']] as const
  for (const [choice, column] of counts) if (reads('households', choice)) columns.need('compounds', column)
  if (!offers(clause, 'households')) columns.need('compounds', 'households')
  columns.need('compounds', reads('areaMeasure', 'usable') && !reads('areaMeasure', 'floor') ? 'usableAreaM2' : 'careAreaM2')
  if (reads('areaMeasure', 'usable')) columns.need('compounds', 'usableAreaM2')
  if (reads('areaFrom', 'facilities')) columns.need('facilities', 'name', 'kind', 'stage', 'serves', 'floorAreaM2')
  if (reads('leasedArea', 'does-not-count')) columns.need('compounds', 'leased')
  if (reads('handover', 'does-not-count')) columns.need('compounds', 'handover')
  const radius = clause.readings.find(({ option }) => option === 'poolRadius')?.choices.filter((choice) => choice !== null) ?? []
  if (reads('poolRadius', ...radius)) for (const ledger of ['compounds', 'facilities'] as const) columns.need(ledger, 'lng', 'lat')
}

function classColumns({ columns, reads, clause }: Asked, age: unknown): void {
  columns.need('compounds', 'name')
  columns.may('compounds', 'area')
  const dates = ['completed', 'permitted', 'delivered'].filter((date) => reads('ageDate', date))
  if (age === undefined || (age === 'any' && !offers(clause, 'ageDate'))) return
  columns.may('compounds', 'age')
  columns.need('compounds', ...(dates.length > 0 ? dates : ['completed']))
}

/** A figure that a ledger gives. */
function measureColumns({ columns, reads }: Asked, measure: unknown): void {
  const { ledger } = recordOf(measure)
  const { name, take, column, where } = recordOf(ledger)
  if (name === 'areas' && typeof column === 'string') columns.need('areas', column)
  if (name !== 'facilities') return
  const { owner, operator, services, levels, anyStage } = recordOf(where)
  columns.need('facilities', 'name', 'kind')
  if (anyStage !== true) columns.need('facilities', 'stage')
  if (Array.isArray(levels)) columns.need('facilities', 'level')
  if (Array.isArray(owner)) columns.need('facilities', 'owner')
  if (Array.isArray(operator)) columns.need('facilities', 'operator')
  if (Array.isArray(services) || take === 'countService') columns.need('facilities', 'services')
  if (take === 'countLocated') columns.need('facilities', 'lng', 'lat')
  if (typeof column === 'string' && take !== 'countService' && !factItem(column)) columns.need('facilities', column)
  if (reads('bedsCounted', 'plus-home-beds')) columns.may('facilities', 'beds')
}

function levelsIn(parameters: Parameters): AreaLevel[] {
  const { levels } = recordOf(parameters.units)
  return Array.isArray(levels) ? (levels as AreaLevel[]) : []
}

/** Every item that the parameters name, wherever it stands; one beside a ledger or a facility only answers in its place. */
function itemsIn(parameters: Parameters, reading: Options | null): { needed: string[]; instead: string[] } {
  const found = new Map<string, boolean>()
  const add = (key: unknown, instead: boolean): void => {
    if (typeof key === 'string' && factItem(key)) found.set(key, instead && (found.get(key) ?? true))
  }
  const walk = (value: unknown, instead: boolean): void => {
    if (Array.isArray(value)) return value.forEach((entry) => walk(entry, instead))
    if (!isRecord(value)) return
    const beside = instead || isRecord(value.ledger) || isRecord(value.count) || isRecord(value.facility) || typeof value.use === 'object' || value.orLedger !== undefined
    const byOption = isRecord(value.byOption) ? chosenItems(value.byOption, reading) : null
    if (byOption) byOption.items.forEach((key) => add(key, beside))
    if (!byOption?.replaces) {
      add(value.item, beside)
      if (Array.isArray(value.sum)) value.sum.forEach((key) => add(key, beside))
    }
    add(value.requiredItem, true)
    for (const half of ['numerator', 'denominator']) add(value[half], instead)
    if (Array.isArray(value.flags)) value.flags.forEach((key) => add(key, instead))
    if (typeof value.column === 'string' && value.take !== undefined && value.name === 'facilities') add(value.column, instead)
    if (isRecord(value.orItem)) Object.keys(value.orItem).forEach((key) => add(key, false))
    for (const [key, entry] of Object.entries(value)) if (key !== 'byOption') walk(entry, key === 'stated' || instead)
  }
  walk(parameters, false)
  const keys = [...found.keys()]
  return { needed: keys.filter((key) => !found.get(key)), instead: keys.filter((key) => found.get(key)!) }
}

/** option -> choice -> item, items, a further map, or { item }: those in force, or all. */
function chosenItems(byOption: Parameters, reading: Options | null): { items: string[]; replaces: boolean } {
  const items: string[] = []
  let replaces = false
  const leaves = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    if (Array.isArray(value)) return value.flatMap(leaves)
    if (!isRecord(value)) return []
    if (typeof value.column === 'string') return []
    return typeof value.item === 'string' ? [value.item] : Object.entries(value).flatMap(([choice, entry]) => (reading !== null && 'elderAge' in reading && /^\d+$/.test(choice) && choice !== String(reading.elderAge) ? [] : leaves(entry)))
  }
  for (const [option, choices] of Object.entries(byOption)) {
    if (!isRecord(choices)) continue
    if (reading === null) items.push(...Object.values(choices).flatMap(leaves))
    else if (String(reading[option]) in choices) {
      items.push(...leaves(choices[String(reading[option])]))
      replaces = true
    }
  }
  return { items, replaces }
}

const isRecord = (value: unknown): value is Parameters => typeof value === 'object' && value !== null && !Array.isArray(value)
const recordOf = (value: unknown): Parameters => (isRecord(value) ? value : {})
