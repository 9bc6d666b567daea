/** What a number of an explanation is called, and its value in words. */
import type { ExplainedInput } from '../../indicators/explanation'
import { states } from '../../indicators/result'
import type { Study } from '../../model/study'
import { recordNames } from '../../state/record-names'
import { factItem } from '../../tables/fact-items'
import { columnName, columnNames, valueName } from '../../text/keys'
import { formatDate, formatMeasure } from '../../text/numbers'
import { say, type Language } from '../../text/say'
import { whyText, whyWords } from '../../text/why'

/** A column, a fact item, or a reason; '' for a verdict, which says itself what it is. */
export function inputName(language: Language, key: string): string {
  if (key === 'state') return ''
  if (key in columnNames) return columnName(language, key)
  if (key in whyWords) return whyText(language, key)
  const item = factItem(key.replace(/^fact:/, ''))
  return item ? (language === 'zh' ? item.zh : item.meaning.en) : key
}

/** Codes of vocabularies in their words, ids of records by name; a blank cell says that it is blank. */
export function inputValue(language: Language, study: Study, { key, value, unit }: Pick<ExplainedInput, 'key' | 'value' | 'unit'>): string {
  if (value === null || value === '') return say(language, 'blank')
  if (typeof value === 'boolean') return say(language, value ? 'yes' : 'no')
  // The verdict of a unit enters a sum as 1 or 0.
  if (key === 'state' && (value === 1 || value === 0)) return say(language, value === 1 ? 'table.has' : 'table.hasNot')
  if (typeof value === 'number') return formatMeasure(language, value, unit ?? '')
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return formatDate(language, value)
  const verdict = key === 'state' ? states.find((state) => state === value) : undefined
  if (verdict) return say(language, `verdict.${verdict}`)
  const names = recordNames(study)
  return value
    .split(/、|, |; /)
    .map((part) => names.get(part)?.name ?? valueName(language, key, part))
    .join(language === 'zh' ? '、' : ', ')
}
