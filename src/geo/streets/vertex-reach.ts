/** From junctions to all vertices: the nearest site of each vertex (T1), and the vertices within a limit of one place (T2). */
import { labelsOf, nobody } from './walk-labels'
import type { SitePlaces, WalkLabels } from './walk-labels'
import { unreached } from './walk-network'
import type { WalkNetwork } from './walk-network'
import type { WalkSearch } from './walk-search'

export type VertexLabels = {
  /** By network vertex: millimetres to the nearest site, `unreached` beyond the limit. */
  readonly mm: Int32Array
  /** That site, `nobody` beyond the limit. */
  readonly site: Int32Array
}

export function nearestOfVertices(network: WalkNetwork, sites: SitePlaces, limitMm: number): VertexLabels {
  return filled(labelsOf(network, sites, limitMm), sites, limitMm)
}

/** Fills the labels of the junctions into the chains, linearly. */
export function filled(labels: WalkLabels, sites: SitePlaces, limitMm: number): VertexLabels {
  const { network, label } = labels
  const { junctions, source, innerFrom, innerTable } = network
  const mm = new Int32Array(source.length)
  const site = new Int32Array(source.length)
  let k = 0
  for (let v = 0; v < junctions; v++) {
    const fromMm = label[2 * v]
    const fromSite = label[2 * v + 1]
    mm[v] = fromMm
    site[v] = fromSite
    const end = innerFrom[v + 1] << 2
    for (; k < end; k += 4) {
      const there = fromMm + innerTable[k]
      const to = innerTable[k + 1] << 1
      const back = label[to] + innerTable[k + 2]
      let least = there
      let owner = fromSite
      if (back < there || (back === there && label[to + 1] < fromSite)) {
        least = back
        owner = label[to + 1]
      }
      if (least > limitMm) {
        least = unreached
        owner = nobody
      }
      mm[junctions + (k >> 2)] = least
      site[junctions + (k >> 2)] = owner
    }
  }
  fillOwnChains(network, sites, limitMm, mm, site)
  return { mm, site }
}

/** Vertices on the chain on which a site itself stands may be reached without passing a junction. */
function fillOwnChains(network: WalkNetwork, sites: SitePlaces, limitMm: number, mm: Int32Array, owner: Int32Array): void {
  const { junctions, inner, innerCost } = network
  for (let site = 0; site < sites.chain.length; site++) {
    const chain = sites.chain[site]
    if (chain < 0) continue
    for (let k = inner[chain]; k < inner[chain + 1]; k++) {
      const direct = sites.offMm[site] + Math.abs(innerCost[k] - sites.offset[site])
      const v = junctions + k
      if (direct > limitMm || direct > mm[v] || (direct === mm[v] && site >= owner[v])) continue
      mm[v] = direct
      owner[v] = site
    }
  }
}

/**
 * The vertices within the limit of a place whose search has run to that limit, with their millimetres: written to `out`; the answer is how many.
 */
export function verticesWithin(network: WalkNetwork, search: WalkSearch, place: { readonly chain: number; readonly offset: number; readonly offMm: number }, limitMm: number, out: VertexSet): number {
  const { junctions, chainTo, chainFrom, chainCost, inner, innerCost, innerTable, innerFrom, first, arcs, arcChain, widest } = network
  const { mm, reached, count } = search
  const ownFrom = chainFrom[place.chain]
  const ownFirst = inner[place.chain]
  const ownLast = inner[place.chain + 1]
  let { vertices, mm: found } = out
  let n = 0
  for (let r = 0; r < count; r++) {
    const v = reached[r]
    const ownMm = mm[v]
    let k = innerFrom[v]
    const end = innerFrom[v + 1]
    // Room for the junction, and for everything on its own chains.
    if (n + 1 + end - k > vertices.length) {
      out.need(n + 1 + end - k)
      vertices = out.vertices
      found = out.mm
    }
    vertices[n] = v
    found[n++] = ownMm
    for (; k < end; k++) {
      const there = ownMm + innerTable[4 * k]
      const back = mm[innerTable[4 * k + 1]] + innerTable[4 * k + 2]
      const least = there < back ? there : back
      if (least > limitMm) continue
      // The chain of the place itself comes last.
      if (v === ownFrom && k >= ownFirst && k < ownLast) continue
      vertices[n] = junctions + k
      found[n++] = least
    }
    // Where no arc passes the limit, both ends of every chain were reached.
    if (ownMm + widest[v] <= limitMm) continue
    for (let arc = first[v]; arc < first[v + 1]; arc++) {
      if (mm[arcs[2 * arc]] !== unreached) continue
      const chain = arcChain[arc]
      if (chainFrom[chain] === v || chain === place.chain) continue
      // A chain that is come to from its end alone: backwards until the limit.
      const toMm = ownMm + chainCost[chain]
      for (let k = inner[chain + 1] - 1; k >= inner[chain] && toMm - innerCost[k] <= limitMm; k--) {
        if (n === vertices.length) {
          out.need(n + 1)
          vertices = out.vertices
          found = out.mm
        }
        vertices[n] = junctions + k
        found[n++] = toMm - innerCost[k]
      }
    }
  }
  const own = place.chain
  out.need(n + inner[own + 1] - inner[own])
  for (let k = inner[own]; k < inner[own + 1]; k++) {
    const least = Math.min(mm[chainFrom[own]] + innerCost[k], mm[chainTo[own]] + chainCost[own] - innerCost[k], place.offMm + Math.abs(innerCost[k] - place.offset))
    if (least > limitMm) continue
    out.vertices[n] = junctions + k
    out.mm[n++] = least
  }
  return n
}

/** Room for a list of vertices with their millimetres, used again and again. */
export class VertexSet {
  vertices = new Int32Array(1024)
  mm = new Int32Array(1024)

  need(count: number): void {
    if (count <= this.vertices.length) return
    const size = Math.max(count, 2 * this.vertices.length)
    const vertices = new Int32Array(size)
    vertices.set(this.vertices)
    this.vertices = vertices
    const mm = new Int32Array(size)
    mm.set(this.mm)
    this.mm = mm
  }
}
