/** Knowing that a page did not end by itself, and what it still had to say when it did. */
import { readSession, writeSession, type Session } from '../../saved/session'
import type { App } from '../app'
import type { Keeper } from '../keeping'
import type { State } from '../state'

const openKey = (study: string): string => `yikequan.open.${study.slice(0, 16)}`
const wordsKey = (study: string): string => `yikequan.words.${study.slice(0, 16)}`

/** The study is being worked on: a mark that is found later, without a tab that holds the study, is that of a crash. */
export function markOpen({ keeper, store }: App): void {
  const { study, role } = store.getState().keeping
  if (keeper && study !== null && role === 'writer') keeper.marks.set(openKey(study), keeper.tab)
}

export function unmarkOpen({ keeper, store }: App): void {
  const { study } = store.getState().keeping
  if (keeper && study !== null && keeper.marks.get(openKey(study)) === keeper.tab) keeper.marks.set(openKey(study), null)
}

export const endedUncleanly = ({ marks }: Keeper, study: string): boolean => marks.get(openKey(study)) !== null

/** The database may not answer a page that goes away: what is not yet written is left where it is written at once. */
export function sayLastWords({ keeper, store }: App, sessionOf: (state: State, keeper: Keeper) => Session): void {
  const state = store.getState()
  const { study, waits, role } = state.keeping
  if (!keeper || study === null || !waits || role !== 'writer') return
  const { link: _, ...session } = writeSession(sessionOf(state, keeper))
  keeper.marks.set(wordsKey(study), JSON.stringify(session))
}

/** What the last page left to be said over what is kept; null: nothing, or it was written after all. They are said once. */
export function lastWords({ marks }: Keeper, study: string, kept: Session | null): Session | null {
  const text = marks.get(wordsKey(study))
  if (text === null) return null
  marks.set(wordsKey(study), null)
  try {
    const read = readSession(JSON.parse(text), study)
    // Its revision is what that page had seen: anything later on the shelf holds it already, or is newer.
    return read && 'session' in read && read.session.revision === (kept?.revision ?? 0) ? { ...read.session, ...(kept?.link === undefined ? {} : { link: kept.link }) } : null
  } catch {
    return null
  }
}
