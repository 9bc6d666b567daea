/** What crossings and steps add to a walk, and how drawn lines meet: read so on the map and in every clause alike. */
import type { OptionValue } from '../../model/study'
import { walkOptions } from '../../policy/options'
import type { App } from '../app'
import { setWalking } from '../walking'
import { buildStreets } from './build-streets'
import { setOption } from './choose-option'
import { countReach } from './count-reach'
import { judgeStudy } from './judge-study'
import { traceWalk } from './trace-walk'

export async function setWalkOption(app: App, id: string, value: OptionValue): Promise<void> {
  setOption(app, id, value, walkOptions.find((option) => option.id === id)?.default ?? null)
  // Lines that meet elsewhere are another network: it is made before anything is judged on it.
  if (id === 'joinCrossings' && app.store.getState().walking.streets !== null) {
    setWalking(app, { streets: null })
    await buildStreets(app)
  }
  await Promise.all([judgeStudy(app), countReach(app), traceWalk(app)])
}
