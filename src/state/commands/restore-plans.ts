/** The plans that a study is opened with: those of its file, and those that stayed on this computer. */
import type { GivenSettings } from '../../compute/given-settings'
import type { Study } from '../../model/study'
import { plansToShow, writeKept, type Plans } from '../../saved/kept-plans'
import { settingsHash, studyKey } from '../../saved/study-key'
import { sayPlan } from '../../text/plans'
import type { App } from '../app'

/** joined: new ledgers came to the study that is open; its plans go on. */
export type PlansGiven = { readonly written?: readonly unknown[]; readonly joined?: boolean; readonly given?: GivenSettings }

export const plansKeptHere = async (app: App, study: Study): Promise<unknown> => (app.plansKept ? app.plansKept.get(studyKey(study)) : null)

export function plansFor(app: App, study: Study, kept: unknown, { written = [], joined = false }: PlansGiven): Plans {
  const { workshop, language } = app.store.getState()
  return joined ? workshop : plansToShow(written, kept, settingsHash(study), (name) => sayPlan(language, 'name.here', { name }))
}

/** Writes the plans down; false: this browser keeps nothing. */
export async function keepPlans(app: App): Promise<boolean> {
  const { workshop } = app.store.getState()
  if (!app.plansKept || !workshop.base) return true
  return app.plansKept.put(studyKey(workshop.base), writeKept(workshop, settingsHash(workshop.base)))
}
