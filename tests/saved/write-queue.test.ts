import { expect, test, vi } from 'vitest'
import { createQueue } from '../../src/saved/write-queue'

const times = { waitMs: 250, retryMs: 3000 }

test('a change is written at once, and what changes during a write is one more', async () => {
  let state = 1
  const written: number[] = []
  let free: () => void = () => undefined
  const queue = createQueue(async () => {
    const now = state
    await new Promise<void>((done) => (free = done))
    written.push(now)
    return true
  }, times)
  queue.soon()
  for (state = 2; state < 9; state++) queue.soon()
  free()
  await new Promise((done) => setTimeout(done, 5))
  free()
  await new Promise((done) => setTimeout(done, 5))
  expect(written).toEqual([1, 9])
})

test('small changes wait a moment for each other, and are never put off by further ones', async () => {
  vi.useFakeTimers()
  let written = 0
  const queue = createQueue(async () => (written++, true), times)
  for (let step = 0; step < 20; step++) {
    queue.later()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(written).toBeGreaterThanOrEqual(6)
  expect(written).toBeLessThanOrEqual(9)
  vi.useRealTimers()
})

test('a write that failed is tried again by itself, and it is told whether something waits', async () => {
  vi.useFakeTimers()
  const waits: boolean[] = []
  let fails = true
  let tries = 0
  const queue = createQueue(async () => (tries++, !fails), { ...times, onWait: (each) => void waits.push(each) })
  queue.soon()
  await vi.advanceTimersByTimeAsync(0)
  expect([tries, waits]).toEqual([1, [true]])
  fails = false
  await vi.advanceTimersByTimeAsync(3000)
  expect([tries, waits]).toEqual([2, [true, false]])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tries).toBe(2)
  vi.useRealTimers()
})

test('asked to write now, it does, and does nothing where nothing waits', async () => {
  let written = 0
  const queue = createQueue(async () => (written++, true), times)
  await queue.now()
  expect(written).toBe(0)
  queue.later()
  await queue.now()
  expect(written).toBe(1)
})
