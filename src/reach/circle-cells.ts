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
  const count = grid.columns * grid.rows
  const box = { west: new Float64Array(count).fill(Infinity), east: new Float64Array(count).fill(-Infinity), south: new Float64Array(count).fill(Infinity), north: new Float64Array(count).fill(-Infinity) }
  const cellOf = new Int32Array(demand.lng.length).fill(-1)
  for (let cell = 0; cell < count; cell++)
    for (let place = grid.starts[cell]!; place < grid.starts[cell + 1]!; place++) {
      const point = grid.order[place]!
      cellOf[point] = cell
      box.west[cell] = Math.min(box.west[cell]!, demand.lng[point]!)
      box.east[cell] = Math.max(box.east[cell]!, demand.lng[point]!)
      box.south[cell] = Math.min(box.south[cell]!, demand.lat[point]!)
      box.north[cell] = Math.max(box.north[cell]!, demand.lat[point]!)
    }
  // Degrees around each cell beyond which no place is as near to any of its points as their nearest site; never too small.
  const around = Array.from({ length: count }, () => everywhere)
  const rememberCell = (cell: number): void => {
    let most = 0
    for (let place = grid.starts[cell]!; place < grid.starts[cell + 1]!; place++) {
      const far = metres[grid.order[place]!]!
      most = Math.max(most, Number.isNaN(far) ? mostM : far)
    }
    around[cell] = degreesFor(most, grid.steepest)
  }
  for (let cell = 0; cell < count; cell++) rememberCell(cell)
  const shape: Cells = { grid, count, box }
  return {
    remember: (points) => {
      for (const cell of new Set(points.map((point) => cellOf[point]!))) rememberCell(cell)
    },
    eachNear: (place, limit, visit) => {
      const degrees = degreesFor(limit, Math.max(grid.steepest, Math.abs(place.lat)))
      eachCell(shape, place, () => degrees, visit)
    },
    eachWhoseNearest: (place, visit) => eachCell(shape, place, (cell) => around[cell]!, visit),
  }
}

// The box of degrees is sure for places no steeper than the points; beyond that and very far out nothing is ruled out.
const degreesFor = (metres: number, steepest: number): { readonly lng: number; readonly lat: number } => (metres > 1e6 ? everywhere : degreesAround(metres + 0.01, Math.min(90, steepest + metres / 100_000)))

const everywhere = { lng: 360, lat: 360 }

/** Corners of the points in each cell, degrees; a cell without points has them the wrong way round. */
type Cells = { readonly grid: PointGrid; readonly count: number; readonly box: { readonly west: Float64Array; readonly east: Float64Array; readonly south: Float64Array; readonly north: Float64Array } }

function eachCell({ grid, count, box }: Cells, { lng, lat }: Place, around: (cell: number) => { readonly lng: number; readonly lat: number }, visit: (point: number) => void): void {
  for (let cell = 0; cell < count; cell++) {
    const south = box.south[cell]!
    const north = box.north[cell]!
    const { lng: wide, lat: high } = around(cell)
    if (lat < south - high || lat > north + high || south > north) continue
    const west = box.west[cell]! - wide
    const east = box.east[cell]! + wide
    // A longitude also has a name one turn to the west and to the east.
    if (!((lng >= west && lng <= east) || (lng - 360 >= west && lng - 360 <= east) || (lng + 360 >= west && lng + 360 <= east))) continue
    for (let place = grid.starts[cell]!; place < grid.starts[cell + 1]!; place++) visit(grid.order[place]!)
  }
}
