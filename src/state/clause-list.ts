/** The clauses as the column lists them: filtered, and grouped by document and article in the document's own order. */
import { lackKey, type DataLacking, type Lack } from '../indicators/data-lacking'
import type { Result } from '../indicators/result'
import type { Clause, Pack } from '../policy/clause'
import { clauseKey, type ClauseView } from './state'

export type ClauseEntry = { readonly pack: Pack; readonly clause: Clause; readonly result: Result }

/** path: the article's headings from the top; only those that the group before did not have are shown. */
export type ArticleGroup = { readonly path: readonly string[]; readonly fresh: readonly string[]; readonly entries: readonly ClauseEntry[] }
export type DocumentGroup = { readonly pack: Pack; readonly count: number; readonly articles: readonly ArticleGroup[] }

/** Results with their clauses; one whose pack was taken away meanwhile is left out. */
export function entriesOf(packs: readonly Pack[], results: readonly Result[]): ClauseEntry[] {
  const clauses = new Map(packs.flatMap((pack) => pack.clauses.map((clause) => [clauseKey({ policy: pack.id, clause: clause.id }), { pack, clause }] as const)))
  return results.flatMap((result) => {
    const found = clauses.get(clauseKey(result))
    return found ? [{ ...found, result }] : []
  })
}

export function listedEntries(entries: readonly ClauseEntry[], view: ClauseView, lacking: ReadonlyMap<string, DataLacking> | null): ClauseEntry[] {
  const words = view.find.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(
    ({ clause, result }) =>
      (view.verdict === null || result.state === view.verdict) &&
      (view.lacking === null || lacksOf(lacking?.get(clauseKey(result))).some((lack) => lackKey(lack) === view.lacking)) &&
      (words.length === 0 || words.every((word) => textOf(clause).includes(word))),
  )
}

/** Things that are lacking, with the number of clauses that want each; the most wanted first. */
export function lackChoices(lacking: ReadonlyMap<string, DataLacking> | null): { readonly key: string; readonly lack: Lack; readonly clauses: number }[] {
  const found = new Map<string, { key: string; lack: Lack; clauses: number }>()
  for (const each of lacking?.values() ?? [])
    for (const key of new Set(lacksOf(each).map(lackKey))) {
      const lack = lacksOf(each).find((other) => lackKey(other) === key)!
      const known = found.get(key)
      found.set(key, { key, lack, clauses: (known?.clauses ?? 0) + 1 })
    }
  return [...found.values()].sort((a, b) => b.clauses - a.clauses || (a.key < b.key ? -1 : 1))
}

export function documentGroups(entries: readonly ClauseEntry[]): DocumentGroup[] {
  const packs = [...new Set(entries.map(({ pack }) => pack))]
  return packs.map((pack) => {
    const own = entries.filter((entry) => entry.pack === pack)
    return { pack, count: own.length, articles: articlesOf(own) }
  })
}

function articlesOf(entries: readonly ClauseEntry[]): ArticleGroup[] {
  const byArticle = new Map<string, ClauseEntry[]>()
  for (const entry of entries) {
    const group = byArticle.get(entry.clause.article)
    if (group) group.push(entry)
    else byArticle.set(entry.clause.article, [entry])
  }
  const groups = [...byArticle]
    .map(([article, own], at) => ({ path: article === '' ? [] : article.split(' / '), entries: own, at }))
    .sort((a, b) => comparePaths(a.path, b.path) || a.at - b.at)
  return groups.map(({ path, entries: own }, at) => ({ path, fresh: path.slice(shared(path, groups[at - 1]?.path ?? [])), entries: own }))
}

const shared = (path: readonly string[], before: readonly string[]): number => {
  const differs = path.findIndex((part, at) => part !== before[at])
  return differs < 0 ? path.length : differs
}

/** By the numbers of the headings: 二 before 三, (二) before (十), 3. before 10.; a heading without a number keeps its place. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [ordinal(a[at]!), ordinal(b[at]!)]
    if (left !== null && right !== null && left !== right) return left - right
  }
  return a.length - b.length
}

/** 二、… (三)… 第四条 五是 12. …; null without a number. */
export function ordinal(heading: string): number | null {
  const arabic = /^[（(第]?\s*(\d{1,3})/.exec(heading)
  if (arabic) return Number(arabic[1])
  const chinese = /^[（(第]?\s*([一二三四五六七八九十]{1,3})(?=[、.．）)是条章节款项\s])/.exec(heading)
  return chinese ? chineseNumber(chinese[1]!) : null
}

/** 一 … 九十九. */
function chineseNumber(text: string): number {
  const digit = (character: string | undefined): number => (character === undefined ? 0 : '一二三四五六七八九'.indexOf(character) + 1)
  const ten = text.indexOf('十')
  if (ten < 0) return digit(text)
  return (ten === 0 ? 1 : digit(text[ten - 1])) * 10 + digit(text[ten + 1])
}

const lacksOf = (lacking: DataLacking | undefined): readonly Lack[] => (lacking ? [...lacking.lacks, ...lacking.instead] : [])

const textOf = ({ id, title, quote, article }: Clause): string => `${id} ${title.zh} ${title.en} ${quote} ${article}`.toLowerCase()
