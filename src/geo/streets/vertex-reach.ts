/** From junctions to all vertices: the nearest site of each vertex (T1), and the vertices within a limit of one place (T2). */
import { beadsWithin } from './beads-within'
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
  const { junctions, source } = network
  const { table } = network.innerBeads
  const mm = new Int32Array(source.length)
  const site = new Int32Array(source.length)
  for (let v = 0; v < junctions; v++) {
    mm[v] = label[2 * v]
    site[v] = label[2 * v + 1]
  }
  for (let v = junctions, at = 0; v < source.length; v++, at += 4) {
    const from = table[at] << 1
    const to = table[at + 1] << 1
    const fromSite = label[from + 1]
    const toSite = label[to + 1]
    // Without branches: -1 where the way from the start is the shorter one, and where even that passes the limit.
    const back = label[to] + table[at + 3]
    const less = label[from] + table[at + 2] - back
    const ahead = less === 0 && fromSite < toSite ? -1 : less >> 31
    const least = back + (less & ahead)
    const owner = toSite ^ ((fromSite ^ toSite) & ahead)
    const beyond = (limitMm - least) >> 31
    mm[v] = least ^ ((least ^ unreached) & beyond)
    site[v] = owner ^ ((owner ^ nobody) & beyond)
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
  const { junctions, chainTo, chainFrom, chainCost, inner, innerCost, innerBeads } = network
  const { mm, reached, count } = search
  out.need(network.source.length + 1)
  const { vertices, mm: found } = out
  const own = place.chain
  let n = beadsWithin(innerBeads, search, limitMm, { first: inner[own], last: inner[own + 1] }, vertices, found)
  for (let k = 0; k < n; k++) vertices[k] += junctions
  for (let r = 0; r < count; r++) {
    const v = reached[r]
    vertices[n] = v
    found[n++] = mm[v]
  }
  for (let k = inner[own]; k < inner[own + 1]; k++) {
    const least = Math.min(mm[chainFrom[own]] + innerCost[k], mm[chainTo[own]] + chainCost[own] - innerCost[k], place.offMm + Math.abs(innerCost[k] - place.offset))
    if (least > limitMm) continue
    vertices[n] = junctions + k
    found[n++] = least
  }
  return n
}

/** Room for a list of vertices with their millimetres, used again and again. */
export class VertexSet {
  vertices = new Int32Array(0)
  mm = new Int32Array(0)

  need(count: number): void {
    if (count <= this.vertices.length) return
    this.vertices = new Int32Array(count)
    this.mm = new Int32Array(count)
  }
}
