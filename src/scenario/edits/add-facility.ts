/** A facility that was not there. */
import { problem } from '../../problem'
import { proposedLevel } from '../../model/build-facilities'
import { facilityKinds, facilityLevels, stages, type Facility, type FacilityKind, type FacilityLevel, type Stage } from '../../model/study'
import type { LngLat } from '../../tables/ledger'
import { recordOf } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { addFacility as add, newId } from '../facility-change'
import { amount, day, listOf, oneOf, optional, orNull, place, text } from '../shape'
import { unitAt } from '../unit-at'

/** area absent: the unit that holds the place. level absent: that of the kind. stage absent: operating. */
export type AddFacility = EditOf<'add-facility'> & {
  readonly name: string
  readonly kind: FacilityKind
  readonly at?: LngLat | null
  readonly level?: FacilityLevel | null
  readonly area?: string | null
  readonly serves?: readonly string[] | null
  readonly floorAreaM2?: number | null
  readonly landAreaM2?: number | null
  readonly beds?: number | null
  readonly nursingBeds?: number | null
  readonly owner?: 'public' | 'private' | null
  readonly services?: readonly string[] | null
  readonly stage?: Stage
  readonly opened?: string | null
}

export const addFacility: EditKind<AddFacility> = {
  type: 'add-facility',
  fields: {
    name: text,
    kind: oneOf(facilityKinds),
    at: optional(orNull(place)),
    level: optional(orNull(oneOf(facilityLevels))),
    area: optional(orNull(text)),
    serves: optional(orNull(listOf(text))),
    floorAreaM2: optional(orNull(amount)),
    landAreaM2: optional(orNull(amount)),
    beds: optional(orNull(amount)),
    nursingBeds: optional(orNull(amount)),
    owner: optional(orNull(oneOf(['public', 'private']))),
    services: optional(orNull(listOf(text))),
    stage: optional(oneOf(stages)),
    opened: optional(orNull(day)),
  },
  apply(study, edit) {
    const written = edit.area == null ? undefined : recordOf(study, 'areas', edit.area)
    const at = edit.at ?? null
    const area = written ?? (at ? unitAt(study, at) : null)
    const facility: Facility = {
      id: newId(edit),
      name: edit.name,
      kind: edit.kind,
      level: edit.level ?? proposedLevel(edit.kind, area),
      levelProposed: edit.level == null,
      area: area?.id ?? null,
      serves: edit.serves ?? null,
      floorAreaM2: edit.floorAreaM2 ?? null,
      landAreaM2: edit.landAreaM2 ?? null,
      beds: edit.beds ?? null,
      nursingBeds: edit.nursingBeds ?? null,
      owner: edit.owner ?? null,
      operator: null,
      services: edit.services ?? null,
      stage: edit.stage ?? 'operating',
      opened: edit.opened ?? null,
      at,
      extra: {},
      source: null,
    }
    const outcome = add(study, facility)
    return edit.area == null || written ? outcome : { ...outcome, problems: [...outcome.problems, problem('edit-target-missing', 'warning', {}, edit.area)] }
  },
}
