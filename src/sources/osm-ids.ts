/** Node ids of 50 bits -> 0, 1, 2 … in the order of their first appearance. */
export class OsmIds {
  private slots: Int32Array
  private ids: Float64Array
  private mask: number
  size = 0

  constructor(expected = 1024) {
    const slots = 1 << Math.ceil(Math.log2(Math.max(1024, expected * 2)))
    this.slots = new Int32Array(slots).fill(-1)
    this.ids = new Float64Array(slots / 2)
    this.mask = slots - 1
  }

  /** -1: never added. */
  find(id: number): number {
    return this.slots[this.slotOf(id)]!
  }

  /** The id's number, a new one where it has none. */
  add(id: number): number {
    const slot = this.slotOf(id)
    const known = this.slots[slot]!
    if (known !== -1) return known
    if (this.size === this.ids.length) {
      this.grow()
      return this.add(id)
    }
    this.ids[this.size] = id
    this.slots[slot] = this.size
    return this.size++
  }

  /** The ids by number. */
  all(): Float64Array {
    return this.ids.slice(0, this.size)
  }

  /** The slot that holds the id, or the free one where it belongs. Half of the slots are always free. */
  private slotOf(id: number): number {
    let slot = this.first(id)
    for (let known = this.slots[slot]!; known !== -1 && this.ids[known] !== id; known = this.slots[slot]!)
      slot = (slot + 1) & this.mask
    return slot
  }

  /** Ids run on by one; the multiplication scatters them, so that runs do not pile up. */
  private first(id: number): number {
    const low = id | 0
    const high = Math.floor(id / 4294967296) | 0
    const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & this.mask
  }

  private grow(): void {
    const old = this.ids
    const slots = this.slots.length * 2
    this.slots = new Int32Array(slots).fill(-1)
    this.ids = new Float64Array(slots / 2)
    this.ids.set(old)
    this.mask = slots - 1
    for (let at = 0; at < this.size; at++) this.slots[this.slotOf(old[at]!)] = at
  }
}
