/** 覆盖 read as located, served and reached beside each other, with the units on which the readings differ. */
import type { Options, OptionValue, Study } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { judgeClause } from './judge'
import type { Result, State, UnitResult } from './result'

export type CoverageReading = 'located' | 'served' | 'reached'
export const coverageReadings: readonly CoverageReading[] = ['located', 'served', 'reached']

export type CoverageColumn = Pick<Result, 'state' | 'numerator' | 'denominator' | 'value' | 'shortfall' | 'why' | 'threshold' | 'unit'> & {
  readonly reading: CoverageReading
  /** The document's own reading of the clause. */
  readonly isDefault: boolean
  /** What the halves count: units, or the people of the units. */
  readonly counts: 'units' | 'people'
}

export type Disagreement = {
  readonly id: string
  readonly name: string
  /** By reading, in the order of the columns. */
  readonly states: readonly State[]
  /** Share of the unit's people within the distance; null where that reading is not offered or not known. */
  readonly share: number | null
}

export type CoverageComparison = {
  readonly columns: readonly CoverageColumn[]
  /** Units with a verdict under two readings that is not the same. A unit that one reading cannot tell is no disagreement. */
  readonly disagreements: readonly Disagreement[]
}

/** null: the clause has one reading of 覆盖 only. Everything else is read as the options say. */
export function compareCoverage(study: Study, pack: Pack, clause: Clause, options: Options): CoverageComparison | null {
  const offered = clause.readings.find(({ option }) => option === 'coverage')
  const readings = coverageReadings.filter((reading) => offered?.choices.includes(reading))
  if (!offered || readings.length < 2) return null
  const results = readings.map((reading) => judgeClause(study, pack, clause, { ...options, coverage: reading }))
  return { columns: results.map((result, at) => columnOf(result, readings[at]!, offered.default)), disagreements: disagreementsOf(results, readings) }
}

function columnOf({ state, numerator, denominator, value, shortfall, why, threshold, unit }: Result, reading: CoverageReading, own: OptionValue): CoverageColumn {
  return { reading, isDefault: reading === own, counts: reading === 'reached' ? 'people' : 'units', state, numerator, denominator, value, shortfall, why, threshold, unit }
}

function disagreementsOf(results: readonly Result[], readings: readonly CoverageReading[]): Disagreement[] {
  const byId = results.map(({ units }) => new Map(units.map((unit) => [unit.id, unit])))
  const reached = readings.indexOf('reached')
  return (results[0]?.units ?? []).flatMap(({ id, name }): Disagreement[] => {
    const states = byId.map((units, at) => verdictOf(units.get(id), readings[at]!))
    const told = states.filter((state) => state === 'met' || state === 'unmet')
    if (new Set(told).size < 2) return []
    return [{ id, name, states, share: reached < 0 ? null : (byId[reached]!.get(id)?.value ?? null) }]
  })
}

/**
 * A unit is covered when a facility stands in it or serves it; it is reached when half of its people or more are: the
 * share that the document asks of all units together is not asked of each of them.
 */
function verdictOf(unit: UnitResult | undefined, reading: CoverageReading): State {
  if (!unit) return 'no-data'
  if (reading !== 'reached') return unit.state
  return unit.value === null ? 'no-data' : unit.value >= 0.5 ? 'met' : 'unmet'
}
