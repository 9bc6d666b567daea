/** Remedies of a unit (a community, a street, a village) that lacks a facility: build one, open or convert one that stands there, acquire a building. */
import { kindSets, type FacilityTest } from '../../indicators/match'
import { pointChain } from '../../indicators/placement'
import { rosterOf } from '../../indicators/roster'
import { facilityLevels, type Area, type Facility, type FacilityKind, type FacilityLevel, type Plot, type Study } from '../../model/study'
import { metresBetween, roundMm } from '../../geo/ruler'
import { remedyName } from '../../text/rectify'
import type { EditDraft } from '../../scenario/edit'
import type { RectificationItem, Remedy } from '../item'
import type { RemedyQuestion } from './world'
import type { Trial } from '../trial'
import { isSimplified } from './acquire'

/** Only what surely mends is offered; a clause that counts beds or reports offers nothing here. */
export function unitRemedies(study: Study, trial: Trial, { most = 3, language = 'zh' }: RemedyQuestion): (item: RectificationItem) => readonly Remedy[] {
  const roster = rosterOf(study)
  const inUnits = standing(study)
  return (item) => {
    const area = roster.byId.get(item.unit)
    const judging = trial.judging(item.policy, item.clause)
    const test = judging && testOf(judging.clause.parameters)
    if (!area || !test || item.measure !== 'facility') return []
    const wanted = kindFor(test, area)
    if (!wanted) return []
    const { kind, level } = wanted
    const common = { spareM2: null, alsoBuildM2: null, ways: [], simplified: null } as const
    const metresTo = (at: Facility['at']) => (area.at && at ? roundMm(metresBetween(area.at[0], area.at[1], at[0], at[1])) : null)
    const tried = (edits: EditDraft[], touched: Parameters<Trial['promise']>[2]) => ({ edits, promise: trial.promise(item, edits, touched) })
    const here = inUnits(item.unit)
    const services = Array.isArray(test.services) && test.services.length > 0 ? { services: test.services } : {}
    const size = { ...(test.minBeds ? { beds: test.minBeds.value } : {}), ...(typeof test.minFloorM2 === 'number' ? { floorAreaM2: test.minFloorM2 } : {}) }
    const withFacility = ({ id, name, at, floorAreaM2 }: Facility, of: 'reopen' | 'convert', edits: EditDraft[]): Remedy => ({ ...common, kind: of, with: { kind: 'facility', id, name }, metres: metresTo(at), areaM2: floorAreaM2, ...tried(edits, { facilities: [id] }) })
    const closed = here.facilities.filter(({ stage, kind: own }) => stage !== null && stage !== 'operating' && own !== null && own !== 'NOT').map((facility) => withFacility(facility, 'reopen', [{ type: 'reopen-facility', facility: facility.id }]))
    const others = here.facilities
      .filter(({ stage, kind: own }) => stage === 'operating' && own !== null && own !== kind && (own === 'NOT' || kindSets.community!.includes(own)))
      .map((facility) => withFacility(facility, 'convert', [{ type: 'rekind-facility', facility: facility.id, kind, level, ...services }]))
    const plotEdit = (plot: Plot): EditDraft => ({ type: 'plot-to-facility', plot: plot.id, kind, level, stage: 'operating', ...services, ...(test.minBeds ? { beds: test.minBeds.value } : {}) })
    const onPlot = (plot: Plot): Remedy => ({ ...common, kind: plot.use === 'candidate' ? 'acquire' : 'build', with: { kind: 'plot', id: plot.id, name: plot.name }, metres: metresTo(plot.at), areaM2: plot.floorAreaM2, simplified: plot.use === 'candidate' ? isSimplified(plot) : null, ...tried([plotEdit(plot)], { plots: [plot.id] }) })
    const anew: EditDraft = { type: 'add-facility', name: remedyName(language, 'centre', area.name), kind, level, area: area.id, at: area.at, stage: 'operating', ...services, ...size }
    const built: Remedy = { ...common, kind: 'build', with: null, metres: null, areaM2: null, ...tried([anew], {}) }
    return [closed, others, here.plots.map(onPlot), [built]].flatMap((some) => some.filter(({ promise }) => promise?.state === 'met').slice(0, most))
  }
}

/** What the clause counts in a unit; null where it counts no facilities. */
function testOf(parameters: Readonly<Record<string, unknown>>): FacilityTest | null {
  const measure = parameters.measure as { readonly count?: FacilityTest | null } | undefined
  return (parameters.facility as FacilityTest | undefined) ?? measure?.count ?? null
}

/** The first kind that the clause names, at the unit's own level where the clause accepts it. */
function kindFor({ kinds, levels }: FacilityTest, area: Area): { readonly kind: FacilityKind; readonly level: FacilityLevel } | null {
  const kind = kinds?.[0] as FacilityKind | undefined
  const level = levels === null || levels.includes(area.level) ? area.level : levels[0]
  return kind !== undefined && level !== undefined && isLevel(level) ? { kind, level } : null
}

const isLevel = (level: string): level is FacilityLevel => (facilityLevels as readonly string[]).includes(level)

/** The facilities and unused plots that stand in a unit by their column, else by their place. */
function standing(study: Study): (unit: string) => { readonly facilities: readonly Facility[]; readonly plots: readonly Plot[] } {
  const roster = rosterOf(study)
  const used = new Set(study.facilities.flatMap(({ plot }) => plot ?? []))
  const found = new Map<string, { facilities: Facility[]; plots: Plot[] }>()
  const at = (id: string) => {
    let here = found.get(id)
    if (!here) found.set(id, (here = { facilities: [], plots: [] }))
    return here
  }
  const unitsOf = ({ area, at: place }: Pick<Facility, 'area' | 'at'>) => (area !== null ? roster.chainOf(area) : pointChain(study, roster, { at: place }))
  for (const facility of study.facilities) for (const { id } of unitsOf(facility)) at(id).facilities.push(facility)
  for (const plot of study.plots) if (!used.has(plot.id)) for (const { id } of unitsOf(plot)) at(id).plots.push(plot)
  return (unit) => found.get(unit) ?? { facilities: [], plots: [] }
}
