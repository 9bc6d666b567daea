/** The walk network of a study, its street edits made, and where its demand points enter it. */
import { edgeIndexOf } from '../geo/streets/edge-index'
import { editedStreets, type StreetLink } from '../geo/streets/street-edits'
import type { StreetGraph } from '../geo/streets/street-graph'
import { walkNetworkOf, type WalkNetwork } from '../geo/streets/walk-network'
import { metresBetween } from '../geo/ruler'
import type { LngLat } from '../tables/ledger'
import type { Compound, People, StreetChange, Study } from '../model/study'
import { problem, type Problem } from '../problem'
import { indexOf, type WalkDemand } from './walk'

/** A way that a plan adds, or a piece that it closes, as it lies on the ground. */
export type StreetMark = { readonly change: 'link' | 'closed'; readonly coordinates: readonly LngLat[] }

/** problems: street edits of a scenario that could not be made; marks: those that could. */
export type StudyWalk = { readonly network: WalkNetwork; readonly problems: readonly Problem[]; readonly marks: readonly StreetMark[] }

/** Why no walk can be measured; words are in text/why.ts. */
export type WalkLack = 'streets-missing' | 'streets-empty' | 'streets-elsewhere'

/** streets-missing: no street file, or nobody asked for it yet. */
export function walkLack({ streets }: Pick<Study, 'streets'>): WalkLack | null {
  if (!streets) return 'streets-missing'
  if (!streets.graph) return 'streets-empty'
  return streets.report.problems.some(({ code }) => code === 'streets-elsewhere') ? 'streets-elsewhere' : null
}

const networks = new WeakMap<StreetGraph, WalkNetwork>()
const editedNetworks = new WeakMap<readonly StreetChange[], { readonly graph: StreetGraph; readonly walk: StudyWalk }>()

/** Made once for each set of streets and each list of edits; null where no walk can be measured (walkLack says why). */
export function walkOf(study: Pick<Study, 'streets' | 'streetChanges'>): StudyWalk | null {
  const graph = study.streets?.graph
  if (!graph || walkLack(study)) return null
  const network = study.streets?.network ?? networks.get(graph) ?? walkNetworkOf(graph)
  networks.set(graph, network)
  const changes = study.streetChanges ?? []
  if (changes.length === 0) return { network, problems: [], marks: [] }
  const known = editedNetworks.get(changes)
  if (known?.graph === graph) return known.walk
  const walk = changed(graph, network, changes)
  editedNetworks.set(changes, { graph, walk })
  return walk
}

/** Closed pieces are looked for on the streets as they are on the ground, not on those that the scenario adds. */
function changed(graph: StreetGraph, network: WalkNetwork, changes: readonly StreetChange[]): StudyWalk {
  const problems: Problem[] = []
  const closed: number[] = []
  const links: StreetLink[] = []
  const linkIds: string[] = []
  const drawn: StreetMark[] = []
  for (const change of changes) {
    if (change.change === 'link') {
      links.push({ from: change.line[0]!, to: change.line.at(-1)!, mm: Math.max(1, Math.round(1000 * (change.lengthM ?? drawnM(change.line)))) })
      linkIds.push(change.id)
      drawn.push({ change: 'link', coordinates: change.line })
      continue
    }
    const piece = pieceAt(graph, network, change)
    if (piece === -1) problems.push(problem('edit-target-missing', 'warning', {}, change.line ?? change.id))
    else closed.push(piece)
  }
  const made = editedStreets(graph, { closed, links })
  for (const refused of made.refused) problems.push(problem('edit-impossible', 'warning', {}, linkIds[refused]!))
  const ends = (piece: number): LngLat[] => [graph.from[piece]!, graph.to[piece]!].map((vertex) => [graph.lng[vertex]!, graph.lat[vertex]!])
  const marks: StreetMark[] = [...closed.map((piece) => ({ change: 'closed' as const, coordinates: ends(piece) })), ...drawn.filter((_, link) => !made.refused.includes(link))]
  return { network: walkNetworkOf(made.graph, network.pace), problems, marks }
}

const closings = new WeakMap<readonly StreetChange[], { readonly graph: StreetGraph; readonly pieces: readonly number[] | null }>()

/** The pieces of street that a plan closes, those aside that are not there; null: no streets, or it adds ways too. */
export function closedPieces(study: Pick<Study, 'streets' | 'streetChanges'>): readonly number[] | null {
  const { streetChanges: changes = [] } = study
  const graph = study.streets?.graph
  if (!graph) return null
  const known = closings.get(changes)
  if (known?.graph === graph) return known.pieces
  const walk = walkOf({ streets: study.streets, streetChanges: [] })
  let pieces: number[] | null = walk && []
  for (const change of changes) {
    if (change.change === 'link') pieces = null
    if (pieces === null || change.change === 'link') break
    const piece = pieceAt(graph, walk!.network, change)
    if (piece !== -1) pieces.push(piece)
  }
  closings.set(changes, { graph, pieces })
  return pieces
}

/** The piece of street nearest to the place (of one line, where it is named); -1 where there is none within 100 m. */
function pieceAt(graph: StreetGraph, network: WalkNetwork, { at, line }: Extract<StreetChange, { change: 'closed' }>): number {
  const place = { lng: Float64Array.of(at[0]), lat: Float64Array.of(at[1]) }
  if (line === null) {
    const snap = indexOf(network).snap(place)
    return snap.chain[0]! < 0 ? -1 : snap.piece[0]!
  }
  const ofLine = new Set(graph.lines.flatMap(({ id }, index) => (id === line ? [index] : [])))
  const own = Array.from(graph.from.keys()).filter((piece) => ofLine.has(graph.line[piece]!))
  if (own.length === 0) return -1
  const pick = (column: Int32Array) => Int32Array.from(own, (piece) => column[piece]!)
  const alone = { ...graph, from: pick(graph.from), to: pick(graph.to), mm: pick(graph.mm), line: pick(graph.line), flags: Uint8Array.from(own, (piece) => graph.flags[piece]!) }
  // A line alone is always an island, which nothing snaps to: that rule does not hold here.
  const network1 = walkNetworkOf(alone)
  const snap = edgeIndexOf({ ...network1, componentIsland: new Uint8Array(network1.componentIsland.length) }).snap(place)
  return snap.chain[0]! < 0 ? -1 : own[snap.piece[0]!]!
}

const drawnM = (line: readonly (readonly [number, number])[]): number => line.reduce((sum, [lng, lat], at) => (at === 0 ? 0 : sum + metresBetween(line[at - 1]![0], line[at - 1]![1], lng, lat)), 0)

export type StudyDemand = WalkDemand & {
  /** 1: a compound without gates, entered at its own point: its access is assumed. */
  readonly assumed: Uint8Array
}

/** Demand points as walkers leave them: compounds by their gates, people and units from where they are. */
export function walkDemandOf(people: People, from: 'people' | 'compounds' | 'areas', compounds: readonly Compound[]): StudyDemand {
  const assumed = new Uint8Array(people.id.length)
  if (from !== 'compounds') return { lng: people.lng, lat: people.lat, assumed }
  const byId = new Map(compounds.map((compound) => [compound.id, compound]))
  const gates = people.id.map((id) => byId.get(id)?.gates ?? [])
  const first = new Int32Array(people.id.length + 1)
  gates.forEach((own, index) => {
    first[index + 1] = first[index]! + own.length
    if (own.length === 0 && !Number.isNaN(people.lng[index]!)) assumed[index] = 1
  })
  const flat = gates.flat()
  return { lng: people.lng, lat: people.lat, assumed, accessPoints: { first, lng: Float64Array.from(flat, ([lng]) => lng), lat: Float64Array.from(flat, ([, lat]) => lat) } }
}
