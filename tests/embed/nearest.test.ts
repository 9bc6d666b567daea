import { describe, expect, test } from 'vitest'
import { offered, placesFor, startsFor, unitNames, walkBetween, type Question } from '../../src/embed/nearest'
import { publicationOf } from '../helpers/publication'
import { area, facility, studyOf } from '../helpers/town'

/** On the meridian 103.5 from 25.5 northwards: a station at 0, 400 and 4000 m; 1e-5 degrees of latitude are 1.108 m. */
const north = (metres: number): [number, number] => [103.5, 25.5 + metres / 110_780]
const station = (id: string, metres: number | null, more = {}) => facility(id, 'COMM', 'community', 'A', { name: id, stage: 'operating', at: metres === null ? null : north(metres), ...more })
const { published } = publicationOf(
  studyOf({
    areas: [area('S', 'subdistrict', null, { name: '东街道' }), area('A', 'community', 'S', { name: '金穗社区', at: [103.5, 25.5] })],
    facilities: [station('甲站', 0, { services: ['meal'] }), station('乙站', 400, { services: ['bathing'], extra: { 地址: '西街9号' } }), station('丙院', 4000, { kind: 'INST', level: 'county' }), station('丁站', null)],
  }),
)
const anything: Question = { from: null, find: '', kind: null, service: null, within: null }
const names = (question: Partial<Question>) => placesFor(published, { ...anything, ...question }).map(({ facility }) => facility.name)

describe('places', () => {
  test('stand nearest first from where somebody is; one without a position comes last', () => {
    expect(names({ from: north(500) })).toEqual(['乙站', '甲站', '丙院', '丁站'])
    expect(names({ from: north(4000) })).toEqual(['丙院', '乙站', '甲站', '丁站'])
  })

  test('the walk is 1.3 times the straight line at 0.8 m/s, in whole minutes upwards', () => {
    const walk = walkBetween(north(0), [10350000, Math.round(north(400)[1] * 1e5)])
    expect(walk.metres).toBeGreaterThan(518)
    expect(walk.metres).toBeLessThan(522)
    // 520 m ÷ 0.8 m/s = 650 s.
    expect(walk.minutes).toBe(11)
    expect(walkBetween(north(0), [10350000, 2550000]).minutes).toBe(1)
  })

  test('within ten minutes is a condition only where there is a starting place', () => {
    expect(names({ from: north(0), within: 10 })).toEqual(['甲站'])
    expect(names({ from: north(0), within: 15 })).toEqual(['甲站', '乙站'])
    expect(names({ within: 10 })).toHaveLength(4)
  })

  test('are found by name, address, unit, kind and service', () => {
    expect(names({ find: '西街' })).toEqual(['乙站'])
    expect(names({ find: '东街道 站' })).toHaveLength(3)
    expect(names({ kind: 'INST' })).toEqual(['丙院'])
    expect(names({ service: 'meal' })).toEqual(['甲站'])
    expect(names({ find: '没有这里' })).toEqual([])
  })

  test('a unit that is named is offered as a starting place', () => {
    expect(startsFor(published, '金穗')).toEqual([{ name: '金穗社区', at: [103.5, 25.5] }])
    expect(startsFor(published, '')).toEqual([])
  })

  test('kinds and services are offered by how often they occur', () => {
    expect(offered(published).kinds).toEqual(['COMM', 'INST'])
    expect([...offered(published).services].sort()).toEqual(['bathing', 'meal'])
    expect(unitNames(published, 1)).toEqual(['东街道', '金穗社区'])
  })
})
