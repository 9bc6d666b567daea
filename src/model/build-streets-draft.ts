/** A walk network in the making: vertices and pieces are added, columns come out. */
import { metresBetween } from '../geo/ruler'
import type { StreetGraph } from '../geo/streets/street-graph'

type Line = StreetGraph['lines'][number]

/** Longer pieces than this do not fit into whole millimetres of 32 bits, and nobody walks them. */
const longestMm = 2_000_000_000

export class StreetDraft {
  private readonly lng = new Growing(Float64Array)
  private readonly lat = new Growing(Float64Array)
  private readonly from = new Growing(Int32Array)
  private readonly to = new Growing(Int32Array)
  private readonly mm = new Growing(Int32Array)
  private readonly line = new Growing(Int32Array)
  private readonly flags = new Growing(Uint8Array)
  private readonly lines: Line[] = []

  get vertices(): number {
    return this.lng.size
  }
  get pieces(): number {
    return this.from.size
  }

  addVertex(lng: number, lat: number): number {
    this.lng.add(lng)
    return this.lat.add(lat)
  }

  addLine(line: Line): number {
    return this.lines.push(line) - 1
  }

  /** metres: null = as drawn. */
  addPiece(from: number, to: number, line: number, flags: number, millimetres: number | null = null): number {
    const mm = millimetres ?? Math.round(this.metres(from, to) * 1000)
    this.from.add(from)
    this.to.add(to)
    this.mm.add(Math.min(longestMm, Math.max(1, mm)))
    this.line.add(line)
    return this.flags.add(flags)
  }

  flag(piece: number, flags: number): void {
    this.flags.column[piece]! |= flags
  }

  metres(a: number, b: number): number {
    const { lng, lat } = this
    return metresBetween(lng.column[a]!, lat.column[a]!, lng.column[b]!, lat.column[b]!)
  }

  graph(): StreetGraph {
    return { lng: this.lng.all(), lat: this.lat.all(), from: this.from.all(), to: this.to.all(), mm: this.mm.all(), line: this.line.all(), flags: this.flags.all(), lines: this.lines }
  }
}

type Column = Float64Array | Int32Array | Uint8Array

class Growing<T extends Column> {
  column: T
  size = 0
  constructor(private readonly kind: new (size: number) => T) {
    this.column = new kind(1024)
  }

  /** The index of what was added. */
  add(value: number): number {
    if (this.size === this.column.length) {
      const wider = new this.kind(this.size * 2)
      wider.set(this.column)
      this.column = wider
    }
    this.column[this.size] = value
    return this.size++
  }

  all(): T {
    return this.column.slice(0, this.size) as T
  }
}
