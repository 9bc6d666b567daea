/**
 * The walk core: ours against two native twins and against a plain one, in turn. T1: the nearest of 1,000 sites for every vertex, within 1000 m.
 * T2: all vertices within 1000 m of each of them. Then one site moved among 50,000 people, and the pictures.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { edgeIndexOf } from '../../src/geo/streets/edge-index'
import type { Snaps } from '../../src/geo/streets/edge-index'
import { deserialiseNetwork, serialiseNetwork } from '../../src/geo/streets/network-bytes'
import type { StreetGraph } from '../../src/geo/streets/street-graph'
import { nearestOfVertices, VertexSet, verticesWithin } from '../../src/geo/streets/vertex-reach'
import type { VertexLabels } from '../../src/geo/streets/vertex-reach'
import { alongTheCurve } from '../../src/geo/streets/walk-labels'
import { unreached, walkNetworkOf } from '../../src/geo/streets/walk-network'
import type { WalkNetwork } from '../../src/geo/streets/walk-network'
import { WalkSearch } from '../../src/geo/streets/walk-search'
import { buildStreets } from '../../src/model/build-streets'
import { measureStreets } from '../../src/model/build-streets-report'
import { keepStreets, openKept } from '../../src/model/kept-streets'
import { isochronePainter } from '../../src/reach/isochrone'
import { walkReach } from '../../src/reach/walk'
import { createWalkState } from '../../src/reach/walk-state'
import { randomFrom } from '../helpers/random'
import { median, print } from './measure'
import { native } from './native'
import { placesIn, syntheticCity } from './synthetic-city'
import { againstPeers } from './walk-peers'
import { WalkTwin } from './walk-twin'

const limitM = 1000
const limitMm = limitM * 1000
const siteCount = 1000
const folder = process.env['BENCH_FOLDER'] ?? 'tests/bench'

export async function run(): Promise<void> {
  // BENCH_CITY=porto: that one alone.
  const asked = process.env['BENCH_CITY'] ?? ''
  const porto = join(folder, '../../../shared/data/porto-alegre/roads.osm.pbf')
  if (existsSync(porto) && 'porto-alegre'.includes(asked)) {
    const bytes = new Uint8Array(readFileSync(porto))
    const load = async () => (await buildStreets({ osm: [{ name: 'roads.osm.pbf', bytes }], tables: [] })).graph
    const times: number[] = []
    let graph: StreetGraph | null = null
    for (let n = 0; n < 5; n++) {
      const start = performance.now()
      graph = await load()
      if (graph) walkNetworkOf(graph)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const kept = graph && keepStreets({ graph, report: { files: [], ...measureStreets(graph), leftOut: {}, cuts: [], problems: [] } }, 'bench')
    if (kept) {
      const ready = median(5, () => openKept(kept, 'bench', []), 2)
      const built = median(5, () => graph && edgeIndexOf(walkNetworkOf(graph)), 2)
      print({ bench: 'walk', case: `porto-alegre: kept in a saved study (${(kept.bytes.length / 1e6).toFixed(1)} MB), opened`, ms: ready, n: 5, ratio: ready / times[2], against: 'PBF' })
      print({ bench: 'walk', case: 'porto-alegre: network folded and indexed', ms: built, n: 5, ratio: null, against: null })
    }
    print({ bench: 'walk', case: 'porto-alegre: PBF to network ready', ms: times[2], n: 5, ratio: null, against: null })
    if (graph) await city('porto-alegre', graph, 15)
  }
  for (const [name, vertices, runs] of [['synthetic 300k', 300_000, 15], ['synthetic 1M', 1_000_000, 9]] as const) if (name.includes(asked)) await city(name, syntheticCity(vertices), runs)
}

async function city(name: string, graph: StreetGraph, runs: number): Promise<void> {
  const vertices = graph.lng.length
  const line = (what: string, ms: number, n: number, ratio: number | null = null, against: string | null = null, more = {}) => print({ bench: 'walk', case: `${name} (${vertices} / ${2 * graph.from.length}): ${what}`, ms, n, ratio, against, ...more })
  line('network from streets', median(5, () => walkNetworkOf(graph), 1), 5)
  const network = walkNetworkOf(graph)
  const bytes = serialiseNetwork(network)
  line(`network opened from ${(bytes.byteLength / 1e6).toFixed(1)} MB`, median(5, () => deserialiseNetwork(bytes), 1), 5)
  line('edge index', median(3, () => edgeIndexOf(network), 1), 3)
  const index = edgeIndexOf(network)
  const sites = placesIn(graph, siteCount, 5)
  const snaps = index.snap(sites)
  const people = placesIn(graph, 50_000, 6)
  line('50,000 points snapped', median(3, () => index.snap(people), 1), 3)

  // In turn, the quietest round of each: other work on the machine only ever adds.
  const file = join(folder, `../../.cache/bench/walk-${name.replace(/\W/g, '-')}.bin`)
  mkdirSync(join(folder, '../../.cache/bench'), { recursive: true })
  writeFileSync(file, Buffer.concat([Int32Array.of(vertices, graph.from.length, siteCount, limitMm), graph.lng, graph.lat, graph.from, graph.to, graph.mm, snaps.piece.map((piece, site) => (snaps.chain[site] < 0 ? -1 : piece)), snaps.pieceMm, snaps.offMm].map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength))))
  const rounds = Array.from({ length: 5 }, () => ({
    t1: median(runs, () => nearestOfVertices(network, snaps, limitMm), 3),
    t2: median(runs, () => reachSets(network, snaps, null), 3),
    native: native('walk', [file, runs]),
    likeOurs: native('walk-blocks', [file, runs]),
  }))
  const least = (pick: (round: (typeof rounds)[number]) => number | undefined) => Math.min(...rounds.map((round) => pick(round) ?? NaN))
  const [t1, t2] = [least((round) => round.t1), least((round) => round.t2)]
  const twin = rounds[0].native
  const [native1, native2] = [least((round) => round.native?.['t1Ms']), least((round) => round.native?.['t2Ms'])]
  const likeOurs = rounds[0].likeOurs
  const [likeOurs1, likeOurs2] = [least((round) => round.likeOurs?.['t1Ms']), least((round) => round.likeOurs?.['t2Ms'])]
  const sums1 = sumsOf(nearestOfVertices(network, snaps, limitMm))
  const sums2 = reachSets(network, snaps, null)
  if (twin) {
    line('T1 native, chain by chain', native1, runs, null, null, { sameAnswer: twin['sumMm'] === sums1.mm && twin['sumSite'] === sums1.site })
    line('T2 native, chain by chain', native2, runs, null, null, { sameAnswer: twin['vertices'] === sums2.vertices && twin['sumT2'] === sums2.mm })
    line('T1 of ours', t1, runs, t1 / native1, 'native, chain by chain')
    line('T2 of ours', t2, runs, t2 / native2, 'native, chain by chain')
  }
  if (likeOurs) {
    line('T1 native, laid out as ours', likeOurs1, runs, null, null, { sameAnswer: likeOurs['sumMm'] === sums1.mm && likeOurs['sumSite'] === sums1.site })
    line('T2 native, laid out as ours', likeOurs2, runs, null, null, { sameAnswer: likeOurs['vertices'] === sums2.vertices && likeOurs['sumT2'] === sums2.mm })
  }
  line('T1 nearest of 1,000 sites for every vertex', t1, runs, likeOurs ? t1 / likeOurs1 : null, likeOurs ? 'native, laid out as ours' : null)
  line('T1 at any distance', median(5, () => nearestOfVertices(network, snaps, unreached - 1), 1), 5)
  line('T2 reach sets of 1,000 sites', t2, runs, likeOurs ? t2 / likeOurs2 : null, likeOurs ? 'native, laid out as ours' : null, { pairs: sums2.vertices })
  const two = await twoWorkers(network, snaps, 7)
  line('T2 with two workers', two.ms, 7, two.ms / t2, 'one thread', { sameAnswer: two.vertices === sums2.vertices })

  // Figures that others published or that were measured before: of another run, so the native twin of each run is the measure.
  const place = name.startsWith('porto') ? ('porto' as const) : name.endsWith('1M') ? ('synthetic' as const) : null
  if (twin && place)
    for (const [task, ratio] of [['T1', t1 / native1], ['T2', t2 / native2]] as const)
      for (const { name: peer, times } of againstPeers(task, place, ratio)) line(`${task} against ${peer}, recorded`, NaN, 0, times, 'ours', { estimated: true })

  const plain = new WalkTwin(graph)
  const all = [...snaps.chain.keys()]
  const plain1 = median(3, () => plain.within(snaps, all, limitMm), 1)
  line('T1 plain twin (without naming the site)', plain1, 3, plain1 / t1, 'T1')
  const plain2 = median(1, () => all.map((site) => plain.within(snaps, [site], limitMm).size), 0)
  line('T2 plain twin', plain2, 1, plain2 / t2, 'T2')

  line('walkReach of 50,000 people, 480 and 720 m', median(5, () => walkReach(network, people, sites, [480, 720]), 1), 5)
  moves(graph, network, people, sites, line)
  const drawn = pictures(network, sites, line)
  if (twin && place) for (const { name: peer, times } of againstPeers('picture', place, drawn / native2)) line(`1,000 pictures of 1000 m against ${peer}, recorded`, NaN, 0, times, 'ours', { estimated: true })
}

type Line = (what: string, ms: number, n: number, ratio?: number | null, against?: string | null, more?: object) => void

/** One site moved: anywhere, and dragged by 30 m; counts within 480 and 1000 m and the nearest site at any distance stay exact. */
function moves(graph: StreetGraph, network: WalkNetwork, people: { lng: Float64Array; lat: Float64Array }, sites: { lng: Float64Array; lat: Float64Array }, line: Line): void {
  const state = createWalkState(network, people, sites, [480, limitM])
  const random = randomFrom(8)
  const timed = (count: number, stepsEach: number, to: (site: number) => [number, number]) => {
    const times: number[] = []
    let site = 0
    for (let n = -200; n < count; n++) {
      if (n % stepsEach === 0) site = Math.floor(random() * siteCount)
      const [lng, lat] = to(site)
      const start = performance.now()
      state.moveSite(site, lng, lat)
      if (n >= 0) times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)
  }
  const anywhere = timed(1000, 1, () => {
    const v = Math.floor(random() * graph.lng.length)
    return [graph.lng[v], graph.lat[v]]
  })
  // A hand that drags a facility sends many small moves of the same one.
  const now = state.sites
  const drag = timed(1000, 20, (site) => [(now.lng[site] += (random() - 0.5) * 6e-4), (now.lat[site] += (random() - 0.5) * 6e-4)])
  const full = walkReach(network, people, state.sites, [480, limitM])
  const sameAnswer = full.nearest.every((site, i) => site === state.reach.nearest[i] && Object.is(full.metres[i], state.reach.metres[i])) && full.within.every((counts, l) => counts.every((count, i) => count === state.reach.within[l][i]))
  line('one site moved anywhere, median', anywhere[500], 1000, null, null, { sameAnswer })
  line('one site moved anywhere, 95 %', anywhere[950], 1000)
  line('one site dragged by 30 m, each of 20 steps, median', drag[500], 1000)
  line('one site dragged by 30 m, each of 20 steps, 95 %', drag[950], 1000)
  const near = createWalkState(network, people, sites, [480, limitM], { maxM: limitM })
  const times: number[] = []
  for (let n = -200; n < 1000; n++) {
    const v = Math.floor(random() * graph.lng.length)
    const start = performance.now()
    near.moveSite(Math.floor(random() * siteCount), graph.lng[v], graph.lat[v])
    if (n >= 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  line('one site moved anywhere, nearest asked for within 1000 m, median', times[500], 1000)
  line('one site moved anywhere, nearest asked for within 1000 m, 95 %', times[950], 1000)
}

function pictures(network: WalkNetwork, sites: { lng: Float64Array; lat: Float64Array }, line: Line): number {
  const painter = isochronePainter(network)
  let corners = 0
  const ms = median(3, () => {
    corners = 0
    for (let site = 0; site < siteCount; site++) for (const polygon of painter.around(sites.lng[site], sites.lat[site], limitM)?.coordinates ?? []) for (const ring of polygon) corners += ring.length
  }, 1)
  line('picture of 1000 m, per facility', ms / siteCount, 3 * siteCount, null, null, { pairs: corners })
  const legal = median(3, () => {
    for (let site = 0; site < siteCount; site++) painter.around(sites.lng[site], sites.lat[site], 720)
  }, 1)
  line('picture of 720 m, per facility', legal / siteCount, 3 * siteCount)
  line('union of 1,000 pictures of 720 m', median(3, () => painter.union(sites, 720), 1), 3)
  return ms
}

/** All vertices within the limit of each site, in the order of the curve; with a counter, 16 sites at a time of what is left. */
function reachSets(network: WalkNetwork, snaps: Snaps, counter: Int32Array | null): { vertices: number; mm: number } {
  const search = new WalkSearch(network)
  const set = new VertexSet()
  const order = alongTheCurve(snaps)
  let [vertices, mm] = [0, 0]
  for (let next = 0; ; ) {
    const start = counter ? Atomics.add(counter, 0, 16) : next
    next = start + 16
    if (start >= order.length) return { vertices, mm }
    for (let k = start; k < Math.min(next, order.length); k++) {
      const site = order[k]
      const place = { chain: snaps.chain[site], offset: snaps.offset[site], offMm: snaps.offMm[site] }
      search.seedPlace(place.chain, place.offset, place.offMm, limitMm)
      search.run(limitMm)
      const count = verticesWithin(network, search, place, limitMm, set)
      const found = set.mm
      for (let n = 0; n < count; n++) mm += found[n]
      vertices += count
      search.clear()
    }
  }
}

function sumsOf({ mm, site }: VertexLabels): { mm: number; site: number } {
  const sums = { mm: 0, site: 0 }
  for (let v = 0; v < mm.length; v++)
    if (mm[v] !== unreached) {
      sums.mm += mm[v]
      sums.site += site[v]
    }
  return sums
}

/** Two workers with a network each, started once; a round is timed from the question to the later answer. */
async function twoWorkers(network: WalkNetwork, snaps: Snaps, rounds: number): Promise<{ ms: number; vertices: number }> {
  const counter = new Int32Array(new SharedArrayBuffer(4))
  const workers = [0, 1].map(() => new Worker(new URL(import.meta.url), { execArgv: [], workerData: { network, snaps, counter } }))
  const answers = () => Promise.all(workers.map((worker) => new Promise<number>((resolve) => worker.once('message', resolve))))
  await answers()
  const times: number[] = []
  let vertices = 0
  for (let n = -3; n < rounds; n++) {
    Atomics.store(counter, 0, 0)
    const start = performance.now()
    const both = answers()
    for (const worker of workers) worker.postMessage(null)
    vertices = (await both).reduce((sum, count) => sum + count, 0)
    if (n >= 0) times.push(performance.now() - start)
  }
  await Promise.all(workers.map((worker) => worker.terminate()))
  return { ms: times.sort((a, b) => a - b)[Math.floor(rounds / 2)], vertices }
}

if (!isMainThread) {
  const { network, snaps, counter } = workerData as { network: WalkNetwork; snaps: Snaps; counter: Int32Array }
  parentPort?.on('message', () => parentPort?.postMessage(reachSets(network, snaps, counter).vertices))
  parentPort?.postMessage(0)
}
