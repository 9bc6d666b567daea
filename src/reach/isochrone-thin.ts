/** Rings with fewer corners. */

/**
 * A ring of so many corners (x, y, x, y …) without those that a straight line replaces: none left out lies further than the tolerance from the line
 * that replaces it. The list itself is changed.
 */
export function thinned(corners: Float64Array, count: number, tolerance: number): Float64Array {
  return split(corners, straightened(corners, count, tolerance * share), tolerance * (1 - share))
}

/** Of the tolerance so much goes to the straight runs, most of whose corners lie on one line: a single pass takes them out before the ring is split. */
const share = 0.1

/**
 * Looks ahead from each corner that is kept through the gap that the corners passed so far leave open; the first one beside it ends the line.
 * Writes those kept to the front of the list and answers how many.
 */
function straightened(corners: Float64Array, count: number, tolerance: number): number {
  const near = tolerance * tolerance
  let n = 0
  let [fromX, fromY] = [0, 0]
  // The gap, as the ways to its left and right edge; while nothing narrows it both are 0.
  let [leftX, leftY, rightX, rightY] = [0, 0, 0, 0]
  let furthest = Infinity
  // The last line leads back to the first corner.
  for (let k = 0; k < count + 1; k++) {
    const at = k < count ? 2 * k : 0
    let x = corners[at] - fromX
    let y = corners[at + 1] - fromY
    let square = x * x + y * y
    if (square < furthest || leftX * y - leftY * x > 0 || rightX * y - rightY * x < 0) {
      // The corner before is kept, the first one first of all.
      const before = k > 0 ? 2 * k - 2 : 0
      corners[n++] = fromX = corners[before]
      corners[n++] = fromY = corners[before + 1]
      leftX = leftY = rightX = rightY = 0
      x = corners[at] - fromX
      y = corners[at + 1] - fromY
      square = x * x + y * y
    }
    furthest = square
    // So near that any line from here passes it.
    if (square <= near) continue
    const ahead = Math.sqrt(square - near)
    const toLeftX = x * ahead - y * tolerance
    const toLeftY = y * ahead + x * tolerance
    const toRightX = x * ahead + y * tolerance
    const toRightY = y * ahead - x * tolerance
    const open = leftX === 0 && leftY === 0
    if (open || leftX * toLeftY - leftY * toLeftX < 0) {
      leftX = toLeftX
      leftY = toLeftY
    }
    if (open || rightX * toRightY - rightY * toRightX > 0) {
      rightX = toRightX
      rightY = toRightY
    }
  }
  return n / 2
}

/** Douglas and Peucker: split at the corner furthest from the line, until none is further than the tolerance. */
function split(corners: Float64Array, count: number, tolerance: number): Float64Array {
  if (count < 4) return corners.slice(0, 2 * count)
  // Two corners stay: the first one and the one furthest from it.
  let far = 0
  let most = -1
  for (let k = 1; k < count; k++) {
    const square = (corners[2 * k] - corners[0]) ** 2 + (corners[2 * k + 1] - corners[1]) ** 2
    if (square <= most) continue
    most = square
    far = k
  }
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[far] = 1
  let kept = 2
  const stack = [0, far, far, count]
  while (stack.length > 0) {
    const end = stack.pop() as number
    const start = stack.pop() as number
    if (end - start < 2) continue
    const at = furthestFrom(corners, start, end, end === count ? 0 : end, tolerance * tolerance)
    if (at < 0) continue
    keep[at] = 1
    kept++
    stack.push(start, at, at, end)
  }
  const ring = new Float64Array(2 * kept)
  for (let k = 0, n = 0; k < count; k++) {
    if (keep[k] === 0) continue
    ring[n++] = corners[2 * k]
    ring[n++] = corners[2 * k + 1]
  }
  return ring
}

/** Of the corners between two the one furthest from the line from `start` to `last`; -1: none is further than the limit, a square. */
function furthestFrom(corners: Float64Array, start: number, end: number, last: number, limit: number): number {
  const x = corners[2 * start]
  const y = corners[2 * start + 1]
  const dx = corners[2 * last] - x
  const dy = corners[2 * last + 1] - y
  const length2 = dx * dx + dy * dy
  const perLength2 = length2 > 0 ? 1 / length2 : 0
  let worst = limit
  let found = -1
  for (let k = start + 1; k < end; k++) {
    const px = corners[2 * k] - x
    const py = corners[2 * k + 1] - y
    const along = (px * dx + py * dy) * perLength2
    const part = along < 0 ? 0 : along > 1 ? 1 : along
    const ox = px - part * dx
    const oy = py - part * dy
    const square = ox * ox + oy * oy
    if (square <= worst) continue
    worst = square
    found = k
  }
  return found
}
