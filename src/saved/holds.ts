/**
 * Who may write a study: one tab at a time. Where the browser has locks they decide, exactly and at once; on a plain http
 * intranet it has none, and a lease in the database with a heartbeat stands in, helped by a channel between the tabs.
 * Neither is what keeps work safe (that is the revision of sessions.ts): they only say early whose turn it is.
 */
import type { Shelf } from './store'

export type Hold = { readonly release: () => void }

export type Holds = {
  /** null: another tab has it. Again by the same tab: the same hold. onLost: another tab has taken it over. */
  readonly take: (study: string, onLost: () => void) => Promise<Hold | null>
  /** Takes it from whoever has it. */
  readonly takeOver: (study: string, onLost: () => void) => Promise<Hold>
  /** Nothing where this tab has it not. */
  readonly letGo: (study: string) => void
}

export type HoldsGiven = {
  readonly tab: string
  readonly shelf: Shelf
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly every: (ms: number, beat: () => void) => () => void
  readonly locks?: LockManager
  readonly channel?: Channel
}
export type Channel = { readonly post: (message: unknown) => void; readonly onMessage: (hear: (message: unknown) => void) => void }

/** A tab that was just reloaded may still be letting go. */
const tries = 4
const betweenMs = 200
export const beatMs = 1500
/** Without a beat for so long a tab counts as gone. */
export const staleMs = 6000

export const createHolds = (given: HoldsGiven): Holds => (given.locks ? byLocks(given, given.locks) : byLease(given))

function byLocks({ wait }: HoldsGiven, locks: LockManager): Holds {
  const held = new Map<string, Hold>()
  const request = (study: string, options: LockOptions, onLost: () => void): Promise<Hold | null> =>
    new Promise((granted, refused) => {
      let release: () => void = () => undefined
      let begun = false
      locks
        .request(`yikequan ${study}`, options, (lock) => {
          begun = true
          if (!lock) return granted(null)
          return new Promise<void>((done) => {
            release = () => {
              held.delete(study)
              done()
            }
            const hold = { release }
            held.set(study, hold)
            granted(hold)
          })
        })
        .catch((error: unknown) => {
          // The browser ends the hold of a tab from which it was taken over.
          if (!begun) return refused(error instanceof Error ? error : new Error('lock'))
          held.delete(study)
          onLost()
        })
    })
  return {
    take: async (study, onLost) => {
      for (let left = tries; left > 0; left--) {
        const hold = held.get(study) ?? (await request(study, { ifAvailable: true }, onLost))
        if (hold) return hold
        if (left > 1) await wait(betweenMs)
      }
      return null
    },
    takeOver: async (study, onLost) => held.get(study) ?? (await request(study, { steal: true }, onLost)) ?? { release: () => undefined },
    letGo: (study) => held.get(study)?.release(),
  }
}

type Lease = { readonly tab: string; readonly at: number }
type Word = { readonly ask?: string; readonly here?: string; readonly taken?: string; readonly by?: string }

function byLease({ tab, shelf, now, wait, every, channel }: HoldsGiven): Holds {
  const held = new Map<string, { readonly hold: Hold; readonly lose: () => void }>()
  const answered = new Set<string>()
  channel?.onMessage((message) => {
    const { ask, here, taken, by } = (message ?? {}) as Word
    if (ask !== undefined && held.has(ask)) channel.post({ here: ask } satisfies Word)
    if (here !== undefined) answered.add(here)
    if (taken !== undefined && by !== tab) held.get(taken)?.lose()
  })
  /** A hidden tab beats seldom but hears at once: where tabs can call each other, the answer decides. */
  const alive = async (study: string, lease: Lease): Promise<boolean> => {
    if (!channel) return now() - lease.at < staleMs
    answered.delete(study)
    channel.post({ ask: study } satisfies Word)
    for (let left = 4; left > 0 && !answered.has(study); left--) await wait(100)
    return answered.has(study)
  }
  const leaseOf = async (study: string): Promise<Lease | null> => {
    const read = await shelf.read((tables) => tables.get('leases', study))
    return 'value' in read && isLease(read.value) ? read.value : null
  }
  /** The lease is written only over the one that was looked at. */
  const claim = async (study: string, over: Lease | null, onLost: () => void): Promise<Hold | null> => {
    const written = await shelf.write(async (tables) => {
      const found = await tables.get('leases', study)
      if (isLease(found) && found.tab !== tab && (over === null || found.tab !== over.tab || found.at > over.at)) return false
      tables.put('leases', study, { tab, at: now() } satisfies Lease)
      return true
    })
    if ('trouble' in written || !written.value) return null
    const stop = every(beatMs, () => void beat())
    const end = (): void => {
      stop()
      held.delete(study)
    }
    const lose = (): void => {
      if (!held.has(study)) return
      end()
      onLost()
    }
    const beat = async (): Promise<void> => {
      const done = await shelf.write(async (tables) => {
        const found = await tables.get('leases', study)
        if (!isLease(found) || found.tab !== tab) return false
        tables.put('leases', study, { tab, at: now() } satisfies Lease)
        return true
      })
      if ('value' in done && !done.value) lose()
    }
    const hold: Hold = {
      release: () => {
        end()
        void shelf.write(async (tables) => {
          const found = await tables.get('leases', study)
          if (isLease(found) && found.tab === tab) tables.drop('leases', study)
        })
      },
    }
    held.set(study, { hold, lose })
    return hold
  }
  return {
    take: async (study, onLost) => {
      const own = held.get(study)
      if (own) return own.hold
      const lease = await leaseOf(study)
      if (lease && lease.tab !== tab && (await alive(study, lease))) return null
      return claim(study, lease, onLost)
    },
    takeOver: async (study, onLost) => {
      channel?.post({ taken: study, by: tab } satisfies Word)
      for (;;) {
        const hold = await claim(study, (await leaseOf(study)) ?? null, onLost)
        if (hold) return hold
        await wait(betweenMs)
      }
    },
    letGo: (study) => held.get(study)?.hold.release(),
  }
}

const isLease = (value: unknown): value is Lease => typeof value === 'object' && value !== null && 'tab' in value && typeof value.tab === 'string' && 'at' in value && typeof value.at === 'number'
