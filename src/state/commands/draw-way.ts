/** A link drawn place by place, and a piece of street that is closed: by clicks on the map or by typing, each one edit. */
import type { LngLat } from '../../tables/ledger'
import type { App } from '../app'
import { setWorkshop } from '../workshop'
import { performEdit } from './perform-edit'

export function beginLink(app: App): void {
  setWorkshop(app, { way: { kind: 'link', line: [] }, tool: { kind: 'link' }, adding: null, drag: null, refused: null })
}

export function beginClosing(app: App): void {
  setWorkshop(app, { way: { kind: 'closing' }, tool: { kind: 'closing' }, adding: null, drag: null, refused: null })
}

export const leaveWay = (app: App): void => setWorkshop(app, { way: null, tool: null, refused: null })

/** A place that is said twice running (a double click) counts once. */
export function addPlace(app: App, at: LngLat): void {
  const { way } = app.store.getState().workshop
  if (way?.kind !== 'link') return
  const last = way.line.at(-1)
  if (last && last[0] === at[0] && last[1] === at[1]) return
  setWorkshop(app, { way: { ...way, line: [...way.line, at] } })
}

export function dropLastPlace(app: App): void {
  const { way } = app.store.getState().workshop
  if (way?.kind === 'link') setWorkshop(app, { way: { ...way, line: way.line.slice(0, -1) } })
}

/** lengthM null: as long as it is drawn. A line of one place is no line yet. */
export async function finishLink(app: App, lengthM: number | null): Promise<void> {
  const { way } = app.store.getState().workshop
  if (way?.kind !== 'link' || way.line.length < 2) return
  if (await performEdit(app, { type: 'add-link', line: way.line, lengthM })) leaveWay(app)
}

/** The piece nearest to the place. */
export async function closeStreetAt(app: App, at: LngLat): Promise<void> {
  if (await performEdit(app, { type: 'close-street', at })) leaveWay(app)
}
