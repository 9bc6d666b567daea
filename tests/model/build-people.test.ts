import { describe, expect, test } from 'vitest'
import { demandOf } from '../../src/model/build-people'
import { ledger, square, studyFrom, told, twoStreets, type HandRow } from '../helpers/hand-tables'

const study = (...rows: readonly HandRow[]) => studyFrom(twoStreets, ledger('people', rows))

describe('demand points', () => {
  test('keep their ids; without one a point is called by its place, twice the same place by a number', () => {
    const { people } = study({ id: 'P-1', lng: 1, lat: 2 }, { id: null, lng: 3, lat: 4, residents: 7 }, { id: null, lng: 3, lat: 4, residents: 5 }, { id: null })
    expect(people?.id).toEqual(['3.000000,4.000000', '3.000000,4.000000#2', 'P-1', 'no-position'])
    expect([...people!.row]).toEqual([4, 3, 2, 5])
  })

  test('an unknown count is NaN and a stated 0 is 0', () => {
    const { people } = study({ id: 'P-1', lng: 1, lat: 2, residents: 0, elders60: null })
    expect([people?.residents[0], people?.elders60[0], people?.households[0]]).toEqual([0, NaN, NaN])
  })

  test('of two rows with one id the first by content stays and the other is set aside', () => {
    const made = study({ id: 'P-1', lng: 9, lat: 2 }, { id: 'P-1', lng: 1, lat: 2 })
    expect([...made.people!.lng]).toEqual([1])
    expect(told(made.problems)).toEqual(['id-twice 2 P-1'])
    expect(made.tables[1]).toMatchObject({ counts: { in: 2, used: 1, setAside: 1 }, setAside: [{ row: 2, why: 'duplicate' }] })
  })

  test('no people ledger is no people, not none living here', () => expect(studyFrom(twoStreets).people).toBeNull())
})

describe('the unit of a point', () => {
  const map = ledger('areas', [{ code: '530302', $geometry: square(0, 0, 4) }, { name: '新民社区', parent: '东街道', $geometry: square(0, 0) }], 'areas.geojson')
  const unitOf = (row: HandRow) => {
    const made = studyFrom(twoStreets, map, ledger('people', [{ id: 'P-1', ...row }]))
    return made.areas[made.people!.area[0]!]?.id ?? null
  }

  test('is the column’s, else the finest unit whose polygon holds it, else none', () => {
    expect(unitOf({ area: '西街道', lng: 0.5, lat: 0.5 })).toBe('甲县/西街道')
    expect(unitOf({ lng: 0.5, lat: 0.5 })).toBe('甲县/东街道/新民社区')
    expect(unitOf({ lng: 3, lat: 3 })).toBe('530302')
    expect(unitOf({ lng: 9, lat: 9 })).toBeNull()
    expect(unitOf({ lng: null, lat: null })).toBeNull()
  })

  test('of two of one name is the one in the street beside it; the polygon helps where the name does not', () => {
    expect(unitOf({ area: '新民社区', subdistrict: '西街道', lng: 0.5, lat: 0.5 })).toBe('甲县/西街道/新民社区')
    expect(unitOf({ area: '新民社区', lng: 0.5, lat: 0.5 })).toBe('甲县/东街道/新民社区')
  })

  test('that is unknown is said once, not once a point', () => {
    expect(told(study({ id: 'P-1', area: '别处' }, { id: 'P-2', area: '别处' }, { id: 'P-3', area: '新民社区' }).problems)).toEqual(['area-ambiguous 4 新民社区', 'area-unknown 2 别处'])
  })
})

test('points of two files are traced to neither', () => {
  const two = studyFrom(ledger('people', [{ id: 'P-1' }], '东.csv'), ledger('people', [{ id: 'P-2' }], '西.csv'))
  expect([two.people?.id.length, two.peopleTable]).toEqual([2, null])
  expect(study({ id: 'P-1' }).peopleTable).toBe(1)
})

describe('where nobody wrote down points', () => {
  const placed = ledger('compounds', [{ id: 'C-1', area: '西街道', lng: 1, lat: 2, households: 100, elders60: 60 }, { id: 'C-2', area: null, lng: null, lat: null }])

  test('the people ledger goes first', () => expect(demandOf(studyFrom(twoStreets, placed, ledger('people', [{ id: 'P-1' }]))).from).toBe('people'))

  test('the compounds stand for where people live, those without a place among them', () => {
    const made = studyFrom(twoStreets, placed)
    const { people, from } = demandOf(made)
    expect([from, people.id, [...people.lng], [...people.households], [...people.elders65]]).toEqual(['compounds', ['C-1', 'C-2'], [1, NaN], [100, NaN], [NaN, NaN]])
    expect([...people.area].map((at) => made.areas[at]?.id ?? null)).toEqual(['甲县/西街道', null])
  })

  test('else the lowest units of the roster do', () => {
    const { people, from } = demandOf(studyFrom(ledger('areas', [{ code: '530302', name: '甲县', elders60: 9 }, { code: '530302001', name: '东街道', elders60: 4, lng: 1, lat: 2 }, { code: '530302002', name: '西街道', elders60: 5 }]), ledger('compounds', [{ id: 'C-1', lng: null, lat: null }])))
    expect([from, people.id, [...people.elders60], [...people.lng]]).toEqual(['areas', ['530302001', '530302002'], [4, 5], [1, NaN]])
  })
})
