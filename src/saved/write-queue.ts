/** One write at a time, the newest state last: what is asked for while one runs is one more write, not many. */

export type WriteQueue = {
  /** Something changed: it is written at once where nothing is being written, else right after. */
  readonly soon: () => void
  /** What is not worth a write of its own, such as where the map stands: within `waitMs`. */
  readonly later: () => void
  /** Whatever waits is written now; nothing where nothing waits. */
  readonly now: () => Promise<void>
  readonly stop: () => void
}

/** write: false where it failed; it is tried again after `retryMs`. onWait: told whether something is not yet written. */
export function createQueue(write: () => Promise<boolean>, { waitMs, retryMs, onWait = () => undefined }: { readonly waitMs: number; readonly retryMs: number; readonly onWait?: (waits: boolean) => void }): WriteQueue {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let again = false
  /** The timer is that of a failed write; a change that is worth it does not wait for it. */
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
      void run()
    },
    later: () => {
      if (stopped) return
      onWait(true)
      if (running) again = true
      else if (!retrying) later(waitMs)
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
