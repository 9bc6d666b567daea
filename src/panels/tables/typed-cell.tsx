/** A cell of a ledger that can be typed over in its table: a press opens it, Enter or Tab keeps it as one edit, Escape leaves it; what is refused is said at the cell. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

/** null: kept; else why not, in words. */
export type Keep = (typed: string) => string | null | Promise<string | null>

type Props = {
  /** How the cell reads, and what stands in the field when it opens. */
  readonly shown: ReactNode
  readonly written: string
  readonly label: string
  readonly locked: boolean
  readonly keep: Keep
  readonly align?: 'right'
  /** Words to choose from instead of typing. */
  readonly choices?: readonly { readonly value: string; readonly words: string }[]
}

export function TypedCell({ shown, written, label, locked, keep, align, choices }: Props) {
  const [open, setOpen] = useState<{ readonly text: string; readonly wrong: string | null } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const returning = useRef(false)
  const closed = open === null
  useEffect(() => {
    if (closed && returning.current) button.current?.focus()
    returning.current = false
  }, [closed])
  if (!open)
    return (
      <button
        ref={button}
        type="button"
        className="figure-cell"
        aria-label={`${label} ${typeof shown === 'string' ? shown : written}`}
        title={label}
        disabled={locked}
        onClick={(event) => {
          event.stopPropagation()
          setOpen({ text: written, wrong: null })
        }}
      >
        {shown}
      </button>
    )
  const send = async (text: string): Promise<void> => {
    setOpen(null)
    if (text === written) return
    const wrong = await keep(text)
    if (wrong !== null) setOpen({ text, wrong })
  }
  const press = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>): void => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return
    // The cell that opens under the key must not be pressed by it; Tab goes on from the cell itself.
    if (event.key !== 'Tab') event.preventDefault()
    returning.current = event.key !== 'Tab'
    if (event.key === 'Escape') setOpen(null)
    else void send(event.currentTarget.value)
  }
  return (
    <span className="typed-cell" onClick={(event) => event.stopPropagation()}>
      {choices ? (
        <ChoiceField key={open.wrong} label={label} written={open.text} choices={choices} wrong={open.wrong !== null} press={press} send={(text) => void send(text)} leave={() => setOpen(null)} />
      ) : (
        <input key={open.wrong} type="text" inputMode={align ? 'decimal' : 'text'} className={align ? 'figure-cell-input' : 'figure-cell-input text-cell-input'} aria-label={label} aria-invalid={open.wrong !== null} defaultValue={open.text} autoFocus onFocus={(event) => event.currentTarget.select()} onBlur={() => setOpen(null)} onKeyDown={press} />
      )}
      {open.wrong !== null && <Refusal words={open.wrong} />}
    </span>
  )
}

type ChoiceProps = { readonly label: string; readonly written: string; readonly choices: NonNullable<Props['choices']>; readonly wrong: boolean; readonly press: (event: KeyboardEvent<HTMLSelectElement>) => void; readonly send: (text: string) => void; readonly leave: () => void }

/** What is chosen by the pointer is kept at once; by the keys one walks through the choices first. */
function ChoiceField({ label, written, choices, wrong, press, send, leave }: ChoiceProps) {
  const byKeys = useRef(false)
  return (
    <select
      className="figure-cell-input text-cell-input"
      aria-label={label}
      aria-invalid={wrong}
      defaultValue={written}
      autoFocus
      onBlur={leave}
      onPointerDown={() => (byKeys.current = false)}
      onKeyDown={(event) => {
        byKeys.current = true
        press(event)
      }}
      onChange={(event) => !byKeys.current && send(event.currentTarget.value)}
    >
      {choices.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  )
}

/** Below the cell, or above it where the table ends. */
function Refusal({ words }: { readonly words: string }) {
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const end = box.current?.closest('.table-scroller')?.getBoundingClientRect().bottom
    if (box.current && end !== undefined && box.current.getBoundingClientRect().bottom > end) box.current.classList.add('cell-refused-above')
  }, [words])
  return (
    <span ref={box} className="cell-refused" role="alert">
      {words}
    </span>
  )
}
