/** Places in the order of the Hilbert curve: neighbours on the ground become neighbours in memory. */

/** The numbers of the given places (all of `which`) sorted along the curve; equal positions keep their order. */
export function hilbertOrder(lng: Float64Array, lat: Float64Array, which: Int32Array): Int32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = 0; k < which.length; k++) {
    const x = lng[which[k]]
    const y = lat[which[k]]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  const perX = (side - 1) / Math.max(east - west, 1e-9)
  const perY = (side - 1) / Math.max(north - south, 1e-9)
  const keys = new Uint32Array(which.length)
  for (let k = 0; k < which.length; k++) keys[k] = hilbertIndex(((lng[which[k]] - west) * perX) | 0, ((lat[which[k]] - south) * perY) | 0)
  return sortedBy(keys, which)
}

const side = 65536

/** Number of the cell (x, y) of a square of 65,536 × 65,536 cells along the curve, 0 … 2^32 - 1. */
export function hilbertIndex(x: number, y: number): number {
  let index = 0
  for (let half = side / 2; half > 0; half >>= 1) {
    const right = (x & half) !== 0 ? 1 : 0
    const upper = (y & half) !== 0 ? 1 : 0
    index += half * half * ((3 * right) ^ upper)
    if (upper === 0) {
      if (right === 1) {
        x = side - 1 - x
        y = side - 1 - y
      }
      const swap = x
      x = y
      y = swap
    }
  }
  return index
}

/** Stable radix sort of the values by their keys, 11 bits at a time. */
function sortedBy(keys: Uint32Array, values: Int32Array): Int32Array {
  let fromKeys: Uint32Array = keys
  let toKeys: Uint32Array = new Uint32Array(keys.length)
  let from: Int32Array = values.slice()
  let to: Int32Array = new Int32Array(values.length)
  for (let shift = 0; shift < 33; shift += 11) {
    const next = new Uint32Array(2049)
    for (let k = 0; k < fromKeys.length; k++) next[((fromKeys[k] >>> shift) & 2047) + 1]++
    for (let digit = 0; digit < 2048; digit++) next[digit + 1] += next[digit]
    for (let k = 0; k < fromKeys.length; k++) {
      const place = next[(fromKeys[k] >>> shift) & 2047]++
      toKeys[place] = fromKeys[k]
      to[place] = from[k]
    }
    ;[fromKeys, toKeys] = [toKeys, fromKeys]
    ;[from, to] = [to, from]
  }
  return from
}
