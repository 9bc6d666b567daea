/** Demand points in cells, each cell knowing how far its points have to their nearest site: which points a new site can win. */
import { degreesAround, type PointGrid, type Points } from '../geo/grid'

export type DemandCells = {
  /** The nearest sites of some points changed: their cells look as far as they now must. */
  readonly remember: (points: readonly number[]) => void
  /** Points of the cells that may lie within so many metres of a place. */
  readonly eachNear: (place: Place, metres: number, visit: (point: number) => void) => void
  /** Points to which the place may be as near as their nearest site: all whose nearest it is, or would be. */
  readonly eachWhoseNearest: (place: Place, visit: (point: number) => void) => void
}

type Place = { readonly lng: number; readonly lat: number }

export function cellsOf(demand: Points, grid: PointGrid, metres: Float64Array, mostM: number): DemandCells {
  const { cellOf, box, row } = boxesOf(demand, grid)
  const { columns, rows, starts, order } = grid
  const count = columns * rows
  // Degrees around each cell beyond which no place is as near to any of its points as their nearest site; never too small.
  const aroundLng = new Float64Array(count)
  const aroundLat = new Float64Array(count)
  /** The most of each row, so that most rows are passed over at once. */
  const rowLat = new Float64Array(rows)
  const seen = new Uint8Array(count)
  const rememberCell = (cell: number): void => {
    let most = 0
    for (let place = starts[cell]!; place < starts[cell + 1]!; place++) {
      const far = metres[order[place]!]!
      // Not known is as far as anything is looked for.
      if (far > most) most = far
      else if (far !== far) most = Math.max(most, mostM)
    }
    const { lng, lat } = degreesFor(most, grid.steepest)
    aroundLng[cell] = lng
    aroundLat[cell] = lat
  }
  const rememberRow = (at: number): void => {
    let most = 0
    for (let cell = at * columns; cell < (at + 1) * columns; cell++) if (aroundLat[cell]! > most) most = aroundLat[cell]!
    rowLat[at] = most
  }
  for (let cell = 0; cell < count; cell++) rememberCell(cell)
  for (let at = 0; at < rows; at++) rememberRow(at)

  /** Points of the cells that lie within their degrees of the place. */
  const eachCell = ({ lng, lat }: Place, wideOf: Float64Array | number, highOf: Float64Array | number, visit: (point: number) => void): void => {
    for (let at = 0; at < rows; at++) {
      const most = typeof highOf === 'number' ? highOf : rowLat[at]!
      if (lat < row.south[at]! - most || lat > row.north[at]! + most) continue
      for (let cell = at * columns; cell < (at + 1) * columns; cell++) {
        if (starts[cell] === starts[cell + 1]) continue
        const high = typeof highOf === 'number' ? highOf : highOf[cell]!
        if (lat < box.south[cell]! - high || lat > box.north[cell]! + high) continue
        const wide = typeof wideOf === 'number' ? wideOf : wideOf[cell]!
        const west = box.west[cell]! - wide
        const east = box.east[cell]! + wide
        // A longitude also has a name one turn to the west and to the east.
        if (!((lng >= west && lng <= east) || (lng - 360 >= west && lng - 360 <= east) || (lng + 360 >= west && lng + 360 <= east))) continue
        for (let place = starts[cell]!; place < starts[cell + 1]!; place++) visit(order[place]!)
      }
    }
  }
  return {
    remember: (points) => {
      const cells: number[] = []
      for (const point of points) {
        const cell = cellOf[point]!
        if (seen[cell] === 1) continue
        seen[cell] = 1
        cells.push(cell)
      }
      const touched = new Set<number>()
      for (const cell of cells) {
        seen[cell] = 0
        rememberCell(cell)
        touched.add(Math.floor(cell / columns))
      }
      for (const at of touched) rememberRow(at)
    },
    eachNear: (place, limit, visit) => {
      const { lng, lat } = degreesFor(limit, Math.max(grid.steepest, Math.abs(place.lat)))
      eachCell(place, lng, lat, visit)
    },
    eachWhoseNearest: (place, visit) => eachCell(place, aroundLng, aroundLat, visit),
  }
}

/** The cell of each point (-1: nowhere), and the corners of the points in each cell and row, degrees; one without points has them the wrong way round. */
function boxesOf({ lng, lat }: Points, { columns, rows, starts, order }: PointGrid) {
  const count = columns * rows
  const box = { west: new Float64Array(count).fill(Infinity), east: new Float64Array(count).fill(-Infinity), south: new Float64Array(count).fill(Infinity), north: new Float64Array(count).fill(-Infinity) }
  const row = { south: new Float64Array(rows).fill(Infinity), north: new Float64Array(rows).fill(-Infinity) }
  const cellOf = new Int32Array(lng.length).fill(-1)
  for (let cell = 0; cell < count; cell++) {
    const at = Math.floor(cell / columns)
    for (let place = starts[cell]!; place < starts[cell + 1]!; place++) {
      const point = order[place]!
      cellOf[point] = cell
      box.west[cell] = Math.min(box.west[cell]!, lng[point]!)
      box.east[cell] = Math.max(box.east[cell]!, lng[point]!)
      box.south[cell] = Math.min(box.south[cell]!, lat[point]!)
      box.north[cell] = Math.max(box.north[cell]!, lat[point]!)
    }
    row.south[at] = Math.min(row.south[at]!, box.south[cell]!)
    row.north[at] = Math.max(row.north[at]!, box.north[cell]!)
  }
  return { cellOf, box, row }
}

// The box of degrees is sure for places no steeper than the points; beyond that and very far out nothing is ruled out.
const degreesFor = (metres: number, steepest: number): { readonly lng: number; readonly lat: number } => (metres > 1e6 ? everywhere : degreesAround(metres + 0.01, Math.min(90, steepest + metres / 100_000)))

const everywhere = { lng: 360, lat: 360 }
