/** Sums of people over demand points, by site, by unit and in all; nobody is counted twice in one sum. */
import { peopleKeys, type PeopleKey } from '../model/build-people'
import type { Area, People } from '../model/study'

/** Sums over points; a group of people that no point knows is null, never 0. */
export type PeopleSum = { readonly points: number } & { readonly [key in PeopleKey]: number | null }
export type SumWithin = PeopleSum & { readonly metres: number }
export type AreaSum = {
  readonly id: string
  readonly name: string
  readonly all: PeopleSum
  readonly within: readonly SumWithin[]
  /** The facility nearest to any of its people stands outside every boundary of the study (guard area); null: not known. */
  readonly nearestOutside: boolean | null
}
export type TotalSum = { readonly all: PeopleSum; readonly within: readonly (SumWithin & { readonly byTwoOrMore: PeopleSum })[] }

/** points, then per group: sum of the known counts and how many points knew it. */
export type Sum = { points: number; readonly sums: number[]; readonly known: number[] }
export const emptySum = (): Sum => ({ points: 0, sums: peopleKeys.map(() => 0), known: peopleKeys.map(() => 0) })

/** Adds one point at a time to sums, its counts looked up once. */
export function adderOf(people: People): (sum: Sum, index: number) => void {
  const columns = peopleKeys.map((key) => people[key])
  return (sum, index) => {
    sum.points++
    for (let key = 0; key < columns.length; key++) {
      const count = columns[key]![index]!
      if (Number.isNaN(count)) continue
      sum.sums[key]! += count
      sum.known[key]!++
    }
  }
}

/** A group that every point leaves blank is unknown; with no points at all there is nobody, which is 0. */
export function told({ points, sums, known }: Sum): PeopleSum {
  const group = (at: number): number | null => (points > 0 && known[at] === 0 ? null : sums[at]!)
  return { points, households: group(0), residents: group(1), elders60: group(2), elders65: group(3), elders80: group(4) }
}

/** What sums over points need to know of the distances; leftOut: points that are in neither half. */
export type Measured = {
  readonly nearest: Int32Array
  readonly metres: Float64Array
  readonly within: readonly Uint16Array[]
  readonly leftOut: Uint8Array | null
}

/** People of every unit, those of the units below it included. outside: by site, whether it stands outside every boundary; null: nobody can tell. */
export function sumsByArea(areas: readonly Area[], people: People, { nearest, metres, within, leftOut }: Measured, limits: readonly number[], outside: readonly boolean[] | null): AreaSum[] {
  const indexOf = new Map(areas.map((area, index) => [area.id, index]))
  const all = areas.map(emptySum)
  const inside = areas.map(() => limits.map(emptySum))
  const closest = areas.map(() => -1)
  const parents = areas.map(({ parent }) => (parent === null ? -1 : (indexOf.get(parent) ?? -1)))
  const addPoint = adderOf(people)
  for (let point = 0; point < people.id.length; point++) {
    if (leftOut?.[point] === 1) continue
    for (let at = people.area[point]!, steps = 0; at !== -1 && steps < 16; at = parents[at]!, steps++) {
      addPoint(all[at]!, point)
      if (nearest[point] !== -1 && (closest[at] === -1 || metres[point]! < metres[closest[at]!]!)) closest[at] = point
      limits.forEach((_, limit) => within[limit]![point]! > 0 && addPoint(inside[at]![limit]!, point))
    }
  }
  return areas.map((area, index) => ({
    id: area.id,
    name: area.name,
    all: told(all[index]!),
    within: limits.map((metres, limit) => ({ metres, ...told(inside[index]![limit]!) })),
    nearestOutside: outside === null || closest[index] === -1 ? null : outside[nearest[closest[index]!]!]!,
  }))
}

export function totalOf(people: People, { within, leftOut }: Pick<Measured, 'within' | 'leftOut'>, limits: readonly number[]): TotalSum {
  const addPoint = adderOf(people)
  const all = emptySum()
  for (let point = 0; point < people.id.length; point++) if (leftOut?.[point] !== 1) addPoint(all, point)
  return {
    all: told(all),
    within: limits.map((metres, limit) => {
      const once = emptySum()
      const twice = emptySum()
      for (let point = 0; point < people.id.length; point++) {
        const sites = within[limit]![point]!
        if (sites > 0) addPoint(once, point)
        if (sites > 1) addPoint(twice, point)
      }
      return { metres, ...told(once), byTwoOrMore: told(twice) }
    }),
  }
}

/** Everybody who is in neither half. */
export function leftOutOf(people: People, leftOut: Uint8Array): PeopleSum {
  const addPoint = adderOf(people)
  const sum = emptySum()
  leftOut.forEach((out, point) => out === 1 && addPoint(sum, point))
  return told(sum)
}
