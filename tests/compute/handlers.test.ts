import { describe, expect, test } from 'vitest'
import { createHandlers, type Core } from '../../src/compute/handlers'
import type { CallContext } from '../../src/compute/calls'
import type { GivenSettings } from '../../src/compute/given-settings'
import { problem } from '../../src/problem'
import type { LedgerTable } from '../../src/tables/ledger'
import { pack, result, study } from '../helpers/tiny-study'

const context = (signal = new AbortController().signal): CallContext => ({ progress: () => undefined, signal })
const bytes = new TextEncoder().encode('x')
const unasked = (): never => {
  throw new Error('not asked in this test')
}
const table: LedgerTable = {
  file: 'facilities.csv', sheet: null, format: 'csv', encoding: 'gb18030', ledger: 'facilities', crs: null, headerRows: [1],
  columns: [{ header: '名称', index: 0, key: 'name' }, { header: '联系电话', index: 1, key: null, personal: true }, { header: '备注', index: 2, key: null }],
  counts: { in: 5, used: 2, setAside: 2, blank: 1 },
  rows: [
    { row: 2, values: { name: '甲站' }, facts: {}, extra: { 备注: '<b>新</b>', 联系电话: '139' }, marks: [], geometry: null },
    { row: 3, values: { name: null }, facts: {}, extra: {}, marks: [], geometry: null },
  ],
  setAside: [{ row: 4, why: 'subtotal' }, { row: 6, why: 'note' }], problems: [problem('number-unreadable', 'warning', { file: 'facilities.csv', row: 2, column: '床位' }, '若干')],
}
const core = (given: Partial<Core> = {}): Core => ({
  readStudy: async () => ({ study: study({ problems: table.problems }), tables: [table], problems: table.problems }),
  judge: () => [result()],
  explain: () => null,
  reachStudy: unasked,
  packs: [pack],
  ...given,
})

describe('reading', () => {
  test('says of each file what it is, and counts every row', async () => {
    const read = await createHandlers(core()).read({ files: [{ name: 'facilities.csv', bytes }, { name: 'photo.tif', bytes }], without: [], given: {} }, context())
    expect(read.files.map(({ file, tables }) => [file, tables.length])).toEqual([['facilities.csv', 1], ['photo.tif', 0]])
    const seen = read.files[0]?.tables[0]
    expect(seen).toMatchObject({ encoding: 'gb18030', ledger: 'facilities', counts: { in: 5, used: 2, setAside: 2, blank: 1 } })
    expect(seen?.setAside).toEqual([{ why: 'subtotal', rows: [4] }, { why: 'note', rows: [6] }])
    expect(read.files[0]?.problems).toHaveLength(1)
  })

  test('shows values as they were understood, and never a personal column', async () => {
    const read = await createHandlers(core()).read({ files: [{ name: 'facilities.csv', bytes }], without: [], given: {} }, context())
    expect(read.files[0]?.tables[0]?.preview).toEqual([
      { row: 2, cells: ['甲站', null, '<b>新</b>'], marks: [] },
      { row: 3, cells: [null, null, null], marks: [] },
    ])
  })

  test('places a file in the system that the user chose, before the data date is known, and still makes no study', async () => {
    // Eastings without a zone number: the digits do not hold the central meridian.
    const file = { name: 'facilities.csv', bytes: new TextEncoder().encode('名称,类型,x,y\n甲站,社区,378937,2820882\n乙站,社区,379937,2821882\n') }
    const look = (given: GivenSettings) => createHandlers().read({ files: [{ ...file, bytes: file.bytes.slice() }], without: [], given }, context())
    const [before, after] = [await look({}), await look({ crs: { 'facilities.csv': 'EPSG:4544' } })]
    expect(before.problems.map(({ code }) => code)).toContain('crs-zone-unknown')
    expect(before.files[0]?.tables[0]?.crs).toBeNull()
    expect(after.problems.map(({ code }) => code)).not.toContain('crs-zone-unknown')
    expect(after.files.map(({ tables }) => tables[0]?.crs)).toEqual(['EPSG:4544'])
    expect(after).toMatchObject({ ticket: null, asOf: null, hasSettings: false })
    expect(after.problems.map(({ code }) => code)).toContain('study-missing')
  })

  test('replaces nothing: the study that is open is still the one that is judged', async () => {
    const judged: string[] = []
    const handlers = createHandlers(core({ readStudy: async () => ({ study: study({ name: '新' }), tables: [], problems: [] }), judge: (given) => (judged.push(given.name), []) }))
    await handlers.load({ study: study({ name: '旧' }) }, context())
    const read = await handlers.read({ files: [], without: [], given: {} }, context())
    await handlers.evaluate({ policies: [], own: [], options: {} }, context())
    await handlers.use({ ticket: read.ticket ?? -1 }, context())
    await handlers.evaluate({ policies: [], own: [], options: {} }, context())
    expect(judged).toEqual(['旧', '新'])
  })

  test('files that make no study give no ticket but their problems', async () => {
    const handlers = createHandlers(core({ readStudy: async () => ({ study: null, tables: [table], problems: [problem('study-missing', 'error', { file: 'study.json' })] }) }))
    const read = await handlers.read({ files: [{ name: 'facilities.csv', bytes }], without: [], given: {} }, context())
    expect(read.ticket).toBeNull()
    expect(read.problems.map(({ code }) => code)).toEqual(['study-missing', 'number-unreadable'])
  })

  test('a cancelled read stops before the next file', async () => {
    const stop = new AbortController()
    const seen: string[] = []
    const readStudy: Core['readStudy'] = async (_, __, onProgress) => {
      for (const name of ['a.csv', 'b.csv', 'c.csv']) {
        onProgress(0, 3, name)
        seen.push(name)
        if (name === 'b.csv') stop.abort()
      }
      return { study: null, tables: [], problems: [] }
    }
    await expect(createHandlers(core({ readStudy })).read({ files: [], without: [], given: {} }, context(stop.signal))).rejects.toThrow('cancelled')
    expect(seen).toEqual(['a.csv', 'b.csv'])
  })

  test('an older ticket is refused', async () => {
    const handlers = createHandlers(core())
    const old = await handlers.read({ files: [], without: [], given: {} }, context())
    await handlers.read({ files: [], without: [], given: {} }, context())
    expect(() => handlers.use({ ticket: old.ticket ?? -1 }, context())).toThrow('not the latest')
  })
})

describe('judging', () => {
  test('a question about a figure does not judge again, another reading does', async () => {
    let times = 0
    const handlers = createHandlers(core({ judge: () => (times++, [result()]) }))
    await handlers.load({ study: study() }, context())
    await handlers.evaluate({ policies: ['tiny-2025'], own: [], options: { coverage: 'served' } }, context())
    await handlers.explain({ policies: ['tiny-2025'], own: [], options: { coverage: 'served' }, policy: 'tiny-2025', clause: 'T-1', unit: null }, context())
    expect(times).toBe(1)
    await handlers.explain({ policies: ['tiny-2025'], own: [], options: {}, policy: 'tiny-2025', clause: 'T-1', unit: null }, context())
    expect(times).toBe(2)
  })

  test('only the chosen packs are judged', async () => {
    const asked: string[][] = []
    const handlers = createHandlers(core({ judge: (_, packs) => (asked.push(packs.map(({ id }) => id)), []) }))
    await handlers.load({ study: study() }, context())
    await handlers.evaluate({ policies: ['elsewhere-2020'], own: [], options: {} }, context())
    await handlers.evaluate({ policies: ['tiny-2025'], own: [], options: {} }, context())
    expect(asked).toEqual([[], ['tiny-2025']])
  })

  test('without a study the question is a programmer’s mistake', async () => {
    await expect(Promise.resolve(createHandlers(core()).evaluate({ policies: [], own: [], options: {} }, context()))).rejects.toThrow('no study')
  })
})
