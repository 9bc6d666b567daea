/** Lays one topic of several documents side by side; '' is the list of topics, null closes it. */
import type { App } from '../app'

export const compareDocuments = (app: App, topic: string | null): void => app.store.setState({ topic, ...(topic === null ? {} : { why: null, explanation: null }) })
