import { expect, test } from 'vitest'
import type { MapLibreMap } from '../../src/map/maplibre'
import { paced, type Clock } from '../../src/map/paced'
import type { MapView } from '../../src/map/view'
import { view } from './tiny'

/** A machine on which nothing happens by itself: frames come, and time passes, when the test says so. */
function machine(changes = true) {
  const painted: MapView[] = []
  let onIdle: (() => void) | null = null
  const onFrame: ((at: number) => void)[] = []
  const timers: { readonly ms: number; readonly then: () => void }[] = []
  const map = { once: (_: 'idle', then: () => void) => void (onIdle = then), off: () => void (onIdle = null) } as unknown as MapLibreMap
  const clock: Clock = { frame: (then) => void onFrame.push(then), after: (ms, then) => void timers.push({ ms, then }) }
  const painter = paced(map, { paint: (shown) => (painted.push(shown), changes) }, clock)
  return {
    painter, painted, timers,
    frames(...at: readonly number[]) {
      for (const each of at) onFrame.splice(0).forEach((then) => then(each))
    },
    idle: () => onIdle?.(),
    rest: () => timers.splice(0).forEach(({ then }) => then()),
  }
}
const [a, b, c] = [view(), view(), view()]

test('of the places that come while the map is busy only the last is painted', () => {
  const { painter, painted, frames, idle, rest } = machine()
  for (const each of [a, b, c]) painter.inTurn(each)
  expect(painted).toEqual([a])
  frames(0, 16)
  idle()
  frames(32)
  expect(painted).toHaveLength(1)
  rest()
  expect(painted).toHaveLength(2)
  expect(painted[1]).toBe(c)
})

test('a map that keeps nobody waiting is painted again at once, one that took 120 ms after four times as long', () => {
  const quick = machine()
  quick.painter.inTurn(a)
  quick.frames(0, 16)
  quick.idle()
  quick.frames(32)
  expect(quick.timers.map(({ ms }) => ms)).toEqual([0])
  const late = machine()
  late.painter.inTurn(a)
  // 120 more than a frame may take.
  late.frames(0, 140)
  late.idle()
  late.frames(156)
  expect(late.timers.map(({ ms }) => ms)).toEqual([480])
})

test('where nothing changed the next one need not wait', () => {
  const { painter, painted } = machine(false)
  for (const each of [a, b, c]) painter.inTurn(each)
  expect(painted).toEqual([a, b, c])
})

test('what is let go is painted at once, and what waited for its turn never', () => {
  const { painter, painted, frames, idle, rest } = machine()
  painter.inTurn(a)
  painter.inTurn(b)
  painter.now(c)
  frames(0)
  idle()
  frames(16)
  rest()
  expect(painted).toHaveLength(2)
  expect(painted[1]).toBe(c)
})

test('a map that never comes to rest is not waited for beyond two seconds', () => {
  const { painter, painted, frames, rest } = machine()
  painter.inTurn(a)
  painter.inTurn(b)
  frames(0, 1000, 1900)
  rest()
  expect(painted).toEqual([a])
  frames(2100)
  rest()
  expect(painted).toHaveLength(2)
})
