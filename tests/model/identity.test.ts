import { describe, expect, test } from 'vitest'
import { buildAreas } from '../../src/model/build-areas'
import { buildCompounds } from '../../src/model/build-compounds'
import { ledger, told, twoStreets, type HandRow } from '../helpers/hand-tables'

const { finder } = buildAreas([twoStreets])
const compounds = (...rows: readonly HandRow[]) => buildCompounds([ledger('compounds', rows)], finder)
const ids = (...rows: readonly HandRow[]) => compounds(...rows).compounds.map(({ id }) => id)

describe('ids', () => {
  test('are the ledger’s, else the name, else the unit and the name where the name stands twice', () => {
    expect(ids({ id: 'C-2', name: '乙苑' }, { id: 'C-1', name: '乙苑' }, { id: null, name: '甲苑' })).toEqual(['C-1', 'C-2', '甲苑'])
    expect(ids({ name: '甲苑', area: '东街道' }, { name: '甲苑', area: '西街道' }, { name: '甲苑', area: '别处' })).toEqual(['别处/甲苑', '甲县/东街道/甲苑', '甲县/西街道/甲苑'])
  })

  test('a compound without a name is called by its id', () => expect(compounds({ id: 'C-1', name: null }).compounds[0]).toMatchObject({ id: 'C-1', name: 'C-1' }))

  test('of two rows with one id the first by content stays, whichever stands above', () => {
    const rows = [{ id: 'C-1', name: '乙苑', households: 5 }, { id: 'C-1', name: '甲苑', households: 9 }]
    expect(compounds(...rows).compounds).toMatchObject([{ name: '乙苑', households: 5 }])
    expect(compounds(rows[1]!, rows[0]!).compounds).toMatchObject([{ name: '乙苑', households: 5 }])
    expect(told(compounds(...rows).problems)).toEqual(['id-twice 3 C-1'])
    expect(compounds(...rows).setAside.map(({ entry, why }) => [entry.source.row, why])).toEqual([[3, 'duplicate']])
  })

  test('a row that differs in nothing but a note stays by that note, so a shuffled file exports the same', () => {
    const rows = [{ id: 'C-1', $extra: { 备注: '乙' } }, { id: 'C-1', $extra: { 备注: '甲' } }]
    expect(compounds(...rows).compounds[0]?.extra).toEqual(compounds(rows[1]!, rows[0]!).compounds[0]?.extra)
  })
})

describe('the unit of a row', () => {
  const areaOf = (row: HandRow) => compounds({ id: 'C-1', ...row }).compounds[0]?.area

  test('is found by code, name or path, and a blank cell is no unit', () => {
    expect(areaOf({ area: '530302' })).toBe('530302')
    expect(areaOf({ area: '云溪社区' })).toBe('甲县/西街道/云溪社区居委会')
    expect(areaOf({ area: '东街道/新民社区' })).toBe('甲县/东街道/新民社区')
    expect(areaOf({ area: null })).toBeNull()
  })

  test('of two communities of one name it is the one in the street of the column beside it', () => {
    expect(areaOf({ area: '新民社区', subdistrict: '西街道' })).toBe('甲县/西街道/新民社区')
    expect(areaOf({ area: '新民社区', subdistrict: '东街道', county: '甲县' })).toBe('甲县/东街道/新民社区')
  })

  test('that cannot be told is said, and is null, or the street where the ledger says that much', () => {
    const two = compounds({ id: 'C-1', area: '新民社区' }, { id: 'C-2', area: '别处社区' })
    expect(two.compounds.map(({ area }) => area)).toEqual([null, null])
    expect(told(two.problems)).toEqual(['area-ambiguous 2 新民社区', 'area-unknown 3 别处社区'])
    const known = compounds({ id: 'C-1', area: '别处社区', subdistrict: '东街道' })
    expect(known.compounds[0]?.area).toBe('甲县/东街道')
    expect(told(known.problems)).toEqual(['area-unknown 2 别处社区'])
  })
})

test('every column of a compound arrives, and what is blank is null', () => {
  const gates = [[103.5, 25.5], [103.6, 25.6]] as const
  const full = compounds({
    id: 'C-1', name: '甲苑', area: '530302', households: 100, householdsBuilt: 90, householdsOccupied: 80, householdsRegistered: 70, residents: 250, elders60: 60, permitted: '2019', completed: '2020-06', delivered: '2020-07-01',
    age: 'new', pool: 'P1', careAreaM2: 30, usableAreaM2: 25, leased: false, gates, handover: 'handed-over', remedy: '购置', responsible: '民政局', due: '2026-12-31', done: true, lng: 103.5, lat: 25.5,
  }).compounds[0]
  expect(full).toMatchObject({ area: '530302', households: 100, householdsBuilt: 90, householdsOccupied: 80, householdsRegistered: 70, residents: 250, elders60: 60, permitted: '2019', completed: '2020-06', delivered: '2020-07-01', age: 'new', pool: 'P1', careAreaM2: 30, usableAreaM2: 25, leased: false, gates, handover: 'handed-over', remedy: '购置', responsible: '民政局', due: '2026-12-31', done: true, at: [103.5, 25.5] })
  const { extra: _, source, id, name, gates: none, ...blank } = compounds({ id: 'C-1' }).compounds[0]!
  expect([id, name, none, source]).toEqual(['C-1', 'C-1', [], { table: 0, row: 2 }])
  expect(Object.values(blank).every((value) => value === null)).toBe(true)
})

test('work that was finished on a day keeps that day; 0 m² stays 0', () => {
  expect(compounds({ id: 'C-1', done: '2023-11', careAreaM2: 0 }).compounds[0]).toMatchObject({ done: '2023-11', careAreaM2: 0 })
})
