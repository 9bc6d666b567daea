/** A checklist clause: what it lists, its elements, and how one is answered. */
import type { Facility } from '../model/study'
import type { Comparator } from '../policy/clause'
import { triOf, type FacilityTest, type Tri } from './match'
import type { Excluded, UnitResult } from './result'

export type ChecklistParameters = {
  readonly judgedAt: string
  readonly over: string
  readonly units: Readonly<Record<string, unknown>>
  readonly elements: readonly Element[]
  readonly effect: 'duty' | 'permission'
}

export type Element = {
  readonly id: string
  readonly zh: string
  readonly item?: string | null
  readonly service?: string
  readonly facility?: FacilityTest | null
  readonly every?: string
  readonly equals?: string
  readonly test?: string | { readonly at: Comparator; readonly value: number }
  readonly column?: string
  readonly oneOf?: readonly string[]
  /** What else of the ledger shows the element where no fact says it; `or` says the same in words. */
  readonly orLedger?: { readonly plot?: 'any-geometry' | 'polygon' | 'land-area'; readonly compound?: 'care-area' } | null
}

export type Answer = { readonly state: Tri | 'not-applicable'; readonly counted?: readonly string[]; readonly marks?: readonly string[] }
export type List = { readonly id: string; readonly name: string; readonly kind: NonNullable<UnitResult['kind']>; readonly answer: (element: Element) => Answer; readonly exempt?: string | null; /** All records from which it is answered, where they are few: the same ones give the same answers. */ readonly basis?: readonly unknown[] }
export type Lists = { readonly lists: readonly List[]; readonly excluded: readonly Excluded[]; readonly empty: string } | { readonly lacking: string }

/** A service of the facility's list, or a fact of it. A blank services cell is unknown, not none. */
export function facilityAnswer(facility: Facility, element: Element, said: (item: string) => boolean | null): Tri {
  if (element.service !== undefined) return facility.services === null ? 'unknown' : facility.services.includes(element.service) ? 'yes' : 'no'
  return element.item ? triOf(said(element.item)) : 'unknown'
}
