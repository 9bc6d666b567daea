import { describe, expect, test } from 'vitest'
import { explain } from '../../src/indicators/explain/explain'
import { judge, judgeClause } from '../../src/indicators/judge'
import { compareWalk, walkOfClause } from '../../src/indicators/walk/walk-comparison'
import { unitReached } from '../../src/indicators/walk/walk-disagreement'
import type { Options, Study } from '../../src/model/study'
import { riverStreets, riverTown } from '../helpers/river-town'
import { clauseOf, studyOf } from '../helpers/town'
import { at, onStreets, person, station } from '../helpers/walk-study'

const judged = (id: string, study: Study, options: Options) => {
  const { pack, clause } = clauseOf(id)
  return judgeClause(study, pack, clause, options)
}
const compared = (id: string, study: Study, options: Options = {}) => {
  const { pack, clause } = clauseOf(id)
  return compareWalk(study, pack, clause, options)
}
const onFoot = { reachModel: 'walk' }
const river = onStreets(riverTown, riverStreets())

describe('people within reach, on foot', () => {
  test('of 1, 2 and 4 elders only the first lives within 15 minutes; 8 live off the streets and are in neither half', () => {
    const result = judged('QJ-16', river, onFoot)
    expect(result).toMatchObject({ numerator: 1, denominator: 7, figures: { metres: 720, offStreets: 1 } })
    expect(result.excluded).toContainEqual({ id: 'd', why: 'snap-too-far' })
  })

  test('at 1.0 m/s the 800 m are walked as well; 10 minutes are 480 m', () => {
    expect(judged('QJ-16', river, { ...onFoot, walkSpeed: 1 })).toMatchObject({ numerator: 5, denominator: 7, figures: { metres: 900 } })
    expect(judged('CQ-05c', river, onFoot)).toMatchObject({ numerator: 1, figures: { metres: 480 } })
  })

  test('circle and walk stand side by side whichever is read', () => {
    const both = { circleWithin: 15, circleAll: 15, circleMetres: 1000, walkWithin: 1, walkAll: 7, walkMetres: 720, walkSpeed: 0.8 }
    expect(judged('QJ-16', river, {}).figures).toMatchObject(both)
    expect(judged('QJ-16', river, onFoot).figures).toMatchObject(both)
  })

  test('without streets the circle is judged as ever and says nothing of walks', () => {
    const result = judged('QJ-16', studyOf(riverTown), {})
    expect([result.numerator, 'walkWithin' in result.figures]).toEqual([15, false])
  })

  test.each([
    ['streets-missing', studyOf(riverTown)],
    ['streets-empty', { ...river, streets: { ...river.streets!, graph: null } }],
    ['streets-elsewhere', { ...river, streets: { ...river.streets!, report: { ...river.streets!.report, problems: [{ code: 'streets-elsewhere', severity: 'error', at: {} }] } } }],
  ] as const)('%s is no data, never 0', (why, study) => {
    expect(judged('QJ-16', study, onFoot)).toMatchObject({ state: 'no-data', numerator: null, denominator: null, why: [{ code: why }] })
    expect(judged('QJ-12', study, { ...onFoot, coverage: 'reached' })).toMatchObject({ state: 'no-data', why: [{ code: why }] })
  })

  test('a failing share is not decided while a facility beside the streets may be near enough', () => {
    const hill = onStreets({ ...riverTown, facilities: [station('F', [0, 0]), station('hill', [8, -2])] }, riverStreets())
    expect(judged('QJ-16', river, { ...onFoot, passShare: 0.85 }).state).toBe('unmet')
    // It lies 200 m from c (4 of 7) and 447 m from a: 5 of 7 at best, which still fails at 85 %.
    expect(judged('QJ-16', hill, { ...onFoot, passShare: 0.85 }).state).toBe('unmet')
    const near = onStreets({ ...riverTown, facilities: [station('F', [0, 0]), station('hill', [4, 3.5])], people: [person('a', [4, 0], 1), person('e', [4, 2], 2)] }, riverStreets())
    expect(judged('QJ-16', near, { ...onFoot, passShare: 0.85 })).toMatchObject({ state: 'no-data', numerator: 1, denominator: 3, why: [{ code: 'unknown-may-change' }] })
  })
})

test('覆盖 read as reached is measured on foot as well', () => {
  expect(judged('QJ-12', river, { coverage: 'reached' })).toMatchObject({ numerator: 15, denominator: 15 })
  expect(judged('QJ-12', river, { coverage: 'reached', ...onFoot })).toMatchObject({ state: 'unmet', numerator: 1, denominator: 7, figures: { circleWithin: 15, walkWithin: 1 } })
})

describe('circle and walk compared', () => {
  test('who is inside the circle and yet too far on foot is listed with the minutes, the larger first', () => {
    const { points, people, offStreets } = compared('QJ-16', river)!.disagreement
    expect(points.map(({ id, side, people: count, circleMetres, walkMetres, walkMinutes }) => [id, side, count, Math.round(circleMetres!), Math.round(walkMetres!), Math.round(walkMinutes!)])).toEqual([
      ['c', 'circle-only', 4, 800, 800, 17],
      ['b', 'circle-only', 2, 200, 2200, 46],
    ])
    expect([people, offStreets]).toEqual([{ 'circle-only': 6, 'walk-only': 0 }, 1])
  })

  test('the reverse is listed as well: a small circle and a fast walk', () => {
    const { points } = compared('QJ-16', onStreets({ ...riverTown, people: [person('far', [9, 0], 1)] }, riverStreets()), { circleMetres: 800, walkSpeed: 1.2 })!.disagreement
    expect(points.map(({ id, side }) => [id, side])).toEqual([['far', 'walk-only']])
  })

  test('people of whom nobody says how many are unknown, not none', () => {
    const { disagreement } = compared('QJ-16', onStreets({ ...riverTown, people: [person('b', [0, 2], null), person('c', [8, 0], null)] }, riverStreets()))!
    expect([disagreement.people, disagreement.uncounted]).toEqual([{ 'circle-only': null, 'walk-only': 0 }, { 'circle-only': 2, 'walk-only': 0 }])
    const some = compared('QJ-16', onStreets({ ...riverTown, people: [person('b', [0, 2], null), person('c', [8, 0], 4)] }, riverStreets()))!.disagreement
    expect([some.people['circle-only'], some.uncounted['circle-only']]).toEqual([4, 1])
  })

  test('a way that does not exist has no minutes', () => {
    const cut = { ...river, streetChanges: [{ id: 'e1', change: 'closed' as const, at: [river.people!.lng[0]!, river.people!.lat[0]!] as const, line: null }] }
    const lost = compared('QJ-16', cut)!.disagreement.points.find(({ id }) => id === 'c')
    // Shut beside a, the south bank is two streets: c and the bridge lie on the other one.
    expect(lost?.walkMetres).toBeNull()
  })

  test('the units on which the two differ', () => {
    expect(compared('QJ-16', river)!.disagreement.units).toEqual([{ id: 'c1', name: 'c1', side: 'circle-only', circle: 1, walk: 1 / 7 }])
  })

  test('the band of paces: 1 of 7 at 0.64 and 0.8 m/s, 5 of 7 at 1.0 and 1.2, and the unit that flips', () => {
    const { steps, flips, firm } = compared('QJ-16', river)!.band
    expect(steps.map(({ speed, metres, numerator, denominator }) => [speed, metres, numerator, denominator])).toEqual([[0.64, 576, 1, 7], [0.8, 720, 1, 7], [1, 900, 5, 7], [1.2, 1080, 5, 7]])
    expect(flips).toEqual([{ id: 'c1', name: 'c1', reached: [false, false, true, true], shares: [1 / 7, 1 / 7, 5 / 7, 5 / 7] }])
    expect(firm).toBe(true)
  })

  test('a verdict that hangs on the pace is not firm', () => {
    const study = onStreets({ ...riverTown, people: [person('c', [8, 0], 4)] }, riverStreets())
    expect(compared('QJ-16', study, { passShare: 1 })!.band).toMatchObject({ firm: false, steps: [{ state: 'unmet' }, { state: 'unmet' }, { state: 'met' }, { state: 'met' }] })
  })

  test('a clause that asks for no distance has nothing to compare, nor has a study without streets', () => {
    expect([compared('QJ-12', river), compared('QJ-13', river), compared('QJ-16', studyOf(riverTown))]).toEqual([null, null, null])
  })

  test('the facilities and metres of a clause are those that decide it', () => {
    const { pack, clause } = clauseOf('QJ-16')
    expect(walkOfClause(river, pack, clause, { walkSpeed: 1.2 })).toMatchObject({ facilities: [{ id: 'F' }], metres: 1080, pace: { speed: 1.2, crossingDelayS: 0, stepsPenalty: 1 } })
  })

  test('a figure is explained place by place: the nearest facility, its metres and, on foot, its seconds', () => {
    const { pack } = clauseOf('QJ-16')
    const ways = (options: Options, study = river) => {
      const results = judge(study, [pack], options)
      return explain(study, [pack], results, 'QJ-16', 'c1', options)!.inputs.map(({ id, way }) => [id, way?.model, way?.facility, way?.metres, way?.seconds == null ? null : Math.round(way.seconds), way?.within])
    }
    expect(ways({ ...onFoot, walkSpeed: 0.8 })).toEqual([
      ['d', 'walk', null, null, null, null],
      ['c', 'walk', 'F', 800, 1000, false],
      ['b', 'walk', 'F', 2200, 2750, false],
      ['a', 'walk', 'F', 400, 500, true],
    ])
    expect(ways({}).map(([, model, facility, , seconds, within]) => [model, facility, seconds, within])).toEqual(Array(4).fill(['circle', 'F', null, true]))
    // Read on foot without streets nothing can be said of ways.
    expect(ways(onFoot, studyOf(riverTown)).map(([, model]) => model)).toEqual(Array(4).fill(undefined))
  })

  test('覆盖 read as reached is explained by its people, and a unit whose nearest facility stands beyond the boundary says so', () => {
    const { pack } = clauseOf('QJ-12')
    const options = { ...onFoot, coverage: 'reached' }
    const box = (south: number, north: number) => ({ type: 'Polygon' as const, coordinates: [[[0, south], [10, south], [10, north], [0, north], [0, south]].map(([x, y]) => [...at([x! - 0.5, y!])])] })
    const bounded = { ...river, areas: river.areas.map((each) => (each.id === 'c1' ? { ...each, boundary: box(1, 3) } : each)), facilities: [station('F', [0, 0], null)] }
    const results = judge(bounded, [pack], options)
    const unit = results.find(({ clause }) => clause === 'QJ-12')!.units.find(({ id }) => id === 'c1')!
    expect(unit).toMatchObject({ counted: ['F'], figures: { nearestMetres: 400, nearestOutside: 1 }, why: [{ code: 'nearest-outside', detail: 'F' }] })
    expect(explain(bounded, [pack], results, 'QJ-12', 'c1', options)!.inputs.map(({ id, way }) => [id, way?.metres])).toEqual([['d', null], ['c', 800], ['b', 2200], ['a', 400]])
  })

  test('a unit without a share of its own is reached by half of its people', () => {
    expect([unitReached({ state: 'undecided', value: 0.5 }), unitReached({ state: 'undecided', value: 0.49 }), unitReached({ state: 'met', value: 0.1 }), unitReached({ state: 'no-data', value: null })]).toEqual([true, false, true, null])
  })
})
