/** Works out what every facility is worth while the table that says so is in sight: a few at a time, and never while something is held. */
import type { AloneAsked } from '../../compute/calls'
import type { Loss } from '../../compute/weigh'
import { effortOf } from '../../reach/pace-options'
import { failureOf, failWith, stopTurn, takeTurn, type App } from '../app'
import { editsShown, setWorkshop, type Worth } from '../workshop'
import { walkMetres } from '../walking'

/** A drag that begins meanwhile waits for so many facilities at most: under a tenth of a second in a city of 20,000 units, whatever is judged. */
const facilitiesAtOnce = (clauses: number): number => Math.max(1, Math.floor(200 / Math.max(1, clauses)))

export function showWorth(app: App, worthShown: boolean): void {
  setWorkshop(app, { worthShown })
  if (worthShown) void weighAll(app)
  else stopTurn(app, 'worth')
}

/** Stays as far as it has come. */
export function stopWeighing(app: App): void {
  stopTurn(app, 'worth')
  const { worth } = app.store.getState().workshop
  if (worth) setWorkshop(app, { worth: { ...worth, stopped: true } })
}

/** What was worked out before for the same study and the same reading of the documents is taken up again. */
export async function weighAll(app: App): Promise<void> {
  const { study, results, workshop, dockTab, policies, ownPacks, options } = app.store.getState()
  if (!workshop.worthShown || dockTab !== 'facilities' || !study || !results) return
  const asked = aloneAsked(app)
  const key = JSON.stringify([policies, ownPacks.map(({ id }) => id), options, asked])
  const known = kept.get(study)
  const begun = known?.key === key && known.packs === ownPacks ? known.worth : null
  const facilities = study.facilities.filter(({ stage }) => stage === 'operating').map(({ id }) => id)
  const signal = takeTurn(app, 'worth')
  let worth: Worth = begun ? { ...begun, stopped: false } : { study, alone: null, losses: new Map(), of: facilities.length, stopped: false }
  const show = (change: Partial<Worth>): void => {
    worth = { ...worth, ...change }
    kept.set(study, { key, packs: ownPacks, worth })
    setWorkshop(app, { worth })
  }
  show({})
  const under = editsShown(app)
  try {
    if (!worth.alone) {
      const alone = await app.ask('alone', { ...asked, ...under }, { signal })
      if (signal.aborted) return
      show({ alone: new Map(alone.map(({ facility, within }) => [facility, within])) })
    }
    const left = facilities.filter((facility) => !worth.losses.has(facility))
    const atOnce = facilitiesAtOnce(results.length)
    for (let at = 0; at < left.length; at += atOnce) {
      await nothingHeld(app)
      if (signal.aborted) return
      const losses: readonly Loss[] = await app.ask('worth', { policies, own: ownPacks, options, ...under, facilities: left.slice(at, at + atOnce) }, { signal })
      if (signal.aborted) return
      show({ losses: new Map([...worth.losses, ...losses.map((loss) => [loss.facility, loss] as const)]) })
    }
  } catch (error) {
    if (!signal.aborted) failWith(app, failureOf(error))
  }
}

/** The two distances by the model that is shown. */
export function aloneAsked(app: App): AloneAsked {
  const { metres, walking, options } = app.store.getState()
  return walking.model === 'walk' ? { metres: walkMetres(walking.speed), walk: { speed: walking.speed, ...effortOf(options) } } : { metres, walk: null }
}

const kept = new WeakMap<object, { readonly key: string; readonly packs: unknown; readonly worth: Worth }>()

function nothingHeld(app: App): Promise<void> {
  const free = (): boolean => app.store.getState().workshop.tool === null && app.store.getState().workshop.drag === null
  if (free()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = app.store.subscribe(() => {
      if (!free()) return
      stop()
      resolve()
    })
  })
}
