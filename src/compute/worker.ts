/** The worker's whole program. */
import { createHandlers } from './handlers'
import { answering, type ToWorker } from './rpc'

const hear = answering(createHandlers(), { post: (message) => self.postMessage(message) })
self.onmessage = (event: MessageEvent<ToWorker>) => hear(event.data)
