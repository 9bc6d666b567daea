/** The evaluator families: a list of equals. */
import { areaPerHouseholds } from './area-per-households'
import { countPerUnit } from './count-per-unit'
import type { Evaluator } from './evaluator'
import { gates } from './gates'
import { landPerPerson } from './land-per-person'
import { peopleWithinReach } from './people-within-reach'
import { unitShare } from './unit-share'

export const evaluators: readonly Evaluator[] = [unitShare, countPerUnit, areaPerHouseholds, landPerPerson, peopleWithinReach, gates]
