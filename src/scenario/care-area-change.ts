/**
 * What a change of one facility does to the care area that compounds state (已配面积): it adds or takes away its own floor area, divided
 * by planned households among the compounds that it serves. Under the reading `stated` the statement stands for the rest; under
 * `facilities` the ledger of facilities answers by itself. A blank statement stays blank: the facilities answer for it already.
 * Of usable area (使用面积) the facility ledger says nothing: a gain adds none, a loss leaves the statement without a ground.
 */
import type { Compound, Facility, FacilityKind, Study } from '../model/study'
import { positionOf, recordOf } from './change'

/** Kinds whose rooms are care area of compounds (areaKinds community, the default of the clauses). */
const countedKinds: readonly FacilityKind[] = ['STREET', 'COMM', 'VILLAGE', 'MEAL']

export type CareAreaAfter = {
  /** The same list where nothing changed. */
  readonly compounds: Study['compounds']
  /** Names of compounds whose statement fell away, since nobody knows how much of it the facility was. */
  readonly uncertain: readonly string[]
  /** Names of compounds whose usable area fell away. */
  readonly usableLost: readonly string[]
}

/** before null: a new facility. `study` still has the ledger without the change. */
export function careAreaAfter(study: Study, before: Facility | null, after: Facility): CareAreaAfter {
  const next = new Map<number, number | null>()
  const usableLost: number[] = []
  for (const id of new Set([...servedIds(before), ...servedIds(after)])) {
    const at = positionOf(study, 'compounds', id)
    const compound = study.compounds[at]
    if (!compound || (compound.careAreaM2 === null && compound.usableAreaM2 === null)) continue
    const lost = partOf(study, before, compound)
    const won = partOf(study, after, compound)
    if (lost === won) continue
    if (compound.usableAreaM2 !== null && (lost === null || lost > (won ?? 0))) usableLost.push(at)
    if (compound.careAreaM2 === null) continue
    // What is gained but not known adds nothing yet; what is lost but not known leaves nothing to rely on.
    next.set(at, lost === null ? null : tidy(Math.max(0, compound.careAreaM2 - lost + (won ?? 0))))
  }
  for (const pool of new Set([...next.keys()].flatMap((at) => study.compounds[at]!.pool ?? []))) settlePool(study, pool, before, after, next)
  if (next.size + usableLost.length === 0) return { compounds: study.compounds, uncertain: [], usableLost: [] }
  const compounds = study.compounds.slice()
  for (const [at, careAreaM2] of next) compounds[at] = { ...compounds[at]!, careAreaM2 }
  for (const at of usableLost) compounds[at] = { ...compounds[at]!, usableAreaM2: null }
  const named = (each: readonly number[]) => each.map((at) => compounds[at]!.name).sort()
  return { compounds, uncertain: named([...next].flatMap(([at, m2]) => (m2 === null ? [at] : []))), usableLost: named(usableLost) }
}

/**
 * The members of a pool may each write down the whole shared room, or one of them all of it: what the pool had is its statements, at
 * most the floor of the rooms that the base lists for it; that, plus the change of the floor, is what its statements must now sum to.
 */
function settlePool(study: Study, pool: string, before: Facility | null, after: Facility, next: Map<number, number | null>): void {
  const members: { readonly compound: Compound; readonly at: number }[] = []
  for (let at = 0; at < study.compounds.length; at++) if (study.compounds[at]!.pool === pool) members.push({ compound: study.compounds[at]!, at })
  const stated = members.filter(({ compound }) => compound.careAreaM2 !== null)
  if (members.length < 2 || stated.some(({ at }) => next.get(at) === null)) return
  const compounds = members.map(({ compound }) => compound)
  const [floor, lost, won] = [floorFor(study, study.facilities, compounds), floorFor(study, before ? [before] : [], compounds), floorFor(study, [after], compounds)]
  if (floor === null || lost === null || won === null) return
  const sum = stated.reduce((total, { compound }) => total + compound.careAreaM2!, 0)
  const had = hasRoomInBase(study, compounds) ? Math.min(sum, floor) : sum
  const target = Math.max(0, had + won - lost)
  const now = ({ compound, at }: (typeof stated)[number]): number => next.get(at) ?? compound.careAreaM2!
  const sumNow = stated.reduce((total, member) => total + now(member), 0)
  if (Math.abs(sumNow - target) < 1e-6) return
  for (const member of stated) next.set(member.at, tidy(sumNow > 0 ? (now(member) * target) / sumNow : target / stated.length))
}

/** Floor of the counted facilities as far as it is for these compounds; null where a cell that is needed is blank. */
function floorFor(study: Study, facilities: readonly Facility[], compounds: readonly Compound[]): number | null {
  const ids = new Set(compounds.map(({ id }) => id))
  let sum = 0
  for (const facility of facilities) {
    if (!facility.serves?.some((id) => ids.has(id))) continue
    for (const compound of compounds) {
      const part = partOf(study, facility, compound)
      if (part === null) return null
      sum += part
    }
  }
  return sum
}

const servedInBase = new WeakMap<readonly Facility[], ReadonlySet<string>>()

/** Some facility that counts serves one of the compounds before any edit: only then do the base's statements speak of listed rooms. */
function hasRoomInBase(study: Study, compounds: readonly Compound[]): boolean {
  const { facilities } = study.base ?? study
  let served = servedInBase.get(facilities)
  if (!served) servedInBase.set(facilities, (served = new Set(facilities.flatMap(servedIds))))
  return compounds.some(({ id }) => served.has(id))
}

/** m² of the facility that are the compound's; 0 where it does not serve it or does not count, null where it is not known. */
function partOf(study: Study, facility: Facility | null, compound: Compound): number | null {
  if (!facility || !counts(facility) || !facility.serves!.includes(compound.id)) return 0
  if (facility.floorAreaM2 === null) return null
  const served = [...new Set(facility.serves)].flatMap((id) => recordOf(study, 'compounds', id) ?? [])
  if (served.length <= 1) return facility.floorAreaM2
  const all = served.reduce<number | null>((sum, { households }) => (sum === null || households === null ? null : sum + households), 0)
  return all === null || all === 0 ? null : (facility.floorAreaM2 * compound.households!) / all
}

const servedIds = (facility: Facility | null): readonly string[] => (facility && counts(facility) ? facility.serves! : [])

const counts = ({ kind, stage, serves }: Facility): boolean => serves !== null && stage === 'operating' && kind !== null && countedKinds.includes(kind)

/** To a billionth of a square metre, so that closing and opening again leaves what was written. */
const tidy = (m2: number): number => Math.round(m2 * 1e9) / 1e9
