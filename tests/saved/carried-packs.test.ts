/** A study that is judged by the city's own document takes it along in its file. */
import { expect, test } from 'vitest'
import { createHandlers } from '../../src/compute/handlers'
import type { CallContext } from '../../src/compute/calls'
import { readPack } from '../../src/policy/read-pack'
import { packStudy, type StudyWork } from '../../src/saved/study-file'
import { unpackArchive } from '../../src/sources/archive'
import type { SourceFile } from '../../src/sources/raw-table'
import { yinchuan } from '../helpers/yinchuan'

const text = (name: string, words: string): SourceFile => ({ name, bytes: new TextEncoder().encode(words) })
const areas = text('areas.csv', '区划代码,名称,级别,上级\n990101,东街道,街道,\n990101001,甲社区,社区,东街道\n')
const pack = readPack(JSON.stringify(yinchuan), '银川.json').pack!
const work: StudyWork = { name: '小城', asOf: '2025-12-31', policies: [pack.id], options: {}, plans: [], unread: [], packs: [pack] }
const context: CallContext = { progress: () => undefined, signal: new AbortController().signal }
const settingsOf = (bytes: Uint8Array): Record<string, unknown> => JSON.parse(new TextDecoder().decode(unpackArchive({ name: 'x.yikequan', bytes }).entries.find(({ name }) => name === 'study.json')?.bytes)) as Record<string, unknown>
const opened = (bytes: Uint8Array) => createHandlers().read({ files: [{ name: 'x.yikequan', bytes: bytes.slice() }], without: [], given: {} }, context)

test('opened elsewhere it is the same pack, and saved again the file is the same, byte for byte', async () => {
  const bytes = packStudy([areas], [], {}, work)
  const { packs, problems } = await opened(bytes)
  expect(packs).toEqual({ packs: [pack], unread: [], problems: [] })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(packStudy([{ name: 'x.yikequan', bytes }], [], {}, { ...work, packs: packs!.packs })).toEqual(bytes)
})

test('only the packs that the study is judged by go along, and those that its file brought', () => {
  const unused = { ...pack, id: 'elsewhere-2020' }
  const bytes = packStudy([areas], [], {}, { ...work, packs: [unused, pack] })
  expect(settingsOf(bytes).packs).toEqual([pack])
  // Not judged by it any more, the study still has it; taken out by the user, it is gone.
  const again = [{ name: 'x.yikequan', bytes }]
  expect(settingsOf(packStudy(again, [], {}, { ...work, policies: ['qujing-2023'], packs: [unused, pack] })).packs).toEqual([pack])
  expect(settingsOf(packStudy(again, [], {}, { ...work, policies: ['qujing-2023'], packs: [unused] })).packs).toBeUndefined()
})

test('a changed pack takes the place of the one that the file brought', () => {
  const bytes = packStudy([areas], [], {}, work)
  const changed = { ...pack, document: { ...pack.document, title: '银川细则' } }
  expect(settingsOf(packStudy([{ name: 'x.yikequan', bytes }], [], {}, { ...work, packs: [changed] })).packs).toEqual([changed])
})

test('what in the file could not be read stays in it through opening and saving', async () => {
  const odd = [{ id: 'later-2030', version: 9 }, 'odd']
  const written = text('study.json', JSON.stringify({ name: '小城', asOf: '2025-12-31', policies: [pack.id], packs: [...odd, pack] }))
  const bytes = packStudy([areas, written], [], {}, work)
  const { packs, problems } = await opened(bytes)
  expect(packs).toMatchObject({ packs: [pack], unread: odd })
  expect(problems.filter(({ code }) => code === 'study-pack-refused').map(({ detail }) => detail)).toEqual(['later-2030', '3'])
  expect(settingsOf(bytes).packs).toEqual([pack, ...odd])
})

test('a study without packs of its own is written as before, without the key', () => {
  expect(Object.keys(settingsOf(packStudy([areas], [], {}, { ...work, policies: ['qujing-2023'], packs: [] })))).not.toContain('packs')
})
