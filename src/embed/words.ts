/** The page's words in one language, and how distances, verdicts and kinds are said. */
import type { State } from '../indicators/result'
import type { FacilityKind } from '../model/study'
import { sayEmbed, type EmbedWord } from '../text/embed'
import { kindName, valueName } from '../text/keys'
import { formatNumber } from '../text/numbers'
import type { Language } from '../text/say'
import type { Walk } from './nearest'

export type Words = {
  readonly language: Language
  readonly say: (key: EmbedWord, values?: Readonly<Record<string, string | number>>) => string
}

export const wordsOf = (language: Language): Words => ({ language, say: (key, values) => sayEmbed(language, key, values) })

/** 'zh-CN', 'zh', 'en-GB' … ; null: neither. */
export const languageOf = (tag: string | null | undefined): Language | null => (/^zh\b/i.test(tag ?? '') ? 'zh' : /^en\b/i.test(tag ?? '') ? 'en' : null)

export const kindWord = ({ language, say }: Words, kind: FacilityKind | null): string => (kind ? kindName(language, kind) : say('place.otherKind'))
export const serviceWord = ({ language }: Words, service: string): string => valueName(language, 'services', service)

/** 430 米, 2.4 公里: no more precise than an estimate is. */
export function metresWord({ language, say }: Words, metres: number): string {
  const space = language === 'zh' ? ' ' : ' '
  if (metres < 1000) return `${formatNumber(Math.max(10, Math.round(metres / 10) * 10))}${space}${say('map.metres')}`
  return `${formatNumber(metres / 1000, metres < 10_000 ? 1 : 0)}${space}${say('map.kilometres')}`
}

/** Beyond an hour nobody walks: the distance alone. */
export function walkWord(words: Words, { metres, minutes }: Walk): string {
  return minutes > 60 ? words.say('place.far', { metres: metresWord(words, metres) }) : words.say('place.walk', { minutes, metres: metresWord(words, metres) })
}

export const stateWords: Readonly<Record<State, { readonly zh: string; readonly en: string; readonly sign: string }>> = {
  met: { zh: '达标', en: 'met', sign: '✓' },
  unmet: { zh: '未达标', en: 'not met', sign: '✕' },
  'no-data': { zh: '数据不足', en: 'no data', sign: '?' },
  'not-applicable': { zh: '不适用', en: 'not applicable', sign: '–' },
  undecided: { zh: '口径待定', en: 'undecided', sign: '~' },
}
