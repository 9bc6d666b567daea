/** The pace of a walk from the options of a study: nothing is added for crossings or steps unless the user wants it. */
import type { Pace } from '../geo/streets/pace'
import type { Options } from '../model/study'
import { walkOptions } from '../policy/options'

export type { Pace }

/** What is added to level ground. */
export type WalkEffort = Pick<Pace, 'crossingDelayS' | 'stepsPenalty'>

/** crossingDelay in seconds, stepsPenalty as metres of level way for one of steps; a value that is not offered is off, as it is in every clause. */
export const effortOf = (options: Options): WalkEffort => ({ crossingDelayS: offered('crossingDelay', options), stepsPenalty: offered('stepsPenalty', options) })

export const paceOf = (options: Options, speed: number): Pace => ({ speed, ...effortOf(options) })

/** What is on, for whoever reads the figures; nothing where all is off. */
export const effortSaid = ({ crossingDelayS, stepsPenalty }: WalkEffort): Partial<WalkEffort> => ({ ...(crossingDelayS > 0 ? { crossingDelayS } : {}), ...(stepsPenalty > 1 ? { stepsPenalty } : {}) })

function offered(id: 'crossingDelay' | 'stepsPenalty', options: Options): number {
  const option = walkOptions.find((each) => each.id === id)
  const value = option?.choices.find((choice) => String(choice) === String(options[id] ?? option.default))
  return Number(value ?? option?.default)
}
