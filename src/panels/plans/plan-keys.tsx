/** Keys that work everywhere on the page, and the list of them under ?. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { closeComparison } from '../../state/commands/compare-plans'
import { takeTool } from '../../state/commands/drag-facility'
import { redoEdit } from '../../state/commands/perform-edit'
import { saveStudy } from '../../state/commands/save-study'
import { select } from '../../state/commands/select'
import { showKeys } from '../../state/commands/set-projector'
import { stepPlan } from '../../state/commands/show-plan'
import { askSnapshot } from '../../state/commands/take-snapshot'
import { undoLast } from '../../state/commands/undo-last'
import { showPalette } from '../../state/commands/use-palette'
import { useApp, useSay } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function PlanKeys() {
  const app = useApp()
  const { say } = useSay()
  const sayPlan = useSayPlan()
  const open = useWorkshop(({ keysShown }) => keysShown)
  const sheet = useRef<HTMLElement>(null)
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { workshop, draft, study, why, topic, packRefused } = app.store.getState()
    if (event.defaultPrevented || draft || packRefused || !study || workshop.paletteShown) return
    const act = actionOf(event)
    // What lies over the map has its own Escape; behind a comparison nothing is changed unseen.
    if (!act || (act === 'escape' && !open && (why || topic !== null)) || (workshop.comparison && !besideComparison.includes(act))) return
    if (act !== 'escape') event.preventDefault()
    if (act === 'undo') void undoLast(app)
    else if (act === 'redo') void redoEdit(app)
    else if (act === 'save') void saveStudy(app)
    else if (act === 'previous') void stepPlan(app, -1)
    else if (act === 'next') void stepPlan(app, 1)
    else if (act === 'palette') showPalette(app, true)
    else if (act === 'snapshot') askSnapshot(app)
    else if (act === 'editor') document.querySelector<HTMLElement>(editorParts)?.focus()
    else if (act === 'keys') showKeys(app, !open)
    else if (open) showKeys(app, false)
    else if (workshop.tool) takeTool(app, null)
    else if (workshop.comparison) closeComparison(app)
    else select(app, null)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  useEffect(() => {
    if (open) sheet.current?.focus()
  }, [open])
  if (!open) return null
  const rows = [
    ['Ctrl+K', sayPlan('keys.palette')],
    ['Ctrl+Z', sayPlan('keys.undo')],
    ['Ctrl+Y', sayPlan('keys.redo')],
    ['Ctrl+S', sayPlan('keys.save')],
    ['[ ]', sayPlan('keys.plans')],
    ['E', sayPlan('keys.editor')],
    ['P', sayPlan('keys.snapshot')],
    ['Esc', sayPlan('keys.escape')],
    ['← ↑ → ↓ + −', sayPlan('keys.map')],
    ['← ↑ → ↓', sayPlan('keys.move', { shift: 'Shift' })],
    ['↑ ↓', sayPlan('keys.table')],
    ['← →', sayPlan('keys.swipe')],
    ['?', sayPlan('keys.list')],
  ] as const
  return (
    <section ref={sheet} className="keys-sheet" role="dialog" aria-label={sayPlan('keys.title')} tabIndex={-1}>
      <header>
        <h2>{sayPlan('keys.title')}</h2>
        <button type="button" onClick={() => showKeys(app, false)}>
          {say('close')}
        </button>
      </header>
      <dl>
        {rows.map(([keys, words]) => (
          <div key={words}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The first thing to press or fill in of what is selected, else of what can be added. */
const editorParts = '.plan-editor-body :is(button, input, select, summary):not(:disabled), .plan-tools button:not(:disabled)'

const besideComparison: readonly Action[] = ['escape', 'save', 'keys']

type Action = 'palette' | 'editor' | 'snapshot' | 'undo' | 'redo' | 'save' | 'previous' | 'next' | 'keys' | 'escape'

/** In a field the keys belong to the field, but for saving and Escape. */
function actionOf({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): Action | null {
  const typing = target instanceof HTMLElement && target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
  const letter = key.toLowerCase()
  if (key === 'Escape') return 'escape'
  if (ctrlKey || metaKey) {
    if (letter === 's') return 'save'
    if (letter === 'k') return 'palette'
    if (typing) return null
    if (letter === 'z') return shiftKey ? 'redo' : 'undo'
    return letter === 'y' ? 'redo' : null
  }
  if (typing) return null
  if (altKey) return null
  if (key === '[' || key === ']') return key === '[' ? 'previous' : 'next'
  if (letter === 'e') return 'editor'
  if (letter === 'p') return 'snapshot'
  return key === '?' ? 'keys' : null
}
