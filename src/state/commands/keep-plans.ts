/** Writes the plans down within a second of every change, and at once when the page is left. */
import type { App } from '../app'
import { setWorkshop } from '../workshop'
import { keepPlans } from './restore-plans'

const waitMs = 500

/** onLeave: told what to do when the page may be going away. */
export function keepPlansSafe(app: App, onLeave: (leave: () => void) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (!(await keepPlans(app))) setWorkshop(app, { notice: { word: 'notice.notKept' } })
  }
  onLeave(() => {
    if (timer !== undefined) void write()
  })
  return app.store.subscribe(({ workshop }, { workshop: before }) => {
    // Another study brings its own plans: those that were just read need no writing.
    if (workshop.base !== before.base || workshop.base === null) return
    if (workshop.plans === before.plans && workshop.plan === before.plan) return
    timer ??= setTimeout(() => void write(), waitMs)
  })
}
