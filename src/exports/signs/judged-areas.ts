/** The units that have a boundary, as a map draws them: the verdict of each, and whether it is filled or only lined. */
import type { MultiPolygon, Polygon } from 'geojson'
import type { Result, State } from '../../indicators/result'
import { areaLevels, type Area, type Study } from '../../model/study'
import { verdictsOf } from './verdicts'

export type JudgedArea = {
  readonly id: string
  readonly name: string
  readonly boundary: Polygon | MultiPolygon
  readonly state: State | 'none'
  /** False where judged units lie inside it: two fills would mix into a third colour. */
  readonly filled: boolean
  /** No drawn area holds this one. */
  readonly top: boolean
  readonly rank: number
  readonly tier: 'outer' | 'middle' | 'inner'
}

/** One per area with a boundary, coarse levels first, then by id. */
export function judgedAreas(study: Study, result: Result | null): JudgedArea[] {
  const verdicts = verdictsOf(study, result).of.area
  const drawn = study.areas.filter(({ boundary }) => boundary !== null)
  const areaOf = new Map(study.areas.map((area) => [area.id, area]))
  const judgedInside = new Set<string>()
  const drawnInside = new Set(drawn.map(({ id }) => id))
  for (const area of drawn)
    if (verdicts.has(area.id)) for (const parent of ancestors(area, areaOf)) judgedInside.add(parent.id)
  return drawn
    .flatMap((area): JudgedArea[] => {
      const { id, name, boundary, level } = area
      const state: State | 'none' = verdicts.get(id) ?? 'none'
      const rank = areaLevels.indexOf(level)
      const top = !ancestors(area, areaOf).some((above) => drawnInside.has(above.id))
      const tier = rank <= 2 ? 'outer' : rank <= 5 ? 'middle' : 'inner'
      return boundary ? [{ id, name, boundary, state, filled: state !== 'none' && !judgedInside.has(id), top, rank, tier }] : []
    })
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Nearest first; a roster that names itself as its own parent ends the walk. */
export function ancestors(area: Area, areaOf: ReadonlyMap<string, Area>): Area[] {
  const found: Area[] = []
  for (let parent = area.parent; parent !== null;) {
    const next = areaOf.get(parent)
    if (!next || next === area || found.includes(next)) break
    found.push(next)
    parent = next.parent
  }
  return found
}
