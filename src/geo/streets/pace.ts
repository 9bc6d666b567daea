/** What a walk costs, in millimetres of level way: the unit of every distance in a network. */
import { streetFlags } from './street-graph'
import type { StreetGraph } from './street-graph'

export type Pace = {
  /** Metres per second; only the crossing delay asks for it, since limits are given in metres. */
  readonly speed: number
  /** Seconds lost at a crossing that is walked whole; 0 = off. */
  readonly crossingDelayS: number
  /** How many metres of level way one metre of steps counts for; 1 = off. */
  readonly stepsPenalty: number
}

/** An elder on level ground (DOMAIN.md D), nothing added. */
export const plainPace: Pace = { speed: 0.8, crossingDelayS: 0, stepsPenalty: 1 }

/** True when a metre costs a metre. */
export const isPlain = (pace: Pace): boolean => !(pace.crossingDelayS > 0) && !(pace.stepsPenalty > 1)

/**
 * Cost of every piece in whole millimetres, at least 1. The delay of a crossing is spread over the pieces of the crossing in proportion to
 * their length: neighbouring pieces of one line that are marked as crossing are one crossing, paid once.
 */
export function pieceCosts(graph: Pick<StreetGraph, 'from' | 'to' | 'mm' | 'line' | 'flags'>, pace: Pace): Int32Array {
  const { from, to, mm, line, flags } = graph
  if (isPlain(pace)) return mm
  const costs = new Int32Array(mm.length)
  const delayMm = Math.max(0, pace.crossingDelayS) * pace.speed * 1000
  const factor = Math.max(1, pace.stepsPenalty)
  for (let start = 0; start < mm.length; ) {
    let end = start + 1
    let whole = mm[start]
    if (crosses(start)) for (; end < mm.length && crosses(end) && line[end] === line[start] && from[end] === to[end - 1]; end++) whole += mm[end]
    const perMm = crosses(start) ? delayMm / whole : 0
    for (let piece = start; piece < end; piece++) costs[piece] = Math.max(1, Math.round(mm[piece] * ((flags[piece] & streetFlags.steps) !== 0 ? factor : 1) + mm[piece] * perMm))
    start = end
  }
  return costs

  function crosses(piece: number): boolean {
    return (flags[piece] & streetFlags.crossing) !== 0
  }
}
