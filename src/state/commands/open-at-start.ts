/** What the page shows first: the study that was being worked on, else what the page was opened with. */
import { lastSession, layKeptAside, saveSession } from '../../saved/sessions'
import { workIn, type Session } from '../../saved/session'
import type { App } from '../app'
import { setKeeping, type Keeper, type RecoveryChoice } from '../keeping'
import { lostTo } from './keep-session'
import { openKept } from './open-session'
import { openSample } from './open-sample'
import { endedUncleanly } from './unclean-end'

export async function openAtStart(app: App): Promise<void> {
  const { keeper } = app
  if (!keeper) return openSample(app)
  const opening = await app.opening().catch(() => null)
  const startedWith = opening?.startedWith ?? null
  setKeeping(app, { startedWith })
  const read = await lastSession(keeper.shelf)
  if ('trouble' in read) {
    setKeeping(app, { trouble: read.trouble })
    return openSample(app)
  }
  const last = read.value
  const back = last !== null && comesBack(last, startedWith)
  if (last && (back || workIn(last).plans > 0) && (await wasCut(app, keeper, last)) && (await asked(app, last)) === 'discard') {
    await putAside(keeper, last, back)
    return openSample(app)
  }
  // What cannot be brought back is said over the study that the page brings.
  if (back && (await openKept(app, last))) return
  const { failure } = app.store.getState()
  await openSample(app)
  if (failure && !app.store.getState().failure) app.store.setState({ failure })
}

/** An imported study comes back over the page that it was imported into; one that was served, where the server cannot be reached. */
function comesBack({ imported, sample, files, startedWith }: Session, now: string | null): boolean {
  if (files === null || sample) return false
  return now === null || (imported && startedWith === now)
}

/** The last page that wrote it did not end by itself, and no other tab is at it. */
async function wasCut(app: App, keeper: Keeper, { study }: Session): Promise<boolean> {
  return endedUncleanly(keeper, study) && (await keeper.holds.take(study, () => lostTo(app, study))) !== null
}

function asked(app: App, session: Session): Promise<RecoveryChoice> {
  return new Promise((decide) =>
    setKeeping(app, {
      recovery: {
        session,
        answer: (choice) => {
          setKeeping(app, { recovery: null })
          decide(choice)
        },
      },
    }),
  )
}

/** Nothing is destroyed: the state goes into the history, and the study begins again as its files have it. */
async function putAside({ shelf, holds, tab, now }: Keeper, session: Session, back: boolean): Promise<void> {
  await layKeptAside(shelf, session.study)
  if (!back) await saveSession(shelf, { ...session, plans: [], plan: null, settings: null, parts: {}, writer: tab, savedAt: now() }, { seen: session.revision })
  holds.letGo(session.study)
}
