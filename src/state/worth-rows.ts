/** The facility table's other side: what each facility is worth. Figures that are not worked out yet, or not to be had, are null. */
import type { Facility } from '../model/study'
import { facilityColumns, type FacilityRow } from './facility-rows'
import type { Worth } from './workshop'

export type WorthRow = FacilityRow & {
  readonly running: boolean
  /** People aged 60 and over whom it alone serves, near and far. */
  readonly near: number | null
  readonly far: number | null
  readonly units: number | null
  readonly clauses: number | null
  readonly elders: number | null
  readonly eldersUnknown: number
  readonly careAreaM2: number | null
}

/** worth null: nothing is worked out yet. */
export function worthRows(rows: readonly FacilityRow[], facilities: readonly Facility[], worth: Worth | null): readonly WorthRow[] {
  const operating = new Set(facilities.filter(({ stage }) => stage === 'operating').map(({ id }) => id))
  return rows.map((row) => {
    const loss = worth?.losses.get(row.id)
    const alone = worth?.alone?.get(row.id)
    return {
      ...row,
      running: operating.has(row.id),
      near: alone?.[0]?.elders60 ?? null,
      far: alone?.[1]?.elders60 ?? null,
      units: loss?.units ?? null,
      clauses: loss?.clauses ?? null,
      elders: loss?.elders60 ?? null,
      eldersUnknown: loss?.eldersUnknown ?? 0,
      careAreaM2: loss?.careAreaM2 ?? null,
    }
  })
}

export const worthColumns: Readonly<Record<string, (row: WorthRow) => string | number | null>> = {
  ...facilityColumns,
  near: (row) => row.near,
  far: (row) => row.far,
  units: (row) => row.units,
  clauses: (row) => row.clauses,
  elders: (row) => row.elders,
  careArea: (row) => row.careAreaM2,
}
