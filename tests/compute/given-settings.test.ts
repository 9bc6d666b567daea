import { describe, expect, test } from 'vitest'
import { lacksDate, statedSettings, withSettings } from '../../src/compute/given-settings'

const file = (name: string, content: unknown) => ({ name, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) })
const settingsOf = (files: readonly { name: string; bytes: Uint8Array }[]): unknown => {
  const found = files.find(({ name }) => name === 'study.json')
  return found && JSON.parse(new TextDecoder().decode(found.bytes))
}
const ledger = file('facilities.csv', 'name\n甲站')

describe('settings given on the import screen', () => {
  test('loose ledgers with a name and a data date become a study', () => {
    expect(settingsOf(withSettings([ledger], { name: '东街', asOf: '2025-12-31' }))).toEqual({ version: 1, name: '东街', asOf: '2025-12-31', columns: {}, crs: {} })
  })

  test('without a data date none is invented', () => {
    expect(settingsOf(withSettings([ledger], { name: '东街' }))).toBeUndefined()
  })

  test('study.json keeps all that was not said again', () => {
    const present = file('study.json', { name: '旧名', asOf: '2024-12-31', options: { coverage: 'served' }, columns: { 'a.csv': { 甲: 'name' }, 'b.csv': { 乙: 'id' } } })
    expect(settingsOf(withSettings([present, ledger], { columns: { 'a.csv': { 丙: 'beds' } } }))).toEqual({
      name: '旧名', asOf: '2024-12-31', options: { coverage: 'served' }, columns: { 'a.csv': { 甲: 'name', 丙: 'beds' }, 'b.csv': { 乙: 'id' } }, crs: {},
    })
  })

  test('a study.json that cannot be read is left for reading to complain about', () => {
    const broken = file('study.json', '{ name: ')
    expect(withSettings([broken], { name: '新', asOf: '2025-01-01' })).toEqual([broken])
    expect(statedSettings([broken])).toBeNull()
  })

  test('a coordinate system taken back leaves the file to itself, whatever study.json said', () => {
    const present = file('study.json', { name: '旧名', asOf: '2024-12-31', crs: { 'a.csv': 'EPSG:4544', 'b.csv': 'GCJ-02' } })
    expect(settingsOf(withSettings([present], { crs: { 'a.csv': '', 'c.csv': 'BD-09' } }))).toMatchObject({ crs: { 'b.csv': 'GCJ-02', 'c.csv': 'BD-09' } })
  })

  test('the data date is lacking until study.json or the user says it', () => {
    expect(lacksDate([ledger], {})).toBe(true)
    expect(lacksDate([ledger], { asOf: '2025-12-31' })).toBe(false)
    expect(lacksDate([file('study.json', { asOf: '2025-12-31' })], {})).toBe(false)
    expect(lacksDate([file('study.json', '{ name: ')], {})).toBe(false)
  })

  test('with nothing said the files are as they came', () => {
    const files = [file('study.json', { asOf: '2025-01-01' }), ledger]
    expect(withSettings(files, {})).toBe(files)
  })
})
