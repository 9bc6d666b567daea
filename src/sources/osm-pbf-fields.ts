/** Protocol Buffers, as far as OSM files need them: fields of a message, whole numbers, packed lists. */

/** Thrown within the PBF reader only, and caught there per block. */
export class BrokenBlock extends Error {}

export const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const

/** A place in the bytes of one message. After next() either read the field or skip it. */
export class Fields {
  /** Number and wire type of the field that next() found. */
  field = 0
  type = 0
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {
    if (end > bytes.length || at > end) throw new BrokenBlock('beyond the end')
  }

  get more(): boolean {
    return this.at < this.end
  }

  /** false at the end of the message. */
  next(): boolean {
    if (this.at >= this.end) return false
    const tag = this.unsigned()
    this.field = Math.floor(tag / 8)
    this.type = tag % 8
    return true
  }

  skip(): void {
    if (this.type === wire.varint) this.unsigned()
    else if (this.type === wire.bytes) this.at = this.stop(this.unsigned())
    else if (this.type === wire.fixed64) this.at = this.stop(8)
    else if (this.type === wire.fixed32) this.at = this.stop(4)
    else throw new BrokenBlock(`wire type ${this.type}`)
  }

  /** The message, list or text that stands here. */
  inside(): Fields {
    if (this.type !== wire.bytes) throw new BrokenBlock(`field ${this.field} is no message`)
    const length = this.unsigned()
    const from = this.at
    this.at = this.stop(length)
    return new Fields(this.bytes, from, this.at)
  }

  raw(): Uint8Array {
    const { at, end } = this.inside()
    return this.bytes.subarray(at, end)
  }

  /** uint32, uint64, bool, enum; an int64 below 0 as well (ten bytes). Exact to 53 bits. */
  unsigned(): number {
    const { bytes } = this
    let at = this.at
    let byte = bytes[at++]!
    let value = byte & 0x7f
    if (byte >= 0x80) {
      byte = bytes[at++]!
      value |= (byte & 0x7f) << 7
      if (byte >= 0x80) {
        byte = bytes[at++]!
        value |= (byte & 0x7f) << 14
        if (byte >= 0x80) {
          byte = bytes[at++]!
          value |= (byte & 0x7f) << 21
          if (byte >= 0x80) return this.long(value, at)
        }
      }
    }
    // Beyond the end there is undefined, which the operators above take for 0.
    if (at > this.end) throw new BrokenBlock('number cut off')
    this.at = at
    return value
  }

  /** sint32, sint64: zigzag. */
  signed(): number {
    const value = this.unsigned()
    return value < 0x80000000 ? (value >>> 1) ^ -(value & 1) : value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  /** Bits 28 to 63 of a long number: bytes 5 to 7 complete 49 bits, the last three hold the other 15, the sign on top. */
  private long(low: number, from: number): number {
    let lower = low >>> 0
    let upper = 0
    for (let count = 4; count < 10; count++) {
      const byte = this.bytes[from + count - 4] ?? 0x80
      if (from + count - 4 >= this.end || (count === 9 && byte > 1)) break
      if (count < 7) lower += (byte & 0x7f) * 2 ** (7 * count)
      else upper += (byte & 0x7f) * 2 ** (7 * (count - 7))
      if (byte >= 0x80) continue
      this.at = from + count - 3
      return (upper >= 2 ** 14 ? upper - 2 ** 15 : upper) * 2 ** 49 + lower
    }
    throw new BrokenBlock('number too long, or cut off')
  }

  private stop(length: number): number {
    if (!(length >= 0 && length <= this.end - this.at)) throw new BrokenBlock('length beyond the end')
    return this.at + length
  }
}
