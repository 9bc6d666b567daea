/** Reports inside a window of days: the date that was written is what counts, not the day of the row (SETTLED 34). */
import { firstDay, lastDay } from '../../model/dates'
import type { Area } from '../../model/study'
import { blank, countOf, stateOfAll, thresholdOf, type Judged, type Judging } from '../evaluator'
import { judgedUnits } from '../judged-unit'
import type { State, UnitResult } from '../result'
import { unitsInScope, type UnitsWanted } from '../units-in-scope'

type Window = { readonly id: string; readonly item: string; readonly from: string; readonly to: string }
type Parameters = { readonly judgedAt: string; readonly over: string; readonly units: UnitsWanted; readonly windows: readonly Window[]; readonly windowsByOption?: Readonly<Record<string, Readonly<Record<string, readonly Omit<Window, 'item'>[]>>>> }

/** Halves count unit × window; a window that had not begun on the data date is left out (SETTLED 20). */
export function windows(judging: Judging): Judged {
  const parameters = judging.clause.parameters as unknown as Parameters
  const scope = parameters.over === parameters.judgedAt ? null : unitsInScope(judging, parameters.units, null)
  const units = scope ? scope.units : judgedUnits(judging)
  if (units.length === 0) return blank(scope?.listed ? 'not-applicable' : 'no-data', 'share', [{ code: scope?.listed ? 'no-such-unit' : 'roster-missing' }])
  const asked = windowsOf(judging, parameters).filter(({ from }) => from <= judging.study.asOf)
  const results = units.map((unit) => unitResult(judging, unit, asked))
  const states = results.flatMap(({ each }) => each)
  const met = states.filter((state) => state === 'met').length
  const judged = met + states.filter((state) => state === 'unmet').length
  const threshold = thresholdOf(judging)
  const list = results.map(({ result }) => result)
  return { state: stateOfAll(states), numerator: met, denominator: judged, value: judged === 0 ? null : met / judged, threshold: threshold && { at: threshold.at, value: threshold.value }, unit: 'share', shortfall: judged - met, shortfallOfUnits: judged - met, why: asked.length === 0 ? [{ code: 'window-not-begun' }] : [], units: list, excluded: scope?.excluded ?? [], problems: [], figures: { windows: asked.length, noData: countOf(list, 'no-data') } }
}

function windowsOf({ reading }: Judging, parameters: Parameters): readonly Window[] {
  for (const [option, choices] of Object.entries(parameters.windowsByOption ?? {})) {
    const other = choices[String(reading[option])]
    if (other) return parameters.windows.map((window) => ({ ...window, ...other.find(({ id }) => id === window.id) }))
  }
  return parameters.windows
}

function unitResult(judging: Judging, unit: Area, asked: readonly Window[]): { result: UnitResult; each: readonly State[] } {
  const answers = asked.map((window) => ({ window, ...answerOf(judging, unit, window) }))
  const each = answers.map(({ state }) => state)
  const met = each.filter((state) => state === 'met').length
  const judged = met + each.filter((state) => state === 'unmet').length
  const why = answers.filter(({ state }) => state !== 'met').map(({ window, code, date }) => ({ code, detail: date ? `${window.id}: ${date}` : window.id }))
  return { each, result: { id: unit.id, name: unit.name, kind: 'area', state: stateOfAll(each), numerator: met, denominator: judged, value: judged === 0 ? null : met / judged, shortfall: judged - met, why, figures: Object.fromEntries(answers.map(({ window, date }) => [`window:${window.id}`, date])) } }
}

/** Any report dated inside the window meets it; 未提交 or 否 after the window is unmet, a blank stays no-data. */
function answerOf({ facts, study }: Judging, unit: Area, { item, from, to }: Window): { state: State; code: string; date: string | null } {
  const of = { kind: 'area' as const, id: unit.id }
  const values = facts.everyRow(of, item).map(({ value }) => value)
  const dates = values.filter((value): value is string => typeof value === 'string' && /^\d{4}/.test(value)).sort()
  const known = dates.filter((date) => firstDay(date) <= study.asOf)
  const inside = known.find((date) => firstDay(date) >= from && lastDay(date) <= to)
  if (inside !== undefined) return { state: 'met', code: '', date: inside }
  const straddling = known.find((date) => lastDay(date) >= from && firstDay(date) <= to)
  if (straddling !== undefined) return { state: 'no-data', code: 'date-too-coarse', date: straddling }
  if (known.length > 0) return { state: 'unmet', code: known[0]! > to ? 'late' : 'too-early', date: known[0]! }
  if (dates.length > 0) return { state: 'no-data', code: 'dated-after-as-of', date: dates[0]! }
  const never = values.some((value) => value === false || (typeof value === 'string' && /未提交|未报|否/.test(value)))
  if (study.asOf > to && never) return { state: 'unmet', code: 'not-sent', date: null }
  return { state: 'no-data', code: study.asOf > to ? 'no-report' : 'not-yet-due', date: null }
}
