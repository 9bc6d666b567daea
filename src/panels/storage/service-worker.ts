/** Registers the worker that keeps the program for starts without a network, and knows when a newer one waits. */

type Updates = { readonly ready: () => boolean; readonly subscribe: (heard: () => void) => () => void; /** The newer program takes over; the page then loads anew. */ readonly takeOver: () => void }

const ears = new Set<() => void>()
let waiting: ServiceWorker | null = null

export const updates: Updates = {
  ready: () => waiting !== null,
  subscribe: (heard) => {
    ears.add(heard)
    return () => ears.delete(heard)
  },
  takeOver: () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting?.postMessage('take over')
  },
}

/** Nothing on plain http and in a single file, where browsers have no such worker; the program works there all the same. */
export async function keepProgram(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!workers || !isSecureContext || import.meta.env.DEV || location.protocol === 'file:') return
  const registration = await workers.register('./service-worker.js', { scope: './' }).catch(() => null)
  if (!registration) return
  const look = (): void => {
    // Without a controller it is the first: there is nothing to ask.
    if (!registration.waiting || !workers.controller || waiting === registration.waiting) return
    waiting = registration.waiting
    for (const heard of ears) heard()
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
}
