/**
 * A city of streets from a seed: a warped lattice of blocks of about 90 m, a bend in two streets of three, 20 % of the streets missing, and a river
 * from west to east with a bridge about every 2 km. Half of the vertices are crossings, half are bends.
 */
import type { StreetGraph } from '../../src/geo/streets/street-graph'
import { metresBetween } from '../../src/geo/ruler'
import { randomFrom } from '../helpers/random'

export function syntheticCity(vertices: number, seed = 1): StreetGraph {
  const random = randomFrom(seed)
  const side = Math.round(Math.sqrt(vertices / 2.03))
  const crossings = side * side
  const most = Math.ceil(crossings * 2.2)
  const [lng, lat] = [new Float64Array(most), new Float64Array(most)]
  const perLng = blockM / (111_320 * Math.cos((south * Math.PI) / 180))
  const perLat = blockM / 110_900
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const v = row * side + column
      const warpX = 3 * Math.sin(row / 17 + column / 41) + 0.5 * (random() - 0.5)
      const warpY = 3 * Math.sin(column / 23 - row / 37) + 0.5 * (random() - 0.5)
      lng[v] = west + (column + warpX) * perLng
      lat[v] = south + (row + warpY) * perLat
    }
  let count = crossings
  const from: number[] = []
  const to: number[] = []
  const line: number[] = []
  const river = side >> 1
  let lines = 0
  const street = (a: number, b: number) => {
    if (random() < 0.2) return
    if (random() < 0.645) {
      const bend = count++
      const along = 0.3 + 0.4 * random()
      lng[bend] = lng[a] + along * (lng[b] - lng[a]) + (random() - 0.5) * 0.15 * perLng
      lat[bend] = lat[a] + along * (lat[b] - lat[a]) + (random() - 0.5) * 0.15 * perLat
      from.push(a, bend)
      to.push(bend, b)
      line.push(lines, lines++)
    } else {
      from.push(a)
      to.push(b)
      line.push(lines++)
    }
  }
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const v = row * side + column
      if (column + 1 < side) street(v, v + 1)
      if (row + 1 < side && (row !== river || column % 22 === 7)) street(v, v + side)
    }
  const mm = Int32Array.from(from, (a, piece) => Math.max(1, Math.round(metresBetween(lng[a], lat[a], lng[to[piece]], lat[to[piece]]) * 1000)))
  const one = { id: 'street', kind: 'residential', name: null }
  return { lng: lng.slice(0, count), lat: lat.slice(0, count), from: Int32Array.from(from), to: Int32Array.from(to), mm, line: Int32Array.from(line), flags: new Uint8Array(from.length), lines: Array.from({ length: lines }, () => one) }
}

/** Places spread evenly over the extent of a city, a little off its streets. */
export function placesIn(graph: StreetGraph, count: number, seed: number): { lng: Float64Array; lat: Float64Array } {
  const random = randomFrom(seed)
  const lng = new Float64Array(count)
  const lat = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const v = Math.floor(random() * graph.lng.length)
    lng[i] = graph.lng[v] + (random() - 0.5) * 6e-4
    lat[i] = graph.lat[v] + (random() - 0.5) * 6e-4
  }
  return { lng, lat }
}

const blockM = 90
const [west, south] = [103.5, 25.2]
