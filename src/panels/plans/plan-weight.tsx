/** What would be lost if the selected facility closed. */
import { lossOf } from '../../compute/weigh'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { useAppState } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function PlanWeight() {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const weight = useWorkshop(({ weight }) => weight)
  const held = useWorkshop(({ drag }) => drag !== null)
  const walked = useAppState(({ walking }) => walking.model === 'walk')
  if (!weight) return null
  if (!weight.answer) return <p className="note">{`${sayPlan('weight.title')} … ${sayPlan('weight.waiting')}`}</p>
  const { difference, alone } = weight.answer
  const { totals } = difference
  const { elders60: elders } = lossOf(weight.facility, difference)
  const lost = [...new Set(difference.clauses.flatMap((each) => each.lost.map(({ name }) => name)))]
  const rows: readonly (readonly [string, string])[] = [
    ...(alone ?? []).map(({ metres, elders60 }) => [sayPlan('weight.alone', { metres: formatNumber(metres, 0) }), formatMeasure(language, elders60, 'elders60')] as const),
    [sayPlan('weight.clauses'), formatNumber(totals.clausesLost)],
    [sayPlan('weight.units'), formatNumber(totals.unitsLost)],
    ...(totals.unitsLost > 0 ? [[sayPlan('weight.people'), formatMeasure(language, elders, 'elders60')] as const] : []),
    ...(totals.careAreaClosedM2 < 0 ? [[sayPlan('weight.care'), formatMeasure(language, -totals.careAreaClosedM2, 'm2')] as const] : []),
  ]
  return (
    <section className="plan-weight">
      <h3>{sayPlan('weight.title')}</h3>
      {held && <p className="note">{sayPlan(walked ? 'weight.heldWalk' : 'weight.held')}</p>}
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
      {lost.length > 0 && <p className="note">{lost.length > mostNames ? sayPlan('weight.names', { names: lost.slice(0, mostNames).join('、') }) : lost.join('、')}</p>}
      {difference.clauses.length === 0 && <p className="note">{sayPlan('weight.nothing')}</p>}
    </section>
  )
}

const mostNames = 6
