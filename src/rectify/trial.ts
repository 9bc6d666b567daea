/**
 * Trying edits on the part of a study that decides one unit under one clause: what a remedy promises is found by doing it, with the
 * very edits and the very evaluator, only without the thousands of records that have no say in the matter.
 */
import type { Judging } from '../indicators/evaluator'
import { factsOf } from '../indicators/facts'
import { judgedBy, judgingOf } from '../indicators/judge'
import { groupsOf } from '../indicators/pools'
import type { UnitResult } from '../indicators/result'
import { rosterOf } from '../indicators/roster'
import type { Area, Compound, Facility, Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import { applyEdit, type Edit, type EditDraft } from '../scenario/edit'
import type { Remedy } from './item'

/** What the edits touch beside the unit itself. */
export type Touched = { readonly compounds?: readonly string[]; readonly facilities?: readonly string[]; readonly plots?: readonly string[] }

export type Trial = {
  /** The unit after the edits; state met with no shortfall where the clause no longer asks anything of it. null: nobody can tell. */
  readonly promise: (of: { readonly kind: 'area' | 'compound'; readonly unit: string; readonly policy: string; readonly clause: string }, edits: readonly EditDraft[], touched: Touched) => Remedy['promise']
  /** The results of some compounds under one area clause after the edits; undefined where the clause says nothing of one. */
  readonly units: (ids: readonly string[], policy: string, clause: string, edits: readonly EditDraft[], touched: Touched) => readonly (UnitResult | undefined)[]
  readonly judging: (policy: string, clause: string) => Judging | null
}

/** options: what the user set, as for judge(). */
export function trialOf(study: Study, packs: readonly Pack[], options: Options): Trial {
  const asked = new Map<string, Judging | null>()
  const judging = (policy: string, id: string): Judging | null => {
    const key = `${policy} ${id}`
    let known = asked.get(key)
    if (known === undefined) {
      const pack = packs.find((each) => each.id === policy)
      const clause = pack?.clauses.find((each) => each.id === id)
      asked.set(key, (known = pack && clause ? judgingOf(study, pack, clause, options).judging : null))
    }
    return known
  }
  const around = compoundsAround(study)
  const unitsAround = areasAround(study)
  const judgedAfter = (part: Study, edits: readonly EditDraft[], by: Judging): readonly UnitResult[] => {
    const after = edits.reduce((before, draft, at) => applyEdit(before, { ...draft, id: `try.${at + 1}` } as Edit).study, part)
    return judgedBy({ ...by, study: after, roster: rosterOf(after), facts: factsOf(after) }).units
  }
  return {
    judging,
    promise(of, edits, touched) {
      const by = judging(of.policy, of.clause)
      // Reached by the people of a unit: no part of the study can answer for it.
      if (!by || (of.kind === 'area' && by.reading.coverage === 'reached')) return null
      const part = of.kind === 'compound' ? around([of.unit], touched) : unitsAround(of.unit, touched, by.reading.placeBy === 'point')
      const unit = judgedAfter(part, edits, by).find(({ id }) => id === of.unit)
      if (!unit || unit.state === 'not-applicable') return { state: 'met', shortfall: 0 }
      return unit.state === 'met' || unit.state === 'unmet' ? { state: unit.state, shortfall: unit.shortfall } : null
    },
    units(ids, policy, clause, edits, touched) {
      const by = judging(policy, clause)
      if (!by) return ids.map(() => undefined)
      const units = judgedAfter(around(ids, touched), edits, by)
      return ids.map((id) => units.find((unit) => unit.id === id))
    },
  }
}

/** The compounds asked for, their pools, whatever serves them, and all others that it serves. */
function compoundsAround(study: Study): (ids: readonly string[], touched: Touched) => Study {
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  const facilities = new Map(study.facilities.map((facility) => [facility.id, facility]))
  const plots = new Map(study.plots.map((plot) => [plot.id, plot]))
  const serving = new Map<string, Facility[]>()
  for (const facility of study.facilities)
    for (const id of new Set(facility.serves ?? [])) {
      if (!compounds.has(id)) continue
      const list = serving.get(id)
      if (list) list.push(facility)
      else serving.set(id, [facility])
    }
  const groups = groupsOf(study.compounds)
  return (ids, touched) => {
    const own = new Map<string, Compound>()
    const add = (id: string) => {
      const compound = compounds.get(id)
      if (!compound || own.has(id)) return
      own.set(id, compound)
      if (compound.pool !== null) for (const mate of groups.get(compound.pool) ?? []) own.set(mate.id, mate)
    }
    for (const id of [...ids, ...(touched.compounds ?? [])]) add(id)
    const rooms = new Map<string, Facility>()
    for (const id of own.keys()) for (const facility of serving.get(id) ?? []) rooms.set(facility.id, facility)
    for (const id of touched.facilities ?? []) if (facilities.has(id)) rooms.set(id, facilities.get(id)!)
    for (const facility of rooms.values())
      for (const id of facility.serves ?? []) {
        const compound = compounds.get(id)
        if (compound) own.set(id, compound)
      }
    return { ...study, people: null, compounds: byId([...own.values()]), facilities: byId([...rooms.values()]), plots: (touched.plots ?? []).flatMap((id) => plots.get(id) ?? []) }
  }
}

/** The unit with those above and below it, and the facilities that stand in or serve them. */
function areasAround(study: Study): (unit: string, touched: Touched, byPoint: boolean) => Study {
  const roster = rosterOf(study)
  const facilities = new Map(study.facilities.map((facility) => [facility.id, facility]))
  const plots = new Map(study.plots.map((plot) => [plot.id, plot]))
  const at = new Map<string, Facility[]>()
  for (const facility of study.facilities)
    for (const id of new Set([...(facility.area === null ? [] : [facility.area]), ...(facility.serves ?? [])])) {
      const list = at.get(id)
      if (list) list.push(facility)
      else at.set(id, [facility])
    }
  return (unit, touched, byPoint) => {
    const areas = new Map<string, Area>(roster.chainOf(unit).map((area) => [area.id, area]))
    const below = [unit]
    while (below.length > 0)
      for (const child of roster.childrenOf(below.pop()!)) {
        areas.set(child.id, child)
        below.push(child.id)
      }
    const rooms = new Set([...areas.keys()].flatMap((id) => at.get(id) ?? []))
    for (const id of touched.facilities ?? []) if (facilities.has(id)) rooms.add(facilities.get(id)!)
    // A place may lie in a neighbour's boundary: then the neighbours have a say.
    return { ...study, people: null, compounds: [], areas: byPoint ? study.areas : byId([...areas.values()]), facilities: byId([...rooms]), plots: (touched.plots ?? []).flatMap((id) => plots.get(id) ?? []) }
  }
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
