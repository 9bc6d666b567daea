import { describe, expect, test } from 'vitest'
import { CallError, type Ask, type Calls, type CallName, type ReadAnswer } from '../../src/compute/calls'
import type { App } from '../../src/state/app'
import { acceptImport } from '../../src/state/commands/accept-import'
import { cancelImport } from '../../src/state/commands/cancel-import'
import { cancelWork } from '../../src/state/commands/cancel-work'
import { nameImport } from '../../src/state/commands/change-import'
import { chooseClause } from '../../src/state/commands/choose-clause'
import { chooseOption } from '../../src/state/commands/choose-option'
import { importFiles } from '../../src/state/commands/import-files'
import { judgeStudy } from '../../src/state/commands/judge-study'
import { openSample } from '../../src/state/commands/open-sample'
import { openWhy } from '../../src/state/commands/open-why'
import { setBaseMap } from '../../src/state/commands/set-base-map'
import { setLanguage } from '../../src/state/commands/set-language'
import { sortTable } from '../../src/state/commands/sort-table'
import { forgetful, recall, type Kept } from '../../src/state/kept'
import { createState, type State } from '../../src/state/state'
import { result, study } from '../helpers/tiny-study'

/** Every question waits until the test answers it. */
function world(given: Partial<State> = {}, kept: Kept = forgetful) {
  const asked: { call: CallName; input: unknown; answer: (answer: unknown) => void; fail: (error: unknown) => void }[] = []
  const saved: { name: string; bytes: Uint8Array }[] = []
  const ask: Ask = <C extends CallName>(call: C, input: Calls[C]['input'], { signal }: { signal?: AbortSignal } = {}) =>
    new Promise<Calls[C]['answer']>((resolve, reject) => {
      asked.push({ call, input, answer: (answer) => resolve(answer as Calls[C]['answer']), fail: reject })
      signal?.addEventListener('abort', () => reject(new CallError({ code: 'cancelled' })))
    })
  const app: App = { store: createState({ policies: ['tiny-2025'], policy: 'tiny-2025', ...given }), ask, opening: async () => ({ sources: [source('study.json')], sample: true }), kept, save: (name, bytes) => void saved.push({ name, bytes }), turns: new Map() }
  return { app, asked, saved, state: () => app.store.getState() }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))
const source = (name: string) => ({ name, read: async () => new Uint8Array([1]) })
const read = (given: Partial<ReadAnswer> = {}): ReadAnswer => ({ ticket: 7, name: '新研究', asOf: '2025-12-31', hasSettings: true, files: [], problems: [], ...given })

describe('a late answer', () => {
  test('never overwrites a newer one, whichever comes first', async () => {
    const { app, asked, state } = world({ study: study() })
    const older = judgeStudy(app)
    const newer = judgeStudy(app)
    asked[1]?.answer([result({ state: 'met' })])
    await newer
    asked[0]?.answer([result({ state: 'unmet' })])
    await older
    expect(state().results?.map((one) => one.state)).toEqual(['met'])
    expect(state().failure).toBeNull()
  })

  test('about a figure that was closed meanwhile is dropped', async () => {
    const { app, asked, state } = world({ study: study(), results: [result()] })
    const first = openWhy(app, { policy: 'tiny-2025', clause: 'T-1', unit: null })
    const second = openWhy(app, { policy: 'tiny-2025', clause: 'T-1', unit: 'a' })
    asked[0]?.answer({ clause: 'T-1', unit: null, formula: '1/3', value: 1 / 3, inputs: [], inputCount: 0 })
    asked[1]?.answer({ clause: 'T-1', unit: 'a', formula: '1', value: 1, inputs: [], inputCount: 0 })
    await Promise.all([first, second])
    expect(state().explanation?.unit).toBe('a')
  })
})

describe('importing', () => {
  test('replaces nothing before it is accepted', async () => {
    const old = study({ name: '旧研究' })
    const { app, asked, state } = world({ study: old, results: [result()] })
    const importing = importFiles(app, [source('facilities.csv')])
    await settle()
    asked[0]?.answer(read())
    await importing
    expect(state().study).toBe(old)
    expect(state().draft?.read?.ticket).toBe(7)
    const accepting = acceptImport(app)
    asked[1]?.answer(study({ name: '新研究' }))
    await settle()
    expect(asked[1]).toMatchObject({ call: 'use', input: { ticket: 7 } })
    expect(state().study?.name).toBe('新研究')
    expect(state().draft).toBeNull()
    asked[2]?.answer([result()])
    await accepting
  })

  test('and cancelling leaves the study as it was', async () => {
    const old = study()
    const { app, asked, state } = world({ study: old })
    const importing = importFiles(app, [source('facilities.csv')])
    await settle()
    cancelImport(app)
    asked[0]?.answer(read())
    await importing
    expect(state()).toMatchObject({ study: old, draft: null, failure: null, work: null })
  })

  test('loose ledgers join a real study and name the files that give way', async () => {
    const table = { file: 'old.csv', sheet: null, format: 'csv', encoding: null, ledger: 'facilities' as const, crs: null, columns: [], counts: { in: 0, used: 0, setAside: 0, blank: 0 }, setAside: [], headerRows: [] }
    const { app, asked, state } = world({ study: study({ tables: [table, { ...table, file: 'areas.csv', ledger: 'areas' }] }), sources: [source('study.json'), source('old.csv'), source('areas.csv')] })
    const importing = importFiles(app, [source('new.csv')])
    await settle()
    const files = [{ file: 'new.csv', bytes: 1, settings: false, problems: [], tables: [{ ...table, preview: [], setAside: [] }] }]
    asked[0]?.answer(read({ ticket: null, hasSettings: false, files }))
    await settle()
    expect(asked[1]).toMatchObject({ call: 'read', input: { without: ['old.csv'] } })
    expect((asked[1]?.input as { files: { name: string }[] }).files.map(({ name }) => name)).toEqual(['study.json', 'old.csv', 'areas.csv', 'new.csv'])
    asked[1]?.answer(read({ files: [...files, { file: 'areas.csv', bytes: 1, settings: false, problems: [], tables: [] }] }))
    await importing
    expect(state().draft).toMatchObject({ onto: 'current', replaces: ['old.csv'] })
    expect(state().draft?.read?.files.map(({ file }) => file)).toEqual(['new.csv'])
    void acceptImport(app)
    asked[2]?.answer(study())
    await settle()
    expect(state()).toMatchObject({ without: ['old.csv'], imported: true })
    expect(state().sources.map(({ name }) => name)).toEqual(['study.json', 'old.csv', 'areas.csv', 'new.csv'])
  })

  test('nothing ever joins the synthetic sample', async () => {
    const { app, asked, state } = world({ study: study(), sample: true })
    const importing = importFiles(app, [source('new.csv')])
    await settle()
    asked[0]?.answer(read({ ticket: null, hasSettings: false, asOf: null }))
    await importing
    expect(state().draft?.onto).toBe('new')
    expect(asked).toHaveLength(1)
  })

  test('a data date that is given is read with the files', async () => {
    const { app, asked, state } = world()
    const importing = importFiles(app, [source('new.csv')])
    await settle()
    asked[0]?.answer(read({ ticket: null, hasSettings: false, asOf: null }))
    await importing
    const naming = nameImport(app, { asOf: '2025-12-31' })
    await settle()
    expect(asked[1]).toMatchObject({ call: 'read', input: { given: { asOf: '2025-12-31' } } })
    asked[1]?.answer(read())
    await naming
    expect(state().draft?.read?.ticket).toBe(7)
  })

  test('a file that the browser cannot read any more is named, and the study stays', async () => {
    const old = study()
    const { app, state } = world({ study: old })
    await importFiles(app, [{ name: 'gone.csv', read: () => Promise.reject(new Error('gone.csv')) }])
    expect(state()).toMatchObject({ study: old, draft: null, failure: { code: 'files-unreadable', detail: 'gone.csv' } })
  })
})

describe('opening', () => {
  test('the sample is read, used and judged, and the first clause worth a look is chosen', async () => {
    const { app, asked, state } = world()
    const opening = openSample(app)
    await settle()
    asked[0]?.answer(read())
    await settle()
    asked[1]?.answer(study({ options: { coverage: 'served' } }))
    await settle()
    expect(asked[2]).toMatchObject({ call: 'evaluate', input: { options: { coverage: 'served' } } })
    asked[2]?.answer([result({ clause: 'T-0', state: 'met', units: [] }), result()])
    await opening
    expect(state()).toMatchObject({ sample: true, clause: 'T-1', reach: null, work: null })
  })

  test('files that make no study show their reasons on the import screen', async () => {
    const { app, asked, state } = world()
    const opening = openSample(app)
    await settle()
    asked[0]?.answer(read({ ticket: null, asOf: null }))
    await opening
    expect(state().failure?.code).toBe('study-unusable')
    expect(state().draft?.read?.asOf).toBeNull()
    expect(state().study).toBeNull()
  })

  test('long work can be stopped', async () => {
    const { app, state } = world()
    const opening = openSample(app)
    await settle()
    app.store.setState({ work: { turn: 'study', progress: { step: 'reading', done: 1, of: 9 } } })
    cancelWork(app)
    await opening
    expect(state()).toMatchObject({ study: null, work: null, failure: null })
  })
})

describe('wishes', () => {
  test('a changed reading is asked for, and its default forgets the wish', async () => {
    const { app, asked, state } = world({ study: study() })
    void chooseOption(app, 'coverage', 'served', 'located')
    expect(asked[0]?.input).toMatchObject({ options: { coverage: 'served' } })
    void chooseOption(app, 'coverage', 'located', 'located')
    expect(state().options).toEqual({})
  })

  test('the default overrules what study.json asks', () => {
    const { app, state } = world({ study: study({ options: { coverage: 'served' } }), options: { coverage: 'served' } })
    void chooseOption(app, 'coverage', 'located', 'located')
    expect(state().options).toEqual({ coverage: 'located' })
  })

  test('language and base map stay on this computer', () => {
    const box = new Map<string, string>()
    const kept: Kept = { get: (key) => box.get(key) ?? null, set: (key, value) => void (value === null ? box.delete(key) : box.set(key, value)) }
    const { app } = world({}, kept)
    setLanguage(app, 'en')
    setBaseMap(app, { template: 'https://t.example/{z}/{x}/{y}', attribution: '某局' })
    expect(recall(kept)).toEqual({ language: 'en', baseMap: { template: 'https://t.example/{z}/{x}/{y}', attribution: '某局' } })
    setBaseMap(app, null)
    expect(recall(kept).baseMap).toBeNull()
  })

  test('a column sorts upwards, then downwards, then not at all', () => {
    const { app, state } = world()
    const sorts = [1, 2, 3].map(() => {
      sortTable(app, 'units', 'value')
      return state().units.sort
    })
    expect(sorts).toEqual([{ column: 'value', descending: false }, { column: 'value', descending: true }, null])
  })

  test('an open why follows the clause that is chosen', () => {
    const { app, asked, state } = world({ study: study(), results: [result(), result({ clause: 'T-2' })], clause: 'T-1', why: { policy: 'tiny-2025', clause: 'T-1', unit: 'a' } })
    chooseClause(app, { policy: 'tiny-2025', clause: 'T-2' })
    expect(state().why).toEqual({ policy: 'tiny-2025', clause: 'T-2', unit: null })
    expect(asked[0]).toMatchObject({ call: 'explain', input: { clause: 'T-2' } })
  })
})
