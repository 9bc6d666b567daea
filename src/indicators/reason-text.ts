/** A reason in words, with the records and fact items that its detail names called by name. */
import type { Why } from './result'
import type { Study } from '../model/study'
import { factItem } from '../tables/fact-items'
import type { Language } from '../text/say'
import { whyText } from '../text/why'
import { recordNames } from './record-names'

export function reasonText(language: Language, study: Study, { code, detail }: Why): string {
  // Which evaluator a clause lacks is a matter for programmers.
  if (detail === undefined || code === 'evaluator-missing') return whyText(language, code)
  const records = recordNames(study)
  const named = detail
    .split(', ')
    .map((part) => factName(language, part) ?? records.get(part)?.name ?? part)
    .join(language === 'zh' ? '、' : ', ')
  return whyText(language, code, named)
}

export const reasonsText = (language: Language, study: Study, whys: readonly Why[]): string => whys.map((why) => reasonText(language, study, why)).join(language === 'zh' ? '；' : '; ')

function factName(language: Language, key: string): string | undefined {
  const item = factItem(key)
  return language === 'zh' ? item?.zh : item?.meaning.en
}
