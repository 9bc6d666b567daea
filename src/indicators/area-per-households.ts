/** Care area per hundred households of a compound, alone or in a pooled group. */
import type { Compound, Options } from '../model/study'
import { areaWorld } from './area-world'
import { indexOfCompounds, type CompoundIndex } from './compound-index'
import { blank, quotient, thresholdOf, undecidedWhy, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainArea } from './explain/explain-area'
import { answerCompounds } from './kept-compounds'
import { keptSlot } from './kept'
import type { UnitResult } from './result'
import { householdsOf, underDuty, type ClassWanted } from './under-duty'
import { stateOfUnits, tallyUnits } from './unit-tally'

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
  const { units, excluded } = answerCompounds(judging.kept, study.compounds, (compound) => {
    const duty = underDuty(compound, parameters.class, reading, study.asOf)
    if (duty.in === 'no') return { unit: null, excluded: duty.why ? { id: compound.id, why: duty.why } : null }
    return { unit: duty.in === 'undecided' ? undecidedUnit(compound, duty.why!, reading) : world.judgeCompound(compound, duty.class, threshold), excluded: null }
  })
  const tally = tallyUnits(judging.kept, units, 3, sumsOf)
  const [provided, households, withValue] = tally.sums as [number, number, number]
  const { met, unmet } = tally.count
  const short = tally.shortfall
  const state = threshold !== null ? stateOfUnits(tally) : tally.count['not-applicable'] === units.length ? 'not-applicable' : withValue > 0 ? 'undecided' : 'no-data'
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
      m2Per100Households: quotient(provided * 100, households),
      unmet,
      noData: tally.count['no-data'],
      undecided: tally.count.undecided,
    },
  }
}

/** m² provided and households of a unit whose value is known, and whether it is. */
function sumsOf({ value, figures }: UnitResult): readonly [number, number, number] {
  const figure = (key: 'provided' | 'households') => (typeof figures?.[key] === 'number' && value !== null ? figures[key] : 0)
  return [figure('provided'), figure('households'), value === null ? 0 : 1]
}

function undecidedUnit(compound: Compound, why: string, reading: Options): UnitResult {
  return { id: compound.id, name: compound.name, kind: 'compound', state: 'undecided', numerator: compound.careAreaM2, denominator: householdsOf(compound, reading), value: null, shortfall: null, why: [{ code: why }], figures: { class: null } }
}

const poolSlot = keptSlot((): { index: CompoundIndex | null; units: readonly UnitResult[] } => ({ index: null, units: [] }))

function judgePools(judging: Judging, parameters: Parameters): Judged {
  const world = areaWorld(judging, parameters.norms)
  const threshold = thresholdOf(judging)
  const memory = poolSlot(judging.kept)
  const stale = judging.kept?.stalePools ?? 'all'
  if (judging.kept) judging.kept.stalePools = new Set()
  const index = indexOfCompounds(judging.study.compounds)
  const made = (id: string) => world.judgePool(world.pools.get(id)!)
  if (stale === 'all' || memory.index !== index) {
    const known = new Map(stale === 'all' ? [] : memory.units.flatMap((unit) => (stale.has(unit.id) ? [] : [[unit.id, unit]])))
    Object.assign(memory, { index, units: [...world.pools.ids()].sort().map((id) => known.get(id) ?? made(id)) })
  } else if (stale.size > 0) memory.units = memory.units.map((unit) => (stale.has(unit.id) ? made(unit.id) : unit))
  const { units } = memory
  const tally = tallyUnits(judging.kept, units)
  const { met, unmet } = tally.count
  const short = tally.shortfall
  const state = stateOfUnits(tally)
  return { state, numerator: met, denominator: met + unmet, value: quotient(met, met + unmet), threshold: threshold && { at: threshold.at, value: threshold.value }, unit: 'share', shortfall: short, shortfallOfUnits: short, why: units.length === 0 ? [{ code: 'no-pool' }] : [], units, excluded: [], problems: world.problems(), figures: {} }
}
