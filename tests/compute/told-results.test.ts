import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ask } from '../../src/compute/calls'
import { createTeller, rememberingResults } from '../../src/compute/told-results'
import type { Result } from '../../src/indicators/result'
import { result, unit } from '../helpers/tiny-study'

const asked = { policies: [], own: [], options: {} }
const of = (...values: readonly number[]): readonly Result[] => [result({ numerator: values[0] ?? 0, units: values.map((value, at) => unit(`u${at}`, { value })) })]

/** A worker that answers with what stands next; what it says is copied on the way. */
function worker() {
  const tell = createTeller()
  const wire: { readonly known: number | null; readonly units: number; readonly whole: boolean }[] = []
  let next: readonly Result[] = []
  const ask: Ask = async (call, input) => {
    if (call !== 'follow') throw new Error(call)
    const { known } = input as { readonly known: number | null }
    const answer = tell(known, next)
    wire.push({ known, whole: answer.whole !== null, units: answer.patches.reduce((sum, { units, result: { units: all } }) => sum + (units ?? all).length, 0) })
    return structuredClone(answer) as never
  }
  return { ask: rememberingResults(ask), wire, says: (results: readonly Result[]) => (next = results) }
}

describe('results that cross the boundary', () => {
  test('come whole once, then as the one unit that changed', async () => {
    const { ask, wire, says } = worker()
    says(of(1, 2, 3, 4))
    const first = await ask('evaluate', asked)
    expect(first).toEqual(of(1, 2, 3, 4))
    says(of(1, 2, 9, 4))
    const next = await ask('evaluate', asked)
    expect(next).toEqual(of(1, 2, 9, 4))
    expect(wire).toEqual([{ known: null, whole: true, units: 0 }, { known: 1, whole: false, units: 1 }])
    // What did not change is not drawn anew: it is the very object.
    expect(next[0]!.units[0]).toBe(first[0]!.units[0])
  })

  test('that were judged anew and say the same are the very results of before', async () => {
    const { ask, says } = worker()
    says(of(1, 2))
    const first = await ask('evaluate', asked)
    says(of(1, 2))
    expect((await ask('evaluate', asked))[0]).toBe(first[0])
  })

  test('are told whole to one whose last answer is no longer at hand, and by a worker that began anew', () => {
    const [old, fresh] = [createTeller(), createTeller()]
    for (let at = 0; at < 9; at++) old(null, of(at))
    expect(old(1, of(1)).whole).toEqual(of(1))
    expect(old(9, of(8)).whole).toBeNull()
    expect(fresh(57, of(1)).whole).toEqual(of(1))
  })

  test('of which one was cancelled on its way are told against the one before it', async () => {
    const tell = createTeller()
    const held = tell(null, of(1, 2, 3)).whole!
    tell(1, of(4, 2, 3))
    const { whole, patches } = tell(1, of(1, 2, 5))
    expect(whole).toBeNull()
    expect(patches.flatMap(({ units }) => units ?? [])).toEqual([[2, of(1, 2, 5)[0]!.units[2]]])
    expect(held).toEqual(of(1, 2, 3))
  })

  test('are asked for two at a time and each is put together from what it was asked against', async () => {
    const { ask, says } = worker()
    says(of(1, 2, 3))
    await ask('evaluate', asked)
    says(of(1, 7, 3))
    const one = ask('evaluate', asked)
    says(of(8, 2, 3))
    const other = ask('evaluate', asked)
    expect([await one, await other]).toEqual([of(1, 7, 3), of(8, 2, 3)])
  })

  test('law: whatever is judged one after the other, what arrives is what was said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 6 }), { minLength: 1, maxLength: 12 }), async (plans) => {
        const { ask, says } = worker()
        for (const values of plans) {
          says(of(...values))
          expect(await ask('evaluate', asked)).toEqual(of(...values))
        }
      }),
    )
  })

  test('leave every other question as it is', async () => {
    const heard: unknown[] = []
    const ask = rememberingResults(async (call, input) => (heard.push([call, input]), null as never))
    await ask('load', { study: 'a study' as never })
    expect(heard).toEqual([['load', { study: 'a study' }]])
  })
})
