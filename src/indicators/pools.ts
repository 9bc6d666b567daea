/** Pooled groups (整合配建) under the reading: who is in, who leaves for being too far, where pooling is allowed. */
import { metresBetween } from '../geo/ruler'
import type { Compound, Options, Study } from '../model/study'
import type { CareArea } from './care-area'
import { indexOfCompounds } from './compound-index'
import { rosterOf } from './roster'

export type Pool = {
  readonly id: string
  readonly members: readonly Compound[]
  /** Members beyond poolRadius, or outside the central city where only there pooling is allowed: judged alone (SETTLED 29). */
  readonly left: readonly Compound[]
  /** Members of whom it cannot be told whether they belong, and why: no-data. */
  readonly untold: readonly { readonly compound: Compound; readonly why: 'no-position' | 'area-unknown' | 'central-city-unlisted' }[]
}

/** Made when one is asked for: a change touches few of them. */
export type Pools = { readonly get: (id: string) => Pool | undefined; readonly ids: () => readonly string[] }

/** Pools that the ledger marks, by id; a group of one is no pool. */
export function poolsOf(study: Study, reading: Options, area: CareArea): Pools {
  const { pools } = indexOfCompounds(study.compounds)
  const known = new Map<string, Pool>()
  const get = (id: string): Pool | undefined => {
    const found = known.get(id)
    const places = pools.get(id)
    if (found || !places || places.length < 2) return found
    const all = inScope(study, id, places.map((place) => study.compounds[place]!), reading)
    const pool = typeof reading.poolRadius === 'number' ? withinRadius(all, reading.poolRadius, area) : all
    known.set(id, pool)
    return pool
  }
  return { get, ids: () => [...pools].flatMap(([id, places]) => (places.length < 2 ? [] : [id])) }
}

const grouped = new WeakMap<Study['compounds'], ReadonlyMap<string, readonly Compound[]>>()

/** The compounds that the ledger names together; built once per ledger. */
export function groupsOf(compounds: Study['compounds']): ReadonlyMap<string, readonly Compound[]> {
  const known = grouped.get(compounds)
  if (known) return known
  const groups = new Map([...indexOfCompounds(compounds).pools].map(([pool, places]) => [pool, places.map((place) => compounds[place]!)]))
  grouped.set(compounds, groups)
  return groups
}

/** Whether the central city that the study lists holds a compound: null when its unit is not known, undefined when nothing is listed. */
export function inCentralCity(study: Study, compound: Compound): boolean | null | undefined {
  if (!study.centralCity || study.centralCity.length === 0) return undefined
  const chain = compound.area === null ? [] : rosterOf(study).chainOf(compound.area)
  return chain.length === 0 ? null : chain.some(({ id }) => study.centralCity!.includes(id))
}

function inScope(study: Study, id: string, members: readonly Compound[], reading: Options): Pool {
  if (reading.poolScope !== 'central-city-only') return { id, members, left: [], untold: [] }
  const answers = members.map((compound) => ({ compound, inside: inCentralCity(study, compound) }))
  return {
    id,
    members: answers.filter(({ inside }) => inside === true).map(({ compound }) => compound),
    left: answers.filter(({ inside }) => inside === false).map(({ compound }) => compound),
    untold: answers.flatMap(({ compound, inside }): Pool['untold'] => (inside === null ? [{ compound, why: 'area-unknown' }] : inside === undefined ? [{ compound, why: 'central-city-unlisted' }] : [])),
  }
}

/** Distance from a member's own point to the nearest shared site, in whole millimetres. */
function withinRadius(pool: Pool, radius: number, area: CareArea): Pool {
  const facilities = area.facilitiesOf(pool.members)
  const sites = facilities.flatMap(({ at }) => (at ? [at] : []))
  const members: Compound[] = []
  const left = [...pool.left]
  const untold = [...pool.untold]
  for (const compound of pool.members) {
    const near = compound.at !== null && sites.some((site) => Math.round(metresBetween(compound.at![0], compound.at![1], site[0], site[1]) * 1000) / 1000 <= radius)
    if (near) members.push(compound)
    // A site without a place may be the near one.
    else if (compound.at === null || sites.length < facilities.length || sites.length === 0) untold.push({ compound, why: 'no-position' })
    else left.push(compound)
  }
  return { id: pool.id, members, left, untold }
}
