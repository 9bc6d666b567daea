import { expect, test, vi } from 'vitest'
import { createQueue } from '../../src/saved/write-queue'

const times = { waitMs: 250, retryMs: 3000 }

test('many changes in a moment are one write, and what changes during a write is one more', async () => {
  vi.useFakeTimers()
  let state = 0
  const written: number[] = []
  let free: () => void = () => undefined
  const queue = createQueue(async () => {
    const now = state
    await new Promise<void>((done) => (free = done))
    written.push(now)
    return true
  }, times)
  for (state = 1; state < 5; state++) queue.soon()
  await vi.advanceTimersByTimeAsync(250)
  for (state = 6; state < 9; state++) queue.soon()
  free()
  await vi.advanceTimersByTimeAsync(0)
  free()
  await vi.advanceTimersByTimeAsync(1000)
  expect(written).toEqual([5, 9])
  vi.useRealTimers()
})

test('a change is never put off by further changes', async () => {
  vi.useFakeTimers()
  let written = 0
  const queue = createQueue(async () => (written++, true), times)
  for (let step = 0; step < 20; step++) {
    queue.soon()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(written).toBeGreaterThanOrEqual(6)
  vi.useRealTimers()
})

test('a write that failed is tried again by itself, and it is told whether something waits', async () => {
  vi.useFakeTimers()
  const waits: boolean[] = []
  let fails = true
  let tries = 0
  const queue = createQueue(async () => (tries++, !fails), { ...times, onWait: (each) => void waits.push(each) })
  queue.soon()
  await vi.advanceTimersByTimeAsync(250)
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
  queue.soon()
  await queue.now()
  expect(written).toBe(1)
})
