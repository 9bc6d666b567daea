/** What runs inside the page while it is measured: nothing here may name anything outside of its own function. */

export type Watched = {
  /** Milliseconds of the page's clock: one per picture that the page drew. */
  readonly frames: number[]
  /** Of every question to the computing part: what, when asked, when answered. */
  readonly answers: { readonly call: string; readonly asked: number; readonly at: number }[]
  /** Tasks of the page's thread longer than 50 ms. */
  readonly longTasks: { readonly at: number; readonly ms: number }[]
  /** When the map was drawn. */
  readonly drawn: number[]
}

export type Watching = Watched & { on: boolean; readonly clear: () => void }
export type WatchedPage = { readonly watching: Watching }

/** Runs in the page before anything else. */
export function watchPage(): void {
  const watching: Watching = {
    frames: [], answers: [], longTasks: [], drawn: [], on: false,
    clear() {
      for (const list of [watching.frames, watching.answers, watching.longTasks, watching.drawn]) list.length = 0
    },
  }
  Object.assign(globalThis, { watching })
  const next = (at: number): void => {
    if (watching.on) watching.frames.push(at)
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watching.longTasks.push({ at: startTime, ms: duration })
  }).observe({ entryTypes: ['longtask'] })
  const asked = new Map<number, { readonly call: string; readonly at: number }>()
  const heard = new WeakSet<Worker>()
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (this: Worker, ...sent: [message: unknown, options?: StructuredSerializeOptions | Transferable[]]): void {
    const { id, call } = (sent[0] ?? {}) as { readonly id?: number; readonly call?: string }
    if (id !== undefined && call !== undefined) {
      if (!heard.has(this)) {
        heard.add(this)
        this.addEventListener('message', ({ data }: MessageEvent<{ readonly id?: number; readonly answer?: unknown } | null>) => {
          const question = asked.get(data?.id ?? -1)
          if (question && data && 'answer' in data) watching.answers.push({ call: question.call, asked: question.at, at: performance.now() })
        })
      }
      asked.set(id, { call, at: performance.now() })
    }
    Reflect.apply(post, this, sent)
  }
}

/** Draws the map again and again without changing anything, for so long: how many pictures a second it can make here. It is found through React's own record of the component. */
export async function bareMap(ms: number): Promise<number> {
  type Fiber = { readonly memoizedState: { readonly memoizedState: unknown; readonly next: unknown } | null; readonly return: Fiber | null }
  type MapLike = { readonly triggerRepaint: () => void; readonly on: (event: 'render', then: () => void) => void; readonly off: (event: 'render', then: () => void) => void }
  const node = document.querySelector('.map-area .study-map-canvas')
  const key = node && Object.keys(node).find((name) => name.startsWith('__reactFiber$'))
  let fiber = node && key ? (node as unknown as Record<string, Fiber>)[key]! : null
  let map: MapLike | null = null
  for (; fiber && !map; fiber = fiber.return)
    for (let hook = fiber.memoizedState; hook && typeof hook === 'object' && 'memoizedState' in hook; hook = hook.next as typeof hook) {
      const held = hook.memoizedState as { readonly map?: MapLike } | null
      if (held && typeof held === 'object' && held.map && 'triggerRepaint' in held.map) map = held.map
    }
  if (!map) return NaN
  const found = map
  Object.assign(globalThis, { benchMap: found })
  let drawn = 0
  const again = (): void => {
    drawn++
    found.triggerRepaint()
  }
  found.on('render', again)
  const begun = performance.now()
  found.triggerRepaint()
  await new Promise((resolve) => setTimeout(resolve, ms))
  found.off('render', again)
  return (drawn * 1000) / (performance.now() - begun)
}
