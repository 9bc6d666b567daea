/** Who has more care area than it owes: compounds, pooled groups, and community rooms that no compound counts yet. */
import { equal } from '../indicators/compare'
import { kindSets } from '../indicators/match'
import { groupsOf } from '../indicators/pools'
import type { Result, UnitResult } from '../indicators/result'
import type { Compound, Facility, Study } from '../model/study'
import type { LngLat } from '../tables/ledger'
import { tidyM2 } from './square-metres'

export type Supplier = {
  readonly kind: 'compound' | 'pool' | 'facility'
  readonly id: string
  readonly name: string
  /** m² that can be given without falling short. */
  readonly spareM2: number
  readonly compounds: readonly string[]
  readonly places: readonly LngLat[]
  /** Of a facility: the units that it serves already. */
  readonly serves: readonly string[]
}

/** The compounds' own area figures under the area clauses of a policy: of each compound the first clause that needs an amount of it. */
export function areaUnitsOf(results: readonly Result[], policy: string): ReadonlyMap<string, { readonly clause: string; readonly unit: UnitResult }> {
  const found = new Map<string, { clause: string; unit: UnitResult }>()
  for (const result of results) {
    if (result.policy !== policy || result.evaluator !== 'area-per-households' || result.unit !== 'm2' || result.threshold?.at !== 'least') continue
    for (const unit of result.units) if (unit.kind === 'compound' && !found.has(unit.id) && typeof unit.figures?.required === 'number') found.set(unit.id, { clause: result.clause, unit })
  }
  return found
}

/** What a unit's group (or the unit alone) lacks in m²; null where it lacks nothing or it is not known. */
export function groupNeed(unit: UnitResult): number | null {
  if (unit.state !== 'unmet') return null
  const { poolRequired, poolProvided } = unit.figures ?? {}
  const need = typeof poolRequired === 'number' && typeof poolProvided === 'number' ? poolRequired - poolProvided : unit.shortfall
  return need !== null && need > 0 ? need : null
}

/** Suppliers by id; none where nothing may be shared. */
export function suppliersOf(study: Study, areaUnits: ReadonlyMap<string, { readonly unit: UnitResult }>): readonly Supplier[] {
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  const groups = groupsOf(study.compounds)
  const suppliers: Supplier[] = []
  const pools = new Set<string>()
  for (const [id, { unit }] of areaUnits) {
    const compound = compounds.get(id)
    if (!compound || unit.state !== 'met') continue
    const spareM2 = spareOf(unit)
    if (spareM2 === null) continue
    const pool = typeof unit.figures?.pool === 'string' && typeof unit.figures.poolRequired === 'number' ? unit.figures.pool : null
    if (pool === null) {
      if (compound.at) suppliers.push({ kind: 'compound', id, name: compound.name, spareM2, compounds: [id], places: [compound.at], serves: [] })
    } else if (!pools.has(pool)) {
      pools.add(pool)
      const members = groups.get(pool) ?? []
      suppliers.push({ kind: 'pool', id: pool, name: pool, spareM2, compounds: members.map((member) => member.id), places: members.flatMap(({ at }) => (at ? [at] : [])), serves: [] })
    }
  }
  for (const facility of study.facilities) if (isFree(facility, compounds)) suppliers.push({ kind: 'facility', id: facility.id, name: facility.name, spareM2: facility.floorAreaM2!, compounds: [], places: [facility.at!], serves: facility.serves ?? [] })
  return suppliers.sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1))
}

/** Provided less required of the group or the compound; null where there is nothing to spare. */
function spareOf({ figures = {} }: UnitResult): number | null {
  const [provided, required] = typeof figures.poolRequired === 'number' ? [figures.poolProvided, figures.poolRequired] : [figures.provided, figures.required]
  if (typeof provided !== 'number' || typeof required !== 'number' || provided <= required || equal(provided, required)) return null
  const spare = Math.floor((provided - required) * 100) / 100
  return spare > 0 ? tidyM2(spare) : null
}

/** A room of a counted kind that operates, has a place and a size, and serves no compound yet. */
const isFree = ({ kind, stage, at, floorAreaM2, serves, level }: Facility, compounds: ReadonlyMap<string, Compound>): boolean =>
  kind !== null && kindSets.community!.includes(kind) && stage === 'operating' && at !== null && floorAreaM2 !== null && floorAreaM2 > 0 && level !== 'home' && !(serves?.some((id) => compounds.has(id)) ?? false)
