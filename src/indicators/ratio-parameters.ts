/** What a ratio clause of a pack says. */
import type { FacilityWhere } from './facility-sum'
import type { Measure } from './measure'

export type RatioParameters = {
  readonly judgedAt: string
  readonly numerator: Measure
  readonly denominator: Measure
  readonly period: 'year' | null
  /** The numerator is a part of the denominator: more than the whole is a problem and no verdict (SETTLED 2). */
  readonly part?: boolean
  /** Facilities judged one by one (judgedAt facility). */
  readonly facility?: FacilityWhere
}
