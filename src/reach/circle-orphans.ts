/** Points whose nearest site went away find the next one: sites stand in cells, and one that is near enough says how far to look. */
import { cellLine, degreesAround, type PointGrid, type Points } from '../geo/grid'
import type { ExactRuler, SitePlane } from './exact-ruler'

/** Slots of the sites by cell; those at the border hold whatever is beyond it. */
export type SiteCells = {
  readonly cells: readonly number[][]
  readonly columns: number
  readonly rows: number
  readonly west: number
  readonly south: number
  readonly perLng: number
  readonly perLat: number
  readonly steepest: number
  readonly add: (slot: number, site: Place) => void
  readonly remove: (slot: number, site: Place) => void
}

type Place = { readonly lng: number; readonly lat: number }

/** Cells over the extent of the demand, about one for each of the sites that there are to begin with. */
export function siteCells({ west, south, columns, rows, perLng, perLat, steepest }: PointGrid, sites: number): SiteCells {
  const side = Math.max(1, Math.min(64, Math.round(Math.sqrt(sites))))
  const shape = { west, south, columns: side, rows: side, perLng: (perLng * side) / columns, perLat: (perLat * side) / rows }
  const cells = Array.from({ length: side * side }, (): number[] => [])
  const cellOf = ({ lng, lat }: Place): number[] => cells[cellLine(lat - south, shape.perLat, side) * side + cellLine(lng - west, shape.perLng, side)]!
  return {
    ...shape,
    cells,
    steepest,
    add: (slot, site) => void cellOf(site).push(slot),
    remove: (slot, site) => {
      const own = cellOf(site)
      own.splice(own.indexOf(slot), 1)
    },
  }
}

type Labels = { readonly demand: Points; readonly nearest: Int32Array; readonly metres: Float64Array; readonly sites: readonly (SitePlane | undefined)[] }

/** The nearest of all sites for each of the points: by millimetres, then by rank; none further than mostMm. */
export function orphansHome(points: readonly number[], { demand, nearest, metres, sites }: Labels, { cells, columns, rows, west, south, perLng, perLat, steepest }: SiteCells, ruler: ExactRuler, mostMm: number): void {
  let best = -1
  let bestMm = mostMm
  let bound2 = Infinity
  const ask = (point: number, slot: number): void => {
    const site = sites[slot]!
    if (ruler.square(point, site) > bound2) return
    const mm = ruler.millimetres(point, site)
    if (mm > bestMm || (mm === bestMm && best !== -1 && sites[best]!.rank <= site.rank)) return
    best = slot
    bestMm = mm
    bound2 = ruler.bound2(mm)
  }
  /** Where the point before found its home: mostly next door. */
  let last = -1
  for (const point of points) {
    best = -1
    bestMm = mostMm
    bound2 = ruler.bound2(mostMm)
    const x = demand.lng[point]!
    const y = demand.lat[point]!
    if (last !== -1) ask(point, last)
    if (best === -1 && mostMm === Infinity) askAround(cellLine(x - west, perLng, columns), cellLine(y - south, perLat, rows), (slot) => ask(point, slot))
    // Nothing is there at all.
    if (best === -1 && mostMm === Infinity) {
      nearest[point] = -1
      metres[point] = NaN
      continue
    }
    const box = boxAround((bestMm + 1) / 1000, steepest)
    // A longitude also has a name one turn away.
    const round = x - box.lng < -180 || x + box.lng > 180
    const firstColumn = round ? 0 : cellLine(x - box.lng - west, perLng, columns)
    const lastColumn = round ? columns - 1 : cellLine(x + box.lng - west, perLng, columns)
    const lastRow = cellLine(y + box.lat - south, perLat, rows)
    for (let row = cellLine(y - box.lat - south, perLat, rows); row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const own = cells[row * columns + column]!
        for (let at = 0; at < own.length; at++) if (own[at] !== best) ask(point, own[at]!)
      }
    last = best
    nearest[point] = best
    metres[point] = best === -1 ? NaN : bestMm / 1000
  }

  /** Rings of cells until one holds a site: some site, perhaps not the nearest. */
  function askAround(column: number, row: number, visit: (slot: number) => void): void {
    for (let ring = 0; best === -1 && ring < Math.max(columns, rows); ring++)
      for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        const whole = r === row - ring || r === row + ring
        for (let c = column - ring; c <= column + ring; c += whole || ring === 0 ? 1 : 2 * ring) if (c >= 0 && c < columns) cells[r * columns + c]!.forEach(visit)
      }
  }
}

/** Degrees that no place within the metres of a demand point can exceed; everywhere where that is far. */
const boxAround = (metres: number, steepest: number): { readonly lng: number; readonly lat: number } => (metres > 1e6 ? everywhere : degreesAround(metres, Math.min(90, steepest + metres / 100_000)))

const everywhere = { lng: 720, lat: 360 }
