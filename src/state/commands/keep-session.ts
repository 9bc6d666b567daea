/** Writes the session down with every change, and at once when the page is hidden or left. */
import { layKeptAside, markLast, saveSession, settleOnDisk } from '../../saved/sessions'
import type { Session } from '../../saved/session'
import { settingsHash } from '../../saved/study-key'
import { createQueue } from '../../saved/write-queue'
import { writeScenarios } from '../../scenario/read-scenarios'
import type { App } from '../app'
import { setKeeping, type Keeper } from '../keeping'
import { sessionParts } from '../session-parts'
import type { State } from '../state'
import { writeAddress } from '../view-address'
import { addressOf } from './follow-address'
import { keepStudyFiles } from './keep-files'
import { writeLinked } from './link-file'
import { markOpen, sayLastWords, unmarkOpen } from './unclean-end'

const waitMs = 250
const retryMs = 3000

/** What the page tells of itself: hidden: the user looks elsewhere; leave: it is going away; back: it has come back after all. */
export type PageLife = { readonly onHidden: (then: () => void) => void; readonly onLeave: (then: () => void) => void; readonly onBack: (then: () => void) => void }

export const noPage: PageLife = { onHidden: () => undefined, onLeave: () => undefined, onBack: () => undefined }

/** Begins to keep; the answer ends it. */
export function keepSafe(app: App, page: PageLife = noPage): () => void {
  const queue = createQueue(() => keepSession(app), { waitMs, retryMs, onWait: (waits) => app.store.getState().keeping.waits !== waits && setKeeping(app, { waits }) })
  page.onHidden(() => void queue.now())
  page.onLeave(() => {
    sayLastWords(app, sessionOf)
    void queue.now()
    unmarkOpen(app)
    const { study } = app.store.getState().keeping
    if (study !== null) app.keeper?.holds.letGo(study)
  })
  page.onBack(() => void comeBack(app))
  const stop = app.store.subscribe((state, before) => {
    if (state.workshop.base === null || state.keeping.study === null) return
    if (state.workshop.base !== before.workshop.base) {
      markOpen(app)
      if (app.keeper) void markLast(app.keeper.shelf, state.keeping.study)
      // What came through the import screen is nowhere else in the browser; what comes with the page can be had again.
      if (state.imported) void keepStudyFiles(app)
      if (state.imported || state.keeping.absorbs.length > 0) queue.soon()
      return
    }
    // A session without its files cannot be opened again: once they are kept it is written anew.
    if (worked(state, before) || (state.keeping.files !== null && state.keeping.files !== before.keeping.files)) queue.soon()
    else if (state.keeping.role === 'writer' && state.keeping.revision > 0 && viewOf(state) !== viewOf(before)) queue.later()
  })
  return () => {
    stop()
    queue.stop()
  }
}

/** Out of the browser's cache of pages: another tab may have taken the study up meanwhile. */
async function comeBack(app: App): Promise<void> {
  const { study, role } = app.store.getState().keeping
  if (!app.keeper || study === null || role !== 'writer') return
  if (await app.keeper.holds.take(study, () => lostTo(app, study))) markOpen(app)
  else lostTo(app, study)
}

/** One save; false: it failed, and why stands in the state. forced: the state before is laid aside, whatever its age. */
export async function keepSession(app: App, forced = false): Promise<boolean> {
  const { keeper } = app
  const state = app.store.getState()
  const { study, revision, absorbs, trouble } = state.keeping
  if (!keeper || study === null || state.workshop.base === null || trouble === 'newer') return true
  if (state.keeping.role === 'reader' && !(await begunToWrite(app, keeper))) return keepSession(app, forced)
  const branch = app.store.getState().keeping.role === 'branch'
  const session = { ...sessionOf(state, keeper), study: branch ? branchOf(study, keeper) : study }
  const saved = await saveSession(keeper.shelf, session, { seen: branch ? 0 : revision, absorbs: branch ? [] : absorbs, forced })
  // Another study was opened while this one was written.
  if (app.store.getState().keeping.study !== study) return true
  if ('trouble' in saved) {
    setKeeping(app, { trouble: saved.trouble })
    return false
  }
  if ('newer' in saved.value) {
    setKeeping(app, { trouble: 'newer' })
    return true
  }
  if ('conflict' in saved.value) {
    // Another tab has gone on meanwhile: what was done here is kept beside it, never over it.
    setKeeping(app, { role: 'branch', taken: true })
    return keepSession(app, forced)
  }
  const { filesTrouble, files } = app.store.getState().keeping
  setKeeping(app, { ...(branch ? {} : { revision: saved.value.revision, absorbs: [] }), savedAt: session.savedAt, trouble: filesTrouble })
  markOpen(app)
  settleSoon(keeper)
  if (!state.sample && files === null && filesTrouble === null) void keepStudyFiles(app)
  if (app.store.getState().keeping.persisted === null) void keeper.persist().then((persisted) => persisted !== null && setKeeping(app, { persisted }))
  void writeLinked(app)
  return true
}

/** A moment after the last of many saves it is seen to that a power cut takes none of them. */
function settleSoon({ shelf }: Keeper): void {
  clearTimeout(settling)
  settling = setTimeout(() => void settleOnDisk(shelf), settleMs)
}
let settling: ReturnType<typeof setTimeout> | undefined
const settleMs = 1500

/** The state that is kept is laid aside, to be come back to. */
export async function layAsideNow(app: App): Promise<void> {
  const { study } = app.store.getState().keeping
  if (app.keeper && study !== null) await layKeptAside(app.keeper.shelf, study)
}

export const branchOf = (study: string, { tab }: Pick<Keeper, 'tab'>): string => `${study}~${tab}`

export function sessionOf(state: State, { now, tab }: Pick<Keeper, 'now' | 'tab'>): Session {
  const { workshop, keeping, policies, ownPacks, options, sample, imported, without } = state
  const { plans, unread, plan, given, base } = workshop
  return {
    ...keeping.before,
    study: keeping.study ?? '', revision: keeping.revision, savedAt: now(), writer: tab, name: base?.name ?? '', asOf: base?.asOf ?? '',
    startedWith: keeping.startedWith, sample, imported, files: keeping.files, without, given, settings: base && settingsHash(base),
    plans: writeScenarios(plans, unread), plan, policies, packs: ownPacks, options, view: viewOf(state),
    parts: { ...keeping.before.parts, ...Object.fromEntries(sessionParts.map(({ name, of }) => [name, of(state)])) },
    ...(keeping.link ? { link: keeping.link.file.handle } : {}),
  }
}

const viewOf = (state: State): string => writeAddress(addressOf(state))

function worked(state: State, before: State): boolean {
  const { workshop: now } = state
  const { workshop: was } = before
  return now.plans !== was.plans || now.plan !== was.plan || state.policies !== before.policies || state.ownPacks !== before.ownPacks || state.options !== before.options || sessionParts.some(({ of }) => of(state) !== of(before))
}

/** The first change in a tab that only looked: it writes where the other tab has gone and left things as they were seen here, else beside it. */
async function begunToWrite(app: App, keeper: Keeper): Promise<boolean> {
  const { study } = app.store.getState().keeping
  const hold = study === null ? null : await keeper.holds.take(study, () => lostTo(app, study))
  setKeeping(app, { role: hold ? 'writer' : 'branch' })
  return hold !== null
}

/** Another tab has taken the study over: from here on what is done in this one is kept beside it. */
export function lostTo(app: App, study: string): void {
  const { keeping } = app.store.getState()
  if (keeping.study === study && keeping.role === 'writer') setKeeping(app, { role: 'reader', taken: true })
}
