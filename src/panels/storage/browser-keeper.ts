/** The keeper of a real browser: database, locks or leases, storage, clock. What a plain http page lacks is absent, never an error. */
import { createHolds, type Channel } from '../../saved/holds'
import { canLink, pickLinked } from '../../saved/linked-file'
import { openShelf } from '../../saved/store'
import { sha256Hex } from '../../model/digest'
import type { Keeper } from '../../state/keeping'
import { keptIn } from '../../state/kept'
import type { PageLife } from '../../state/commands/keep-session'

export function browserKeeper(): Keeper {
  const shelf = openShelf(() => indexedDB)
  const tab = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const now = (): number => Date.now()
  const channel = tabChannel()
  // On plain http the types promise what is not there.
  const locks = navigator.locks as LockManager | undefined
  const storage = navigator.storage as StorageManager | undefined
  const subtle = crypto.subtle as SubtleCrypto | undefined
  return {
    shelf,
    tab,
    now,
    holds: createHolds({
      tab,
      shelf,
      now,
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
      every: (ms, beat) => {
        const timer = setInterval(beat, ms)
        return () => clearInterval(timer)
      },
      ...(locks ? { locks } : {}),
      ...(channel ? { channel } : {}),
    }),
    marks: keptIn(() => localStorage),
    persist: async () => (storage?.persist ? storage.persist().catch(() => null) : null),
    hash: async (bytes) => (subtle ? hex(await subtle.digest('SHA-256', new Uint8Array(bytes))) : sha256Hex(bytes)),
    canPickFile: canLink(window),
    pickFile: (name) => pickLinked(window, name, 'yikequan'),
  }
}

/** Hidden comes before leave on every browser that has both; a page may come back from its cache. */
export const browserPage: PageLife = {
  onHidden: (then) => document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && then()),
  onLeave: (then) => addEventListener('pagehide', then),
  onBack: (then) => addEventListener('pageshow', (event: PageTransitionEvent) => event.persisted && then()),
}

function tabChannel(): Channel | null {
  if (typeof BroadcastChannel === 'undefined') return null
  const channel = new BroadcastChannel('yikequan')
  return { post: (message) => channel.postMessage(message), onMessage: (hear) => channel.addEventListener('message', ({ data }) => hear(data)) }
}

const hex = (buffer: ArrayBuffer): string => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
