/** Hands the study out as one file: ledgers, settings and plans. */
import { failWith, failureOf, takeTurn, type App } from '../app'
import { readSources } from '../file-source'

export async function saveStudy(app: App): Promise<void> {
  const signal = takeTurn(app, 'save')
  const { sources, without, workshop, policies, options } = app.store.getState()
  const { base, given, plans, unread } = workshop
  if (!base) return
  try {
    const [files, { packStudy }] = await Promise.all([readSources(sources), import('../../saved/study-file')])
    if (signal.aborted) return
    app.save(`${base.name.replace(/[\\/:*?"<>|]/g, '_')} ${base.asOf}.yikequan`, packStudy(files, without, given, { name: base.name, asOf: base.asOf, policies, options, plans, unread }), 'application/zip')
  } catch (error) {
    if (!signal.aborted) failWith(app, failureOf(error))
  }
}
