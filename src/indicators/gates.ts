/** Phases, deadlines and rectification: one file per mode of the catalogue. */
import { blank, type Evaluator } from './evaluator'
import { explainUnits } from './explain-units'
import { rectify } from './gates-rectify'

const modes: Readonly<Record<string, Evaluator['judge']>> = { rectify }

export const gates: Evaluator = {
  id: 'gates',
  judge: (judging) => modes[String(judging.clause.parameters.mode)]?.(judging) ?? blank('no-data', 'share', [{ code: 'evaluator-missing' }]),
  explain: explainUnits,
}
