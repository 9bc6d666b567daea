/** Where people live: compounds on the blocks with gates and footpaths, old streets, and the hamlets of villages. */
import { compoundNames } from './names.mjs'
import { add, distance, inside, mix, nearest } from './plane.mjs'
import { stream } from './random.mjs'
import { isFree } from './streets.mjs'

const compoundCount = 400

export function makeHomes(net, low) {
  const random = stream('homes')
  const compounds = placeCompounds(net, low, random)
  // one old yard was pulled down and stays in the ledger with no household: no clause about households applies to it
  const gone = compounds.find(({ age, at }) => age === '老旧' && Math.hypot(...at) < 1.5)
  Object.assign(gone, { gone: true, households: 0, occupied: 0, residents: 0, elders60: 0, elders65: 0, elders80: 0 })
  const people = [...compounds.filter((compound) => !compound.gone).flatMap((compound) => peopleOf(compound, random)), ...oldStreets(net, low, random), ...hamlets(net, low, random)]
  people.forEach((point, k) => (point.id = `P${String(k + 1).padStart(4, '0')}`))
  return { compounds, people }
}

export const unitAt = (low, p) => low.find(({ ring }) => inside(p, ring))

function placeCompounds(net, low, random) {
  const edgeOf = new Map(net.edges.flatMap((edge) => [[`${edge.a}-${edge.b}`, edge], [`${edge.b}-${edge.a}`, edge]]))
  const names = compoundNames(random)
  const centre = (face) => face.corners.map((k) => net.nodes[k]).reduce((p, q) => add(p, [q[0] / 4, q[1] / 4]), [0, 0])
  const chosen = random.shuffle(net.faces).map((face) => ({ face, at: centre(face) }))
    .filter(({ face, at }) => unitAt(low, at)?.level === '社区' && edgesOf(face, edgeOf).some(Boolean) && nearest(at, net.river).distance > 0.11 && nearest(at, net.rail).distance > 0.1)
  // seats and the zone first, then the city: they would get none by chance
  const outer = chosen.filter(({ at }) => Math.hypot(...at) > 4.6)
  const inner = chosen.filter(({ at }) => Math.hypot(...at) <= 4.6)
  const out = []
  const put = (list, limit) => {
    for (const { face, at } of list) {
      if (out.length >= limit) return
      const side = Math.min(...face.corners.map((k, m) => distance(net.nodes[k], net.nodes[face.corners[(m + 1) % 4]])))
      const two = side > 0.2 && random.chance(Math.hypot(...at) < 2 ? 0.65 : 0.3)
      face.compounds = two ? 2 : 1
      for (let part = 0; part < face.compounds; part++) {
        const u = two ? 0.26 + 0.48 * part : 0.5
        const p = inFace(net, face, u, 0.5)
        const unit = unitAt(low, p)
        if (unit?.level !== '社区') continue
        const gates = gatesOf(net, face, edgeOf, u, two, part, random)
        if (gates.length > 0) out.push(describe(p, unit, gates, names, random))
      }
    }
  }
  put(outer, 52)
  put(inner, compoundCount)
  return out.sort((a, b) => (a.unit.code || 'z') < (b.unit.code || 'z') ? -1 : (a.unit.code || 'z') > (b.unit.code || 'z') ? 1 : 0)
    .map((compound, k) => ({ id: `C${String(k + 1).padStart(4, '0')}`, ...compound }))
}

const edgesOf = ({ corners }, edgeOf) => corners.map((k, m) => edgeOf.get(`${k}-${corners[(m + 1) % 4]}`))
function inFace(net, { corners }, u, v) {
  const [a, b, c, d] = corners.map((k) => net.nodes[k])
  return mix(mix(a, b, u), mix(d, c, u), v)
}

/** One to three gates on the sides that have a street; now and then only the far side has one. */
function gatesOf(net, face, edgeOf, u, two, part, random) {
  const sides = edgesOf(face, edgeOf)
  const free = [0, 2, ...(two ? [part === 0 ? 3 : 1] : [1, 3])].filter((m) => sides[m] && !sides[m].tags.bridge && !sides[m].tags.tunnel)
  const wanted = random.chance(0.45) ? 1 : random.chance(0.75) ? 2 : 3
  return random.shuffle(free).slice(0, wanted).map((m) => {
    const share = m === 0 ? u : m === 2 ? 1 - u : 0.5
    const edge = sides[m]
    const along = edge.a === face.corners[m] ? share : 1 - share
    const nudge = Math.min(0.9, Math.max(0.1, along + random.between(-0.08, 0.08)))
    edge.gates.push(nudge)
    return mix(net.nodes[edge.a], net.nodes[edge.b], nudge)
  })
}

function describe(at, unit, gates, names, random) {
  const r = Math.hypot(...at)
  const outer = r > 4.6
  // a development zone is young: no old compounds, so that clauses about them do not apply there
  const young = unit.unit.name === '云岭经开区'
  const age = random.chance(young ? 0.75 : outer ? 0.45 : 0.16 + 0.1 * r) ? '新建' : !young && random.chance(0.72 - 0.09 * Math.min(r, 5)) ? '老旧' : '未定'
  const size = random.next() ** 2
  const households = age === '新建' ? Math.round(180 + 1180 * size) : age === '老旧' ? Math.round(36 + 230 * size) : Math.round(110 + 420 * size)
  const occupied = Math.round(households * (age === '新建' ? random.between(0.52, 0.93) : random.between(0.86, 0.98)))
  const residents = Math.round(occupied * random.between(2.35, 2.85))
  const elders60 = Math.round(residents * (age === '新建' ? random.between(0.09, 0.15) : age === '老旧' ? random.between(0.22, 0.34) : random.between(0.15, 0.22)))
  const compound = { at, unit, gates, age, households, occupied, residents, elders60, name: names[age].shift() }
  return { ...compound, elders65: Math.round(elders60 * 0.71), elders80: Math.round(elders60 * random.between(0.09, 0.15)) }
}

/** Big compounds are several points, so that their two ends may differ. */
function peopleOf(compound, random) {
  const parts = 1 + Math.floor(compound.occupied / 330)
  return share(compound, parts).map((part, k) => {
    const turn = (k / parts) * 2 * Math.PI
    const beside = add(compound.at, [0.05 * Math.cos(turn) + random.between(-0.01, 0.01), 0.05 * Math.sin(turn)])
    const at = parts > 1 && inside(beside, compound.unit.ring) && nearest(beside, compound.unit.ring).distance > 0.005 ? beside : compound.at
    return { ...part, unit: compound.unit, at }
  })
}

/** Splits whole numbers without losing one. */
function share(whole, parts) {
  const cut = (value, k) => Math.floor((value * (k + 1)) / parts) - Math.floor((value * k) / parts)
  return Array.from({ length: parts }, (_, k) => ({ households: cut(whole.occupied, k), residents: cut(whole.residents, k),
    elders60: cut(whole.elders60, k), elders65: cut(whole.elders65, k), elders80: cut(whole.elders80, k) }))
}

function group(random, households, elderShare) {
  const residents = Math.round(households * random.between(2.4, 3.1))
  const elders60 = Math.round(residents * elderShare * random.between(0.85, 1.15))
  return { households, residents, elders60, elders65: Math.round(elders60 * 0.72), elders80: Math.round(elders60 * random.between(0.1, 0.15)) }
}

/** Self-built houses along streets of every community, outside any compound. */
function oldStreets(net, low, random) {
  const spots = net.edges.filter(({ tags, a, b }) => tags.highway === 'residential' && distance(net.nodes[a], net.nodes[b]) < 0.5)
    .map(({ a, b }) => add(mix(net.nodes[a], net.nodes[b], random.between(0.3, 0.7)), [random.between(-0.03, 0.03), random.between(-0.03, 0.03)]))
    .filter((p) => nearest(p, net.river).distance > 0.06)
    .map((at) => ({ at, unit: unitAt(low, at) })).filter(({ unit }) => unit?.level === '社区')
  // and a few on the fields that each community still has
  const fields = low.filter(({ level }) => level === '社区').flatMap((unit) => Array.from({ length: 5 }, () => ({ unit, at: within(unit, 0.7, net, random) })))
  return [...random.shuffle(spots).slice(0, 430), ...fields].map((spot) => ({ ...spot, ...group(random, random.int(12, 60), 0.21) }))
}

function hamlets(net, low, random) {
  return low.filter(({ level }) => level === '村').flatMap((unit) => Array.from({ length: random.int(12, 18) }, (_, k) => {
    const reach = k < 4 ? 0.25 : 1.7
    const at = within(unit, reach, net, random)
    // the nearest houses have a footpath to the village centre
    if (k < 3 && unit.node !== undefined && at !== unit.at && isFree(net, unit.at, at, [unit.node])) {
      net.edges.push({ a: unit.node, b: net.nodes.push(at) - 1, tags: { highway: k === 0 ? 'track' : 'path' }, gates: [] })
    }
    return { at, unit, ...group(random, k < 4 ? random.int(35, 90) : random.int(14, 48), 0.24) }
  }))
}

/** A random place near the unit's middle, off its border and off the water. */
function within(unit, reach, net, random) {
  for (let tries = 0; tries < 60; tries++) {
    const p = add(unit.at, [random.between(-reach, reach), random.between(-reach, reach)])
    if (inside(p, unit.ring) && nearest(p, unit.ring).distance > 0.03 && nearest(p, net.river).distance > 0.1) return p
  }
  return unit.at
}
