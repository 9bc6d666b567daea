/** A new facility: picked on the map or typed; and a plot that becomes one. */
import { useState, type FormEvent } from 'react'
import type { Plot } from '../../model/study'
import { takeTool } from '../../state/commands/drag-facility'
import { makeFacility } from '../../state/commands/make-facility'
import { setWorkshop } from '../../state/workshop'
import { columnName } from '../../text/keys'
import type { PlanWord } from '../../text/plans'
import { placeIn } from './plan-fields'
import { newFacilityIn, NewFacilityFields } from './plan-new-facility'
import { useApp, useAppState } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function PlanAdd() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const at = useWorkshop(({ adding }) => adding?.at ?? null)
  const picking = useWorkshop(({ tool }) => tool?.kind === 'place')
  const [wrong, setWrong] = useState<PlanWord | null>(null)
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const asked = newFacilityIn(form)
    if (typeof asked === 'string') return setWrong(asked)
    const place = placeIn(form.get('lng'), form.get('lat'))
    if (!place) return setWrong('editor.placeWrong')
    setWorkshop(app, { adding: null, tool: null })
    void makeFacility(app, { type: 'add-facility', ...asked, at: place })
  }
  return (
    <form className="plan-add" onSubmit={send}>
      <NewFacilityFields name={sayPlan('editor.newName')} />
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
      <Wrong word={wrong} />
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
  const [wrong, setWrong] = useState<PlanWord | null>(null)
  if (built !== undefined) return <p className="note">{sayPlan('editor.built', { name: built })}</p>
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const asked = newFacilityIn(new FormData(event.currentTarget))
    if (typeof asked === 'string') return setWrong(asked)
    setWrong(null)
    void makeFacility(app, { type: 'plot-to-facility', plot: plot.id, ...asked })
  }
  return (
    <form className="plan-add" onSubmit={send}>
      <NewFacilityFields name={plot.name} floorAreaM2={plot.floorAreaM2} locked={locked} />
      <Wrong word={wrong} />
      <div className="actions">
        <button type="submit" className="primary" disabled={locked}>
          {sayPlan('editor.build')}
        </button>
      </div>
    </form>
  )
}

function Wrong({ word }: { readonly word: PlanWord | null }) {
  const sayPlan = useSayPlan()
  return (
    word && (
      <p className="wrong note" role="alert">
        {sayPlan(word)}
      </p>
    )
  )
}
