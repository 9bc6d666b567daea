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
    const answer = await handlers.streets({}, context(told))
    expect([study.streets, answer.lack, answer.report?.pieces, answer.lines?.first.length]).toEqual([null, null, 2, 2])
    expect(answer.snapped).toEqual({ points: 1, ofPoints: 2, facilities: 2, ofFacilities: 2 })
    expect(told[0]).toMatchObject({ step: 'streets' })
  })

  test('a study without street files says so, and nothing is built', async () => {
    const { handlers } = await opened(smallTown)
    expect(await handlers.streets({}, context())).toEqual({ lack: 'streets-missing', report: null, lines: null, snapped: null })
  })

  test('a cancel leaves the study as it was, and the next question builds', async () => {
    const { handlers } = await opened(withRoads)
    const stop = new AbortController()
    stop.abort()
    await expect(Promise.resolve(handlers.streets({}, context([], stop.signal)))).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect((await handlers.streets({}, context())).lack).toBeNull()
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
  const question = { metres: [400, 720], kinds: null, stages: ['operating' as const] }
  const all = await handlers.pictures({ ...question, facility: null }, context())
  expect(all?.shapes.map((shape) => shape?.coordinates.length)).toEqual([2, 1])
  expect((await handlers.pictures({ ...question, facility: 'F-1' }, context()))?.facility).toBe('F-1')
  const from = { kind: 'point' as const, id: 'P-1' }
  const way = { from, asked: null, metres: 720, speed: 0.8, kinds: null }
  expect(await handlers.route(way, context())).toMatchObject({ ofClause: false, state: 'within', routes: [{ facility: 'F-1', metres: 0 }, { facility: 'F-2' }] })
  const edits = [{ id: 'e', type: 'close-facility' as const, facility: 'F-1' }]
  const moved = await handlers.route({ ...way, edits, asked: { ...asked, policy: 'qujing-2023', clause: 'QJ-16' } }, context())
  expect([moved?.ofClause, moved?.state, moved?.routes.map(({ facility, parts }) => [facility, parts.map(({ name }) => name)])]).toEqual([true, 'too-far', [['F-2', ['长街']]]])
})
