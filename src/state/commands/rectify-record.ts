/** The office's record: a status, a note, a day, an area typed on the list, for one item or many. It holds under every plan. */
import { redoStroke, undoStroke, withStroke, type BookEntry, type RectificationBook } from '../../rectify/book'
import { itemKey, type ItemProgress, type RectificationItem } from '../../rectify/item'
import { askIn, takeTurn, type App } from '../app'
import { followPlan } from './show-plan'

export type ProgressChange = Partial<Pick<ItemProgress, 'status' | 'note' | 'evidence' | 'areaM2'>>

/** Two items of one compound's care area are one work, recorded once. */
export async function recordProgress(app: App, items: readonly RectificationItem[], change: ProgressChange): Promise<void> {
  const entries = new Map<string, BookEntry>()
  for (const item of items) {
    const { status, note, evidence, areaM2 } = { ...item.progress, ...change }
    const ofArea = item.kind === 'compound' && item.measure === 'm2'
    const entry: BookEntry = { of: { kind: item.kind, id: item.unit }, ...(ofArea ? {} : { clause: item.clause }), status, note, evidence, areaM2, name: item.name }
    const { status: was, note: noteWas, evidence: evidenceWas, areaM2: areaWas } = item.progress
    if (status !== was || note !== noteWas || evidence !== evidenceWas || areaM2 !== areaWas) entries.set(ofArea ? `${item.kind} ${item.unit}` : itemKey(item), entry)
  }
  const { book } = app.store.getState().rectify
  if (entries.size > 0) await followBook(app, withStroke(book, [...entries.values()]))
}

export const undoRecord = (app: App): Promise<void> => step(app, undoStroke)
export const redoRecord = (app: App): Promise<void> => step(app, redoStroke)

async function step(app: App, by: (book: RectificationBook) => RectificationBook): Promise<void> {
  const { book } = app.store.getState().rectify
  const after = by(book)
  if (after !== book) await followBook(app, after)
}

async function followBook(app: App, book: RectificationBook): Promise<void> {
  app.store.setState(({ rectify }) => ({ rectify: { ...rectify, book } }))
  await tellBook(app)
  await followPlan(app)
}

/** The computing part goes on from the same base as the page. */
export async function tellBook(app: App): Promise<void> {
  const { strokes, done } = app.store.getState().rectify.book
  await askIn(app, 'record', takeTurn(app, 'record'), 'record', { strokes, done })
}
