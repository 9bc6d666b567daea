/** Which places the list shows, and in which order: nearest first from where somebody stands, else by name. */
import { metresBetween } from '../geo/ruler'
import type { FacilityKind } from '../model/study'
import type { Published, PublishedFacility, PublishedPlace } from '../saved/published'

/** Degrees: longitude, latitude. */
export type Spot = readonly [number, number]
/** Metres and whole minutes, both estimated. */
export type Walk = { readonly metres: number; readonly minutes: number }
export type Place = { readonly index: number; readonly facility: PublishedFacility; /** null: no starting place, or no position. */ readonly walk: Walk | null }

export type Question = {
  readonly from: Spot | null
  readonly find: string
  readonly kind: FacilityKind | null
  readonly service: string | null
  /** Minutes on foot; null: any distance. */
  readonly within: number | null
}

/**
 * There is no street network in the page: the way on foot is the straight line times 1.3 (what Chinese inner cities come to on average),
 * at the pace of an elder. Always said as an estimate.
 */
export const detour = 1.3
export const elderSpeed = 0.8

export function walkBetween([lng, lat]: Spot, at: PublishedPlace): Walk {
  const metres = metresBetween(lng, lat, at[0] / 1e5, at[1] / 1e5) * detour
  return { metres, minutes: Math.max(1, Math.ceil(metres / elderSpeed / 60 - 1e-9)) }
}

export function placesFor(published: Published, { from, find, kind, service, within }: Question): readonly Place[] {
  const words = searchWords(find)
  const found = published.facilities.flatMap((facility, index): Place[] => {
    if (kind !== null && facility.kind !== kind) return []
    if (service !== null && !facility.services.includes(service)) return []
    if (!words.every((word) => textOf(published, index).includes(word))) return []
    const walk = from && facility.at ? walkBetween(from, facility.at) : null
    if (within !== null && from && !(walk && walk.minutes <= within)) return []
    return [{ index, facility, walk }]
  })
  // Without a starting place as published: by name.
  return from ? found.sort((a, b) => (a.walk?.metres ?? Infinity) - (b.walk?.metres ?? Infinity) || a.index - b.index) : found
}

/** Units that the words name, as places to start from; the smaller first, for people name their community. */
export function startsFor({ units }: Published, find: string, most = 3): readonly { readonly name: string; readonly at: Spot }[] {
  const words = searchWords(find)
  if (words.length === 0) return []
  return units
    .flatMap((unit, index) => (unit.at && words.every((word) => plain(unit.name).includes(word)) ? [{ name: unit.name, index, at: [unit.at[0] / 1e5, unit.at[1] / 1e5] as const }] : []))
    .sort((a, b) => b.index - a.index)
    .slice(0, most)
    .map(({ name, at }) => ({ name, at }))
}

/** Kinds and services that occur, in the order of their use, most used first. */
export function offered({ facilities }: Pick<Published, 'facilities'>): { readonly kinds: readonly FacilityKind[]; readonly services: readonly string[] } {
  const byUse = <T>(all: readonly T[]): T[] => {
    const uses = new Map<T, number>()
    for (const each of all) uses.set(each, (uses.get(each) ?? 0) + 1)
    return [...uses].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1)).map(([each]) => each)
  }
  return { kinds: byUse(facilities.flatMap(({ kind }) => kind ?? [])), services: byUse(facilities.flatMap(({ services }) => services)) }
}

/** The units above a place, from the top. */
export function unitNames({ units }: Published, unit: number | null): readonly string[] {
  const names: string[] = []
  for (let at = unit; at !== null; at = units[at]?.parent ?? null) names.unshift(units[at]?.name ?? '')
  return names
}

function textOf(published: Published, index: number): string {
  const { name, address, unit } = published.facilities[index]!
  return plain(`${name} ${address ?? ''} ${unitNames(published, unit).join(' ')}`)
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const searchWords = (find: string): string[] => plain(find).split(/[\s,，、]+/).filter((word) => word !== '').slice(0, 8)
