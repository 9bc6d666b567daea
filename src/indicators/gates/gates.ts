/** Phases, deadlines and rectification: one file per mode of the catalogue. */
import { blank, type Evaluator } from '../evaluator'
import { explainUnits } from '../explain/explain-units'
import { block } from './gates-block'
import { countedRectification } from './gates-count'
import { rectify } from './gates-rectify'
import { sync } from './gates-sync'
import { windows } from './gates-windows'

const modes: Readonly<Record<string, Evaluator['judge']>> = {
  sync,
  rectify: (judging) => (judging.clause.parameters.over === 'compounds' ? rectify(judging) : countedRectification(judging)),
  windows,
  block,
}

export const gates: Evaluator = {
  id: 'gates',
  judge: (judging) => modes[String(judging.clause.parameters.mode)]?.(judging) ?? blank('no-data', 'share', [{ code: 'evaluator-missing' }]),
  explain: explainUnits,
}
