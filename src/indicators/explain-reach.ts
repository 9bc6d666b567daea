/** Why so many people are within reach: the points of a unit with the largest counts, and how far each is. */
import type { Judging } from './evaluator'
import type { ExplainedInput, Explanation } from './explanation'
import { formulaOf, inputLimit } from './explain-share'
import { overUnits } from './explain-units'
import { demandPoints } from './reach-figures'
import type { Result } from './result'
import type { PeopleKey } from '../model/build-people'

/** A unit: its people points, largest first, each with its count and the cell of its count. */
export function explainReach({ study, clause, roster }: Judging, result: Result, unit: string | null): Explanation {
  if (unit === null) return { ...overUnits(study, clause.id, result), formula: formulaOf(result.numerator, result.denominator), value: result.value }
  const of = result.units.find((entry) => entry.id === unit)
  const key = String(result.figures.people ?? 'elders60') as PeopleKey
  const { people, from } = demandPoints(study)
  const table = from === 'people' && study.peopleTable !== null ? study.tables[study.peopleTable] : undefined
  const column = table?.columns.find((match) => match.key === key)?.header
  const points: ExplainedInput[] = []
  for (let index = 0; index < people.id.length; index++) {
    const area = people.area[index]!
    if (area === -1 || !roster.chainOf(study.areas[area]!.id).some((above) => above.id === unit)) continue
    const count = people[key][index]!
    points.push({ key, id: people.id[index]!, name: people.id[index]!, value: Number.isNaN(count) ? null : count, ...(table ? { at: { file: table.file, sheet: table.sheet, row: people.row[index]!, ...(column ? { column } : {}) } } : {}) })
  }
  points.sort((a, b) => Number(b.value ?? -1) - Number(a.value ?? -1) || (a.id < b.id ? -1 : 1))
  return { clause: clause.id, unit, formula: formulaOf(of?.numerator ?? null, of?.denominator ?? null), value: of?.value ?? null, inputs: points.slice(0, inputLimit), inputCount: points.length }
}
