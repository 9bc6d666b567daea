/** A plot of care land, or an idle asset, becomes a facility. The plot stays in its ledger: its land is counted there, once. */
import { problem } from '../../problem'
import { innerPoint } from '../../geo/inner-point'
import { proposedLevel } from '../../model/build-facilities'
import { facilityKinds, facilityLevels, type Facility, type FacilityKind, type FacilityLevel } from '../../model/study'
import type { LngLat } from '../../tables/ledger'
import { edited, left, positionOf, recordOf, replaced } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { addFacility, newId } from '../facility-change'
import { amount, listOf, oneOf, optional, orNull, text } from '../shape'
import { unitAt } from '../unit-at'

/** name and floorAreaM2 absent: the plot's own. */
export type PlotToFacility = EditOf<'plot-to-facility'> & {
  readonly plot: string
  readonly kind: FacilityKind
  readonly stage: 'building' | 'operating'
  readonly name?: string
  readonly level?: FacilityLevel | null
  readonly floorAreaM2?: number | null
  readonly beds?: number | null
  readonly nursingBeds?: number | null
  readonly services?: readonly string[] | null
  readonly serves?: readonly string[] | null
}

export const plotToFacility: EditKind<PlotToFacility> = {
  type: 'plot-to-facility',
  fields: {
    plot: text,
    kind: oneOf(facilityKinds),
    stage: oneOf(['building', 'operating']),
    name: optional(text),
    level: optional(orNull(oneOf(facilityLevels))),
    floorAreaM2: optional(orNull(amount)),
    beds: optional(orNull(amount)),
    nursingBeds: optional(orNull(amount)),
    services: optional(orNull(listOf(text))),
    serves: optional(orNull(listOf(text))),
  },
  apply(study, edit) {
    const index = positionOf(study, 'plots', edit.plot)
    const plot = study.plots[index]
    if (!plot) return left(study, 'edit-target-missing', edit.plot)
    const already = study.facilities.find((facility) => facility.plot === plot.id)
    if (already) return left(study, 'edit-impossible', `${plot.name}: ${already.name}`)
    const at: LngLat | null = plot.at ?? (plot.geometry && plot.geometry.type !== 'Point' ? innerPoint(plot.geometry) : null)
    const area = (plot.area === null ? undefined : recordOf(study, 'areas', plot.area)) ?? (at ? unitAt(study, at) : null)
    const careLand = plot.use === 'care-land'
    const facility: Facility = {
      id: newId(edit),
      name: edit.name ?? plot.name,
      kind: edit.kind,
      level: edit.level ?? proposedLevel(edit.kind, area),
      levelProposed: edit.level == null,
      area: area?.id ?? null,
      serves: edit.serves ?? null,
      floorAreaM2: edit.floorAreaM2 === undefined ? plot.floorAreaM2 : edit.floorAreaM2,
      // Care land is counted as the plot's own; writing it here too would count it twice.
      landAreaM2: careLand ? null : plot.landAreaM2,
      beds: edit.beds ?? null,
      nursingBeds: edit.nursingBeds ?? null,
      owner: null,
      operator: null,
      services: edit.services ?? null,
      stage: edit.stage,
      opened: null,
      at,
      extra: {},
      source: null,
      plot: plot.id,
    }
    const outcome = addFacility(study, facility)
    // No place and no unit: it counts wherever neither is asked for, and somebody should know.
    const problems = facility.at === null && facility.area === null ? [...outcome.problems, problem('position-unreadable', 'warning', {}, plot.name)] : outcome.problems
    if (outcome.study === study || !careLand || plot.status === 'existing') return { study: outcome.study, problems }
    return { study: edited(outcome.study, { plots: replaced(study.plots, index, { ...plot, status: 'existing' }) }), problems }
  },
}
