/** How far every place of a grid is from the nearest stretch, squared, as far as a picture needs to know. */
import type { StretchList } from './isochrone-stretches'

export class DistanceField {
  /** Squared metres at (column, row), row by row from the south-west; `beyond` where nothing is near. */
  squares = new Float32Array(0)
  columns = 0
  rows = 0
  /** Metres of the place (0, 0) and between places. */
  west = 0
  south = 0
  cell = 1
  readonly beyond = 1e12
  /** Room for tracing the outline: the crossing after each crossing (-1: none), and where to begin. */
  next = new Int32Array(0)
  starts = new Int32Array(4096)

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
    if (this.squares.length < size) this.squares = new Float32Array(Math.ceil(1.25 * size))
    this.squares.fill(this.beyond, 0, size)
    for (let k = 0; k < count; k++) this.draw(ends[4 * k], ends[4 * k + 1], ends[4 * k + 2], ends[4 * k + 3], bufferM + cell)
  }

  /** Lowers the places within the radius of one stretch: row by row, from where it can begin to matter to where it ends. */
  private draw(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    const { squares, columns, rows, cell } = this
    // In cells from the corner.
    const ax = (x1 - this.west) / cell
    const ay = (y1 - this.south) / cell
    const dx = (x2 - x1) / cell
    const dy = (y2 - y1) / cell
    const reach = radius / cell
    const length2 = dx * dx + dy * dy
    const perLength2 = length2 > 0 ? 1 / length2 : 0
    const scale = cell * cell
    const rowLow = Math.max(0, Math.ceil(Math.min(ay, ay + dy) - reach))
    const rowHigh = Math.min(rows - 1, Math.floor(Math.max(ay, ay + dy) + reach))
    const columnLow = Math.max(0, Math.ceil(Math.min(ax, ax + dx) - reach))
    const columnHigh = Math.min(columns - 1, Math.floor(Math.max(ax, ax + dx) + reach))
    const step = dx * perLength2
    for (let row = rowLow; row <= rowHigh; row++) {
      const py = row - ay
      let along = ((columnLow - ax) * dx + py * dy) * perLength2
      let px = columnLow - ax
      const base = row * columns
      for (let at = base + columnLow; at <= base + columnHigh; at++) {
        const share = along < 0 ? 0 : along > 1 ? 1 : along
        const ox = px - share * dx
        const oy = py - share * dy
        const square = (ox * ox + oy * oy) * scale
        if (square < squares[at]) squares[at] = square
        px += 1
        along += step
      }
    }
  }
}
