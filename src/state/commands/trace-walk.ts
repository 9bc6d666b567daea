/** The walk of what is selected: a place's way to its nearest facility, a facility's own reach. */
import { effortOf } from '../../reach/pace-options'
import type { WalkFrom } from '../../reach/walk-explained'
import { askIn, takeTurn, type App } from '../app'
import type { Selection } from '../state'
import { setWalking, walkMetres } from '../walking'
import { editsShown } from '../workshop'
import { drawOwnWalk } from './draw-walks'

export async function traceWalk(app: App): Promise<void> {
  const signal = takeTurn(app, 'route')
  const { walking, selection, policy, clause, ownPacks, options, kinds } = app.store.getState()
  void drawOwnWalk(app)
  const from = walking.model === 'walk' ? fromOf(selection) : null
  const { route: before } = walking
  // Asked again about the same place, the answer stands until the new one comes.
  const same = from && before !== null && before !== 'waiting' && before.from.kind === from.kind && before.from.id === from.id
  if (!same) setWalking(app, { route: from ? 'waiting' : null })
  if (!from) return
  const asked = clause === null ? null : { policy, clause, own: ownPacks, options: { ...options, walkSpeed: walking.speed } }
  const route = await askIn(app, 'route', signal, 'route', { from, asked, metres: walkMetres(walking.speed)[1], speed: walking.speed, effort: effortOf(options), kinds, ...editsShown(app) })
  if (!signal.aborted) setWalking(app, { route })
}

const fromOf = (selection: Selection | null): WalkFrom | null => (selection && (selection.kind === 'point' || selection.kind === 'compound') ? { kind: selection.kind, id: selection.id } : null)
