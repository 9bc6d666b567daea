/** Pooled groups (整合配建) under the reading: who is in, who leaves for being too far, where pooling is allowed. */
import { metresBetween } from '../geo/ruler'
import type { Compound, Facility, Options, Study } from '../model/study'
import type { CareArea } from './care-area'

export type Pool = {
  readonly id: string
  readonly members: readonly Compound[]
  /** Members beyond poolRadius: judged alone (SETTLED 29). */
  readonly left: readonly Compound[]
  /** Members (or sites) without a position while a radius is set: no-data. */
  readonly unplaced: readonly Compound[]
}

/** Pools that the ledger marks, by id; a group of one is no pool. */
export function poolsOf(study: Study, reading: Options, area: CareArea): ReadonlyMap<string, Pool> {
  const groups = new Map<string, Compound[]>()
  for (const compound of study.compounds) {
    if (compound.pool === null) continue
    const list = groups.get(compound.pool)
    if (list) list.push(compound)
    else groups.set(compound.pool, [compound])
  }
  const pools = new Map<string, Pool>()
  for (const [id, members] of groups) {
    if (members.length < 2) continue
    pools.set(id, withinRadius(id, members, reading, area))
  }
  return pools
}

function withinRadius(id: string, members: readonly Compound[], reading: Options, area: CareArea): Pool {
  const radius = reading.poolRadius
  if (typeof radius !== 'number') return { id, members, left: [], unplaced: [] }
  const sites = area.facilitiesOf(members).filter((facility): facility is Facility & { at: NonNullable<Facility['at']> } => facility.at !== null)
  if (sites.length === 0) return { id, members, left: [], unplaced: members }
  const near: Compound[] = []
  const left: Compound[] = []
  const unplaced: Compound[] = []
  for (const member of members) {
    if (!member.at) unplaced.push(member)
    else if (sites.some((site) => Math.round(metresBetween(member.at![0], member.at![1], site.at[0], site.at[1]) * 1000) / 1000 <= radius)) near.push(member)
    else left.push(member)
  }
  return { id, members: near, left, unplaced }
}
