/**
 * What a plan adds to a stated figure, or takes from it. The statement speaks of the town as it is, so the facility ledger says by how
 * much the plan differs from it: stated + ledger under the plan − ledger of the base (option figureSource).
 */
import { factsOf } from './facts'
import { largestHome, partsOf, sumOf, type LedgerMeasure, type Part } from './facility-sum'
import type { Area } from '../model/study'
import type { Judging } from './evaluator'
import { written } from './explain/formula'
import { keptSlot } from './kept'
import type { Why } from './result'
import { rosterOf } from './roster'

export type LedgerChange = {
  /** What is known of the ledger before the plan, and under it. */
  readonly before: number
  readonly after: number
  /** By how much the figure rises at least and at most, where the class of a facility that the plan touches is blank. */
  readonly least: number
  readonly most: number
  /** Facilities that count for the first time, or no more, and nobody knows for how much. */
  readonly blankWon: readonly string[]
  readonly blankLost: readonly string[]
  readonly unknownClass: readonly string[]
  /** Every facility that counts otherwise than before the plan. */
  readonly facilities: readonly string[]
}

/** null: no plan, or it changes nothing of what is measured here. */
export function ledgerChange(judging: Judging, measure: LedgerMeasure | null | undefined, units: readonly Area[]): LedgerChange | null {
  const { base, facilities } = judging.study
  if (!base || base.facilities === facilities || measure?.name !== 'facilities') return null
  const old = partsBefore(judging, measure, units)
  const now = partsOf(judging, measure, units)
  const known = new Map(old.map((part) => [part.facility.id, part]))
  const pairs: (readonly [Part | null, Part | null])[] = []
  for (const part of now) {
    const before = known.get(part.facility.id) ?? null
    known.delete(part.facility.id)
    if (before === null || before.belongs !== part.belongs || before.size !== part.size) pairs.push([before, part])
  }
  for (const part of known.values()) pairs.push([part, null])
  return pairs.length === 0 ? null : together(pairs, sumOf(old).value, sumOf(now).value)
}

function together(pairs: readonly (readonly [Part | null, Part | null])[], before: number, after: number): LedgerChange {
  let [least, most] = [0, 0]
  const [blankWon, blankLost, unknownClass, facilities]: [string[], string[], string[], string[]] = [[], [], [], []]
  for (const [was, is] of pairs) {
    const { id } = (is ?? was)!.facility
    least += lowest(is) - highest(was)
    most += highest(is) - lowest(was)
    if (is?.size === null) blankWon.push(id)
    if (was?.size === null) blankLost.push(id)
    if (is?.belongs === 'unknown' || was?.belongs === 'unknown') unknownClass.push(id)
    facilities.push(id)
  }
  const isKnown = least === most && blankWon.length + blankLost.length === 0
  return { before, after, ...(isKnown ? { least: after - before, most: after - before } : { least, most }), blankWon, blankLost, unknownClass, facilities }
}

const lowest = (part: Part | null): number => (part?.belongs === 'yes' ? (part.size ?? 0) : 0)
const highest = (part: Part | null): number => part?.size ?? 0

/** A stated figure under the plan: the literal sum, and what it is at least and at most. Nothing is less than none. */
export type Planned = { readonly value: number; readonly low: number; readonly high: number }

export function plannedFigure(stated: number, change: LedgerChange | null): Planned {
  if (change === null) return { value: stated, low: stated, high: stated }
  const { before, after, least, most, blankWon, blankLost } = change
  const value = Math.max(0, stated + after - before)
  if (least === most && blankWon.length + blankLost.length === 0) return { value, low: value, high: value }
  return { value, low: Math.max(0, stated + least - blankLost.length * largestHome), high: Math.max(0, stated + most + blankWon.length * largestHome) }
}

/** The sum with its numbers put in: '950 + 1240 - 1200'. */
export function plannedFormula(stated: number, { before, after }: Pick<LedgerChange, 'before' | 'after'>): string {
  const sum = `${written(stated)} + ${written(after)} - ${written(before)}`
  return stated + after - before < 0 ? `max(0, ${sum})` : sum
}

/** Says by how much: '+40'; of both halves of a share '+40 / −10'. */
export const planWhy = (changes: readonly (Pick<LedgerChange, 'before' | 'after'> | null)[]): Why => ({ code: 'plan-change', detail: changes.map((change) => signed(change ? change.after - change.before : 0)).join(' / ') })

const signed = (figure: number): string => (figure === 0 ? '0' : figure < 0 ? `−${-figure}` : `+${figure}`)

/** The clause as it is judged before any edit; what is remembered for the plan is not touched. */
export function beforePlan(judging: Judging): Judging | null {
  const { base } = judging.study
  return base ? { ...judging, study: base, roster: rosterOf(base), facts: factsOf(base), kept: undefined } : null
}

const slot = keptSlot(() => new Map<string, { readonly of: readonly unknown[]; readonly parts: readonly Part[] }>())

/** The base stays while a plan is worked on: its parts are gathered once for each unit. */
function partsBefore(judging: Judging, measure: LedgerMeasure, units: readonly Area[]): readonly Part[] {
  const memory = slot(judging.kept)
  const before = beforePlan(judging)!
  const key = `${JSON.stringify(measure)} ${units.map(({ id }) => id).join()}`
  const of = [before.study, before.roster, before.facts]
  const known = memory.get(key)
  if (known && known.of.every((each, at) => each === of[at])) return known.parts
  const parts = partsOf(before, measure, units)
  memory.set(key, { of, parts })
  return parts
}
