/** Care area per hundred households of a compound, alone or in a pooled group. */
import type { Compound, Options } from '../model/study'
import { areaWorld } from './area-world'
import { blank, countOf, quotient, stateOfAll, sumOfShortfalls, thresholdOf, undecidedWhy, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainArea } from './explain-area'
import { answerFor } from './kept-compounds'
import type { Excluded, UnitResult } from './result'
import { householdsOf, underDuty, type ClassWanted } from './under-duty'

type Parameters = { readonly over: 'compounds' | 'pools'; readonly class: ClassWanted; readonly norms: { readonly new: number; readonly old: number } | null }

export const areaPerHouseholds: Evaluator = { id: 'area-per-households', judge, explain: explainArea }

function judge(judging: Judging): Judged {
  const { study, clause } = judging
  const parameters = clause.parameters as unknown as Parameters
  const unit = parameters.over === 'pools' ? 'share' : 'm2'
  if (!study.tables.some((table) => table.ledger === 'compounds') && study.compounds.length === 0) return blank('no-data', unit, [{ code: 'compounds-missing' }])
  return parameters.over === 'pools' ? judgePools(judging, parameters) : judgeCompounds(judging, parameters)
}

function judgeCompounds(judging: Judging, parameters: Parameters): Judged {
  const { study, reading, clause } = judging
  const world = areaWorld(judging, parameters.norms)
  const threshold = thresholdOf(judging)
  const excluded: Excluded[] = []
  const units: UnitResult[] = []
  for (const compound of study.compounds) {
    const answer = answerFor(judging.kept, compound, () => {
      const duty = underDuty(compound, parameters.class, reading, study.asOf)
      if (duty.in === 'no') return { unit: null, excluded: duty.why ? { id: compound.id, why: duty.why } : null }
      return { unit: duty.in === 'undecided' ? undecidedUnit(compound, duty.why!, reading) : world.judgeCompound(compound, duty.class, threshold), excluded: null }
    })
    if (answer.unit) units.push(answer.unit)
    if (answer.excluded) excluded.push(answer.excluded)
  }
  const state = threshold !== null ? stateOfAll(units.map((entry) => entry.state)) : units.every((entry) => entry.state === 'not-applicable') ? 'not-applicable' : units.some((entry) => entry.value !== null) ? 'undecided' : 'no-data'
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const short = sumOfShortfalls(units)
  const sum = (key: 'provided' | 'households') => units.reduce((total, entry) => total + (typeof entry.figures?.[key] === 'number' && entry.value !== null ? (entry.figures[key] as number) : 0), 0)
  return {
    state,
    numerator: threshold === null ? null : met,
    denominator: threshold === null ? null : met + unmet,
    value: threshold === null ? null : quotient(met, met + unmet),
    threshold: threshold && { at: threshold.at, value: threshold.value },
    unit: 'm2',
    shortfall: short,
    shortfallOfUnits: short,
    why: state === 'not-applicable' ? [{ code: 'no-such-compound' }] : state === 'undecided' && threshold === null ? [undecidedWhy(clause)] : [],
    units,
    excluded,
    problems: world.problems(),
    figures: {
      m2Per100Households: quotient(sum('provided') * 100, sum('households')),
      unmet,
      noData: countOf(units, 'no-data'),
      undecided: countOf(units, 'undecided'),
    },
  }
}

function undecidedUnit(compound: Compound, why: string, reading: Options): UnitResult {
  return { id: compound.id, name: compound.name, kind: 'compound', state: 'undecided', numerator: compound.careAreaM2, denominator: householdsOf(compound, reading), value: null, shortfall: null, why: [{ code: why }], figures: { class: null } }
}

function judgePools(judging: Judging, parameters: Parameters): Judged {
  const world = areaWorld(judging, parameters.norms)
  const threshold = thresholdOf(judging)
  const units = [...world.pools.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((pool) => world.judgePool(pool))
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const short = sumOfShortfalls(units)
  const state = stateOfAll(units.map((unit) => unit.state))
  return { state, numerator: met, denominator: met + unmet, value: quotient(met, met + unmet), threshold: threshold && { at: threshold.at, value: threshold.value }, unit: 'share', shortfall: short, shortfallOfUnits: short, why: units.length === 0 ? [{ code: 'no-pool' }] : [], units, excluded: [], problems: world.problems(), figures: {} }
}
