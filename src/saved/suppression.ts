/**
 * Which counts of people may be published, so that none that could point at a person can be worked out.
 *
 * - A count from 1 to k−1 is small. Six counts of every unit must not be known where they are small: near, ring, beyond, and their sums.
 * - Zero is published: that nobody lives within ten minutes says nothing about anybody, and it is what a planner must see.
 * - A unit with a small total is left out; one with another small count shows its total alone. Then units whose numbers would give a
 *   hidden one away lose theirs too (complementary suppression), until every hidden count could lie anywhere in a range of at least k.
 * - A hidden count that everybody can work out and that is not small (nobody, or all) is written out: hiding it would only pretend.
 * - What is left is rounded to the nearest multiple of the step. The proof does not lean on the rounding: it holds against a reader
 *   who knows the published numbers exactly.
 * - Against the publications before (`Previous`): what any of them hid stays hidden, a number that moved by less than k stays as it was
 *   printed last, and a unit is shown only where all publications together still keep what they hide. Numbers cut at other distances
 *   cannot be subtracted from: then only totals are published. Where units that were published are gone, nobody can say which of the
 *   new ones they have become: the new units under one parent are then shown alike, or one less the others would show the hidden one.
 */
import { knowledge, quantities, quantityOf, type Cells, type Knowledge, type Quantity, type Rung, type Tree } from './suppression-bounds'

/** Sums over all people of the unit, units below included; null: nobody's count is known there, which adds nothing to the sums above. */
export type CountRow = { readonly id: string; readonly parent: string | null; readonly near: number | null; readonly within: number | null; readonly all: number | null }

/** null: not known. hidden: known and not published. */
export type PublishedCount = number | null | 'hidden'
export type PublishedRow = { readonly id: string; readonly near: PublishedCount; readonly within: PublishedCount; readonly all: PublishedCount }
/** As an earlier file has it. */
export type EarlierRow = PublishedRow & { readonly parent: string | null }

export type SuppressionRule = { /** Counts from 1 to k−1 are small; a multiple of the step. */ readonly k: number; readonly step: number }
/** sameCuts false: the earlier counts were made at other distances, by another model or of other people. */
export type Previous = { readonly rows: readonly EarlierRow[]; readonly sameCuts: boolean }

export type Suppressed = {
  readonly rows: readonly PublishedRow[]
  /** Units with a small count; units hidden only to protect them; units whose small count the earlier publications already give away. */
  readonly small: number
  readonly protecting: number
  readonly givenAwayBefore: readonly string[]
}

export const usualRule: SuppressionRule = { k: 10, step: 5 }

/** earlier: the latest publication first. */
export function suppress(rows: readonly CountRow[], rule: SuppressionRule, earlier: readonly Previous[] = []): Suppressed {
  const { tree, units } = treeOf(rows)
  const before = earlier.map(({ rows: printedRows, sameCuts }): Before => ({ sameCuts, rows: new Map(printedRows.map((row) => [row.id, row])) }))
  const wanted = tree.cells.map((cells, unit): Rung => (unit < rows.length ? before.reduce((rung, each) => least(rung, allowedAfter(each, rows[unit]!.id)), firstRung(cells, rule.k)) : 'none'))
  const rungs = [...wanted]
  const known = before.length === 0 ? null : rows.map(({ id }) => before.reduce<Rung>((rung, each) => most(rung, toldBy(each, id)), 'none'))
  const alike = recutUnder(rows, before)
  level(rungs, alike)
  do protect(tree, rungs, rule.k, rows, known)
  while (level(rungs, alike))

  const alone = knowledge(tree, rungs)
  const published = units.map((row, unit): PublishedRow => {
    const bounds = alone.boundsOf(unit)
    const tell = (count: number | null, quantity: Quantity, key: 'near' | 'within' | 'all'): PublishedCount => {
      if (count === null) return null
      if (bounds[quantity].high - bounds[quantity].low > tiny) return 'hidden'
      const held = before.flatMap(({ sameCuts, rows: printedRows }) => (sameCuts || key === 'all' ? [printedRows.get(row.id)?.[key]] : []))
      return steady(quantityOf(tree.cells[unit]!, quantity), rule, held)
    }
    return inOrder({ id: row.id, near: tell(row.near, 'near', 'near'), within: tell(row.within, 'within', 'within'), all: tell(row.all, 'total', 'all') })
  })
  const small = units.filter((_, unit) => firstRung(tree.cells[unit]!, rule.k) !== 'full').length
  return {
    rows: published,
    small,
    protecting: units.filter((_, unit) => rungs[unit] !== wanted[unit]).length,
    givenAwayBefore: known ? givenAway(tree, rungs, known, rule.k).map((unit) => units[unit]!.id).sort() : [],
  }
}

type Before = { readonly sameCuts: boolean; readonly rows: ReadonlyMap<string, EarlierRow> }

/** Small counts that the earlier publications print, or that follow from them together: one made without looking at another cannot be taken back. */
function givenAway(tree: Tree, rungs: readonly Rung[], known: readonly Rung[], k: number): number[] {
  const told = knowledge(tree, [...known, ...tree.cells.slice(known.length).map((): Rung => 'none')])
  return known.flatMap((rung, unit) => {
    const cells = tree.cells[unit]!
    if (!isSmallSomewhere(cells, k)) return []
    const follows = quantities.some((quantity) => smallCount(quantityOf(cells, quantity), k) && told.boundsOf(unit)[quantity].high - told.boundsOf(unit)[quantity].low < k - tiny)
    return follows || isWorse(rungs[unit]!, rung) ? [unit] : []
  })
}

/** Units that are new where a published unit is gone: by the nearest unit above both that was there before and is there now. */
function recutUnder(rows: readonly CountRow[], before: readonly Before[]): readonly (readonly number[])[] {
  const parentOf = new Map(rows.map(({ id, parent }) => [id, parent]))
  return before.flatMap(({ rows: old }) => {
    const survivor = (id: string | null, above: (id: string) => string | null): string | null => {
      let at = id
      for (let steps = 0; at !== null && !(old.has(at) && parentOf.has(at)); steps++) at = steps < 32 ? above(at) : null
      return at
    }
    const gone = [...old.values()].filter(({ id, all }) => !parentOf.has(id) && typeof all === 'number')
    const lost = new Set(gone.map(({ parent }) => survivor(parent, (id) => old.get(id)?.parent ?? null)))
    const groups = new Map<string | null, number[]>()
    rows.forEach(({ id, parent }, unit) => {
      const above = survivor(parent, (each) => parentOf.get(each) ?? null)
      if (!old.has(id) && lost.has(above)) groups.set(above, [...(groups.get(above) ?? []), unit])
    })
    return [...groups.values()]
  })
}

/** Each group at the least that one of it tells; true: something was taken back. */
function level(rungs: Rung[], groups: readonly (readonly number[])[]): boolean {
  let changed = false
  for (const group of groups) {
    const lowest = group.reduce<Rung>((rung, unit) => least(rung, rungs[unit]!), 'full')
    for (const unit of group) {
      if (rungs[unit] === lowest) continue
      rungs[unit] = lowest
      changed = true
    }
  }
  return changed
}

/** Nearest multiple of the step, zero kept; a number that moved by less than k since it was printed is printed again. */
function steady(value: number, { k, step }: SuppressionRule, held: readonly (PublishedCount | undefined)[]): number {
  const again = held.find((earlier): earlier is number => typeof earlier === 'number' && earlier >= k && value > 0 && Math.abs(value - earlier) < k)
  if (again !== undefined) return again
  return value <= tiny ? 0 : Math.max(k, Math.round(value / step) * step)
}

/** A part that was printed again, or not, may not exceed its whole. */
function inOrder(row: PublishedRow): PublishedRow {
  const within = typeof row.within === 'number' && typeof row.all === 'number' ? Math.min(row.within, row.all) : row.within
  const most = typeof within === 'number' ? within : row.all
  return { ...row, within, near: typeof row.near === 'number' && typeof most === 'number' ? Math.min(row.near, most) : row.near }
}

/** Publishes less and less until nothing small can be worked out. `before`: what the earlier publications have told already, taken together. */
function protect(tree: Tree, rungs: Rung[], k: number, rows: readonly CountRow[], before: readonly Rung[] | null): void {
  for (;;) {
    while (mend({ tree, rungs, k, rows, before: null }));
    // All publications together: only what the new one adds can be taken back.
    if (!before || !mend({ tree, rungs, k, rows, before })) return
  }
}

type Work = { readonly tree: Tree; readonly rungs: Rung[]; readonly k: number; readonly rows: readonly CountRow[]; readonly before: readonly Rung[] | null }

/** One pass over all units; every count that is known too well hides one unit more. False: there was nothing to mend, or nothing helps. */
function mend({ tree, rungs, k, rows, before }: Work): boolean {
  const told = (): Rung[] => (before ? rungs.map((rung, unit) => most(rung, before[unit] ?? 'none')) : [...rungs])
  let now = told()
  let state = knowledge(tree, now)
  let mended = false
  for (let unit = 0; unit < tree.cells.length; unit++) {
    for (const quantity of order) {
      if (!isKnownTooWell(tree, state, now, { unit, isUnit: unit < rows.length, quantity, k })) continue
      const chosen = toHide({ tree, rungs, k, rows, before }, now, state, unit, quantity)
      if (chosen === null) continue
      rungs[chosen] = lower(rungs[chosen]!, systemOf(quantity))
      now = told()
      state = knowledge(tree, now)
      mended = true
    }
  }
  return mended
}

type Count = { readonly unit: number; readonly isUnit: boolean; readonly quantity: Quantity; readonly k: number }

function isKnownTooWell(tree: Tree, state: Knowledge, told: readonly Rung[], { unit, isUnit, quantity, k }: Count): boolean {
  const isSmall = smallCount(quantityOf(tree.cells[unit]!, quantity), k)
  if (!isSmall && (!isUnit || told[unit] === 'full' || !printed.includes(quantity))) return false
  const { low, high } = state.boundsOf(unit)[quantity]
  // A count that is not small may be known altogether; one that is hidden may not be known almost.
  return high - low < k - tiny && (isSmall || high - low > tiny)
}

/** The smallest unit whose hiding is enough; else the largest that helps; else the sum itself. null: nothing that may be hidden. */
function toHide({ tree, rungs, k, rows, before }: Work, told: readonly Rung[], state: Knowledge, unit: number, quantity: Quantity): number | null {
  const system = systemOf(quantity)
  const mayHide = (each: number): boolean => {
    if (each >= rows.length || lower(rungs[each]!, system) === rungs[each]) return false
    return before === null || !isWorse(lower(told[each]!, system), before[each] ?? 'none')
  }
  const { owner, cuts } = state.groupOf(unit, system)
  const size = (each: number): number => quantityOf(tree.cells[each]!, 'total')
  const byCost = cuts.filter(mayHide).sort((a, b) => size(a) - size(b) || (rows[a]!.id < rows[b]!.id ? -1 : 1))
  const isEnough = (each: number): boolean => {
    const less = told.map((rung, at) => (at === each ? lower(rung, system) : rung))
    const { low, high } = knowledge(tree, less).boundsOf(unit)[quantity]
    return high - low >= k - tiny
  }
  return byCost.slice(0, mostTrials).find(isEnough) ?? byCost.at(-1) ?? (owner !== -1 && mayHide(owner) ? owner : null)
}

/** Trying every sibling of a county costs more than it spares. */
const mostTrials = 40
const tiny = 1e-9
/** Totals first: a unit without a total has no cells to speak of. */
const order: readonly Quantity[] = ['total', ...quantities.filter((each) => each !== 'total')]
/** The quantities that stand in a published row. */
const printed: readonly Quantity[] = ['near', 'within', 'total']

const smallCount = (value: number, k: number): boolean => value > tiny && value < k - tiny
const isSmallSomewhere = (cells: Cells, k: number): boolean => quantities.some((quantity) => smallCount(quantityOf(cells, quantity), k))

function firstRung(cells: Cells, k: number): Rung {
  if (smallCount(quantityOf(cells, 'total'), k)) return 'none'
  return isSmallSomewhere(cells, k) ? 'total' : 'full'
}

/** What was not there before, or not known, may be shown; what was hidden stays hidden. */
const allowedAfter = ({ sameCuts, rows }: Before, id: string): Rung => rungOf(rows.get(id), sameCuts) ?? (sameCuts ? 'full' : 'total')
/** What the earlier publication tells of a unit; cells at other distances are no cells of ours. */
const toldBy = ({ sameCuts, rows }: Before, id: string): Rung => rungOf(rows.get(id), sameCuts) ?? 'none'

/** null: nothing is said of it. */
function rungOf(row: PublishedRow | undefined, sameCuts: boolean): Rung | null {
  if (!row || row.all === null) return null
  if (row.all === 'hidden') return 'none'
  return sameCuts && typeof row.near === 'number' && typeof row.within === 'number' ? 'full' : 'total'
}

const ranks: Readonly<Record<Rung, number>> = { none: 0, total: 1, full: 2 }
const least = (a: Rung, b: Rung): Rung => (ranks[a] < ranks[b] ? a : b)
const most = (a: Rung, b: Rung): Rung => (ranks[a] > ranks[b] ? a : b)
const isWorse = (a: Rung, b: Rung): boolean => ranks[a] < ranks[b]
const systemOf = (quantity: Quantity): 'cells' | 'total' => (quantity === 'total' ? 'total' : 'cells')
const lower = (rung: Rung, system: 'cells' | 'total'): Rung => (system === 'total' ? 'none' : least(rung, 'total'))

/** Rows first, in their order; then, as a child of its unit, what a unit has beside the units below it. */
function treeOf(rows: readonly CountRow[]): { readonly tree: Tree; readonly units: readonly CountRow[] } {
  const indexOf = new Map(rows.map(({ id }, unit) => [id, unit]))
  const parent = rows.map((row) => (row.parent === null ? -1 : (indexOf.get(row.parent) ?? -1)))
  const cells: Cells[] = rows.map(cellsOf)
  const children: number[][] = rows.map(() => [])
  parent.forEach((above, unit) => above !== -1 && children[above]!.push(unit))
  rows.forEach((_, unit) => {
    if (children[unit]!.length === 0) return
    const beside = ([0, 1, 2] as const).map((cell) => Math.max(0, cells[unit]![cell] - children[unit]!.reduce((sum, child) => sum + cells[child]![cell], 0)))
    if (beside.every((count) => count <= tiny)) return
    children[unit]!.push(cells.length)
    parent.push(unit)
    children.push([])
    cells.push([beside[0]!, beside[1]!, beside[2]!])
  })
  return { tree: { parent, children, cells }, units: rows }
}

function cellsOf({ near, within, all }: CountRow): Cells {
  const total = all ?? 0
  const inFar = Math.min(within ?? 0, total)
  const inNear = Math.min(near ?? 0, inFar)
  return [inNear, inFar - inNear, total - inFar]
}
