/** What can be done by name from the palette: one line for each. */
import type { PlanWord } from '../text/plans'
import type { App } from './app'
import { beginPlan, branchPlan, deletePlan, duplicatePlan, freezePlan } from './commands/change-plans'
import { compareShown } from './commands/compare-plans'
import { beginClosing, beginLink } from './commands/draw-way'
import { redoEdit } from './commands/perform-edit'
import { saveStudy } from './commands/save-study'
import { setLanguage } from './commands/set-language'
import { setProjector, showKeys } from './commands/set-projector'
import { showTab } from './commands/show-tab'
import { stepPlan } from './commands/show-plan'
import { askSnapshot } from './commands/take-snapshot'
import { undoLast } from './commands/undo-last'
import { showWorth } from './commands/weigh-all'
import type { State } from './state'
import { redoable, undoable } from './undoable'
import { planShown, setWorkshop } from './workshop'

export type PaletteCommand = { readonly id: string; readonly word: PlanWord; readonly keys?: string; readonly possible: (state: State) => boolean; readonly run: (app: App) => unknown }

const always = (): boolean => true
const onPlan = ({ workshop }: State): boolean => planShown(workshop) !== null
const open = ({ workshop }: State): boolean => !planShown(workshop)?.frozen
const openPlan = (state: State): boolean => onPlan(state) && open(state)

export const paletteCommands: readonly PaletteCommand[] = [
  { id: 'undo', word: 'bar.undo', keys: 'Ctrl+Z', possible: (state) => undoable(state) !== null, run: undoLast },
  { id: 'redo', word: 'bar.redo', keys: 'Ctrl+Y', possible: (state) => redoable(state) !== null, run: redoEdit },
  { id: 'begin', word: 'bar.begin', possible: always, run: beginPlan },
  { id: 'branch', word: 'menu.branch', possible: onPlan, run: branchPlan },
  { id: 'duplicate', word: 'palette.duplicate', possible: onPlan, run: duplicatePlan },
  { id: 'freeze', word: 'palette.freeze', possible: openPlan, run: (app) => freezePlan(app, true) },
  { id: 'thaw', word: 'palette.thaw', possible: (state) => onPlan(state) && !open(state), run: (app) => freezePlan(app, false) },
  { id: 'delete', word: 'palette.delete', possible: onPlan, run: deletePlan },
  { id: 'previous', word: 'projector.previous', keys: '[', possible: ({ workshop }) => workshop.plans.length > 0, run: (app) => stepPlan(app, -1) },
  { id: 'next', word: 'projector.next', keys: ']', possible: ({ workshop }) => workshop.plans.length > 0, run: (app) => stepPlan(app, 1) },
  { id: 'compare', word: 'compare.title', possible: ({ workshop }) => workshop.plans.length > 0, run: compareShown },
  { id: 'add', word: 'editor.add', possible: open, run: (app) => setWorkshop(app, { adding: { at: null }, tool: { kind: 'place' }, way: null }) },
  { id: 'link', word: 'ways.link', possible: open, run: beginLink },
  { id: 'closing', word: 'ways.closing', possible: open, run: beginClosing },
  { id: 'worth', word: 'palette.worth', possible: always, run: (app) => (showTab(app, 'facilities'), showWorth(app, true)) },
  { id: 'snapshot', word: 'snapshot.take', keys: 'P', possible: always, run: askSnapshot },
  { id: 'save', word: 'bar.save', keys: 'Ctrl+S', possible: always, run: saveStudy },
  { id: 'projector', word: 'palette.projector', possible: always, run: (app) => setProjector(app, !app.store.getState().workshop.projector) },
  { id: 'language', word: 'palette.language', possible: always, run: (app) => setLanguage(app, app.store.getState().language === 'zh' ? 'en' : 'zh') },
  { id: 'keys', word: 'keys.title', keys: '?', possible: always, run: (app) => showKeys(app, true) },
]
