/** Why a stated or summed figure is what it is: the fact rows, ledger rows and roster cells behind it. */
import { cellOf, type Fact, type Study } from '../model/study'
import type { Judging } from './evaluator'
import type { ExplainedInput, Explanation } from './explanation'
import { inputLimit } from './explain-share'
import { facilityInputs } from './explain-units'
import { formulaGiving } from './formula'
import type { Result } from './result'

/** Facts of the clause's items for the unit (or the judged units) and what lies below, and the facilities counted. */
export function explainFigure(judging: Judging, result: Result, unit: string | null): Explanation {
  const { study, clause, roster } = judging
  const of = unit === null ? null : (result.units.find((entry) => entry.id === unit) ?? null)
  const items = new Set(itemsNamed(clause.parameters))
  const inside = (fact: Fact): boolean => unit === null || fact.of.id === unit || (fact.of.kind === 'area' && roster.chainOf(fact.of.id).some((area) => area.id === unit))
  const stated = study.facts.filter((fact) => items.has(fact.item) && inside(fact)).map((fact) => factInput(study, fact))
  const counted = of ? (of.counted ?? []) : result.units.flatMap((entry) => entry.counted ?? [])
  const roll = rosterInputs(judging, unit, items)
  const inputs = [...stated, ...roll, ...facilityInputs(study, counted, ['kind', 'stage', 'beds', 'nursingBeds', 'owner', 'operator'])]
  const shown = of ?? result
  const { per } = clause.parameters
  return { clause: clause.id, unit, formula: formulaGiving(shown, typeof per === 'number' ? per : null), value: shown.value, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
}

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
