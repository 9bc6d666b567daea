/** Results -> the rectification list (整改清单): one unit, one clause, one shortfall, one due date. */
import { lastDay } from '../model/dates'
import type { Area, Compound, Study } from '../model/study'
import { circleReach } from '../reach/circle'
import { careKinds } from '../reach/reach-study'
import type { Result, UnitResult } from '../indicators/result'

export type RectificationItem = {
  readonly unit: string
  readonly name: string
  readonly clause: string
  readonly policy: string
  /** In the measure; null where the clause needs no amount. */
  readonly required: number | null
  readonly provided: number | null
  readonly shortfall: number | null
  readonly measure: string
  readonly households: number | null
  /** Elders aged 60 and over of the unit. */
  readonly people: number | null
  readonly due: string | null
  /** Unmet and the data date is after the last day of due; null without a due date. */
  readonly overdue: boolean | null
  readonly remedies: readonly string[]
  /** The nearest operating care facility of any kind, geodesic; null without a position. */
  readonly nearest: { readonly id: string; readonly metres: number } | null
}

/** Items of every unmet unit, by clause in the order of the results, then by unit. */
export function rectificationList(study: Study, results: readonly Result[]): RectificationItem[] {
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  const areas = new Map(study.areas.map((area) => [area.id, area]))
  const short = results.flatMap((result) => result.units.filter((unit) => unit.state === 'unmet' && (unit.kind === 'compound' || unit.kind === 'area')).map((unit) => ({ result, unit })))
  const places = short.map(({ unit }) => (unit.kind === 'compound' ? compounds.get(unit.id)?.at : areas.get(unit.id)?.at) ?? null)
  const nearest = nearestFacilities(study, places)
  return short.map(({ result, unit }, index) => itemOf(study, result, unit, unit.kind === 'compound' ? compounds.get(unit.id) : undefined, unit.kind === 'area' ? areas.get(unit.id) : undefined, nearest[index]!))
}

function itemOf(study: Study, result: Result, unit: UnitResult, compound: Compound | undefined, area: Area | undefined, nearest: RectificationItem['nearest']): RectificationItem {
  const figure = (key: string): number | null => (typeof unit.figures?.[key] === 'number' ? unit.figures[key] : null)
  const counted = result.evaluator === 'unit-share'
  const due = compound?.due ?? (typeof unit.figures?.due === 'string' ? unit.figures.due : null) ?? result.deadline
  return {
    unit: unit.id,
    name: unit.name,
    clause: result.clause,
    policy: result.policy,
    required: figure('required') ?? (counted ? 1 : unit.denominator),
    provided: figure('provided') ?? unit.numerator,
    shortfall: unit.shortfall,
    measure: compound || result.evaluator === 'land-per-person' ? 'm2' : counted || result.evaluator === 'count-per-unit' ? 'facility' : result.unit,
    households: figure('households') ?? compound?.households ?? area?.households ?? null,
    people: compound?.elders60 ?? area?.elders60 ?? null,
    due,
    overdue: due === null ? null : study.asOf > lastDay(due),
    remedies: compound?.remedy ? [compound.remedy] : [],
    nearest,
  }
}

function nearestFacilities(study: Study, places: readonly (readonly [number, number] | null)[]): RectificationItem['nearest'][] {
  const sites = study.facilities.filter((facility) => facility.at !== null && facility.kind !== null && facility.kind !== 'HOME_BED' && careKinds.includes(facility.kind) && facility.stage === 'operating')
  const reach = circleReach(
    { lng: Float64Array.from(places, (at) => at?.[0] ?? NaN), lat: Float64Array.from(places, (at) => at?.[1] ?? NaN) },
    { lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) },
    [],
  )
  return places.map((_, index) => (reach.nearest[index] === -1 ? null : { id: sites[reach.nearest[index]!]!.id, metres: reach.metres[index]! }))
}
