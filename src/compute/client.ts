/** The asking side: ask(call, input) → answer, with progress and cancel, over a worker or inline where there is none. */
import { CallError, type Ask, type CallName, type Calls, type Failure, type Handlers, type Progress } from './calls'
import { answering, type FromWorker, type ToWorker } from './rpc'

export type WorkerLike = {
  postMessage(message: ToWorker, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

type Pending = {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: CallError) => void
  readonly onProgress?: (progress: Progress) => void
  /** The file that is being read, else what was asked about, for saying what the worker died of. */
  file?: string
}

/** How long a worker that has something to do may say nothing: not a word on its progress, or none on being told to stop. Milliseconds. */
export type Patience = { readonly quietMs: number; readonly letGoMs: number }

/** Reading a city's whole street file takes most of a minute on an old machine, without a word. */
const usualPatience: Patience = { quietMs: 180_000, letGoMs: 15_000 }

export type Client = {
  readonly ask: Ask
  /** Called after a worker died, once a new one can be asked; it holds no study yet. */
  onRestart: (() => void) | null
}

/** start is called at the first question and after a worker died or hung. */
export function createClient(start: () => WorkerLike, patience: Patience = usualPatience): Client {
  const pending = new Map<number, Pending>()
  let worker: WorkerLike | null = null
  let ids = 0
  let watch: ReturnType<typeof setTimeout> | undefined
  /** Questions that the worker was told to drop and has said nothing of. */
  const dropped = new Set<number>()

  const settle = (id: number, what: (pending: Pending) => void): void => {
    const question = pending.get(id)
    pending.delete(id)
    if (question) what(question)
  }
  const died = (failure: Failure): void => {
    clearTimeout(watch)
    dropped.clear()
    worker?.terminate()
    worker = null
    const lost = [...pending.values()]
    pending.clear()
    // One runs at a time: the first of them was at work.
    const file = lost[0]?.file
    for (const question of lost) question.reject(new CallError({ ...failure, ...(file ? { detail: file } : {}) }))
    client.onRestart?.()
  }
  /** Begins to count anew: after every word of the worker, and when it gets something to do. */
  const listen = (): void => {
    clearTimeout(watch)
    if (dropped.size > 0) watch = setTimeout(() => died({ code: 'worker-hung' }), patience.letGoMs)
    else if (pending.size > 0) watch = setTimeout(() => died({ code: 'worker-hung' }), patience.quietMs)
  }
  const working = (): WorkerLike => {
    if (worker) return worker
    worker = start()
    worker.onmessage = ({ data }) => {
      if (!('progress' in data)) dropped.delete(data.id)
      if ('progress' in data) {
        const question = pending.get(data.id)
        if (question && data.progress.file) question.file = data.progress.file
        question?.onProgress?.(data.progress)
      } else if ('failure' in data) settle(data.id, (question) => question.reject(new CallError(data.failure)))
      else settle(data.id, (question) => question.resolve(data.answer))
      listen()
    }
    worker.onerror = (event) => died({ code: 'worker-died', ...(event.message ? { detail: event.message } : {}) })
    worker.onmessageerror = () => died({ code: 'worker-died' })
    return worker
  }

  const client: Client = {
    onRestart: null,
    ask: <C extends CallName>(call: C, input: Calls[C]['input'], { signal, onProgress }: Parameters<Ask>[2] = {}) =>
      new Promise<Calls[C]['answer']>((resolve, reject) => {
        if (signal?.aborted) return reject(new CallError({ code: 'cancelled' }))
        const id = ++ids
        // The worker answers each call with that call's own answer: calls.ts is the contract of both sides.
        pending.set(id, { resolve: (answer) => resolve(answer as Calls[C]['answer']), reject, ...(onProgress ? { onProgress } : {}), ...filesAsked(call, input) })
        working().postMessage({ id, call, input }, bytesIn(call, input))
        if (pending.size === 1) listen()
        signal?.addEventListener('abort', () => {
          if (!pending.has(id)) return
          worker?.postMessage({ cancel: id }, [])
          dropped.add(id)
          if (dropped.size === 1) listen()
          settle(id, (question) => question.reject(new CallError({ code: 'cancelled' })))
        })
      }),
  }
  return client
}

/** The same handlers in this thread: for tests, and browsers that refuse a worker. */
export function inlineWorker(handlers: Handlers | Promise<Handlers>): WorkerLike {
  const worker: WorkerLike = { postMessage: (message) => void hearing.then((hear) => hear(message)), terminate: () => undefined, onmessage: null, onerror: null, onmessageerror: null }
  const hearing = Promise.resolve(handlers).then((answerers) => answering(answerers, { post: (data) => worker.onmessage?.(new MessageEvent('message', { data })) }))
  return worker
}

/** Before the first word on progress: the one file of a question. */
function filesAsked(call: CallName, input: Calls[CallName]['input']): { file?: string } {
  if (call === 'pack' && 'file' in input && typeof input.file === 'object') return { file: input.file.name }
  const names = call === 'read' && 'files' in input ? input.files.map(({ name }) => name) : []
  return names.length > 0 ? { file: names.slice(0, 3).join(', ') } : {}
}

/** File bytes are handed over, not copied. */
function bytesIn(call: CallName, input: Calls[CallName]['input']): Transferable[] {
  if (call !== 'read' || !('files' in input)) return []
  const buffers = input.files.map((file) => file.bytes.buffer).filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer)
  return [...new Set(buffers)]
}
