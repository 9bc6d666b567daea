/** Care area per hundred households of a compound, alone or in a pooled group. */
import { problem, type Problem } from '../problem'
import type { Compound, Options } from '../model/study'
import type { Comparator, Threshold } from '../policy/clause'
import { careAreaOf, type CareArea } from './care-area'
import { equal, meets, missing } from './compare'
import { classOf, isBuilt, type CompoundClass } from './compound-class'
import { blank, countOf, quotient, stateOfAll, sumOfShortfalls, thresholdOf, undecidedWhy, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainArea } from './explain-area'
import { poolsOf, type Pool } from './pools'
import type { Excluded, State, UnitResult, Why } from './result'

type Parameters = { readonly over: 'compounds' | 'pools'; readonly class: 'new' | 'old' | 'built' | 'any'; readonly norms: { readonly new: number; readonly old: number } | null }

/** m² per 100 households that each class of the pack owes; null where the pack has no such clause. */
export type Norms = { readonly new: number | null; readonly old: number | null; readonly at: Comparator }

export const areaPerHouseholds: Evaluator = { id: 'area-per-households', judge, explain: explainArea }

function judge(judging: Judging): Judged {
  const { study, clause } = judging
  const parameters = clause.parameters as unknown as Parameters
  const unit = parameters.over === 'pools' ? 'share' : 'm2'
  if (!study.tables.some((table) => table.ledger === 'compounds') && study.compounds.length === 0) return blank('no-data', unit, [{ code: 'compounds-missing' }])
  return parameters.over === 'pools' ? judgePools(judging, parameters) : judgeCompounds(judging, parameters)
}

function judgeCompounds(judging: Judging, parameters: Parameters): Judged {
  const { study, reading, clause } = judging
  const world = areaWorld(judging, parameters.norms)
  const threshold = thresholdOf(judging)
  const excluded: Excluded[] = []
  const units: UnitResult[] = []
  for (const compound of study.compounds) {
    const duty = underDuty(compound, parameters.class, reading, study.asOf)
    if (duty.in === 'no') {
      if (duty.why) excluded.push({ id: compound.id, why: duty.why })
      continue
    }
    units.push(duty.in === 'undecided' ? undecidedUnit(compound, duty.why!, reading) : world.judgeCompound(compound, duty.class, threshold))
  }
  const state = threshold !== null ? stateOfAll(units.map((entry) => entry.state)) : units.every((entry) => entry.state === 'not-applicable') ? 'not-applicable' : units.some((entry) => entry.value !== null) ? 'undecided' : 'no-data'
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const short = sumOfShortfalls(units)
  const sum = (key: 'provided' | 'households') => units.reduce((total, entry) => total + (typeof entry.figures?.[key] === 'number' && entry.value !== null ? (entry.figures[key] as number) : 0), 0)
  return {
    state,
    numerator: threshold === null ? null : met,
    denominator: threshold === null ? null : met + unmet,
    value: threshold === null ? null : quotient(met, met + unmet),
    threshold: threshold && { at: threshold.at, value: threshold.value },
    unit: 'm2',
    shortfall: short,
    shortfallOfUnits: short,
    why: state === 'not-applicable' ? [{ code: 'no-such-compound' }] : state === 'undecided' && threshold === null ? [undecidedWhy(clause)] : [],
    units,
    excluded,
    problems: world.problems(),
    figures: {
      m2Per100Households: quotient(sum('provided') * 100, sum('households')),
      unmet,
      noData: countOf(units, 'no-data'),
      undecided: countOf(units, 'undecided'),
    },
  }
}

/** Is the compound one that the clause speaks of? Unclassed compounds: SETTLED 9 and 43. */
export function underDuty(compound: Compound, wanted: Parameters['class'], reading: Options, asOf: string): { in: 'yes' | 'no' | 'undecided'; class: CompoundClass; why?: string } {
  const classed = classOf(compound, reading)
  if (wanted === 'any') return { in: 'yes', class: classed }
  if (wanted === 'built') {
    const built = isBuilt(compound, String(reading.ageDate ?? 'completed'), asOf)
    return built === null ? { in: 'undecided', class: classed, why: 'no-date' } : { in: built ? 'yes' : 'no', class: classed, ...(built ? {} : { why: 'not-built' }) }
  }
  if (classed.class === wanted) return { in: 'yes', class: classed }
  if (classed.class === 'unknown') return { in: 'undecided', class: classed, why: 'no-date' }
  if (classed.class === 'neither') return wanted === 'old' ? { in: 'undecided', class: classed, why: 'unclassed' } : { in: 'no', class: classed, why: 'dated-before-new' }
  return { in: 'no', class: classed }
}

function undecidedUnit(compound: Compound, why: string, reading: Options): UnitResult {
  return { id: compound.id, name: compound.name, kind: 'compound', state: 'undecided', numerator: compound.careAreaM2, denominator: householdsOf(compound, reading), value: null, shortfall: null, why: [{ code: why }], figures: { class: null } }
}

/** The household count that the reading names; null when blank, never another count in silence. */
export function householdsOf(compound: Compound, reading: Options): number | null {
  switch (reading.households) {
    case 'built':
      return compound.householdsBuilt
    case 'occupied':
      return compound.householdsOccupied
    case 'registered':
      return compound.householdsRegistered
    default:
      return compound.households
  }
}

export type AreaWorld = {
  readonly judgeCompound: (compound: Compound, classed: CompoundClass, threshold: { at: Comparator; value: number } | null, required?: (compound: Compound) => number | null) => UnitResult
  readonly judgePool: (pool: Pool) => UnitResult
  readonly pools: ReadonlyMap<string, Pool>
  readonly problems: () => Problem[]
}

/** Everything that judging the compounds of one clause shares: pools, areas, norms, and the problems met on the way. */
export function areaWorld(judging: Judging, own: { readonly new: number; readonly old: number } | null): AreaWorld {
  const { study, reading, pack } = judging
  const area = careAreaOf(study, reading)
  const pools = reading.pooling === 'inside' ? new Map<string, Pool>() : poolsOf(study, reading, area)
  const norms = own ? { new: own.new, old: own.old, at: 'least' as const } : normsOf(pack)
  const met = new Map<string, ReturnType<CareArea['pooled']>>()
  const problems = new Map<string, Problem>()
  const poolArea = (pool: Pool) => {
    const known = met.get(pool.id)
    if (known) return known
    const made = area.pooled(pool.members)
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
    const pool = compound.pool === null ? undefined : pools.get(compound.pool)
    const households = householdsOf(compound, reading)
    const base = { id: compound.id, name: compound.name, kind: 'compound' as const }
    const figures = { class: classed.class, classBy: classed.by, date: classed.date, households }
    if (households === 0) return { ...base, state: 'not-applicable', numerator: compound.careAreaM2, denominator: 0, value: null, shortfall: null, why: [{ code: 'empty-denominator' }], figures }
    const required = (of: Compound): number | null => (requiredBy ? requiredBy(of) : requiredArea(of, of.id === compound.id ? (threshold?.value ?? null) : normFor(of, threshold), reading))
    if (pool?.unplaced.some((member) => member.id === compound.id)) return { ...base, state: 'no-data', numerator: null, denominator: households, value: null, shortfall: null, why: [{ code: 'no-position' }], figures: { ...figures, pool: pool.id } }
    const inPool = pool?.members.some((member) => member.id === compound.id) ? pool : undefined
    const tooFar: Why[] = pool && !inPool ? [{ code: 'pool-member-too-far', detail: pool.id }] : []
    if (inPool && reading.pooling === 'pooled') return pooledUnit(base, figures, inPool, poolArea(inPool), required, threshold, compound, reading)
    const own = inPool && reading.pooling === 'allocated' ? allocated(compound, inPool, poolArea(inPool)) : ownArea(compound, area, reading, pool !== undefined)
    return { ...base, ...settle(own, households, required(compound), threshold), why: [...tooFar, ...settle(own, households, required(compound), threshold).why], counted: own.counted, figures: { ...figures, ...settle(own, households, required(compound), threshold).figures, pool: inPool?.id ?? null } }
  }
  const judgePool = (pool: Pool): UnitResult => {
    const required = pool.members.map((member) => requiredArea(member, normFor(member, null), reading))
    const all = required.every((m2) => m2 !== null) ? required.reduce<number>((sum, m2) => sum + m2!, 0) : null
    const provided = poolArea(pool)
    const unclassed = pool.members.some((member) => normFor(member, null) === null)
    const value = all === null || all === 0 || provided.lo !== provided.hi ? null : provided.lo / all
    const state: State = all === null ? (unclassed ? 'undecided' : 'no-data') : all === 0 ? 'not-applicable' : enough(provided.lo, all, 'least') ? 'met' : enough(provided.hi, all, 'least') ? 'no-data' : 'unmet'
    const why: Why[] = state === 'undecided' ? [{ code: 'unclassed' }] : all === null ? [{ code: 'households-unknown' }] : [...provided.why]
    return { id: pool.id, name: pool.id, kind: 'pool', state, numerator: provided.lo, denominator: all, value, shortfall: state === 'unmet' ? missing(all!, provided.hi) : state === 'met' ? 0 : null, why, counted: provided.counted, figures: { required: all, provided: provided.lo, members: pool.members.length } }
  }
  return { judgeCompound, judgePool, pools, problems: () => [...problems.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry) }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Own area: what the row states, or what the facilities that serve it give; blank and unserved is unknown (SETTLED 12). */
function ownArea(compound: Compound, area: CareArea, reading: Options, marked: boolean) {
  const served = area.served(compound)
  if (reading.areaFrom === 'facilities') return marked && reading.pooling === 'inside' && served.counted.length > 0 ? { ...served, lo: 0 } : served
  const stated = area.stated(compound)
  return stated.from === 'none' && served.from !== 'none' ? served : stated
}

/** The group's result, shown for each member; the group's shortfall is split by required area (SETTLED 19). */
function pooledUnit(base: Pick<UnitResult, 'id' | 'name' | 'kind'>, figures: Record<string, number | string | null>, pool: Pool, provided: ReturnType<CareArea['pooled']>, required: (compound: Compound) => number | null, threshold: { at: Comparator; value: number } | null, compound: Compound, reading: Options): UnitResult {
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
function allocated(compound: Compound, pool: Pool, provided: ReturnType<CareArea['pooled']>) {
  const households = pool.members.map((member) => member.households)
  const all = households.every((count) => count !== null) ? households.reduce<number>((sum, count) => sum + count!, 0) : null
  if (!all || compound.households === null) return { lo: 0, hi: Infinity, counted: provided.counted, why: [{ code: 'households-unknown' }] }
  const part = compound.households / all
  return { lo: provided.lo * part, hi: provided.hi * part, counted: provided.counted, why: [{ code: 'pool-member', detail: pool.id }, ...provided.why] }
}

/** Judged alone: provided against required, with both ends where the area is not wholly known. */
function settle(area: { readonly lo: number; readonly hi: number; readonly why: readonly Why[] }, households: number | null, required: number | null, threshold: { at: Comparator; value: number } | null): Pick<UnitResult, 'state' | 'numerator' | 'denominator' | 'value' | 'shortfall' | 'why'> & { figures: Record<string, number | null> } {
  const exact = area.lo === area.hi
  const value = exact && households ? (area.lo / households) * 100 : null
  const why: Why[] = households === null ? [{ code: 'households-unknown' }, ...area.why] : [...area.why]
  const figures = { required, provided: exact ? area.lo : area.lo > 0 ? area.lo : null }
  const halves = { numerator: exact ? area.lo : area.lo > 0 ? area.lo : null, denominator: households, value }
  if (households === null) return { ...halves, state: 'no-data', shortfall: null, why, figures }
  if (threshold === null) return { ...halves, state: value === null ? 'no-data' : 'undecided', shortfall: null, why, figures }
  if (required === null) return { ...halves, state: 'no-data', shortfall: null, why: [...why, { code: 'required-unknown' }], figures }
  if (enough(area.lo, required, threshold.at)) return { ...halves, state: 'met', shortfall: 0, why, figures }
  if (enough(area.hi, required, threshold.at)) return { ...halves, state: 'no-data', shortfall: null, why, figures }
  return { ...halves, state: 'unmet', shortfall: missing(required, area.hi), why, figures }
}

const enough = (provided: number, required: number, at: Comparator): boolean => provided === Infinity || meets(provided, { at, value: required })

/** norm × households / 100, in whole hundreds by option. */
function requiredArea(compound: Compound, norm: number | null, reading: Options): number | null {
  const households = householdsOf(compound, reading)
  if (norm === null || households === null) return null
  return reading.perHundred === 'whole-hundreds' ? norm * Math.ceil(households / 100) : (norm * households) / 100
}

/** The norms of new and old compounds that the same pack sets. */
export function normsOf(pack: Judging['pack']): Norms {
  const of = (wanted: 'new' | 'old'): number | null => {
    const clause = pack.clauses.find((entry) => entry.evaluator === 'area-per-households' && entry.parameters.over === 'compounds' && entry.parameters.class === wanted)
    const threshold = clause?.parameters.threshold as Threshold | null | undefined
    return threshold && threshold.at === 'least' ? threshold.value : null
  }
  return { new: of('new'), old: of('old'), at: 'least' }
}

function judgePools(judging: Judging, parameters: Parameters): Judged {
  const world = areaWorld(judging, parameters.norms)
  const threshold = thresholdOf(judging)
  const units = [...world.pools.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((pool) => world.judgePool(pool))
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const short = sumOfShortfalls(units)
  const state = stateOfAll(units.map((unit) => unit.state))
  return { state, numerator: met, denominator: met + unmet, value: quotient(met, met + unmet), threshold: threshold && { at: threshold.at, value: threshold.value }, unit: 'share', shortfall: short, shortfallOfUnits: short, why: units.length === 0 ? [{ code: 'no-pool' }] : [], units, excluded: [], problems: world.problems(), figures: {} }
}
