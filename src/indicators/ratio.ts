/** One figure over another, the denominator being the set that the clause names. */
import { problem, type Problem } from '../problem'
import type { Area, Facility } from '../model/study'
import { equal, meets, missing } from './compare'
import { isCountable, wholeUp } from './countable'
import { blank, countOf, quotient, stateOfAll, sumOfShortfalls, thresholdOf, undecidedWhy, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainFigure } from './explain/explain-figure'
import { excludedOf, largestHome, partsOf, standingIn, sumOf, type Part } from './facility-sum'
import { numberSaid } from './facts'
import { homeBedsBeside } from './ledger-total'
import { answerRows, keptSlot, noRows, type KeptRows } from './kept'
import { listFor } from './kept-compounds'
import { breakdownUnits, joined, judgedUnits } from './judged-unit'
import { kindSets, matches, stagesCounted } from './match'
import { itemsOf, measureOf } from './measure'
import type { RatioParameters } from './ratio-parameters'
import { yearlyRatio } from './ratio-yearly'
import type { Excluded, State, UnitResult, Why } from './result'
import { ledgerChange, planWhy, plannedFigure } from './stated-change'

export const ratio: Evaluator = { id: 'ratio', judge, explain: explainFigure }

function judge(judging: Judging): Judged {
  const parameters = judging.clause.parameters as unknown as RatioParameters
  if (parameters.judgedAt === 'facility') return perFacility(judging, parameters)
  if (parameters.period === 'year') return yearlyRatio(judging, parameters)
  const tops = judgedUnits(judging)
  if (tops.length === 0) return blank('no-data', unitOfFigure(judging.clause), [{ code: 'roster-missing' }])
  const answer = answerOf(judging, parameters, tops)
  const units = breakdownUnits(judging).map((unit) => listFor(judging.kept, unit.id, [judging.facts, judging.roster, judging.study.facilities.length > 0, standingIn(judging, unit)], () => unitResult(judging, parameters, unit)))
  return { ...judgedFrom(judging, parameters, answer), units, excluded: answer.excluded, shortfallOfUnits: sumOfShortfalls(units) }
}

/** Both halves of some units together, with bounds of the share where classes or sizes are blank. */
export type Halves = {
  readonly numerator: number | null
  readonly denominator: number | null
  /** Lowest and highest share that the blank cells allow; equal when nothing is blank. */
  readonly low: number | null
  readonly high: number | null
  readonly source: 'ledger' | 'stated'
  readonly counted: readonly string[]
  readonly excluded: readonly Excluded[]
  readonly why: readonly Why[]
  /** What a plan changes of a stated share. */
  readonly planned: readonly Why[]
  readonly problems: readonly Problem[]
  readonly unknown: number
  /** Part of the denominator whose class is blank: left out of it where there is no threshold to hold bounds against. */
  readonly unclassed: number
}

function answerOf(judging: Judging, parameters: RatioParameters, units: readonly Area[]): Halves {
  const stated = statedHalves(judging, parameters, units)
  if (parameters.numerator.ledger?.name !== 'facilities' || judging.study.facilities.length === 0) return stated
  if (judging.reading.figureSource === 'stated') return stated
  // Without a ledger before the plan, what the plan adds is not all there is.
  if (stated.numerator !== null && stated.denominator !== null && judging.study.base?.facilities.length === 0) return stated
  const ledger = ledgerHalves(judging, parameters, units)
  const complete = ledger.low === ledger.high
  // Where the ledger cannot answer and a stated figure exists, the stated figure answers (SETTLED 42).
  if (!complete && stated.numerator !== null && stated.denominator !== null) return stated
  const differs = stated.numerator !== null && stated.denominator !== null && (stated.numerator !== ledger.numerator || stated.denominator !== ledger.denominator)
  return differs ? { ...ledger, problems: [problem('figures-disagree', 'warning', {}, `${ledger.numerator}/${ledger.denominator} · ${stated.numerator}/${stated.denominator}`)] } : ledger
}

/** The stated figures; under a plan with what the plan changes of either. */
function statedHalves(judging: Judging, parameters: RatioParameters, units: readonly Area[]): Halves {
  const figures = units.map((unit) => ({ numerator: measureOf(judging, parameters.numerator, unit), denominator: measureOf(judging, parameters.denominator, unit) }))
  const sum = (half: 'numerator' | 'denominator') => (figures.some((figure) => figure[half].value === null) ? null : figures.reduce((total, figure) => total + figure[half].value!, 0))
  const numerator = sum('numerator')
  const denominator = sum('denominator')
  const lacking = [...(numerator === null ? itemsOf(parameters.numerator, judging) : []), ...(denominator === null ? itemsOf(parameters.denominator, judging) : [])]
  const problems = figures.some((figure) => figure.numerator.differs || figure.denominator.differs) ? [problem('figures-disagree', 'info', {}, itemsOf(parameters.denominator, judging).join(', '))] : []
  const nothing = { source: 'stated' as const, counted: [], excluded: [], why: lacking.length > 0 ? [{ code: 'no-figure', detail: lacking.join(', ') }] : [], planned: [], problems, unknown: 0, unclassed: 0 }
  const value = quotient(numerator, denominator)
  if (numerator === null || denominator === null) return { ...nothing, numerator, denominator, low: value, high: value }
  const [top, bottom] = [ledgerChange(judging, parameters.numerator.ledger, units), ledgerChange(judging, parameters.denominator.ledger, units)]
  if (top === null && bottom === null) return { ...nothing, numerator, denominator, low: value, high: value }
  const [n, d] = [plannedFigure(numerator, top), plannedFigure(denominator, bottom)]
  const blank = { unknownClass: [...new Set([top, bottom].flatMap((change) => change?.unknownClass ?? []))], unknownSize: [...new Set([top, bottom].flatMap((change) => [...(change?.blankWon ?? []), ...(change?.blankLost ?? [])]))] }
  return {
    ...nothing,
    numerator: n.value,
    denominator: d.value,
    // Wider than it may be, since one facility is in both halves; never narrower.
    low: quotient(n.low, d.high),
    high: quotient(n.high, d.low),
    excluded: excludedOf(blank, 'size-unknown').sort((a, b) => (a.id < b.id ? -1 : 1)),
    planned: [planWhy([top, bottom])],
    unknown: new Set([...blank.unknownClass, ...blank.unknownSize]).size,
  }
}

/** Unknown classes all in and all out; a blank size between nothing and the largest home (SETTLED 1, 16). */
function ledgerHalves(judging: Judging, parameters: RatioParameters, units: readonly Area[]): Halves {
  const top = partsOf(judging, parameters.numerator.ledger!, units)
  const bottom = partsOf(judging, parameters.denominator.ledger!, units)
  const numerator = sumOf(top)
  const denominator = sumOf(bottom)
  const sameSize = parameters.numerator.ledger!.column === parameters.denominator.ledger!.column
  const open = openSizes(top, bottom, sameSize)
  // Stated home beds have no owner, operator or class: in the denominator for certain, in the numerator perhaps.
  const homeBeds = homeBedsBeside(judging, units)
  const beside = homeBeds ?? largestHome
  open.high.n += beside
  open.high.d += beside
  open.low.d += beside
  const scenarios = [
    { n: numerator.value - open.onlyTop, d: denominator.value },
    { n: numerator.withUnknown - open.onlyTopIfIn, d: denominator.withUnknown },
  ].flatMap(({ n, d }) => [shareOf(n + open.low.n, d + open.low.d), shareOf(n + open.high.n, d + open.high.d)])
  // Where the unknown rows may be all there is, it is not even known whether there is anything to judge.
  const known = scenarios.includes(null) ? [] : scenarios.filter((share): share is number => share !== null)
  const unknownIds = new Set([...numerator.unknownClass, ...numerator.unknownSize, ...denominator.unknownClass, ...denominator.unknownSize])
  return {
    numerator: numerator.value - open.onlyTop,
    denominator: denominator.value - open.onlyBottom + (homeBeds ?? 0),
    low: known.length === 0 ? null : Math.min(...known),
    high: known.length === 0 ? null : Math.max(...known),
    source: 'ledger',
    counted: denominator.counted,
    excluded: excludedOf({ unknownClass: [...new Set([...numerator.unknownClass, ...denominator.unknownClass])], unknownSize: [...new Set([...numerator.unknownSize, ...denominator.unknownSize])] }, 'size-unknown').sort((a, b) => (a.id < b.id ? -1 : 1)),
    why: [],
    planned: [],
    problems: [],
    unknown: unknownIds.size + (homeBeds === 0 ? 0 : 1),
    unclassed: unclassedSize(top, bottom),
  }
}

/** Size of the rows that are in the denominator and may or may not be in the numerator. */
function unclassedSize(top: readonly Part[], bottom: readonly Part[]): number {
  const unsure = new Set(top.filter(({ belongs }) => belongs === 'unknown').map(({ facility }) => facility.id))
  return bottom.reduce((sum, { facility, size, belongs }) => sum + (belongs === 'yes' && unsure.has(facility.id) ? (size ?? 0) : 0), 0)
}

/** What rows with a blank size may add to each half; rows blank in one half only are left out of both in the figure shown. */
function openSizes(top: readonly Part[], bottom: readonly Part[], sameSize: boolean) {
  const inTop = new Map(top.map((part) => [part.facility.id, part]))
  let onlyBottom = 0
  let onlyTop = 0
  let onlyTopIfIn = 0
  const low = { n: 0, d: 0 }
  const high = { n: 0, d: 0 }
  for (const { facility, size, belongs } of bottom) {
    const part = inTop.get(facility.id)
    if (size === null) {
      if (!part) {
        low.d += largestHome
        continue
      }
      // Known nursing beds of unknown beds: all of the home's at best, next to nothing of it at worst.
      const own = sameSize ? null : part.size
      if (own !== null) {
        onlyTopIfIn += own
        if (part.belongs === 'yes') onlyTop += own
      }
      high.n += own ?? largestHome
      high.d += own ?? largestHome
      // A home that surely belongs to both halves with the same beds can only raise the share; any other may also lower it.
      if (sameSize && part.belongs === 'yes') continue
      if (part.belongs === 'yes') low.n += own ?? 0
      low.d += largestHome
    } else if (part && part.size === null) {
      // Known beds, blank nursing beds: anything from none to all of them.
      if (belongs === 'yes') onlyBottom += size
      high.n += size
    }
  }
  return { low, high, onlyBottom, onlyTop, onlyTopIfIn }
}

const shareOf = (n: number, d: number): number | null => (d === 0 ? null : n / d)

function judgedFrom(judging: Judging, parameters: RatioParameters, halves: Halves): Omit<Judged, 'units' | 'excluded' | 'shortfallOfUnits'> {
  const { clause } = judging
  const threshold = thresholdOf(judging)
  const { numerator } = halves
  const denominator = halves.denominator === null || threshold !== null ? halves.denominator : halves.denominator - halves.unclassed
  const base = { numerator, denominator, threshold: threshold && { at: threshold.at, value: threshold.value }, unit: unitOfFigure(clause), figures: { source: halves.source, unknown: halves.unknown, lowest: halves.low === halves.high ? null : halves.low, highest: halves.low === halves.high ? null : halves.high } }
  const answer = (state: State, why: readonly Why[], value: number | null = quotient(numerator, denominator), problems: readonly Problem[] = []) => ({ ...base, state, value, shortfall: state === 'met' ? 0 : state === 'unmet' ? shortfallOf(numerator!, denominator!, threshold!, parameters) : null, why: [...why, ...halves.planned], problems: [...halves.problems, ...problems] })
  const exceeds = parameters.part !== false && numerator !== null && denominator !== null && numerator > denominator && !equal(numerator, denominator) ? [problem('part-exceeds-whole', 'warning', {}, `${clause.id}: ${numerator} / ${denominator}`)] : []
  if (denominator === 0 && halves.unknown === 0) return answer('not-applicable', [{ code: 'empty-denominator' }], null, exceeds)
  if (numerator === null || denominator === null || halves.low === null || halves.high === null) return answer('no-data', halves.why.length > 0 ? halves.why : [{ code: 'unknown-may-change', detail: String(halves.unknown) }], undefined, exceeds)
  if (exceeds.length > 0) return answer('no-data', [{ code: 'part-exceeds-whole' }], null, exceeds)
  if (threshold === null) return denominator === 0 ? answer('no-data', [{ code: 'unknown-may-change', detail: String(halves.unknown) }], null) : answer('undecided', [undecidedWhy(clause)])
  const low = meets(halves.low, threshold)
  const high = meets(halves.high, threshold)
  const why: Why[] = halves.source === 'stated' ? [{ code: 'stated-figure' }] : []
  if (low && high) return answer('met', why)
  return low || high ? answer('no-data', [{ code: 'unknown-may-change', detail: String(halves.unknown) }]) : answer('unmet', why)
}

/** What the numerator lacks to meet (whole things for countables); for an upper limit, what it is too much. */
function shortfallOf(numerator: number, denominator: number, threshold: { at: string; value: number }, parameters: RatioParameters): number {
  const item = parameters.numerator.item ?? null
  const countable = item === null ? parameters.numerator.ledger?.take !== undefined : isCountable(item)
  const due = threshold.value * denominator
  return wholeUp(threshold.at === 'most' ? missing(numerator, due) : missing(due, numerator), countable)
}

/** A unit of the breakdown with its own halves; its state is what the same threshold would say of it alone. */
function unitResult(judging: Judging, parameters: RatioParameters, unit: Area): UnitResult {
  const answer = answerOf(judging, parameters, [unit])
  const judged = judgedFrom(judging, parameters, answer)
  return { ...joined([unit]), kind: 'area', state: judged.state, numerator: judged.numerator, denominator: judged.denominator, value: judged.value, shortfall: judged.shortfall, why: judged.why, counted: answer.counted }
}

const facilitySlot = keptSlot((): KeptRows<Facility, { readonly unit: UnitResult | null; readonly excluded: Excluded | null }> => noRows())

/** Every facility of the kinds on its own stated figures (deposit over monthly fee); met when every one is. */
function perFacility(judging: Judging, parameters: RatioParameters): Judged {
  const { study, facts, clause, reading } = judging
  const threshold = thresholdOf(judging)
  const where = parameters.facility
  const test = { kinds: where?.kinds ?? kindSets[where?.kindSet ?? 'institutions']!, levels: null, stages: stagesCounted(reading, where?.stages) }
  const { answers } = answerRows(facilitySlot(judging.kept), study.facilities, [facts], (facility) => {
    const answer = matches(facility, test, facts)
    return { unit: answer === 'yes' ? facilityUnit(facility) : null, excluded: answer === 'unknown' ? { id: facility.id, why: 'class-unknown' } : null }
  })
  const excluded = answers.flatMap((answer) => answer.excluded ?? [])
  const units = answers.flatMap((answer) => answer.unit ?? [])
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const state = units.length === 0 && study.facilities.length === 0 ? 'no-data' : stateOfAll(units.map((unit) => unit.state))
  return { state, numerator: met, denominator: met + unmet, value: quotient(met, met + unmet), threshold: threshold && { at: threshold.at, value: threshold.value }, unit: unitOfFigure(clause), shortfall: unmet, shortfallOfUnits: sumOfShortfalls(units), why: units.length === 0 ? [{ code: study.facilities.length === 0 ? 'facilities-missing' : 'no-such-facility' }] : [], units, excluded, problems: [], figures: { noData: countOf(units, 'no-data') } }

  function facilityUnit(facility: Facility): UnitResult {
    const of = { kind: 'facility' as const, id: facility.id }
    const numerator = numberSaid(facts, of, parameters.numerator.item!)
    const denominator = numberSaid(facts, of, parameters.denominator.item!)
    const base = { id: facility.id, name: facility.name, kind: 'facility' as const, numerator, denominator, value: quotient(numerator, denominator) }
    // No deposit at all keeps every limit.
    if (numerator === 0) return { ...base, value: 0, state: 'met', shortfall: 0, why: [] }
    if (numerator === null || denominator === null) return { ...base, state: 'no-data', shortfall: null, why: [{ code: 'no-figure', detail: [...(numerator === null ? [parameters.numerator.item!] : []), ...(denominator === null ? [parameters.denominator.item!] : [])].join(', ') }] }
    if (denominator === 0) return { ...base, state: 'not-applicable', shortfall: null, why: [{ code: 'empty-denominator' }] }
    if (threshold === null) return { ...base, state: 'undecided', shortfall: null, why: [] }
    const passes = meets(base.value!, threshold)
    return { ...base, state: passes ? 'met' : 'unmet', shortfall: passes ? 0 : shortfallOf(numerator, denominator, threshold, parameters), why: [] }
  }
}
