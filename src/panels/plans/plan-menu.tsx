/** Name, note, colour and history of the plan that is shown; branch, duplicate, freeze, delete. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { problemsUnder } from '../../scenario/study-under'
import { editWords } from '../../state/edit-words'
import { branchPlan, deletePlan, describePlan, duplicatePlan, freezePlan } from '../../state/commands/change-plans'
import { planColours } from '../../state/plan-names'
import { problemWords } from '../../text/problems'
import { fill } from '../../text/say'
import { useApp, useAppState } from '../use-app'
import { usePlanShown, useSayPlan, useWorkshop } from '../use-plans'

export function PlanMenu() {
  const sayPlan = useSayPlan()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  return (
    <div
      ref={box}
      className="plan-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        box.current?.querySelector('button')?.focus()
      }}
    >
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {sayPlan('bar.menu')}
      </button>
      {open && <Sheet close={() => setOpen(false)} />}
    </div>
  )
}

function Sheet({ close }: { readonly close: () => void }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const study = useAppState((state) => state.study)
  const plan = usePlanShown()
  const base = useWorkshop(({ base }) => base)
  const problems = useMemo(() => (base && plan ? problemsUnder(base, plan) : []), [base, plan])
  const then = (act: () => Promise<void> | void): (() => void) => () => {
    close()
    void act()
  }
  if (!plan)
    return (
      <div className="sheet plan-sheet">
        <p className="note">{sayPlan('menu.ofBase')}</p>
        <button type="button" className="primary" onClick={then(() => branchPlan(app))}>
          {sayPlan('bar.begin')}
        </button>
      </div>
    )
  return (
    <div className="sheet plan-sheet">
      <label>
        {sayPlan('menu.name')}
        <input type="text" defaultValue={plan.name} maxLength={40} onChange={(event) => describePlan(app, plan.id, { name: event.currentTarget.value })} />
      </label>
      <label>
        {sayPlan('menu.note')}
        <textarea rows={2} defaultValue={plan.note} placeholder={sayPlan('menu.noteHint')} onChange={(event) => describePlan(app, plan.id, { note: event.currentTarget.value })} />
      </label>
      <div className="plan-colours" role="radiogroup" aria-label={sayPlan('menu.colour')}>
        {planColours.map((colour, at) => (
          <button key={colour} type="button" role="radio" aria-checked={plan.colour === colour} aria-label={sayPlan('menu.colourNth', { n: at + 1 })} style={{ background: colour }} onClick={() => describePlan(app, plan.id, { colour })} />
        ))}
      </div>
      <div className="actions">
        <button type="button" onClick={then(() => branchPlan(app))}>
          {sayPlan('menu.branch')}
        </button>
        <button type="button" onClick={then(() => duplicatePlan(app))}>
          {sayPlan('menu.duplicate')}
        </button>
        <button type="button" onClick={() => freezePlan(app, !plan.frozen)}>
          {sayPlan(plan.frozen ? 'menu.thaw' : 'menu.freeze')}
        </button>
        <button type="button" onClick={then(() => deletePlan(app))}>
          {sayPlan('menu.delete')}
        </button>
      </div>
      <h3>{sayPlan('menu.history')}</h3>
      {plan.edits.length === 0 && <p className="note">{sayPlan('menu.noEdits')}</p>}
      <ol className="plan-history">
        {plan.edits.map((edit, at) => (
          <li key={edit.id} className={at < plan.done ? undefined : 'quiet'}>
            {study && editWords(language, study, edit)}
            {at >= plan.done && <span className="badge">{sayPlan('menu.undone')}</span>}
            {problems
              .filter((problem) => problem.at.row === at + 1)
              .map((problem, nth) => (
                <p key={nth} className={problem.severity === 'info' ? 'note' : 'note wrong'}>
                  {fill(problemWords[problem.code][language], { detail: problem.detail ?? '' })}
                </p>
              ))}
          </li>
        ))}
      </ol>
      <p className="note">{sayPlan('menu.kept')}</p>
    </div>
  )
}
