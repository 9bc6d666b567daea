/** One write at a time, the newest state last: what is asked for while one runs is one more write, not many. */

export type WriteQueue = {
  /** Something changed: it is written within `waitMs`. */
  readonly soon: () => void
  /** Whatever waits is written now; nothing where nothing waits. */
  readonly now: () => Promise<void>
  readonly stop: () => void
}

/** write: false where it failed; it is tried again after `retryMs`. onWait: told whether something is not yet written. */
export function createQueue(write: () => Promise<boolean>, { waitMs, retryMs, onWait = () => undefined }: { readonly waitMs: number; readonly retryMs: number; readonly onWait?: (waits: boolean) => void }): WriteQueue {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false
  /** The timer is that of a failed write. */
  let retrying = false
  let stopped = false

  const later = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      void run()
    }, ms)
  }
  const run = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    retrying = false
    if (running) {
      again = true
      return running
    }
    running = (async () => {
      do {
        again = false
        const done = await write().catch(() => false)
        if (!done && !stopped) {
          later(retryMs)
          retrying = true
        } else if (!again && timer === undefined) onWait(false)
      } while (again && !stopped)
      running = null
    })()
    return running
  }
  return {
    soon: () => {
      if (stopped) return
      onWait(true)
      if (running) again = true
      else {
        // A failed write that waits to be tried again does not hold up a new change.
        if (retrying) clearTimeout(timer)
        if (retrying) timer = undefined
        retrying = false
        later(waitMs)
      }
    },
    now: async () => {
      if (timer !== undefined || again) await run()
      else if (running) await running
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
      timer = undefined
    },
  }
}
