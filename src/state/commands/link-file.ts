/** A file on the disk that follows the study by itself, where the browser can write one. */
import type { LinkedWrite } from '../../saved/linked-file'
import type { App } from '../app'
import { setKeeping } from '../keeping'
import { packedStudy, studyFileName } from './save-study'

/** Packing a large study takes long enough to be felt: it is written at most so often. Milliseconds. */
const apartMs = 10_000

export async function linkFile(app: App): Promise<void> {
  const { base } = app.store.getState().workshop
  const file = base && app.keeper ? await app.keeper.pickFile(studyFileName(base)) : null
  if (!file) return
  setKeeping(app, { link: { file, state: 'waits', at: null } })
  // Picked in the browser's own dialog, which has asked whether to replace it.
  await writeNow(app, true)
}

export const unlinkFile = (app: App): void => setKeeping(app, { link: null })

/** From a click: the browser may ask its question again. anyway: over what somebody else wrote meanwhile. */
export async function writeLinkedNow(app: App, anyway = false): Promise<void> {
  const { link } = app.store.getState().keeping
  if (link && (await link.file.askAgain())) await writeNow(app, anyway)
}

/** After a save: soon, and not more often than is bearable. */
export async function writeLinked(app: App): Promise<void> {
  const { link, role } = app.store.getState().keeping
  if (!link || role !== 'writer' || !app.keeper || link.state === 'changed' || link.state === 'asks') return
  if (link.at !== null && app.keeper.now() - link.at < apartMs) {
    if (link.state !== 'waits') {
      setKeeping(app, { link: { ...link, state: 'waits' } })
      setTimeout(() => void writeNow(app, false), apartMs)
    }
    return
  }
  await writeNow(app, false)
}

async function writeNow(app: App, anyway: boolean): Promise<void> {
  const { link, study } = app.store.getState().keeping
  const { keeper } = app
  if (!link || !keeper) return
  // Taken before the first wait: two saves that follow each other do not both pack.
  setKeeping(app, { link: { ...link, at: keeper.now() } })
  const bytes = await packedStudy(app).catch(() => null)
  const state: LinkedWrite = bytes ? await link.file.write(bytes, anyway) : 'failed'
  const now = app.store.getState().keeping
  if (now.link?.file === link.file && now.study === study) setKeeping(app, { link: { file: link.file, state, at: keeper.now() } })
}
