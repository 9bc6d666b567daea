/** Which vertices of drawn lines are one place: those at equal coordinates, to 1e-7 degrees (a centimetre). */

const perDegree = 1e7
/** Coordinates that were computed differ in their last digits; within this part of a centimetre of the rounding's edge both sides are looked at. */
const edge = 0.1

/** Places -> vertex, by an open table of whole numbers; the level keeps apart what passes over itself (see build-streets-lines.ts). */
export class Places {
  private slots = new Int32Array(2048).fill(-1)
  private x = new Int32Array(1024)
  private y = new Int32Array(1024)
  private level = new Int32Array(1024)
  private vertex = new Int32Array(1024)
  private size = 0
  private readonly levels = new Map([['', 0]])
  /** The unrounded place of vertices near an edge of the rounding. */
  private readonly exact = new Map<number, readonly [number, number]>()

  /** -1: nothing there. */
  find(lng: number, lat: number, level: string): number {
    const floor = this.levels.get(level)
    if (floor === undefined) return -1
    const [x, y] = [lng * perDegree, lat * perDegree]
    const [column, row] = [Math.round(x), Math.round(y)]
    const found = this.at(column, row, floor)
    if (found !== -1) return found
    const [besideX, besideY] = [beside(x), beside(y)]
    if (besideX === null && besideY === null) return -1
    for (const nearX of besideX === null ? [column] : [column, besideX]) {
      for (const nearY of besideY === null ? [row] : [row, besideY]) {
        const near = this.at(nearX, nearY, floor)
        const place = near === -1 ? undefined : this.exact.get(near)
        if (place && Math.abs(place[0] - x) <= 2 * edge && Math.abs(place[1] - y) <= 2 * edge) return near
      }
    }
    return -1
  }

  /** The first vertex of a place holds it. */
  add(lng: number, lat: number, level: string, vertex: number): void {
    const floor = this.levels.get(level) ?? this.levels.size
    this.levels.set(level, floor)
    const [x, y] = [lng * perDegree, lat * perDegree]
    const [column, row] = [Math.round(x), Math.round(y)]
    if (this.size === this.x.length) this.grow()
    const slot = this.slotOf(column, row, floor)
    if (this.slots[slot] !== -1) return
    this.slots[slot] = this.size
    this.x[this.size] = column
    this.y[this.size] = row
    this.level[this.size] = floor
    this.vertex[this.size++] = vertex
    if (beside(x) !== null || beside(y) !== null) this.exact.set(vertex, [x, y])
  }

  private at(x: number, y: number, level: number): number {
    const entry = this.slots[this.slotOf(x, y, level)]!
    return entry === -1 ? -1 : this.vertex[entry]!
  }

  /** The slot of the place, or the free one where it belongs. */
  private slotOf(x: number, y: number, level: number): number {
    const mask = this.slots.length - 1
    let slot = Math.imul(Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ level, 0xc2b2ae35)
    slot = (slot ^ (slot >>> 15)) & mask
    for (let entry = this.slots[slot]!; entry !== -1; entry = this.slots[slot]!) {
      if (this.x[entry] === x && this.y[entry] === y && this.level[entry] === level) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  private grow(): void {
    const wider = (column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(column.length * 2)
      made.set(column)
      return made
    }
    this.x = wider(this.x)
    this.y = wider(this.y)
    this.level = wider(this.level)
    this.vertex = wider(this.vertex)
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let entry = 0; entry < this.size; entry++) this.slots[this.slotOf(this.x[entry]!, this.y[entry]!, this.level[entry]!)] = entry
  }
}

/** The neighbouring whole number when the value lies near the edge between the two. */
function beside(value: number): number | null {
  const part = value - Math.round(value)
  return Math.abs(part) > 0.5 - edge ? Math.round(value) + Math.sign(part) : null
}
