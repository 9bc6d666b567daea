import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHandlers } from '../../src/compute/handlers'
import type { CallContext } from '../../src/compute/calls'
import { packStudy } from '../../src/saved/study-file'
import { readScenarios } from '../../src/scenario/read-scenarios'
import { newScenario, perform, undo } from '../../src/scenario/scenario'
import { unpackArchive } from '../../src/sources/archive'
import type { SourceFile } from '../../src/sources/raw-table'
import { sampleTown } from '../helpers/shared'

const text = (name: string, words: string): SourceFile => ({ name, bytes: new TextEncoder().encode(words) })
const areas = text('areas.csv', '区划代码,名称,级别,上级\n990101,东街道,街道,\n990101001,甲社区,社区,东街道\n')
const facilities = text('facilities.csv', '编号,名称,类型,所属单元,状态\nF-1,甲站,社区养老服务中心,甲社区,停用\n')
const settings = text('study.json', JSON.stringify({ name: '小城', asOf: '2025-12-31', policies: ['qujing-2023'], options: {}, version: 1, scenarios: [{ nobody: 'knows' }], office: '规划科' }))
const context: CallContext = { progress: () => undefined, signal: new AbortController().signal }
const open = async (files: readonly SourceFile[]) => {
  const handlers = createHandlers()
  const read = await handlers.read({ files: files.map(({ name, bytes }) => ({ name, bytes: bytes.slice() })), without: [], given: {} }, context)
  return { read, study: await handlers.use({ ticket: read.ticket ?? -1 }, context) }
}
const plan = undo(perform(perform(newScenario([], { name: '方案A', note: '座谈会' }), { type: 'close-facility', facility: 'F-1' }), { type: 'reopen-facility', facility: 'F-1' }))
const unread = [{ nobody: 'knows' }]
const work = { name: '小城', asOf: '2025-12-31', policies: ['qujing-2023'], options: { coverage: 'served' }, plans: [plan], unread }

test('a study that is saved and opened again is the same, plans, undone edits and all', async () => {
  const bytes = packStudy([areas, facilities, settings], [], {}, work)
  const [before, after] = [await open([areas, facilities, settings]), await open([{ name: '小城.yikequan', bytes }])]
  const { problems: _, options, inputs, ...rest } = after.study
  const { problems: __, options: ___, inputs: first, ...was } = before.study
  expect(rest).toEqual(was)
  expect(options).toEqual({ coverage: 'served' })
  const ledgers = (all: typeof inputs) => all.filter(({ file }) => file !== 'study.json')
  expect(ledgers(inputs)).toEqual(ledgers(first))
  const read = readScenarios(after.read.plans ?? [])
  expect(read).toMatchObject({ scenarios: [plan], unread })
})

test('the same study gives the same bytes, and files that gave way are not in it', () => {
  const old = text('old.csv', '名称\n')
  const one = packStudy([settings, facilities, areas], [], {}, work)
  expect(packStudy([old, areas, facilities, settings], ['old.csv'], {}, work)).toEqual(one)
})

test('loose ledgers are saved with what was said when they were brought in', async () => {
  const bytes = packStudy([areas, facilities], [], { columns: { 'facilities.csv': { 状态: '' } } }, work)
  const { study } = await open([{ name: 'x.yikequan', bytes }])
  expect(study).toMatchObject({ name: '小城', asOf: '2025-12-31' })
  // Without the column a facility is taken to run.
  expect(study.facilities.map(({ stage }) => stage)).toEqual(['operating'])
})

test('the sample town, packed and opened, has the same records', async () => {
  const folder = sampleTown()
  if (folder === null) throw new Error('no sample town')
  const files = readdirSync(folder).filter((name) => /\.(csv|json|geojson|xlsx)$/.test(name)).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const before = (await open(files)).study
  const bytes = packStudy(files, [], {}, { ...work, name: before.name, asOf: before.asOf, policies: before.policies, options: before.options })
  const after = (await open([{ name: 'town.yikequan', bytes }])).study
  for (const key of ['areas', 'compounds', 'facilities', 'plots', 'people', 'facts', 'policies', 'options'] as const) expect(after[key]).toEqual(before[key])
})

test('a study that was walked on is saved with its network beside the street files, and opens with the very same answers', async () => {
  const roads = text('roads.geojson', JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { highway: 'residential' }, geometry: { type: 'LineString', coordinates: [[103.49, 25.5], [103.5, 25.5], [103.51, 25.5]] } }] }))
  const people = text('people.csv', 'id,lng,lat,residents\nP1,103.495,25.5,7\n')
  const files = [areas, facilities, people, roads, settings]
  const walked = async (given: readonly SourceFile[]) => {
    const handlers = createHandlers()
    const read = await handlers.read({ files: given, without: [], given: {} }, context)
    await handlers.use({ ticket: read.ticket ?? -1 }, context)
    return { handlers, read, streets: await handlers.streets({ options: {} }, context) }
  }
  const before = await walked(files)
  const kept = await before.handlers.keepStreets({ options: {} }, context)
  const bytes = packStudy(files, [], {}, work, kept)
  const packed = unpackArchive({ name: '小城.yikequan', bytes }).entries
  expect(packed.map(({ name }) => name)).toEqual(['areas.csv', 'facilities.csv', 'people.csv', 'roads.geojson', 'streets.network', 'study.json'])
  const after = await walked([{ name: '小城.yikequan', bytes }])
  expect(after.streets).toEqual(before.streets)
  expect(after.streets.report?.pieces).toBe(2)
  // The network repeats what the files say: the user is shown the files.
  expect(after.read.files.map(({ file }) => file)).not.toContain('streets.network')
  // Saved again, with other streets, the old network does not come along.
  const lone = packStudy(packed, [], {}, work)
  expect(unpackArchive({ name: '小城.yikequan', bytes: lone }).entries.map(({ name }) => name)).not.toContain('streets.network')
  expect(packStudy(packed, [], {}, work, await after.handlers.keepStreets({ options: {} }, context))).toEqual(bytes)
})

test('keys that this version does not know survive opening and saving: of the settings, of a plan, of an edit', async () => {
  const later = { name: '方案B', id: 's4', edits: [{ id: 's4.1', type: 'close-facility', facility: 'F-1', reason: '危房' }, { id: 's4.2', type: 'of-a-later-version', with: [1] }], done: 2, made: 2, approvedBy: '局务会' }
  const written = text('study.json', JSON.stringify({ name: '小城', asOf: '2025-12-31', office: '规划科', theme: { of: ['later'] }, scenarios: [later] }))
  const { read } = await open([areas, facilities, written])
  const { scenarios: plans, unread } = readScenarios(read.plans ?? [])
  const bytes = packStudy([areas, facilities, written], [], {}, { ...work, plans, unread })
  const again = unpackArchive({ name: 'x.yikequan', bytes }).entries.find(({ name }) => name === 'study.json')
  const kept = JSON.parse(new TextDecoder().decode(again?.bytes)) as Record<string, unknown>
  expect(kept).toMatchObject({ version: 1, office: '规划科', theme: { of: ['later'] } })
  expect(kept.scenarios).toMatchObject([later])
})
