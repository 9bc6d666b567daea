/** A due day and a step of 四同步, as they are shown everywhere on the list. */
import type { Gate, RectificationItem } from '../../rectify/item'
import type { SayRectify } from '../use-rectify'

export function Due({ item, sayRectify }: { readonly item: Pick<RectificationItem, 'due' | 'overdue'>; readonly sayRectify: SayRectify }) {
  if (item.due === null) return <span className="quiet">—</span>
  return (
    <span className="figures">
      {item.due}
      {item.overdue && <span className="overdue"> {sayRectify('due.overdue')}</span>}
    </span>
  )
}

/** Sign and word, never colour alone. */
export function GateMark({ gate, sayRectify }: { readonly gate: Gate; readonly sayRectify: SayRectify }) {
  const signs = { done: '✓', late: '!', missing: '✕', 'not-yet': '·', unsaid: '?' } as const
  return (
    <span className={`gate-mark gate-${gate.state}`}>
      <span aria-hidden="true">{signs[gate.state]}</span> {sayRectify(`gate.${gate.state}`)}
      {gate.date && <span className="figures"> {gate.date}</span>}
      {gate.housing && (gate.state === 'late' || gate.state === 'missing') && <span className="quiet figures"> {sayRectify('gate.housing', { date: gate.housing })}</span>}
    </span>
  )
}

