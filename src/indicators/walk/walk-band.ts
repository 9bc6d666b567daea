/** How firm a figure about walks is: the same clause at each speed at which old people are said to walk. */
import { walkSpeeds } from '../../reach/walk-speeds'
import type { Judging } from '../evaluator'
import { readAs } from '../reach-asked'
import type { State } from '../result'
import { judged, unitReached } from './walk-disagreement'

export type BandStep = { readonly speed: number; readonly metres: number | null; readonly state: State; readonly numerator: number | null; readonly denominator: number | null; readonly value: number | null }

/** A unit that is reached at some of the speeds and not at others. */
export type BandFlip = { readonly id: string; readonly name: string; /** By step; null: not known. */ readonly reached: readonly (boolean | null)[]; readonly shares: readonly (number | null)[] }

export type WalkBand = { readonly steps: readonly BandStep[]; readonly flips: readonly BandFlip[]; /** The clause's own verdict is the same at every speed. */ readonly firm: boolean }

/** One search serves all speeds: they only move the limit on the same distances. Streets must be at hand (walkLack). */
export function walkBand(judging: Judging): WalkBand {
  const all = walkSpeeds.map(({ speed }) => judged(readAs(judging, 'walk', speed)))
  const steps = all.map(({ state, numerator, denominator, value, figures }, at): BandStep => ({ speed: walkSpeeds[at]!.speed, metres: typeof figures.metres === 'number' ? figures.metres : null, state, numerator, denominator, value }))
  const units = all.map((each) => new Map(each.units.map((unit) => [unit.id, unit])))
  const flips = (all[0]?.units ?? []).flatMap(({ id, name }): BandFlip[] => {
    const own = units.map((each) => each.get(id))
    const reached = own.map((unit) => (unit ? unitReached(unit) : null))
    return reached.includes(true) && reached.includes(false) ? [{ id, name, reached, shares: own.map((unit) => unit?.value ?? null) }] : []
  })
  return { steps, flips, firm: steps.every(({ state }) => state === steps[0]?.state) }
}
