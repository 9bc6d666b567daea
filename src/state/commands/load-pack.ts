/** A policy document of the user's own, from a file: it stands beside the shipped ones and is judged like them. */
import { problem } from '../../problem'
import { shippedPacks } from '../../policy/shipped'
import { askIn, failWith, failureOf, takeTurn, type App } from '../app'
import type { FileSource } from '../file-source'
import { choosePacks } from './choose-packs'
import { judgeStudy } from './judge-study'

/** A refused file changes nothing: what is wrong in it is shown. A pack of the same id as an earlier own one takes its place. */
export async function loadPack(app: App, source: FileSource): Promise<void> {
  const signal = takeTurn(app, 'pack')
  app.store.setState({ packRefused: null, failure: null })
  try {
    const read = await askIn(app, 'pack', signal, 'pack', { file: { name: source.name, bytes: await source.read() } })
    if (!read) return
    const { pack } = read
    const taken = pack !== null && shippedPacks.some(({ id }) => id === pack.id)
    if (pack === null || taken) {
      const problems = taken ? [problem('policy-id-taken', 'error', { file: source.name, column: 'id' }, pack.id)] : read.problems
      return app.store.setState({ packRefused: { file: source.name, problems } })
    }
    const { ownPacks, policies } = app.store.getState()
    const chosen = policies.includes(pack.id)
    app.store.setState({ ownPacks: [...ownPacks.filter(({ id }) => id !== pack.id), pack] })
    await (chosen ? judgeStudy(app) : choosePacks(app, [...policies, pack.id]))
  } catch (error) {
    if (!signal.aborted) failWith(app, { code: 'files-unreadable', detail: failureOf(error).detail ?? '' })
  }
}

/** Puts what was wrong with a file away. */
export const dismissRefusal = (app: App): void => app.store.setState({ packRefused: null })
