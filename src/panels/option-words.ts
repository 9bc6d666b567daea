/** Words of a policy option and of its choices; an option without words shows its id. */
import type { OptionValue } from '../model/study'
import { policyOptions } from '../policy/options'
import type { Language } from '../text/say'

export const optionLabel = (language: Language, id: string): string => policyOptions.find((option) => option.id === id)?.label[language] ?? id

export function choiceLabel(language: Language, id: string, value: OptionValue): string {
  const choice = policyOptions.find((option) => option.id === id)?.choices.find((offered) => offered.value === value)
  return choice?.[language] ?? String(value)
}
