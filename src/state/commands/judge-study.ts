/** Judges the study by the chosen pack and options; keeps the chosen clause where it still exists. */
import type { Result } from '../../indicators/result'
import { askIn, takeTurn, type App } from '../app'
import { explainAgain } from './open-why'

export async function judgeStudy(app: App): Promise<void> {
  const signal = takeTurn(app, 'evaluate')
  const { study, policy, options } = app.store.getState()
  if (!study) return
  const results = await askIn(app, 'evaluate', signal, 'evaluate', { policies: [policy], options })
  if (!results) return
  const { clause } = app.store.getState()
  app.store.setState({ results, clause: results.some((result) => result.clause === clause) ? clause : (firstToLookAt(results)?.clause ?? null) })
  await explainAgain(app)
}

/** A map that says something at once: an unmet clause with units, else any with units, else the first. */
function firstToLookAt(results: readonly Result[]): Result | undefined {
  const overAreas = (result: Result): boolean => result.units.length > 1 && result.units.some((unit) => (unit.kind ?? 'area') === 'area')
  return (
    results.find((result) => result.state === 'unmet' && overAreas(result)) ??
    results.find((result) => result.state === 'met' && overAreas(result)) ??
    results.find((result) => result.units.length > 0) ??
    results[0]
  )
}
