import { describe, expect, test } from 'vitest'
import { explainWalk } from '../../src/reach/walk-explained'
import { riverStreets, riverTown } from '../helpers/river-town'
import { compound, studyOf } from '../helpers/town'
import { at, onStreets, station } from '../helpers/walk-study'

const river = onStreets({ ...riverTown, facilities: [station('F', [0, 0]), station('G', [10, 2])], compounds: [compound('K', { at: at([2, 0.5]), gates: [at([2, 2])] }), compound('L', { at: at([2, 0.5]) })] }, riverStreets())
const explained = (kind: 'point' | 'compound', id: string, limit = 720, study = river) => explainWalk(study, { kind, id }, study.facilities, limit, { speed: 0.8 })

describe('one walk explained', () => {
  test('the way street by street: metres and seconds add up to the whole, and the second-nearest comes after it', () => {
    const { routes, state, needs, straight } = explained('point', 'c')!
    expect(routes.map(({ facility, metres, seconds }) => [facility, Math.round(metres), Math.round(seconds)])).toEqual([['G', 400, 500], ['F', 800, 1000]])
    expect(routes[0]!.parts.map(({ kind, name, metres }) => [kind, name, Math.round(metres)])).toEqual([['street', 'South Bank', 200], ['street', 'Bridge', 200]])
    expect(routes[0]!.parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(500, 3)
    expect([state, needs, straight?.facility]).toEqual(['within', null, 'G'])
  })

  test('what would bring it inside: a shorter way, a faster pace, or a direct way where the straight line is short enough', () => {
    const { state, needs, straight } = explained('point', 'b')!
    expect([state, Math.round(needs!.shorterBy!), Math.round(needs!.speed! * 100) / 100]).toEqual(['too-far', 280, 1.11])
    // G is 1,000 m along the north bank; F lies 200 m across the water.
    expect([straight!.facility, Math.round(straight!.metres), Math.round(needs!.directM!)]).toEqual(['F', 200, 200])
  })

  test('a compound leaves by its gate; without one from its own point, and that is said', () => {
    expect([explained('compound', 'K')!.access, Math.round(explained('compound', 'K')!.routes[0]!.metres)]).toEqual(['gate', 800])
    expect([explained('compound', 'L')!.access, Math.round(explained('compound', 'L')!.routes[0]!.metres)]).toEqual(['assumed', 250])
  })

  test('off the streets there is no way, and the distance to the nearest street is told', () => {
    const { state, snapMetres, routes } = explained('point', 'd')!
    expect([state, Math.round(snapMetres!), routes]).toEqual(['snap-too-far', 300, []])
  })

  test('no street leads there: said so, and that a direct way would do', () => {
    const cut = { ...river, facilities: [station('F', [0, 0])], streetChanges: [0.5, 1.5].map((y, index) => ({ id: `e${index}`, change: 'closed' as const, at: at([10, y]), line: null })) }
    expect(explained('point', 'b', 720, cut)).toMatchObject({ state: 'no-way', routes: [], needs: { shorterBy: null, speed: null } })
  })

  test('unknown places and studies without streets have no answer', () => expect([explained('point', 'nobody'), explained('point', 'a', 720, studyOf(riverTown))]).toEqual([null, null]))
})
