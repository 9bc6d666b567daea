/** The rows of the facility table: the ledger as it was understood. */
import type { FacilityKind, Stage, Study } from '../model/study'
import { kindName, levelName, stageName } from '../text/keys'
import type { Language } from '../text/say'

export type FacilityRow = {
  readonly id: string
  readonly name: string
  /** Words; null when the ledger does not say. */
  readonly kind: string | null
  readonly kindCode: FacilityKind | null
  readonly level: string | null
  /** The level was taken from the kind. */
  readonly levelProposed: boolean
  readonly stage: string | null
  readonly stageCode: Stage | null
  readonly area: string | null
  readonly floorAreaM2: number | null
  readonly beds: number | null
  readonly placed: boolean
}

export function facilityRows(study: Study, language: Language): FacilityRow[] {
  const areas = new Map(study.areas.map(({ id, name }) => [id, name]))
  return study.facilities.map((facility) => ({
    id: facility.id,
    name: facility.name,
    kind: facility.kind && kindName(language, facility.kind),
    kindCode: facility.kind,
    level: facility.level && levelName(language, facility.level),
    levelProposed: facility.levelProposed,
    stage: facility.stage && stageName(language, facility.stage),
    stageCode: facility.stage,
    area: facility.area === null ? null : (areas.get(facility.area) ?? facility.area),
    floorAreaM2: facility.floorAreaM2,
    beds: facility.beds,
    placed: facility.at !== null,
  }))
}

export const facilityColumns: Readonly<Record<string, (row: FacilityRow) => string | number | null>> = {
  name: (row) => row.name,
  kind: (row) => row.kind,
  level: (row) => row.level,
  stage: (row) => row.stage,
  area: (row) => row.area,
  floorArea: (row) => row.floorAreaM2,
  beds: (row) => row.beds,
  position: (row) => Number(row.placed),
}
