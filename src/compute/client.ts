/** The asking side: ask(call, input) → answer, with progress and cancel, over a worker or inline where there is none. */
import { CallError, type Ask, type CallName, type Calls, type Failure, type Handlers, type Progress } from './calls'
import type { SourceFile } from '../sources/raw-table'
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
  /** Megabytes of files that it brings. */
  readonly megabytes: number
}

/**
 * How long a worker that has something to do may say nothing: not a word on its progress, or none on being told to stop. Milliseconds.
 * perMegabyteMs comes on top while files are read, up to readingMs; tellMs: from then on the user is offered to stop it.
 */
export type Patience = { readonly quietMs: number; readonly perMegabyteMs: number; readonly readingMs: number; readonly tellMs: number; readonly letGoMs: number }

/**
 * Measured on 2026-11-22 as time of the processor, on the synthetic city (15,000 compounds, 100,000 points, 500,000 street vertices) and Porto
 * Alegre: judging says nothing for 2.4 s at most, a network of streets for 0.6 s a megabyte of its file, a map file of the whole city for
 * 16 s, which is the longest; a workbook of 60,000 rows, which the library reads in one go, for 6 s a megabyte. Five and four times that.
 */
const usualPatience: Patience = { quietMs: 90_000, perMegabyteMs: 25_000, readingMs: 300_000, tellMs: 10_000, letGoMs: 15_000 }

export type Client = {
  readonly ask: Ask
  /** Called after a worker died or was stopped, once a new one can be asked; it holds no study yet. */
  onRestart: (() => void) | null
  /** Called with the file at work (if any) when nothing was heard for a while, and with null when it speaks again. */
  onQuiet: ((quiet: { readonly file: string | null } | null) => void) | null
  /** Starts the worker before anything is asked: it loads while the page does. */
  readonly begin: () => void
  /** On the user's wish: ends the worker and everything asked of it. */
  readonly stop: () => void
}

/** start is called at the first question and after a worker died or hung. */
export function createClient(start: () => WorkerLike, patience: Patience = usualPatience): Client {
  const pending = new Map<number, Pending>()
  let worker: WorkerLike | null = null
  let ids = 0
  let watch: ReturnType<typeof setTimeout> | undefined
  let telling: ReturnType<typeof setTimeout> | undefined
  let told = false
  /** Questions that the worker was told to drop and has said nothing of. */
  const dropped = new Set<number>()

  const settle = (id: number, what: (pending: Pending) => void): void => {
    const question = pending.get(id)
    pending.delete(id)
    if (question) what(question)
  }
  const died = (failure: Failure): void => {
    clearTimeout(watch)
    heard()
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
    heard()
    const [first] = pending.values()
    if (dropped.size > 0) watch = setTimeout(() => died({ code: 'worker-hung' }), patience.letGoMs)
    else if (first) watch = setTimeout(() => died({ code: 'worker-hung' }), Math.max(patience.quietMs, Math.min(patience.readingMs, patience.quietMs + first.megabytes * patience.perMegabyteMs)))
    if (!first) return
    telling = setTimeout(() => {
      told = true
      client.onQuiet?.({ file: first.file ?? null })
    }, patience.tellMs)
  }
  const heard = (): void => {
    clearTimeout(telling)
    if (told) client.onQuiet?.(null)
    told = false
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
    onQuiet: null,
    begin: () => void working(),
    stop: () => {
      if (worker) died({ code: 'cancelled' })
    },
    ask: <C extends CallName>(call: C, input: Calls[C]['input'], { signal, onProgress }: Parameters<Ask>[2] = {}) =>
      new Promise<Calls[C]['answer']>((resolve, reject) => {
        if (signal?.aborted) return reject(new CallError({ code: 'cancelled' }))
        const id = ++ids
        // The worker answers each call with that call's own answer: calls.ts is the contract of both sides.
        pending.set(id, { resolve: (answer) => resolve(answer as Calls[C]['answer']), reject, ...(onProgress ? { onProgress } : {}), ...filesAsked(call, input), megabytes: megabytesIn(call, input) })
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
  const names = filesIn(call, input).map(({ name }) => name)
  return names.length > 0 ? { file: names.slice(0, 3).join(', ') } : {}
}

const filesIn = (call: CallName, input: Calls[CallName]['input']): readonly SourceFile[] => (call === 'read' && 'files' in input ? input.files : [])
const megabytesIn = (call: CallName, input: Calls[CallName]['input']): number => filesIn(call, input).reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6

/** File bytes are handed over, not copied. */
function bytesIn(call: CallName, input: Calls[CallName]['input']): Transferable[] {
  const buffers = filesIn(call, input).map((file) => file.bytes.buffer).filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer)
  return [...new Set(buffers)]
}
