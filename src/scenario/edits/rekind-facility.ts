/** A facility becomes another kind, or offers other services. A level that was only proposed follows the kind. */
import { proposedLevel } from '../../model/build-facilities'
import { facilityKinds, facilityLevels, type FacilityKind, type FacilityLevel } from '../../model/study'
import { recordOf } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { changeFacility } from '../facility-change'
import { listOf, oneOf, optional, orNull, text } from '../shape'

export type RekindFacility = EditOf<'rekind-facility'> & {
  readonly facility: string
  readonly kind?: FacilityKind
  readonly level?: FacilityLevel | null
  readonly services?: readonly string[] | null
}

export const rekindFacility: EditKind<RekindFacility> = {
  type: 'rekind-facility',
  fields: { facility: text, kind: optional(oneOf(facilityKinds)), level: optional(orNull(oneOf(facilityLevels))), services: optional(orNull(listOf(text))) },
  apply: (study, edit) =>
    changeFacility(study, edit.facility, (before) => {
      const kind = edit.kind ?? before.kind
      const area = before.area === null ? undefined : recordOf(study, 'areas', before.area)
      const proposed = edit.level === undefined && before.levelProposed
      return {
        ...before,
        kind,
        level: edit.level !== undefined ? edit.level : proposed ? proposedLevel(kind, area ?? null) : before.level,
        levelProposed: proposed,
        services: edit.services === undefined ? before.services : edit.services,
      }
    }),
}
