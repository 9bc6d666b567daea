/** The one door to the words of the screens: a key and what fills its {places}. */
import { en } from './en'
import { zh, type WordKey } from './zh'

export type Language = 'zh' | 'en'
export type { WordKey }

/** A place without a value stays as written, so that a missing one is seen and not silently blank. */
export function say(language: Language, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return fill((language === 'zh' ? zh : en)[key], values)
}

export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
