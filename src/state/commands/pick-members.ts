/** Whom a facility serves, and who shares a pool: picked one by one on the map, or typed; each pick is one edit. */
import type { App } from '../app'
import type { Selection } from '../state'
import { setWorkshop } from '../workshop'
import { performEdit } from './perform-edit'

/** True: the pick was for the tool that is in hand. Of a kind that cannot be a member nothing is done. */
export function pickMember(app: App, picked: Selection | null): boolean {
  const { tool } = app.store.getState().workshop
  if (tool?.kind !== 'serve' && tool?.kind !== 'pool') return false
  if (picked?.kind === 'compound' || (picked?.kind === 'area' && tool.kind === 'serve')) void (tool.kind === 'serve' ? toggleServed(app, tool.facility, picked.id) : togglePooled(app, tool.pool, picked.id))
  return true
}

/** An empty list says that it serves nobody we know of, which is not the same as unsaid. */
export function toggleServed(app: App, facility: string, id: string): Promise<boolean> {
  const serves = app.store.getState().study?.facilities.find((each) => each.id === facility)?.serves ?? []
  return performEdit(app, { type: 'serve', facility, serves: serves.includes(id) ? serves.filter((each) => each !== id) : [...serves, id] })
}

/** A compound in the pool leaves it; one of another pool or of none joins. */
export function togglePooled(app: App, pool: string, id: string): Promise<boolean> {
  const now = app.store.getState().study?.compounds.find((each) => each.id === id)?.pool
  return performEdit(app, { type: 'set-pool', compound: id, pool: now === pool ? null : pool })
}

export const pickServed = (app: App, facility: string | null): void => setWorkshop(app, { tool: facility === null ? null : { kind: 'serve', facility }, refused: null })
export const pickPooled = (app: App, pool: string | null): void => setWorkshop(app, { tool: pool === null ? null : { kind: 'pool', pool }, refused: null })
