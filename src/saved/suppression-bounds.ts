/**
 * What a reader of the published table can work out about what is not in it.
 *
 * Every unit has three cells that share no person: within 10 minutes (near), between 10 and 15 (ring), beyond; a unit is the sum of
 * the units below it. The reader is taken to know every published number exactly (in truth it is rounded), and that nobody counts
 * less than 0. Published sums then fall apart into groups of leaves that have nothing to do with each other: the leaves under a
 * published unit that lie under no published unit further down. One system of groups comes from the units whose three cells are
 * published (`full`), a finer one from those whose total is (`full` or `total`). Inside a group of the first, the groups of the
 * second are the rows and the three cells the columns of a table of which only the margins are known, whose tight bounds are known
 * since Fréchet: max(0, row + column − all) … min(row, column). Nothing here is estimated; tests compare with a linear programme.
 */

export type Cells = readonly [near: number, ring: number, beyond: number]

/** What is published of a unit: all three cells, the total alone, or nothing. */
export type Rung = 'full' | 'total' | 'none'

/** Units in any order; parent is an index or -1. A sum that exceeds its parts brings a child of its own that no reader sees. */
export type Tree = {
  readonly parent: readonly number[]
  readonly children: readonly (readonly number[])[]
  readonly cells: readonly Cells[]
}

/** The six counts of a unit: the cells, and what adding neighbours among them gives. */
export const quantities = ['near', 'ring', 'beyond', 'within', 'outside', 'total'] as const
export type Quantity = (typeof quantities)[number]

export type Bounds = Readonly<Record<Quantity, { readonly low: number; readonly high: number }>>

export function quantityOf([near, ring, beyond]: Cells, quantity: Quantity): number {
  switch (quantity) {
    case 'near':
      return near
    case 'ring':
      return ring
    case 'beyond':
      return beyond
    case 'within':
      return near + ring
    case 'outside':
      return ring + beyond
    case 'total':
      return near + ring + beyond
  }
}

/** A group of leaves: whose sum it is (-1: nobody's, nothing bounds it), what it sums to, how many leaves it has. */
type Group = { readonly owner: number; readonly sums: Readonly<Record<Quantity, number>>; readonly leaves: number }

export type Knowledge = {
  readonly boundsOf: (unit: number) => Bounds
  /** The published unit that bounds this one, and those below it that cut its group: publishing less of them widens the bounds. */
  readonly groupOf: (unit: number, system: 'cells' | 'total') => { readonly owner: number; readonly cuts: readonly number[] }
}

export function knowledge(tree: Tree, rungs: readonly Rung[]): Knowledge {
  const known = { cells: rungs.map((rung) => rung === 'full'), total: rungs.map((rung) => rung !== 'none') }
  const owners = { cells: ownersOf(tree, known.cells), total: ownersOf(tree, known.total) }
  const groups = { cells: groupsOf(tree, owners.cells), total: groupsOf(tree, owners.total) }

  function boundsOf(unit: number): Bounds {
    const own = tree.cells[unit]!
    if (known.cells[unit]) return allQuantities((quantity) => exactly(quantityOf(own, quantity)))
    const hidden = hiddenOf(tree, unit, known.cells)
    // The part of the unit that published units further down give away.
    const given = (quantity: Quantity): number => quantityOf(own, quantity) - sumOf(hidden.leaves.map((leaf) => quantityOf(tree.cells[leaf]!, quantity)))
    const group = groups.cells.get(owners.cells[unit]!)
    // Rows that lie wholly in the unit, and the one that it shares with others.
    const shared = known.total[unit] ? null : sharedRow(unit, hidden.leaves)
    const sharedSum = shared ? (shared.owner === -1 ? Infinity : shared.sums.total) : 0
    const whole = sumOf(hidden.leaves.filter((leaf) => !shared || owners.total[leaf] !== shared.owner).map((leaf) => quantityOf(tree.cells[leaf]!, 'total')))
    const bounded = group && group.owner !== -1 ? group : null
    return allQuantities((quantity) => {
      const base = given(quantity)
      if (quantity === 'total') return { low: base + whole, high: base + whole + sharedSum }
      if (hidden.leaves.length === 0) return exactly(base)
      const column = bounded ? bounded.sums[quantity] : Infinity
      const low = bounded ? Math.max(0, whole + column - bounded.sums.total) : 0
      return { low: base + low, high: base + Math.min(whole + sharedSum, column) }
    })
  }

  /** The row of the finer system that has leaves in the unit and leaves beside it; null where each lies in the unit or outside. */
  function sharedRow(unit: number, leaves: readonly number[]): Group | null {
    const owner = owners.total[unit]!
    const group = groups.total.get(owner)
    const inside = leaves.filter((leaf) => owners.total[leaf] === owner).length
    return group && inside > 0 && (owner === -1 || inside < group.leaves) ? group : null
  }

  return {
    boundsOf,
    groupOf(unit, system) {
      const owner = known[system][unit] ? unit : owners[system][unit]!
      const cuts = tree.parent.flatMap((_, each) => (known[system][each] && each !== owner && ownerAbove(tree, known[system], each) === owner ? [each] : []))
      return { owner, cuts }
    },
  }
}

/** The nearest unit at or above each that is published; -1: none. */
function ownersOf(tree: Tree, known: readonly boolean[]): Int32Array {
  const owners = new Int32Array(tree.parent.length).fill(-2)
  const ownerOf = (unit: number): number => {
    if (unit === -1) return -1
    if (owners[unit] === -2) owners[unit] = known[unit] ? unit : ownerOf(tree.parent[unit]!)
    return owners[unit]!
  }
  tree.parent.forEach((_, unit) => ownerOf(unit))
  return owners
}

const ownerAbove = (tree: Tree, known: readonly boolean[], unit: number): number => {
  let at = tree.parent[unit]!
  while (at !== -1 && !known[at]) at = tree.parent[at]!
  return at
}

function groupsOf(tree: Tree, owners: Int32Array): ReadonlyMap<number, Group> {
  const groups = new Map<number, { owner: number; sums: Record<Quantity, number>; leaves: number }>()
  tree.children.forEach((below, unit) => {
    if (below.length > 0) return
    const owner = owners[unit]!
    const group = groups.get(owner) ?? { owner, sums: { near: 0, ring: 0, beyond: 0, within: 0, outside: 0, total: 0 }, leaves: 0 }
    for (const quantity of quantities) group.sums[quantity] += quantityOf(tree.cells[unit]!, quantity)
    group.leaves++
    groups.set(owner, group)
  })
  return groups
}

/** Leaves under the unit with no published unit between. */
function hiddenOf(tree: Tree, unit: number, known: readonly boolean[]): { readonly leaves: readonly number[] } {
  const leaves: number[] = []
  const walk = (at: number): void => {
    if (known[at]) return
    if (tree.children[at]!.length === 0) leaves.push(at)
    else tree.children[at]!.forEach(walk)
  }
  walk(unit)
  return { leaves }
}

const allQuantities = <T>(make: (quantity: Quantity) => T): Record<Quantity, T> => ({
  near: make('near'),
  ring: make('ring'),
  beyond: make('beyond'),
  within: make('within'),
  outside: make('outside'),
  total: make('total'),
})
const exactly = (value: number): { low: number; high: number } => ({ low: value, high: value })
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
