import fc from 'fast-check'
import { expect, test } from 'vitest'
import { servedAlone } from '../../src/reach/alone'
import { reachStudy } from '../../src/reach/reach-study'
import { applyEdit } from '../../src/scenario/edit'
import { facility, studyOf } from '../helpers/town'
import type { LngLat } from '../../src/tables/ledger'

/** Metres east of a corner, on the equator: 111,319.49 m to the degree. */
const east = (metres: number): LngLat => [103 + metres / 111_319.49, 0]

/** People 1, 2, 4, 8 … at these metres, so that a sum says who was counted. */
const street = (people: readonly number[], facilities: readonly (readonly [string, number])[]) =>
  studyOf({ people: people.map((metres, at) => ({ id: `p${at}`, at: east(metres), elders60: 2 ** at })), facilities: facilities.map(([id, metres]) => facility(id, 'COMM', null, null, { at: east(metres) })) })

test('a facility alone serves those whom no other reaches: not those between two, nor those beyond', () => {
  // F1 stands at 0, F2 at 700: 0, 100 are F1's alone, 300 is reached by both, 900 by F2 alone, 2000 by none.
  const study = street([0, 100, 300, 900, 2000], [['F1', 0], ['F2', 700]])
  const alone = servedAlone(study, { metres: [500] })
  expect(alone.map(({ facility, within }) => [facility, within[0]?.elders60, within[0]?.points])).toEqual([['F1', 1 + 2, 2], ['F2', 8, 1]])
})

test('two in one house serve nobody alone; closed ones, those that give no care and those without a place are not asked', () => {
  const study = street([0], [['F1', 0], ['F2', 0]])
  expect(servedAlone(study, { metres: [500] }).map(({ within }) => within[0]?.elders60)).toEqual([0, 0])
  const others = { ...study, facilities: [facility('F1', 'COMM', null, null, { at: east(0), stage: 'closed' }), facility('F2', 'NOT', null, null, { at: east(0) }), facility('F3', 'COMM', null, null, { at: null }), facility('F4', 'MEAL', null, null, { at: east(0) })] }
  expect(servedAlone(others, { metres: [500] }).map(({ facility, within }) => [facility, within[0]?.elders60])).toEqual([['F4', 1]])
})

test('people whom nobody has counted are unknown, never none', () => {
  const study = studyOf({ people: [{ id: 'p', at: east(0) }], facilities: [facility('F1', 'COMM', null, null, { at: east(0) })] })
  expect(servedAlone(study, { metres: [500] })[0]?.within[0]).toMatchObject({ points: 1, elders60: null })
})

test('along the streets nobody is served where there are none', () => {
  const study = street([0], [['F1', 0]])
  expect(servedAlone(study, { metres: [480], walk: { speed: 0.8 } })[0]?.within[0]).toMatchObject({ points: 0, elders60: 0 })
})

test('law: whom it serves alone is what really closing it loses, for every facility and both distances', () => {
  const place = fc.integer({ min: 0, max: 3000 })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), fc.array(place, { minLength: 1, maxLength: 6 }), (people, places) => {
      const study = street(people, places.map((metres, at) => [`F${at}`, metres] as const))
      const before = reachStudy(study, { metres: [500, 1000] }).total.within
      for (const { facility: id, within } of servedAlone(study, { metres: [500, 1000] })) {
        const after = reachStudy(applyEdit(study, { id: 'x', type: 'close-facility', facility: id }).study, { metres: [500, 1000] }).total.within
        expect(within.map(({ metres, points, elders60 }) => [metres, points, elders60])).toEqual(before.map((sum, at) => [sum.metres, sum.points - after[at]!.points, sum.elders60! - after[at]!.elders60!]))
      }
    }),
    { numRuns: 150 },
  )
})
