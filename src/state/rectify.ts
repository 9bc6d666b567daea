/** What the office works on: its record, and how the list is looked at. Pure; the words of the list are in text/rectify.ts. */
import { emptyBook, studyWithBook, type RectificationBook } from '../rectify/book'
import type { FaultClass } from '../rectify/item'
import type { RectificationItemStatus, RectifyGroup } from '../text/rectify'
import type { Study } from '../model/study'
import { studyUnder } from '../scenario/study-under'
import { planShown, type Workshop } from './workshop'

export const rectifyPages = ['list', 'gates', 'months', 'progress'] as const
export type RectifyPage = (typeof rectifyPages)[number]

export type Rectify = {
  readonly book: RectificationBook
  readonly page: RectifyPage
  readonly find: string
  /** clauseKey; null: every clause. */
  readonly clause: string | null
  readonly status: RectificationItemStatus | null
  readonly fault: FaultClass | null
  readonly overdue: boolean
  readonly group: RectifyGroup | null
  /** Names of groups that are folded. */
  readonly folded: readonly string[]
  readonly sort: { readonly column: string; readonly descending: boolean } | null
  /** itemKeys that a bulk edit is about. */
  readonly chosen: readonly string[]
  /** itemKey of the item that is laid open. */
  readonly item: string | null
  /** 'kind day' of the snapshot that the list is held against; null: the latest. */
  readonly against: string | null
  readonly change: MonthFilter | null
}

export type MonthFilter = 'new' | 'mended' | 'open' | 'unclear' | 'gone' | 'overdue'

export const firstRectify: Rectify = { book: emptyBook, page: 'list', find: '', clause: null, status: null, fault: null, overdue: false, group: null, folded: [], sort: null, chosen: [], item: null, against: null, change: null }

/** The base as the office's record leaves it; null: no study is open. */
export const baseRecorded = ({ workshop, rectify }: { readonly workshop: Pick<Workshop, 'base'>; readonly rectify: Pick<Rectify, 'book'> }): Study | null => workshop.base && studyWithBook(workshop.base, rectify.book).study

/** What the screens show: base, record, plan. */
export function studyShown(state: { readonly workshop: Workshop; readonly rectify: Pick<Rectify, 'book'> }): Study | null {
  const base = baseRecorded(state)
  return base && studyUnder(base, planShown(state.workshop))
}

