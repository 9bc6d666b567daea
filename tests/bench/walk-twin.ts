/** The walk as a careful first version has it: every vertex of the street graph, neighbours in arrays of pairs, a binary heap of pairs, a Map for each search. */
import type { Snaps } from '../../src/geo/streets/edge-index'
import type { StreetGraph } from '../../src/geo/streets/street-graph'

type Arc = { readonly to: number; readonly mm: number }

export class WalkTwin {
  private readonly around: Arc[][]
  private readonly graph: StreetGraph

  constructor(graph: StreetGraph) {
    this.graph = graph
    this.around = Array.from(graph.lng, () => [])
    for (let piece = 0; piece < graph.from.length; piece++) {
      this.around[graph.from[piece]].push({ to: graph.to[piece], mm: graph.mm[piece] })
      this.around[graph.to[piece]].push({ to: graph.from[piece], mm: graph.mm[piece] })
    }
  }

  /** Millimetres to every vertex that is within the limit of any of the sites. */
  within(sites: Snaps, which: readonly number[], limitMm: number): Map<number, number> {
    const { graph } = this
    const found = new Map<number, number>()
    const heap: [number, number][] = []
    for (const site of which) {
      if (sites.chain[site] < 0) continue
      const piece = sites.piece[site]
      push(heap, [sites.offMm[site] + sites.pieceMm[site], graph.from[piece]])
      push(heap, [sites.offMm[site] + graph.mm[piece] - sites.pieceMm[site], graph.to[piece]])
    }
    for (let next = pop(heap); next; next = pop(heap)) {
      const [mm, v] = next
      if (mm > limitMm) break
      if (found.has(v)) continue
      found.set(v, mm)
      for (const arc of this.around[v]) if (!found.has(arc.to)) push(heap, [mm + arc.mm, arc.to])
    }
    return found
  }
}

function push(heap: [number, number][], entry: [number, number]): void {
  let at = heap.push(entry) - 1
  while (at > 0) {
    const up = (at - 1) >> 1
    if (heap[up][0] <= entry[0]) break
    heap[at] = heap[up]
    at = up
  }
  heap[at] = entry
}

function pop(heap: [number, number][]): [number, number] | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!last || heap.length === 0) return top
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    if (down >= heap.length) break
    if (down + 1 < heap.length && heap[down + 1][0] < heap[down][0]) down++
    if (heap[down][0] >= last[0]) break
    heap[at] = heap[down]
    at = down
  }
  heap[at] = last
  return top
}
