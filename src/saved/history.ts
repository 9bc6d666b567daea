/** The ring of earlier states of a study, thinned by age: close together near now, far apart long ago. */
import type { Writing } from './store'
import { readSession, workIn, writeSession, type Session } from './session'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Within `age` of the newest, one entry per `apart`; beyond the last nothing is kept. All in milliseconds. */
const rules: readonly { readonly age: number; readonly apart: number }[] = [
  { age: 15 * minute, apart: minute },
  { age: 3 * hour, apart: 10 * minute },
  { age: 2 * day, apart: hour },
  { age: 30 * day, apart: day },
]

/** Milliseconds; sooner after the last entry no new one is made. */
export const historyApart = minute

export type HistoryEntry = { readonly revision: number; readonly savedAt: number; readonly plans: number; readonly edits: number }

/** Which of these times (rising) may go. The newest and the oldest of each step stay; what lies beyond thirty days goes. */
export function thinned(times: readonly number[], now: number): readonly number[] {
  const kept = new Set<string>()
  const gone: number[] = []
  for (const time of times) {
    const age = Math.max(0, now - time)
    const rule = rules.find((each) => age <= each.age)
    // One slot of the calendar, not of the age: an entry does not change its slot while it grows old.
    const slot = rule && `${rule.apart} ${Math.floor(time / rule.apart)}`
    if (time !== times.at(-1) && (slot === undefined || kept.has(slot))) gone.push(time)
    else if (slot !== undefined) kept.add(slot)
  }
  return gone
}

export const historyKeys = (tables: Pick<Writing, 'keys'>, study: string): Promise<readonly string[]> => tables.keys('history', `${study} `)

/** Lays a state aside; keys: those of its history now. forced: even if the last was laid aside a moment ago. */
export function layAside(tables: Writing, keys: readonly string[], session: Session, forced: boolean): void {
  const { savedAt } = session
  if (savedAt === null) return
  const times = keys.map(timeIn)
  const last = times.at(-1)
  if (!forced && last !== undefined && savedAt - last < historyApart) return
  tables.put('history', keyOf(session.study, savedAt, session.revision), writeSession(session))
  const gone = new Set(thinned([...times, savedAt], savedAt))
  for (const key of keys) if (gone.has(timeIn(key))) tables.drop('history', key)
}

/** The newest first. */
export async function historyOf(tables: Pick<Writing, 'get' | 'keys'>, study: string): Promise<readonly Session[]> {
  const found: Session[] = []
  for (const key of await tables.keys('history', `${study} `)) {
    const read = readSession(await tables.get('history', key), study)
    if (read && 'session' in read) found.push(read.session)
  }
  return found.reverse()
}

export const entryOf = (session: Session): HistoryEntry => ({ revision: session.revision, savedAt: session.savedAt ?? 0, ...workIn(session) })

/** Sorted by time as text. */
const keyOf = (study: string, savedAt: number, revision: number): string => `${study} ${String(savedAt).padStart(14, '0')} ${revision}`
const timeIn = (key: string): number => Number(key.split(' ')[1])
