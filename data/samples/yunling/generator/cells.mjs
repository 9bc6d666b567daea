/**
 * Divides the plane among seeds: Voronoi cells whose edges are then roughened like real borders.
 * Every edge is drawn once and used by both sides, so that neighbours share it point for point.
 * Seeds from `real` on are ghosts: they only give the outer border its shape.
 */
import { distance, mix } from './plane.mjs'
import { stream } from './random.mjs'

export function divide(seeds, real) {
  const arcs = new Map()
  const cells = seeds.slice(0, real).map((_, i) => {
    const edges = clipCell(seeds, i)
    return edges.map((edge, k) => {
      const before = edges[(k + edges.length - 1) % edges.length].neighbour
      const after = edges[(k + 1) % edges.length].neighbour
      return { neighbour: edge.neighbour, from: vertexKey(i, before, edge.neighbour), to: vertexKey(i, edge.neighbour, after) }
    })
  })

  /** Points of the edge of cell i, from its start to its end. */
  function arc(i, edge) {
    const key = `${Math.min(i, edge.neighbour)}-${Math.max(i, edge.neighbour)}`
    const forward = edge.from < edge.to
    if (!arcs.has(key)) {
      const ends = [edge.from, edge.to].sort().map((vertex) => centreOf(seeds, vertex))
      arcs.set(key, roughen(ends[0], ends[1], seeds[i], stream(`border ${key}`)))
    }
    return forward ? arcs.get(key) : [...arcs.get(key)].reverse()
  }

  /** Closed rings of a set of cells: the outer one first, then holes; counter-clockwise outside. */
  function rings(members) {
    const inSet = new Set(members)
    const open = new Map()
    for (const i of members) for (const edge of cells[i]) if (!inSet.has(edge.neighbour)) open.set(edge.from, { i, edge })
    const out = []
    while (open.size > 0) {
      const start = open.keys().next().value
      const ring = []
      for (let at = start; open.has(at); ) {
        const { i, edge } = open.get(at)
        open.delete(at)
        ring.push(...arc(i, edge).slice(0, -1))
        at = edge.to
      }
      out.push([...ring, ring[0]])
    }
    return out.sort((a, b) => signedArea(b) - signedArea(a))
  }

  /** The border between two sets of cells as one line (the river runs along it). */
  function line(isLeft) {
    const next = new Map()
    const ends = new Set()
    cells.forEach((edges, i) => {
      if (!isLeft(i)) return
      for (const edge of edges) if (edge.neighbour < real && !isLeft(edge.neighbour)) {
        next.set(edge.from, { i, edge })
        ends.add(edge.to)
      }
    })
    let at = [...next.keys()].find((key) => !ends.has(key))
    const points = []
    while (next.has(at)) {
      const { i, edge } = next.get(at)
      next.delete(at)
      points.push(...arc(i, edge).slice(points.length > 0 ? 1 : 0))
      at = edge.to
    }
    if (next.size > 0) throw new Error('the river is broken into pieces')
    return points
  }

  return { rings, line, neighbours: (i) => cells[i].map((edge) => edge.neighbour) }
}

export function signedArea(ring) {
  let twice = 0
  for (let k = 0; k + 1 < ring.length; k++) twice += ring[k][0] * ring[k + 1][1] - ring[k + 1][0] * ring[k][1]
  return twice / 2
}

function clipCell(seeds, i) {
  const [x, y] = seeds[i]
  let shape = [[-60, -60], [60, -60], [60, 60], [-60, 60]].map((p) => ({ p, neighbour: -1 }))
  const others = seeds.map((_, j) => j).filter((j) => j !== i)
    .sort((a, b) => distance(seeds[a], seeds[i]) - distance(seeds[b], seeds[i]))
  for (const j of others) {
    const reach = Math.max(...shape.map(({ p }) => distance(p, seeds[i])))
    if (distance(seeds[i], seeds[j]) > 2 * reach) break
    const [nx, ny] = [seeds[j][0] - x, seeds[j][1] - y]
    const limit = (seeds[j][0] ** 2 + seeds[j][1] ** 2 - x * x - y * y) / 2
    const over = shape.map(({ p }) => p[0] * nx + p[1] * ny - limit)
    const kept = []
    shape.forEach((edge, k) => {
      const m = (k + 1) % shape.length
      const cut = () => mix(edge.p, shape[m].p, over[k] / (over[k] - over[m]))
      if (over[k] <= 0) kept.push(edge)
      if (over[k] <= 0 && over[m] > 0) kept.push({ p: cut(), neighbour: j })
      if (over[k] > 0 && over[m] <= 0) kept.push({ p: cut(), neighbour: edge.neighbour })
    })
    shape = kept
  }
  return shape
}

const vertexKey = (...ids) => ids.sort((a, b) => a - b).map((id) => String(id).padStart(4, '0')).join('-')

/** The point equally far from the three seeds of a vertex, computed in one order whoever asks. */
function centreOf(seeds, key) {
  const [[ax, ay], [bx, by], [cx, cy]] = key.split('-').map((id) => seeds[Number(id)])
  const d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
  const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy]
  return [(a * (by - cy) + b * (cy - ay) + c * (ay - by)) / d, (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / d]
}

/** Midpoint displacement, kept inside the wedges towards the seed at both ends, so that no two edges can cross. */
function roughen(from, to, seed, random) {
  const angle = (p) => Math.abs(bearing(p, seed) - bearing(p, p === from ? to : from)) % (2 * Math.PI)
  const limit = [from, to].map((p) => Math.tan(Math.min(0.8, 0.7 * Math.min(angle(p), 2 * Math.PI - angle(p)))))
  const length = distance(from, to)
  const along = (p) => ((p[0] - from[0]) * (to[0] - from[0]) + (p[1] - from[1]) * (to[1] - from[1])) / length
  const aside = (p) => Math.abs((p[0] - from[0]) * (to[1] - from[1]) - (p[1] - from[1]) * (to[0] - from[0])) / length
  const allowed = (p) => aside(p) <= limit[0] * along(p) && aside(p) <= limit[1] * (length - along(p))
  const split = (a, b) => {
    const gap = distance(a, b)
    if (gap < Math.max(0.12, length / 14)) return [a]
    const middle = mix(a, b, random.between(0.42, 0.58))
    let push = random.between(-0.17, 0.17)
    let moved = middle
    for (let tries = 0; tries < 6; tries++, push /= 2) {
      moved = [middle[0] - (b[1] - a[1]) * push, middle[1] + (b[0] - a[0]) * push]
      if (allowed(moved)) break
      moved = middle
    }
    return [...split(a, moved), ...split(moved, b)]
  }
  return length === 0 ? [from, to] : [...split(from, to), to]
}

const bearing = (p, q) => Math.atan2(q[1] - p[1], q[0] - p[0])
