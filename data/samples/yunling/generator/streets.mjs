/**
 * Streets that meet only at shared ends: warped grids in the city, the zone and the seats, country roads between
 * them. The river has three bridges; the railway two underpasses and one level crossing. Coordinates in km.
 */
import { bridges as bridgeNames, streets as streetNames, towns, underpasses } from './names.mjs'
import { add, crossing, crossingOfLine, distance, mix, nearest } from './plane.mjs'
import { stream } from './random.mjs'
import { railY } from './units.mjs'

export function makeStreets(river, low) {
  const random = stream('streets')
  const rail = Array.from({ length: 131 }, (_, k) => -21.125 + k * 0.325).map((x) => [x, railY(x)])
  const net = { nodes: [], edges: [], faces: [], rail, river, cityNode: null }
  cityGrid(net, random)
  for (const { at } of towns) seatGrid(net, at, random)
  crossings(net)
  thin(net, random)
  countryRoads(net, low, random)
  viaduct(net)
  net.level = levelCrossing(net)
  return net
}

/** Adds a street from node a to node b. gates: places on it where paths begin, as shares of its length. */
const join = (net, a, b, tags) => net.edges.push({ a, b, tags, gates: [] })

function cityGrid(net, random) {
  const xs = steps(-4.2, 7.5), ys = steps(-3.5, 3.5)
  const id = new Map()
  const tilt = 0.09
  xs.forEach((x0, i) => ys.forEach((y0, j) => {
    const bend = 0.12 * Math.sin(y0 * 1.3 + x0 * 0.4)
    const [x, y] = [x0 + bend + random.between(-0.03, 0.03), y0 + 0.1 * Math.sin(x0 * 1.1) + random.between(-0.03, 0.03)]
    const p = clear([x * Math.cos(tilt) - y * Math.sin(tilt), x * Math.sin(tilt) + y * Math.cos(tilt)], net)
    const core = (p[0] / 4) ** 2 + (p[1] / 3.4) ** 2 < 1
    const zone = ((p[0] - 5.8) / 1.7) ** 2 + ((p[1] - 0.5) / 1.2) ** 2 < 1
    if (core || zone) id.set(`${i},${j}`, net.nodes.push(p) - 1)
  }))
  const at = (i, j) => id.get(`${i},${j}`)
  net.cityNode = (x, y) => at(xs.findIndex((v) => v >= x), ys.findIndex((v) => v >= y))
  xs.forEach((_, i) => ys.forEach((_, j) => {
    const [a, right, up] = [at(i, j), at(i + 1, j), at(i, j + 1)]
    if (a === undefined) return
    if (right !== undefined) join(net, a, right, street(j, streetNames.across))
    if (up !== undefined) join(net, a, up, street(i, streetNames.along))
    face(net, [a, right, at(i + 1, j + 1), up])
  }))
}

/** Grid lines: 230 m apart in the centre, wider outside. */
function steps(from, to) {
  const out = [0]
  for (let x = 0; x < to; ) out.push((x += 0.23 + 0.03 * Math.min(4, Math.abs(x))))
  for (let x = 0; x > from; ) out.unshift((x -= 0.23 + 0.03 * Math.abs(x)))
  return out
}

function street(line, names) {
  const k = Math.floor(line / 3)
  if (line % 3 !== 1) return { highway: 'residential' }
  return { highway: k % 3 === 1 ? 'primary' : k % 2 ? 'secondary' : 'tertiary', name: names[k % names.length] }
}

function seatGrid(net, centre, random) {
  const id = new Map()
  for (let i = 0; i < 5; i++) for (let j = 0; j < 4; j++) {
    id.set(`${i},${j}`, net.nodes.push(add(centre, [(i - 2) * 0.21 + random.between(-0.03, 0.03), (j - 1.5) * 0.19 + random.between(-0.03, 0.03)])) - 1)
  }
  const at = (i, j) => id.get(`${i},${j}`)
  for (let i = 0; i < 5; i++) for (let j = 0; j < 4; j++) {
    const tags = { highway: 'residential' }
    if (i < 4) join(net, at(i, j), at(i + 1, j), j === 1 ? { highway: 'secondary', name: '正街' } : tags)
    if (j < 3) join(net, at(i, j), at(i, j + 1), i === 2 ? { highway: 'tertiary', name: '集市路' } : tags)
    face(net, [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)])
  }
}

/** A block between four nodes, unless the river or the railway runs through it. */
function face(net, corners) {
  if (corners.some((corner) => corner === undefined)) return
  const points = corners.map((k) => net.nodes[k])
  const cut = points.some((p, k) => [points[(k + 1) % 4], points[(k + 2) % 4]].some((q) => crossingOfLine(p, q, net.river) || crossingOfLine(p, q, net.rail)))
  if (!cut) net.faces.push({ corners, compounds: 0 })
}

/** Keeps a node 55 m off the water and the tracks. */
function clear(p, net) {
  for (const line of [net.river, net.rail]) {
    const { at, distance: d } = nearest(p, line)
    if (d < 0.055) p = d > 1e-6 ? add(at, [((p[0] - at[0]) / d) * 0.06, ((p[1] - at[1]) / d) * 0.06]) : add(p, [0.06, 0.03])
  }
  return p
}

/** Of the streets that would cross water or tracks, keeps the ones nearest to the chosen places. */
function crossings(net) {
  const over = (line) => net.edges.map((edge) => ({ edge, hit: crossingOfLine(net.nodes[edge.a], net.nodes[edge.b], line) })).filter(({ hit }) => hit)
  const water = over(net.river), tracks = over(net.rail)
  const wet = new Set(water.map(({ edge }) => edge)), dry = new Set(tracks.map(({ edge }) => edge))
  const single = (list, other) => list.filter(({ edge }) => !other.has(edge))
  const kept = new Set()
  const eastWest = ({ a, b }) => Math.abs(net.nodes[a][0] - net.nodes[b][0]) > Math.abs(net.nodes[a][1] - net.nodes[b][1])
  const keep = (list, target, tags) => {
    const free = list.filter(({ edge }) => !kept.has(edge) && eastWest(edge) === (tags.bridge === 'yes')).sort((a, b) => distance(a.hit.at, target) - distance(b.hit.at, target))
    Object.assign(free[0].edge, { tags: { ...free[0].edge.tags, ...tags }, fixed: true })
    kept.add(free[0].edge)
  }
  ;[[-0.4, 2.1], [-0.9, 0.1], [-1, -2.3]].forEach((p, k) => keep(single(water, dry), p, { highway: 'primary', name: bridgeNames[k], bridge: 'yes', layer: '1' }))
  ;[[0.4, -1.2], [2.9, -0.8]].forEach((p, k) => keep(single(tracks, wet), p, { highway: 'secondary', name: underpasses[k], tunnel: 'yes', layer: '-1' }))
  keep(single(tracks, wet), [-2.4, -1.5], { highway: 'tertiary', name: '西郊路', crossing: 'level' })
  net.edges = net.edges.filter((edge) => kept.has(edge) || !(wet.has(edge) || dry.has(edge)))
}

/** Takes out some residential streets without cutting anything off, then whatever hangs loose. */
function thin(net, random) {
  const group = net.nodes.map((_, k) => k)
  const find = (k) => (group[k] === k ? k : (group[k] = find(group[k])))
  const order = random.shuffle(net.edges).sort((a, b) => Number(b.fixed ?? 0) - Number(a.fixed ?? 0) || Number(b.tags.name !== undefined) - Number(a.tags.name !== undefined))
  const spare = new Set()
  for (const edge of order) {
    const [a, b] = [find(edge.a), find(edge.b)]
    if (a === b && edge.tags.highway === 'residential' && random.chance(0.3)) spare.add(edge)
    group[a] = b
  }
  const size = new Map()
  net.nodes.forEach((_, k) => size.set(find(k), (size.get(find(k)) ?? 0) + 1))
  net.edges = net.edges.filter((edge) => !spare.has(edge) && size.get(find(edge.a)) > 15)
}

/** Village centres and seats joined by the shortest tree of roads that crosses nothing, and a few more. */
function countryRoads(net, low, random) {
  const joined = new Set(net.edges.flatMap(({ a, b }) => [a, b]))
  const far = low.filter(({ level }) => level === '村').filter(({ at }) => [...joined].every((k) => distance(net.nodes[k], at) > 0.5))
  const villages = far.map((unit) => (unit.node = net.nodes.push(unit.at) - 1))
  const degree = new Map()
  for (const { a, b } of net.edges) for (const k of [a, b]) degree.set(k, (degree.get(k) ?? 0) + 1)
  const rim = [...joined].filter((k) => degree.get(k) < 4)
  const all = [...villages, ...rim]
  const group = net.nodes.map((_, k) => k)
  const find = (k) => (group[k] === k ? k : (group[k] = find(group[k])))
  for (const { a, b } of net.edges) group[find(a)] = find(b)
  const wishes = villages.concat(rim).flatMap((a) => all.filter((b) => b > a && (villages.includes(b) || villages.includes(a) || find(a) !== find(b)))
    .map((b) => ({ a, b, gap: distance(net.nodes[a], net.nodes[b]) }))).filter(({ gap }) => gap < 7).sort((p, q) => p.gap - q.gap || p.a - q.a || p.b - q.b)
  for (const { a, b, gap } of wishes) {
    const extra = find(a) === find(b)
    if (extra && !(gap < 3.4 && random.chance(0.03))) continue
    const [p, q] = [net.nodes[a], net.nodes[b]]
    if (crossingOfLine(p, q, net.river) || crossingOfLine(p, q, net.rail)) continue
    const road = bend(p, q, random, (r, s) => isFree(net, r, s, [a, b]))
    if (!road) continue
    const chain = [a, ...road.map((r) => net.nodes.push(r) - 1), b]
    for (let k = 0; k + 1 < chain.length; k++) join(net, chain[k], chain[k + 1], { highway: extra ? 'unclassified' : gap > 2.6 ? 'tertiary' : 'unclassified' })
    for (let k = group.length; k < net.nodes.length; k++) group.push(find(a))
    group[find(b)] = find(a)
  }
}

/** Two points that make the road swing to one side, to the other, or not at all: the first way that is free; null when none is. */
function bend(p, q, random, free) {
  const push = random.between(-0.1, 0.1)
  for (const strength of [1, -1, 0]) {
    const off = (t) => { const m = mix(p, q, t); return [m[0] - (q[1] - p[1]) * push * strength * Math.sin(t * Math.PI), m[1] + (q[0] - p[0]) * push * strength * Math.sin(t * Math.PI)] }
    const road = distance(p, q) < 0.4 ? [] : [off(0.33), off(0.66)]
    const chain = [p, ...road, q]
    if (chain.every((r, k) => k === 0 || free(chain[k - 1], r))) return road
  }
  return null
}

/** True when a road from r to s meets no other street, river or track on its way. */
export function isFree(net, r, s, ends) {
  if (crossingOfLine(r, s, net.river) || crossingOfLine(r, s, net.rail)) return false
  return net.edges.every(({ a, b }) => {
    const shared = ends.some((k) => k === a || k === b)
    return !crossing(r, s, net.nodes[a], net.nodes[b]) && (shared || !crossing(net.nodes[a], net.nodes[b], r, s))
  })
}

/** An elevated road along a street: it passes over five cross streets without a junction, though the lines cross on the map. */
function viaduct(net) {
  const [from, to] = [net.cityNode(0.9, 1.0), net.cityNode(2.5, 1.0)]
  const beside = (t) => add(mix(net.nodes[from], net.nodes[to], t), [0.01, 0.05])
  join(net, from, to, { highway: 'secondary', name: '东湖高架路', bridge: 'yes', layer: '2' })
  net.edges.at(-1).via = [0.06, 0.3, 0.6, 0.94].map(beside)
}

/** The one place where street and railway share a point. */
function levelCrossing(net) {
  const edge = net.edges.find(({ tags }) => tags.crossing === 'level')
  delete edge.tags.crossing
  const hit = crossingOfLine(net.nodes[edge.a], net.nodes[edge.b], net.rail)
  const node = net.nodes.push(hit.at) - 1
  net.edges.push({ a: node, b: edge.b, tags: edge.tags, gates: [] })
  edge.b = node
  return { at: hit.at, piece: hit.piece }
}
