/** The worker's whole program: the answers of compute/, and the makers of files. */
import { createHandlers, shippedCore } from '../compute/handlers'
import { answering, type ToWorker } from '../compute/rpc'
import { maker } from './maker'

const hear = answering(createHandlers({ ...shippedCore, maker }), { post: (message) => self.postMessage(message) })
self.onmessage = (event: MessageEvent<ToWorker>) => hear(event.data)
