import { describe, expect, test } from 'vitest'
import type { CallContext, Progress } from '../../src/compute/calls'
import { createHandlers } from '../../src/compute/handlers'
import { smallTown } from '../helpers/commands'

// A street of 1.5 km past both stations; P-2 lives 2 km beyond its end.
const roads = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { highway: 'residential', name: '长街' }, geometry: { type: 'LineString', coordinates: [[103.495, 25.5], [103.5, 25.5], [103.51, 25.5]] } }] })
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const asked = { policies: ['qujing-2023'], own: [], options: {} }

const context = (told: Progress[] = [], signal = new AbortController().signal): CallContext => ({ progress: (progress) => told.push(progress), signal })

async function opened(files: Readonly<Record<string, string>>) {
  const handlers = createHandlers()
  const { ticket } = await handlers.read({ files: Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) })), without: [], given: {} }, context())
  const study = await handlers.use({ ticket: ticket! }, context())
  return { handlers, study }
}
const withRoads = { ...smallTown, 'roads.geojson': roads }

describe('the streets of the open study', () => {
  test('are built at the first question, with what became of them; the page’s own study stays without', async () => {
    const { handlers, study } = await opened(withRoads)
    const told: Progress[] = []
    const answer = await handlers.streets({ options: {} }, context(told))
    expect([study.streets, answer.lack, answer.report?.pieces, answer.lines?.first.length]).toEqual([null, null, 2, 2])
    expect(answer.snapped).toEqual({ points: 1, ofPoints: 2, facilities: 2, ofFacilities: 2 })
    expect(told[0]).toMatchObject({ step: 'streets' })
  })

  test('a study without street files says so, and nothing is built', async () => {
    const { handlers } = await opened(smallTown)
    expect(await handlers.streets({ options: {} }, context())).toEqual({ lack: 'streets-missing', report: null, lines: null, snapped: null })
  })

  test('a cancel leaves the study as it was, and the next question builds', async () => {
    const { handlers } = await opened(withRoads)
    const stop = new AbortController()
    stop.abort()
    await expect(Promise.resolve(handlers.streets({ options: {} }, context([], stop.signal)))).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect((await handlers.streets({ options: {} }, context())).lack).toBeNull()
  })
})

test('people within the walk, and within the circle as before', async () => {
  const { handlers } = await opened(withRoads)
  const question = { metres: [480, 720], kinds: null, stages: ['operating' as const] }
  const [circle, walk] = [await handlers.reach(question, context()), await handlers.reach({ ...question, speed: 0.8 }, context())]
  expect([circle.model.kind, circle.total.all.elders60, walk.model.kind, walk.total.all.elders60, walk.total.leftOut?.elders60]).toEqual(['circle', 30, 'walk', 10, 20])
})

test('a reading on foot builds the streets by itself', async () => {
  const { handlers } = await opened(withRoads)
  const results = await handlers.evaluate({ ...asked, options: { reachModel: 'walk' } }, context())
  expect(results.find(({ clause }) => clause === 'QJ-16')).toMatchObject({ numerator: 10, denominator: 10, figures: { walkMetres: 720 } })
  expect(await handlers.walk({ own: [], options: {}, policy: 'qujing-2023', clause: 'QJ-16' }, context())).toMatchObject({ speed: 0.8, walk: { numerator: 10 } })
})

test('pictures of all facilities and of one, and the way of one place, under a plan as well', async () => {
  const { handlers } = await opened(withRoads)
  // The stations stand 1,005 m apart: at 400 m two shapes, at 720 m one.
  const question = { metres: [400, 720], kinds: null, stages: ['operating' as const], pace: { speed: 0.8, crossingDelayS: 0, stepsPenalty: 1 } }
  const all = await handlers.pictures({ ...question, facility: null }, context())
  expect(all?.shapes.map((shape) => shape?.coordinates.length)).toEqual([2, 1])
  expect((await handlers.pictures({ ...question, facility: 'F-1' }, context()))?.facility).toBe('F-1')
  const from = { kind: 'point' as const, id: 'P-1' }
  const way = { from, asked: null, metres: 720, speed: 0.8, effort: { crossingDelayS: 0, stepsPenalty: 1 }, kinds: null }
  expect(await handlers.route(way, context())).toMatchObject({ ofClause: false, state: 'within', routes: [{ facility: 'F-1', metres: 0 }, { facility: 'F-2' }] })
  const edits = [{ id: 'e', type: 'close-facility' as const, facility: 'F-1' }]
  const moved = await handlers.route({ ...way, edits, asked: { ...asked, policy: 'qujing-2023', clause: 'QJ-16' } }, context())
  expect([moved?.ofClause, moved?.state, moved?.routes.map(({ facility, parts }) => [facility, parts.map(({ name }) => name)])]).toEqual([true, 'too-far', [['F-2', ['长街']]]])
})

describe('options of the walk', () => {
  // 300 m of street to the station by way of 20 m of crossing, or 200 m of steps.
  const line = (coordinates: readonly (readonly number[])[], properties: Readonly<Record<string, string>>) => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } })
  const at = (metres: number, north = 0): [number, number] => [103.5 + metres / 100_500, 25.5 + north / 110_800]
  const town = (...features: readonly object[]) => ({ ...smallTown, 'roads.geojson': JSON.stringify({ type: 'FeatureCollection', features }) })
  const crossing = town(line([at(-2000), at(-150)], { highway: 'residential' }), line([at(-150), at(-130)], { highway: 'footway', footway: 'crossing' }), line([at(-130), at(1100)], { highway: 'residential' }))
  const onFoot = (options = {}) => ({ ...asked, options: { reachModel: 'walk', ...options } })

  test('a crossing that is waited at takes the metres that could be walked meanwhile, in the clause and on the map alike; off, nothing is said of it', async () => {
    const { handlers } = await opened({ ...crossing, 'people.csv': 'id,lng,lat,elders60,area\nP-1,103.49801,25.5,10,530302001001\n' })
    const from = { kind: 'point' as const, id: 'P-1' }
    const clause = async (options: object) => (await handlers.evaluate(onFoot(options), context())).find((result) => result.clause === 'QJ-16')!
    const way = async (crossingDelayS: number) => (await handlers.route({ from, asked: null, metres: 720, speed: 0.8, effort: { crossingDelayS, stepsPenalty: 1 }, kinds: null }, context()))!.routes[0]!
    const plain = await clause({})
    expect(plain.reading).not.toHaveProperty('crossingDelay')
    expect(plain.figures).not.toHaveProperty('crossingDelayS')
    const waited = await clause({ crossingDelay: '60' })
    expect(waited.reading).toMatchObject({ crossingDelay: 60 })
    expect(waited.figures).toMatchObject({ crossingDelayS: 60 })
    // 60 s at 0.8 m/s are 48 m.
    expect((await way(60)).metres - (await way(0)).metres).toBeCloseTo(48, 2)
    expect((await way(60)).parts.find(({ kind }) => kind === 'crossing')!.seconds - (await way(0)).parts.find(({ kind }) => kind === 'crossing')!.seconds).toBeCloseTo(60, 1)
  })

  test('people whom the wait alone keeps outside are counted out, by the clause and by the map', async () => {
    // 700 m of level way to the station: 48 m more are over the 720 m of a quarter of an hour.
    const { handlers } = await opened({ ...crossing, 'people.csv': `id,lng,lat,elders60,area\nP-1,${at(-700)[0]},25.5,10,530302001001\n` })
    const clause = async (options: object) => (await handlers.evaluate(onFoot(options), context())).find((result) => result.clause === 'QJ-16')!.numerator
    const map = async (crossingDelayS: number) => (await handlers.reach({ metres: [720], kinds: null, stages: ['operating'], speed: 0.8, effort: { crossingDelayS, stepsPenalty: 1 } }, context())).total.within[0]!.elders60
    expect([await clause({}), await clause({ crossingDelay: 60 })]).toEqual([10, 0])
    expect([await map(0), await map(60)]).toEqual([10, 0])
  })

  test('steps that count double put people outside; a value that is not offered leaves the usual reading and is said', async () => {
    const steps = town(line([at(-2000), at(-600)], { highway: 'residential' }), line([at(-600), at(-400)], { highway: 'steps' }), line([at(-400), at(1100)], { highway: 'residential' }))
    const { handlers } = await opened({ ...steps, 'people.csv': `id,lng,lat,elders60,area\nP-1,${at(-650)[0]},25.5,10,530302001001\n` })
    const clause = async (options: object) => (await handlers.evaluate(onFoot(options), context())).find((result) => result.clause === 'QJ-16')!
    expect([(await clause({})).numerator, (await clause({ stepsPenalty: 2 })).numerator, (await clause({ stepsPenalty: 7 })).numerator]).toEqual([10, 0, 10])
    expect((await clause({ stepsPenalty: 7 })).problems).toContainEqual(expect.objectContaining({ code: 'option-value-not-offered' }))
  })

  test('drawn lines that cross are joined on demand, and the streets are built anew for it', async () => {
    const { handlers } = await opened(town(line([at(-500), at(1100)], {}), line([at(-300, -800), at(-300, 800)], {})))
    const components = async (options = {}) => (await handlers.streets({ options }, context())).report!.components
    expect([await components(), await components({ joinCrossings: 'yes' }), await components({ joinCrossings: 'yes' }), await components()]).toEqual([2, 1, 1, 2])
    const kept = await handlers.keepStreets({ options: { joinCrossings: 'yes' } }, context())
    expect(kept?.name).toBe('streets.network')
    expect((await handlers.evaluate(onFoot({ joinCrossings: 'yes' }), context())).find((result) => result.clause === 'QJ-16')!.reading).toMatchObject({ joinCrossings: 'yes' })
  })
})
