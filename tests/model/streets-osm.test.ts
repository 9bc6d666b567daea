import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { metresBetween } from '../../src/geo/ruler'
import { streetFlags, type StreetGraph } from '../../src/geo/streets/street-graph'
import { buildStreets } from '../../src/model/build-streets'
import type { Streets } from '../../src/model/build-streets-report'
import { osmXml, pbfOf, type DrawnMap, type DrawnNode, type DrawnWay } from '../helpers/osm-files'
import { lacks, shared, title } from '../helpers/shared'
import { walkM } from '../helpers/street-paths'

/** A place by columns and rows of about 100 m. */
const at = (x: number, y: number): [number, number] => [Math.round((103.8 + x / 1000) * 1e7) / 1e7, Math.round((25.5 + y / 1000) * 1e7) / 1e7]
const node = (id: number, x: number, y: number, tags?: DrawnNode['tags']): DrawnNode => ({ id, lng: at(x, y)[0], lat: at(x, y)[1], ...(tags ? { tags } : {}) })
const way = (id: number, refs: readonly number[], tags: DrawnWay['tags'] = {}): DrawnWay => ({ id, refs, tags: { highway: 'residential', ...tags } })
const build = (map: DrawnMap): Promise<Streets> => buildStreets({ osm: [{ name: 'roads.osm.pbf', bytes: pbfOf(map) }], tables: [] })
const graphOf = async (map: DrawnMap): Promise<StreetGraph> => (await build(map)).graph!
const metres = (a: [number, number], b: [number, number]): number => Math.round(metresBetween(...a, ...b) * 1000) / 1000

/** A cross of two streets: 1–2–3 from west to east, 4–5–6 from south to north, both through the middle. */
const cross = (middle: 'shared' | 'apart', tags: DrawnWay['tags'] = {}): DrawnMap => ({
  nodes: [node(1, 0, 1), node(2, 1, 1), node(3, 2, 1), node(4, 1, 0), node(5, 1, 1), node(6, 1, 2)],
  ways: [way(1, [1, 2, 3]), way(2, middle === 'shared' ? [4, 2, 6] : [4, 5, 6], tags)],
})

describe('ways of OpenStreetMap', () => {
  test('join where they share a node', async () => {
    const graph = await graphOf(cross('shared'))
    expect(walkM(graph, at(0, 1), at(1, 2))).toBeCloseTo(metres(at(0, 1), at(1, 1)) + metres(at(1, 1), at(1, 2)), 3)
  })

  test('pass over each other on a viaduct, even with a node of each at the very same place', async () => {
    expect(walkM(await graphOf(cross('apart', { bridge: 'yes', layer: '1' })), at(0, 1), at(1, 2))).toBeNull()
  })

  test('have the length that they have on the ellipsoid, a vertex per node and a piece between two', async () => {
    const { graph, report } = await build(cross('shared'))
    expect([...graph!.mm].map((mm) => mm / 1000)).toEqual([metres(at(0, 1), at(1, 1)), metres(at(1, 1), at(2, 1)), metres(at(1, 0), at(1, 1)), metres(at(1, 1), at(1, 2))])
    expect(report).toMatchObject({ files: ['roads.osm.pbf'], vertices: 5, pieces: 4, lines: 2, components: 1, leftOut: {}, problems: [] })
    expect(report.lengthM).toBeCloseTo([...graph!.mm].reduce((sum, mm) => sum + mm, 0) / 1000, 6)
    expect(graph!.lines).toEqual([{ id: '1', kind: 'residential', name: null }, { id: '2', kind: 'residential', name: null }])
  })

  test('that nobody may walk are left out and counted by reason', async () => {
    const { graph, report } = await build({ ...cross('shared'), ways: [way(1, [1, 2, 3], { name: '人民路' }), way(2, [4, 2], { highway: 'motorway' }), way(3, [2, 6], { access: 'private' }), way(4, [4, 5], { foot: 'no' }), { id: 5, refs: [5, 6], tags: { waterway: 'river' } }, way(6, [1, 1])] })
    expect(report.leftOut).toEqual({ motorway: 1, private: 1, 'no-foot': 1, 'not-a-street': 1, 'zero-length': 1 })
    expect(graph!.lines).toEqual([{ id: '1', kind: 'residential', name: '人民路' }])
  })

  test('carry steps, bridges, tunnels and lifts as flags', async () => {
    const nodes = [0, 1, 2, 3, 4].map((x) => node(x + 1, x, 0))
    const graph = await graphOf({ nodes, ways: [way(1, [1, 2], { highway: 'steps' }), way(2, [2, 3], { bridge: 'yes' }), way(3, [3, 4], { highway: 'footway', tunnel: 'yes' }), way(4, [4, 5], { highway: 'elevator', bridge: 'no' })] })
    expect([...graph.flags]).toEqual([streetFlags.steps, streetFlags.bridge, streetFlags.tunnel, streetFlags.lift])
  })

  test('break off where the file lacks a node, and the break is told', async () => {
    const { graph, report } = await build({ nodes: [node(1, 0, 0), node(2, 1, 0), node(4, 3, 0), node(5, 4, 0)], ways: [way(1, [1, 2, 3, 4, 5]), way(2, [3, 5])] })
    expect(walkM(graph!, at(0, 0), at(1, 0))).not.toBeNull()
    expect(walkM(graph!, at(0, 0), at(4, 0))).toBeNull()
    expect(report.leftOut).toEqual({ 'nodes-missing': 1 })
    expect(report.problems).toEqual([{ code: 'streets-nodes-missing', severity: 'info', at: { file: 'roads.osm.pbf' }, detail: '2' }])
  })

  test('around a pedestrian square with a hole are its outlines', async () => {
    const square = { nodes: [node(1, 0, 0), node(2, 2, 0), node(3, 2, 2), node(4, 0, 2)], ways: [{ id: 1, refs: [1, 2, 3, 4, 1] }], relations: [{ id: 9, ways: [1], tags: { type: 'multipolygon', highway: 'pedestrian', name: '中心广场' } }] }
    const { graph, report } = await build(square)
    expect(report).toMatchObject({ vertices: 4, pieces: 4 })
    expect(graph!.lines).toEqual([{ id: '1', kind: 'pedestrian', name: '中心广场' }])
  })
})

describe('a thing across the way', () => {
  const path = (tags: DrawnNode['tags']): DrawnMap => ({ nodes: [node(1, 0, 0), node(2, 1, 0, tags), node(3, 2, 0), node(4, 1, 1)], ways: [way(1, [1, 2, 3]), way(2, [2, 4])] })

  test('such as a wall cuts it, for every way that comes there', async () => {
    const { graph, report } = await build(path({ barrier: 'wall' }))
    expect([walkM(graph!, at(0, 0), at(2, 0)), walkM(graph!, at(0, 0), at(1, 1)), walkM(graph!, at(2, 0), at(1, 1))]).toEqual([null, null, null])
    expect(walkM(graph!, at(0, 0), at(1, 0))).not.toBeNull()
    expect(report).toMatchObject({ components: 3, cuts: [{ id: '2', at: at(1, 0), why: 'wall' }] })
  })

  test('such as a locked gate cuts it', async () => {
    const { graph, report } = await build(path({ barrier: 'gate', locked: 'yes' }))
    expect(walkM(graph!, at(0, 0), at(2, 0))).toBeNull()
    expect(report.cuts).toMatchObject([{ id: '2', why: 'closed-gate' }])
  })

  test('such as an open gate lets through, and the pieces at it are flagged', async () => {
    const { graph, report } = await build({ ...path({ barrier: 'gate' }), ways: [way(1, [1, 2, 3]), way(2, [1, 4])] })
    expect(walkM(graph!, at(0, 0), at(2, 0))).not.toBeNull()
    expect([...graph!.flags]).toEqual([streetFlags.gate, streetFlags.gate, 0])
    expect(report.cuts).toEqual([])
  })
})

describe('a crossing of traffic', () => {
  const { crossing } = streetFlags
  const nodes = (tags?: DrawnNode['tags']): DrawnNode[] => [node(1, 0, 0), node(2, 1, 0, tags), node(3, 2, 0), node(4, 1, 1)]

  test('drawn from kerb to kerb flags its pieces', async () => {
    const graph = await graphOf({ nodes: nodes({ highway: 'crossing' }), ways: [way(1, [1, 2, 3], { highway: 'footway', footway: 'crossing' })] })
    expect([...graph.flags]).toEqual([crossing, crossing])
  })

  test('marked at a node of a footway flags one piece, however many ways meet there', async () => {
    const graph = await graphOf({ nodes: nodes({ highway: 'crossing' }), ways: [way(1, [1, 2], { highway: 'footway' }), way(2, [2, 3], { highway: 'footway' }), way(3, [4, 2])] })
    expect([...graph.flags]).toEqual([crossing, 0, 0])
  })

  test('is no crossing for who walks along the street', async () => {
    expect([...(await graphOf({ nodes: nodes({ highway: 'crossing' }), ways: [way(1, [1, 2, 3])] })).flags]).toEqual([0, 0])
  })
})

describe('several files', () => {
  const file = (name: string, map: DrawnMap): { name: string; bytes: Uint8Array } => ({ name, bytes: name.endsWith('.osm') ? new TextEncoder().encode(osmXml(map)) : pbfOf(map) })
  const west: DrawnMap = { nodes: [node(1, 0, 0), node(2, 1, 0), node(3, 2, 0)], ways: [way(1, [1, 2]), way(2, [2, 3])] }
  const east: DrawnMap = { nodes: [node(2, 1, 0), node(3, 2, 0), node(4, 3, 0)], ways: [way(2, [2, 3]), way(3, [3, 4])] }

  test('of one map are one network: a way in both counts once, a node in both is one place', async () => {
    const { graph, report } = await buildStreets({ osm: [file('west.osm.pbf', west), file('east.osm', east)], tables: [] })
    expect(report).toMatchObject({ files: ['east.osm', 'west.osm.pbf'], vertices: 4, pieces: 3, components: 1, leftOut: { twice: 1 } })
    expect(walkM(graph!, at(0, 0), at(3, 0))).toBeCloseTo(3 * metres(at(0, 0), at(1, 0)), 2)
  })

  test('of which one is broken give what the other holds', async () => {
    const { report } = await buildStreets({ osm: [file('west.osm.pbf', west), { name: 'broken.osm.pbf', bytes: Uint8Array.of(1, 2, 3) }], tables: [] })
    expect(report.problems.map(({ code, at: place }) => [code, place.file])).toEqual([['file-unreadable', 'broken.osm.pbf']])
    expect(report.pieces).toBe(2)
  })
})

test('a network without a street is empty, and says so', async () => {
  const { graph, report } = await build({ nodes: [node(1, 0, 0), node(2, 1, 0)], ways: [way(1, [1, 2], { highway: 'motorway' })] })
  expect(graph).toBeNull()
  expect(report.problems).toEqual([{ code: 'streets-empty', severity: 'error', at: { file: 'roads.osm.pbf' } }])
})

test('a network that holds no place of the study lies elsewhere', async () => {
  const roads = { osm: [{ name: 'roads.osm.pbf', bytes: pbfOf(cross('shared')) }], tables: [] }
  const codes = async (places: [number, number][]): Promise<string[]> => (await buildStreets(roads, { places })).report.problems.map(({ code }) => code)
  expect(await codes([[121, 31], at(900, 1)])).toEqual(['streets-elsewhere'])
  expect(await codes([[121, 31], at(1, 1)])).toEqual([])
  expect(await codes([])).toEqual([])
})

test.skipIf(lacks('data', 'porto-alegre'))(title('the walk network of Porto Alegre', 'data', 'porto-alegre'), async () => {
  const bytes = new Uint8Array(readFileSync(shared('data', 'porto-alegre', 'roads.osm.pbf')))
  const start = performance.now()
  const { graph, report } = await buildStreets({ osm: [{ name: 'roads.osm.pbf', bytes }], tables: [] })
  const ms = performance.now() - start
  const walked = report.lines
  const left = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0)
  // Every way of the file is in the network or in one count.
  expect(walked + left).toBe(16_032)
  expect(graph!.mm.every((mm) => mm >= 1)).toBe(true)
  expect(report.problems).toEqual([])
  // One network, and scraps: most of the length hangs together.
  expect(report.lengthM).toBeGreaterThan(1_500_000)
  expect(report.islands.lengthM).toBeLessThan(report.lengthM / 50)
  process.stdout.write(`Porto Alegre: ${JSON.stringify({ ...report, cuts: report.cuts.length })} in ${Math.round(ms)} ms\n`)
})
