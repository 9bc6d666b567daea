import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStudy } from '../../src/model/read-study'
import type { SourceFile } from '../../src/sources/raw-table'
import { settings, told } from '../helpers/hand-tables'
import { repository } from '../helpers/shared'

const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) })
const stated = file('study.json', '{"asOf":"2025-12-31","name":"小城"}')
const roster = file('areas.csv', '区划代码,名称,级别,上级\n530302,甲县,县,\n530302001,东街道,街道,530302\n')
const noise: SourceFile = { name: 'facilities.csv', bytes: Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255) }
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code)

test('files become a study, and every file is an input with its hash', async () => {
  const { study } = await readStudy([roster, stated])
  expect(study).toMatchObject({ name: '小城', asOf: '2025-12-31', areas: [{ id: '530302' }, { id: '530302001', parent: '530302' }] })
  expect(study?.inputs.map(({ file: name, rows, encoding }) => [name, rows, encoding])).toEqual([['study.json', 0, null], ['areas.csv', 2, 'utf-8']])
  expect(study?.inputs[1]?.sha256).toMatch(/^[0-9a-f]{64}$/)
})

describe('what cannot be opened says so in one way', () => {
  test.each<[string, readonly SourceFile[], readonly string[]]>([
    ['an empty folder', [], ['study-empty']],
    ['a folder without study.json', [roster], ['study-missing']],
    ['a folder with study.json alone', [stated], ['study-empty']],
    ['a ledger of a header alone', [stated, file('areas.csv', '区划代码,名称,级别,上级\n')], ['table-empty', 'study-empty']],
    ['roads alone', [stated, file('roads.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[103,25],[103.1,25]]}}]}')], ['study-empty']],
  ])('%s', async (_, files, expected) => {
    const read = await readStudy(files)
    expect(read.study).toBeNull()
    expect(codes(read.problems.filter(({ severity }) => severity === 'error'))).toEqual(expected)
  })

  test('noise as the only ledger is named before it is said that nothing is left', async () => {
    const read = await readStudy([stated, noise])
    expect(read.study).toBeNull()
    const errors = read.problems.filter(({ severity }) => severity === 'error')
    expect(errors[0]?.at.file).toBe('facilities.csv')
    expect(codes(errors).at(-1)).toBe('study-empty')
  })
})

test('a broken file among good ones is named and the rest is read', async () => {
  const { study } = await readStudy([stated, roster, noise])
  expect(study?.areas).toHaveLength(2)
  expect(study?.problems.filter(({ severity }) => severity === 'error').map(({ at }) => at.file)).toEqual(['facilities.csv'])
  expect(study?.inputs.map(({ file: name }) => name)).toContain('facilities.csv')
})

test('notes, pictures and what office programs leave lying are no input', async () => {
  const litter = ['NOTICE.md', 'readme.txt', '~$facilities.xlsx', 'desktop.ini', 'Thumbs.db', 'map.png', '说明.docx', '.DS_Store'].map((name) => file(name, 'x'))
  const { study } = await readStudy([stated, roster, ...litter])
  expect(study?.inputs.map(({ file: name }) => name)).toEqual(['study.json', 'areas.csv'])
  expect(told(study!.problems)).toEqual([])
})

test('JSON that is no map, such as a result saved in the folder, is no input: the next run gives the same bytes', async () => {
  const [before, after] = [await readStudy([stated, roster]), await readStudy([stated, roster, file('out.json', '{"yikequan":"0.1.0"}')])]
  expect(after.study).toEqual({ ...before.study, problems: [{ code: 'file-not-used', severity: 'info', at: { file: 'out.json' }, detail: 'out.json' }] })
})

test('settings that were given stand for a missing study.json, not for a broken one', async () => {
  expect((await readStudy([roster], settings())).study?.name).toBe('小城')
  const broken = await readStudy([roster, file('study.json', '{')], settings())
  expect([broken.study, codes(broken.problems)]).toEqual([null, ['study-unreadable']])
})

test('columns and systems of study.json are used for the file that they name', async () => {
  const mapped = file('study.json', '{"asOf":"2025-12-31","columns":{"areas.csv":{"甲":"name","乙":"level"}}}')
  const { study } = await readStudy([mapped, file('areas.csv', '甲,乙\n东街道,街道\n')])
  expect(study?.areas).toMatchObject([{ name: '东街道', level: 'subdistrict' }])
})

test('progress names every ledger and ends with the joining', async () => {
  const seen: string[] = []
  await readStudy([stated, roster, noise], undefined, (done, of, name) => seen.push(`${done}/${of} ${name}`))
  expect(seen).toEqual(['0/2 areas.csv', '1/2 facilities.csv', '2/2 '])
})

test('the order in which the files come changes nothing', async () => {
  const folder = join(repository, 'data', 'samples', 'yunling')
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }): SourceFile => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const [there, back] = await Promise.all([readStudy(files), readStudy([...files].reverse())])
  expect(JSON.stringify(back.study)).toBe(JSON.stringify(there.study))
  expect(there.study!.areas.length).toBeGreaterThan(100)
})
