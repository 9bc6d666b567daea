import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metresBetween } from '../../src/geo/ruler'
import { buildStreets, type StreetOptions } from '../../src/model/build-streets'
import type { Streets } from '../../src/model/build-streets-report'
import { readGeojson } from '../../src/sources/geojson'
import { readLedger } from '../../src/tables/read-ledger'
import { pbfOf } from '../helpers/osm-files'
import { lacks, sampleTown, shared, title } from '../helpers/shared'
import { shortestMm, vertexAt, walkM } from '../helpers/street-paths'

type Place = [number, number]
type Properties = Readonly<Record<string, string | number | boolean | null>>
type Feature = { readonly type: 'Feature'; readonly properties: Properties; readonly geometry: unknown }

/** A place by columns and rows of about 100 m. */
const at = (x: number, y: number): Place => [Math.round((103.8 + x / 1000) * 1e7) / 1e7, Math.round((25.5 + y / 1000) * 1e7) / 1e7]
const line = (points: readonly (readonly [number, number])[], properties: Properties = {}): Feature => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) } })
const tableOf = (features: readonly Feature[], columns: Readonly<Record<string, string>> = {}) =>
  readLedger(readGeojson({ name: 'roads.geojson', bytes: new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })) }).tables[0]!, { ledger: 'roads', crs: 'EPSG:4326', columns })
const build = (features: readonly Feature[], options: StreetOptions = {}): Promise<Streets> => buildStreets({ osm: [], tables: [tableOf(features)] }, options)
const walk = async (features: readonly Feature[], from: Place, to: Place, options: StreetOptions = {}): Promise<number | null> => walkM((await build(features, options)).graph!, from, to)
const drawn = (...places: Place[]): number => places.slice(1).reduce((sum, place, index) => sum + metresBetween(...places[index]!, ...place), 0)

describe('drawn lines', () => {
  test('join at equal ends', async () => {
    expect(await walk([line([[0, 0], [1, 0]]), line([[1, 0], [1, 1]])], at(0, 0), at(1, 1))).toBeCloseTo(drawn(at(0, 0), at(1, 0), at(1, 1)), 2)
  })

  test('join where the end of one is a vertex of the other', async () => {
    expect(await walk([line([[0, 0], [1, 0], [2, 0]]), line([[1, 0], [1, 1]])], at(2, 0), at(1, 1))).not.toBeNull()
  })

  test('join where both have a vertex', async () => {
    expect(await walk([line([[0, 1], [1, 1], [2, 1]]), line([[1, 0], [1, 1], [1, 2]])], at(0, 1), at(1, 2))).not.toBeNull()
  })

  test('that only cross are no junction', async () => {
    expect(await walk([line([[0, 1], [2, 1]]), line([[1, 0], [1, 2]])], at(0, 1), at(1, 2))).toBeNull()
  })

  test('that cross are one where the user says so, and their lengths stay', async () => {
    const features = [line([[0, 1], [2, 1]], { lengthM: 300 }), line([[1, 0], [1, 2]])]
    const { graph, report } = await build(features, { joinCrossings: true })
    expect(report).toMatchObject({ vertices: 5, pieces: 4, components: 1 })
    expect(walkM(graph!, at(0, 1), at(1, 2))).toBeCloseTo(150 + drawn(at(1, 1), at(1, 2)), 2)
    expect(walkM(graph!, at(0, 1), at(2, 1))).toBe(300)
  })

  test('whose end touches the middle of another join there only where the user says so', async () => {
    const features = [line([[0, 0], [2, 0]]), line([[1, 0], [1, 1]])]
    expect(await walk(features, at(0, 0), at(1, 1))).toBeNull()
    expect(await walk(features, at(0, 0), at(1, 1), { joinCrossings: true })).toBeCloseTo(drawn(at(0, 0), at(1, 0), at(1, 1)), 2)
  })

  test('pass over each other as a bridge, even where crossings join and both have a vertex there', async () => {
    const bridge = [line([[0, 1], [1, 1], [2, 1]], { bridge: null }), line([[1, 0], [1, 1], [1, 2]], { bridge: 'yes' })]
    expect(await walk(bridge, at(0, 1), at(1, 2))).toBeNull()
    expect(await walk(bridge, at(0, 1), at(1, 2), { joinCrossings: true })).toBeNull()
    expect(await walk([...bridge, line([[1, 2], [2, 1]])], at(0, 1), at(1, 0))).not.toBeNull()
  })

  test('join at a ramp that ends on a bridge', async () => {
    const ramp = [line([[0, 1], [1, 1], [2, 1]], { layer: 1 }), line([[1, 1], [1, 0]], { layer: null })]
    expect(await walk(ramp, at(1, 0), at(2, 1))).not.toBeNull()
  })

  test('that differ by less than a rounding error of the same place join', async () => {
    const [x, y] = at(1, 0)
    const near = [[x + 0.5e-7 - 1e-10, y], [x + 0.5e-7 + 1e-10, y]] as const
    const features: Feature[] = [0, 1].map((side) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [at(side * 2, 0), near[side]!] } }))
    expect(await walk(features, at(0, 0), at(2, 0))).not.toBeNull()
  })

  test('two centimetres apart do not', async () => {
    const [x, y] = at(1, 0)
    const features: Feature[] = [at(1, 0), [x + 2e-7, y] as Place].map((end, side) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [at(side * 2, 0), end] } }))
    expect(await walk(features, at(0, 0), at(2, 0))).toBeNull()
  })

  test('of several parts are several lines, and an area is its outline', async () => {
    const parts: Feature = { type: 'Feature', properties: { length_m: 400 }, geometry: { type: 'MultiLineString', coordinates: [[at(0, 0), at(1, 0)], [at(2, 0), at(3, 0)]] } }
    const area: Feature = { type: 'Feature', properties: { length_m: null }, geometry: { type: 'Polygon', coordinates: [[at(1, 0), at(2, 0), at(2, 1), at(1, 0)]] } }
    const { graph } = await build([parts, area])
    expect(walkM(graph!, at(0, 0), at(3, 0))).toBeCloseTo(200 + drawn(at(1, 0), at(2, 0)) + 200, 2)
  })

  test('join the streets of an OSM file at equal places', async () => {
    const osm = pbfOf({ nodes: [0, 1].map((id) => ({ id, lng: at(id, 0)[0], lat: at(id, 0)[1] })), ways: [{ id: 1, refs: [0, 1], tags: { highway: 'path' } }] })
    const { graph, report } = await buildStreets({ osm: [{ name: 'a.osm.pbf', bytes: osm }], tables: [tableOf([line([[1, 0], [2, 0]])])] })
    expect(report.files).toEqual(['a.osm.pbf', 'roads.geojson'])
    expect(walkM(graph!, at(0, 0), at(2, 0))).toBeCloseTo(drawn(at(0, 0), at(1, 0), at(2, 0)), 2)
  })
})

describe('a stated length', () => {
  test('is used instead of the drawn one, shared out as the line is drawn, to the millimetre', async () => {
    const { graph } = await build([line([[0, 0], [1, 0], [4, 0]], { length_m: 1000.001 })])
    expect([...graph!.mm].reduce((sum, mm) => sum + mm, 0)).toBe(1_000_001)
    expect(graph!.mm[0]! / 1_000_001).toBeCloseTo(0.25, 4)
  })

  test('of a blank cell is the drawn one', async () => {
    const { graph } = await build([line([[0, 0], [1, 0]], { length_m: null }), line([[1, 0], [2, 0]], { length_m: 500 })])
    expect([...graph!.mm].map((mm) => mm / 1000)).toEqual([Math.round(drawn(at(0, 0), at(1, 0)) * 1000) / 1000, 500])
  })

  test('in kilometres is not taken for metres', async () => {
    const { graph, report } = await build([line([[0, 0], [10, 0]], { 长度: 1.006 }), line([[10, 0], [20, 0]], { 长度: 1.006 })])
    expect(walkM(graph!, at(0, 0), at(20, 0))).toBeCloseTo(drawn(at(0, 0), at(20, 0)), 1)
    expect(report.problems).toMatchObject([{ code: 'streets-lengths-doubted', severity: 'warning', at: { file: 'roads.geojson', column: '长度' }, detail: `2 < ${Math.round(drawn(at(0, 0), at(20, 0)))} m` }])
  })
})

describe('numbers of the ends', () => {
  test('join lines whose drawn ends differ a little', async () => {
    const features = [line([[0, 0], [1, 0]], { from_node: 1, to_node: 2, length_m: 100 }), line([[1.05, 0], [2, 0]], { from_node: 2, to_node: 3, length_m: 150 })]
    expect(await walk(features, at(0, 0), at(2, 0))).toBe(250)
  })

  test('keep apart what lies above each other', async () => {
    const features = [line([[0, 0], [1, 0]], { from_node: 1, to_node: 2 }), line([[1, 0], [2, 0]], { from_node: 9, to_node: 3 })]
    expect(await walk(features, at(0, 0), at(2, 0))).toBeNull()
  })

  test('are names of streets, not numbers, when they lie far apart', async () => {
    const features = [line([[0, 0], [1, 0]], { 起点: '人民路', 终点: '解放路' }), line([[9, 0], [8, 0]], { 起点: '人民路', 终点: '文昌路' }), line([[1, 0], [2, 0]], { 起点: '解放路', 终点: '建设路' })]
    const { graph, report } = await build(features)
    expect(walkM(graph!, at(0, 0), at(9, 0))).toBeNull()
    expect(walkM(graph!, at(0, 0), at(2, 0))).not.toBeNull()
    expect(report.problems).toMatchObject([{ code: 'streets-ends-apart', detail: `人民路 (${Math.round(drawn(at(0, 0), at(9, 0)))} m)` }])
  })

  test('are not read from a source column alone, which says who drew the map', async () => {
    expect(await walk([line([[0, 0], [1, 0]], { source: 'survey' }), line([[1.05, 0], [2, 0]], { source: 'survey' })], at(0, 0), at(2, 0))).toBeNull()
  })
})

describe('lines that cannot be walked', () => {
  test('are left out by their tags; where lines are classed, one without a class is no street', async () => {
    const { report } = await build([
      line([[0, 0], [1, 0]], { highway: 'residential' }),
      line([[1, 0], [2, 0]], { highway: 'service', access: 'private' }),
      line([[2, 0], [3, 0]], { highway: 'motorway' }),
      line([[3, 0], [4, 0]], { waterway: 'river' }),
      line([[4, 0], [5, 0]], { highway: 'residential', FOOT: 'no' }),
    ])
    expect(report).toMatchObject({ lines: 1, leftOut: { 'not-a-street': 1, 'no-foot': 1, private: 1, motorway: 1 }, problems: [] })
  })

  test('are all streets where no class is given', async () => {
    expect((await build([line([[0, 0], [1, 0]], { name: '无名路' })])).report).toMatchObject({ lines: 1, leftOut: {} })
  })

  test('because they have no length or no shape are counted, with the first row', async () => {
    const broken: Feature[] = [
      { type: 'Feature', properties: { id: 2 }, geometry: { type: 'LineString', coordinates: [at(0, 0), at(0, 0)] } },
      { type: 'Feature', properties: { id: 3 }, geometry: { type: 'LineString', coordinates: [at(0, 0)] } },
      { type: 'Feature', properties: { id: 4 }, geometry: { type: 'LineString', coordinates: [at(0, 0), [null, 25]] } },
      { type: 'Feature', properties: { id: 5 }, geometry: { type: 'Point', coordinates: at(0, 0) } },
    ]
    const { report } = await build([line([[0, 0], [1, 0]]), ...broken])
    expect(report).toMatchObject({ lines: 1, leftOut: { 'no-geometry': 3, 'zero-length': 1 }, problems: [{ code: 'streets-lines-unusable', at: { file: 'roads.geojson', row: 2 }, detail: '4' }] })
  })
})

test('rows in another order give the same network, to the byte', async () => {
  const town = Array.from({ length: 5 }, (_, x) => [line([[x, 0], [x, 1], [x, 2]], { id: `v${x}` }), line([[x, x % 3], [x + 1, x % 3]], { id: `h${x}`, length_m: 120 })]).flat()
  const one = await build(town)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(town, { minLength: town.length }), async (shuffled) => {
      expect((await build(shuffled)).graph).toEqual(one.graph)
    }),
    { numRuns: 30 },
  )
})

test('every walk over lines that meet at random is no shorter than the straight line, and no street is longer than its sheet says', async () => {
  const corner = fc.tuple(fc.nat(6), fc.nat(6))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uniqueArray(corner, { minLength: 2, maxLength: 4, selector: ([x, y]) => `${x},${y}` }), { minLength: 1, maxLength: 12 }), fc.boolean(), async (lines, joinCrossings) => {
      const { graph } = await build(lines.map((points) => line(points)), { joinCrossings })
      const start = at(...lines[0]![0]!)
      const mm = shortestMm(graph!, vertexAt(graph!, start))
      mm.forEach((reached, vertex) => expect(reached / 1000).toBeGreaterThan(metresBetween(...start, graph!.lng[vertex]!, graph!.lat[vertex]!) - 0.02))
      const total = lines.reduce((sum, points) => sum + drawn(...points.map((point) => at(...point))), 0)
      expect([...graph!.mm].reduce((sum, each) => sum + each, 0) / 1000).toBeCloseTo(total, 0)
    }),
    { numRuns: 100 },
  )
})

const town = sampleTown()
test.skipIf(town === null)('the sample town: the river and the railway lie among its roads and are not walked', async () => {
  const raw = readGeojson({ name: 'roads.geojson', bytes: new Uint8Array(readFileSync(`${town}/roads.geojson`)) })
  const { report } = await buildStreets({ osm: [], tables: raw.tables.map((table) => readLedger(table, { crs: 'EPSG:4326' })) })
  expect(report.leftOut).toEqual({ 'not-a-street': 3, private: 44 })
  expect(report.components).toBe(1)
})

test.skipIf(lacks('data', 'toa-payoh'))(title('the 1,032 shortest paths that were published for Toa Payoh hold to 5 cm', 'data', 'toa-payoh'), async () => {
  const raw = readGeojson({ name: 'roads.geojson', bytes: new Uint8Array(readFileSync(shared('data', 'toa-payoh', 'roads.geojson'))) })
  const table = readLedger(raw.tables[0]!, { crs: 'EPSG:4326', columns: { length_m: 'lengthM', from_node: 'from', to_node: 'to' } })
  const { graph, report } = await buildStreets({ osm: [], tables: [table] })
  expect(report).toMatchObject({ vertices: 5889, pieces: 6360, components: 1, leftOut: {}, problems: [] })
  // The node numbers stand at the ends of the lines, and each end's place is one vertex.
  const placeOf = new Map<string, Place>()
  for (const { values, geometry } of table.rows) {
    if (geometry?.type !== 'LineString') continue
    placeOf.set(String(values.from), geometry.coordinates[0] as Place)
    placeOf.set(String(values.to), geometry.coordinates[geometry.coordinates.length - 1] as Place)
  }
  const { pairs } = JSON.parse(readFileSync(shared('data', 'toa-payoh', 'published-paths.json'), 'utf8')) as { pairs: [number, number, number][] }
  expect(pairs.length).toBe(1032)
  const searched = new Map<number, Float64Array>()
  let worst = 0
  for (const [from, to, metres] of pairs) {
    const mm = searched.get(from) ?? shortestMm(graph!, vertexAt(graph!, placeOf.get(String(from))!))
    searched.set(from, mm)
    worst = Math.max(worst, Math.abs(mm[vertexAt(graph!, placeOf.get(String(to))!)]! / 1000 - metres))
  }
  expect(worst).toBeLessThan(0.05)
  process.stdout.write(`Toa Payoh: worst of ${pairs.length} published paths ${(worst * 100).toFixed(1)} cm\n`)
})
