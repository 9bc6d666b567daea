/** What would make the figure pass, in one sentence. */
import type { Result, UnitResult } from '../../indicators/result'
import type { ClauseFigure } from '../../indicators/clause-figure'
import { passNeed } from '../../state/pass-needs'
import { formatMeasure } from '../../text/numbers'
import { useSay } from '../use-app'

type Props = { readonly result: Result; readonly unit: UnitResult | null; readonly figure: ClauseFigure; readonly measures: { readonly clause: string; readonly unit: string } }

export function PassNeeds({ result, unit, figure, measures }: Props) {
  const { say, language } = useSay()
  const need = passNeed(result, unit)
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
      return <p className="figures">{say('why.passShort', { value: formatMeasure(language, need.shortfall, unit || figure.norm ? measures.unit : measures.clause) })}</p>
    default:
      return <p className="figures">{say(need.kind === 'least' ? 'why.passLeast' : 'why.passMost', { value: formatMeasure(language, need.value, figure.norm?.unit ?? figure.unit) })}</p>
  }
}
