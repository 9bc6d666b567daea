import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachStudy, type ReachQuestion } from '../../src/reach/reach-study'
import { walkLack } from '../../src/reach/study-walk'
import type { Study } from '../../src/model/study'
import { gridTown } from '../helpers/grid-town'
import { riverStreets, riverTown } from '../helpers/river-town'
import { area, compound, facility, studyOf, type Town } from '../helpers/town'
import { at, onStreets, person, station, units } from '../helpers/walk-study'

const walk = (study: Study, question: Partial<ReachQuestion> = {}) => reachStudy(study, { metres: [480, 720], walk: { speed: 0.8 }, ...question })
const metresOf = (study: Study, question?: Partial<ReachQuestion>) => Object.fromEntries(walk(study, question).points.map(({ id, metres }) => [id, metres && Math.round(metres)]))
const river = onStreets(riverTown, riverStreets())

describe('along the streets', () => {
  test('a river is crossed at the bridge and nowhere else; who lives off the streets has no distance', () => {
    expect(metresOf(river)).toEqual({ a: 400, b: 2200, c: 800, d: null })
  })

  test('the stretch to the street is in the metres and stands beside them', () => {
    const { points } = walk(onStreets({ ...riverTown, people: [person('yard', [4, 0.5], 1)] }, riverStreets()))
    expect(points[0]).toMatchObject({ id: 'yard', facility: 'F', ambiguous: false })
    expect([Math.round(points[0]!.metres!), Math.round(points[0]!.snapMetres!)]).toEqual([450, 50])
  })

  test('the model says speed, minutes and metres', () => {
    expect(walk(river).model).toEqual({ kind: 'walk', speed: 0.8, minutes: [10, 15], metres: [480, 720] })
    expect(walk(river, { metres: [600], walk: { speed: 1, stepsPenalty: 2 } }).model).toEqual({ kind: 'walk', speed: 1, minutes: [10], metres: [600], stepsPenalty: 2 })
  })

  test('who is over 100 m from any street is in neither half, and listed', () => {
    const { total, excluded, areas, problems } = walk(river)
    expect([total.all.elders60, total.within.map(({ elders60 }) => elders60), total.leftOut?.elders60]).toEqual([7, [1, 1], 8])
    expect(areas.find(({ id }) => id === 'c1')?.all.elders60).toBe(7)
    expect(excluded).toEqual([{ id: 'd', why: 'snap-too-far' }])
    expect(problems).toEqual([expect.objectContaining({ code: 'snap-too-far', detail: '1' })])
  })

  test('a facility over 100 m from any street reaches nobody that can be told', () => {
    const { facilities, excluded } = walk(onStreets({ ...riverTown, facilities: [station('F', [0, 0]), station('hill', [4, 5])] }, riverStreets()))
    expect(facilities.map(({ id, within }) => [id, within?.map(({ elders60 }) => elders60) ?? null])).toEqual([['F', [1, 1]], ['hill', null]])
    expect(excluded).toContainEqual({ id: 'hill', why: 'snap-too-far' })
  })

  test('one of two facilities on a street is enough, and two are told apart', () => {
    const { total, facilities } = walk(onStreets({ ...riverTown, facilities: [station('F', [0, 0]), station('G', [6, 0])] }, riverStreets()))
    // a is 400 m from the one and 200 m from the other; c 200 m from the other.
    expect(total.within.map(({ elders60, byTwoOrMore }) => [elders60, byTwoOrMore.elders60])).toEqual([[5, 1], [5, 1]])
    expect(facilities.map(({ id, within }) => [id, within![0]!.elders60])).toEqual([['F', 1], ['G', 5]])
  })

  test('steps count double and a crossing costs its wait where they are asked for', () => {
    const streets = gridTown().street([0, 0], [2, 0]).steps([2, 0], [3, 0]).crossing([3, 0], [4, 0]).street([4, 0], [12, 0])
    const study = onStreets({ ...riverTown, people: [person('p', [6, 0], 1)] }, streets)
    expect(metresOf(study)).toEqual({ p: 600 })
    expect(metresOf(study, { walk: { speed: 0.8, stepsPenalty: 2 } })).toEqual({ p: 700 })
    expect(metresOf(study, { walk: { speed: 0.8, crossingDelayS: 50 } })).toEqual({ p: 640 })
  })

  test('without streets nobody reaches anything, and the reason is known', () => {
    const study = studyOf(riverTown)
    expect([walkLack(study), walk(study).points.every(({ metres }) => metres === null)]).toEqual(['streets-missing', true])
  })
})

describe('gates', () => {
  const estate = (gates: readonly (readonly [number, number])[]): Town => ({ areas: units, facilities: [station('F', [0, 0])], compounds: [compound('K', { at: at([2, 0.5]), gates: gates.map(at), area: 'c1', elders60: 1 })] })
  const pointOf = (gates: readonly (readonly [number, number])[]) => {
    const { facility: nearest, metres, assumed } = walk(onStreets(estate(gates), riverStreets())).points[0]!
    return { nearest, metres: Math.round(metres!), assumed }
  }

  test('a compound that backs onto the facility, with its gate on the far bank, walks round', () => expect(pointOf([[2, 2]])).toEqual({ nearest: 'F', metres: 2000, assumed: undefined }))
  test('of two gates the nearest counts', () => expect(pointOf([[2, 2], [2, 0]])).toEqual({ nearest: 'F', metres: 200, assumed: undefined }))
  test('without gates it leaves from its own point, and is marked', () => expect(pointOf([])).toEqual({ nearest: 'F', metres: 250, assumed: true }))
})

describe('beyond the boundary', () => {
  const box = (west: number, east: number) => {
    const [[w, s], [e, n]] = [at([west, -3]), at([east, 3])]
    return { type: 'Polygon' as const, coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] }
  }
  const town: Town = { areas: [area('city', 'city', null, { boundary: box(-1, 9) }), area('c1', 'community', 'city', { boundary: box(-1, 5) }), area('c2', 'community', 'city', { boundary: box(5, 9) })], facilities: [station('in', [0, 0]), station('over', [10, 0], null)], people: [person('west', [1, 0], 1, 'c1'), person('east', [8, 0], 2, 'c2')] }

  test('a facility across the boundary serves, and the unit whose nearest it is says so', () => {
    const { points, areas, total } = walk(onStreets(town, riverStreets()))
    expect(points.map(({ id, facility: nearest }) => [id, nearest])).toEqual([['east', 'over'], ['west', 'in']])
    expect(total.within[0]!.elders60).toBe(3)
    expect(areas.map(({ id, nearestOutside }) => [id, nearestOutside])).toEqual([['c1', false], ['c2', true], ['city', false]])
  })

  test('without boundaries nobody can tell', () => expect(walk(river).areas.every(({ nearestOutside }) => nearestOutside === null || nearestOutside === false)).toBe(true))
})

describe('streets of a plan', () => {
  const under = (streetChanges: Study['streetChanges']) => metresOf(onStreets(riverTown, riverStreets(), { streetChanges: streetChanges! }))

  test('a footbridge brings the far bank near', () => expect(under([{ id: 'e1', change: 'link', line: [at([0, 0]), at([0, 2])], lengthM: null }]).b).toBe(200))
  test('its stated length counts where it is longer', () => expect(under([{ id: 'e1', change: 'link', line: [at([0, 0]), at([0, 2])], lengthM: 260 }]).b).toBe(260))
  test('with the bridge closed no street leads over', () => expect(under([{ id: 'e1', change: 'closed', at: at([10, 0.5]), line: null }, { id: 'e2', change: 'closed', at: at([10, 1.5]), line: null }])).toEqual({ a: 400, b: null, c: 800, d: null }))
  test('of a named line the nearest piece is closed, not the nearest of all', () => expect(under([{ id: 'e1', change: 'closed', at: at([9.9, 0.5]), line: 'w0' }]).c).toBe(800))

  test('a link to nowhere and a street that is not there are said', () => {
    const study = onStreets(riverTown, riverStreets(), { streetChanges: [{ id: 'far', change: 'link', line: [at([0, 0]), at([0, 9])], lengthM: null }, { id: 'gone', change: 'closed', at: at([4, 9]), line: null }] })
    expect(walk(study).problems.map(({ code, detail }) => [code, detail])).toEqual([['edit-target-missing', 'gone'], ['edit-impossible', 'far'], ['snap-too-far', '1']])
  })
})

describe('laws', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 40 }), y: fc.integer({ min: -2, max: 10 }) }).map(({ x, y }): [number, number] => [x / 4, y / 4])
  const drawn = fc.record({ people: fc.array(spot, { minLength: 1, maxLength: 10 }), sites: fc.array(spot, { minLength: 1, maxLength: 5 }) })
  const made = ({ people, sites }: { people: readonly [number, number][]; sites: readonly [number, number][] }) =>
    onStreets({ areas: units, people: people.map((block, index) => person(`P-${String(index).padStart(2, '0')}`, block, 2 ** index)), facilities: sites.map((block, index) => facility(`F-${index}`, 'COMM', 'community', 'c1', { at: at(block) })) }, riverStreets())
  const within = (study: Study, metres: number) => new Set(walk(study, { metres: [metres] }).points.flatMap((point) => (point.metres !== null && point.metres <= metres ? [point.id] : [])))

  test('who walks it in the time is inside the circle of that many metres, and a little more', () => {
    fc.assert(
      fc.property(drawn, (town) => {
        const study = made(town)
        // The grid is flat and the earth is not: a centimetre to spare.
        const circle = new Set(reachStudy(study, { metres: [720.01] }).points.flatMap(({ id, metres }) => (metres !== null && metres <= 720.01 ? [id] : [])))
        for (const id of within(study, 720)) expect(circle.has(id)).toBe(true)
      }),
    )
  })

  test('a faster walk and one more facility lose nobody, and sums are those of the points', () => {
    fc.assert(
      fc.property(drawn, spot, (town, more) => {
        const study = made(town)
        const slow = within(study, 480)
        for (const id of slow) expect(within(study, 720).has(id)).toBe(true)
        for (const id of slow) expect(within(made({ ...town, sites: [...town.sites, more] }), 480).has(id)).toBe(true)
        const sum = [...slow].reduce((total, id) => total + 2 ** Number(id.slice(2)), 0)
        expect(walk(study, { metres: [480] }).total.within[0]!.elders60).toBe(sum)
      }),
      { numRuns: 50 },
    )
  })
})
