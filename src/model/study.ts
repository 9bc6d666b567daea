/** Everything about one planning area at one data date: joined, ids resolved. Built only by this room; read by all below. */
import type { MultiPolygon, Polygon, Point } from 'geojson'
import type { Place, Problem } from '../problem'
import type { LedgerTable, LngLat } from '../tables/ledger'
import type { Streets } from './build-streets-report'

export const areaLevels = ['province', 'city', 'county', 'subdistrict', 'town', 'township', 'community', 'village'] as const
export type AreaLevel = (typeof areaLevels)[number]
export const facilityLevels = ['city', 'county', 'subdistrict', 'town', 'township', 'community', 'village', 'compound', 'home'] as const
export type FacilityLevel = (typeof facilityLevels)[number]
/** DOMAIN B5; NOT is no care facility (a club, a company). */
export const facilityKinds = ['INST_CITY', 'INST_COUNTY', 'INST', 'TOWN_RURAL', 'STREET', 'COMM', 'VILLAGE', 'MEAL', 'HOME_BED', 'NOT'] as const
export type FacilityKind = (typeof facilityKinds)[number]
export const stages = ['operating', 'building', 'planned', 'closed'] as const
export type Stage = (typeof stages)[number]

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': as precise as it was written, never more. */
export type DateText = string

/** Where a record comes from: index into Study.tables and the row there; null for a record that an edit made. */
export type RowRef = { readonly table: number; readonly row: number } | null

export type PeopleCounts = {
  readonly households: number | null
  readonly residents: number | null
  readonly elders60: number | null
  readonly elders65: number | null
  readonly elders80: number | null
}

export type Area = PeopleCounts & {
  /** The code, or without one the path of names from the top joined by '/'. */
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly level: AreaLevel
  readonly parent: string | null
  /** 111 … 220 of the statistics office, or null. */
  readonly urbanRural: string | null
  /** A functional zone such as 经开区. */
  readonly zone: boolean
  readonly at: LngLat | null
  readonly boundary: Polygon | MultiPolygon | null
  readonly extra: Readonly<Record<string, string>>
  readonly source: RowRef
}

export type Compound = {
  readonly id: string
  readonly name: string
  /** Area id, or null when not given or not found. */
  readonly area: string | null
  readonly households: number | null
  readonly householdsBuilt: number | null
  readonly householdsOccupied: number | null
  readonly householdsRegistered: number | null
  readonly residents: number | null
  readonly elders60: number | null
  readonly permitted: DateText | null
  readonly completed: DateText | null
  readonly delivered: DateText | null
  readonly age: 'new' | 'old' | null
  readonly pool: string | null
  readonly careAreaM2: number | null
  readonly usableAreaM2: number | null
  readonly leased: boolean | null
  readonly gates: readonly LngLat[]
  readonly handover: 'handed-over' | 'not-handed-over' | null
  readonly remedy: string | null
  readonly responsible: string | null
  readonly due: DateText | null
  /** true / false / the date it was finished; null when unsaid. */
  readonly done: boolean | DateText | null
  readonly at: LngLat | null
  readonly extra: Readonly<Record<string, string>>
  readonly source: RowRef
}

export type Facility = {
  readonly id: string
  readonly name: string
  /** null: unknown kind, never guessed into a count. */
  readonly kind: FacilityKind | null
  readonly level: FacilityLevel | null
  /** The level was proposed from the kind (SETTLED 14), not written. */
  readonly levelProposed: boolean
  readonly area: string | null
  /** Ids of areas or compounds that the facility serves; null when the cell is blank. */
  readonly serves: readonly string[] | null
  readonly floorAreaM2: number | null
  readonly landAreaM2: number | null
  readonly beds: number | null
  readonly nursingBeds: number | null
  readonly owner: 'public' | 'private' | null
  readonly operator: 'public-run' | 'public-built-private-run' | 'private-run' | 'private-run-public-aided' | null
  /** null: the cell is blank or there is no such column. */
  readonly services: readonly string[] | null
  /** null: a stage column exists and the cell is blank. */
  readonly stage: Stage | null
  readonly opened: DateText | null
  readonly at: LngLat | null
  readonly extra: Readonly<Record<string, string>>
  readonly source: RowRef
  /** A number that the ledger, or the user, says is for the public; absent or null: none. Leaves the house only where the user publishes it. */
  readonly phone?: string | null
  /** Id of the plot that a scenario built it on; absent otherwise. */
  readonly plot?: string
}

export type Plot = {
  readonly id: string
  readonly name: string
  readonly area: string | null
  readonly use: 'care-land' | 'candidate' | null
  readonly zone: string | null
  readonly landAreaM2: number | null
  readonly floorAreaM2: number | null
  readonly cost: number | null
  readonly status: 'existing' | 'planned' | null
  readonly standAlone: boolean | null
  readonly geometry: Point | Polygon | MultiPolygon | null
  readonly at: LngLat | null
  readonly extra: Readonly<Record<string, string>>
  readonly source: RowRef
}

/** Demand points as columns, sorted by id. A count that is unknown is NaN (null on the page), never 0. */
export type People = {
  readonly id: readonly string[]
  readonly lng: Float64Array
  readonly lat: Float64Array
  readonly households: Float64Array
  readonly residents: Float64Array
  readonly elders60: Float64Array
  readonly elders65: Float64Array
  readonly elders80: Float64Array
  /** Index into Study.areas of the unit that holds the point (column, else polygon), -1 when none. */
  readonly area: Int32Array
  /** Row of each point in its table; the table is Study.peopleTable. */
  readonly row: Int32Array
}

export type FactOf = { readonly kind: 'area' | 'compound' | 'facility' | 'plot'; readonly id: string }
export type Fact = {
  readonly of: FactOf
  readonly item: string
  readonly value: number | boolean | string | null
  readonly date: DateText | null
  readonly source: RowRef
}

/** What a scenario does to the streets: a way that is not there yet, or a piece that nobody may walk any more. */
export type StreetChange =
  | { readonly id: string; readonly change: 'link'; readonly line: readonly LngLat[]; /** True length; null: as drawn. */ readonly lengthM: number | null }
  | { readonly id: string; readonly change: 'closed'; /** The piece nearest to this place; of the line with this id where one is given. */ readonly at: LngLat; readonly line: string | null }

/** What a scenario records about one unit's shortfall being mended; the latest of a unit and clause stands. */
export type Rectification = {
  readonly of: { readonly kind: 'area' | 'compound'; readonly id: string }
  /** null: whatever clause the unit falls short of. */
  readonly clause: string | null
  readonly status: 'open' | 'started' | 'done'
  readonly note: string | null
  /** The day of the document that proves it. */
  readonly evidence: DateText | null
  /** Care area found after the work, m². */
  readonly areaM2: number | null
}

export type InputFile = {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly encoding: string | null
  readonly crs: string | null
}

export type OptionValue = string | number | null
export type Options = Readonly<Record<string, OptionValue>>

export type Study = {
  readonly name: string
  /** YYYY-MM-DD; deadlines are compared with this day, never with the clock. */
  readonly asOf: string
  readonly policies: readonly string[]
  readonly options: Options
  /** Ids of the units that are the central city (中心城区), for poolScope central-city-only; absent where the study lists none. */
  readonly centralCity?: readonly string[]
  readonly areas: readonly Area[]
  readonly compounds: readonly Compound[]
  readonly facilities: readonly Facility[]
  readonly plots: readonly Plot[]
  readonly people: People | null
  readonly peopleTable: number | null
  readonly facts: readonly Fact[]
  /** The walk network, made by withStreets (build-streets.ts) when a walk is asked for; null before that, and where the study has no street file. */
  readonly streets: Streets | null
  /** Every table that was read, rows dropped, for tracing a record to its cell. */
  readonly tables: readonly TableRef[]
  readonly inputs: readonly InputFile[]
  readonly problems: readonly Problem[]
  /** Under a scenario: the study before any edit, of which the stated figures speak. Absent where nothing was edited. */
  readonly base?: Study
  readonly streetChanges?: readonly StreetChange[]
  readonly rectifications?: readonly Rectification[]
}

/** A read table without its rows: enough to name a cell. */
export type TableRef = Pick<LedgerTable, 'file' | 'sheet' | 'format' | 'encoding' | 'ledger' | 'crs' | 'columns' | 'counts' | 'setAside' | 'headerRows'>

/** The cell that holds a record's value, or undefined for an edited record or a column the table lacks. */
export function cellOf(study: Pick<Study, 'tables'>, source: RowRef, key: string): Place | undefined {
  if (!source) return undefined
  const table = study.tables[source.table]
  if (!table) return undefined
  const column = table.columns.find((match) => match.key === key)
  return { file: table.file, sheet: table.sheet, row: source.row, ...(column ? { column: column.header } : {}) }
}
