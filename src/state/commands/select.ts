/** Selects one thing everywhere at once; null selects nothing. */
import type { App } from '../app'
import type { Selection } from '../state'
import { setWorkshop } from '../workshop'
import { traceWalk } from './trace-walk'
import { weighFacility } from './weigh-facility'

export function select(app: App, selection: Selection | null): void {
  app.store.setState({ selection })
  if (app.store.getState().walking.model === 'walk') void traceWalk(app)
  const { workshop } = app.store.getState()
  if (!workshop.base) return
  if (workshop.tool || workshop.adding || workshop.way || workshop.refused) setWorkshop(app, { tool: null, drag: null, adding: null, way: null, refused: null })
  void weighFacility(app)
}
