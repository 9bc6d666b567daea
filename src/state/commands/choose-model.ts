/** Shows and counts the legal circle, or the elder walk; the streets are built when they are first walked on. */
import type { App } from '../app'
import { setWalking } from '../walking'
import { buildStreets } from './build-streets'
import { compareWalk } from './compare-walk'
import { countReach } from './count-reach'
import { traceWalk } from './trace-walk'

export async function chooseModel(app: App, model: 'circle' | 'walk'): Promise<void> {
  if (model === 'walk' && !(await buildStreets(app))) return
  setWalking(app, { model })
  await Promise.all([countReach(app), traceWalk(app), compareWalk(app)])
}
