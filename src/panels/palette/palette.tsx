/** Ctrl+K: type a part of a name, walk with the arrows, Enter goes there or does it. */
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { runEntry, showPalette } from '../../state/commands/use-palette'
import { paletteEntries, paletteFound } from '../../state/palette'
import { formatNumber } from '../../text/numbers'
import { useApp } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function Palette() {
  const shown = useWorkshop(({ paletteShown }) => paletteShown)
  return shown ? <Sheet /> : null
}

function Sheet() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const name = useId()
  // As things stood when it was opened.
  const [entries] = useState(() => paletteEntries(app.store.getState()))
  const found = useMemo(() => paletteFound(entries, typed), [entries, typed])
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const before = document.activeElement
    input.current?.focus()
    // Back to where the keyboard was, unless what was done moved it on.
    return () => {
      if (before instanceof HTMLElement && (document.activeElement === document.body || document.activeElement === null)) before.focus()
    }
  }, [])
  const walk = (to: number): void => {
    const next = Math.max(0, Math.min(found.length - 1, to))
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }
    const to = steps[event.key]
    const entry = found[at]
    if (to !== undefined) walk(to)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && entry) runEntry(app, entry)
    else if (event.key === 'Escape') showPalette(app, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="palette-ground" onPointerDown={(event) => event.target === event.currentTarget && showPalette(app, false)}>
      <section className="palette" role="dialog" aria-modal="true" aria-label={sayPlan('palette.title')} onKeyDown={press}>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${name}-list`}
          aria-activedescendant={found.length > 0 ? `${name}-${at}` : undefined}
          aria-label={sayPlan('palette.title')}
          placeholder={sayPlan('palette.hint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
        />
        <ul ref={list} id={`${name}-list`} role="listbox" aria-label={sayPlan('palette.title')}>
          {found.map((entry, index) => (
            <li key={`${entry.kind} ${entry.id}`} id={`${name}-${index}`} role="option" aria-selected={index === at} onPointerMove={() => setAt(index)} onClick={() => runEntry(app, entry)}>
              <span className="palette-kind">{sayPlan(`palette.${entry.kind}`)}</span>
              <span className="palette-title">{entry.title}</span>
              <span className="note">{entry.note}</span>
            </li>
          ))}
        </ul>
        <p className="note" role="status">
          {found.length === 0 ? sayPlan('palette.none') : sayPlan('palette.count', { n: formatNumber(found.length) })}
        </p>
      </section>
    </div>
  )
}
