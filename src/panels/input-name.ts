/** What a number of an explanation is called: a column, a fact item, or a reason. */
import { columnName, columnNames } from '../text/keys'
import type { Language } from '../text/say'
import { whyText, whyWords } from '../text/why'

export function inputName(language: Language, key: string): string {
  if (key in columnNames) return columnName(language, key)
  return key in whyWords ? whyText(language, key) : key
}
