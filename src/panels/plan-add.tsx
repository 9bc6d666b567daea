/** A new facility: picked on the map or typed; and a plot that becomes one. */
import { useState, type FormEvent } from 'react'
import { facilityKinds, type FacilityKind, type Plot } from '../model/study'
import { takeTool } from '../state/commands/drag-facility'
import { performEdit } from '../state/commands/perform-edit'
import { select } from '../state/commands/select'
import { setWorkshop } from '../state/workshop'
import { columnName, kindName } from '../text/keys'
import { figureIn, placeIn } from './plan-fields'
import { useApp, useAppState } from './use-app'
import { useSayPlan, useWorkshop } from './use-plans'

/** Kinds that a plan would add. */
const offered = facilityKinds.filter((kind) => kind !== 'NOT')

export function PlanAdd() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const at = useWorkshop(({ adding }) => adding?.at ?? null)
  const picking = useWorkshop(({ tool }) => tool?.kind === 'place')
  const [wrong, setWrong] = useState<'editor.nameMissing' | 'editor.placeWrong' | 'editor.unreadable' | null>(null)
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = form.get('name')
    const name = typeof text === 'string' ? text.trim() : ''
    const place = placeIn(form.get('lng'), form.get('lat'))
    const [floorAreaM2, beds] = [figureIn(form.get('floorAreaM2')), figureIn(form.get('beds'))]
    if (name === '') return setWrong('editor.nameMissing')
    if (!place) return setWrong('editor.placeWrong')
    if (floorAreaM2 === undefined || beds === undefined) return setWrong('editor.unreadable')
    const kind = form.get('kind') as FacilityKind
    const before = new Set(app.store.getState().study?.facilities.map(({ id }) => id))
    setWorkshop(app, { adding: null, tool: null })
    if (!(await performEdit(app, { type: 'add-facility', name, kind, at: place, floorAreaM2, beds }))) return
    const made = app.store.getState().study?.facilities.find(({ id }) => !before.has(id))
    if (made) select(app, { kind: 'facility', id: made.id })
  }
  return (
    <form className="plan-add" onSubmit={(event) => void send(event)}>
      <label>
        <span>{columnName(language, 'name')}</span>
        <input type="text" name="name" defaultValue={sayPlan('editor.newName')} />
      </label>
      <KindChoice />
      <div className="place-fields" key={at?.join()}>
        {(['lng', 'lat'] as const).map((key, index) => (
          <label key={key}>
            <span>{columnName(language, key)}</span>
            <input type="text" inputMode="decimal" name={key} defaultValue={at?.[index] ?? ''} />
          </label>
        ))}
        <button type="button" aria-pressed={picking} onClick={() => takeTool(app, picking ? null : { kind: 'place' })}>
          {sayPlan('editor.pick')}
        </button>
      </div>
      {picking && <p className="note">{sayPlan('editor.picking')}</p>}
      <div className="figure-fields">
        {(['floorAreaM2', 'beds'] as const).map((key) => (
          <label key={key}>
            <span>{columnName(language, key)}</span>
            <input type="text" inputMode="decimal" name={key} />
          </label>
        ))}
      </div>
      {wrong && (
        <p className="wrong note" role="alert">
          {sayPlan(wrong)}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="primary">
          {sayPlan('editor.addHere')}
        </button>
        <button type="button" onClick={() => setWorkshop(app, { adding: null, tool: null })}>
          {sayPlan('editor.cancel')}
        </button>
      </div>
    </form>
  )
}

export function PlanPlot({ plot, locked }: { readonly plot: Plot; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const built = useAppState((state) => state.study?.facilities.find((facility) => facility.plot === plot.id)?.name)
  if (built !== undefined) return <p className="note">{sayPlan('editor.built', { name: built })}</p>
  return (
    <form
      className="plan-add"
      onSubmit={(event) => {
        event.preventDefault()
        const kind = new FormData(event.currentTarget).get('kind') as FacilityKind
        void performEdit(app, { type: 'plot-to-facility', plot: plot.id, kind, stage: 'operating' })
      }}
    >
      <KindChoice />
      <button type="submit" className="primary" disabled={locked}>
        {sayPlan('editor.build')}
      </button>
    </form>
  )
}

function KindChoice() {
  const language = useAppState((state) => state.language)
  return (
    <label>
      <span>{columnName(language, 'kind')}</span>
      <select name="kind" defaultValue="COMM">
        {offered.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(language, kind)}
          </option>
        ))}
      </select>
    </label>
  )
}
