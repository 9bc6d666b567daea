/** A facility stands somewhere else. Where its written unit no longer holds the place, the unit follows. */
import { problem } from '../../problem'
import { proposedLevel } from '../../model/build-facilities'
import type { LngLat } from '../../tables/ledger'
import { recordOf } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { changeFacility } from '../facility-change'
import { place, text } from '../shape'
import { unitAfterMove } from '../unit-at'

export type MoveFacility = EditOf<'move-facility'> & { readonly facility: string; readonly to: LngLat }

export const moveFacility: EditKind<MoveFacility> = {
  type: 'move-facility',
  fields: { facility: text, to: place },
  apply(study, edit) {
    const facility = recordOf(study, 'facilities', edit.facility)
    const written = facility?.area == null ? undefined : recordOf(study, 'areas', facility.area)
    const area = written && unitAfterMove(study, written, edit.to)
    const outcome = changeFacility(study, edit.facility, (before) => ({
      ...before,
      at: edit.to,
      ...(area && area !== written ? { area: area.id, level: before.levelProposed ? proposedLevel(before.kind, area) : before.level } : {}),
    }))
    return area === written ? outcome : { ...outcome, problems: [...outcome.problems, problem('edit-area-followed', 'info', {}, `${facility!.name}: ${written!.name} → ${area!.name}`)] }
  },
}
