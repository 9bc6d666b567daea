import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careKinds, reachStudy, type ReachQuestion } from '../../src/reach/reach-study'
import { area, facility, studyOf, type Person, type Town } from '../helpers/town'

/** Elders weigh 1, 2, 4, 8, so that a sum names who was reached. A thousandth of a degree of longitude is 100.5 m here. */
const areas = [area('city', 'city'), area('east', 'subdistrict', 'city'), area('west', 'subdistrict', 'city'), area('e1', 'community', 'east')]
const persons: readonly Person[] = [
  { id: 'P-0', at: [103.5, 25.5], area: 'e1', elders60: 1, residents: 10 },
  { id: 'P-4', at: [103.504, 25.5], area: 'e1', elders60: 2, residents: 10 },
  { id: 'P-9', at: [103.509, 25.5], area: 'west', elders60: 4, residents: 10 },
  { id: 'P-x', at: null, area: 'east', elders60: 8, residents: 10 },
]
const town: Town = {
  areas,
  people: persons,
  facilities: [
    facility('F-0', 'COMM', 'community', 'e1', { at: [103.5, 25.5] }),
    facility('F-5', 'STREET', 'subdistrict', 'east', { at: [103.505, 25.5] }),
    facility('F-b', 'COMM', 'community', 'e1', { at: [103.509, 25.5], stage: 'building' }),
    facility('F-c', 'NOT', 'community', 'e1', { at: [103.509, 25.5] }),
    facility('F-n', 'COMM', 'community', 'e1'),
    facility('F-u', null, null, null, { at: [103.509, 25.5] }),
  ],
}
const reach = (question: Partial<ReachQuestion> = {}, other: Town = town) => reachStudy(studyOf(other), { metres: [500, 1000], ...question })

describe('every point', () => {
  test('has its nearest facility and the metres to it; a point without a place has neither', () => {
    const { points } = reach()
    expect(points.map(({ id, facility: nearest, metres }) => [id, nearest, metres && Math.round(metres)])).toEqual([['P-0', 'F-0', 0], ['P-4', 'F-5', 101], ['P-9', 'F-5', 402], ['P-x', null, null]])
  })

  test('has none where no facility counts', () => expect(reach({ kinds: ['INST'] }).points.every(({ facility: nearest, metres }) => nearest === null && metres === null)).toBe(true))
})

test('every facility has its own people, and one without a place has none that can be told', () => {
  const { facilities } = reach()
  expect(facilities.map(({ id, within }) => [id, within?.map(({ metres, points, elders60 }) => [metres, points, elders60]) ?? null])).toEqual([
    ['F-0', [[500, 2, 3], [1000, 3, 7]]],
    ['F-5', [[500, 2, 6], [1000, 3, 7]]],
    ['F-n', null],
  ])
})

test('every unit has its people and those of the units below it, once each', () => {
  const sums = Object.fromEntries(reach().areas.map(({ id, all, within }) => [id, [all.elders60, within[0]?.elders60, within[1]?.elders60]]))
  expect(sums).toEqual({ city: [15, 7, 7], east: [11, 3, 3], west: [4, 4, 4], e1: [3, 3, 3] })
})

test('the total counts nobody twice; who has two facilities is told apart', () => {
  const { total } = reach()
  expect(total.all).toMatchObject({ points: 4, elders60: 15, residents: 40, households: null })
  expect(total.within.map(({ metres, elders60, byTwoOrMore }) => [metres, elders60, byTwoOrMore.elders60])).toEqual([[500, 7, 2], [1000, 7, 7]])
})

test('what is left out is listed with its reason; a club is not even listed', () => {
  expect(reach().excluded).toEqual([{ id: 'F-b', why: 'stage-not-operating' }, { id: 'F-n', why: 'no-position' }, { id: 'F-u', why: 'kind-unknown' }, { id: 'P-x', why: 'no-position' }])
  expect(reach({ kinds: ['COMM'] }).excluded).toContainEqual({ id: 'F-5', why: 'kind-not-counted' })
})

test('kinds narrow, stages widen, and a club counts when it is asked for', () => {
  expect(reach({ kinds: ['STREET'] }).facilities.map(({ id }) => id)).toEqual(['F-5'])
  expect(reach({ stages: ['operating', 'building'] }).facilities.map(({ id }) => id)).toEqual(['F-0', 'F-5', 'F-b', 'F-n'])
  expect(reach({ kinds: ['NOT'] }).facilities.map(({ id }) => id)).toEqual(['F-c'])
  expect(careKinds).not.toContain('NOT')
})

test('limits are sorted and each stands once', () => expect(reach({ metres: [1000, 500, 1000] }).model.metres).toEqual([500, 1000]))

test('a town of nobody has sums of 0, and a group that no point knows is unknown', () => {
  expect(reach({}, { areas, people: [] }).total.all).toEqual({ points: 0, households: 0, residents: 0, elders60: 0, elders65: 0, elders80: 0 })
  expect(reach().total.all.elders80).toBeNull()
})

describe('laws', () => {
  const place = fc.record({ lng: fc.integer({ min: 0, max: 30 }), lat: fc.integer({ min: 0, max: 30 }) }).map(({ lng, lat }): [number, number] => [103.5 + lng / 2000, 25.5 + lat / 2000])
  const towns = fc.record({ people: fc.array(fc.record({ at: place, elders60: fc.option(fc.integer({ min: 0, max: 9 })) }), { maxLength: 12 }), sites: fc.array(place, { maxLength: 6 }) })
  const made = ({ people, sites }: { people: readonly { at: [number, number]; elders60: number | null }[]; sites: readonly [number, number][] }): Town => ({
    areas,
    people: people.map((person, at) => ({ id: `P-${String(at).padStart(2, '0')}`, area: at % 2 === 0 ? 'e1' : 'west', ...person })),
    facilities: sites.map((at, index) => facility(`F-${index}`, 'COMM', 'community', 'e1', { at })),
  })

  test('the parts of a unit and the parts of the whole add up, and two or more are among one or more', () => {
    fc.assert(
      fc.property(towns, (drawn) => {
        const { total, areas: units } = reach({}, made(drawn))
        const of = (id: string) => units.find((unit) => unit.id === id)!
        for (const [index, within] of total.within.entries()) {
          expect(of('city').within[index]!.points).toBe(within.points)
          expect(of('e1').within[index]!.points + of('west').within[index]!.points).toBe(within.points)
          expect(within.byTwoOrMore.points).toBeLessThanOrEqual(within.points)
        }
        expect(total.within[0]!.points).toBeLessThanOrEqual(total.within[1]!.points)
      }),
    )
  })

  test('one more facility takes nobody out of reach, and a point within a limit is as near as it says', () => {
    fc.assert(
      fc.property(towns, place, (drawn, more) => {
        const before = reach({}, made(drawn))
        const after = reach({}, made({ ...drawn, sites: [...drawn.sites, more] }))
        expect(after.total.within[0]!.points).toBeGreaterThanOrEqual(before.total.within[0]!.points)
        expect(before.points.filter(({ metres }) => metres !== null && metres <= 500).length).toBe(before.total.within[0]!.points)
        expect(Math.max(0, ...before.facilities.map(({ within }) => within![0]!.points))).toBeLessThanOrEqual(before.total.within[0]!.points)
      }),
    )
  })
})
