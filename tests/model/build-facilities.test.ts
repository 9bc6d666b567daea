import { describe, expect, test } from 'vitest'
import { proposedLevel } from '../../src/model/build-facilities'
import type { FacilityKind, FacilityLevel, AreaLevel } from '../../src/model/study'
import { ledger, studyFrom, told, twoStreets, type HandRow } from '../helpers/hand-tables'

const study = (...rows: readonly HandRow[]) => studyFrom(twoStreets, ledger('compounds', [{ id: 'C-1', name: '甲苑', area: '西街道/新民社区' }]), ledger('facilities', rows))
const first = (row: HandRow) => study({ id: 'F-1', kind: 'COMM', stage: 'operating', ...row }).facilities[0]!

describe('a blank level (SETTLED 14 and 44)', () => {
  test.each<[FacilityKind, AreaLevel | null, FacilityLevel | null]>([
    ['STREET', 'community', 'subdistrict'], ['VILLAGE', 'town', 'village'], ['INST_CITY', 'county', 'city'], ['INST_COUNTY', null, 'county'], ['HOME_BED', 'community', 'home'],
    ['COMM', 'community', 'community'], ['COMM', 'village', 'village'], ['COMM', 'subdistrict', null], ['COMM', null, null],
    ['TOWN_RURAL', 'town', 'town'], ['TOWN_RURAL', 'township', 'township'], ['MEAL', 'subdistrict', 'subdistrict'], ['INST', 'county', 'county'], ['INST', null, null], ['MEAL', 'province', null],
  ])('of %s in a unit of level %s is %s', (kind, level, proposed) => expect(proposedLevel(kind, level && { level })).toBe(proposed))

  test('of an unknown kind stays unknown', () => expect(proposedLevel(null, { level: 'community' })).toBeNull())

  test('is marked as proposed only where something was proposed', () => {
    expect(first({ area: '东街道/新民社区' })).toMatchObject({ level: 'community', levelProposed: true })
    expect(first({ area: '东街道' })).toMatchObject({ level: null, levelProposed: false })
    expect(first({ area: '东街道', level: 'subdistrict' })).toMatchObject({ level: 'subdistrict', levelProposed: false })
  })
})

describe('the stage (SETTLED 15)', () => {
  test('without a column all operate, which is said once', () => {
    const { facilities, problems } = study({ id: 'F-1', kind: 'COMM' }, { id: 'F-2', kind: 'COMM' })
    expect(facilities.map(({ stage }) => stage)).toEqual(['operating', 'operating'])
    expect(told(problems).filter((text) => text.startsWith('stage'))).toEqual(['stage-assumed'])
  })

  test('a blank cell of a column that exists is unknown', () => {
    const { facilities, problems } = study({ id: 'F-1', kind: 'COMM', stage: 'closed' }, { id: 'F-2', kind: 'COMM', stage: null })
    expect(facilities.map(({ stage }) => stage)).toEqual(['closed', null])
    expect(told(problems)).toEqual([])
  })

  test('of two ledgers only the one without the column is assumed to operate', () => {
    const both = studyFrom(ledger('facilities', [{ id: 'F-1', kind: 'COMM', stage: null }], '东.csv'), ledger('facilities', [{ id: 'F-2', kind: 'COMM' }], '西.csv'))
    expect(both.facilities.map(({ stage }) => stage)).toEqual([null, 'operating'])
    expect(both.problems).toContainEqual({ code: 'stage-assumed', severity: 'info', at: { file: '西.csv', sheet: null } })
  })
})

describe('whom a facility serves', () => {
  test('a blank cell is unknown, not nobody', () => expect(first({ serves: null }).serves).toBeNull())

  test('units and compounds by name, code, id or path, once each', () => {
    expect(first({ serves: ['530302', '甲苑', 'C-1', '东街道/新民社区', '云溪社区'] }).serves).toEqual(['530302', 'C-1', '甲县/东街道/新民社区', '甲县/西街道/云溪社区居委会'])
  })

  test('a name that stands twice is the one nearest to the facility', () => {
    expect(first({ area: '云溪社区', serves: ['新民社区'] }).serves).toEqual(['甲县/西街道/新民社区'])
    const nowhere = study({ id: 'F-1', kind: 'COMM', stage: 'operating', serves: ['新民社区', '别处'] })
    expect(nowhere.facilities[0]!.serves).toEqual([])
    expect(told(nowhere.problems)).toEqual(['area-ambiguous 2 新民社区', 'area-unknown 2 别处'])
  })
})

test('a kind that is blank is said and counts nowhere', () => {
  const { facilities, problems } = study({ id: 'F-1', name: '某中心', kind: null, stage: 'operating' })
  expect(facilities[0]!.kind).toBeNull()
  expect(told(problems)).toEqual(['kind-missing 2 某中心'])
})

test('sizes, owner, operator and services arrive; a blank list of services is unknown', () => {
  expect(first({ floorAreaM2: 350, landAreaM2: 0, beds: 20, nursingBeds: 8, owner: 'public', operator: 'public-built-private-run', services: ['meals'], opened: '2021-03', lng: 103.5, lat: 25.5 })).toMatchObject({ floorAreaM2: 350, landAreaM2: 0, beds: 20, nursingBeds: 8, owner: 'public', operator: 'public-built-private-run', services: ['meals'], opened: '2021-03', at: [103.5, 25.5] })
  expect(first({ services: null })).toMatchObject({ services: null, beds: null, owner: null, at: null })
})

test('half a position is none', () => expect(first({ lng: 103.5, lat: null }).at).toBeNull())
