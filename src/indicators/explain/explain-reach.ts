/** Why so many people are within reach: the points of a unit with the largest counts, and how far the nearest facility of each is. */
import type { Judging } from '../evaluator'
import { walkLack } from '../../reach/study-walk'
import type { ExplainedInput, ExplainedWay, Explanation } from '../explanation'
import { inputLimit } from './explain-share'
import { overUnits } from './explain-units'
import { formulaGiving } from './formula'
import { demandPoints, isWithin, type PointReach } from '../reach-figures'
import { modelOf, speedOf } from '../reach-asked'
import type { Result } from '../result'
import type { PeopleKey } from '../../model/build-people'

/** A unit: its people points, largest first, each with its count, the cell of its count and its nearest facility. `reachOf` measures; null: nothing can be measured. */
export function explainReach(judging: Judging, result: Result, unit: string | null, reachOf: (judging: Judging) => PointReach | null): Explanation {
  const { study, clause, roster } = judging
  if (unit === null) return overUnits(study, clause.id, result)
  const of = result.units.find((entry) => entry.id === unit)
  const key = String(result.figures.people ?? 'elders60') as PeopleKey
  const { people, from } = demandPoints(study)
  const table = from === 'people' && study.peopleTable !== null ? study.tables[study.peopleTable] : undefined
  const column = table?.columns.find((match) => match.key === key)?.header
  const points: ExplainedInput[] = []
  const reach = modelOf(judging) === 'walk' && walkLack(study) ? null : reachOf(judging)
  for (let index = 0; index < people.id.length; index++) {
    const area = people.area[index]!
    if (area === -1 || !roster.chainOf(study.areas[area]!.id).some((above) => above.id === unit)) continue
    const count = people[key][index]!
    points.push({ key, id: people.id[index]!, name: people.id[index]!, value: Number.isNaN(count) ? null : count, ...(table ? { at: { file: table.file, sheet: table.sheet, row: people.row[index]!, ...(column ? { column } : {}) } } : {}), ...(reach ? { way: wayOf(judging, reach, from, index) } : {}) })
  }
  points.sort((a, b) => Number(b.value ?? -1) - Number(a.value ?? -1) || (a.id < b.id ? -1 : 1))
  return { clause: clause.id, unit, formula: of ? formulaGiving(of) : null, value: of?.value ?? null, inputs: points.slice(0, inputLimit), inputCount: points.length }
}

function wayOf(judging: Judging, { near, metres, limit, at }: PointReach, from: ExplainedWay['from'], point: number): ExplainedWay {
  const model = modelOf(judging)
  const nearest = near.reach.nearest[point] ?? -1
  const site = near.sites[nearest]
  const far = metres[point] ?? NaN
  const known = Number.isNaN(far) ? null : far
  return {
    from,
    model,
    facility: site?.id ?? null,
    facilityName: site?.name ?? null,
    metres: known,
    // Where a delay is counted it is among the metres of level way.
    seconds: known !== null && model === 'walk' ? known / speedOf(judging) : null,
    within: near.leftOut(point) === null ? isWithin(far, limit, at) : null,
  }
}
