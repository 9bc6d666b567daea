/**
 * Where provision failed (问题类型): 规划不到位, 配建不到位, 移交不到位, 使用不到位. The first thing on record that explains the shortfall
 * names the class: what was never planned cannot have been built, and what stands but is closed or not handed over was built.
 */
import type { UnitResult } from '../indicators/result'
import type { Compound, Facility, Study } from '../model/study'
import type { Fault, Gate } from './item'

export type Faults = {
  readonly ofCompound: (compound: Compound, unit: UnitResult, gates: readonly Gate[] | null) => Fault | null
  /** Of a unit that lacks a facility; null where the clause asks for something else. */
  readonly ofArea: (id: string) => Fault
}

/** Looks every facility and plot up once. */
export function faultsOf(study: Pick<Study, 'facilities' | 'plots'>): Faults {
  const closed = new Map<string, Facility[]>()
  const otherwise = new Map<string, Facility[]>()
  const building = new Map<string, Facility[]>()
  const add = (map: Map<string, Facility[]>, id: string, facility: Facility) => {
    const list = map.get(id)
    if (list) list.push(facility)
    else map.set(id, [facility])
  }
  for (const facility of study.facilities) {
    const map = facility.kind === 'NOT' ? otherwise : facility.stage === 'closed' ? closed : facility.stage === 'building' || facility.stage === 'planned' ? building : null
    if (!map) continue
    for (const id of new Set([...(facility.serves ?? []), ...(facility.area === null ? [] : [facility.area])])) add(map, id, facility)
  }
  const land = new Map<string, string>()
  for (const plot of study.plots) if (plot.use === 'care-land' && plot.area !== null && !land.has(plot.area)) land.set(plot.area, plot.name)
  return {
    ofCompound(compound, unit, gates) {
      const said = (step: Gate['step']) => gates?.some((gate) => gate.step === step && gate.state === 'missing') ?? false
      if (said('plan')) return { class: 'planning', why: 'planned-no', detail: null }
      // Rooms that stand but do not serve explain a shortfall only where they are large enough for it.
      const enough = (facility: Facility) => unit.shortfall === null || facility.floorAreaM2 === null || facility.floorAreaM2 >= unit.shortfall
      const shut = closed.get(compound.id)?.find(enough)
      if (shut) return { class: 'use', why: 'facility-closed', detail: shut.name }
      const other = otherwise.get(compound.id)?.find(enough)
      if (other) return { class: 'use', why: 'used-otherwise', detail: other.name }
      if (said('build')) return { class: 'provision', why: 'built-no', detail: null }
      if (said('accept')) return { class: 'provision', why: 'accepted-no', detail: null }
      // Rooms that would be enough are only not counted; rooms that are too small were not provided, handed over or not.
      const required = unit.figures?.required
      const stands = typeof required === 'number' && compound.careAreaM2 !== null && compound.careAreaM2 >= required
      if (stands && compound.handover === 'not-handed-over') return { class: 'handover', why: 'not-handed-over', detail: null }
      if (unit.shortfall !== null && unit.shortfall > 0 && !isOfSteps(unit)) return { class: 'provision', why: 'area-short', detail: null }
      if (said('deliver')) return { class: 'handover', why: 'delivered-no', detail: null }
      return compound.handover === 'not-handed-over' ? { class: 'handover', why: 'not-handed-over', detail: null } : null
    },
    ofArea(id) {
      const shut = closed.get(id)?.[0]
      if (shut) return { class: 'use', why: 'facility-closed', detail: shut.name }
      const coming = building.get(id)?.[0]
      if (coming) return { class: 'provision', why: 'facility-building', detail: coming.name }
      const unused = land.get(id)
      return unused === undefined ? { class: 'planning', why: 'none-planned', detail: null } : { class: 'provision', why: 'land-unused', detail: unused }
    },
  }
}

/** The unit's figures are steps, not square metres. */
export const isOfSteps = (unit: Pick<UnitResult, 'figures'>): boolean => Object.keys(unit.figures ?? {}).some((key) => key.startsWith('step:'))
