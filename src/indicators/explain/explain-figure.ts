/** Why a stated or summed figure is what it is: the fact rows, ledger rows and roster cells behind it. */
import { cellOf, type Area, type Fact, type Study } from '../../model/study'
import type { Judging } from '../evaluator'
import type { ExplainedInput, Explanation } from '../explanation'
import { inputLimit } from './explain-share'
import { facilityInputs } from './explain-units'
import { formulaGiving, type Written } from './formula'
import { joined, judgedUnits } from '../judged-unit'
import { measureOf, type Measure } from '../measure'
import type { Result } from '../result'
import { ledgerChange, plannedFormula, type LedgerChange } from '../stated-change'

/** Facts of the clause's items for the unit (or the judged units) and what lies below, the facilities counted, and what a plan changes of a stated figure. */
export function explainFigure(judging: Judging, result: Result, unit: string | null): Explanation {
  const { study, clause, roster } = judging
  const of = unit === null ? null : (result.units.find((entry) => entry.id === unit) ?? null)
  const items = new Set(itemsNamed(clause.parameters))
  const inside = (fact: Fact): boolean => unit === null || fact.of.id === unit || (fact.of.kind === 'area' && roster.chainOf(fact.of.id).some((area) => area.id === unit))
  const facts = study.facts.filter((fact) => items.has(fact.item) && inside(fact))
  // What the units state stands before what their facilities do.
  const [ofUnits, ofOthers] = [true, false].map((units) => facts.filter((fact) => (fact.of.kind === 'area') === units).map((fact) => factInput(study, fact)))
  const counted = of ? (of.counted ?? []) : result.units.flatMap((entry) => entry.counted ?? [])
  const roll = rosterInputs(judging, unit, items)
  const shown = of ?? result
  const changes = shown.why.some(({ code }) => code === 'plan-change') ? changesOf(judging, unit) : noChanges
  const inputs = [...ofUnits!, ...changes.inputs, ...ofOthers!, ...roll, ...facilityInputs(study, [...counted, ...changes.facilities], ['kind', 'stage', 'beds', 'nursingBeds', 'owner', 'operator'])]
  const { per } = clause.parameters
  return { clause: clause.id, unit, formula: formulaGiving(shown, typeof per === 'number' ? per : null, changes.written), value: shown.value, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
}

type Changes = { readonly inputs: readonly ExplainedInput[]; readonly facilities: readonly string[]; readonly written: Written }
const noChanges: Changes = { inputs: [], facilities: [], written: {} }

/** What the plan changes of the stated halves: their sums in writing, and the ledger before and under the plan. */
function changesOf(judging: Judging, unit: string | null): Changes {
  const units = unit === null ? judgedUnits(judging) : judging.roster.areas.filter(({ id }) => id === unit)
  const { measure, numerator, denominator } = judging.clause.parameters as { readonly measure?: Measure; readonly numerator?: Measure; readonly denominator?: Measure }
  const top = changeOf(judging, measure ?? numerator, units)
  const bottom = changeOf(judging, denominator, units)
  return {
    inputs: [...(top ? changeInputs(joined(units), top.change, 'ledger') : []), ...(bottom ? changeInputs(joined(units), bottom.change, 'whole') : [])],
    facilities: [...(top?.change.facilities ?? []), ...(bottom?.change.facilities ?? [])],
    written: { ...(top ? { numerator: top.written } : {}), ...(bottom ? { denominator: bottom.written } : {}) },
  }
}

function changeOf(judging: Judging, measure: Measure | undefined, units: readonly Area[]): { readonly change: LedgerChange; readonly written: string } | null {
  const change = ledgerChange(judging, measure?.ledger, units)
  if (!measure || change === null) return null
  const stated = units.reduce((sum, unit) => sum + (measureOf(judging, measure, unit).value ?? 0), 0)
  return { change, written: plannedFormula(stated, change) }
}

/** The ledger before the plan and under it: computed, so without a cell. */
export const changeInputs = ({ id, name }: { readonly id: string; readonly name: string }, { before, after }: LedgerChange, half: 'ledger' | 'whole'): ExplainedInput[] => [
  { key: `${half}-before`, id, name, value: before },
  { key: `${half}-after`, id, name, value: after },
]

export function factInput(study: Study, fact: Fact): ExplainedInput {
  const at = cellOf(study, fact.source, 'value') ?? cellOf(study, fact.source, `fact:${fact.item}`)
  const wide = at && at.column === undefined ? cellOf(study, fact.source, `fact:${fact.item}`) : at
  return { key: fact.item, id: fact.of.id, name: nameOf(study, fact), value: fact.value, ...(wide ? { at: wide } : {}) }
}

function nameOf(study: Study, { of }: Fact): string {
  const records: readonly { id: string; name: string }[] = of.kind === 'area' ? study.areas : of.kind === 'compound' ? study.compounds : of.kind === 'facility' ? study.facilities : study.plots
  return records.find(({ id }) => id === of.id)?.name ?? of.id
}

const rosterColumns = ['elders60', 'elders65', 'elders80'] as const

function rosterInputs({ study, roster }: Judging, unit: string | null, items: ReadonlySet<string>): ExplainedInput[] {
  const units = unit === null ? roster.tops : study.areas.filter(({ id }) => id === unit)
  return units.flatMap((area) =>
    rosterColumns.flatMap((key): ExplainedInput[] => {
      if (!items.has(key) || area[key] === null) return []
      const at = cellOf(study, area.source, key)
      return [{ key, id: area.id, name: area.name, value: area[key], ...(at ? { at } : {}) }]
    }),
  )
}

/** Every text in the parameters: the fact items are among them. */
function itemsNamed(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(itemsNamed) : []
}
