/** One element of a unit's checklist: said by a fact, shown by a facility, or both (SETTLED 33). */
import { onOrBefore } from '../model/dates'
import type { Area, Compound } from '../model/study'
import type { Answer, Element } from './checklist-element'
import { indexOfCompounds, type CompoundIndex } from './compound-index'
import type { Judging } from './evaluator'
import { standingIn } from './facility-sum'
import { statedFigure } from './facts'
import { anyOf, matches, stagesCounted, type Tri } from './match'
import { placesOf } from './places'
import { tierOf } from './roster'
import { yearsSaid } from './years-said'

export function areaAnswer(judging: Judging, unit: Area, element: Element): Answer {
  if (element.every !== undefined) return everyAnswer(judging, unit, element)
  if (element.equals !== undefined) return equalsAnswer(judging, unit, element)
  const fact = element.item ? factAnswer(judging, unit, element) : null
  if (!element.facility) return { state: fact ?? 'unknown' }
  const shown = facilityAnswerOf(judging, unit, element)
  if (fact === null) return { state: shown.state, counted: shown.counted }
  // Either yes = yes; a fact of no and no facility = no; otherwise unknown. A sign without a fact is marked.
  if (fact === 'yes') return { state: 'yes' }
  if (shown.state === 'yes') return { state: 'yes', counted: shown.counted, marks: ['sign-only'] }
  return { state: fact === 'no' && shown.state === 'no' ? 'no' : 'unknown' }
}

/** Everything from which the elements of a unit are answered: the same of it, the same answers. */
export function basisOfAreas(judging: Judging, elements: readonly Element[]): (unit: Area) => readonly unknown[] {
  const { study, roster, facts } = judging
  const asksFacilities = elements.some(({ facility }) => facility)
  const asksCompounds = elements.some(({ orLedger }) => orLedger?.compound === 'care-area')
  const always = [facts, roster, study.asOf, study.facilities.length > 0]
  return (unit) => {
    if (!asksFacilities) return always
    const { adrift } = placesOf(study, roster, tierOf[unit.level], 'column')
    return [...always, asksCompounds ? compoundShows(judging, unit) : null, standingIn(judging, unit), adrift]
  }
}

/** yes/no of the unit itself, else of what lies below: all yes = yes, any no = no. */
function factAnswer(judging: Judging, unit: Area, element: Element): Tri {
  if (element.test === 'above 0') {
    const figure = statedFigure(judging.facts, judging.roster, unit.id, element.item!).value
    return figure === null ? 'unknown' : figure > 0 ? 'yes' : 'no'
  }
  if (typeof element.test === 'string' && element.test.includes('date')) {
    const rows = judging.facts.rows({ kind: 'area', id: unit.id }, element.item!)
    return rows.some(({ value }) => typeof value === 'string' && /^\d{4}/.test(value) && onOrBefore(value, judging.study.asOf)) ? 'yes' : rows.some(({ value }) => value === false) ? 'no' : 'unknown'
  }
  return saidBelow(judging, unit, element.item!)
}

export function saidBelow(judging: Judging, unit: Area, item: string): Tri {
  const own = judging.facts.latest({ kind: 'area', id: unit.id }, item)?.value
  if (typeof own === 'boolean') return own ? 'yes' : 'no'
  if (!judging.facts.mentions(item)) return 'unknown'
  const children = judging.roster.childrenOf(unit.id)
  let all: Tri = children.length === 0 ? 'unknown' : 'yes'
  for (const child of children) {
    const answer = saidBelow(judging, child, item)
    if (answer === 'no') return 'no'
    if (answer === 'unknown') all = 'unknown'
  }
  return all
}

/** Yes only if every unit of the level (or every year) is yes; without such a unit the element does not apply. */
function everyAnswer(judging: Judging, unit: Area, element: Element): Answer {
  const span = /(\d{4})\s*[-–]\s*(\d{4})/.exec(element.every!)
  if (span) return { state: yearsSaid(judging, unit, element.item!, Number(span[1]), Number(span[2])) }
  const units = judging.roster.below(unit.id, [element.every!])
  if (units.length === 0) return { state: 'not-applicable' }
  const answers = units.map((below) => saidBelow(judging, below, element.item!))
  const whole = saidBelow(judging, unit, element.item!)
  if (answers.every((answer) => answer === 'yes')) return { state: 'yes' }
  return { state: answers.includes('no') ? 'no' : answers.every((answer) => answer === 'unknown') && whole !== 'unknown' ? whole : 'unknown' }
}

/** A count that must equal another (every home bed has the device); nothing to equip = does not apply. */
function equalsAnswer({ facts, roster }: Judging, unit: Area, element: Element): Answer {
  const part = statedFigure(facts, roster, unit.id, element.item!).value
  const whole = statedFigure(facts, roster, unit.id, element.equals!).value
  if (whole === 0) return { state: 'not-applicable' }
  if (part === null || whole === null) return { state: 'unknown' }
  return part > whole ? { state: 'unknown', marks: ['part-exceeds-whole'] } : { state: part === whole ? 'yes' : 'no' }
}

/** A matching facility in the unit; a compound with care area where the element says so. */
function facilityAnswerOf(judging: Judging, unit: Area, element: Element): { state: Tri; counted: readonly string[] } {
  const { study, roster, facts, reading } = judging
  const wanted = element.facility!
  const test = { ...wanted, stages: stagesCounted(reading, wanted.stages) }
  const places = placesOf(study, roster, tierOf[unit.level], 'column')
  const counted: string[] = []
  let unsure = false
  for (const facility of standingIn(judging, unit)) {
    const answer = matches(facility, test, facts)
    if (answer === 'yes') counted.push(facility.id)
    else if (answer === 'unknown') unsure = true
  }
  // One that stands nobody knows where below a unit above may stand here.
  if (counted.length === 0 && !unsure) unsure = places.adrift.some(({ facility, within }) => (within === null || roster.chainOf(unit.id).some(({ id }) => id === within.id)) && matches(facility, test, facts) !== 'no')
  const ledger = study.facilities.length > 0
  const shown: Tri = counted.length > 0 ? 'yes' : unsure || !ledger ? 'unknown' : 'no'
  return { state: element.orLedger?.compound === 'care-area' ? anyOf([shown, compoundShows(judging, unit)]) : shown, counted: counted.sort() }
}

/** A compound of the unit with care area: yes; only blank figures: unknown; none: no. */
function compoundShows(judging: Judging, unit: Area): Tri {
  return compoundsOf(judging).get(unit.id)
}

/** How many compounds of a unit, at whatever tier, show care area, and how many may. */
type Shown = { readonly yes: number; readonly unknown: number }
type Kept = { compounds: Judging['study']['compounds']; readonly byUnit: Map<string, Shown> }

const shownBy = new WeakMap<CompoundIndex, WeakMap<Judging['roster'], Kept>>()

/** What the compounds of each unit show; only those that differ from the ledger that was asked for last are counted again. */
function compoundsOf({ study, roster }: Judging): { readonly get: (unit: string) => Tri } {
  const index = indexOfCompounds(study.compounds)
  let ofRoster = shownBy.get(index)
  if (!ofRoster) shownBy.set(index, (ofRoster = new WeakMap()))
  let kept = ofRoster.get(roster)
  if (!kept) ofRoster.set(roster, (kept = { compounds: [], byUnit: new Map() }))
  const { byUnit, compounds: before } = kept
  const count = (compound: Compound | undefined, by: 1 | -1) => {
    if (!compound || compound.area === null || (compound.careAreaM2 !== null && !(compound.careAreaM2 > 0))) return
    for (const { id } of roster.chainOf(compound.area)) {
      const shown = byUnit.get(id) ?? { yes: 0, unknown: 0 }
      byUnit.set(id, compound.careAreaM2 === null ? { ...shown, unknown: shown.unknown + by } : { ...shown, yes: shown.yes + by })
    }
  }
  if (before !== study.compounds)
    study.compounds.forEach((compound, place) => {
      if (before[place] === compound) return
      count(before[place], -1)
      count(compound, 1)
    })
  kept.compounds = study.compounds
  return { get: (unit) => triFrom(byUnit.get(unit)) }
}

const triFrom = (shown: Shown | undefined): Tri => (!shown || shown.yes + shown.unknown === 0 ? 'no' : shown.yes > 0 ? 'yes' : 'unknown')
