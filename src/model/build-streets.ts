/** The streets of a study -> one walk network and the report of what became of them. Built when a walk is asked for, never before. */
import { problem, type Problem } from '../problem'
import { readOsm } from '../sources/osm'
import type { OsmReading } from '../sources/osm-data'
import type { SourceFile } from '../sources/raw-table'
import type { LedgerTable, LngLat } from '../tables/ledger'
import { withCrossings } from './build-streets-crossings'
import { StreetDraft } from './build-streets-draft'
import { drawnLines, type DrawnLine } from './build-streets-drawn'
import { addLines } from './build-streets-lines'
import { addOsm, type OsmSeen } from './build-streets-osm'
import { Places } from './build-streets-places'
import { measureStreets, type StreetCut, type Streets } from './build-streets-report'
import { leftOutReasons, type LeftOut } from './foot-rules'
import { keepStreets, keptStreetsName, networkKey, openKept } from './kept-streets'
import { order } from './ledger-rows'
import type { Options, Study } from './study'

/** Street files as they were given: OSM files are not read until somebody walks, drawn lines are a ledger. */
export type RoadsSource = {
  readonly osm: readonly SourceFile[]
  readonly tables: readonly LedgerTable[]
  /** Hash of the files and of how they were read (kept-streets.ts); absent: the network can neither be kept nor taken from a saved study. */
  readonly key?: string
  /** The network as a saved study keeps it. */
  readonly kept?: SourceFile
}

export type StreetOptions = OsmReading & {
  /** Drawn lines that cross on the ground without a shared vertex meet there. */
  readonly joinCrossings?: boolean
  /** Places of the study: a network that holds none of them lies elsewhere. */
  readonly places?: readonly LngLat[]
}

/** The study with its walk network; as it is when it has one, or no street file at all. Only a cancel rejects. */
export async function withStreets(study: Study, roads: RoadsSource, reading: OsmReading = {}, options: Options = study.options): Promise<Study> {
  if (study.streets || (roads.osm.length === 0 && roads.tables.length === 0)) return study
  const joinCrossings = joinsCrossings(options)
  const places = placesOf(study)
  const { kept, key } = roads
  const opened = kept && key !== undefined ? openKept(kept, networkKey(key, joinCrossings), filesOf(roads)) : 'stale'
  if (typeof opened === 'object') return { ...study, streets: withPlaces(opened, places) }
  const streets = await buildStreets(roads, { ...reading, joinCrossings, places })
  if (opened === 'stale') return { ...study, streets }
  const damaged = problem('streets-kept-damaged', 'warning', { file: keptStreetsName })
  return { ...study, streets: { ...streets, report: { ...streets.report, problems: [damaged, ...streets.report.problems] } } }
}

/** The network of a study that has one, for saving; null where there is none that can be walked. */
export function streetsToKeep(study: Study, { key }: RoadsSource, options: Options = study.options): SourceFile | null {
  return study.streets && key !== undefined ? keepStreets(study.streets, networkKey(key, joinsCrossings(options))) : null
}

/** Do drawn lines meet wherever they cross? */
export const joinsCrossings = (options: Options): boolean => options.joinCrossings === 'yes'

function withPlaces(streets: Streets, places: readonly LngLat[]): Streets {
  const { graph, report } = streets
  if (!graph || !liesElsewhere(graph, places)) return streets
  return { ...streets, report: { ...report, problems: [...report.problems, elsewhere(report.files)] } }
}

const elsewhere = (files: readonly string[]): Problem => problem('streets-elsewhere', 'error', files.length === 1 ? { file: files[0]! } : {})
const filesOf = ({ osm, tables }: RoadsSource): readonly string[] => [...osm.map(({ name }) => name).sort(order), ...new Set(tables.filter(({ ledger }) => ledger === 'roads').map(({ file }) => file))]

/** graph: null when nothing can be walked; the report says why. */
export async function buildStreets(roads: RoadsSource, { joinCrossings = false, places: around = [], ...reading }: StreetOptions = {}): Promise<Streets> {
  const problems: Problem[] = []
  const leftOut = new Map<LeftOut, number>()
  const leave = (why: LeftOut, count = 1): void => void leftOut.set(why, (leftOut.get(why) ?? 0) + count)
  const cuts: (readonly StreetCut[])[] = []
  const draft = new StreetDraft()
  const places = new Places()
  const tables = roads.tables.filter(({ ledger }) => ledger === 'roads')
  const osm = [...roads.osm].sort((a, b) => order(a.name, b.name))
  const seen: OsmSeen | null = osm.length > 1 ? { ways: new Set(), vertexOf: new Map() } : null
  const joined = tables.length > 0

  for (const file of osm) {
    const read = await readOsm(file, reading)
    problems.push(...read.problems)
    if (!read.data) continue
    const added = addOsm(read.data, draft, seen, (vertex, lng, lat) => joined && places.add(lng, lat, '', vertex))
    for (const [why, count] of added.leftOut) leave(why, count)
    cuts.push(added.cuts)
    if (added.missing > 0) problems.push(problem('streets-nodes-missing', 'info', { file: file.name }, String(added.missing)))
    // Ways that are no streets were not even read.
    const others = read.data.counts.ways - read.data.ways.id.length
    if (others > 0) leave('not-a-street', others)
  }

  const drawnOf: (readonly DrawnLine[])[] = []
  for (const table of tables) {
    const drawn = drawnLines(table)
    for (const { why } of drawn.leftOut) leave(why)
    const unusable = drawn.leftOut.filter(({ why }) => why === 'no-geometry' || why === 'zero-length')
    if (unusable.length > 0) problems.push(problem('streets-lines-unusable', 'warning', { ...placeOf(table), row: unusable.reduce((first, { row }) => Math.min(first, row), Infinity) }, String(unusable.length)))
    drawnOf.push(withSoundLengths(drawn.lines, table, problems))
  }
  const lines = drawnOf.flat()
  const added = addLines(joinCrossings ? withCrossings(lines) : lines, draft, places)
  if (added.apart.length > 0) problems.push(problem('streets-ends-apart', 'warning', tables[0] ? { file: tables[0].file } : {}, added.apart.slice(0, 3).join(', ')))

  const files = filesOf(roads)
  const graph = draft.graph()
  const found = measureStreets(graph)
  if (found.pieces === 0) problems.push(problem('streets-empty', 'error', files.length === 1 ? { file: files[0]! } : {}))
  else if (liesElsewhere(graph, around)) problems.push(elsewhere(files))
  return {
    graph: found.pieces === 0 ? null : graph,
    report: { files, ...found, leftOut: Object.fromEntries(leftOutReasons.flatMap((why) => (leftOut.has(why) ? [[why, leftOut.get(why)!]] : []))), cuts: cuts.flat(), problems: withoutRepeats(problems) },
  }
}

/** Lengths that are far too short as a whole are kilometres, or degrees: the drawn ones are the better guess. */
function withSoundLengths(lines: readonly DrawnLine[], table: LedgerTable, problems: Problem[]): readonly DrawnLine[] {
  let stated = 0
  let drawn = 0
  for (const { lengthM, drawnM } of lines) {
    if (lengthM === null) continue
    stated += lengthM
    drawn += drawnM
  }
  if (stated >= drawn / 2) return lines
  const header = table.columns.find(({ key }) => key === 'lengthM')?.header
  problems.push(problem('streets-lengths-doubted', 'warning', { ...placeOf(table), ...(header === undefined ? {} : { column: header }) }, `${Math.round(stated)} < ${Math.round(drawn)} m`))
  return lines.map((line) => ({ ...line, lengthM: null }))
}

/** Degrees around a network within which a place still belongs to it: about a kilometre. */
const margin = 0.01

function liesElsewhere({ lng, lat }: { readonly lng: Float64Array; readonly lat: Float64Array }, places: readonly LngLat[]): boolean {
  if (places.length === 0) return false
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < lng.length; at++) {
    west = Math.min(west, lng[at]!)
    east = Math.max(east, lng[at]!)
    south = Math.min(south, lat[at]!)
    north = Math.max(north, lat[at]!)
  }
  return !places.some(([x, y]) => x >= west - margin && x <= east + margin && y >= south - margin && y <= north + margin)
}

/** Wherever the study says that somebody lives or something stands. */
function placesOf({ areas, compounds, facilities, plots, people }: Study): LngLat[] {
  const places = [...areas, ...compounds, ...facilities, ...plots].flatMap(({ at }) => (at === null ? [] : [at]))
  for (const { boundary } of areas) for (const ring of boundary?.type === 'Polygon' ? boundary.coordinates : (boundary?.coordinates.flat() ?? [])) for (const at of ring) places.push([at[0]!, at[1]!])
  people?.lng.forEach((lng, at) => Number.isNaN(lng) || places.push([lng, people.lat[at]!]))
  return places
}

const placeOf = ({ file, sheet }: LedgerTable): { file: string; sheet: string | null } => ({ file, sheet })

/** An empty file says so itself; that the whole is empty then needs no second sentence. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return problems.filter((each, at) => problems.findIndex((other) => other.code === each.code && other.at.file === each.at.file && other.at.sheet === each.at.sheet && other.detail === each.detail) === at)
}
