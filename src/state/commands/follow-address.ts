/** The address of the page and the screen say the same: a link opens what was seen, and back goes back. */
import type { App } from '../app'
import type { State } from '../state'
import { readAddress, writeAddress, type ViewAddress } from '../view-address'
import { planNamed, setWorkshop, type MapPosition } from '../workshop'
import { chooseClause } from './choose-clause'
import { select } from './select'
import { showPlan } from './show-plan'

export type AddressBar = {
  readonly read: () => string
  /** push: a step that back takes back; else the present address is only brought up to date. */
  readonly write: (address: string, push: boolean) => void
  readonly onBack: (back: () => void) => void
}

/** Begin when a study is shown. */
export async function followAddress(app: App, bar: AddressBar): Promise<() => void> {
  await goToAddress(app, readAddress(bar.read()))
  let last = addressOf(app.store.getState())
  bar.write(writeAddress(last), false)
  bar.onBack(() => void goToAddress(app, readAddress(bar.read())))
  return app.store.subscribe((state) => {
    const next = addressOf(state)
    const [before, after] = [writeAddress(last), writeAddress(next)]
    if (before === after) return
    const { map: _, ...steps } = next
    const { map: __, ...was } = last
    last = next
    // What back brought here is the address already: writing it again would cut off the way forward.
    const push = writeAddress(steps) !== writeAddress(was) && writeAddress(withoutMap(bar.read())) !== writeAddress(steps)
    bar.write(after, push)
  })
}

/** What the study does not have is left as it is. */
export async function goToAddress(app: App, { map, plan, clause, selection }: ViewAddress): Promise<void> {
  const { workshop, results } = app.store.getState()
  if (map) setWorkshop(app, { goTo: map })
  const wanted = plan === 'base' ? null : plan
  if (wanted !== undefined && wanted !== workshop.plan && (wanted === null || planNamed(workshop, wanted))) await showPlan(app, wanted)
  if (clause && results?.some((result) => result.policy === clause.policy && result.clause === clause.clause)) chooseClause(app, clause)
  const now = app.store.getState().selection
  if (now?.kind !== selection?.kind || now?.id !== selection?.id) select(app, selection ?? null)
}

/** The map says where it came to rest. */
export const mapCameTo = (app: App, camera: MapPosition): void => setWorkshop(app, { camera, goTo: null })

/** What is on the screen. */
export function addressOf({ workshop, clause, policy, selection }: State): ViewAddress {
  return {
    ...(workshop.camera ? { map: workshop.camera } : {}),
    ...(workshop.plans.length > 0 ? { plan: workshop.plan ?? 'base' } : {}),
    ...(clause === null ? {} : { clause: { policy, clause } }),
    ...(selection ? { selection } : {}),
  }
}

function withoutMap(text: string): ViewAddress {
  const { map: _, ...rest } = readAddress(text)
  return rest
}
