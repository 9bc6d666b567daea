/** Blank ledgers for what the chosen documents need, as a workbook. */
import { unitsStating } from '../../indicators/data-lacking'
import { failWith, failureOf, takeTurn, type App } from '../app'
import { allPacks, shortName } from '../packs'

/** policies: those that are judged, unless others are named. Every unit of the study that is to state a figure gets a line. */
export async function downloadTemplate(app: App, wanted?: readonly string[]): Promise<void> {
  const signal = takeTurn(app, 'template')
  const state = app.store.getState()
  const packs = allPacks(state).filter(({ id }) => (wanted ?? state.policies).includes(id))
  const [first] = packs
  if (!first) return
  try {
    // The writer of workbooks is loaded when somebody wants one.
    const [{ templateSheets }, { workbookBytes }] = await Promise.all([import('../../exports/template'), import('../../exports/workbook')])
    const bytes = await workbookBytes(templateSheets(packs, state.study ? unitsStating(state.study, packs) : new Map()))
    if (!signal.aborted) app.save(`空白台账 ${shortName(first)}${packs.length > 1 ? ` 等${packs.length}份` : ''}.xlsx`, bytes, workbook)
  } catch (error) {
    if (!signal.aborted) failWith(app, failureOf(error))
  }
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
