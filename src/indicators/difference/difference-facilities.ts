/** What becomes of facilities between one plan and another. */
import { metresBetween, roundMm } from '../../geo/ruler'
import { order } from '../../model/ledger-rows'
import type { Facility, Study } from '../../model/study'

export const facilityChangeNames = ['added', 'removed', 'closed', 'reopened', 'stage', 'moved', 'area', 'size', 'kind', 'services', 'serves'] as const

/** One line for each thing that differs; before and after are null where the facility is not there. */
export type FacilityChange = {
  readonly id: string
  readonly name: string
  /** stage: neither is closed; area: the unit that it belongs to; kind: kind and level; size: floor / land m², beds / nursing beds. */
  readonly change: (typeof facilityChangeNames)[number]
  readonly before: string | null
  readonly after: string | null
  /** moved: how far, along the ellipsoid. */
  readonly metres: number | null
  /** added, removed: what the plot that it is built on costs, yuan; null where that is not stated. */
  readonly cost: number | null
}

/** By id, then in the order of the names. */
export function facilityChanges(a: Study, b: Study): readonly FacilityChange[] {
  if (a.facilities === b.facilities) return []
  const before = new Map(a.facilities.map((facility) => [facility.id, facility]))
  const after = new Map(b.facilities.map((facility) => [facility.id, facility]))
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(order)
  return ids.flatMap((id) => changesOf(before.get(id), after.get(id), a, b))
}

function changesOf(was: Facility | undefined, is: Facility | undefined, a: Study, b: Study): FacilityChange[] {
  if (was === is) return []
  const { id, name } = (is ?? was)!
  const line = (change: FacilityChange['change'], before: string | null, after: string | null, more: Partial<FacilityChange> = {}): FacilityChange => ({ id, name: was?.name ?? name, change, before, after, metres: null, cost: null, ...more })
  if (!was || !is) return [was ? line('removed', was.stage, null, { cost: costOf(was, a) }) : line('added', null, is!.stage, { cost: costOf(is!, b) })]
  const changes: FacilityChange[] = []
  if (was.stage !== is.stage) changes.push(line(is.stage === 'closed' ? 'closed' : was.stage === 'closed' ? 'reopened' : 'stage', was.stage, is.stage))
  if (words(was.at) !== words(is.at)) changes.push(line('moved', words(was.at), words(is.at), { metres: was.at && is.at ? roundMm(metresBetween(was.at[0], was.at[1], is.at[0], is.at[1])) : null }))
  if (was.area !== is.area) changes.push(line('area', was.area, is.area))
  if (sizeOf(was) !== sizeOf(is)) changes.push(line('size', sizeOf(was), sizeOf(is)))
  if (kindOf(was) !== kindOf(is)) changes.push(line('kind', kindOf(was), kindOf(is)))
  if (words(was.services) !== words(is.services)) changes.push(line('services', words(was.services), words(is.services)))
  if (words(was.serves) !== words(is.serves)) changes.push(line('serves', words(was.serves), words(is.serves)))
  return changes
}

const words = (list: readonly (string | number)[] | null): string | null => (list === null ? null : list.join(', '))
const sizeOf = ({ floorAreaM2, landAreaM2, beds, nursingBeds }: Facility): string => `${said(floorAreaM2)} / ${said(landAreaM2)} m², ${said(beds)} / ${said(nursingBeds)}`
const kindOf = ({ kind, level }: Facility): string => `${kind ?? '?'}, ${level ?? '?'}`
const said = (amount: number | null): string => (amount === null ? '?' : String(amount))

/** The base lists every plot as its ledger does. */
const costOf = (facility: Facility, study: Study): number | null => (facility.plot === undefined ? null : ((study.base ?? study).plots.find(({ id }) => id === facility.plot)?.cost ?? null))
