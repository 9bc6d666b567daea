/** Questions and answers over a message port: a queue that a cancel can overtake. Knows no call by name. */
import { CallError, type CallName, type Calls, type Failure, type Handlers, type Progress } from './calls'

export type ToWorker = { readonly id: number; readonly call: CallName; readonly input: unknown } | { readonly cancel: number }
export type FromWorker =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure }

export type Port = { readonly post: (message: FromWorker) => void }

/** The answering side: give it every message that comes in. One question runs at a time, in order. */
export function answering(handlers: Handlers, port: Port): (message: ToWorker) => void {
  const queue: { id: number; call: CallName; input: unknown }[] = []
  let running: { id: number; stop: AbortController } | null = null

  const next = async (): Promise<void> => {
    const question = running ? undefined : queue.shift()
    if (!question) return
    const stop = new AbortController()
    running = { id: question.id, stop }
    try {
      const answer = await run(handlers, question.call, question.input, { progress: (progress) => port.post({ id: question.id, progress }), signal: stop.signal })
      port.post(stop.signal.aborted ? { id: question.id, failure: { code: 'cancelled' } } : { id: question.id, answer })
    } catch (error) {
      port.post({ id: question.id, failure: failureOf(error) })
    }
    running = null
    void next()
  }

  return (message) => {
    if ('cancel' in message) {
      const waiting = queue.findIndex((question) => question.id === message.cancel)
      if (waiting >= 0) {
        queue.splice(waiting, 1)
        port.post({ id: message.cancel, failure: { code: 'cancelled' } })
      } else if (running?.id === message.cancel) running.stop.abort()
      return
    }
    queue.push(message)
    void next()
  }
}

/** The name of the call and its input travel apart, so their fit is only known to the asking side's type. */
function run<C extends CallName>(handlers: Handlers, call: C, input: unknown, context: Parameters<Handlers[C]>[1]): ReturnType<Handlers[C]> {
  const handler = handlers[call] as (input: Calls[C]['input'], given: typeof context) => ReturnType<Handlers[C]>
  return handler(input as Calls[C]['input'], context)
}

const failureOf = (error: unknown): Failure => (error instanceof CallError ? error.failure : { code: 'call-failed', detail: error instanceof Error ? error.message : String(error) })
