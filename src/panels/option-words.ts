/** Words of a policy option and of its choices; one without words shows its id or value. */
import type { OptionValue } from '../model/study'
import { optionWords } from '../text/options'
import type { Language } from '../text/say'

export const optionLabel = (language: Language, id: string): string => optionWords[id]?.label[language] ?? id

export const choiceLabel = (language: Language, id: string, value: OptionValue): string => optionWords[id]?.choices[String(value)]?.[language] ?? String(value)
