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

type Pending = { readonly resolve: (answer: unknown) => void; readonly reject: (error: CallError) => void; readonly onProgress?: (progress: Progress) => void }

export type Client = {
  readonly ask: Ask
  /** Called after a worker died, once a new one can be asked; it holds no study yet. */
  onRestart: (() => void) | null
}

/** start is called at the first question and after a worker died. */
export function createClient(start: () => WorkerLike): Client {
  const pending = new Map<number, Pending>()
  let worker: WorkerLike | null = null
  let ids = 0

  const settle = (id: number, what: (pending: Pending) => void): void => {
    const question = pending.get(id)
    pending.delete(id)
    if (question) what(question)
  }
  const died = (failure: Failure): void => {
    worker?.terminate()
    worker = null
    const lost = [...pending.values()]
    pending.clear()
    for (const question of lost) question.reject(new CallError(failure))
    client.onRestart?.()
  }
  const working = (): WorkerLike => {
    if (worker) return worker
    worker = start()
    worker.onmessage = ({ data }) => {
      if ('progress' in data) pending.get(data.id)?.onProgress?.(data.progress)
      else if ('failure' in data) settle(data.id, (question) => question.reject(new CallError(data.failure)))
      else settle(data.id, (question) => question.resolve(data.answer))
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
        pending.set(id, { resolve: (answer) => resolve(answer as Calls[C]['answer']), reject, ...(onProgress ? { onProgress } : {}) })
        working().postMessage({ id, call, input }, bytesIn(call, input))
        signal?.addEventListener('abort', () => {
          if (!pending.has(id)) return
          worker?.postMessage({ cancel: id }, [])
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

/** File bytes are handed over, not copied. */
function bytesIn(call: CallName, input: Calls[CallName]['input']): Transferable[] {
  if (call !== 'read' || !('files' in input)) return []
  const buffers = input.files.map((file) => file.bytes.buffer).filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer)
  return [...new Set(buffers)]
}
