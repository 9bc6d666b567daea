/** What a clause asks, in words, before anything is judged. */
import type { Clause } from '../policy/clause'
import { formatMeasure } from '../text/numbers'
import { say, type Language } from '../text/say'

type Limit = { readonly at: 'least' | 'most' | 'below' | 'above' | 'equal'; readonly value: number; readonly unit: string; readonly per: string }

/** '不低于 25 m²/百户'; for a circle the minutes and metres; 文件未给出数值 where there is no number. */
export function thresholdInWords(language: Language, { parameters }: Clause): string {
  const reach = parameters.reach as { readonly minutes?: number; readonly metres?: { readonly circle: number } } | undefined
  const limit = parameters.threshold as Limit | null | undefined
  const share = parameters.unitsThreshold as Limit | undefined
  const parts: string[] = []
  if (reach?.minutes !== undefined) parts.push(say(language, 'topics.minutes', { minutes: reach.minutes, metres: reach.metres?.circle ?? '' }))
  if (limit) parts.push(limitText(language, limit))
  if (share && share.value < 1) parts.push(limitText(language, share))
  return parts.length > 0 ? parts.join('，') : say(language, 'clauses.threshold.none')
}

function limitText(language: Language, { at, value, unit, per }: Limit): string {
  const measure = unit === 'm2' && (per === '100 households' || per === 'person') ? `m2 per ${per}` : per === '1000 elders' ? 'beds per 1000 elders' : unit
  return say(language, `clauses.threshold.${at}`, { value: formatMeasure(language, value, measure) })
}
