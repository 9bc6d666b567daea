/** The words and the state of keeping, for its panels. */
import type { Keeping } from '../../state/keeping'
import { formatDate } from '../../text/numbers'
import type { Language } from '../../text/say'
import { sayStorage, type StorageWord } from '../../text/storage'
import { useAppState } from '../use-app'

export type SayStorage = (key: StorageWord, values?: Readonly<Record<string, string | number>>) => string

export function useSayStorage(): SayStorage {
  const language = useAppState((state) => state.language)
  return (key, values) => sayStorage(language, key, values)
}

export const useKeeping = <T>(select: (keeping: Keeping) => T): T => useAppState((state) => select(state.keeping))

/** '2026年11月21日 22:50' by this computer's clock and zone; a dash where it is not known. */
export function timeWords(language: Language, at: number | null): string {
  if (at === null) return '–'
  const time = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${formatDate(language, `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`)} ${two(time.getHours())}:${two(time.getMinutes())}`
}
