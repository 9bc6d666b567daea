/**
 * Which poolings fit together over the whole list: what one item may have is no longer there for the next. Every compound joins one
 * supplier at most and a supplier gives no more than it can spare, so that no m² is counted twice. As many compounds as possible are
 * mended, then as many m²; small neighbourhoods are searched through, large ones (exact false) filled smallest need first.
 * Groups that lack area themselves are left as they are.
 */
import { groupsOf } from '../indicators/pools'
import type { Result } from '../indicators/result'
import type { Study } from '../model/study'
import { remedyName } from '../text/rectify'
import type { EditDraft } from '../scenario/edit'
import type { Named } from './item'
import { nearby } from './near'
import { freeName } from './remedies/pool'
import type { RemedyQuestion } from './remedies/world'
import { areaUnitsOf, groupNeed, suppliersOf, type Supplier } from './spare'
import { tidyM2, upM2 } from './square-metres'
import { trialOf } from './trial'

export type PooledTogether = {
  readonly supplier: Pick<Supplier, 'kind' | 'id' | 'name' | 'spareM2'>
  /** Sorted by id; needM2: what each lacks. */
  readonly members: readonly (Named & { readonly needM2: number })[]
  readonly usedM2: number
  readonly edits: readonly EditDraft[]
}

export type FittingTogether = {
  readonly groups: readonly PooledTogether[]
  /** Compounds that lack area and have a neighbour with some to spare, but found no place. */
  readonly unplaced: readonly Named[]
  readonly mended: number
  readonly mendedM2: number
  /** False: some neighbourhood was too large to be searched through. */
  readonly exact: boolean
}

type Demand = { readonly id: string; readonly name: string; readonly clause: string; readonly needM2: number; readonly from: readonly Supplier[] }
/** Demand by index → supplier. */
type Assignment = ReadonlyMap<Demand, Supplier>

/** Nodes of one neighbourhood's search before it is given up for the best found. */
const mostNodes = 4000

export function fitTogether(study: Study, results: readonly Result[], policy: string, question: RemedyQuestion): FittingTogether {
  const areaUnits = areaUnitsOf(results, policy)
  const demands = demandsOf(study, results, policy, areaUnits, question)
  const fits = fitter(study, areaUnits, policy, question)
  let exact = true
  const chosen: [Demand, Supplier][] = []
  for (const neighbourhood of neighbourhoods(demands)) {
    const found = best(neighbourhood, fits.holds)
    exact &&= found.exact
    chosen.push(...found.assignment)
  }
  const groups = groupsOfAssignment(new Map(chosen)).map(([supplier, members]): PooledTogether => ({
    supplier: { kind: supplier.kind, id: supplier.id, name: supplier.name, spareM2: supplier.spareM2 },
    members: members.map(({ id, name, needM2 }) => ({ id, name, needM2 })),
    usedM2: tidyM2(members.reduce((sum, { needM2 }) => sum + needM2, 0)),
    edits: fits.edits(supplier, members),
  }))
  const placed = new Set(chosen.map(([{ id }]) => id))
  return { groups, unplaced: demands.filter(({ id }) => !placed.has(id)).map(({ id, name }) => ({ id, name })), mended: chosen.length, mendedM2: tidyM2(chosen.reduce((sum, [{ needM2 }]) => sum + needM2, 0)), exact }
}

/** Compounds in no group that lack area, with the suppliers near enough that could spare it all. */
function demandsOf(study: Study, results: readonly Result[], policy: string, areaUnits: ReturnType<typeof areaUnitsOf>, { poolingM }: RemedyQuestion): readonly Demand[] {
  const readings = new Map(results.filter((result) => result.policy === policy).map((result) => [result.clause, result.reading]))
  const suppliers = suppliersOf(study, areaUnits)
  const places = suppliers.flatMap((supplier) => supplier.places.map((at) => ({ at, is: supplier })))
  const groups = groupsOf(study.compounds)
  const asking = study.compounds.flatMap((compound) => {
    const known = areaUnits.get(compound.id)
    const needM2 = known ? groupNeed(known.unit) : null
    const alone = compound.pool === null || (groups.get(compound.pool)?.length ?? 0) < 2
    const reading = known && readings.get(known.clause)
    return known && needM2 !== null && alone && compound.at && reading?.pooling !== 'inside' ? [{ compound, at: compound.at, is: compound.id, clause: known.clause, needM2: upM2(needM2), metres: poolingM ?? (typeof reading?.poolRadius === 'number' ? reading.poolRadius : 500) }] : []
  })
  const near = nearby(asking, places, Math.max(0, ...asking.map(({ metres }) => metres)), ({ kind, id }) => kind + id)
  return asking
    .map(({ compound, clause, needM2, metres }) => ({ id: compound.id, name: compound.name, clause, needM2, from: (near.get(compound.id) ?? []).filter(({ is, metres: away }) => away <= metres && is.spareM2 >= needM2).map(({ is }) => is) }))
    .filter(({ from }) => from.length > 0)
}

type Fitter = { readonly holds: (supplier: Supplier, members: readonly Demand[]) => boolean; readonly edits: (supplier: Supplier, members: readonly Demand[]) => readonly EditDraft[] }

/** Enough by arithmetic, and met by all when tried; remembered by who joins whom. */
function fitter(study: Study, areaUnits: ReturnType<typeof areaUnitsOf>, policy: string, question: RemedyQuestion): Fitter {
  const trial = trialOf(study, question.packs, question.options)
  const taken = new Set(study.compounds.flatMap(({ pool }) => pool ?? []))
  const edits: Fitter['edits'] = (supplier, members) => {
    if (supplier.kind === 'pool') return members.map(({ id }) => ({ type: 'set-pool', compound: id, pool: supplier.id }))
    const group = freeName(remedyName(question.language ?? 'zh', 'group', supplier.name), taken)
    const join = (id: string): EditDraft => ({ type: 'set-pool', compound: id, pool: group })
    if (supplier.kind === 'compound') return [supplier.id, ...members.map(({ id }) => id)].map(join)
    // One room for several is divided among them only where they are a group.
    return [...(members.length > 1 ? members.map(({ id }) => join(id)) : []), { type: 'serve', facility: supplier.id, serves: [...supplier.serves, ...members.map(({ id }) => id)] }]
  }
  const known = new Map<string, boolean>()
  const holds: Fitter['holds'] = (supplier, members) => {
    if (members.reduce((sum, { needM2 }) => sum + needM2, 0) > supplier.spareM2) return false
    const key = `${supplier.kind} ${supplier.id} ${members.map(({ id }) => id).join(' ')}`
    let answer = known.get(key)
    if (answer === undefined) known.set(key, (answer = tried(supplier, members)))
    return answer
  }
  const tried = (supplier: Supplier, members: readonly Demand[]): boolean => {
    const all = [...supplier.compounds, ...members.map(({ id }) => id)]
    const by = new Map<string, string[]>()
    for (const id of all) {
      const clause = areaUnits.get(id)?.clause
      if (clause !== undefined) by.set(clause, [...(by.get(clause) ?? []), id])
    }
    const touched = { compounds: all, facilities: supplier.kind === 'facility' ? [supplier.id] : [] }
    return [...by].every(([clause, ids]) => trial.units(ids, policy, clause, edits(supplier, members), touched).every((unit) => unit === undefined || unit.state === 'met'))
  }
  return { holds, edits }
}

/** Demands that compete for the same suppliers, by the first one's id. */
function neighbourhoods(demands: readonly Demand[]): readonly (readonly Demand[])[] {
  const bySupplier = new Map<Supplier, Demand[]>()
  for (const demand of demands)
    for (const supplier of demand.from) {
      const list = bySupplier.get(supplier)
      if (list) list.push(demand)
      else bySupplier.set(supplier, [demand])
    }
  const seen = new Set<Demand>()
  return demands.flatMap((first) => {
    if (seen.has(first)) return []
    seen.add(first)
    const found = [first]
    for (const demand of found)
      for (const supplier of demand.from)
        for (const other of bySupplier.get(supplier)!) {
          if (seen.has(other)) continue
          seen.add(other)
          found.push(other)
        }
    return [found.sort((a, b) => (a.id < b.id ? -1 : 1))]
  })
}

type Found = { readonly assignment: Assignment; readonly exact: boolean }

/** Branch and bound from a greedy start. */
function best(demands: readonly Demand[], holds: Fitter['holds']): Found {
  let found = greedy(demands, holds)
  let [count, m2] = worth(found)
  let nodes = 0
  const current = new Map<Demand, Supplier>()
  const members = new Map<Supplier, Demand[]>()
  const after = demands.map((_, at) => demands.slice(at).reduce((sum, { needM2 }) => sum + needM2, 0))
  const search = (at: number, doneCount: number, doneM2: number): void => {
    if (++nodes > mostNodes) return
    const [mostCount, mostM2] = [doneCount + demands.length - at, doneM2 + (after[at] ?? 0)]
    if (mostCount < count || (mostCount === count && mostM2 <= m2 + 1e-9)) return
    const demand = demands[at]
    if (!demand) {
      found = new Map(current)
      ;[count, m2] = [doneCount, doneM2]
      return
    }
    for (const supplier of demand.from) {
      const own = members.get(supplier) ?? []
      const joined = [...own, demand]
      if (!holds(supplier, joined)) continue
      members.set(supplier, joined)
      current.set(demand, supplier)
      search(at + 1, doneCount + 1, doneM2 + demand.needM2)
      current.delete(demand)
      members.set(supplier, own)
    }
    search(at + 1, doneCount, doneM2)
  }
  search(0, 0, 0)
  return { assignment: found, exact: nodes <= mostNodes }
}

/** Smallest need first, into the supplier that it fits most tightly. */
function greedy(demands: readonly Demand[], holds: Fitter['holds']): Assignment {
  const assignment = new Map<Demand, Supplier>()
  const members = new Map<Supplier, Demand[]>()
  const left = (supplier: Supplier) => supplier.spareM2 - (members.get(supplier) ?? []).reduce((sum, { needM2 }) => sum + needM2, 0)
  for (const demand of [...demands].sort((a, b) => a.needM2 - b.needM2 || (a.id < b.id ? -1 : 1))) {
    const supplier = [...demand.from].sort((a, b) => left(a) - left(b) || (a.kind + a.id < b.kind + b.id ? -1 : 1)).find((each) => holds(each, byId([...(members.get(each) ?? []), demand])))
    if (!supplier) continue
    members.set(supplier, byId([...(members.get(supplier) ?? []), demand]))
    assignment.set(demand, supplier)
  }
  return assignment
}

const worth = (assignment: Assignment): [number, number] => [assignment.size, [...assignment.keys()].reduce((sum, { needM2 }) => sum + needM2, 0)]

function groupsOfAssignment(assignment: Assignment): [Supplier, Demand[]][] {
  const groups = new Map<Supplier, Demand[]>()
  for (const [demand, supplier] of assignment) groups.set(supplier, [...(groups.get(supplier) ?? []), demand])
  return [...groups].map(([supplier, members]): [Supplier, Demand[]] => [supplier, byId(members)]).sort(([a], [b]) => (a.kind + a.id < b.kind + b.id ? -1 : 1))
}

const byId = (demands: readonly Demand[]): Demand[] => [...demands].sort((a, b) => (a.id < b.id ? -1 : 1))
