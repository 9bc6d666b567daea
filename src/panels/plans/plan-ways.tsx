/** Changes of the streets: a link, drawn or typed place by place, and a piece that is closed. */
import { useState } from 'react'
import { addPlace, closeStreetAt, dropLastPlace, finishLink, leaveWay } from '../../state/commands/draw-way'
import { takeTool } from '../../state/commands/drag-facility'
import { hasStreetFiles } from '../../state/walking'
import type { WayDraft } from '../../state/workshop'
import { figureIn, PlaceFields } from './plan-fields'
import { useApp, useAppState } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function PlanWay({ way, locked }: { readonly way: WayDraft; readonly locked: boolean }) {
  const sayPlan = useSayPlan()
  const streets = useAppState((state) => state.study !== null && (state.study.streets !== null || hasStreetFiles(state.study)))
  return (
    <>
      {!streets && <p className="note wrong">{sayPlan('ways.noStreets')}</p>}
      {way.kind === 'link' ? <LinkFields line={way.line} locked={locked} /> : <ClosingFields locked={locked} />}
    </>
  )
}

function LinkFields({ line, locked }: { readonly line: Extract<WayDraft, { kind: 'link' }>['line']; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const [wrong, setWrong] = useState(false)
  return (
    <>
      <PickButton kind="link" hint="ways.linkHint" locked={locked} />
      <ol className="gate-list figures">
        {line.map((at, index) => (
          <li key={`${index} ${at.join()}`}>{at.map((degrees) => degrees.toFixed(5)).join(', ')}</li>
        ))}
      </ol>
      <PlaceFields at={null} disabled={locked} button={sayPlan('ways.addPlace')} onApply={(at) => addPlace(app, at)} />
      <form
        className="figure-fields"
        onSubmit={(event) => {
          event.preventDefault()
          const metres = figureIn(new FormData(event.currentTarget).get('length'))
          setWrong(metres === undefined)
          if (metres !== undefined) void finishLink(app, metres)
        }}
      >
        <label>
          <span>{sayPlan('ways.length')}</span>
          <input type="text" inputMode="decimal" name="length" placeholder={sayPlan('ways.asDrawn')} disabled={locked} />
        </label>
        {wrong && (
          <p className="wrong note" role="alert">
            {sayPlan('editor.unreadable')}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="primary" disabled={locked || line.length < 2}>
            {sayPlan('ways.finish')}
          </button>
          <button type="button" disabled={line.length === 0} onClick={() => dropLastPlace(app)}>
            {sayPlan('ways.dropLast')}
          </button>
          <button type="button" onClick={() => leaveWay(app)}>
            {sayPlan('editor.cancel')}
          </button>
        </div>
      </form>
    </>
  )
}

function ClosingFields({ locked }: { readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  return (
    <>
      <PickButton kind="closing" hint="ways.closingHint" locked={locked} />
      <PlaceFields at={null} disabled={locked} button={sayPlan('ways.closeHere')} onApply={(at) => void closeStreetAt(app, at)} />
      <div className="actions">
        <button type="button" onClick={() => leaveWay(app)}>
          {sayPlan('editor.cancel')}
        </button>
      </div>
    </>
  )
}

function PickButton({ kind, hint, locked }: { readonly kind: 'link' | 'closing'; readonly hint: 'ways.linkHint' | 'ways.closingHint'; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const picking = useWorkshop(({ tool }) => tool?.kind === kind)
  return (
    <>
      <p className="note">{sayPlan(picking ? hint : 'ways.typeHint')}</p>
      <button type="button" aria-pressed={picking} disabled={locked} onClick={() => takeTool(app, picking ? null : { kind })}>
        {sayPlan('editor.pick')}
      </button>
    </>
  )
}
