import { describe, expect, test } from 'vitest'
import { CallError, type Ask, type CallName, type Calls } from '../../src/compute/calls'
import type { App } from '../../src/state/app'
import { followStreets } from '../../src/state/commands/build-streets'
import { cancelWork } from '../../src/state/commands/cancel-work'
import { chooseModel } from '../../src/state/commands/choose-model'
import { select } from '../../src/state/commands/select'
import { setSpeed } from '../../src/state/commands/set-speed'
import { setWalkOption } from '../../src/state/commands/set-walk-option'
import { forgetful } from '../../src/state/kept'
import { routeSteps } from '../../src/state/route-parts'
import { createState, type State } from '../../src/state/state'
import { firstWalking, hasStreetFiles, walkMetres } from '../../src/state/walking'
import { study } from '../helpers/tiny-study'

const open = study({ people: { id: ['p'], lng: Float64Array.of(103), lat: Float64Array.of(25), households: Float64Array.of(1), residents: Float64Array.of(1), elders60: Float64Array.of(1), elders65: Float64Array.of(1), elders80: Float64Array.of(1), area: Int32Array.of(1), row: Int32Array.of(2) } })
const streets = { lack: null, report: null, lines: null, snapped: null }
const wayOf = (id: string) => ({ from: { kind: 'point', id }, routes: [], ofClause: false })

/** Every question waits until the test answers it. */
function world(given: Partial<State> = {}) {
  const asked: { call: CallName; input: unknown; answer: (answer: unknown) => void }[] = []
  const ask: Ask = <C extends CallName>(call: C, input: Calls[C]['input'], { signal, onProgress }: Parameters<Ask>[2] = {}) =>
    new Promise<Calls[C]['answer']>((resolve, reject) => {
      asked.push({ call, input, answer: (answer) => resolve(answer as Calls[C]['answer']) })
      onProgress?.({ step: 'streets', done: 1, of: 2 })
      signal?.addEventListener('abort', () => reject(new CallError({ code: 'cancelled' })))
    })
  const app: App = { store: createState({ study: open, ...given }), ask, opening: async () => ({ sources: [], sample: true }), kept: forgetful, save: () => undefined, turns: new Map() }
  const latest = (call: CallName) => asked.findLast((question) => question.call === call)
  return { app, asked, latest, state: () => app.store.getState() }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))
const walking = { walking: { ...firstWalking, model: 'walk' as const, streets } }

describe('choosing to walk', () => {
  test('builds the streets, then counts and draws at 0.8 m/s', async () => {
    const { app, latest, state } = world()
    void chooseModel(app, 'walk')
    expect([state().walking.model, state().work?.progress]).toEqual(['circle', { step: 'streets', done: 1, of: 2 }])
    latest('streets')!.answer(streets)
    await settle()
    expect(state().walking.model).toBe('walk')
    expect(latest('reach')?.input).toMatchObject({ metres: [480, 720], speed: 0.8 })
    expect(latest('pictures')?.input).toMatchObject({ metres: [480, 720], facility: null })
  })

  test('cancelled, the circle stays and nothing is kept', async () => {
    const { app, state } = world()
    const choosing = chooseModel(app, 'walk')
    cancelWork(app)
    await choosing
    expect([state().walking, state().failure]).toEqual([firstWalking, null])
  })

  test('streets that cannot be walked leave the circle, and their report', async () => {
    const { app, latest, state } = world()
    const choosing = chooseModel(app, 'walk')
    latest('streets')!.answer({ ...streets, lack: 'streets-elsewhere' })
    await choosing
    expect([state().walking.model, state().walking.streets?.lack]).toEqual(['circle', 'streets-elsewhere'])
  })

  test('going back to the circle counts in a straight line again, and back to the walk does not build twice', async () => {
    const { app, asked, latest } = world(walking)
    void chooseModel(app, 'circle')
    await settle()
    expect(latest('reach')?.input).toMatchObject({ metres: [500, 1000], speed: null })
    void chooseModel(app, 'walk')
    await settle()
    expect(asked.some(({ call }) => call === 'streets')).toBe(false)
  })
})

describe('a plan that changes the streets', () => {
  const change = [{ id: 'e', change: 'closed' as const, at: [103, 25] as const, line: null }]

  test('has its streets drawn, once for each change; before anybody walks nothing is asked', async () => {
    const { app, asked, latest, state } = world(walking)
    const streetsAsked = () => asked.filter(({ call }) => call === 'streets').length
    void followStreets(app)
    expect(streetsAsked()).toBe(0)
    app.store.setState({ study: { ...open, streetChanges: change } })
    const following = followStreets(app)
    expect(streetsAsked()).toBe(1)
    latest('streets')!.answer({ ...streets, snapped: { points: 1, ofPoints: 1, facilities: 0, ofFacilities: 0 } })
    await following
    expect(state().walking.streets?.snapped?.points).toBe(1)
    await followStreets(app)
    expect(streetsAsked()).toBe(1)
    app.store.setState({ study: open })
    void followStreets(app)
    expect(streetsAsked()).toBe(2)
    const still = world()
    still.app.store.setState({ study: { ...open, streetChanges: change } })
    void followStreets(still.app)
    expect(still.asked).toEqual([])
  })

  test('and an option of the walk is judged, counted and drawn in one go', async () => {
    const { app, latest, state } = world(walking)
    void setWalkOption(app, 'crossingDelay', 30)
    await settle()
    expect(state().options).toEqual({ crossingDelay: 30 })
    expect(latest('evaluate')?.input).toMatchObject({ options: { crossingDelay: 30 } })
    expect(latest('reach')?.input).toMatchObject({ effort: { crossingDelayS: 30, stepsPenalty: 1 } })
    expect(latest('pictures')?.input).toMatchObject({ pace: { speed: 0.8, crossingDelayS: 30, stepsPenalty: 1 } })
    void setWalkOption(app, 'crossingDelay', 0)
    expect(state().options).toEqual({})
  })

  test('lines that are to meet where they cross are another network, made before it is judged', async () => {
    const { app, asked, latest, state } = world(walking)
    const setting = setWalkOption(app, 'joinCrossings', 'yes')
    expect([latest('streets')?.input, asked.some(({ call }) => call === 'evaluate')]).toEqual([{ options: { joinCrossings: 'yes' } }, false])
    latest('streets')!.answer(streets)
    await settle()
    expect(latest('evaluate')?.input).toMatchObject({ options: { joinCrossings: 'yes' } })
    expect(state().walking.streets).toBe(streets)
    void setting
  })
})

test('another pace counts and draws anew', async () => {
  const { app, latest } = world(walking)
  void setSpeed(app, 1.2)
  await settle()
  expect([latest('reach')?.input, latest('pictures')?.input]).toMatchObject([{ metres: [720, 1080], speed: 1.2 }, { metres: [720, 1080] }])
})

describe('a selected place', () => {
  test('has its way looked for, and a late answer about another is not shown', async () => {
    const { app, asked, state } = world(walking)
    select(app, { kind: 'point', id: 'p' })
    expect(state().walking.route).toBe('waiting')
    select(app, { kind: 'point', id: 'q' })
    const [first, second] = asked.filter(({ call }) => call === 'route')
    second!.answer(wayOf('q'))
    first!.answer(wayOf('p'))
    await settle()
    expect(state().walking.route).toMatchObject({ from: { id: 'q' } })
  })

  test('a facility has its own pictures instead, and the circle asks for neither', () => {
    const walk = world(walking)
    select(walk.app, { kind: 'facility', id: 'F-1' })
    expect([walk.latest('pictures')?.input, walk.state().walking.route]).toMatchObject([{ facility: 'F-1' }, null])
    const circle = world()
    select(circle.app, { kind: 'point', id: 'p' })
    expect(circle.asked.filter(({ call }) => call === 'route' || call === 'pictures')).toEqual([])
  })
})

test('a street drawn by three lines is one step of the way', () => {
  const part = (name: string | null, metres: number) => ({ kind: 'street' as const, line: String(metres), name, metres, seconds: metres / 0.8, coordinates: [] })
  expect(routeSteps([part('朝阳街', 100), part('朝阳街', 60), part(null, 40), part('朝阳街', 8)]).map(({ name, metres, seconds }) => [name, metres, seconds])).toEqual([['朝阳街', 160, 200], [null, 40, 50], ['朝阳街', 8, 10]])
})

test('10 and 15 minutes at each pace, and whether a study has street files', () => {
  expect([0.64, 0.8, 1, 1.2].map(walkMetres)).toEqual([[384, 576], [480, 720], [600, 900], [720, 1080]])
  const file = (name: string) => ({ file: name, sha256: '', bytes: 1, rows: 0, encoding: null, crs: null })
  expect([hasStreetFiles(open), hasStreetFiles(study({ inputs: [file('roads.osm.pbf')] }))]).toEqual([false, true])
})
