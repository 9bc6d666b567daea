/** What a text typed in a cell of a table means; a word that means nothing is named, and nothing is guessed. */
import type { LngLat } from '../tables/ledger'
import type { Study } from '../model/study'
import { valueName, valueNames } from '../text/keys'
import { sayPlan } from '../text/plans'
import type { Language } from '../text/say'
import { choiceTyped } from './members'
import { recordNames } from './record-names'

/** wrong: why it cannot be meant, in words. */
export type Typed<T> = { readonly value: T } | { readonly wrong: string }

/** Blank: nobody knows. '+10%' and '-5%' of a figure that is known, in whole numbers. */
export function figureTyped(language: Language, text: string, now: number | null): Typed<number | null> {
  const bare = text.replace(/[,，\s]/g, '').replace('−', '-').replace('％', '%')
  if (bare === '') return { value: null }
  const share = /^([+-]?\d+(?:\.\d+)?)%$/.exec(bare)
  if (share) {
    const grown = now === null ? null : Math.round(now * (1 + Number(share[1]) / 100))
    return grown === null || grown < 0 ? { wrong: sayPlan(language, now === null ? 'cell.shareOfNothing' : 'editor.growthWrong') } : { value: grown }
  }
  const value = Number(bare)
  return Number.isFinite(value) && value >= 0 ? { value } : { wrong: sayPlan(language, 'editor.unreadable') }
}

/** '助餐、助浴'; blank: the list is unsaid. */
export function servicesTyped(language: Language, text: string): Typed<readonly string[] | null> {
  const codes = Object.keys(valueNames.services ?? {})
  const words = wordsOf(text, /[、,，;；\n]+/)
  const known = words.map((word) => codes.find((code) => code === word || valueName('zh', 'services', code) === word || valueName('en', 'services', code).toLowerCase() === word.toLowerCase()))
  const unknown = words.filter((_, at) => known[at] === undefined)
  if (unknown.length > 0) return { wrong: sayPlan(language, 'cell.serviceUnknown', { words: unknown.join('、') }) }
  return { value: words.length === 0 ? null : [...new Set(known.flatMap((code) => code ?? []))] }
}

/** Names or ids of units and compounds; blank: unsaid. A name that many have is not guessed at. */
export function servesTyped(study: Study, language: Language, text: string, now: readonly string[] | null): Typed<readonly string[] | null> {
  const words = wordsOf(text, /[、,，;；\n]+/)
  const names = recordNames(study)
  // Of two of one name the one that is served already is meant.
  const chosen = words.map((word) => now?.find((id) => names.get(id)?.name === word) ?? choiceTyped(study, language, word, ['area', 'compound'])?.id)
  const unknown = words.filter((_, at) => chosen[at] === undefined)
  if (unknown.length > 0) return { wrong: sayPlan(language, 'cell.memberUnknown', { words: unknown.join('、') }) }
  return { value: words.length === 0 ? null : [...new Set(chosen.flatMap((id) => id ?? []))] }
}

/** Longitude and latitude, WGS84: '103.80123, 25.49012'. */
export function placeTyped(language: Language, text: string): Typed<LngLat> {
  const [lng, lat, more] = text.trim().split(/[,，;；\s]+/).map((part) => (part === '' ? NaN : Number(part)))
  const fits = more === undefined && lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
  return fits ? { value: [lng, lat] } : { wrong: sayPlan(language, 'editor.placeWrong') }
}

const wordsOf = (text: string, between: RegExp): string[] => text.split(between).map((word) => word.trim()).filter((word) => word !== '')
