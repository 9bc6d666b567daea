/** Results -> the rectification list (整改清单): every unmet unit of every clause, with all that the office needs to have it mended. */
import { classOf } from '../indicators/compound-class'
import type { Result, UnitResult } from '../indicators/result'
import { rosterOf, tierOf, type Roster } from '../indicators/roster'
import { lastDay } from '../model/dates'
import type { Area, Compound, Study } from '../model/study'
import { circleReach } from '../reach/circle'
import { careKinds } from '../reach/reach-study'
import { faultsOf, isOfSteps, type Faults } from './fault'
import { gatesOf } from './gates'
import type { Gate, Named, RectificationItem, Remedy } from './item'
import { progressOf, type ProgressBook } from './progress'

export type { RectificationItem } from './item'

/**
 * Items of every unmet unit, by clause in the order of the results, then by unit. Pools and facilities are no items: a pool's members
 * are. The items' shortfalls add up to the clause's shortfallOfUnits. Remedies are left empty: withRemedies finds them.
 */
export function rectificationList(study: Study, results: readonly Result[]): RectificationItem[] {
  const world = worldOf(study)
  const items: RectificationItem[] = []
  for (const result of results)
    for (const unit of result.units) {
      const item = unit.state === 'unmet' ? itemOf(world, result, unit) : null
      if (item) items.push(item)
    }
  return items
}

type World = {
  readonly study: Study
  readonly roster: Roster
  readonly compounds: ReadonlyMap<string, Compound>
  readonly faults: Faults
  readonly progress: ProgressBook
  readonly nearest: ReadonlyMap<string, NonNullable<RectificationItem['nearest']>>
  readonly gates: Map<string, readonly Gate[] | null>
  readonly above: Map<string | null, UnitsAbove>
}

type UnitsAbove = Pick<RectificationItem, 'county' | 'subdistrict' | 'community'>

function worldOf(study: Study): World {
  return { study, roster: rosterOf(study), compounds: new Map(study.compounds.map((compound) => [compound.id, compound])), faults: faultsOf(study), progress: progressOf(study), nearest: nearestFacilities(study), gates: new Map(), above: new Map() }
}

function itemOf(world: World, result: Result, unit: UnitResult): RectificationItem | null {
  if (unit.kind === 'compound') {
    const compound = world.compounds.get(unit.id)
    return compound ? ofCompound(world, result, unit, compound) : null
  }
  const area = unit.kind === 'area' ? world.roster.byId.get(unit.id) : undefined
  return area ? ofArea(world, result, unit, area) : null
}

function ofCompound(world: World, result: Result, unit: UnitResult, compound: Compound): RectificationItem {
  const gates = gatesKept(world, compound)
  const above = unitsAbove(world, compound.area)
  const steps = isOfSteps(unit)
  const counted = result.unit === 'compound'
  // A clause about steps has no square metres, one that only counts compounds has no amounts at all.
  const required = counted ? null : (numberOf(unit, 'required') ?? (steps ? unit.denominator : null))
  const due = compound.due ?? textOf(unit, 'due') ?? result.deadline
  return {
    unit: unit.id,
    name: unit.name,
    kind: 'compound',
    clause: result.clause,
    policy: result.policy,
    required,
    provided: counted ? null : (numberOf(unit, 'provided') ?? unit.numerator),
    shortfall: unit.shortfall,
    shortfallShare: shareOf(unit.shortfall, required),
    measure: steps ? 'step' : counted ? 'compound' : 'm2',
    households: numberOf(unit, 'households') ?? compound.households,
    people: compound.elders60,
    county: above.county,
    subdistrict: above.subdistrict,
    community: above.community,
    age: classOf(compound, result.reading),
    permitted: compound.permitted,
    completed: compound.completed,
    delivered: compound.delivered,
    fault: world.faults.ofCompound(compound, unit, gates),
    due,
    overdue: isOverdue(world.study, due),
    responsible: compound.responsible,
    plannedRemedy: compound.remedy,
    progress: world.progress('compound', unit.id, result.clause, !steps && !counted),
    gates,
    remedies: none,
    nearest: world.nearest.get(`compound ${unit.id}`) ?? null,
  }
}

function ofArea(world: World, result: Result, unit: UnitResult, area: Area): RectificationItem {
  const facilities = result.evaluator === 'unit-share' || result.evaluator === 'count-per-unit'
  const above = unitsAbove(world, area.id)
  const provided = numberOf(unit, 'provided') ?? unit.numerator
  const required = numberOf(unit, 'required') ?? (result.evaluator === 'unit-share' ? Math.max(1, (provided ?? 0) + (unit.shortfall ?? 0)) : provided !== null && unit.shortfall !== null && result.threshold?.at !== 'most' ? provided + unit.shortfall : unit.denominator)
  const due = textOf(unit, 'due') ?? result.deadline
  return {
    unit: unit.id,
    name: unit.name,
    kind: 'area',
    clause: result.clause,
    policy: result.policy,
    required,
    provided,
    shortfall: unit.shortfall,
    shortfallShare: shareOf(unit.shortfall, required),
    measure: result.evaluator === 'land-per-person' ? 'm2' : facilities ? 'facility' : result.unit,
    households: numberOf(unit, 'households') ?? area.households,
    people: area.elders60,
    county: above.county,
    subdistrict: above.subdistrict,
    community: above.community,
    age: null,
    permitted: null,
    completed: null,
    delivered: null,
    fault: facilities ? world.faults.ofArea(area.id) : null,
    due,
    overdue: isOverdue(world.study, due),
    responsible: null,
    plannedRemedy: null,
    progress: world.progress('area', unit.id, result.clause, false),
    gates: null,
    remedies: none,
    nearest: world.nearest.get(`area ${unit.id}`) ?? null,
  }
}

const none: readonly Remedy[] = []

const shareOf = (shortfall: number | null, required: number | null): number | null => (shortfall !== null && required !== null && required > 0 ? shortfall / required : null)

const isOverdue = ({ asOf }: Study, due: string | null): boolean | null => (due === null ? null : asOf > lastDay(due))

function gatesKept(world: World, compound: Compound): readonly Gate[] | null {
  let gates = world.gates.get(compound.id)
  if (gates === undefined) world.gates.set(compound.id, (gates = gatesOf(world.study, compound)))
  return gates
}

function unitsAbove({ roster, above }: World, area: string | null): UnitsAbove {
  const known = above.get(area)
  if (known) return known
  const chain = area === null ? [] : roster.chainOf(area)
  const at = (tier: number): Named | null => {
    const unit = chain.find(({ level }) => tierOf[level] === tier)
    return unit ? { id: unit.id, name: unit.name } : null
  }
  const found = { county: at(2), subdistrict: at(3), community: at(4) }
  above.set(area, found)
  return found
}

const numberOf = (unit: UnitResult, key: string): number | null => (typeof unit.figures?.[key] === 'number' ? unit.figures[key] : null)
const textOf = (unit: UnitResult, key: string): string | null => (typeof unit.figures?.[key] === 'string' ? unit.figures[key] : null)

const nearestMade = new WeakMap<Study['facilities'], WeakMap<Study['compounds'], { readonly areas: Study['areas']; readonly nearest: World['nearest'] }>>()

/** Of every compound and unit with a place; found once per ledgers. */
function nearestFacilities(study: Study): World['nearest'] {
  let ofFacilities = nearestMade.get(study.facilities)
  if (!ofFacilities) nearestMade.set(study.facilities, (ofFacilities = new WeakMap()))
  const known = ofFacilities.get(study.compounds)
  if (known?.areas === study.areas) return known.nearest
  const sites = study.facilities.filter((facility) => facility.at !== null && facility.kind !== null && facility.kind !== 'HOME_BED' && careKinds.includes(facility.kind) && facility.stage === 'operating')
  const places = [...study.compounds.map(({ id, at }) => ({ key: `compound ${id}`, at })), ...study.areas.map(({ id, at }) => ({ key: `area ${id}`, at }))].filter(({ at }) => at !== null)
  const reach = circleReach(
    { lng: Float64Array.from(places, ({ at }) => at![0]), lat: Float64Array.from(places, ({ at }) => at![1]) },
    { lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) },
    [],
  )
  const nearest = new Map(
    places.flatMap(({ key }, index) => {
      const site = sites[reach.nearest[index]!]
      return site ? [[key, { id: site.id, name: site.name, metres: reach.metres[index]! }] as const] : []
    }),
  )
  ofFacilities.set(study.compounds, { areas: study.areas, nearest })
  return nearest
}
