/** Judges the study by the chosen documents and options; keeps the chosen clause where it still exists. */
import type { Result } from '../../indicators/result'
import { askIn, takeTurn, type App } from '../app'
import { editsShown } from '../workshop'
import { compareCoverage } from './compare-coverage'
import { compareWalk } from './compare-walk'
import { findLacking } from './find-lacking'
import { explainAgain } from './open-why'
import { traceWalk } from './trace-walk'
import { weighAll } from './weigh-all'

export async function judgeStudy(app: App): Promise<void> {
  const signal = takeTurn(app, 'evaluate')
  const { study, policies, ownPacks, options } = app.store.getState()
  if (!study) return
  const results = await askIn(app, 'evaluate', signal, 'evaluate', { policies, own: ownPacks, options, ...editsShown(app) })
  if (!results) return
  const { clause, policy } = app.store.getState()
  const shown = results.find((result) => result.clause === clause && result.policy === policy) ?? firstToLookAt(results)
  app.store.setState({ results, clause: shown?.clause ?? null, policy: shown?.policy ?? '' })
  await explainAgain(app)
  void compareCoverage(app)
  void compareWalk(app)
  if (app.store.getState().walking.model === 'walk') void traceWalk(app)
  void findLacking(app)
  void weighAll(app)
}

/** A map that says something at once: the first clause that colours many units, an unmet one first. */
function firstToLookAt(results: readonly Result[]): Result | undefined {
  const areasIn = (result: Result): number => result.units.filter(({ kind }) => kind === undefined || kind === 'area').length
  const judged = (state: Result['state']): Result | undefined => results.find((result) => result.state === state && areasIn(result) >= many)
  return judged('unmet') ?? judged('met') ?? results.find(({ units }) => units.length > 1) ?? results[0]
}

const many = 6
