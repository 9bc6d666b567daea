/**
 * The office's own record (整改台账): statuses typed on the list, and what the list was on earlier days. It is no plan: a plan says what
 * might be, the record what was done, so it holds under every plan and in the base. Like a plan it is a list of plain edits and a
 * counter (design principle 7), so that undo, saving and the worker need nothing of their own. study.json keeps it as `rectification`.
 */
import { problem, type Problem } from '../problem'
import type { Study } from '../model/study'
import { readEdit } from '../scenario/edit'
import { setRectifications, type SetRectification } from '../scenario/edits/set-rectification'
import { isRecord } from '../scenario/shape'
import { unitMatcher } from './match'
import { readSnapshot, withSnapshot, writeSnapshot, type Snapshot } from './snapshot'

export type BookEntry = Omit<SetRectification, 'id' | 'type'>

export type RectificationBook = {
  /** Each stroke is what one action of the user wrote, one unit or many; undone together. */
  readonly strokes: readonly (readonly BookEntry[])[]
  /** How many of the strokes count. */
  readonly done: number
  readonly snapshots: readonly Snapshot[]
  /** What the file held and this version cannot use, for writing back. */
  readonly unread: { readonly strokes: readonly unknown[]; readonly snapshots: readonly unknown[]; readonly keys: Readonly<Record<string, unknown>> }
}

export const emptyBook: RectificationBook = { strokes: [], done: 0, snapshots: [], unread: { strokes: [], snapshots: [], keys: {} } }

/** One more stroke; what was undone is cut. */
export const withStroke = (book: RectificationBook, entries: readonly BookEntry[]): RectificationBook => (entries.length === 0 ? book : { ...book, strokes: [...book.strokes.slice(0, book.done), entries], done: book.done + 1 })

export const undoStroke = (book: RectificationBook): RectificationBook => (book.done === 0 ? book : { ...book, done: book.done - 1 })
export const redoStroke = (book: RectificationBook): RectificationBook => (book.done === book.strokes.length ? book : { ...book, done: book.done + 1 })

export const keepSnapshot = (book: RectificationBook, snapshot: Snapshot): RectificationBook => ({ ...book, snapshots: withSnapshot(book.snapshots, snapshot) })

const applied = new WeakMap<Study, WeakMap<RectificationBook['strokes'], Map<number, { readonly study: Study; readonly problems: readonly Problem[] }>>>()

/** The base as the record leaves it; the very study where nothing is recorded. A unit that the ledger no longer has is said, its record stays in the book. */
export function studyWithBook(study: Study, { strokes, done }: RectificationBook): { readonly study: Study; readonly problems: readonly Problem[] } {
  if (done === 0) return { study, problems: [] }
  const ofStudy = madeIn(applied, study, () => new WeakMap())
  const byDone = madeIn(ofStudy, strokes, () => new Map())
  let answer = byDone.get(done)
  if (!answer) byDone.set(done, (answer = apply(study, strokes.slice(0, done))))
  return answer
}

function apply(study: Study, strokes: RectificationBook['strokes']): { study: Study; problems: Problem[] } {
  const match = unitMatcher(study)
  const lost = new Set<string>()
  const entries = strokes.flat().flatMap((entry) => {
    const id = match({ kind: entry.of.kind, id: entry.of.id, name: entry.name ?? null })
    if (id !== null) return [id === entry.of.id ? entry : { ...entry, of: { ...entry.of, id } }]
    lost.add(entry.name ?? entry.of.id)
    return []
  })
  const problems = lost.size === 0 ? [] : [problem('edit-target-missing', 'warning', { file: 'study.json', column: 'rectification' }, [...lost].sort().join('、'))]
  return { study: setRectifications(study, entries).study, problems }
}

function madeIn<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

const knownKeys = ['version', 'strokes', 'done', 'snapshots']

/** What study.json holds under `rectification`; anything else is an empty book with the raw kept. Never throws. */
export function readBook(raw: unknown): { readonly book: RectificationBook; readonly problems: readonly Problem[] } {
  if (raw === undefined || raw === null) return { book: emptyBook, problems: [] }
  const at = { file: 'study.json', column: 'rectification' }
  const wrong = (key: string, value: unknown): Problem => problem('study-key-wrong', 'warning', { ...at, column: `rectification${key}` }, JSON.stringify(value)?.slice(0, 80))
  if (!isRecord(raw)) return { book: emptyBook, problems: [wrong('', raw)] }
  const problems: Problem[] = []
  const unread = { strokes: [] as unknown[], snapshots: [] as unknown[] }
  const strokes: (readonly BookEntry[])[] = []
  for (const [index, stroke] of listOf(raw.strokes).entries()) {
    const entries = listOf(stroke).map((entry) => readEntry(entry))
    if (entries.length > 0 && entries.every((entry) => entry !== null)) strokes.push(entries)
    else {
      unread.strokes.push(stroke)
      problems.push(wrong(`.strokes.${index}`, stroke))
    }
  }
  const snapshots: Snapshot[] = []
  for (const [index, entry] of listOf(raw.snapshots).entries()) {
    const snapshot = readSnapshot(entry)
    if (snapshot) snapshots.push(snapshot)
    else {
      unread.snapshots.push(entry)
      problems.push(wrong(`.snapshots.${index}`, entry))
    }
  }
  const asked = raw.done
  const done = typeof asked === 'number' && Number.isSafeInteger(asked) && asked >= 0 ? Math.min(asked, strokes.length) : strokes.length
  const keys = Object.fromEntries(Object.entries(raw).filter(([key]) => !knownKeys.includes(key) && key !== '__proto__'))
  return { book: { strokes, done, snapshots: snapshots.reduce<readonly Snapshot[]>(withSnapshot, []), unread: { ...unread, keys } }, problems }
}

/** undefined: there is nothing to write. */
export function writeBook({ strokes, done, snapshots, unread }: RectificationBook): unknown {
  if (strokes.length + snapshots.length + unread.strokes.length + unread.snapshots.length + Object.keys(unread.keys).length === 0) return undefined
  return { ...unread.keys, version: 1, strokes: [...strokes, ...unread.strokes], done, snapshots: [...snapshots.map(writeSnapshot), ...unread.snapshots] }
}

/** An entry has the shape of the edit, without its number. */
function readEntry(raw: unknown): BookEntry | null {
  if (!isRecord(raw)) return null
  const { edit, problems } = readEdit({ ...raw, type: 'set-rectification' }, {}, 'book')
  if (problems.length > 0 || edit.type !== 'set-rectification') return null
  const { id: _, type: __, ...entry } = edit
  return entry
}

const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : [])
