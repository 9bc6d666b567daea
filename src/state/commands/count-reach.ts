/** Counts the people inside the two circles (or walks) of the shown kinds, and draws the walks anew. */
import { effortOf } from '../../reach/pace-options'
import { askIn, takeTurn, type App } from '../app'
import { walkMetres } from '../walking'
import { editsShown } from '../workshop'
import { drawWalks } from './draw-walks'

export async function countReach(app: App): Promise<void> {
  const signal = takeTurn(app, 'reach')
  const { study, metres, kinds, walking, options } = app.store.getState()
  const onFoot = walking.model === 'walk'
  if (onFoot) void drawWalks(app)
  if (!study?.people) return app.store.setState({ reach: null })
  const reach = await askIn(app, 'reach', signal, 'reach', { metres: onFoot ? walkMetres(walking.speed) : metres, speed: onFoot ? walking.speed : null, effort: effortOf(options), kinds, stages: ['operating'], ...editsShown(app) })
  if (reach) app.store.setState({ reach })
}
