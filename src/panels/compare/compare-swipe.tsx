/** Two maps one over the other with a handle between: dragged, or moved by the arrow keys. */
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useSayPlan } from '../use-plans'

/** left: the map beneath, seen to the left of the handle. */
export function CompareSwipe({ left, right, leftName, rightName }: { readonly left: ReactNode; readonly right: ReactNode; readonly leftName: string; readonly rightName: string }) {
  const sayPlan = useSayPlan()
  const box = useRef<HTMLDivElement>(null)
  /** Per cent of the width. */
  const [at, setAt] = useState(50)
  const held = (event: PointerEvent<HTMLDivElement>): void => {
    const bounds = box.current?.getBoundingClientRect()
    if (!bounds || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    setAt(within(((event.clientX - bounds.left) / bounds.width) * 100))
  }
  const press = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 10 : 2
    const steps: Readonly<Record<string, number>> = { ArrowLeft: at - step, ArrowRight: at + step, PageDown: at - 10, PageUp: at + 10, Home: 0, End: 100 }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    setAt(within(to))
  }
  return (
    <div ref={box} className="compare-swipe">
      {left}
      <div className="compare-swipe-right" style={{ clipPath: `inset(0 0 0 ${at}%)` }}>
        {right}
      </div>
      <div
        className="compare-handle"
        role="slider"
        tabIndex={0}
        aria-label={sayPlan('compare.handle')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(at)}
        aria-valuetext={sayPlan('compare.handleAt', { from: leftName, to: rightName, share: Math.round(at) })}
        style={{ left: `${at}%` }}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          event.currentTarget.focus()
          event.preventDefault()
        }}
        onPointerMove={held}
      >
        <span aria-hidden="true">⇔</span>
      </div>
    </div>
  )
}

const within = (share: number): number => Math.max(0, Math.min(100, share))
