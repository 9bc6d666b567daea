/** Ways of an OSM file -> pieces of the network. Ways join where they share a node, and nowhere else: a bridge passes over. */
import { streetFlags } from '../geo/streets/street-graph'
import type { OsmData, OsmTags } from '../sources/osm-data'
import type { StreetDraft } from './build-streets-draft'
import type { StreetCut } from './build-streets-report'
import { barrierOf, footRule, kindOf, walkersOnly, type Barrier, type LeftOut } from './foot-rules'

export type AddedOsm = {
  readonly leftOut: ReadonlyMap<LeftOut, number>
  readonly cuts: readonly StreetCut[]
  /** Places where a walkable way breaks off because the file lacks the node. */
  readonly missing: number
}

/** What several files of one study share: an extract cut in two repeats ways and nodes. */
export type OsmSeen = { readonly ways: Set<number>; readonly vertexOf: Map<number, number> }

/** vertices: told of every vertex that other lines may join. */
export function addOsm(data: OsmData, draft: StreetDraft, seen: OsmSeen | null, onVertex: (vertex: number, lng: number, lat: number) => void): AddedOsm {
  const { node, nodeTags, ways } = data
  const leftOut = new Map<LeftOut, number>()
  const cuts = new Map<number, StreetCut>()
  const barriers = new Map<number, Barrier>()
  for (const [at, tags] of nodeTags) barriers.set(at, barrierOf(tags))
  const vertexOf = new Int32Array(node.id.length).fill(-1)
  const crossed = new Set<number>()
  let missing = 0

  /** Each piece ends at its own vertex where a wall or a shut gate stands: there is no way on from it. */
  const vertexAt = (at: number): number => {
    const barrier = barriers.get(at) ?? null
    if (barrier === 'wall' || barrier === 'closed-gate') {
      const place = [node.lng[at]!, node.lat[at]!] as const
      cuts.set(at, { id: String(node.id[at]!), at: place, why: barrier })
      return draft.addVertex(...place)
    }
    if (vertexOf[at] !== -1) return vertexOf[at]!
    const elsewhere = seen?.vertexOf.get(node.id[at]!)
    if (elsewhere !== undefined) return (vertexOf[at] = elsewhere)
    const vertex = draft.addVertex(node.lng[at]!, node.lat[at]!)
    vertexOf[at] = vertex
    seen?.vertexOf.set(node.id[at]!, vertex)
    onVertex(vertex, node.lng[at]!, node.lat[at]!)
    return vertex
  }

  for (let way = 0; way < ways.id.length; way++) {
    const tags = ways.tags[way]!
    const id = ways.id[way]!
    const verdict = seen?.ways.has(id) ? 'twice' : footRule(tags)
    if (verdict !== 'walk') {
      leftOut.set(verdict, (leftOut.get(verdict) ?? 0) + 1)
      continue
    }
    seen?.ways.add(id)
    const kind = kindOf(tags)!
    const flags = flagsOf(tags, kind)
    const first = draft.pieces
    let line = -1
    let before = -1
    let lost = 0
    for (let ref = ways.first[way]!; ref < ways.first[way + 1]!; ref++) {
      const at = ways.refs[ref]!
      if (Number.isNaN(node.lng[at]!)) {
        lost++
        before = -1
        continue
      }
      if (before !== -1 && before !== at) {
        if (line === -1) line = draft.addLine({ id: String(id), kind, name: tags.name ?? null })
        const gate = barriers.get(before) === 'open-gate' || barriers.get(at) === 'open-gate' ? streetFlags.gate : 0
        const piece = draft.addPiece(vertexAt(before), vertexAt(at), line, flags | gate)
        // The crossing is written at a node: the piece that comes to it, or leaves it where the way begins there.
        const crossingNode = isCrossing(nodeTags.get(at)) ? at : piece === first && isCrossing(nodeTags.get(before)) ? before : -1
        if (crossingNode !== -1 && walkersOnly.has(kind) && !isCrossingWay(tags) && !crossed.has(crossingNode)) {
          crossed.add(crossingNode)
          draft.flag(piece, streetFlags.crossing)
        }
      }
      before = at
    }
    missing += lost
    if (line === -1) {
      const why = lost > 0 ? 'nodes-missing' : 'zero-length'
      leftOut.set(why, (leftOut.get(why) ?? 0) + 1)
    }
  }
  return { leftOut, cuts: [...cuts.values()], missing }
}

const isCrossing = (tags: OsmTags | undefined): boolean => tags?.highway === 'crossing'

/** A way drawn from kerb to kerb. All its pieces are flagged; together they are one crossing. */
const isCrossingWay = ({ footway, path, cycleway }: OsmTags): boolean => footway === 'crossing' || path === 'crossing' || cycleway === 'crossing'

/** Flags that every piece of a line shares. */
export function flagsOf(tags: OsmTags, kind: string): number {
  return (isCrossingWay(tags) ? streetFlags.crossing : 0) | (kind === 'steps' ? streetFlags.steps : 0) | (kind === 'elevator' ? streetFlags.lift : 0) | (says(tags.bridge) ? streetFlags.bridge : 0) | (says(tags.tunnel) ? streetFlags.tunnel : 0)
}

/** yes, viaduct, T …, not no, F or a blank. */
const says = (value: string | undefined): boolean => value !== undefined && !['', 'no', 'f', 'false', '0', '否'].includes(value.toLowerCase())
