/** Small forms of the editor: figures that may be unknown, and a place. Each is one edit when it is sent. */
import { useState, type FormEvent, type ReactNode } from 'react'
import type { LngLat } from '../../tables/ledger'
import { columnName } from '../../text/keys'
import { useAppState } from '../use-app'
import { useSayPlan } from '../use-plans'

export type Figures<K extends string> = Readonly<Record<K, number | null>>

/** Sends only the figures that were changed; a blank one is unknown, never 0. */
export function FigureFields<K extends string>({ keys, values, disabled, onApply }: { readonly keys: readonly K[]; readonly values: Figures<K>; readonly disabled: boolean; readonly onApply: (changed: Partial<Record<K, number | null>>) => void }) {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const [wrong, setWrong] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const changed: Partial<Record<K, number | null>> = {}
    for (const key of keys) {
      const value = figureIn(form.get(key))
      if (value === undefined) return setWrong(true)
      if (value !== values[key]) changed[key] = value
    }
    setWrong(false)
    if (Object.keys(changed).length > 0) onApply(changed)
  }
  return (
    // Other figures, other fields: what the plan says is what stands there.
    <form key={keys.map((key) => values[key]).join()} className="figure-fields" onSubmit={send}>
      {keys.map((key) => (
        <label key={key}>
          <span>{columnName(language, key)}</span>
          <input type="text" inputMode="decimal" name={key} defaultValue={values[key] ?? ''} disabled={disabled} />
        </label>
      ))}
      <button type="submit" disabled={disabled}>
        {sayPlan('editor.apply')}
      </button>
      {wrong && (
        <p className="wrong note" role="alert">
          {sayPlan('editor.unreadable')}
        </p>
      )}
    </form>
  )
}

/** null: blank; undefined: no number that could be meant. */
export function figureIn(written: FormDataEntryValue | null): number | null | undefined {
  const text = typeof written === 'string' ? written.replace(/[,，\s]/g, '') : ''
  if (text === '') return null
  const value = Number(text)
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

/** Longitude and latitude, WGS84 degrees. */
export function PlaceFields({ at, disabled, button, onApply, children }: { readonly at: LngLat | null; readonly disabled: boolean; readonly button: string; readonly onApply: (at: LngLat) => void; readonly children?: ReactNode }) {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const [wrong, setWrong] = useState(false)
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const place = placeIn(form.get('lng'), form.get('lat'))
    setWrong(place === null)
    if (place) onApply(place)
  }
  return (
    <form key={at?.join()} className="place-fields" onSubmit={send}>
      {(['lng', 'lat'] as const).map((key, index) => (
        <label key={key}>
          <span>{columnName(language, key)}</span>
          <input type="text" inputMode="decimal" name={key} defaultValue={at?.[index] ?? ''} disabled={disabled} />
        </label>
      ))}
      <button type="submit" disabled={disabled}>
        {button}
      </button>
      {wrong && (
        <p className="wrong note" role="alert">
          {sayPlan('editor.placeWrong')}
        </p>
      )}
      {children}
    </form>
  )
}

export function placeIn(lng: FormDataEntryValue | null, lat: FormDataEntryValue | null): LngLat | null {
  const [east, north] = [lng, lat].map((text) => (typeof text === 'string' && text.trim() !== '' ? Number(text) : NaN))
  return east !== undefined && north !== undefined && Math.abs(east) <= 180 && Math.abs(north) <= 90 ? [east, north] : null
}
