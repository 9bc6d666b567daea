/** Which vertices of drawn lines are one place: those at equal coordinates, to 1e-7 degrees (a centimetre). */

const perDegree = 1e7
/** Coordinates that were computed differ in their last digits; within this part of a centimetre of the rounding's edge both sides are looked at. */
const edge = 0.1

/** Places -> vertex; the level keeps apart what passes over itself (see build-streets-lines.ts). */
export class Places {
  private readonly vertexOf = new Map<string, number>()
  private readonly known = new Map<number, readonly [number, number]>()

  find(lng: number, lat: number, level: string): number {
    const x = lng * perDegree
    const y = lat * perDegree
    const exact = this.vertexOf.get(keyOf(Math.round(x), Math.round(y), level))
    if (exact !== undefined) return exact
    const [besideX, besideY] = [beside(x), beside(y)]
    if (besideX === null && besideY === null) return -1
    for (const nearX of besideX === null ? [Math.round(x)] : [Math.round(x), besideX]) {
      for (const nearY of besideY === null ? [Math.round(y)] : [Math.round(y), besideY]) {
        const near = this.vertexOf.get(keyOf(nearX, nearY, level))
        const at = near === undefined ? undefined : this.known.get(near)
        if (near !== undefined && at && Math.abs(at[0] - x) <= 2 * edge && Math.abs(at[1] - y) <= 2 * edge) return near
      }
    }
    return -1
  }

  add(lng: number, lat: number, level: string, vertex: number): void {
    const x = lng * perDegree
    const y = lat * perDegree
    const key = keyOf(Math.round(x), Math.round(y), level)
    if (this.vertexOf.has(key)) return
    this.vertexOf.set(key, vertex)
    if (beside(x) !== null || beside(y) !== null) this.known.set(vertex, [x, y])
  }
}

const keyOf = (x: number, y: number, level: string): string => `${x},${y}${level}`

/** The neighbouring whole number when the value lies near the edge between the two. */
function beside(value: number): number | null {
  const part = value - Math.round(value)
  return Math.abs(part) > 0.5 - edge ? Math.round(value) + Math.sign(part) : null
}
