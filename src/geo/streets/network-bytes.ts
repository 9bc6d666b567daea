/** The saved form of a walk network: one buffer, opened without being folded again; what follows from the cost of the pieces is made anew. Bytes from a file are not trusted: every number that points somewhere is checked. */
import { placed } from '../grid'
import type { Pace } from './pace'
import { costed } from './walk-network'
import type { StreetShape, WalkNetwork } from './walk-network'

/**
 * Layout (little-endian): 'YKQW', version, length of the header in bytes, then the header (JSON: counts, pace, lines), then each column of `columns`
 * in that order, every one starting on a multiple of 8.
 */
export function serialiseNetwork(network: WalkNetwork): ArrayBuffer {
  const kinds = [...new Set(network.lines.map(({ kind }) => kind))]
  const kindOf = new Map(kinds.map((kind, number) => [kind, number]))
  const names = [...new Set(network.lines.map(({ name }) => name))]
  const nameOf = new Map(names.map((name, number) => [name, number]))
  const header = new TextEncoder().encode(
    JSON.stringify({
      lengths: columns.map(({ key }) => network[key].length),
      junctions: network.junctions,
      pace: network.pace,
      kinds,
      names,
      ids: network.lines.map(({ id }) => id),
      kind: network.lines.map(({ kind }) => kindOf.get(kind)),
      name: network.lines.map(({ name }) => nameOf.get(name)),
    }),
  )
  const start = aligned(prefix + header.length)
  const buffer = new ArrayBuffer(columns.reduce((end, { key }) => aligned(end) + network[key].byteLength, start))
  const view = new DataView(buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, version, true)
  view.setUint32(8, header.length, true)
  new Uint8Array(buffer, prefix).set(header)
  let at = start
  for (const { key } of columns) {
    const column = network[key]
    new Uint8Array(buffer, at).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
    at = aligned(at + column.byteLength)
  }
  return buffer
}

/** The network, its columns views into the buffer; null when the bytes are not one of ours, of another version, or damaged. */
export function deserialiseNetwork(buffer: ArrayBuffer): WalkNetwork | null {
  if (buffer.byteLength < prefix) return null
  const view = new DataView(buffer)
  if (view.getUint32(0, true) !== magic || view.getUint32(4, true) !== version) return null
  const headerLength = view.getUint32(8, true)
  if (prefix + headerLength > buffer.byteLength) return null
  const header = headerOf(new Uint8Array(buffer, prefix, headerLength))
  if (!header) return null
  const made = new Map<string, Column>()
  let at = aligned(prefix + headerLength)
  for (const [k, { key, type }] of columns.entries()) {
    const length = header.lengths[k]
    if (!Number.isInteger(length) || length < 0 || at + length * type.BYTES_PER_ELEMENT > buffer.byteLength) return null
    made.set(key, new type(buffer, at, length))
    at = aligned(at + length * type.BYTES_PER_ELEMENT)
  }
  const lines = header.ids.map((id, k) => ({ id, kind: header.kinds[header.kind[k]], name: header.names[header.name[k]] }))
  if (lines.some(({ id, kind, name }) => typeof id !== 'string' || typeof kind !== 'string' || (name !== null && typeof name !== 'string'))) return null
  // Every key of `columns` was just put in, each with its own type.
  const { pieceCost, ...shape } = { ...(Object.fromEntries(made) as unknown as Pick<WalkNetwork, ColumnKey>), junctions: header.junctions, lines }
  return sound(shape, pieceCost) ? costed(shape, pieceCost, header.pace) : null
}

type Column = Int32Array | Uint8Array | Float64Array
type ColumnKey = 'pieceCost' | { [key in keyof StreetShape]: StreetShape[key] extends Column ? key : never }[keyof StreetShape]
type Header = { lengths: number[]; junctions: number; pace: Pace; kinds: string[]; names: (string | null)[]; ids: string[]; kind: number[]; name: number[] }

const magic = 0x57514b59
const version = 1
const prefix = 12
const aligned = (at: number): number => (at + 7) & ~7

const int32: readonly ColumnKey[] = ['source', 'chainsFrom', 'chainFrom', 'chainTo', 'inner', 'pieces', 'pieceSource', 'pieceMm', 'pieceCost', 'pieceLine', 'component', 'componentVertices']
const columns = [
  ...(['lng', 'lat', 'componentMm'] as const).map((key) => ({ key, type: Float64Array })),
  ...int32.map((key) => ({ key, type: Int32Array })),
  ...(['pieceTurned', 'pieceFlags', 'componentIsland'] as const).map((key) => ({ key, type: Uint8Array })),
] satisfies readonly { key: ColumnKey; type: Float64ArrayConstructor | Int32ArrayConstructor | Uint8ArrayConstructor }[]

function headerOf(bytes: Uint8Array): Header | null {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isHeader(header) ? header : null
  } catch {
    return null
  }
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false
  const header = value as Partial<Record<keyof Header, unknown>>
  const lists = [header.lengths, header.kinds, header.names, header.ids, header.kind, header.name]
  const pace = header.pace as Partial<Pace> | null | undefined
  return (
    lists.every(Array.isArray) &&
    (header.kind as unknown[]).length === (header.ids as unknown[]).length &&
    (header.name as unknown[]).length === (header.ids as unknown[]).length &&
    Number.isInteger(header.junctions) &&
    [pace?.speed, pace?.crossingDelayS, pace?.stepsPenalty].every((number) => typeof number === 'number' && Number.isFinite(number))
  )
}

/** True when the columns fit each other, every vertex is on the ground, every index stands inside its column, every chain starts at the lower of its junctions, and every cost is at least 1. */
function sound(n: StreetShape, pieceCost: Int32Array): boolean {
  const vertices = n.source.length
  const { junctions } = n
  const chains = n.chainFrom.length
  const pieces = n.pieceSource.length
  const components = n.componentMm.length
  const sizes =
    junctions >= 0 && junctions <= vertices && n.lng.length === vertices && n.lat.length === vertices &&
    n.chainsFrom.length === junctions + 1 && n.chainTo.length === chains && n.inner.length === chains + 1 && n.pieces.length === chains + 1 &&
    [n.pieceTurned, n.pieceMm, pieceCost, n.pieceLine, n.pieceFlags].every((column) => column.length === pieces) &&
    n.component.length === junctions && n.componentVertices.length === components && n.componentIsland.length === components
  if (!sizes) return false
  for (let v = 0; v < vertices; v++) if (!placed(n.lng[v], n.lat[v])) return false
  const within = (column: Int32Array, low: number, high: number) => column.every((value) => value >= low && value <= high)
  const rising = (column: Int32Array, last: number) => column[0] === 0 && column[column.length - 1] === last && column.every((value, k) => k === 0 || value >= column[k - 1])
  const indices =
    rising(n.chainsFrom, chains) && rising(n.inner, vertices - junctions) && rising(n.pieces, pieces) &&
    within(n.source, 0, vertices - 1) && within(n.chainFrom, 0, junctions - 1) && within(n.chainTo, 0, junctions) && within(n.pieceSource, 0, pieces - 1) &&
    within(n.pieceMm, 1, largest) && within(pieceCost, 1, largest) && within(n.pieceLine, 0, n.lines.length - 1) && within(n.component, 0, components - 1)
  if (!indices || !eachOnce(n.source) || !eachOnce(n.pieceSource) || !n.componentMm.every((mm) => mm >= 0 && mm < Infinity)) return false
  for (let v = 0; v < junctions; v++) for (let c = n.chainsFrom[v]; c < n.chainsFrom[v + 1]; c++) if (n.chainFrom[c] !== v) return false
  for (let c = 0; c < chains; c++) {
    if (n.chainTo[c] < n.chainFrom[c]) return false
    if (n.pieces[c + 1] - n.pieces[c] !== n.inner[c + 1] - n.inner[c] + (n.chainTo[c] === junctions ? 0 : 1)) return false
    let cost = 0
    for (let k = n.pieces[c]; k < n.pieces[c + 1]; k++) cost += pieceCost[k]
    if (cost > largest) return false
  }
  return true
}

/** Every number of the street graph stands once, so that the graph can be told from the network. */
function eachOnce(column: Int32Array): boolean {
  const seen = new Uint8Array(column.length)
  for (let k = 0; k < column.length; k++) {
    if (seen[column[k]] === 1) return false
    seen[column[k]] = 1
  }
  return true
}

const largest = 0x3fffffff
