/** What a new plan is called and how it is coloured until somebody says otherwise. */
import type { Scenario } from '../scenario/scenario'
import { sayPlan } from '../text/plans'
import type { Language } from '../text/say'

/** Apart for colour-blind eyes (Okabe-Ito without the colours of verdicts); dark enough for white text. */
export const planColours = ['#0072b2', '#aa4499', '#5b4a8a', '#6b5b00', '#334f5b', '#8c2d4c'] as const

/** 方案A, 方案B … 方案Z, 方案27. */
export function freeName(plans: readonly Scenario[], language: Language): string {
  const taken = new Set(plans.map(({ name }) => name))
  for (let at = 0; ; at++) {
    const name = sayPlan(language, 'name.new', { letter: at < 26 ? String.fromCharCode(65 + at) : at + 1 })
    if (!taken.has(name)) return name
  }
}

/** The least used, the first of those. */
export function freeColour(plans: readonly Scenario[]): string {
  const uses = (colour: string): number => plans.filter((plan) => plan.colour === colour).length
  return planColours.reduce<string>((best, colour) => (uses(colour) < uses(best) ? colour : best), planColours[0])
}
