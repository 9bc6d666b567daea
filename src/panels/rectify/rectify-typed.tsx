/** What is typed in place on the list: a status, an area, a day, a note. Each is kept on Enter or on leaving the field. */
import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { RectificationItem } from '../../rectify/item'
import { recordProgress } from '../../state/commands/rectify-record'
import type { RectificationItemStatus } from '../../text/rectify'
import { figureIn } from '../plans/plan-fields'
import { useApp } from '../use-app'
import { useSayRectify } from '../use-rectify'

export const statuses: readonly RectificationItemStatus[] = ['open', 'started', 'done']

/** A field in a row does not select the row. */
const stay = (event: MouseEvent) => event.stopPropagation()

export function StatusField({ item }: { readonly item: RectificationItem }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  return (
    <select
      className={`status-field status-${item.progress.status}`}
      value={item.progress.status}
      aria-label={sayRectify('type.status', { name: item.name })}
      onClick={stay}
      onKeyDown={(event) => event.stopPropagation()}
      onChange={(event) => {
        const status = statuses.find((each) => each === event.currentTarget.value)
        if (status) void recordProgress(app, [item], { status })
      }}
    >
      {statuses.map((status) => (
        <option key={status} value={status}>
          {sayRectify(`status.${status}`)}
        </option>
      ))}
    </select>
  )
}

export function AreaField({ item }: { readonly item: RectificationItem }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  if (item.kind !== 'compound' || item.measure !== 'm2') return null
  return <Typed value={item.progress.areaM2 === null ? '' : String(item.progress.areaM2)} label={sayRectify('type.area', { name: item.name })} hint={sayRectify('type.areaHint')} numeric fits={(text) => figureIn(text) !== undefined} keep={(text) => void recordProgress(app, [item], { areaM2: figureIn(text) ?? null })} />
}

export function EvidenceField({ item }: { readonly item: RectificationItem }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  return <Typed value={item.progress.evidence ?? ''} label={sayRectify('type.evidence', { name: item.name })} hint={sayRectify('type.dateHint')} wrong={sayRectify('type.wrongDate')} fits={isDate} keep={(text) => void recordProgress(app, [item], { evidence: text === '' ? null : text })} />
}

export function NoteField({ item }: { readonly item: RectificationItem }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  return <Typed value={item.progress.note ?? ''} label={sayRectify('type.note', { name: item.name })} hint="" fits={() => true} keep={(text) => void recordProgress(app, [item], { note: text === '' ? null : text })} />
}

/** A day that exists, or a month, or a year; blank takes the date back. */
export const isDate = (text: string): boolean => text === '' || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)

type TypedProps = { readonly value: string; readonly label: string; readonly hint: string; readonly wrong?: string; readonly numeric?: boolean; readonly fits: (text: string) => boolean; readonly keep: (text: string) => void }

function Typed({ value, label, hint, wrong, numeric = false, fits, keep }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value
  const bad = typed !== null && !fits(typed.trim())
  const done = (): void => {
    if (typed === null || bad) return
    setTyped(null)
    if (typed.trim() !== value) keep(typed.trim())
  }
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Enter') done()
    else if (event.key === 'Escape') setTyped(null)
  }
  return <input type="text" className="typed" inputMode={numeric ? 'decimal' : 'text'} value={text} placeholder={hint} aria-label={label} aria-invalid={bad} title={bad ? wrong : label} onClick={stay} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={done} onKeyDown={press} />
}
