/** The rows of the facility table: the ledger as it was understood. */
import type { FacilityKind, FacilityLevel, Stage, Study } from '../model/study'
import type { LngLat } from '../tables/ledger'
import { kindName, levelName, stageName, valueName } from '../text/keys'
import { recordNames } from './record-names'
import type { Language } from '../text/say'

export type FacilityRow = {
  readonly id: string
  readonly name: string
  /** Words; null when the ledger does not say. */
  readonly kind: string | null
  readonly kindCode: FacilityKind | null
  readonly level: string | null
  readonly levelCode: FacilityLevel | null
  /** The level was taken from the kind. */
  readonly levelProposed: boolean
  readonly stage: string | null
  readonly stageCode: Stage | null
  readonly area: string | null
  readonly floorAreaM2: number | null
  readonly landAreaM2: number | null
  readonly beds: number | null
  readonly nursingBeds: number | null
  /** '助餐、助浴'; null: unsaid. */
  readonly services: string | null
  /** Names of units and compounds; null: unsaid. */
  readonly serves: string | null
  readonly servedIds: readonly string[] | null
  readonly at: LngLat | null
}

export function facilityRows(study: Study, language: Language): FacilityRow[] {
  const areas = new Map(study.areas.map(({ id, name }) => [id, name]))
  const names = recordNames(study)
  const between = language === 'zh' ? '、' : ', '
  return study.facilities.map((facility) => ({
    id: facility.id,
    name: facility.name,
    kind: facility.kind && kindName(language, facility.kind),
    kindCode: facility.kind,
    level: facility.level && levelName(language, facility.level),
    levelCode: facility.level,
    levelProposed: facility.levelProposed,
    stage: facility.stage && stageName(language, facility.stage),
    stageCode: facility.stage,
    area: facility.area === null ? null : (areas.get(facility.area) ?? facility.area),
    floorAreaM2: facility.floorAreaM2,
    landAreaM2: facility.landAreaM2,
    beds: facility.beds,
    nursingBeds: facility.nursingBeds,
    services: facility.services && facility.services.map((service) => valueName(language, 'services', service)).join(between),
    serves: facility.serves && facility.serves.map((id) => names.get(id)?.name ?? id).join(between),
    servedIds: facility.serves,
    at: facility.at,
  }))
}

export const facilityColumns: Readonly<Record<string, (row: FacilityRow) => string | number | null>> = {
  name: (row) => row.name,
  kind: (row) => row.kind,
  level: (row) => row.level,
  stage: (row) => row.stage,
  area: (row) => row.area,
  floorArea: (row) => row.floorAreaM2,
  landArea: (row) => row.landAreaM2,
  beds: (row) => row.beds,
  nursingBeds: (row) => row.nursingBeds,
  services: (row) => row.services,
  serves: (row) => row.serves,
  position: (row) => Number(row.at !== null),
}
