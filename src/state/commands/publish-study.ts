/** Makes the published file of the plan that is shown, and the folder around it. Changes nothing in the store. */
import type { Published } from '../../saved/published'
import type { PublishNote } from '../../saved/published-pack'
import { failWith, failureOf, type App } from '../app'
import { allPacks } from '../packs'
import { editsShown } from '../workshop'

export type PublicationAsked = { readonly publicPhones: boolean; readonly suppressBelow: number; /** Published before. */ readonly earlier: readonly Published[]; /** Title, source and number, as typed. */ readonly title: string; readonly source: string; readonly approval: string }
export type Publication = { readonly published: Published; readonly notes: readonly PublishNote[] }

/** The legal circle of 10 and 15 minutes. */
const metres = [500, 1000]

/** null: nothing is judged yet, or it failed (then the failure is in the store). */
export async function preparePublication(app: App, asked: PublicationAsked, signal: AbortSignal): Promise<Publication | null> {
  const state = app.store.getState()
  const { study, results, policies } = state
  if (!study || !results) return null
  try {
    const [{ packPublished }, reach] = await Promise.all([import('../../saved/published-pack'), app.ask('reach', { metres, kinds: null, stages: ['operating'], ...editsShown(app) }, { signal })])
    if (signal.aborted) return null
    const packs = allPacks(state).filter(({ id }) => policies.includes(id))
    return packPublished({ ...asked, title: asked.title.trim(), source: asked.source.trim(), approval: asked.approval.trim() || null, study, packs, results, reach })
  } catch (error) {
    if (!signal.aborted) failWith(app, failureOf(error))
    return null
  }
}

/** What the build made of the public page; null where it does not lie beside the app (the single file). */
export async function publicPage(): Promise<ReadonlyMap<string, Uint8Array> | null> {
  if (location.protocol === 'file:') return null
  const { embedFiles } = await import('../../saved/published-folder')
  try {
    const files = await Promise.all(
      embedFiles.map(async (name) => {
        const answer = await fetch(`./embed/${name}`)
        if (!answer.ok) throw new Error(name)
        return [name, new Uint8Array(await answer.arrayBuffer())] as const
      }),
    )
    return new Map(files)
  } catch {
    return null
  }
}

/** Hands the folder out as one zip. page: what publicPage() found. */
export async function savePublication(app: App, published: Published, page: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const { publishedFolder, zippedFolder } = await import('../../saved/published-folder')
  app.save(`${published.title.replace(/[\\/:*?"<>|]/g, '_')} ${published.asOf}.zip`, zippedFolder(publishedFolder(published, page)), 'application/zip')
}

/** The file published before, from its text; null: it is none. */
export async function readPrevious(bytes: Uint8Array): Promise<Published | null> {
  const [{ publishedValue }, { readPublished }] = await Promise.all([import('../../saved/published'), import('../../saved/published-schema')])
  const read = readPublished(publishedValue(new TextDecoder().decode(bytes)))
  return 'published' in read ? read.published : null
}
