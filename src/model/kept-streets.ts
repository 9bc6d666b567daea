/**
 * The walk network of a saved study as one binary file beside the street files that it was made of, so that the study opens at once.
 * It is never the truth: with any other street file, setting or rule than those it was made of, or damaged, it is made anew from them.
 */
import { deserialiseNetwork, serialiseNetwork } from '../geo/streets/network-bytes'
import { streetGraphOf, walkNetworkOf } from '../geo/streets/walk-network'
import { problemCodes, type Problem } from '../problem'
import type { SourceFile } from '../sources/raw-table'
import type { LedgerTable } from '../tables/ledger'
import { measureStreets, type StreetCut, type StreetReport, type Streets } from './build-streets-report'
import { sha256Hex } from './digest'
import { leftOutReasons } from './foot-rules'
import type { InputFile } from './study'

export const keptStreetsName = 'streets.network'

/** To be raised with every change of a rule that decides what is walked or how long it is: tests/model/kept-streets.test.ts knows. */
export const streetRules = 1

/** What shaped the network, but for the options of streetOptions: the files and how they were read. */
export function roadsKey(osm: readonly SourceFile[], tables: readonly LedgerTable[], inputs: readonly InputFile[]): string {
  // Beside a .shp lie files of its stem, with its classes and its coordinate system.
  const stems = new Set([...osm.map(({ name }) => name), ...tables.map(({ file }) => file)].map(stemOf))
  const files = inputs.filter(({ file }) => stems.has(stemOf(file))).map(({ file, sha256 }) => [file, sha256])
  const read = tables.map(({ file, sheet, crs, encoding, headerRows, columns, counts }) => [file, sheet, crs, encoding, headerRows, columns.map(({ header, key }) => [header, key]), counts.used])
  return hashOf([streetRules, files.sort(([a], [b]) => (a! < b! ? -1 : 1)), read])
}

/** The key with the option that shapes a network too. */
export const networkKey = (roadsKey: string, joinCrossings: boolean): string => hashOf([roadsKey, joinCrossings])

/** null: nothing can be walked, or the network has what its saved form cannot hold (a piece of over 1,000 km). */
export function keepStreets({ graph, network: made, report }: Streets, key: string): SourceFile | null {
  if (!graph) return null
  const network = serialiseNetwork(made ?? walkNetworkOf(graph))
  if (!deserialiseNetwork(network)) return null
  const { leftOut, cuts, problems } = report
  const header = new TextEncoder().encode(JSON.stringify({ key, leftOut, cuts, problems: problems.filter(({ code }) => code !== 'streets-elsewhere') }))
  const start = aligned(prefix + header.length)
  const bytes = new Uint8Array(start + network.byteLength)
  bytes.set(header, prefix)
  bytes.set(new Uint8Array(network), start)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(8, header.length, true)
  view.setUint32(4, checksum(bytes), true)
  return { name: keptStreetsName, bytes }
}

/** stale: of other files, settings or rules. files: names of the street files, for the report. */
export function openKept(file: SourceFile, key: string, files: readonly string[]): Streets | 'stale' | 'damaged' {
  const { bytes } = file
  if (bytes.length < prefix) return 'damaged'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(8, true)
  if (view.getUint32(0, true) !== magic || aligned(prefix + length) > bytes.length || view.getUint32(4, true) !== checksum(bytes)) return 'damaged'
  const header = headerOf(bytes.subarray(prefix, prefix + length))
  if (header === null) return 'damaged'
  if (header.key !== key) return 'stale'
  const network = deserialiseNetwork(bytes.slice(aligned(prefix + length)).buffer)
  if (!network) return 'damaged'
  const graph = streetGraphOf(network)
  const { leftOut, cuts, problems } = header
  return { graph, network, report: { files, ...measureStreets(graph), leftOut, cuts, problems } }
}

/** Layout (little-endian): 'YKQS', checksum of all that follows, length of the header, the header (JSON), and from the next multiple of 8 the network. */
const magic = 0x53514b59
const prefix = 12
const aligned = (at: number): number => (at + 7) & ~7

/** Against accidents, not against malice: a sound network of false lengths cannot be told from a true one but by making it anew. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let at = 8; at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193)
  return sum >>> 0
}

type Header = Pick<StreetReport, 'leftOut' | 'cuts' | 'problems'> & { readonly key: string }

function headerOf(bytes: Uint8Array): Header | null {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
  if (!isRecord(read) || typeof read.key !== 'string' || !isRecord(read.leftOut) || !Array.isArray(read.cuts) || !Array.isArray(read.problems)) return null
  const { leftOut } = read
  if (!read.cuts.every(isCut) || !read.problems.every(isProblem)) return null
  const counts = leftOutReasons.flatMap((why) => (typeof leftOut[why] === 'number' ? [[why, leftOut[why]] as const] : []))
  if (counts.length !== Object.keys(leftOut).length) return null
  return { key: read.key, leftOut: Object.fromEntries(counts), cuts: read.cuts, problems: read.problems }
}

const isCut = (cut: unknown): cut is StreetCut => isRecord(cut) && typeof cut.id === 'string' && Array.isArray(cut.at) && cut.at.length === 2 && cut.at.every(Number.isFinite) && (cut.why === 'wall' || cut.why === 'closed-gate')

function isProblem(value: unknown): value is Problem {
  if (!isRecord(value) || !isRecord(value.at)) return false
  const { code, severity, at, detail } = value
  const said = [at.file, at.sheet ?? undefined, at.column, detail].every((text) => text === undefined || typeof text === 'string') && (at.row === undefined || Number.isInteger(at.row))
  return said && (problemCodes as readonly unknown[]).includes(code) && ['error', 'warning', 'info'].includes(String(severity))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const hashOf = (what: unknown): string => sha256Hex(new TextEncoder().encode(JSON.stringify(what)))
const stemOf = (name: string): string => name.toLowerCase().replace(/\.[^.]*$/, '').replace(/\.(?:osm|shp)$/, '')
