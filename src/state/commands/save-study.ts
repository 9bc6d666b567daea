/** Hands the study out as one file: ledgers, settings and plans. */
import type { Session } from '../../saved/session'
import { writeBook } from '../../rectify/book'
import { failWith, failureOf, takeTurn, type App } from '../app'
import { readSources } from '../file-source'
import { readScenarios } from '../../scenario/read-scenarios'
import { storedSources } from './keep-files'
import { streetsForSaving } from './streets-for-saving'

export async function saveStudy(app: App): Promise<void> {
  const signal = takeTurn(app, 'save')
  const { base } = app.store.getState().workshop
  if (!base) return
  try {
    const bytes = await packedStudy(app)
    if (!signal.aborted && bytes) app.save(studyFileName(base), bytes, 'application/zip')
  } catch (error) {
    if (!signal.aborted) failWith(app, failureOf(error))
  }
}

/** The study that is open, as its file; null: none is. */
export async function packedStudy(app: App): Promise<Uint8Array | null> {
  const { sources, without, workshop, policies, ownPacks, options, rectify } = app.store.getState()
  const { base, given, plans, unread } = workshop
  if (!base) return null
  const [files, { packStudy }, streets] = await Promise.all([readSources(sources), import('../../saved/study-file'), streetsForSaving(app)])
  return packStudy(files, without, given, { name: base.name, asOf: base.asOf, policies, options, plans, unread, rectification: writeBook(rectify.book), packs: ownPacks }, streets)
}

/** A session that is kept, without opening it; its files must be kept too. */
export async function saveSessionFile(app: App, session: Session): Promise<void> {
  const signal = takeTurn(app, 'save')
  const { keeper } = app
  if (!keeper || !session.files) return
  try {
    const { name, asOf, without, given, policies, packs, options } = session
    const [files, { packStudy }] = await Promise.all([readSources(storedSources(keeper, session.files)), import('../../saved/study-file')])
    const { scenarios: plans, unread } = readScenarios(session.plans)
    if (!signal.aborted) app.save(studyFileName(session), packStudy(files, without, given, { name, asOf, policies, options, plans, unread, rectification: session.parts.rectification ?? undefined, packs }), 'application/zip')
  } catch (error) {
    if (!signal.aborted) failWith(app, failureOf(error))
  }
}

/** '某市 2025-12-31.yikequan'; what no file system takes becomes a line. */
export const studyFileName = ({ name, asOf }: { readonly name: string; readonly asOf: string }): string => `${name.replace(/[\\/:*?"<>|]/g, '_')} ${asOf}.yikequan`
