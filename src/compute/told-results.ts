/** Results cross the boundary as what differs from those told before: a city's are tens of megabytes, an edit changes a few dozen units. */
import type { Result } from '../indicators/result'
import type { Ask, CallName, Calls, Followed } from './calls'
import { patched, patchOf } from './result-patch'

/** The asking side: `evaluate` is asked as `follow`, and its answer put together again. What did not change is the very object of the answer before. */
export function rememberingResults(ask: Ask): Ask {
  let known: Told | null = null
  const evaluate = async ({ ...asked }: Calls['evaluate']['input'], options: Parameters<Ask>[2]): Promise<readonly Result[]> => {
    const before = known
    const { number, whole, patches } = await ask('follow', { ...asked, known: before?.number ?? null }, options)
    const results = whole ?? patched(before?.results ?? [], patches)
    known = { number, results }
    return results
  }
  return <C extends CallName>(call: C, input: Calls[C]['input'], options?: Parameters<Ask>[2]) =>
    // The name decides which input and which answer it is: calls.ts is the contract.
    call === 'evaluate' ? (evaluate(input as Calls['evaluate']['input'], options) as Promise<Calls[C]['answer']>) : ask(call, input, options)
}

/** The answering side: the last few answers, of which the asking side may have kept one. */
export function createTeller(): (known: number | null, results: readonly Result[]) => Followed {
  const told = new Map<number, readonly Result[]>()
  let number = 0
  return (known, results) => {
    const before = known === null ? undefined : told.get(known)
    const patches = before ? patchOf(before, results) : null
    told.set(++number, results)
    if (told.size > mostTold) told.delete(told.keys().next().value!)
    return { number, whole: patches ? null : results, patches: patches ?? [] }
  }
}

type Told = { readonly number: number; readonly results: readonly Result[] }

/** Answers that were cancelled on their way, and those of the plans of a comparison. */
const mostTold = 6
