/** What a study is opened with: the plans of its file, those that stayed on this computer, and how it was being read. */
import type { GivenSettings } from '../../compute/given-settings'
import type { Study } from '../../model/study'
import type { Pack } from '../../policy/clause'
import type { PacksRead } from '../../policy/read-packs'
import type { RectificationBook } from '../../rectify/book'
import { laidBeside, plansToShow, type Plans } from '../../saved/kept-plans'
import { linkedFrom } from '../../saved/linked-file'
import type { Session } from '../../saved/session'
import { openSession } from '../../saved/sessions'
import { settingsHash, studyKey } from '../../saved/study-key'
import { readScenarios } from '../../scenario/read-scenarios'
import { sayPlan } from '../../text/plans'
import type { App } from '../app'
import { firstKeeping, type Keeping } from '../keeping'
import { policiesFor } from '../packs'
import { sessionParts } from '../session-parts'
import type { State } from '../state'
import { lostTo } from './keep-session'
import { lastWords, unmarkOpen } from './unclean-end'

/** joined: new ledgers came to the study that is open; its plans go on, and its record of rectification (book). */
export type PlansGiven = { readonly written?: readonly unknown[]; readonly rectification?: unknown; readonly packs?: PacksRead; readonly book?: RectificationBook; readonly joined?: boolean; readonly given?: GivenSettings }

/** What is kept here of a study, and whose turn it is to write it. */
export type KeptHere = { readonly session: Session | null; readonly branches: readonly Session[]; readonly keeping: Keeping }

export async function keptHere(app: App, study: Study): Promise<KeptHere> {
  const { keeper } = app
  const { keeping: before } = app.store.getState()
  const { persisted, recovery, startedWith } = before
  const opened: Keeping = { ...firstKeeping, persisted, recovery, startedWith }
  if (!keeper) return { session: null, branches: [], keeping: opened }
  const key = studyKey(study)
  if (before.study !== null && before.study !== key) {
    unmarkOpen(app)
    keeper.holds.letGo(before.study)
  }
  const hold = await keeper.holds.take(key, () => lostTo(app, key))
  const found = await openSession(keeper.shelf, key)
  if ('trouble' in found) return { session: null, branches: [], keeping: { ...opened, study: key, trouble: found.trouble } }
  const { session: kept, branches, newer } = found.value
  if (newer !== null) return { session: null, branches: [], keeping: { ...opened, study: key, trouble: 'newer' } }
  const words = hold ? lastWords(keeper, key, kept) : null
  const session = words ?? kept
  const link = linkedFrom(session?.link)
  return {
    session,
    // Of a tab that still lives too: what it does later comes again.
    branches: hold ? branches : [],
    keeping: {
      ...opened,
      study: key,
      role: hold ? 'writer' : 'reader',
      revision: kept?.revision ?? 0,
      savedAt: session?.savedAt ?? null,
      files: session?.files ?? null,
      absorbs: hold ? branches.map(({ study }) => study) : [],
      link: link && { file: link, state: 'waits', at: null },
      before: session ? { other: session.other, parts: session.parts } : firstKeeping.before,
    },
  }
}

export function plansFor(app: App, study: Study, { session, branches }: Pick<KeptHere, 'session' | 'branches'>, { written = [], joined = false }: PlansGiven): Plans {
  const { workshop, language } = app.store.getState()
  const shown = joined ? workshop : plansToShow(written, session, settingsHash(study), (name) => sayPlan(language, 'name.here', { name }))
  const plans = branches.reduce((all, branch) => laidBeside(all, readScenarios(branch.plans).scenarios, (name) => sayPlan(language, 'name.otherTab', { name })), shown.plans)
  return { ...shown, plans }
}

/** How the study was being read and looked at; nothing where it now comes with another study.json. */
export function readAsBefore(app: App, study: Study, kept: Pick<KeptHere, 'session'>, ownPacks: readonly Pack[]): Partial<State> {
  const session = sameSession(study, kept)
  if (!session) return {}
  const state = app.store.getState()
  const parts = sessionParts.map(({ name, bring }) => bring(session.parts[name], state))
  return Object.assign({ options: session.options, policies: policiesFor({ ownPacks }, session.policies) }, ...parts) as Partial<State>
}

/** The session that went on from the very study.json that is opened now. */
export const sameSession = (study: Study, { session }: Pick<KeptHere, 'session'>): Session | null => (session && session.savedAt !== null && session.settings === settingsHash(study) ? session : null)
