/**
 * How many units have which state, and what they lack together. They are added up in blocks, always the same ones, so that the sum has the
 * same bytes whether one block was added up anew or all of them; a block of the very same units is not added up again.
 */
import { keptSlot, type Kept } from './kept'
import { states, type State, type UnitResult } from './result'

export type UnitTally = {
  readonly count: Readonly<Record<State, number>>
  /** Sum of the units' shortfalls, null when no unit has one. */
  readonly shortfall: number | null
  /** Of whatever else was asked for. */
  readonly sums: readonly number[]
}

const blockSize = 64

type Block = { readonly counts: readonly number[]; readonly shortfall: number | null; readonly sums: readonly number[] }
type SumsOf = (unit: UnitResult) => readonly number[]

const slot = keptSlot((): { units: readonly UnitResult[]; blocks: readonly Block[] } => ({ units: [], blocks: [] }))

/** One list of units a clause: the memory is of the list that was tallied last. */
export function tallyUnits(kept: Kept | undefined, units: readonly UnitResult[], size = 0, sumsOf: SumsOf = none): UnitTally {
  const memory = slot(kept)
  const blocks: Block[] = []
  for (let start = 0; start < units.length; start += blockSize) {
    const end = Math.min(units.length, start + blockSize)
    const known = memory.blocks[blocks.length]
    blocks.push(known && isSame(memory.units, units, start, end) ? known : blockOf(units, start, end, size, sumsOf))
  }
  Object.assign(memory, { units, blocks })
  const counts = states.map(() => 0)
  const sums = new Array<number>(size).fill(0)
  let shortfall: number | null = null
  for (const block of blocks) {
    for (let at = 0; at < size; at++) sums[at]! += block.sums[at]!
    for (let state = 0; state < states.length; state++) counts[state]! += block.counts[state]!
    if (block.shortfall !== null) shortfall = (shortfall ?? 0) + block.shortfall
  }
  const [met, unmet, noData, notApplicable, undecided] = counts as [number, number, number, number, number]
  return { count: { met, unmet, 'no-data': noData, 'not-applicable': notApplicable, undecided }, shortfall, sums }
}

/** A clause for every unit: any unmet = unmet, else any no-data, else any undecided, else met; none under the duty = not-applicable. */
export function stateOfUnits({ count }: UnitTally): State {
  for (const state of ['unmet', 'no-data', 'undecided', 'met'] as const) if (count[state] > 0) return state
  return 'not-applicable'
}

const none: SumsOf = () => []

function blockOf(units: readonly UnitResult[], start: number, end: number, size: number, sumsOf: SumsOf): Block {
  const counts = states.map(() => 0)
  const sums = new Array<number>(size).fill(0)
  let shortfall: number | null = null
  for (let at = start; at < end; at++) {
    const unit = units[at]!
    counts[states.indexOf(unit.state)]!++
    if (unit.shortfall !== null) shortfall = (shortfall ?? 0) + unit.shortfall
    if (size === 0) continue
    const own = sumsOf(unit)
    for (let each = 0; each < size; each++) sums[each]! += own[each]!
  }
  return { counts, shortfall, sums }
}

/** The last block of a list that grew is another one. */
function isSame(before: readonly UnitResult[], units: readonly UnitResult[], start: number, end: number): boolean {
  if (Math.min(before.length, start + blockSize) !== end) return false
  for (let at = start; at < end; at++) if (before[at] !== units[at]) return false
  return true
}
