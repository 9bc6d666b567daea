/** The roster as a tree, with the questions that evaluators ask of it. */
import type { Area, AreaLevel, Study } from '../model/study'

/** 0 province … 4 community or village: units of one tier stand beside each other. */
export const tierOf: Readonly<Record<AreaLevel, number>> = { province: 0, city: 1, county: 2, subdistrict: 3, town: 3, township: 3, community: 4, village: 4 }

export type Roster = {
  readonly areas: readonly Area[]
  readonly byId: ReadonlyMap<string, Area>
  readonly childrenOf: (id: string) => readonly Area[]
  /** The unit itself, its parent, and so on to the top. */
  readonly chainOf: (id: string) => readonly Area[]
  /** Units of the levels at or below a unit. */
  readonly below: (id: string, levels: readonly string[]) => readonly Area[]
  /** Units without a parent in the roster. */
  readonly tops: readonly Area[]
  readonly hasLevel: (level: AreaLevel) => boolean
  /** The deepest tier that the roster lists; -1 without a roster. */
  readonly depth: number
}

const shapes = new WeakMap<readonly Area[], object>()

/** One and the same for lists of areas that differ only in counts of people: what goes by names, levels and places may be kept. */
export const shapeOf = (areas: readonly Area[]): object => shapes.get(areas) ?? areas

/** Says that two lists differ only in counts of people. */
export const sameShape = (before: readonly Area[], after: readonly Area[]): void => void shapes.set(after, shapeOf(before))

const made = new WeakMap<readonly Area[], Roster>()

/** Built once per list of areas. */
export function rosterOf(study: Pick<Study, 'areas'>): Roster {
  const known = made.get(study.areas)
  if (known) return known
  const roster = build(study.areas)
  made.set(study.areas, roster)
  return roster
}

function build(areas: readonly Area[]): Roster {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const children = new Map<string, Area[]>()
  for (const area of areas) {
    if (area.parent === null || !byId.has(area.parent)) continue
    const list = children.get(area.parent)
    if (list) list.push(area)
    else children.set(area.parent, [area])
  }
  const chains = new Map<string, readonly Area[]>()
  const chainOf = (id: string): readonly Area[] => {
    const known = chains.get(id)
    if (known) return known
    const chain: Area[] = []
    for (let at = byId.get(id); at && chain.length < 16; at = at.parent === null ? undefined : byId.get(at.parent)) chain.push(at)
    chains.set(id, chain)
    return chain
  }
  const childrenOf = (id: string): readonly Area[] => children.get(id) ?? []
  const below = (id: string, levels: readonly string[]): readonly Area[] => {
    const found: Area[] = []
    const stack = byId.has(id) ? [byId.get(id)!] : []
    while (stack.length > 0) {
      const area = stack.pop()!
      if (levels.includes(area.level)) found.push(area)
      stack.push(...childrenOf(area.id))
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  const levels = new Set(areas.map((area) => area.level))
  return {
    areas,
    byId,
    childrenOf,
    chainOf,
    below,
    tops: areas.filter((area) => area.parent === null || !byId.has(area.parent)),
    hasLevel: (level) => levels.has(level),
    depth: areas.reduce((deepest, area) => Math.max(deepest, tierOf[area.level]), -1),
  }
}

const byLevels = new WeakMap<Roster, Map<string, readonly Area[]>>()

/** The units of some levels in the roster, by id; looked for once. */
export function unitsOf(roster: Roster, levels: readonly string[]): readonly Area[] {
  let known = byLevels.get(roster)
  if (!known) byLevels.set(roster, (known = new Map()))
  const key = levels.join()
  let units = known.get(key)
  if (!units) known.set(key, (units = roster.areas.filter((area) => levels.includes(area.level))))
  return units
}
