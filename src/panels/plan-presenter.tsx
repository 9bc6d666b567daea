/** In front of a room: the plan that is shown in large type, the one before and the one after. */
import { stepPlan } from '../state/commands/show-plan'
import { useApp } from './use-app'
import { usePlanShown, useSayPlan, useWorkshop } from './use-plans'

export function PlanPresenter() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const projector = useWorkshop(({ projector }) => projector)
  const shown = usePlanShown()
  if (!projector) return null
  return (
    <div className="plan-presenter" role="group" aria-label={sayPlan('bar.projector')}>
      <button type="button" onClick={() => void stepPlan(app, -1)}>
        ‹ {sayPlan('projector.previous')}
      </button>
      <strong aria-live="polite">{shown?.name ?? sayPlan('name.base')}</strong>
      <button type="button" onClick={() => void stepPlan(app, 1)}>
        {sayPlan('projector.next')} ›
      </button>
    </div>
  )
}
