/** What would make the figure pass, in one sentence. */
import type { Result, UnitResult } from '../indicators/result'
import { passNeed } from '../state/pass-needs'
import { formatMeasure } from '../text/numbers'
import { useSay } from './use-app'

export function PassNeeds({ result, unit, measure }: { readonly result: Result; readonly unit: UnitResult | null; readonly measure: string }) {
  const { say, language } = useSay()
  const need = passNeed(result, unit)
  const amount = measure.startsWith('m2 per') ? 'm2' : measure === 'share' ? 'unit' : measure
  switch (need.kind) {
    case 'met':
      return <p>{say('why.passMet')}</p>
    case 'data':
      return <p>{say('why.passData')}</p>
    case 'undecided':
      return <p>{say('why.passUndecided')}</p>
    case 'nothing':
      return <p>{say('why.passNothing')}</p>
    case 'short':
      return <p className="figures">{say('why.passShort', { value: formatMeasure(language, need.shortfall, amount) })}</p>
    default:
      return <p className="figures">{say(need.kind === 'least' ? 'why.passLeast' : 'why.passMost', { value: formatMeasure(language, need.value, measure) })}</p>
  }
}
