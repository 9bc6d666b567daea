/** Every edit of a facility passes here: the ledger of facilities changes, and with it what the compounds that it serves have. */
import { problem } from '../problem'
import type { Facility, Study } from '../model/study'
import { careAreaAfter } from './care-area-change'
import { edited, left, positionOf, replaced, saysTheSame } from './change'
import type { Outcome } from './edit-kind'

/** One facility as the edit leaves it. */
export function changeFacility(study: Study, id: string, change: (facility: Facility) => Facility): Outcome {
  const at = positionOf(study, 'facilities', id)
  const before = study.facilities[at]
  if (!before) return left(study, 'edit-target-missing', id)
  const after = change(before)
  if (saysTheSame(before, after)) return left(study, 'edit-without-effect', before.name, 'info')
  return settled(study, replaced(study.facilities, at, after), before, after)
}

/** A new facility, in its place by id; of what it is to serve, only what is there. */
export function addFacility(study: Study, asked: Facility): Outcome {
  if (positionOf(study, 'facilities', asked.id) !== -1) return left(study, 'edit-impossible', asked.id)
  const { known, unknown } = targetsOf(study, asked.serves)
  const facility = { ...asked, serves: known }
  const at = study.facilities.findIndex(({ id }) => id > facility.id)
  const facilities = study.facilities.slice()
  facilities.splice(at === -1 ? facilities.length : at, 0, facility)
  const outcome = settled(study, facilities, null, facility)
  return unknown.length === 0 ? outcome : { ...outcome, problems: [...outcome.problems, problem('edit-target-missing', 'warning', {}, unknown.join('、'))] }
}

/** The units and compounds among some ids, sorted, and the ids that are neither. A list of which nothing is there is unsaid (null). */
export function targetsOf(study: Study, ids: readonly string[] | null): { readonly known: readonly string[] | null; readonly unknown: readonly string[] } {
  if (ids === null) return { known: null, unknown: [] }
  const isThere = (id: string) => positionOf(study, 'compounds', id) !== -1 || positionOf(study, 'areas', id) !== -1
  const each = [...new Set(ids)].sort()
  const known = each.filter(isThere)
  return { known: known.length === 0 && each.length > 0 ? null : known, unknown: each.filter((id) => !isThere(id)) }
}

/** The id of the record that an edit makes. */
export const newId = (edit: { readonly id: string }): string => `+${edit.id}`

function settled(study: Study, facilities: Study['facilities'], before: Facility | null, after: Facility): Outcome {
  const { compounds, uncertain, usableLost } = careAreaAfter(study, before, after)
  const problems = [
    ...(uncertain.length === 0 ? [] : [problem('edit-area-uncertain', 'warning', {}, uncertain.join('、'))]),
    // Asked for by a reading that is not the default.
    ...(usableLost.length === 0 ? [] : [problem('edit-area-uncertain', 'info', {}, `${usableLost.join('、')}: usableAreaM2`)]),
  ]
  return { study: edited(study, compounds === study.compounds ? { facilities } : { facilities, compounds }), problems }
}
