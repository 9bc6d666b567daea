/** Counts the people inside the two circles of the shown kinds. */
import { askIn, takeTurn, type App } from '../app'

export async function countReach(app: App): Promise<void> {
  const signal = takeTurn(app, 'reach')
  const { study, metres, kinds } = app.store.getState()
  if (!study?.people) return app.store.setState({ reach: null })
  const reach = await askIn(app, 'reach', signal, 'reach', { metres, kinds, stages: ['operating'] })
  if (reach) app.store.setState({ reach })
}
