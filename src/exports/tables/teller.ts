/** How the cells of every exported table are worded, in one language over one study. */
import { reasonsText } from '../../indicators/reason-text'
import { recordNames } from '../../indicators/record-names'
import type { State, Why } from '../../indicators/result'
import { rosterOf, tierOf } from '../../indicators/roster'
import type { Area, Options, Study } from '../../model/study'
import type { Clause, Pack } from '../../policy/clause'
import { exportColumns, sayExport, tableWords, type ColumnWords, type ExportColumnKey, type ExportWord } from '../../text/exports'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { optionWords } from '../../text/options'
import { fill, say, type Language } from '../../text/say'
import type { ColumnFormat, ColumnOf, ExportTable, Value } from '../table'

export type Teller = {
  readonly language: Language
  readonly say: (key: ExportWord, values?: Readonly<Record<string, string | number>>) => string
  readonly column: <T>(key: ExportColumnKey, format: ColumnFormat, width: number, of: (record: T) => Value, more?: Partial<Pick<ColumnOf<T>, 'wrap' | 'unitIn'>>) => ColumnOf<T>
  readonly about: (key: keyof typeof tableWords, names: readonly string[], level?: { readonly key: string; readonly word: string }) => Pick<ExportTable, 'key' | 'name' | 'meaning' | 'names'>
  readonly yesNo: (value: boolean | null) => Value
  readonly verdict: (state: State) => string
  /** The unit of a figure without the figure: '㎡', '处'; a share has the word for it. */
  readonly measure: (unit: string) => string
  readonly reasons: (whys: readonly Why[]) => Value
  readonly reading: (reading: Options) => string
  readonly list: (parts: readonly string[]) => Value
  readonly nameOf: (id: string | null) => Value
  readonly above: (areaId: string | null) => { readonly county: Area | null; readonly subdistrict: Area | null; readonly community: Area | null }
  readonly clauseOf: (named: { readonly policy: string; readonly clause: string }) => { readonly pack: Pack; readonly clause: Clause } | undefined
}

export function tellerOf({ language, study, packs }: { readonly language: Language; readonly study: Study; readonly packs: readonly Pack[] }): Teller {
  const roster = rosterOf(study)
  const names = recordNames(study)
  const clauses = new Map(packs.flatMap((pack) => pack.clauses.map((clause) => [`${pack.id} ${clause.id}`, { pack, clause }] as const)))
  const tell: Teller['say'] = (key, values) => sayExport(language, key, values)
  const list: Teller['list'] = (parts) => (parts.length === 0 ? null : parts.join(tell('list')))
  return {
    language,
    say: tell,
    column: (key, format, width, of, more = {}) => {
      const words: ColumnWords = exportColumns[key]
      return { key, title: words[language], unit: words.unit?.[language] ?? '', meaning: words.meaning[language], format, width, of, ...more }
    },
    about: (key, given, level) => {
      const words = tableWords[key]
      const values = { level: level?.word ?? '' }
      return { key: level ? `${key}_${level.key}` : key, name: fill(words[language], values), meaning: fill(words.meaning[language], values), names: given }
    },
    yesNo: (value) => (value === null ? null : tell(value ? 'yes' : 'no')),
    verdict: (state) => say(language, `verdict.${state}`),
    measure: (unit) => measureWord(language, unit, tell),
    reasons: (whys) => reasonsText(language, study, whys) || null,
    reading: (reading) =>
      Object.entries(reading)
        .map(([option, value]) => `${optionWords[option]?.label[language] ?? option}：${optionWords[option]?.choices[String(value)]?.[language] ?? String(value)}`)
        .join(tell('semicolon')),
    list,
    nameOf: (id) => (id === null ? null : (names.get(id)?.name ?? id)),
    above: (areaId) => {
      const chain = areaId === null ? [] : roster.chainOf(areaId)
      const at = (tier: number): Area | null => chain.find(({ level }) => tierOf[level] === tier) ?? null
      return { county: at(2), subdistrict: at(3), community: at(4) }
    },
    clauseOf: ({ policy, clause }) => clauses.get(`${policy} ${clause}`),
  }
}

/** '不低于 90 %'. */
export const limitText = (language: Language, at: 'least' | 'most' | 'below' | 'above' | 'equal', value: number, unit: string): string => say(language, `clauses.threshold.${at}`, { value: formatMeasure(language, value, unit) })

function measureWord(language: Language, unit: string, tell: Teller['say']): string {
  if (unit === 'share') return tell('share')
  if (unit === 'step') return tell('step')
  if (unit === 'points of share') return tell('points')
  return formatMeasure(language, 2, unit).slice(formatNumber(2).length).trim()
}
