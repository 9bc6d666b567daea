/** Every compound and pool of a clause held against the area it owes; built once per clause. */
import { problem, type Problem } from '../problem'
import type { Compound, Options } from '../model/study'
import type { Comparator } from '../policy/clause'
import { careAreaOf, type CareArea, type PooledArea } from './care-area'
import { equal, meets, missing } from './compare'
import { classOf, type CompoundClass } from './compound-class'
import type { Judging } from './evaluator'
import { inCentralCity, poolsOf, type Pool, type Pools } from './pools'
import { normsOf, requiredArea, type Norms } from './required-area'
import type { State, UnitResult, Why } from './result'
import { householdsOf } from './under-duty'

export type AreaWorld = {
  readonly judgeCompound: (compound: Compound, classed: CompoundClass, threshold: { at: Comparator; value: number } | null, required?: (compound: Compound) => number | null) => UnitResult
  readonly judgePool: (pool: Pool) => UnitResult
  readonly pools: Pools
  readonly problems: () => Problem[]
}

/** Everything that judging the compounds of one clause shares: pools, areas, norms, and the problems met on the way. */
export function areaWorld(judging: Judging, own: { readonly new: number; readonly old: number } | null): AreaWorld {
  const { study, reading, pack } = judging
  const area = careAreaOf(study, reading)
  const pools = poolsOf(study, reading, area)
  const norms: Norms = own ?? normsOf(pack)
  const met = new Map<string, PooledArea>()
  const problems = judging.kept?.problems ?? new Map<string, Problem>()
  const poolArea = (pool: Pool) => {
    const known = met.get(pool.id)
    if (known) return known
    const made = reading.pooling === 'inside' ? insideOf(pool, area, reading) : area.pooled(pool.members, [...pool.left, ...pool.untold.map(({ compound }) => compound)])
    if (made.over > 0 && !equal(made.over, 0)) problems.set(`over ${pool.id}`, problem('pool-area-over', 'warning', {}, `${pool.id}: ${round(made.over)}`))
    if (made.repeated) problems.set(`repeated ${pool.id}`, problem('pool-area-repeated', 'warning', {}, pool.id))
    met.set(pool.id, made)
    return made
  }
  const normFor = (compound: Compound, threshold: { at: Comparator; value: number } | null): number | null => {
    const classed = classOf(compound, reading).class
    if (threshold && own === null && judging.clause.parameters.class === 'built') return threshold.value
    if (threshold && threshold.at !== 'least') return threshold.value
    return classed === 'new' ? norms.new : classed === 'old' ? norms.old : null
  }
  const judgeCompound: AreaWorld['judgeCompound'] = (compound, classed, threshold, requiredBy) => {
    const pool = compound.pool === null || reading.pooling === 'inside' ? undefined : pools.get(compound.pool)
    const households = householdsOf(compound, reading)
    const base = { id: compound.id, name: compound.name, kind: 'compound' as const }
    const figures = { class: classed.class, classBy: classed.by, date: classed.date, households }
    if (households === 0) return { ...base, state: 'not-applicable', numerator: compound.careAreaM2, denominator: 0, value: null, shortfall: null, why: [{ code: 'empty-denominator' }], figures }
    const required = (of: Compound): number | null => (requiredBy ? requiredBy(of) : requiredArea(of, of.id === compound.id ? (threshold?.value ?? null) : normFor(of, threshold), reading))
    const untold = pool?.untold.find((member) => member.compound.id === compound.id)
    if (pool && untold) return { ...base, state: 'no-data', numerator: null, denominator: households, value: null, shortfall: null, why: [{ code: untold.why }], figures: { ...figures, pool: pool.id } }
    const inPool = pool?.members.some((member) => member.id === compound.id) ? pool : undefined
    const left: Why[] = pool && !inPool ? [{ code: reading.poolScope === 'central-city-only' && inCentralCity(study, compound) === false ? 'outside-central-city' : 'pool-member-too-far', detail: pool.id }] : []
    if (inPool && reading.pooling === 'pooled') return pooledUnit(base, figures, inPool, poolArea(inPool), required, threshold, compound, reading)
    const own = inPool && reading.pooling === 'allocated' ? allocated(compound, inPool, poolArea(inPool)) : ownArea(compound, area, reading, reading.pooling === 'inside' || (pool !== undefined && !inPool))
    const owed = required(compound)
    const known = own.lo === own.hi || own.lo > 0 ? own.lo : null
    const { state, why } = settle(own, households, owed, threshold)
    return {
      id: compound.id,
      name: compound.name,
      kind: 'compound',
      state,
      numerator: known,
      denominator: households,
      value: own.lo === own.hi && households ? (own.lo / households) * 100 : null,
      shortfall: state === 'met' ? 0 : state === 'unmet' ? missing(owed!, own.hi) : null,
      why: left.length === 0 ? why : [...left, ...why],
      counted: own.counted,
      figures: { class: classed.class, classBy: classed.by, date: classed.date, households, required: owed, provided: known, pool: inPool?.id ?? null },
    }
  }
  const judgePool = (pool: Pool): UnitResult => {
    const norm = pool.members.map((member) => normFor(member, null))
    const required = pool.members.map((member, index) => requiredArea(member, norm[index]!, reading))
    const all = required.every((m2) => m2 !== null) ? required.reduce<number>((sum, m2) => sum + m2!, 0) : null
    const provided = poolArea(pool)
    const unclassed = norm.includes(null)
    const open = pool.untold.length > 0
    const value = open || all === null || all === 0 || provided.lo !== provided.hi ? null : provided.lo / all
    const state: State = open ? 'no-data' : all === null ? (unclassed ? 'undecided' : 'no-data') : all === 0 ? 'not-applicable' : enough(provided.lo, all, 'least') ? 'met' : enough(provided.hi, all, 'least') ? 'no-data' : 'unmet'
    const why: Why[] = open ? [...new Set(pool.untold.map((member) => member.why))].map((code) => ({ code })) : state === 'undecided' ? [{ code: 'unclassed' }] : all === null ? [{ code: 'households-unknown' }] : [...provided.why]
    return { id: pool.id, name: pool.id, kind: 'pool', state, numerator: provided.lo, denominator: all, value, shortfall: state === 'unmet' ? missing(all!, provided.hi) : state === 'met' ? 0 : null, why, counted: provided.counted, figures: { required: all, provided: provided.lo, members: pool.members.length } }
  }
  return { judgeCompound, judgePool, pools, problems: () => [...problems.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry) }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** What stands in the members themselves, added up: the same question as the pooled one where nothing may be shared. */
function insideOf(pool: Pool, area: CareArea, reading: Options): PooledArea {
  const own = pool.members.map((member) => ownArea(member, area, reading, true))
  const sum = (end: 'lo' | 'hi') => own.reduce((total, each) => total + each[end], 0)
  const why = [...new Map(own.flatMap((each) => each.why).map((entry) => [entry.code, entry])).values()]
  return { lo: sum('lo'), hi: sum('hi'), from: own.every((each) => each.from === 'none') ? 'none' : 'stated', counted: [...new Set(own.flatMap((each) => each.counted))], why, over: 0, repeated: false }
}

/** Own area: what the row states, or what the facilities that serve it give; blank and unserved is unknown (SETTLED 12, 46). */
function ownArea(compound: Compound, area: CareArea, reading: Options, insideOnly: boolean) {
  const served = area.served(compound, insideOnly)
  if (reading.areaFrom === 'facilities') return served
  const stated = area.stated(compound)
  return stated.from === 'none' && served.from !== 'none' ? served : stated
}

/** The group's result, shown for each member; the group's shortfall is split by required area (SETTLED 19). */
function pooledUnit(base: Pick<UnitResult, 'id' | 'name' | 'kind'>, figures: Record<string, number | string | null>, pool: Pool, provided: PooledArea, required: (compound: Compound) => number | null, threshold: { at: Comparator; value: number } | null, compound: Compound, reading: Options): UnitResult {
  const parts = pool.members.map((member) => ({ member, required: required(member), households: householdsOf(member, reading) }))
  const own = parts.find(({ member }) => member.id === compound.id)!
  const all = parts.every((part) => part.required !== null) ? parts.reduce((sum, part) => sum + part.required!, 0) : null
  const households = parts.every((part) => part.households !== null) ? parts.reduce((sum, part) => sum + part.households!, 0) : null
  const at = threshold?.at ?? 'least'
  const part = all ? own.required! / all : households ? own.households! / households : null
  const exact = provided.lo === provided.hi
  const value = exact && households ? (provided.lo / households) * 100 : null
  const unclassedMember = parts.some((entry) => entry.required === null && entry.households !== null)
  const state: State =
    households === null ? 'no-data' : threshold === null ? (value === null ? 'no-data' : 'undecided') : all === null ? (unclassedMember ? 'undecided' : 'no-data') : enough(provided.lo, all, at) ? 'met' : enough(provided.hi, all, at) ? 'no-data' : 'unmet'
  const why: Why[] = [{ code: 'pool-member', detail: pool.id }, ...(households === null ? [{ code: 'households-unknown' }] : all === null && unclassedMember ? [{ code: 'unclassed' }] : []), ...(state === 'no-data' || provided.why.some(({ code }) => code !== 'area-blank') ? provided.why : [])]
  const shortfall = state === 'met' ? 0 : state === 'unmet' && part !== null ? missing(all!, provided.hi) * part : null
  return {
    ...base,
    state,
    numerator: exact || provided.lo > 0 ? provided.lo : null,
    denominator: households,
    value,
    shortfall,
    why,
    counted: provided.counted,
    figures: { ...figures, pool: pool.id, required: own.required, provided: part === null ? null : provided.lo * part, poolRequired: all, poolProvided: provided.lo, poolHouseholds: households },
  }
}

/** A shared room divided by planned households among the members that are in the pool (SETTLED 46). */
function allocated(compound: Compound, pool: Pool, provided: PooledArea) {
  const households = pool.members.map((member) => member.households)
  const all = households.every((count) => count !== null) ? households.reduce<number>((sum, count) => sum + count!, 0) : null
  if (!all || compound.households === null) return { lo: 0, hi: Infinity, counted: provided.counted, why: [{ code: 'households-unknown' }] }
  const part = compound.households / all
  return { lo: provided.lo * part, hi: provided.hi * part, counted: provided.counted, why: [{ code: 'pool-member', detail: pool.id }, ...provided.why] }
}

/** Judged alone: provided against required, with both ends where the area is not wholly known. */
function settle(area: { readonly lo: number; readonly hi: number; readonly why: readonly Why[] }, households: number | null, required: number | null, threshold: { at: Comparator; value: number } | null): { state: State; why: readonly Why[] } {
  if (households === null) return { state: 'no-data', why: [{ code: 'households-unknown' }, ...area.why] }
  if (threshold === null) return { state: area.lo === area.hi ? 'undecided' : 'no-data', why: area.why }
  if (required === null) return { state: 'no-data', why: [...area.why, { code: 'required-unknown' }] }
  return { state: enough(area.lo, required, threshold.at) ? 'met' : enough(area.hi, required, threshold.at) ? 'no-data' : 'unmet', why: area.why }
}

const enough = (provided: number, required: number, at: Comparator): boolean => provided === Infinity || meets(provided, { at, value: required })
