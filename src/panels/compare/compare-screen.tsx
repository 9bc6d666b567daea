/** Two plans, seen in four ways under one camera, and below what differs. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { closeComparison, comparePlans, setCompareView } from '../../state/commands/compare-plans'
import { compareViews } from '../../state/workshop'
import { CompareMaps } from './compare-maps'
import { CompareTable } from './compare-table'
import { useApp } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function CompareScreen() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const comparison = useWorkshop(({ comparison }) => comparison)
  const view = useWorkshop(({ compareView }) => compareView)
  const plans = useWorkshop(({ plans }) => plans)
  const dialog = useRef<HTMLElement>(null)
  const open = comparison !== null
  useEffect(() => {
    if (open) dialog.current?.focus()
  }, [open])
  if (!comparison) return null
  const { from, to, judged, walks } = comparison
  const nameOf = (id: string | null): string => plans.find((plan) => plan.id === id)?.name ?? sayPlan('name.base')
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // The selection behind stays.
    event.stopPropagation()
    closeComparison(app)
  }
  return (
    <section ref={dialog} className="compare-screen" role="dialog" aria-modal="true" aria-label={sayPlan('compare.title')} tabIndex={-1} onKeyDown={leave}>
      <header>
        <h2>{sayPlan('compare.title')}</h2>
        <PlanChoice label={sayPlan('compare.from')} chosen={from} choose={(id) => void comparePlans(app, id, to)} />
        <PlanChoice label={sayPlan('compare.to')} chosen={to} choose={(id) => void comparePlans(app, from, id)} />
        <button type="button" onClick={() => void comparePlans(app, to, from)}>
          {sayPlan('compare.swap')}
        </button>
        <div className="compare-views" role="group" aria-label={sayPlan('compare.views')}>
          {compareViews.map((each) => (
            <button key={each} type="button" aria-pressed={view === each} title={sayPlan(`compare.${each}Hint`)} onClick={() => setCompareView(app, each)}>
              {sayPlan(`compare.${each}`)}
            </button>
          ))}
        </div>
        <button type="button" className="primary compare-close" onClick={() => closeComparison(app)}>
          {sayPlan('compare.close')}
        </button>
      </header>
      {judged ? (
        <>
          <CompareMaps judged={judged} walks={walks} from={nameOf(from)} to={nameOf(to)} view={view} />
          <CompareTable judged={judged} from={nameOf(from)} to={nameOf(to)} />
        </>
      ) : (
        <p className="padded note" role="status">
          {sayPlan('compare.waiting')}
        </p>
      )}
    </section>
  )
}

function PlanChoice({ label, chosen, choose }: { readonly label: string; readonly chosen: string | null; readonly choose: (id: string | null) => void }) {
  const sayPlan = useSayPlan()
  const plans = useWorkshop(({ plans }) => plans)
  return (
    <label>
      {label}{' '}
      <select value={chosen ?? ''} onChange={(event) => choose(event.currentTarget.value || null)}>
        <option value="">{sayPlan('name.base')}</option>
        {plans.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
