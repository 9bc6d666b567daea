/** One element of a unit's checklist: said by a fact, shown by a facility, or both (SETTLED 33). */
import { onOrBefore } from '../model/dates'
import type { Area } from '../model/study'
import type { Answer, Element } from './checklist-element'
import type { Judging } from './evaluator'
import { standingIn } from './facility-sum'
import { statedFigure } from './facts'
import { anyOf, matches, stagesCounted, type Tri } from './match'
import { placesOf } from './placement'
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
  return compoundsOf(judging).get(unit.id) ?? 'no'
}

const shownBy = new WeakMap<Judging['study']['compounds'], WeakMap<Judging['roster'], ReadonlyMap<string, Tri>>>()

/** Every unit that holds a compound, at whatever tier, and what its compounds show; built once per ledger and roster. */
function compoundsOf({ study, roster }: Judging): ReadonlyMap<string, Tri> {
  let ofRoster = shownBy.get(study.compounds)
  if (!ofRoster) shownBy.set(study.compounds, (ofRoster = new WeakMap()))
  const known = ofRoster.get(roster)
  if (known) return known
  const shown = new Map<string, Tri>()
  for (const { area, careAreaM2 } of study.compounds) {
    const says: Tri = careAreaM2 === null ? 'unknown' : careAreaM2 > 0 ? 'yes' : 'no'
    for (const { id } of area === null ? [] : roster.chainOf(area)) shown.set(id, anyOf([shown.get(id) ?? 'no', says]))
  }
  ofRoster.set(roster, shown)
  return shown
}
