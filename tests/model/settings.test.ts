import { describe, expect, test } from 'vitest'
import { isDay, readSettings } from '../../src/model/settings'
import { told } from '../helpers/hand-tables'

const read = (text: string) => readSettings(new TextEncoder().encode(text))
const settingsOf = (text: string) => read(text).settings

describe('study.json', () => {
  test('needs only the data date', () => {
    expect(read('{"asOf":"2025-12-31"}')).toEqual({ settings: { name: '', asOf: '2025-12-31', policies: [], options: {}, crs: {}, columns: {}, scenarios: [], version: 1, other: {} }, problems: [] })
  })

  test('keeps what this version does not know, so that a save does not lose it', () => {
    expect(settingsOf('{"asOf":"2025-12-31","author":{"name":"某局"}}')?.other).toEqual({ author: { name: '某局' } })
  })

  test('may have been saved with a mark, or by an old editor in GBK', () => {
    expect(settingsOf('\ufeff{"asOf":"2025-12-31","name":"云岭"}')?.name).toBe('云岭')
    const gbk = Uint8Array.from([...new TextEncoder().encode('{"asOf":"2025-12-31","name":"'), 0xd4, 0xc6, 0xc1, 0xeb, ...new TextEncoder().encode('"}')])
    expect(readSettings(gbk).settings?.name).toBe('云岭')
  })
})

describe('a study that cannot be opened says why and where', () => {
  test.each([
    ['{"name":"x"}', 'study-asof-missing'],
    ['{\n"asOf": "31.12.2025"}', 'study-asof-missing 2 "31.12.2025"'],
    ['{"asOf":"2025-02-29"}', 'study-asof-missing 1 "2025-02-29"'],
    ['{"asOf":20251231}', 'study-asof-missing 1 20251231'],
    ['[]', 'study-unreadable 1 []'],
    ['{"asOf":"2025-12-31",\n"name":"云岭",\n}', 'study-unreadable 3 }'],
    ['', 'study-unreadable 1 …'],
  ])('%j: %s', (text, problem) => {
    const { settings, problems } = read(text)
    expect([settings, told(problems)]).toEqual([null, [problem]])
    expect(problems[0]).toMatchObject({ severity: 'error', at: { file: 'study.json' } })
  })

  test('bytes that are no text are no settings', () => expect(readSettings(Uint8Array.from([0, 159, 146, 150, 0, 1])).settings).toBeNull())
})

describe('a wrong entry is said with its line and left out; the rest holds', () => {
  test.each([
    ['"name": 5', 'name', 'name', ''],
    ['"policies": "qujing-2023"', 'policies', 'policies', []],
    ['"policies": ["qujing-2023", 7]', 'policies.1', 'policies', ['qujing-2023']],
    ['"options": {"coverage": "served", "stages": true}', 'options.stages', 'options', { coverage: 'served' }],
    ['"crs": {"a.csv": 4490, "b.csv": "EPSG:4490"}', 'crs.a.csv', 'crs', { 'b.csv': 'EPSG:4490' }],
    ['"columns": {"a.csv": "x", "b.csv": {"户数": 1, "名称": "name"}}', 'columns.a.csv', 'columns', { 'b.csv': { 名称: 'name' } }],
    ['"scenarios": {}', 'scenarios', 'scenarios', []],
    ['"version": "1"', 'version', 'version', 1],
  ] as const)('%s', (entry, column, key, value) => {
    const { settings, problems } = read(`{\n"asOf": "2025-12-31",\n${entry}\n}`)
    expect(settings?.[key]).toEqual(value)
    expect(problems[0]).toMatchObject({ code: 'study-key-wrong', severity: 'warning', at: { file: 'study.json', row: 3, column } })
  })
})

test('a study of a later program is refused by its number, whatever else it says', () => {
  const { settings, problems } = read('{\n"version": 2,\n"asOf": "in another shape"}')
  expect(settings).toBeNull()
  expect(problems).toMatchObject([{ code: 'study-newer', severity: 'error', detail: '2', at: { file: 'study.json', row: 2, column: 'version' } }])
})

test('a file that is called __proto__ changes nothing but itself', () => {
  const settings = settingsOf('{"asOf":"2025-12-31","__proto__":{"name":"x"},"crs":{"__proto__":"EPSG:4490","toString":"EPSG:4490"},"columns":{"__proto__":{"a":"b"}}}')
  expect(settings?.name).toBe('')
  expect(Object.keys(settings!.crs)).toEqual(['toString'])
  expect(settings!.crs['constructor']).toBeUndefined()
  expect(settings!.columns['a']).toBeUndefined()
  expect(({} as Record<string, unknown>)['a']).toBeUndefined()
})

test('a day is one of the calendar', () => {
  expect(['2024-02-29', '2000-02-29', '2025-12-31'].every(isDay)).toBe(true)
  expect(['2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-4-1', '2025-12-32', '2025-12-31T00:00', ''].some(isDay)).toBe(false)
})
