/** A figure of the ledger that can be typed over in its table: a press opens it, Enter keeps it as one edit, Escape leaves it. */
import { useState } from 'react'
import { figureIn } from './plan-fields'

/** shown: how the figure reads. keep: told the new figure; null: nobody knows. */
export function FigureCell({ value, shown, label, locked, keep }: { readonly value: number | null; readonly shown: string; readonly label: string; readonly locked: boolean; readonly keep: (value: number | null) => void }) {
  const [open, setOpen] = useState(false)
  const [wrong, setWrong] = useState(false)
  if (!open)
    return (
      <button
        type="button"
        className="figure-cell"
        aria-label={`${label} ${shown}`}
        title={label}
        disabled={locked}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {shown}
      </button>
    )
  const send = (text: string): void => {
    const figure = figureIn(text)
    setWrong(figure === undefined)
    if (figure === undefined) return
    setOpen(false)
    if (figure !== value) keep(figure)
  }
  return (
    <input
      type="text"
      inputMode="decimal"
      className="figure-cell-input"
      aria-label={label}
      aria-invalid={wrong}
      defaultValue={value ?? ''}
      autoFocus
      onClick={(event) => event.stopPropagation()}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') send(event.currentTarget.value)
        else if (event.key === 'Escape') setOpen(false)
      }}
    />
  )
}
