/** Asks what would be lost if the facility that is selected closed. */
import { askIn, stopTurn, takeTurn, type App } from '../app'
import { editsShown, setWorkshop } from '../workshop'
import { aloneAsked } from './weigh-all'

export async function weighFacility(app: App): Promise<void> {
  const { selection, study, policies, ownPacks, options, workshop } = app.store.getState()
  const facility = selection?.kind === 'facility' && workshop.base ? study?.facilities.find(({ id }) => id === selection.id) : undefined
  if (facility?.stage !== 'operating') {
    stopTurn(app, 'weigh')
    return setWorkshop(app, { weight: null })
  }
  const signal = takeTurn(app, 'weigh')
  setWorkshop(app, { weight: { facility: facility.id, answer: null } })
  const answer = await askIn(app, 'weigh', signal, 'weigh', { policies, own: ownPacks, options, ...aloneAsked(app), facility: facility.id, ...editsShown(app) })
  if (answer) setWorkshop(app, { weight: { facility: facility.id, answer } })
}
