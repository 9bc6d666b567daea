import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldReach } from '../../src/compute/held-reach'
import { reachStudy, type ReachQuestion } from '../../src/reach/reach-study'
import { applyEdit } from '../../src/scenario/edit'
import type { Study } from '../../src/model/study'
import type { LngLat } from '../../src/tables/ledger'
import { gridTown } from '../helpers/grid-town'
import { randomFrom } from '../helpers/random'
import { randomTown } from '../helpers/random-town'
import { withLattice } from '../helpers/random-walk-town'
import { studyOf } from '../helpers/town'
import { at, onStreets, person, station, units } from '../helpers/walk-study'

/** A street of ten blocks: 1 elder at block 1, 2 at block 4, 4 at block 9; a station that stays at block 0. */
const street = () => onStreets({ areas: units, people: [person('p1', [1, 0], 1), person('p2', [4, 0], 2), person('p4', [9, 0], 4)], facilities: [station('stays', [0, 0]), station('held', [0, 0])] }, gridTown().street([0, 0], [10, 0]))
const elders = (total: ReturnType<ReturnType<typeof heldReach>>) => total.within.map(({ elders60, byTwoOrMore }) => [elders60, byTwoOrMore.elders60])

test('a station carried down the street gains whom it comes to, and loses whom it leaves', () => {
  for (const walk of [null, { speed: 0.8 }]) {
    const carried = heldReach(street(), 'held', { metres: [250], walk })
    expect(elders(carried(at([4, 0])))).toEqual([[3, 0]])
    expect(elders(carried(at([1, 0])))).toEqual([[1, 1]])
    expect(elders(carried(at([9, 0])))).toEqual([[5, 0]])
    expect(elders(carried(at([4, 0])))).toEqual([[3, 0]])
  }
})

test('one that does not count changes nothing, wherever it is carried', () => {
  const town = street()
  const planned: Study = { ...town, facilities: town.facilities.map((each) => (each.id === 'held' ? { ...each, stage: 'planned' } : each)) }
  const carried = heldReach(planned, 'held', { metres: [250] })
  expect(elders(carried(at([9, 0])))).toEqual([[1, 0]])
  expect(elders(heldReach(town, 'held', { metres: [250], kinds: ['STREET'] })(at([9, 0])))).toEqual([[0, 0]])
})

test('on foot without streets nobody is reached', () => {
  const carried = heldReach({ ...street(), streets: null }, 'held', { metres: [250], walk: { speed: 0.8 } })
  expect(elders(carried(at([4, 0])))).toEqual([[0, 0]])
})

test('law: at every place the total is the one that a study with the facility there has, circle and walk', () => {
  fc.assert(
    fc.property(randomTown, fc.integer({ min: 1, max: 1e6 }), (drawn, seed) => {
      const random = randomFrom(seed)
      const town = withLattice(studyOf(drawn), random)
      const id = town.facilities[Math.floor(random() * town.facilities.length)]?.id ?? 'none'
      for (const walk of [null, { speed: 0.8 }, { speed: 1, crossingDelayS: 30 }]) {
        const question: ReachQuestion = { metres: [600, 300], walk }
        const carried = heldReach(town, id, question)
        for (let step = 0; step < 6; step++) {
          const to: LngLat = [103 + 0.035 * random(), 25 + 0.035 * random()]
          const { study } = applyEdit(town, { id: 'held', type: 'move-facility', facility: id, to })
          expect(carried(to)).toEqual(reachStudy(study, question).total)
        }
      }
    }),
    { numRuns: 60 },
  )
})
