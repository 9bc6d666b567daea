/** How far every place of a grid is from the nearest stretch, squared, as far as a picture needs to know. */
import type { StretchList } from './isochrone-stretches'

export class DistanceField {
  /** Squared distances at (column, row), row by row from the south-west, in squares of a cell's `unit`-th part; `beyond` where nothing is near. */
  squares = new Int32Array(0)
  unit = 1
  columns = 0
  rows = 0
  /** Metres of the place (0, 0) and between places. */
  west = 0
  south = 0
  cell = 1
  /** Room for tracing the outline (isochrone-rings.ts): the crossing after each crossing (-1: none), where to begin, and the corners of a ring. */
  next = new Int32Array(0)
  starts = new Int32Array(4096)
  corners = new Float64Array(4096)

  /** Fills the grid for an outline so many metres from the stretches: exact up to one cell beyond it. */
  measure(stretches: StretchList, bufferM: number, cellM: number, mostCells: number): void {
    const { ends, count } = stretches
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let k = 0; k < 4 * count; k += 2) {
      if (ends[k] < west) west = ends[k]
      if (ends[k] > east) east = ends[k]
      if (ends[k + 1] < south) south = ends[k + 1]
      if (ends[k + 1] > north) north = ends[k + 1]
    }
    const cell = Math.max(cellM, Math.sqrt(((east - west + 4 * bufferM) * (north - south + 4 * bufferM)) / mostCells))
    const margin = bufferM + 2 * cell
    // On whole cells, so that a picture does not swim when its place moves a little.
    this.west = Math.floor((west - margin) / cell) * cell
    this.south = Math.floor((south - margin) / cell) * cell
    this.cell = cell
    this.columns = Math.ceil((east + margin - this.west) / cell) + 1
    this.rows = Math.ceil((north + margin - this.south) / cell) + 1
    const size = this.columns * this.rows
    if (this.squares.length < size) this.squares = new Int32Array(Math.ceil(1.25 * size))
    this.squares.fill(beyond, 0, size)
    const reach = bufferM / cell + 1
    // A centimetre where a cell is 10 m; the square of the furthest place that is looked at still fits.
    this.unit = Math.min(1000, largestRoot / (1.5 * reach + longestPart))
    for (let k = 0; k < count; k++) this.draw(ends[4 * k], ends[4 * k + 1], ends[4 * k + 2], ends[4 * k + 3], reach)
  }

  /** Lowers the places within reach (in cells) of one stretch, in parts whose surroundings are not much wider than they are. */
  private draw(x1: number, y1: number, x2: number, y2: number, reach: number): void {
    const { cell } = this
    const ax = (x1 - this.west) / cell
    const ay = (y1 - this.south) / cell
    const dx = (x2 - x1) / cell
    const dy = (y2 - y1) / cell
    const length = Math.sqrt(dx * dx + dy * dy)
    const parts = Math.max(1, Math.ceil(length / longestPart))
    const [east, north] = length > 0 ? [dx / length, dy / length] : [1, 0]
    for (let part = 0; part < parts; part++) this.drawPart(ax + ((part + 0.5) / parts) * dx, ay + ((part + 0.5) / parts) * dy, east, north, length / parts / 2, reach)
  }

  /** A stretch of a half length around its middle, all in cells. */
  private drawPart(x: number, y: number, east: number, north: number, half: number, reach: number): void {
    const { squares, columns, unit } = this
    const wide = half * Math.abs(east) + reach
    const high = half * Math.abs(north) + reach
    const rowLow = Math.max(0, Math.ceil(y - high))
    const rowHigh = Math.min(this.rows - 1, Math.floor(y + high))
    const columnLow = Math.max(0, Math.ceil(x - wide))
    const columnHigh = Math.min(columns - 1, Math.floor(x + wide))
    const alongStep = east * unit
    const asideStep = -north * unit
    const halfUnits = half * unit
    for (let row = rowLow; row <= rowHigh; row++) {
      let along = ((columnLow - x) * east + (row - y) * north) * unit
      let aside = ((row - y) * east - (columnLow - x) * north) * unit
      const last = row * columns + columnHigh
      for (let at = row * columns + columnLow; at <= last; at++) {
        // Without a branch: twice what is past the end of the stretch, and the lesser of two squares.
        let past = Math.abs(along) - halfUnits
        past += Math.abs(past)
        const before = squares[at]
        const less = ((aside * aside + 0.25 * past * past) | 0) - before
        squares[at] = before + (less & (less >> 31))
        along += alongStep
        aside += asideStep
      }
    }
  }
}

/** Squares of places that nothing is near. */
const beyond = 0x3fffffff
/** Its root, and the longest part of a stretch, cells. */
const largestRoot = 32767
const longestPart = 8
