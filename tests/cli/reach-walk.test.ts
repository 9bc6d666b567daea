import type { FeatureCollection } from 'geojson'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/cli/evaluate'
import { reach } from '../../src/cli/reach'
import type { ReachStudy } from '../../src/reach/reach-study'
import type { WalkExplained } from '../../src/reach/walk-explained'
import { folder, noise, said, shuffled, smallTown } from '../helpers/commands'
import { lacks, shared, title } from '../helpers/shared'

// A thousandth of a degree of longitude is 100.5 m here: the street runs past both stations, a lane leads 330 m north.
const lines = [
  { id: 'main', coordinates: [[103.495, 25.5], [103.5, 25.5], [103.51, 25.5]] },
  { id: 'east', coordinates: [[103.51, 25.5], [103.5305, 25.5]] },
  { id: 'lane', coordinates: [[103.5, 25.5], [103.5, 25.503]] },
]
const roadsOf = (of: typeof lines) => JSON.stringify({ type: 'FeatureCollection', features: of.map(({ id, coordinates }) => ({ type: 'Feature', properties: { id, highway: 'residential' }, geometry: { type: 'LineString', coordinates } })) })
const town = { ...smallTown, 'roads.geojson': roadsOf(lines) }
const onFoot = ['--model', 'walk'] as const
type Answer = ReachStudy & { readonly streets: { readonly pieces: number } }
const answer = async (files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) => JSON.parse((await said(reach, folder(files), ...onFoot, '--json', '-', ...args)).stdout) as Answer

test('the file has the keys of the format, 10 and 15 minutes at 0.8 m/s without being asked', async () => {
  const { model, points, facilities, total, streets } = await answer(town)
  expect(model).toEqual({ kind: 'walk', speed: 0.8, minutes: [10, 15], metres: [480, 720] })
  // P-2 lives 2 km along the street from the second station.
  expect(points.map(({ id, facility, metres, snapMetres, ambiguous }) => [id, facility, Math.round(metres! / 10), snapMetres, ambiguous])).toEqual([['P-1', 'F-1', 0, 0, false], ['P-2', 'F-2', 201, 0, false]])
  expect(facilities.map(({ id, snapMetres, within }) => [id, snapMetres, within?.map(({ metres, elders60 }) => [metres, elders60])])).toEqual([['F-1', 0, [[480, 10], [720, 10]]], ['F-2', 0, [[480, 0], [720, 0]]]])
  expect([total.all.elders60, streets.pieces]).toEqual([30, 4])
})

test('minutes and speed make the metres; metres alone are metres', async () => {
  expect((await answer(town, '--speed', '1.2', '--minutes', '15,10')).model).toEqual({ kind: 'walk', speed: 1.2, minutes: [10, 15], metres: [720, 1080] })
  expect((await answer(town, '--metres', '600', '--speed', '1')).model).toEqual({ kind: 'walk', speed: 1, minutes: [10], metres: [600] })
})

test('the same bytes with the rows and the streets in another order', async () => {
  const bytes = async (files: typeof town) => JSON.stringify(await answer(files))
  expect(await bytes({ ...town, 'people.csv': shuffled(town['people.csv']) as typeof town['people.csv'], 'roads.geojson': roadsOf([...lines].reverse()) })).toBe(await bytes(town))
})

test('one place is explained: its way part by part in metres and seconds, the second-nearest, and what would bring it inside', async () => {
  const { stdout } = await said(reach, folder(town), ...onFoot, '--explain', 'P-2', '--json', '-')
  const { explained } = JSON.parse(stdout) as { explained: WalkExplained }
  expect(explained).toMatchObject({ from: { kind: 'point', id: 'P-2' }, state: 'too-far', limit: 720, routes: [{ facility: 'F-2', parts: [{ kind: 'street', line: 'east' }] }, { facility: 'F-1' }] })
  const [first, second] = explained.routes
  expect(first!.seconds).toBeCloseTo(first!.metres / 0.8, 6)
  expect(Math.round((second!.metres - first!.metres) / 10)).toBe(101)
  expect(explained.needs!.shorterBy).toBeCloseTo(first!.metres - 720, 6)
  expect((await said(reach, folder(town), ...onFoot, '--explain', 'P-2')).stdout).toMatch(/point P-2: too-far[^]*F-2[^]*street[^]*2\. F-1[^]*would be inside/)
  expect((await said(reach, folder(town), ...onFoot, '--explain', 'nobody')).code).toBe(2)
  expect((await said(reach, folder(town), '--explain', 'P-2')).code).toBe(2)
})

test('what the study says of crossings and steps holds on the command line, unless asked otherwise there', async () => {
  const steps = { ...town, 'roads.geojson': town['roads.geojson'].replace('"id":"east","highway":"residential"', '"id":"east","highway":"steps"') }
  const study = (options: object) => ({ ...steps, 'study.json': JSON.stringify({ ...(JSON.parse(smallTown['study.json']) as object), options }) })
  const far = async (options: object, ...args: readonly string[]) => (await answer(study(options), ...args)).points[1]!.metres!
  const plain = await far({})
  expect(await far({ stepsPenalty: 2 })).toBeCloseTo(2 * plain, 2)
  expect(await far({ stepsPenalty: 2 }, '--steps-penalty', '3')).toBeCloseTo(3 * plain, 2)
  expect((await answer(study({ stepsPenalty: 2, crossingDelay: 30 }))).model).toMatchObject({ stepsPenalty: 2, crossingDelayS: 30 })
  const clause = async (option: string) => JSON.parse((await said(evaluate, folder(study({})), '--policy', 'qujing-2023', '--option', 'reachModel=walk', '--option', option, '--json', '-')).stdout) as { results: { clause: string; reading: object }[]; problems: { code: string }[] }
  const read = await clause('stepsPenalty=2')
  expect(read.results.find((result) => result.clause === 'QJ-16')!.reading).toMatchObject({ stepsPenalty: 2 })
  expect(read.problems.map(({ code }) => code)).not.toContain('option-value-not-offered')
  expect((await said(evaluate, folder(study({})), '--policy', 'qujing-2023', '--option', 'stepsPenalty=7', '--json', '-')).code).toBe(2)
})

test('a map of it: points with their nearest, facilities, and a picture for each limit', async () => {
  const { code, stdout } = await said(reach, folder(town), ...onFoot, '--geojson', '-')
  const { features } = JSON.parse(stdout) as FeatureCollection
  const layers = features.map(({ properties, geometry }) => `${String(properties?.layer)} ${geometry.type}`)
  expect([code, layers.filter((layer) => layer === 'point Point').length, layers.filter((layer) => layer === 'union MultiPolygon').length, layers.filter((layer) => layer === 'within MultiPolygon').length]).toEqual([0, 2, 2, 4])
  expect(features[0]?.properties).toMatchObject({ layer: 'point', id: 'P-1', facility: 'F-1', minutes: 0 })
})

describe('what cannot be walked is one sentence and exit 1, and the circle stays', () => {
  const truncated = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length / 2))
  test.each([
    ['no street file', smallTown, '没有路网文件'],
    ['a street file of noise', { ...smallTown, 'roads.osm.pbf': noise }, 'roads.osm.pbf'],
    ['streets that lie elsewhere', { ...smallTown, 'roads.geojson': roadsOf(lines.map(({ id, coordinates }) => ({ id, coordinates: coordinates.map(([lng, lat]) => [lng! + 5, lat! - 3]) }))) }, '路网不在本地'],
    ['motorways only', { ...smallTown, 'roads.geojson': roadsOf(lines).replaceAll('residential', 'motorway') }, '没有一条可以步行的路'],
  ])('%s', async (_, files, sentence) => {
    const { code, stdout, stderr } = await said(reach, folder(files), ...onFoot)
    expect([code, stdout, stderr.includes(sentence)]).toEqual([1, '', true])
    expect((await said(reach, folder(files))).code).toBe(0)
  })

  test.skipIf(lacks('data', 'porto-alegre'))(title('a PBF cut in half is said to be cut', 'data', 'porto-alegre'), async () => {
    const half = truncated(new Uint8Array(readFileSync(join(shared('data', 'porto-alegre'), 'roads.osm.pbf'))))
    const { stderr } = await said(reach, folder({ ...smallTown, 'roads.osm.pbf': half }), ...onFoot)
    expect(stderr).toMatch(/roads\.osm\.pbf/)
  })
})

test.each([[['--speed', '1'], '--model walk'], [['--minutes', '10'], '--model walk'], [[...onFoot, '--metres', '500', '--minutes', '10'], '--metres, --minutes'], [[...onFoot, '--scenario', 'nobody'], '--scenario'], [[...onFoot, '--speed', '0'], '正数']])('%j is a wrong argument', async (args, sentence) => {
  const { code, stderr } = await said(reach, folder(town), ...args)
  expect([code, stderr.includes(sentence)]).toEqual([2, true])
})

describe('evaluate', () => {
  const clause = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const { code, stdout } = await said(evaluate, folder(files), '--policy', 'qujing-2023', '--json', '-', ...args)
    const file = JSON.parse(stdout) as { results: { clause: string; state: string; numerator: number | null; figures: Readonly<Record<string, number>>; why: { code: string }[] }[]; walks?: { clause: string; band: { steps: unknown[] } }[] }
    return { code, ...file.results.find((result) => result.clause === 'QJ-16')!, walks: file.walks }
  }

  test('reads the circle on foot where it is asked to, with the band and the disagreements beside it', async () => {
    const { code, numerator, figures, walks } = await clause(town, '--option', 'reachModel=walk')
    expect([code, numerator, figures.walkMetres, figures.circleWithin]).toEqual([0, 10, 720, 10])
    expect(walks?.map(({ clause: id, band }) => [id, band.steps.length])).toEqual([['QJ-16', 4]])
  })

  test('does not touch the streets where nobody walks', async () => {
    const { figures, walks } = await clause(town)
    expect(['walkWithin' in figures, walks]).toEqual([false, undefined])
  })

  test('a study without streets is judged all the same: no data for the walk, and why', async () => expect(await clause(smallTown, '--option', 'reachModel=walk')).toMatchObject({ code: 0, state: 'no-data', why: [{ code: 'streets-missing' }] }))
})

test.skipIf(lacks('data', 'toa-payoh'))(title('in Toa Payoh half of those inside the circle cannot walk it, and most of the facilities lie off its streets', 'data', 'toa-payoh'), async () => {
  const run = async (...args: readonly string[]) => JSON.parse((await said(reach, shared('data', 'toa-payoh'), '--json', '-', '--metres', '720', ...args)).stdout) as Answer
  const [circle, walk] = [await run(), await run(...onFoot)]
  expect(walk.excluded.filter(({ id, why }) => why === 'snap-too-far' && walk.facilities.some((facility) => facility.id === id)).length).toBe(16)
  expect(walk.total.within[0]!.elders60! / circle.total.within[0]!.elders60!).toBeLessThan(0.65)
  const inside = new Set(circle.points.flatMap(({ id, metres }) => (metres !== null && metres <= 720 ? [id] : [])))
  // The lengths are true and the places estimated (median error 4 m): a walk may seem shorter than the straight line by as much.
  const beyond = walk.points.filter(({ id, metres }) => metres !== null && metres <= 700 && !inside.has(id))
  expect(beyond).toEqual([])
})
