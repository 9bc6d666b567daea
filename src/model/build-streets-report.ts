/** What became of the streets of a study: what was built, how it hangs together, what was left out and why. */
import { componentsOf } from '../geo/streets/components'
import type { StreetGraph } from '../geo/streets/street-graph'
import type { WalkNetwork } from '../geo/streets/walk-network'
import type { Problem } from '../problem'
import type { LngLat } from '../tables/ledger'
import type { LeftOut } from './foot-rules'

/** A place where a wall or a closed gate cuts a way; the id is the node's. */
export type StreetCut = { readonly id: string; readonly at: LngLat; readonly why: 'wall' | 'closed-gate' }

export type StreetReport = {
  readonly files: readonly string[]
  readonly vertices: number
  readonly pieces: number
  readonly lines: number
  readonly lengthM: number
  /** Parts of the network that are not joined to each other. */
  readonly components: number
  /** Of these the ones that are too small to be believed (DESIGN 7): under 1 km and under 1 % of the vertices. */
  readonly islands: { readonly count: number; readonly vertices: number; readonly lengthM: number }
  /** Lines that are not in the network, by reason; a reason that never occurred is absent. */
  readonly leftOut: { readonly [why in LeftOut]?: number }
  readonly cuts: readonly StreetCut[]
  readonly problems: readonly Problem[]
}

export type Streets = {
  readonly graph: StreetGraph | null
  readonly report: StreetReport
  /** The same streets made ready for search, where a saved study holds them so. */
  readonly network?: WalkNetwork
}

/** The figures of a network; nothing of it is changed. */
export function measureStreets(graph: StreetGraph): Pick<StreetReport, 'vertices' | 'pieces' | 'lines' | 'lengthM' | 'components' | 'islands'> {
  const { vertices, mm, island } = componentsOf(graph)
  const islands = { count: 0, vertices: 0, lengthM: 0 }
  let islandMm = 0
  island.forEach((is, component) => {
    if (is === 0) return
    islands.count++
    islands.vertices += vertices[component]!
    islandMm += mm[component]!
  })
  const length = mm.reduce((sum, each) => sum + each, 0)
  return { vertices: graph.lng.length, pieces: graph.from.length, lines: graph.lines.length, lengthM: length / 1000, components: vertices.length, islands: { ...islands, lengthM: islandMm / 1000 } }
}
