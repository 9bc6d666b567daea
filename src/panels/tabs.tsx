/** Tabs with the keyboard's ways: arrows walk, Home and End jump; only the chosen one is in the tab order. */
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

type Tab<Id extends string> = { readonly id: Id; readonly title: string }
type Props<Id extends string> = {
  /** Where a skip link leads. */
  readonly id?: string
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly chosen: Id
  readonly choose: (id: Id) => void
  /** Stands at the end of the bar. */
  readonly aside?: ReactNode
  readonly className: string
  readonly children: ReactNode
}

export function Tabs<Id extends string>({ id: target, label, tabs, chosen, choose, aside, className, children }: Props<Id>) {
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === chosen)
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }
    const to = steps[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    choose(next.id)
    list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[tabs.indexOf(next)]?.focus()
  }
  return (
    <section className={className} id={target} tabIndex={target ? -1 : undefined}>
      <div className="tab-bar">
        <div ref={list} role="tablist" aria-label={label} className="tab-list" onKeyDown={walk}>
          {tabs.map(({ id, title }) => (
            <button key={id} type="button" role="tab" id={`${name}-${id}`} aria-selected={id === chosen} aria-controls={`${name}-panel`} tabIndex={id === chosen ? 0 : -1} className="tab" onClick={() => choose(id)}>
              {title}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div role="tabpanel" id={`${name}-panel`} aria-labelledby={`${name}-${chosen}`} className={`tab-panel tab-panel-${chosen}`}>
        {children}
      </div>
    </section>
  )
}
