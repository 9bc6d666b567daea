/** The few wishes that stay on this computer: language and base map. A browser that refuses storage only forgets them. */
import type { BaseMapChoice, State } from './state'

export type Kept = { readonly get: (key: string) => string | null; readonly set: (key: string, value: string | null) => void }

const languageKey = 'yikequan.language'
const baseMapKey = 'yikequan.base-map'

export const forgetful: Kept = { get: () => null, set: () => undefined }

export function keptIn(storage: () => Storage): Kept {
  return {
    get: (key) => quietly(() => storage().getItem(key)),
    set: (key, value) => quietly(() => (value === null ? storage().removeItem(key) : storage().setItem(key, value))),
  }
}

export function recall(kept: Kept): Pick<State, 'language' | 'baseMap'> {
  return { language: kept.get(languageKey) === 'en' ? 'en' : 'zh', baseMap: baseMapIn(kept.get(baseMapKey)) }
}

export const keepLanguage = (kept: Kept, language: State['language']): void => kept.set(languageKey, language)
export const keepBaseMap = (kept: Kept, baseMap: BaseMapChoice | null): void => kept.set(baseMapKey, baseMap && JSON.stringify(baseMap))

function baseMapIn(text: string | null): BaseMapChoice | null {
  const parsed: unknown = text === null ? null : quietly(() => JSON.parse(text) as unknown)
  if (typeof parsed !== 'object' || parsed === null || !('template' in parsed) || typeof parsed.template !== 'string') return null
  return { template: parsed.template, attribution: 'attribution' in parsed && typeof parsed.attribution === 'string' ? parsed.attribution : '' }
}

function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
