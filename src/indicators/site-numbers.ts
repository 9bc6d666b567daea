/** Numbers of facilities that keep the order of the ledger while others come and go: of two that are equally near the lower number is the nearest. */
export type SiteNumbers = {
  /** -1: not in the ledger. */
  readonly of: (id: string) => number
  /** Every number is below it. */
  readonly size: number
  /** Numbers those that came; false: the order of the ledger cannot be kept. */
  readonly follow: (facilities: readonly Numbered[]) => boolean
}

type Numbered = { readonly id: string }

/** What a plan adds stands before the ids of most ledgers (newId): most room is there. */
const [roomBefore, step, roomAfter] = [4096, 4, 1024]

export function siteNumbers(first: readonly Numbered[]): SiteNumbers {
  const numbers = new Map(first.map(({ id }, index) => [id, roomBefore + index * step]))
  const taken = new Set(numbers.values())
  const size = roomBefore + first.length * step + roomAfter
  return {
    of: (id) => numbers.get(id) ?? -1,
    size,
    follow: (facilities) => {
      let low = -1
      for (let at = 0; at < facilities.length; at++) {
        const { id } = facilities[at]!
        let number = numbers.get(id)
        if (number === undefined) {
          number = freeBetween(low, nextNumber(numbers, facilities, at, size), taken)
          numbers.set(id, number)
          taken.add(number)
        }
        // The number of one that was taken back stays its own, and may stand in the way.
        if (number <= low) return false
        low = number
      }
      return true
    },
  }
}

function nextNumber(numbers: ReadonlyMap<string, number>, facilities: readonly Numbered[], from: number, otherwise: number): number {
  for (let at = from + 1; at < facilities.length; at++) {
    const number = numbers.get(facilities[at]!.id)
    if (number !== undefined) return number
  }
  return otherwise
}

/** Nearer to the low end: of a plan's facilities the next one mostly stands behind the last. The low end itself where nothing is free. */
function freeBetween(low: number, high: number, taken: ReadonlySet<number>): number {
  for (let number = low + Math.max(1, (high - low) >> 4); number < high; number++) if (!taken.has(number)) return number
  return low
}
