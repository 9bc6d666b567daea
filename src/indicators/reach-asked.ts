/** How far and of whom a clause asks: the metres of the model in force and the people counted. */
import { peopleKeys, type PeopleKey } from '../model/build-people'
import type { Judging } from './evaluator'
import { optionOr } from './units-in-scope'

export type ReachAsked = { readonly minutes: number; readonly metres: { readonly circle: number; readonly walk: number } }

/** Metres of the legal circle (circleMetres for the 15 minutes), or speed × minutes for the elder walk. */
export function metresOf({ reading, set }: Pick<Judging, 'reading' | 'set'>, asked: ReachAsked): number {
  if (modelOf({ reading, set }) === 'walk') return Number(optionOr(reading, set, 'walkSpeed', 0.8)) * asked.minutes * 60
  return asked.minutes === 15 ? Number(optionOr(reading, set, 'circleMetres', asked.metres.circle)) : asked.metres.circle
}

export const modelOf = ({ reading, set }: Pick<Judging, 'reading' | 'set'>): 'circle' | 'walk' => (optionOr(reading, set, 'reachModel', 'circle') === 'walk' ? 'walk' : 'circle')

/** The count of people asked for; elders60 where the clause offers no choice (SETTLED 39). */
export function peopleKeyOf({ reading, set }: Pick<Judging, 'reading' | 'set'>, own: PeopleKey = 'elders60'): PeopleKey {
  const asked = optionOr(reading, set, 'reachPeople', own)
  return peopleKeys.find((key) => key === asked) ?? own
}
