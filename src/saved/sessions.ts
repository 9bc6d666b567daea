/** Sessions on the shelf: written only over what the writer has seen, so that no tab ever puts an older state over a newer. */
import { historyKeys, historyOf, layAside } from './history'
import { readSession, writeSession, type KeptFile, type Session } from './session'
import type { Outcome, Reading, Shelf } from './store'

export type Saved = { readonly revision: number } | { /** Somebody else's, newer than what this tab has seen. */ readonly conflict: Session } | { readonly newer: number }

/**
 * seen: the revision that this tab last read or wrote. A save over another one is not done and says what lies there. absorbs:
 * branches whose plans are in this session now. forced: the state before is laid aside whatever its age.
 */
export function saveSession(shelf: Shelf, session: Session, { seen, absorbs = [], forced = false }: { readonly seen: number; readonly absorbs?: readonly string[]; readonly forced?: boolean }): Promise<Outcome<Saved>> {
  return shelf.write(async (tables): Promise<Saved> => {
    // Both at once: a page that is busy drawing answers seldom, and a save must not wait for it twice.
    const [kept, keys] = await Promise.all([tables.get('sessions', session.study), historyKeys(tables, session.study)])
    const found = readSession(kept, session.study)
    if (found && 'newer' in found) return found
    const before = found?.session ?? null
    // A write of this tab that was given up as late and came through after all is no stranger.
    if (before && before.revision !== seen && before.writer !== session.writer) return { conflict: before }
    const revision = Math.max(before?.revision ?? 0, seen) + 1
    const after = { ...session, revision }
    if (forced && before) layAside(tables, keys, before, true)
    tables.put('sessions', session.study, writeSession(after))
    layAside(tables, keys, after, false)
    for (const branch of absorbs) tables.drop('sessions', branch)
    return { revision }
  })
}

export type Opened = { readonly session: Session | null; readonly branches: readonly Session[]; /** The version of a later program that wrote it. */ readonly newer: number | null }

/** What is kept of a study, and the branches beside it. */
export async function openSession(shelf: Shelf, study: string): Promise<Outcome<Opened>> {
  return shelf.read(async (tables) => {
    // Version 1 kept plans under the same key in a table of their own.
    const found = readSession((await tables.get('sessions', study)) ?? (await tables.get('plans', study)), study)
    const branches = await allOf(tables, `${study}~`)
    return { session: found && 'session' in found ? found.session : null, branches, newer: found && 'newer' in found ? found.newer : null }
  })
}

/** The session that was worked on last; null: none, or the page's own study without any work. */
export const lastSession = (shelf: Shelf): Promise<Outcome<Session | null>> =>
  shelf.read(async (tables) => {
    const study = await tables.get('marks', 'last')
    const found = typeof study === 'string' ? readSession(await tables.get('sessions', study), study) : null
    return found && 'session' in found ? found.session : null
  })

export const markLast = (shelf: Shelf, study: string): Promise<Outcome<void>> => shelf.write(async (tables) => tables.put('marks', 'last', study))

/** All that was written before is on the disk when it answers. */
export const settleOnDisk = (shelf: Shelf): Promise<Outcome<void>> => shelf.write(async (tables) => tables.put('marks', 'settled', true), 'safe')

/** Every session that is kept, the latest first; branches are not listed, they meet their study when it is opened. */
export const allSessions = (shelf: Shelf): Promise<Outcome<readonly Session[]>> =>
  shelf.read(async (tables) => [...(await allOf(tables, ''))].filter(({ study }) => !study.includes('~')).sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0) || (a.study < b.study ? -1 : 1)))

/** The earlier states of a study, the newest first. */
export const earlierSessions = (shelf: Shelf, study: string): Promise<Outcome<readonly Session[]>> => shelf.read((tables) => historyOf(tables, study))

/** Lays the kept state aside, whatever its age, so that one can come back to it. */
export const layKeptAside = (shelf: Shelf, study: string): Promise<Outcome<void>> =>
  shelf.write(async (tables) => {
    const found = readSession((await tables.get('sessions', study)) ?? (await tables.get('plans', study)), study)
    if (found && 'session' in found) layAside(tables, await historyKeys(tables, study), { ...found.session, savedAt: found.session.savedAt ?? 0 }, true)
  })

/** Takes a session with its history away, and the files that nothing else needs. */
export const dropSession = (shelf: Shelf, study: string): Promise<Outcome<void>> =>
  shelf.write(async (tables) => {
    for (const key of await tables.keys('sessions', study)) tables.drop('sessions', key)
    for (const key of await tables.keys('history', `${study} `)) tables.drop('history', key)
    tables.drop('plans', study)
    const needed = new Set((await allOf(tables, '')).flatMap(({ files }) => files ?? []).map(({ sha256 }) => sha256))
    for (const key of await tables.keys('history')) {
      const read = readSession(await tables.get('history', key), key)
      if (read && 'session' in read) for (const { sha256 } of read.session.files ?? []) needed.add(sha256)
    }
    for (const hash of await tables.keys('files')) if (!needed.has(hash)) tables.drop('files', hash)
  })

/** Puts the bytes that are not there yet, one by one: a large study does not hold up the plans for long. */
export async function keepFiles(shelf: Shelf, files: readonly (KeptFile & { readonly bytes: Uint8Array })[]): Promise<Outcome<readonly KeptFile[]>> {
  for (const { sha256, bytes } of files) {
    const put = await shelf.write(async (tables) => {
      const there = await tables.keys('files', sha256)
      if (there.length === 0) tables.put('files', sha256, bytes)
    })
    if ('trouble' in put) return put
  }
  return { value: files.map(({ name, sha256 }) => ({ name, sha256 })) }
}

/** null: the browser has cleared it away. */
export async function keptBytes(shelf: Shelf, sha256: string): Promise<Uint8Array | null> {
  const read = await shelf.read((tables) => tables.get('files', sha256))
  return 'value' in read && read.value instanceof Uint8Array ? read.value : null
}

async function allOf(tables: Reading, prefix: string): Promise<readonly Session[]> {
  const found: Session[] = []
  for (const key of await tables.keys('sessions', prefix)) {
    const read = readSession(await tables.get('sessions', key), key)
    if (read && 'session' in read) found.push(read.session)
  }
  return found
}
