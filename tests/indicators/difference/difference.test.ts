import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, isEmpty, type ClauseDifference, type Difference, type UnitDifference } from '../../../src/indicators/difference/difference'
import type { FacilityChange } from '../../../src/indicators/difference/difference-facilities'
import { judge } from '../../../src/indicators/judge'
import type { Study } from '../../../src/model/study'
import { shippedPacks } from '../../../src/policy/shipped'
import type { EditDraft } from '../../../src/scenario/edit'
import { newScenario, perform } from '../../../src/scenario/scenario'
import { studyUnder } from '../../../src/scenario/study-under'
import { randomEdit, smallTown } from '../../helpers/random-edits'
import { randomFrom } from '../../helpers/random'
import { area, compound, facility, plot, studyOf } from '../../helpers/town'

const qujing = shippedPacks.filter(({ id }) => id === 'qujing-2023')
const under = (base: Study, edits: readonly EditDraft[], name = 's') => studyUnder(base, edits.reduce(perform, { ...newScenario([], { name }), id: name }))
const between = (a: Study, b: Study, packs = qujing): Difference => differenceOf(judge(a, packs), a, judge(b, packs), b)
const clause = (difference: Difference, id: string): ClauseDifference => difference.clauses.find((each) => each.clause === id)!
const ids = (units: readonly UnitDifference[]) => units.map(({ id }) => id)

/** Three communities of 1, 2 and 4 elders, one with a station; a compound that owes 250 m² and has 100; an idle school for 800,000. */
const base = studyOf({
  areas: [area('street', 'subdistrict', null), area('a', 'community', 'street', { elders60: 1, households: 10 }), area('b', 'community', 'street', { elders60: 2, households: 20 }), area('c', 'community', 'street', { elders60: 4 })],
  facilities: [facility('F', 'COMM', 'community', 'a', { at: [103, 25] })],
  compounds: [compound('K', { households: 1000, careAreaM2: 100, completed: '2020', elders60: 300 })],
  plots: [plot('P', { use: 'candidate', area: 'b', floorAreaM2: 60, cost: 800_000 })],
})
const school: EditDraft = { type: 'plot-to-facility', plot: 'P', kind: 'COMM', stage: 'operating', serves: ['K'] }
const closed: EditDraft = { type: 'close-facility', facility: 'F' }

describe('what a plan gains', () => {
  test('a school turned into a station gains its community and closes 60 of 150 m², for 800,000', () => {
    const difference = between(base, under(base, [school]))
    const share = clause(difference, 'QJ-12')
    expect([share.before, share.after]).toMatchObject([{ state: 'unmet', numerator: 1, denominator: 3 }, { state: 'unmet', numerator: 2, denominator: 3 }])
    expect([share.change.numerator, share.change.shortfall]).toEqual([1, -1])
    expect([ids(share.gained), ids(share.lost), share.gainedPeople]).toEqual([['b'], [], { elders60: 2, households: 20, eldersUnknown: 0, householdsUnknown: 0 }])
    expect(clause(difference, 'QJ-13')).toMatchObject({ before: { shortfall: 150 }, after: { shortfall: 90 }, change: { shortfall: -60 }, gained: [], lost: [] })
    expect(clause(difference, 'QJ-13').other).toMatchObject([{ id: 'K', kind: 'compound', before: { state: 'unmet', shortfall: 150 }, after: { state: 'unmet', shortfall: 90 } }])
    expect(difference.facilities).toMatchObject([{ id: '+s.1', change: 'added', before: null, after: 'operating', cost: 800_000 }])
    expect(difference.totals).toMatchObject({ clausesGained: 0, unitsGained: 1, unitsLost: 0, careAreaClosedM2: 60, landClosedM2: 0, cost: 800_000, withoutCost: 0, gainedPeople: { areas: { elders60: 2 }, compounds: { elders60: 0 } } })
  })

  test('closing the only station loses its community; a unit without a count is counted as unknown, never as nobody', () => {
    const difference = between(base, under(base, [closed, { type: 'add-facility', name: '丙站', kind: 'COMM', area: 'c' }]))
    const share = clause(difference, 'QJ-12')
    expect([ids(share.gained), ids(share.lost), share.change.numerator]).toEqual([['c'], ['a'], 0])
    expect(share.gainedPeople).toEqual({ elders60: 4, households: 0, eldersUnknown: 0, householdsUnknown: 1 })
    expect(difference.facilities.map(({ id, change }) => [id, change])).toEqual([['+s.2', 'added'], ['F', 'closed']])
    expect(difference.totals).toMatchObject({ cost: null, withoutCost: 1 })
  })

  test('a move is a line with its metres, a new size, kind, unit and list of the served are lines of their own', () => {
    const [moved, ...rest] = between(base, under(base, [{ type: 'move-facility', facility: 'F', to: [103.001, 25] }, { type: 'resize-facility', facility: 'F', floorAreaM2: 30 }, { type: 'rekind-facility', facility: 'F', kind: 'MEAL', services: ['meal'] }, { type: 'serve', facility: 'F', serves: ['K'] }])).facilities
    // A thousandth of a degree of longitude at 25° is 100.95 m.
    expect(moved).toMatchObject({ change: 'moved', before: '103, 25', after: '103.001, 25' })
    expect(moved!.metres).toBeCloseTo(100.95, 1)
    expect(rest.map(({ change, before, after }) => [change, before, after])).toEqual([['size', '? / ? m², ? / ?', '30 / ? m², ? / ?'], ['kind', 'COMM, community', 'MEAL, community'], ['services', null, 'meal'], ['serves', null, 'K']])
  })

  test('people of nested units are counted once: the street, not its community again', () => {
    const town = studyOf({ areas: [area('street', 'subdistrict', null, { elders60: 10 }), area('a', 'community', 'street', { elders60: 10 })], facilities: [] })
    const both = under(town, [{ type: 'add-facility', name: '街道中心', kind: 'STREET', area: 'street' }, { type: 'add-facility', name: '甲站', kind: 'COMM', area: 'a' }])
    const { totals, clauses } = differenceOf(judge(town, qujing), town, judge(both, qujing), both)
    expect(clauses.filter(({ gained }) => gained.length > 0).map(({ clause: id }) => id)).toEqual(expect.arrayContaining(['QJ-11', 'QJ-12']))
    expect([totals.unitsGained >= 2, totals.gainedPeople.areas.elders60]).toEqual([true, 10])
  })

  test('a clause that one side was not asked has no change, only the other side', () => {
    const results = judge(base, qujing)
    const difference = differenceOf([], base, results.filter(({ clause: id }) => id === 'QJ-12'), base)
    expect(clause(difference, 'QJ-12')).toMatchObject({ before: null, after: { state: 'unmet' }, change: { numerator: null } })
    expect(ids(clause(difference, 'QJ-12').gained)).toEqual(['a'])
  })
})

describe('laws, on random plans of a small town and every clause of every pack', () => {
  const town = smallTown()
  const plan = (seed: number, name: string, edits: number) => {
    const random = randomFrom(seed)
    return under(town, Array.from({ length: edits }, () => randomEdit(random)), name)
  }
  const some = fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 12 }))

  test('a plan against itself is empty', () => {
    fc.assert(fc.property(some, ([seed, edits]) => {
      const study = plan(seed, 'sA', edits)
      const same = between(study, study, [...shippedPacks])
      expect([isEmpty(same), same.totals]).toEqual([true, { clausesGained: 0, clausesLost: 0, unitsGained: 0, unitsLost: 0, gainedPeople: { areas: nobody, compounds: nobody }, lostPeople: { areas: nobody, compounds: nobody }, careAreaClosedM2: 0, landClosedM2: 0, cost: null, withoutCost: 0 }])
    }), { numRuns: 10, seed: 5 })
  }, 30_000)

  test('turned round, it is its own negative', () => {
    let changed = 0
    fc.assert(fc.property(some, some, (one, other) => {
      const [a, b] = [plan(one[0], 'sA', one[1]), plan(other[0], 'sB', other[1])]
      const there = between(a, b, [...shippedPacks])
      changed += there.clauses.length
      expect(between(b, a, [...shippedPacks])).toEqual(turned(there))
    }), { numRuns: 25, seed: 7 })
    expect(changed).toBeGreaterThan(100)
  }, 60_000)
})

const nobody = { elders60: 0, households: 0, eldersUnknown: 0, householdsUnknown: 0 }
const less = (figure: number | null): number | null => (figure === null ? null : 0 - figure)
const back: Readonly<Partial<Record<FacilityChange['change'], FacilityChange['change']>>> = { added: 'removed', removed: 'added', closed: 'reopened', reopened: 'closed' }

function turned({ clauses, facilities, totals }: Difference): Difference {
  const unit = (each: UnitDifference): UnitDifference => ({ ...each, before: each.after, after: each.before })
  return {
    clauses: clauses.map((each) => ({
      ...each,
      before: each.after,
      after: each.before,
      change: { numerator: less(each.change.numerator), denominator: less(each.change.denominator), value: less(each.change.value), shortfall: less(each.change.shortfall) },
      gained: each.lost.map(unit),
      lost: each.gained.map(unit),
      other: each.other.map(unit),
      gainedPeople: each.lostPeople,
      lostPeople: each.gainedPeople,
    })),
    facilities: facilities.map((each) => ({ ...each, change: back[each.change] ?? each.change, before: each.after, after: each.before })),
    totals: {
      clausesGained: totals.clausesLost,
      clausesLost: totals.clausesGained,
      unitsGained: totals.unitsLost,
      unitsLost: totals.unitsGained,
      gainedPeople: totals.lostPeople,
      lostPeople: totals.gainedPeople,
      careAreaClosedM2: 0 - totals.careAreaClosedM2,
      landClosedM2: 0 - totals.landClosedM2,
      cost: less(totals.cost),
      withoutCost: 0 - totals.withoutCost,
    },
  }
}
