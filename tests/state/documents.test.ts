import { describe, expect, test } from 'vitest'
import { CallError, type Ask, type CallName, type Calls } from '../../src/compute/calls'
import type { Pack } from '../../src/policy/clause'
import { readPack } from '../../src/policy/read-pack'
import { shippedPacks } from '../../src/policy/shipped'
import { problem } from '../../src/problem'
import type { App } from '../../src/state/app'
import { chooseClause } from '../../src/state/commands/choose-clause'
import { choosePacks, togglePack } from '../../src/state/commands/choose-packs'
import { downloadTemplate } from '../../src/state/commands/download-template'
import { exportPack } from '../../src/state/commands/export-pack'
import { judgeStudy } from '../../src/state/commands/judge-study'
import { loadPack } from '../../src/state/commands/load-pack'
import { openFiles } from '../../src/state/commands/open-files'
import { removePack } from '../../src/state/commands/remove-pack'
import { showStudy } from '../../src/state/commands/show-study'
import { forgetful } from '../../src/state/kept'
import { chosenResult, createState, type State } from '../../src/state/state'
import { readSource } from '../../src/sources/read'
import { result, study } from '../helpers/tiny-study'
import { yinchuan } from '../helpers/yinchuan'

const own: Pack = readPack(JSON.stringify(yinchuan), '银川.json').pack!
const [qujing, xiamen] = ['qujing-2023', 'xiamen-2022']

/** Answers every question at once with what the test gives; a question without an answer waits for ever. */
function world(given: Partial<State> = {}, answers: Partial<{ [C in CallName]: (input: Calls[C]['input']) => Calls[C]['answer'] }> = {}) {
  const asked: { call: CallName; input: unknown }[] = []
  const saved: { name: string; bytes: Uint8Array; type: string }[] = []
  const ask: Ask = (call, input, { signal } = {}) => {
    asked.push({ call, input })
    const answer = answers[call] as ((input: unknown) => never) | undefined
    if (answer) return Promise.resolve(answer(input))
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new CallError({ code: 'cancelled' }))))
  }
  const app: App = {
    store: createState({ study: study(), policies: [qujing!], ...given }), ask, opening: () => Promise.reject(new Error('not asked')), kept: forgetful,
    save: (name, bytes, type) => void saved.push({ name, bytes, type }), turns: new Map(),
  }
  return { app, asked, saved, state: () => app.store.getState() }
}
const source = (name: string, text: string) => ({ name, read: async () => new TextEncoder().encode(text) })
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('choosing documents', () => {
  test('several are judged at once, in the order of the list whatever the order of the clicks', async () => {
    const { app, asked, state } = world({ policies: [xiamen!] })
    void togglePack(app, qujing!)
    expect(state().policies).toEqual([qujing, xiamen])
    expect(asked[0]).toMatchObject({ call: 'evaluate', input: { policies: [qujing, xiamen], own: [] } })
  })

  test('the last one cannot be left out', () => {
    const { app, asked, state } = world()
    void togglePack(app, qujing!)
    void choosePacks(app, ['nowhere'])
    expect(state().policies).toEqual([qujing])
    expect(asked).toEqual([])
  })

  test('a chosen clause stays chosen while its document is judged, and goes with it', () => {
    const { app, state } = world({ policies: [qujing!, xiamen!], clause: 'QJ-12', policy: qujing!, why: { policy: qujing!, clause: 'QJ-12', unit: null } })
    void choosePacks(app, [qujing!])
    expect(state()).toMatchObject({ clause: 'QJ-12', policy: qujing })
    void choosePacks(app, [xiamen!])
    expect(state()).toMatchObject({ clause: null, policy: '', why: null, results: null })
  })

  test('two clauses of one id in two documents are told apart', () => {
    const results = [result({ policy: qujing!, clause: 'A', state: 'met' }), result({ policy: 'copy', clause: 'A', state: 'unmet' })]
    const { app, state } = world({ results, policies: [qujing!, 'copy'], clause: 'A', policy: qujing! })
    expect(chosenResult(state())?.state).toBe('met')
    chooseClause(app, { policy: 'copy', clause: 'A' })
    expect(chosenResult(state())?.state).toBe('unmet')
  })

  test('a study is opened with every document that it names and that is at hand', async () => {
    const { app, state } = world({}, { evaluate: () => [] })
    await showStudy(app, study({ policies: ['xiamen-2022', 'nowhere', 'qujing-2023'] }), { sources: [], without: [], sample: false, imported: true })
    expect(state().policies).toEqual([qujing, xiamen])
  })
})

describe("a user's own pack", () => {
  const read = (pack: Pack) => ({ pack: () => ({ pack, problems: [] }), evaluate: () => [result({ policy: pack.id, clause: 'YC-1' })], lacking: () => [] })

  test('stands beside the shipped ones, is chosen and judged with them', async () => {
    const { app, asked, state } = world({}, read(own))
    await loadPack(app, source('银川.json', '{}'))
    expect(state().ownPacks).toEqual([own])
    expect(state().policies).toEqual([qujing, own.id])
    expect(asked.find(({ call }) => call === 'evaluate')?.input).toMatchObject({ policies: [qujing, own.id], own: [own] })
    expect(state().results?.map(({ clause }) => clause)).toEqual(['YC-1'])
  })

  test('loaded again after a change takes the place of the former one and is judged again', async () => {
    const changed = { ...own, document: { ...own.document, place: '银川' } }
    const { app, asked, state } = world({ ownPacks: [own], policies: [own.id] }, read(changed))
    await loadPack(app, source('银川.json', '{}'))
    expect(state().ownPacks).toEqual([changed])
    expect(asked.filter(({ call }) => call === 'evaluate')).toHaveLength(1)
  })

  test('that is refused changes nothing and says each mistake', async () => {
    const problems = [problem('policy-unreadable', 'error', { file: 'x.json', row: 3, column: 'id' }, '"" (string)')]
    const { app, asked, state } = world({}, { pack: () => ({ pack: null, problems }) })
    await loadPack(app, source('x.json', '{}'))
    expect(state()).toMatchObject({ ownPacks: [], policies: [qujing], packRefused: { file: 'x.json', problems } })
    expect(asked.map(({ call }) => call)).toEqual(['pack'])
  })

  test('with the id of a shipped one is refused', async () => {
    const { app, state } = world({}, read({ ...own, id: qujing! }))
    await loadPack(app, source('x.json', '{}'))
    expect(state().ownPacks).toEqual([])
    expect(state().packRefused?.problems[0]).toMatchObject({ code: 'policy-id-taken', detail: qujing })
  })

  test('is removed, and another document is judged in its place', async () => {
    const { app, asked, state } = world({ ownPacks: [own], policies: [own.id], clause: 'YC-1', policy: own.id }, { evaluate: () => [], lacking: () => [] })
    await removePack(app, own.id)
    expect(state()).toMatchObject({ ownPacks: [], policies: [shippedPacks[0]!.id], clause: null })
    expect(asked[0]).toMatchObject({ call: 'evaluate', input: { policies: [shippedPacks[0]!.id] } })
  })

  test('stays with a newer ledger of the same study', async () => {
    const { app, state } = world({ ownPacks: [own], policies: [own.id] }, { evaluate: () => [] })
    await showStudy(app, study({ policies: [qujing!] }), { sources: [], without: [], sample: false, imported: true })
    expect(state().policies).toEqual([qujing, own.id])
  })

  test('a file that cannot be read any more is named', async () => {
    const { app, state } = world()
    await loadPack(app, { name: 'gone.json', read: () => Promise.reject(new Error('gone.json')) })
    expect(state().failure).toEqual({ code: 'files-unreadable', detail: 'gone.json' })
  })

  test('a copy of a shipped pack can be loaded back beside it', () => {
    const { app, saved } = world()
    exportPack(app, qujing!)
    const [copy] = saved
    expect(copy?.name).toBe('qujing-2023-copy.json')
    const { pack, problems } = readPack(new TextDecoder().decode(copy!.bytes), copy!.name)
    expect(problems).toEqual([])
    expect(pack).toEqual({ ...shippedPacks.find(({ id }) => id === qujing), id: 'qujing-2023-copy' })
  })
})

describe('dropped files', () => {
  const pack = JSON.stringify(yinchuan)
  test.each([
    ['a pack is loaded as a pack', '银川.json', pack, 'pack'],
    ['a broken pack too, so that its mistake can be said', '银川.json', pack.slice(0, -20), 'pack'],
    ['settings go to the import screen', 'study.json', '{"clauses": 1}', 'read'],
    ['a map goes to the import screen', 'a.json', '{"type":"FeatureCollection","features":[]}', 'read'],
    ['a table goes to the import screen', 'a.csv', '"clauses": 1', 'read'],
  ])('%s', async (_, name, text, call) => {
    const { app, asked } = world()
    void openFiles(app, [source(name, text)])
    await settle()
    await settle()
    expect(asked.map((each) => each.call)).toEqual([call])
  })
})

describe('after judging', () => {
  test('what each clause lacks and the readings of the chosen one are asked for', async () => {
    const lacks = [{ what: 'ledger' as const, ledger: 'facilities' as const }]
    const comparison = { columns: [], disagreements: [] }
    const { app, state } = world({ clause: 'QJ-12', policy: qujing! }, { evaluate: () => [result({ policy: qujing!, clause: 'QJ-12' })], lacking: () => [{ policy: qujing!, clause: 'QJ-12', lacks, instead: [] }], coverage: () => comparison })
    await judgeStudy(app)
    await settle()
    expect(state().lacking?.get('qujing-2023 QJ-12')?.lacks).toEqual(lacks)
    expect(state().coverage).toEqual({ policy: qujing, clause: 'QJ-12', comparison })
  })

  test('a clause with one reading of 覆盖 asks for no comparison', async () => {
    const { app, asked } = world({ clause: 'QJ-13', policy: qujing! }, { evaluate: () => [result({ policy: qujing!, clause: 'QJ-13' })], lacking: () => [] })
    await judgeStudy(app)
    await settle()
    expect(asked.map(({ call }) => call)).toEqual(['evaluate', 'lacking'])
  })
})

test('the blank ledgers of the chosen documents are handed over as one workbook', async () => {
  const { app, saved } = world({ policies: [qujing!, xiamen!] })
  await downloadTemplate(app)
  await downloadTemplate(app, [xiamen!])
  expect(saved.map(({ name }) => name)).toEqual(['空白台账 曲靖市 2023 等2份.xlsx', '空白台账 厦门市 2022.xlsx'])
  const { tables } = await readSource({ name: 't.xlsx', bytes: saved[0]!.bytes })
  // The study's topmost unit is the one that states the figures of the document.
  expect(tables.find(({ sheet }) => sheet === '统计项')!.rows.some(({ cells }) => cells.includes('东街道') && cells.includes('医院数'))).toBe(true)
})
