/** A computing part that had to be started again comes back empty: it is given the study that is open, street files and all. */
import type { App } from '../app'
import { readSources } from '../file-source'
import { hasStreetFiles } from '../walking'

/**
 * Asks outside all turns: nothing that the user does cancels it, and questions asked meanwhile wait behind it. after: says what
 * else the computing part had been told, each time that it is given the study.
 */
export async function giveAgain(app: App, after: () => void = () => undefined): Promise<void> {
  const { workshop, sources, without, draft } = app.store.getState()
  const { base, given } = workshop
  // What was being looked at went with it; the study that is open did not.
  if (draft?.read) app.store.setState({ draft: null })
  if (!base) return
  const loaded = app.ask('load', { study: base })
  after()
  await loaded.catch(() => undefined)
  if (!hasStreetFiles(base)) return
  // Street files are read when somebody walks; they do not travel with the study.
  try {
    const read = await app.ask('read', { files: await readSources(sources), without, given })
    if (read.ticket === null || app.store.getState().workshop.base !== base) return
    await app.ask('use', { ticket: read.ticket })
    after()
  } catch {
    // Everything but walks is answered all the same; a walk says itself what it lacks.
  }
}
