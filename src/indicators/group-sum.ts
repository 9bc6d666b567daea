/**
 * A sum of one number for each group that is soon put right when some of them change: blocks of numbers are added up, then blocks of
 * blocks. The blocks are always the same ones, so the sum has the same bytes whether one block was added up anew or all of them.
 */
export type GroupSum = {
  readonly set: (group: number, value: number) => void
  readonly at: (group: number) => number
  readonly sum: () => number
}

const blockSize = 16

export function groupSum(count: number): GroupSum {
  /** The numbers, their blocks, the blocks of those, up to a single one. */
  const levels = [new Float64Array(count)]
  while (levels.at(-1)!.length > 1) levels.push(new Float64Array(Math.ceil(levels.at(-1)!.length / blockSize)))
  const isOld = levels.map((level) => new Uint8Array(level.length))
  /** By level: the blocks that must be added up again. */
  const old = levels.map((): number[] => [])
  const outdate = (level: number, place: number): void => {
    if (level >= levels.length || isOld[level]![place] === 1) return
    isOld[level]![place] = 1
    old[level]!.push(place)
  }
  return {
    at: (group) => levels[0]![group]!,
    set: (group, value) => {
      if (levels[0]![group] === value) return
      levels[0]![group] = value
      outdate(1, Math.floor(group / blockSize))
    },
    sum: () => {
      for (let level = 1; level < levels.length; level++) {
        const below = levels[level - 1]!
        for (const place of old[level]!) {
          const end = Math.min(below.length, (place + 1) * blockSize)
          let sum = 0
          for (let each = place * blockSize; each < end; each++) sum += below[each]!
          levels[level]![place] = sum
          isOld[level]![place] = 0
          outdate(level + 1, Math.floor(place / blockSize))
        }
        old[level] = []
      }
      return levels.at(-1)![0] ?? 0
    },
  }
}
