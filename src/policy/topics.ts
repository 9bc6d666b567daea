/** Which clauses of different documents speak of the same thing: 25/20 m² here, 30/20 m² there. */
import type { Clause, Pack } from './clause'

export type TopicMember = { readonly pack: Pack; readonly clause: Clause }

export type Topic = {
  readonly id: string
  /** A plain name of the topic: the shortest title among its clauses, without what one document adds in brackets. */
  readonly title: { readonly zh: string; readonly en: string }
  /** In the order of the packs. */
  readonly members: readonly TopicMember[]
}

/** The topics that at least two of the packs have, in the order of the first. */
export function topicsOf(packs: readonly Pack[]): Topic[] {
  const found = new Map<string, TopicMember[]>()
  for (const pack of packs)
    for (const clause of pack.clauses) {
      const id = topicOf(clause)
      if (id === null) continue
      const members = found.get(id)
      if (members) members.push({ pack, clause })
      else found.set(id, [{ pack, clause }])
    }
  return [...found].filter(([, members]) => new Set(members.map(({ pack }) => pack.id)).size > 1).map(([id, members]) => ({ id, title: titleOf(members), members }))
}

/** What the clause measures, of whom; null: of a kind that is not compared. */
export function topicOf({ evaluator, parameters }: Clause): string | null {
  const about = aboutBy[evaluator]?.(parameters)
  return about === undefined || about === null ? null : `${evaluator}: ${about}`
}

type Parameters = Clause['parameters']

const aboutBy: Readonly<Record<string, (parameters: Parameters) => string | null>> = {
  'unit-share': ({ units }) => levelsOf(units),
  'count-per-unit': ({ units, measure }) => `${levelsOf(units)} ${countedBy(measure)}`,
  'area-per-households': ({ over, class: age }) => `${String(over)} ${String(age)}`,
  'land-per-person': () => 'land',
  'people-within-reach': ({ serviceGroups }) => (Array.isArray(serviceGroups) ? 'services' : 'facilities'),
  ratio: ({ numerator, denominator }) => `${figureOf(numerator)} / ${figureOf(denominator)}`,
  'per-thousand-elders': ({ numerator }) => figureOf(numerator),
  total: ({ measure }) => figureOf(measure),
  trend: ({ measure }) => figureOf(measure),
  gates: ({ mode, over }) => (over === 'compounds' ? String(mode) : null),
  // A list of the city here and of the district there is one list.
  checklist: ({ over, elements }) => `${['facilities', 'plots', 'pools', 'community'].includes(String(over)) ? String(over) : 'unit'} ${elementsOf(elements)}`,
  inclusion: ({ whole }) => figureOf(whole),
  allocation: ({ total }) => figureOf(total),
}

const levelsOf = (units: unknown): string => listed(fieldOf(units, 'levels'))

/** The facilities that are counted, else the stated item. */
function countedBy(measure: unknown): string {
  const kinds = fieldOf(fieldOf(measure, 'count'), 'kinds')
  return Array.isArray(kinds) ? listed(kinds) : String(fieldOf(measure, 'item'))
}

/** A figure by its item; one of a ledger by what it takes from whom. */
function figureOf(measure: unknown): string {
  const item = fieldOf(measure, 'item')
  if (typeof item === 'string') return item
  const sum = fieldOf(measure, 'sum')
  if (Array.isArray(sum)) return listed(sum)
  const ledger = fieldOf(measure, 'ledger')
  if (typeof ledger === 'object' && ledger !== null) return JSON.stringify(sortedKeys(ledger))
  return [fieldOf(measure, 'numerator'), fieldOf(measure, 'denominator')].map(String).join(' / ')
}

/** The items or services of the elements, whatever the elements are called. */
const elementsOf = (elements: unknown): string =>
  Array.isArray(elements) ? listed(elements.map((element: unknown) => String(fieldOf(element, 'item') ?? fieldOf(element, 'service') ?? fieldOf(element, 'id')))) : ''

const listed = (values: unknown): string => (Array.isArray(values) ? [...values].map(String).sort().join('+') : '')

const fieldOf = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined)

/** The same object written in another order is the same. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]: [string, unknown]) => [key, sortedKeys(entry)]))
}

function titleOf(members: readonly TopicMember[]): Topic['title'] {
  const shortest = (language: 'zh' | 'en'): string => members.map(({ clause }) => clause.title[language].replace(/[（(][^）)]*[）)]$/, '').trim()).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]!
  return { zh: shortest('zh'), en: shortest('en') }
}
