/** The kinds that the facility ledger holds, with their numbers, in the order of the tiers. */
import type { FacilityKind, Study } from '../model/study'

const tiers: readonly FacilityKind[] = ['INST_CITY', 'INST_COUNTY', 'INST', 'TOWN_RURAL', 'STREET', 'COMM', 'VILLAGE', 'MEAL', 'HOME_BED', 'NOT']

export function kindsOf(study: Pick<Study, 'facilities'>): { readonly kind: FacilityKind; readonly count: number }[] {
  return tiers
    .map((kind) => ({ kind, count: study.facilities.filter((facility) => facility.kind === kind).length }))
    .filter(({ count }) => count > 0)
}

/** Of the operating facilities that have circles: how many can be placed and how many cannot. kinds null: every kind but NOT. */
export function placedOf(study: Pick<Study, 'facilities'>, kinds: readonly FacilityKind[] | null): { readonly placed: number; readonly unplaced: number } {
  const counted = study.facilities.filter(({ kind, stage }) => stage === 'operating' && kind !== null && kind !== 'NOT' && (kinds === null || kinds.includes(kind)))
  const placed = counted.filter(({ at }) => at !== null).length
  return { placed, unplaced: counted.length - placed }
}
