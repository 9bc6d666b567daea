/** What every command is given: the store, the way to ask, and the few things of the outside that the user's actions need. */
import type { StoreApi } from 'zustand/vanilla'
import { CallError, type Ask, type CallName, type Calls, type Failure } from '../compute/calls'
import type { FileSource } from './file-source'
import type { Keeper } from './keeping'
import type { Kept } from './kept'
import type { State, Turn } from './state'

export type App = {
  readonly store: StoreApi<State>
  readonly ask: Ask
  /** Ends the computing part, which is started again with the study that is open; absent: it cannot be stopped. */
  readonly stopComputing?: () => void
  /** The study that the page was opened with: the folder given to `serve`, else the bundled sample. */
  readonly opening: () => Promise<{ readonly sources: readonly FileSource[]; readonly sample: boolean; /** Names it, to be known again; null: what the server has cannot be asked now. */ readonly startedWith?: string | null }>
  readonly kept: Kept
  /** Where the work stays on this computer; absent: nowhere. */
  readonly keeper?: Keeper
  /** Hands a file to the user. */
  readonly save: (name: string, bytes: Uint8Array, type: string) => void
  /** Draws an SVG as a PNG, so many pixels wide; absent where there is no canvas. */
  readonly rasterise?: (svg: string, size: { readonly width: number; readonly height: number }) => Promise<Uint8Array>
  /** Running work by turn; a newer one of the same turn stops the older. */
  readonly turns: Map<Turn, AbortController>
}

/** Begins a turn: whatever ran under it is stopped and its answer will not be kept. */
export function takeTurn(app: App, turn: Turn): AbortSignal {
  app.turns.get(turn)?.abort()
  const controller = new AbortController()
  app.turns.set(turn, controller)
  return controller.signal
}

/** Asks under a turn's signal; null when it was cancelled, overtaken or failed (then the failure is in the store). */
export async function askIn<C extends CallName>(app: App, turn: Turn, signal: AbortSignal, call: C, input: Calls[C]['input']): Promise<Calls[C]['answer'] | null> {
  try {
    const answer = await app.ask(call, input, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) app.store.setState({ work: { turn, progress } })
      },
    })
    return signal.aborted ? null : answer
  } catch (error) {
    if (!signal.aborted) failWith(app, failureOf(error))
    return null
  } finally {
    if (!signal.aborted && app.store.getState().work?.turn === turn) app.store.setState({ work: null })
  }
}

/** Stops the work that is shown, on the user's wish; the state stays as it was. */
export function stopTurn(app: App, turn: Turn): void {
  app.turns.get(turn)?.abort()
  if (app.store.getState().work?.turn === turn) app.store.setState({ work: null })
}

export function failWith(app: App, failure: Failure): void {
  if (failure.code !== 'cancelled') app.store.setState({ failure, work: null })
}

export const failureOf = (error: unknown): Failure => (error instanceof CallError ? error.failure : { code: 'call-failed', detail: error instanceof Error ? error.message : String(error) })
