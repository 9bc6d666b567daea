/** How a component reaches the store, the words and the commands. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { App } from '../state/app'
import type { State } from '../state/state'
import { say, type WordKey } from '../text/say'
import { sayWalk, type WalkWord } from '../text/walk'

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a panel stands outside AppContext')
  return app
}

/** A part of the state; select a stored value, never a new object. */
export const useAppState = <T>(select: (state: State) => T): T => useStore(useApp().store, select)

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

/** The words in the language of the screen. */
export function useSay(): { readonly say: Say; readonly language: State['language'] } {
  const language = useAppState((state) => state.language)
  return { language, say: (key, values) => say(language, key, values) }
}

/** The words of the elder walk in the language of the screen. */
export function useSayWalk(): { readonly sayWalk: (key: WalkWord, values?: Readonly<Record<string, string | number>>) => string; readonly language: State['language'] } {
  const language = useAppState((state) => state.language)
  return { language, sayWalk: (key, values) => sayWalk(language, key, values) }
}
