/** Puts the files of the study into the browser's database, each once by its hash, and reads them from there from then on. */
import { keepFiles, keptBytes } from '../../saved/sessions'
import type { KeptFile } from '../../saved/session'
import type { App } from '../app'
import type { FileSource } from '../file-source'
import { setKeeping, type Keeper } from '../keeping'

export async function keepStudyFiles(app: App): Promise<void> {
  const { keeper } = app
  const { sources, keeping } = app.store.getState()
  if (!keeper || keeping.study === null) return
  const same = (): boolean => app.store.getState().sources === sources && app.store.getState().keeping.study === keeping.study
  const kept: KeptFile[] = []
  for (const source of sources) {
    // A file that was moved since it was picked can no longer be had; the study that is open goes on.
    const bytes = await source.read().catch(() => null)
    if (!same()) return
    if (!bytes) return setKeeping(app, { filesTrouble: 'refused', trouble: 'refused' })
    const put = await keepFiles(keeper.shelf, [{ name: source.name, sha256: await keeper.hash(bytes), bytes }])
    if (!same()) return
    if ('trouble' in put) {
      setTimeout(() => same() && void keepStudyFiles(app), retryMs)
      return setKeeping(app, { filesTrouble: put.trouble, trouble: put.trouble })
    }
    kept.push(...put.value)
  }
  app.store.setState({ sources: storedSources(keeper, kept) })
  const { trouble, filesTrouble } = app.store.getState().keeping
  setKeeping(app, { files: kept, filesTrouble: null, trouble: trouble === filesTrouble ? null : trouble })
}

const retryMs = 3000

export const storedSources = (keeper: Pick<Keeper, 'shelf'>, files: readonly KeptFile[]): readonly FileSource[] =>
  files.map(({ name, sha256 }) => ({
    name,
    read: async () => {
      const bytes = await keptBytes(keeper.shelf, sha256)
      if (!bytes) throw new Error(name)
      return bytes
    },
  }))
