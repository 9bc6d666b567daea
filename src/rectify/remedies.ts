/** What would mend each item (整改措施): one file per kind of remedy in remedies/, and the world that they look around in. */
import type { Result, UnitResult } from '../indicators/result'
import { innerPoint } from '../geo/inner-point'
import type { Plot, Study } from '../model/study'
import type { LngLat } from '../tables/ledger'
import { remedyName } from '../text/rectify'
import type { RectificationItem, Remedy } from './item'
import { nearby, type Near } from './near'
import { acquire } from './remedies/acquire'
import { build } from './remedies/build'
import { convert } from './remedies/convert'
import { pool } from './remedies/pool'
import { reopen } from './remedies/reopen'
import { unitRemedies } from './remedies/units'
import type { CompoundWorld, RemedyQuestion } from './remedies/world'
import { areaUnitsOf, groupNeed, suppliersOf, type Supplier } from './spare'
import { trialOf, type Trial } from './trial'

/** The same items with their remedies, each kind's best first; the kinds in the order of the document: pooling, existing rooms, building. */
export function withRemedies(study: Study, results: readonly Result[], items: readonly RectificationItem[], question: RemedyQuestion, onProgress: (done: number, of: number) => void = () => undefined): RectificationItem[] {
  if (question.packs.length === 0) return [...items]
  const find = remediesFor(study, results, items, question)
  return items.map((item, at) => {
    if (at % wordsEach === 0) onProgress(at, items.length)
    return { ...item, remedies: find(item) }
  })
}

/** A city of ten thousand items is at work for half a minute: a word about every tenth of a second. */
const wordsEach = 50

/** items: those that will be asked about; what lies near them is looked up once. */
export function remediesFor(study: Study, results: readonly Result[], items: readonly RectificationItem[], question: RemedyQuestion): (item: RectificationItem) => readonly Remedy[] {
  const trial = trialOf(study, question.packs, question.options)
  const around = lookAround(study, results, items, question, trial)
  const units = new Map(results.map((result) => [`${result.policy} ${result.clause}`, new Map(result.units.filter(({ state }) => state === 'unmet').map((unit) => [unit.id, unit]))]))
  const ofUnits = unitRemedies(study, trial, question)
  return (item) => {
    if (item.kind === 'area') return ofUnits(item)
    const unit = units.get(`${item.policy} ${item.clause}`)?.get(item.unit)
    const world = unit && item.measure === 'm2' ? around(item, unit) : null
    return world ? [...pool(world), ...reopen(world), ...convert(world), ...acquire(world), ...build(world)] : []
  }
}

function lookAround(study: Study, results: readonly Result[], items: readonly RectificationItem[], question: RemedyQuestion, trial: Trial): (item: RectificationItem, unit: UnitResult) => CompoundWorld | null {
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  const asking = [...new Set(items.filter(({ kind }) => kind === 'compound').map(({ unit }) => unit))].flatMap((id) => {
    const at = compounds.get(id)?.at
    return at ? [{ at, is: id }] : []
  })
  const { reachM = 1000, most = 3, language = 'zh' } = question
  const used = new Set(study.facilities.flatMap(({ plot }) => plot ?? []))
  const plots = nearby(asking, study.plots.flatMap((plot) => (used.has(plot.id) ? [] : (placeOf(plot) ?? []).map((at) => ({ at, is: plot })))), reachM, ({ id }) => id)
  const facilities = nearby(asking, study.facilities.flatMap((facility) => (facility.at ? [{ at: facility.at, is: facility }] : [])), reachM, ({ id }) => id)
  const groupNames = new Set(study.compounds.flatMap(({ pool: id }) => id ?? []))
  const policies = new Map<string, { readonly areaUnits: ReturnType<typeof areaUnitsOf>; readonly near: (metres: number) => ReadonlyMap<string, readonly Near<Supplier>[]> }>()
  const policyOf = (policy: string) => {
    let known = policies.get(policy)
    if (!known) {
      const areaUnits = areaUnitsOf(results, policy)
      const suppliers = suppliersOf(study, areaUnits).flatMap((supplier) => supplier.places.map((at) => ({ at, is: supplier })))
      const byMetres = new Map<number, ReadonlyMap<string, readonly Near<Supplier>[]>>()
      const near = (metres: number) => {
        let found = byMetres.get(metres)
        if (!found) byMetres.set(metres, (found = nearby(asking, suppliers, metres, ({ kind, id }) => kind + id)))
        return found
      }
      policies.set(policy, (known = { areaUnits, near }))
    }
    return known
  }
  return (item, unit) => {
    const compound = compounds.get(item.unit)
    const judging = trial.judging(item.policy, item.clause)
    if (!compound || !judging) return null
    const { reading } = judging
    const { areaUnits, near } = policyOf(item.policy)
    const own = areaUnits.get(item.unit)?.unit
    const poolingM = question.poolingM ?? (typeof reading.poolRadius === 'number' ? reading.poolRadius : 500)
    const done = judging.clause.parameters.mode === 'rectify'
    return {
      item,
      compound,
      pooled: typeof unit.figures?.poolRequired === 'number' || typeof own?.figures?.poolRequired === 'number',
      needM2: groupNeed(unit) ?? (own ? groupNeed(own) : null),
      leastM2: typeof reading.singleSiteMinimum === 'number' ? reading.singleSiteMinimum : 0,
      promised(edits, touched) {
        const promise = trial.promise(item, edits, touched)
        if (promise?.state === 'met' || !done) return { edits, promise }
        // What the office found failing stays on the list until the work is recorded as done.
        const recorded = [...edits, { type: 'set-rectification', of: { kind: 'compound', id: item.unit }, status: 'done' } as const]
        const after = trial.promise(item, recorded, touched)
        return after?.state === 'met' ? { edits: recorded, promise: after } : { edits, promise }
      },
      suppliers: reading.pooling === 'inside' ? [] : (near(poolingM).get(item.unit) ?? []).filter(({ is }) => !is.compounds.includes(item.unit)),
      plots: plots.get(item.unit) ?? [],
      facilities: facilities.get(item.unit) ?? [],
      groupNames,
      most,
      nameOf: (what, name) => remedyName(language, what, name),
    }
  }
}

/** One place, or null where the plot has none. */
function placeOf({ at, geometry }: Plot): readonly [LngLat] | null {
  const place = at ?? (geometry && geometry.type !== 'Point' ? innerPoint(geometry) : null)
  return place ? [place] : null
}
