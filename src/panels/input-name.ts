/** What a number of an explanation is called: a column, a fact item, or a reason. */
import { factItem } from '../tables/fact-items'
import { columnName, columnNames } from '../text/keys'
import type { Language } from '../text/say'
import { whyText, whyWords } from '../text/why'

export function inputName(language: Language, key: string): string {
  if (key in columnNames) return columnName(language, key)
  if (key in whyWords) return whyText(language, key)
  const item = factItem(key.replace(/^fact:/, ''))
  return item ? (language === 'zh' ? item.zh : item.meaning.en) : key
}
