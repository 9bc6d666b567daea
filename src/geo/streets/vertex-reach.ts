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
  const { junctions, source, chainsFrom, chainTo, chainCost, inner, innerCost } = network
  const mm = new Int32Array(source.length)
  const site = new Int32Array(source.length)
  for (let v = 0; v < junctions; v++) {
    const fromMm = label[2 * v]
    const fromSite = label[2 * v + 1]
    mm[v] = fromMm
    site[v] = fromSite
    for (let chain = chainsFrom[v]; chain < chainsFrom[v + 1]; chain++) {
      const end = 2 * chainTo[chain]
      const toMm = label[end] + chainCost[chain]
      const toSite = label[end + 1]
      for (let k = inner[chain]; k < inner[chain + 1]; k++) {
        const there = fromMm + innerCost[k]
        const back = toMm - innerCost[k]
        const fromHere = there < back || (there === back && fromSite < toSite)
        const least = fromHere ? there : back
        const within = least <= limitMm
        mm[junctions + k] = within ? least : unreached
        site[junctions + k] = within ? (fromHere ? fromSite : toSite) : nobody
      }
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
  const { junctions, chainTo, chainFrom, chainCost, inner, innerCost } = network
  const { mm, reached, count } = search
  const chains = search.eachChain()
  out.need(count)
  let { vertices, mm: found } = out
  let n = 0
  for (let k = 0; k < count; k++) {
    vertices[n] = reached[k]
    found[n++] = mm[reached[k]]
  }
  const list = search.chains
  for (let c = 0; c < chains; c++) {
    const chain = list[c]
    if (chain === place.chain) continue
    const start = inner[chain]
    const end = inner[chain + 1]
    if (start === end) continue
    if (n + end - start > vertices.length) {
      out.need(n + end - start)
      vertices = out.vertices
      found = out.mm
    }
    const fromMm = mm[chainFrom[chain]]
    const toMm = mm[chainTo[chain]] + chainCost[chain]
    for (let k = start; k < end; k++) {
      const there = fromMm + innerCost[k]
      const back = toMm - innerCost[k]
      const least = there < back ? there : back
      if (least > limitMm) continue
      vertices[n] = junctions + k
      found[n++] = least
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
