/** The lists of a checklist clause: one per unit, facility, plot or member of a pool, each answering its elements. */
import type { Area, Plot } from '../model/study'
import { facilityAnswer, type Answer, type ChecklistParameters, type Element, type List, type Lists } from './checklist-element'
import type { Judging } from './evaluator'
import { areaAnswer, basisOfAreas } from './element-of-area'
import { communityLists } from './checklist-services'
import { meets } from './compare'
import { numberSaid, saidYes } from './facts'
import { judgedUnits } from './judged-unit'
import { inCentralCity } from './pools'
import { kindSets, matches, stagesCounted, triOf, type FacilityTest } from './match'
import type { Excluded } from './result'
import { unitsInScope, type UnitsWanted } from './units-in-scope'

export function listsOf(judging: Judging, parameters: ChecklistParameters): Lists {
  switch (parameters.over) {
    case 'plots':
      return plotLists(judging, parameters)
    case 'facilities':
      return facilityLists(judging, parameters)
    case 'pools':
      return poolLists(judging)
    case 'community':
      return communityLists(judging, parameters)
    default:
      return areaLists(judging, parameters)
  }
}

/** One list of the judged unit, or one per unit of a level below it (SETTLED 11); `tierBy` whole makes one of all. */
function areaLists(judging: Judging, parameters: ChecklistParameters): Lists {
  const { roster, reading } = judging
  if (roster.areas.length === 0) return { lacking: 'roster-missing' }
  const single = parameters.over === parameters.judgedAt || reading.tierBy === 'whole'
  const wanted = parameters.units as unknown as UnitsWanted
  const scope = single ? null : unitsInScope(judging, wanted, null)
  const units = scope ? scope.units : judgedUnits(judging)
  const ledgers = basisOfAreas(judging, parameters.elements)
  const listOf = (unit: Area, exempt: string | null = null): List => ({ id: unit.id, name: unit.name, kind: 'area', exempt, basis: [exempt, ...ledgers(unit)], answer: (element) => areaAnswer(judging, unit, element) })
  const lists = [...units.map((unit) => listOf(unit)), ...(scope?.notUnderDuty ?? []).map((unit) => listOf(unit, 'not-under-duty')), ...(scope?.unclear ?? []).map((unit): List => ({ ...listOf(unit), basis: ['unclear'], answer: () => ({ state: 'unknown', marks: ['duty-unknown'] }) }))]
  return { lists: lists.sort((a, b) => (a.id < b.id ? -1 : 1)), excluded: scope?.excluded ?? [], empty: 'no-such-unit' }
}

function plotLists({ study, facts, reading }: Judging, parameters: ChecklistParameters): Lists {
  if (study.plots.length === 0) return { lacking: 'plots-missing' }
  const uses = (parameters.units.use ?? []) as readonly string[]
  const plots = study.plots.filter(({ use }) => use !== null && uses.includes(use))
  const lists = plots.map((plot): List => ({ id: plot.id, name: plot.name, kind: 'plot', answer: (element) => plotAnswer(plot, element, (item) => saidYes(facts, { kind: 'plot', id: plot.id }, item), reading.smallBuilding === 'stand-alone-only') }))
  return { lists, excluded: study.plots.filter(({ use }) => use === null).map(({ id }) => ({ id, why: 'use-unknown' })), empty: 'no-such-plot' }
}

/** A fact of the plot goes before what the ledger shows; what only the ledger shows is marked. */
function plotAnswer(plot: Plot, element: Element, said: (item: string) => boolean | null, standAloneOnly: boolean): Answer {
  if (element.column !== undefined && typeof element.test === 'object') {
    // Where the limit is for stand-alone buildings only, part of a building qualifies whatever its size.
    if (standAloneOnly && plot.standAlone === false) return { state: 'yes' }
    const size = element.column === 'floorAreaM2' ? plot.floorAreaM2 : plot.landAreaM2
    if (size !== null && meets(size, element.test)) return { state: 'yes' }
    return { state: size === null || (standAloneOnly && plot.standAlone === null) ? 'unknown' : 'no' }
  }
  const fact = element.item ? said(element.item) : null
  if (fact !== null) return { state: triOf(fact) }
  const shown = evidence(plot, element.orLedger?.plot)
  return shown ? { state: 'yes', marks: ['shown-by-ledger'] } : { state: 'unknown' }
}

function evidence(plot: Plot, what: string | undefined): boolean {
  if (what === 'any-geometry') return plot.geometry !== null
  if (what === 'polygon') return plot.geometry !== null && plot.geometry.type !== 'Point'
  return what === 'land-area' && plot.landAreaM2 !== null && plot.landAreaM2 > 0
}

function facilityLists({ study, facts, reading }: Judging, parameters: ChecklistParameters): Lists {
  if (study.facilities.length === 0) return { lacking: 'facilities-missing' }
  const wanted = parameters.units.facility as FacilityTest & { readonly kindSet?: string }
  const test: FacilityTest = { kinds: wanted.kinds ?? kindSets[wanted.kindSet ?? 'all-care']!, levels: wanted.levels ?? null, stages: stagesCounted(reading, wanted.stages) }
  const excluded: Excluded[] = []
  const lists: List[] = []
  for (const facility of study.facilities) {
    const answer = matches(facility, test, facts)
    if (answer === 'unknown') excluded.push({ id: facility.id, why: 'class-unknown' })
    if (answer !== 'yes') continue
    const deposit = parameters.elements.some(({ item }) => item === 'deposit-escrow') ? numberSaid(facts, { kind: 'facility', id: facility.id }, 'deposit') : null
    lists.push({ id: facility.id, name: facility.name, kind: 'facility', exempt: deposit === 0 ? 'no-deposit' : null, basis: [facility, facts], answer: (element) => ({ state: facilityAnswer(facility, element, (item) => saidYes(facts, { kind: 'facility', id: facility.id }, item)) }) })
  }
  return { lists, excluded, empty: 'no-such-facility' }
}

/** Members of the pools that the ledger names; a reason on record is one of the named or another, which is accepted and marked. */
function poolLists({ study, facts, reading }: Judging): Lists {
  if (study.compounds.length === 0) return { lacking: 'compounds-missing' }
  const narrow = reading.poolScope === 'central-city-only'
  if (narrow && !study.centralCity?.length && study.compounds.some(({ pool }) => pool !== null)) return { lacking: 'central-city-unlisted' }
  const lists = study.compounds
    .filter((compound) => compound.pool !== null && (!narrow || inCentralCity(study, compound) !== false))
    .map((compound): List => ({
      id: compound.id,
      name: compound.name,
      kind: 'compound',
      answer: (element) => {
        const reason = facts.latest({ kind: 'compound', id: compound.id }, element.item ?? '')?.value
        if (typeof reason !== 'string' || reason.trim() === '') return { state: reason === true ? 'yes' : 'unknown' }
        return (element.oneOf ?? []).some((named) => reason.includes(named)) ? { state: 'yes' } : { state: 'yes', marks: ['other-reason'] }
      },
    }))
  return { lists, excluded: [], empty: 'no-pool' }
}
