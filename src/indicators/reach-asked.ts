/** How far, by which model and of whom a clause asks. */
import { paceOf as paceOfOptions, type Pace } from '../reach/pace-options'
import { peopleKeys, type PeopleKey } from '../model/build-people'
import type { Judging } from './evaluator'
import { optionOr } from './units-in-scope'

export type ReachAsked = { readonly minutes: number; readonly metres: { readonly circle: number; readonly walk: number } }

/** Metres of the legal circle (circleMetres for the 15 minutes), or speed × minutes for the elder walk, to the millimetre. */
export function metresOf({ reading, set }: Pick<Judging, 'reading' | 'set'>, asked: ReachAsked): number {
  if (modelOf({ reading, set }) === 'walk') return Math.round(speedOf({ reading, set }) * asked.minutes * 60_000) / 1000
  return asked.minutes === 15 ? Number(optionOr(reading, set, 'circleMetres', asked.metres.circle)) : asked.metres.circle
}

/** Metres per second of the elder walk. */
export const speedOf = ({ reading, set }: Pick<Judging, 'reading' | 'set'>): number => Number(optionOr(reading, set, 'walkSpeed', 0.8))

export const modelOf = ({ reading, set }: Pick<Judging, 'reading' | 'set'>): 'circle' | 'walk' => (optionOr(reading, set, 'reachModel', 'circle') === 'walk' ? 'walk' : 'circle')

/** How the walk is walked, by the options in force. */
export const paceOf = ({ reading, set }: Pick<Judging, 'reading' | 'set'>): Pace => paceOfOptions({ ...set, ...reading }, speedOf({ reading, set }))

/** Along the streets at this pace; null: in a straight line. */
export const byOf = (judging: Pick<Judging, 'reading' | 'set'>): Pace | null => (modelOf(judging) === 'walk' ? paceOf(judging) : null)

/** The count of people asked for; elders60 where the clause offers no choice (SETTLED 39). */
export function peopleKeyOf({ reading, set }: Pick<Judging, 'reading' | 'set'>, own: PeopleKey = 'elders60'): PeopleKey {
  const asked = optionOr(reading, set, 'reachPeople', own)
  return peopleKeys.find((key) => key === asked) ?? own
}

/** The same question along the streets (at another speed), or in a straight line. */
export const readAs = (judging: Judging, model: 'circle' | 'walk', speed = speedOf(judging)): Judging => ({ ...judging, reading: { ...judging.reading, reachModel: model, ...(model === 'walk' ? { walkSpeed: speed } : {}) } })
