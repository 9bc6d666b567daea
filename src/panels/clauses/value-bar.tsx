/** A figure against its threshold: the filled part, and a tick where the document draws the line. */
import type { State } from '../../indicators/result'
import type { ClauseFigure } from '../../indicators/clause-figure'

const width = 200

export function ValueBar({ bar, state, hollow }: { readonly bar: NonNullable<ClauseFigure['bar']>; readonly state: State; readonly hollow: boolean }) {
  const value = Math.min(1, bar.value) * width
  return (
    <svg className={`value-bar verdict-${state}`} viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="value-bar-ground" x="0" y="3" width={width} height="6" />
      <rect className={hollow ? 'value-bar-fill value-bar-hollow' : 'value-bar-fill'} x="0" y="3" width={value} height="6" />
      {bar.threshold !== null && <line className="value-bar-tick" x1={tickAt(bar.threshold)} x2={tickAt(bar.threshold)} y1="0" y2="12" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}

/** Wholly inside the picture even at either end. */
const tickAt = (threshold: number): number => Math.min(width - 1, Math.max(1, threshold * width))
