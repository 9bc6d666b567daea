/** The evaluator families: a list of equals. */
import { allocation } from './allocation'
import { areaPerHouseholds } from './area-per-households'
import { checklist } from './checklist'
import { countPerUnit } from './count-per-unit'
import type { Evaluator } from './evaluator'
import { gates } from './gates/gates'
import { inclusion } from './inclusion'
import { landPerPerson } from './land-per-person'
import { peopleWithinReach } from './people-within-reach'
import { perThousandElders } from './per-thousand-elders'
import { ratio } from './ratio'
import { total } from './total'
import { trend } from './trend'
import { unitShare } from './unit-share'

export const evaluators: readonly Evaluator[] = [
  unitShare,
  countPerUnit,
  areaPerHouseholds,
  landPerPerson,
  peopleWithinReach,
  ratio,
  perThousandElders,
  total,
  gates,
  checklist,
  trend,
  allocation,
  inclusion,
]
