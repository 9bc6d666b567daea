/** The plans as tabs, the base first; beside them what can be done with the one that is shown. */
import { beginPlan } from '../../state/commands/change-plans'
import { compareShown } from '../../state/commands/compare-plans'
import { redoEdit } from '../../state/commands/perform-edit'
import { saveStudy } from '../../state/commands/save-study'
import { setProjector } from '../../state/commands/set-projector'
import { showPlan } from '../../state/commands/show-plan'
import { undoLast } from '../../state/commands/undo-last'
import { showPalette } from '../../state/commands/use-palette'
import { redoable, undoable } from '../../state/undoable'
import { PlanMenu } from './plan-menu'
import { useApp, useAppState } from '../use-app'
import { usePlanShown, useSayPlan, useWorkshop } from '../use-plans'

export function PlanBar() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const plans = useWorkshop(({ plans }) => plans)
  const projector = useWorkshop(({ projector }) => projector)
  const shown = usePlanShown()
  const [back, again] = [useAppState(undoable), useAppState(redoable)]
  return (
    <nav className="plan-bar" aria-label={sayPlan('bar.label')}>
      <div className="plan-tabs">
        <button type="button" className="plan-tab" aria-pressed={shown === null} title={sayPlan('bar.baseLocked')} onClick={() => void showPlan(app, null)}>
          <Lock />
          {sayPlan('name.base')}
        </button>
        {plans.map((plan) => (
          <button key={plan.id} type="button" className="plan-tab" aria-pressed={plan === shown} title={plan.note || undefined} onClick={() => void showPlan(app, plan.id)}>
            <span className="plan-colour" style={{ background: plan.colour ?? 'currentColor' }} />
            {plan.frozen && <Lock words={sayPlan('bar.frozen')} />}
            <span className="plan-name">{plan.name}</span>
            <span className="plan-count figures" title={sayPlan('bar.edits', { n: plan.done })}>
              {plan.done}
            </span>
          </button>
        ))}
        <button type="button" className="plan-tab plan-begin" aria-label={sayPlan('bar.begin')} title={sayPlan('bar.begin')} onClick={() => void beginPlan(app)}>
          ＋
        </button>
      </div>
      <div className="plan-actions">
        <button type="button" disabled={back === null} title={back ?? sayPlan('undo.nothing')} onClick={() => void undoLast(app)} aria-keyshortcuts="Control+Z">
          {sayPlan('bar.undo')}
        </button>
        <button type="button" disabled={again === null} title={again ?? sayPlan('redo.nothing')} onClick={() => void redoEdit(app)} aria-keyshortcuts="Control+Y">
          {sayPlan('bar.redo')}
        </button>
        <PlanMenu key={shown?.id ?? 'base'} />
        <button type="button" disabled={plans.length === 0} onClick={() => void compareShown(app)}>
          {sayPlan('bar.compare')}
        </button>
        <button type="button" onClick={() => showPalette(app, true)} aria-keyshortcuts="Control+K" title={sayPlan('palette.hint')}>
          {sayPlan('bar.find')}
        </button>
        <button type="button" onClick={() => void saveStudy(app)} aria-keyshortcuts="Control+S">
          {sayPlan('bar.save')}
        </button>
        <button type="button" aria-pressed={projector} onClick={() => setProjector(app, !projector)}>
          {sayPlan('bar.projector')}
        </button>
      </div>
    </nav>
  )
}

function Lock({ words }: { readonly words?: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" role={words ? 'img' : undefined} aria-label={words} aria-hidden={words ? undefined : true}>
      <path d="M2.5 5.5h7v5h-7zM4 5.5v-2a2 2 0 0 1 4 0v2" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  )
}
