/** Which column of a ledger each header means. A mapping by hand wins, then the key itself, then the longest agreement with the synonyms. */
import { factItems, type FactItem } from './fact-items'
import { headerText, type HeaderText } from './header-text'
import type { ColumnMatch, Ledger, LedgerColumn, LedgerName } from './ledger'
import { ledgers } from './ledgers'
import { isPersonalHeader } from './personal'
import { plainText } from './words'
import { serviceWords } from './vocabularies'

/** One column's header: the words above each other, top first. */
export type HeaderPath = readonly string[]

export type Matched = {
  readonly columns: readonly ColumnMatch[]
  /** Columns whose key was taken by a better one: header and the key it would have had. */
  readonly twice: readonly { readonly header: string; readonly key: string; readonly kept: string }[]
  /** Mappings by hand whose key the ledger does not have. */
  readonly unknownKeys: readonly { readonly header: string; readonly key: string }[]
  readonly score: number
}

export function matchColumns(
  ledger: Ledger,
  paths: readonly HeaderPath[],
  byHand: Readonly<Record<string, string>> = {},
): Matched {
  const hand = new Map(Object.entries(byHand).map(([header, key]) => [plainText(header), key]))
  const found = paths.map((path, index) => candidateOf(ledger, path, index, hand))
  const best = new Map<string, Candidate>()
  for (const candidate of found) {
    if (candidate.key === null) continue
    const rival = best.get(candidate.key)
    if (!rival || candidate.strength > rival.strength) best.set(candidate.key, candidate)
  }
  const twice: { header: string; key: string; kept: string }[] = []
  const columns = found.map((candidate): ColumnMatch => {
    const kept = candidate.key === null ? null : best.get(candidate.key)!
    const taken = kept !== null && kept !== candidate
    if (taken) twice.push({ header: candidate.shown, key: candidate.key!, kept: kept.shown })
    const key = taken ? null : candidate.key
    const personal = key === null && isPersonalHeader(candidate.text, ledger.name)
    return {
      header: candidate.shown,
      index: candidate.index,
      key,
      ...(candidate.text.unit === null ? {} : { unit: candidate.text.unit }),
      ...(personal ? { personal } : {}),
    }
  })
  const unknownKeys = found.flatMap(({ shown, unknownKey }) =>
    unknownKey === undefined ? [] : [{ header: shown, key: unknownKey }],
  )
  return { columns: lowestUnit(ledger, columns), twice, unknownKeys, score: scoreOf(ledger, [...best.values()]) }
}

/** True when some ledger, fact item or personal column knows the header. */
export const isKnownHeader = (path: HeaderPath): boolean =>
  lookUps(path).some(({ form }) => weights.has(form)) || isPersonalHeader(headerText(path[path.length - 1] ?? ''), null)

/** The fact item that a cell or header names, among those stated for one of the levels (null: any). */
export function factItemNamed(text: string, levels: readonly string[] | null): FactItem | null {
  for (const form of headerText(text).forms) {
    const items = itemNames.get(form)
    const item = items?.find((each) => levels === null || each.levelOfUnit.some((level) => levels.includes(level)))
    if (item) return item
  }
  return null
}

type Candidate = {
  readonly index: number
  readonly shown: string
  readonly text: HeaderText
  readonly key: string | null
  readonly strength: number
  readonly unknownKey?: string
}

function candidateOf(ledger: Ledger, path: HeaderPath, index: number, hand: ReadonlyMap<string, string>): Candidate {
  const leaf = path[path.length - 1] ?? ''
  const leafText = headerText(leaf)
  const unit = leafText.unit ?? path.map((each) => headerText(each).unit).find((each) => each !== null) ?? null
  const text = { ...leafText, unit }
  const shown = path.length > 1 ? path.map((each) => headerText(each).shown).join('/') : leafText.shown
  const mapped = hand.get(plainText(shown)) ?? hand.get(plainText(leaf))
  let unknown: { unknownKey?: string } = {}
  if (mapped !== undefined) {
    if (mapped === '' || isKey(ledger, mapped))
      return { index, shown, text, key: mapped === '' ? null : mapped, strength: 1000 }
    unknown = { unknownKey: mapped }
  }
  const names = namesOf(ledger)
  for (const { form, strength } of lookUps(path)) {
    const key = names.get(form)
    if (key !== undefined)
      return { index, shown, text, key, strength: strength + (plainText(key) === form ? 5 : 0), ...unknown }
  }
  const levels = factLevels[ledger.name]
  if (levels !== undefined)
    for (const { form, strength } of lookUps(path)) {
      const item = itemNames
        .get(form)
        ?.find((each) => levels === null || each.levelOfUnit.some((level) => levels.includes(level)))
      if (item) return { index, shown, text, key: `fact:${item.key}`, strength, ...unknown }
    }
  return { index, shown, text, key: null, strength: 0, ...unknown }
}

/** What to look for, best first: the words joined from the top (养老服务设施 + 建筑面积, both ways round), then the leaf, each whole and without brackets. */
function lookUps(path: HeaderPath): { form: string; strength: number }[] {
  const leaf = headerText(path[path.length - 1] ?? '').forms
  const found: { form: string; strength: number }[] = []
  for (let above = 0; above < path.length - 1; above++) {
    const tops = path
      .slice(above, -1)
      .map((each) => headerText(each).forms[0] ?? '')
      .join('')
    if (tops === '') continue
    for (const form of leaf.slice(0, 2))
      found.push(
        { form: `${tops}/${form}`, strength: 110 },
        { form: tops + form, strength: 108 },
        { form: form + tops, strength: 106 },
      )
  }
  leaf.forEach((form, at) => found.push({ form, strength: 100 - at * 10 }))
  return found
}

const factLevels: Partial<Record<LedgerName, readonly string[] | null>> = {
  areas: ['province', 'city', 'county', 'subdistrict', 'town', 'township', 'community', 'village'],
  compounds: ['compound'],
  facilities: ['facility'],
  plots: ['plot'],
  facts: null,
}

const itemNames: ReadonlyMap<string, readonly FactItem[]> = (() => {
  const names = new Map<string, FactItem[]>()
  for (const item of factItems)
    for (const form of new Set([
      item.key.toLowerCase(),
      ...[item.zh, ...item.names].flatMap((name) => headerText(name).forms.slice(0, 1)),
    ]))
      names.set(form, [...(names.get(form) ?? []), item])
  return names
})()

const nameCache = new Map<Ledger, ReadonlyMap<string, string>>()

/** Every written form of the ledger's headers -> key; an earlier column wins where two share a word. */
function namesOf(ledger: Ledger): ReadonlyMap<string, string> {
  const cached = nameCache.get(ledger)
  if (cached) return cached
  const names = new Map<string, string>()
  const add = (form: string, key: string) => {
    if (form !== '' && !names.has(form)) names.set(form, key)
  }
  for (const { key } of ledger.columns) add(plainText(key), key)
  for (const { key, headers } of ledger.columns)
    for (const header of headers) add(headerText(header).forms[0] ?? '', key)
  for (const { key, headers } of ledger.columns) for (const header of headers) add(plainText(header), key)
  if (ledger.name === 'facilities')
    for (const [id, words] of Object.entries(serviceWords)) add(words[0]!, `service:${id}`)
  nameCache.set(ledger, names)
  return names
}

const isKey = (ledger: Ledger, key: string): boolean =>
  ledger.columns.some((column: LedgerColumn) => column.key === key) ||
  (key.startsWith('fact:') && factItems.some((item) => `fact:${item.key}` === key)) ||
  (key.startsWith('service:') && Object.hasOwn(serviceWords, key.slice(8)))

/** A header that few ledgers know says more about which ledger this is: 1 shared among the ledgers that know it. */
const weights: ReadonlyMap<string, number> = (() => {
  const counts = new Map<string, number>()
  for (const ledger of ledgers) for (const form of namesOf(ledger).keys()) counts.set(form, (counts.get(form) ?? 0) + 1)
  for (const form of itemNames.keys()) if (!counts.has(form)) counts.set(form, 2)
  return new Map([...counts].map(([form, count]) => [form, 1 / count]))
})()

function scoreOf(ledger: Ledger, matches: readonly Candidate[]): number {
  const names = namesOf(ledger)
  return matches.reduce(
    (sum, { text, key, strength }) =>
      sum +
      (strength >= 1000
        ? 1
        : key?.startsWith('fact:')
          ? 0.6
          : Math.max(0.1, ...text.forms.filter((form) => names.has(form)).map((form) => weights.get(form) ?? 0))),
    0,
  )
}

/** Without a column for the unit itself, the lowest of the upper units (街道, else 县区) is the unit that the row belongs to. */
function lowestUnit(ledger: Ledger, columns: readonly ColumnMatch[]): readonly ColumnMatch[] {
  const own = ledger.name === 'areas' ? 'parent' : 'area'
  if (ledger.name === 'facts' || columns.some(({ key }) => key === own)) return columns
  const lowest = columns.find(({ key }) => key === 'subdistrict') ?? columns.find(({ key }) => key === 'county')
  return lowest ? columns.map((column) => (column === lowest ? { ...column, key: own } : column)) : columns
}
