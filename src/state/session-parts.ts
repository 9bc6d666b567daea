/** What is kept with a study beside its plans: one entry per thing that somebody set or wrote, each under its own name. */
import { facilityKinds, type FacilityKind } from '../model/study'
import { readBook, writeBook, type RectificationBook } from '../rectify/book'
import { firstRectify } from './rectify'
import type { Layers, State } from './state'

export type SessionPart = {
  readonly name: string
  /** The same object while nothing changed; null: nothing to keep. */
  readonly of: (state: State) => unknown
  /** Forgiving: what does not fit is left as it is. */
  readonly bring: (kept: unknown, state: State) => Partial<State>
}

const layers: SessionPart = {
  name: 'layers',
  of: (state) => state.layers,
  bring: (kept, state) => (isRecord(kept) ? { layers: Object.fromEntries(Object.entries(state.layers).map(([layer, shown]) => [layer, typeof kept[layer] === 'boolean' ? kept[layer] : shown])) as Layers } : {}),
}

const metres: SessionPart = {
  name: 'metres',
  of: (state) => state.metres,
  bring: (kept) => (Array.isArray(kept) && kept.length === 2 && kept.every((each) => typeof each === 'number' && each > 0 && each < 100_000) ? { metres: [kept[0] as number, kept[1] as number] } : {}),
}

const kinds: SessionPart = {
  name: 'kinds',
  of: (state) => state.kinds,
  bring: (kept) => (Array.isArray(kept) && kept.every(isKind) ? { kinds: kept } : {}),
}

const rectification: SessionPart = {
  name: 'rectification',
  of: ({ rectify: { book } }) => bookKept(book),
  bring: (kept) => (isRecord(kept) ? { rectify: { ...firstRectify, book: readBook(kept).book } } : {}),
}

const kept = new WeakMap<RectificationBook, unknown>()

/** As study.json has it, made once per state of the record; null: nothing is recorded. */
function bookKept(book: RectificationBook): unknown {
  if (!kept.has(book)) kept.set(book, writeBook(book) ?? null)
  return kept.get(book)
}

export const sessionParts: readonly SessionPart[] = [layers, metres, kinds, rectification]

const isKind = (value: unknown): value is FacilityKind => facilityKinds.some((kind) => kind === value)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
