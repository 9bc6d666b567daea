import { describe, expect, test } from 'vitest'
import { statedSettings, withSettings } from '../../src/compute/given-settings'

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

  test('with nothing said the files are as they came', () => {
    const files = [file('study.json', { asOf: '2025-01-01' }), ledger]
    expect(withSettings(files, {})).toBe(files)
  })
})
