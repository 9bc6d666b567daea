/** The words of the rectification list. */
import { fill, type Language } from './say'

/** What a remedy calls the records that it makes. */
const made = {
  rooms: { zh: '{name}养老服务用房', en: 'Care rooms of {name}' },
  group: { zh: '{name}整合配建组', en: 'Pool of {name}' },
  centre: { zh: '{name}养老服务设施', en: 'Care facility of {name}' },
} as const

export const remedyName = (language: Language, what: keyof typeof made, name: string): string => fill(made[what][language], { name })
