/** A town of straight streets in blocks of 100 m, drawn by hand: [x, y] counts blocks east and north, and every length is arithmetic. */
import { eccentricitySquared, equatorial, parallelRadius, radian } from '../../src/geo/ruler'
import { streetFlags } from '../../src/geo/streets/street-graph'
import type { StreetGraph } from '../../src/geo/streets/street-graph'
import { walkNetworkOf } from '../../src/geo/streets/walk-network'
import type { WalkNetwork } from '../../src/geo/streets/walk-network'
import type { WalkDemand } from '../../src/reach/walk'

export type Block = readonly [number, number]

export type GridTown = {
  /** A street from block to block, with a junction at every whole block on the way; shares the junctions of other streets. */
  readonly street: (from: Block, to: Block, name?: string) => GridTown
  /** The same high above or deep below: it meets other streets at its two ends only. */
  readonly viaduct: (from: Block, to: Block, name?: string) => GridTown
  readonly steps: (from: Block, to: Block, name?: string) => GridTown
  readonly crossing: (from: Block, to: Block, name?: string) => GridTown
  readonly people: (at: Block, weight: number, gates?: readonly Block[]) => GridTown
  readonly facility: (at: Block) => GridTown
  readonly graph: () => StreetGraph
  readonly network: () => WalkNetwork
  readonly demand: () => WalkDemand
  readonly sites: () => { lng: Float64Array; lat: Float64Array }
  /** The weights of the people whose count is above 0: with weights 1, 2, 4, 8 … the sum says who was reached. */
  readonly reached: (counts: ArrayLike<number>) => number
  readonly toSvg: () => string
}

/** Degrees of a block. */
export const lngOf = (x: number): number => west + (x * 100) / parallelRadius(south * radian) / radian
export const latOf = (y: number): number => south + (y * 100) / meridianRadius / radian

export function gridTown(): GridTown {
  const corners = new Map<string, number>()
  const vertices: Block[] = []
  const pieces: { from: number; to: number; mm: number; line: number; flags: number }[] = []
  const lines: { id: string; kind: string; name: string | null }[] = []
  const persons: { at: Block; weight: number; gates: readonly Block[] }[] = []
  const facilities: Block[] = []

  const town: GridTown = {
    street: (from, to, name) => draw(from, to, name, 'residential', 0, false),
    viaduct: (from, to, name) => draw(from, to, name, 'residential', streetFlags.bridge, true),
    steps: (from, to, name) => draw(from, to, name, 'steps', streetFlags.steps, false),
    crossing: (from, to, name) => draw(from, to, name, 'crossing', streetFlags.crossing, false),
    people(at, weight, gates = []) {
      persons.push({ at, weight, gates })
      return town
    },
    facility(at) {
      facilities.push(at)
      return town
    },
    graph: () => ({
      lng: Float64Array.from(vertices, ([x]) => lngOf(x)),
      lat: Float64Array.from(vertices, ([, y]) => latOf(y)),
      from: Int32Array.from(pieces, ({ from }) => from),
      to: Int32Array.from(pieces, ({ to }) => to),
      mm: Int32Array.from(pieces, ({ mm }) => mm),
      line: Int32Array.from(pieces, ({ line }) => line),
      flags: Uint8Array.from(pieces, ({ flags }) => flags),
      lines,
    }),
    network: () => walkNetworkOf(town.graph()),
    demand() {
      const gates = persons.flatMap((person) => person.gates)
      let count = 0
      const first = Int32Array.of(0, ...persons.map((person) => (count += person.gates.length)))
      return { ...placesOf(persons.map(({ at }) => at)), accessPoints: { first, ...placesOf(gates) } }
    },
    sites: () => placesOf(facilities),
    reached: (counts) => persons.reduce((sum, { weight }, i) => sum + (counts[i] > 0 ? weight : 0), 0),
    toSvg: () => svgOf(vertices, pieces, persons, facilities),
  }
  return town

  function draw(from: Block, to: Block, name: string | undefined, kind: string, flags: number, apart: boolean): GridTown {
    const line = lines.push({ id: `w${lines.length}`, kind, name: name ?? null }) - 1
    const blocks = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1])))
    let before = corner(from)
    for (let step = 1; step <= blocks; step++) {
      const at: Block = [from[0] + ((to[0] - from[0]) * step) / blocks, from[1] + ((to[1] - from[1]) * step) / blocks]
      const next = apart && step < blocks ? vertices.push(at) - 1 : corner(at)
      const last = vertices[before]
      pieces.push({ from: before, to: next, mm: Math.round(Math.hypot(at[0] - last[0], at[1] - last[1]) * 100_000), line, flags })
      before = next
    }
    return town
  }

  function corner(at: Block): number {
    const key = at.join(' ')
    const known = corners.get(key)
    if (known !== undefined) return known
    corners.set(key, vertices.length)
    return vertices.push(at) - 1
  }
}

const placesOf = (blocks: readonly Block[]) => ({ lng: Float64Array.from(blocks, ([x]) => lngOf(x)), lat: Float64Array.from(blocks, ([, y]) => latOf(y)) })

/** Streets grey, viaducts blue, people green with their weight, facilities red. */
function svgOf(vertices: readonly Block[], pieces: readonly { from: number; to: number; flags: number }[], persons: readonly { at: Block; weight: number; gates: readonly Block[] }[], facilities: readonly Block[]): string {
  const xy = ([x, y]: Block) => [40 * x, -40 * y] as const
  const streets = pieces.map(({ from, to, flags }) => {
    const [a, b] = [xy(vertices[from]), xy(vertices[to])]
    return `<line x1="${a[0]}" y1="${a[1]}" x2="${b[0]}" y2="${b[1]}" stroke="${flags & streetFlags.bridge ? '#36c' : '#888'}" stroke-width="4"/>`
  })
  const dots = persons.flatMap(({ at, weight, gates }) => {
    const [x, y] = xy(at)
    return [`<circle cx="${x}" cy="${y}" r="6" fill="#2a2"/><text x="${x + 8}" y="${y - 8}" font-size="12">${weight}</text>`, ...gates.map(xy).map((gate) => `<circle cx="${gate[0]}" cy="${gate[1]}" r="4" fill="none" stroke="#2a2"/>`)]
  })
  const squares = facilities.map(xy).map(([x, y]) => `<rect x="${x - 6}" y="${y - 6}" width="12" height="12" fill="#c22"/>`)
  const [xs, ys] = [vertices.map((at) => xy(at)[0]), vertices.map((at) => xy(at)[1])]
  const [left, top] = [Math.min(...xs) - 30, Math.min(...ys) - 30]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${Math.max(...xs) + 30 - left} ${Math.max(...ys) + 30 - top}">${[...streets, ...dots, ...squares].join('')}</svg>`
}

const [west, south] = [103.8, 25.5]
const meridianRadius = (equatorial * (1 - eccentricitySquared)) / (1 - eccentricitySquared * Math.sin(south * radian) ** 2) ** 1.5
