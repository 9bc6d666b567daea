/** OSM PBF -> what a walk network needs. Block by block, so that a country's file needs the memory of its streets only. */
import { problem, type Problem, type ProblemCode } from '../problem'
import { unzlib } from './archive'
import { breathe, OsmCollector, osmStages, type OsmRead, type OsmReading, type OsmStage } from './osm-data'
import { holds, readBlock } from './osm-pbf-block'
import { BrokenBlock, Fields } from './osm-pbf-fields'
import type { SourceFile } from './raw-table'

/** The first block of every PBF file names itself. */
export const looksLikePbf = (bytes: Uint8Array): boolean =>
  bytes[0] === 0 &&
  bytes[1] === 0 &&
  bytes[4] === 0x0a &&
  bytes[5] === 9 &&
  String.fromCharCode(...bytes.subarray(6, 15)) === 'OSMHeader'

/**
 * Broken, cut off or foreign files give one problem each and whatever could still be read.
 * https://wiki.openstreetmap.org/wiki/PBF_Format
 */
export async function readOsmPbf(file: SourceFile, { onProgress, signal }: OsmReading = {}): Promise<OsmRead> {
  const at = { file: file.name }
  const refuse = (code: ProblemCode, detail?: string): OsmRead => ({
    data: null,
    problems: [problem(code, 'error', at, detail)],
  })
  if (file.bytes.length === 0) return refuse('file-empty')
  const { header, blocks, cut } = listBlocks(file.bytes)
  if (!header) return refuse('file-unreadable', 'OSM PBF')
  if (header.unknown.length > 0) return refuse('osm-unsupported', header.unknown.join(', '))
  if (blocks.length === 0)
    return cut === null ? refuse('streets-empty') : refuse('osm-cut-off', percent(cut, file.bytes.length))

  const source = new Blocks(file.bytes, blocks)
  const collector = new OsmCollector()
  const total = file.bytes.length
  const stages = osmStages.map((stage) => ({ stage, ...source.span(stage, header.sorted) }))
  const work = stages.reduce((sum, { from, to }) => sum + to - from, 0)
  let done = 0
  let since = 0
  for (const { stage, from, to } of stages) {
    for (let index = from; index < to; index++) {
      since += source.read(index, stage, collector)
      done++
      // Some ten times a second.
      if (since < breathAfterBytes) continue
      since = 0
      onProgress?.(Math.floor((total * done) / work), total)
      await breathe(signal)
    }
  }
  onProgress?.(total, total)
  if (signal?.aborted) await breathe(signal)
  const problems: Problem[] = []
  if (cut !== null) problems.push(problem('osm-cut-off', 'error', at, percent(cut, total)))
  if (source.unsupported.size > 0)
    problems.push(problem('osm-unsupported', 'error', at, [...source.unsupported].sort().join(', ')))
  if (source.broken.size > 0)
    problems.push(problem('osm-blocks-broken', 'error', at, `${source.broken.size} / ${blocks.length}`))
  const data = collector.data()
  return {
    data: source.broken.size + source.unsupported.size > 0 && data.counts.nodes + data.counts.ways === 0 ? null : data,
    problems,
  }
}

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`

const breathAfterBytes = 8_000_000
/** From the format's own page: a reader may refuse what is larger. */
const limits = { headerBytes: 64 * 1024, blobBytes: 32 * 1024 * 1024, keptBytes: 64 * 1024 * 1024 } as const

type Block = { readonly start: number; readonly length: number }
type Header = { readonly sorted: boolean; readonly unknown: readonly string[] }

/** Where the blocks lie. cut: the byte from which the file could not be followed, null when it ends soundly. */
function listBlocks(bytes: Uint8Array): { header: Header | null; blocks: Block[]; cut: number | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks: Block[] = []
  let header: Header | null = null
  let at = 0
  while (at < bytes.length) {
    const from = at
    const length = at + 4 <= bytes.length ? view.getUint32(at) : Infinity
    const named =
      length <= limits.headerBytes && at + 4 + length <= bytes.length ? blobHeader(bytes, at + 4, length) : null
    if (!named || at + 4 + length + named.size > bytes.length) return { header, blocks, cut: from }
    const block = { start: at + 4 + length, length: named.size }
    at = block.start + block.length
    if (named.type === 'OSMHeader') header ??= fileHeader(bytes, block)
    else if (named.type === 'OSMData' && header) blocks.push(block)
    // Other types may be met and are to be passed over, unless nothing has said yet that this is an OSM file.
    if (!header) break
  }
  return { header, blocks, cut: null }
}

function blobHeader(bytes: Uint8Array, from: number, length: number): { type: string; size: number } | null {
  try {
    const fields = new Fields(bytes, from, from + length)
    let type = ''
    let size = NaN
    while (fields.next()) {
      if (fields.field === 1) type = latin(fields.raw())
      else if (fields.field === 3) size = fields.unsigned()
      else fields.skip()
    }
    return size >= 0 ? { type, size } : null
  } catch (error) {
    return ifBroken(error, null)
  }
}

/** Features that a file may require of its reader; 'HistoricalInformation' would need all versions of a way told apart. */
const supported = ['OsmSchema-V0.6', 'DenseNodes']

function fileHeader(bytes: Uint8Array, block: Block): Header | null {
  try {
    const unpacked = unpack(bytes, block)
    if (typeof unpacked === 'string') return null
    const unknown: string[] = []
    let sorted = false
    const fields = new Fields(unpacked)
    while (fields.next()) {
      if (fields.field === 4) {
        const feature = latin(fields.raw())
        if (!supported.includes(feature)) unknown.push(feature.slice(0, 60))
      } else if (fields.field === 5) sorted ||= latin(fields.raw()) === 'Sort.Type_then_ID'
      else fields.skip()
    }
    return { sorted, unknown }
  } catch (error) {
    return ifBroken(error, null)
  }
}

/** The data blocks, unpacked on demand; a small file's blocks are kept between the stages. */
class Blocks {
  readonly broken = new Set<number>()
  readonly unsupported = new Set<string>()
  private readonly kept = new Map<number, Uint8Array>()
  private keptBytes = 0
  /** What each block holds, once it was read. */
  private readonly held: Int8Array

  constructor(
    private readonly bytes: Uint8Array,
    private readonly blocks: readonly Block[],
  ) {
    this.held = new Int8Array(blocks.length).fill(-1)
  }

  /** Blocks that may hold the stage's objects: all, or in a file sorted by kind (nodes, ways, relations) those that bisection finds. */
  span(stage: OsmStage, sorted: boolean): { from: number; to: number } {
    const all = { from: 0, to: this.blocks.length }
    if (!sorted) return all
    const nobody = new OsmCollector()
    const upTo = (bits: number): number => {
      let low = 0
      let high = this.blocks.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (this.held[middle] === -1) this.read(middle, null, nobody)
        // A block that cannot be read ends the search: every block is looked at instead.
        if (this.held[middle]! <= 0) return -1
        if (this.held[middle]! < bits) low = middle + 1
        else high = middle
      }
      return low
    }
    const ways = upTo(holds.ways)
    const relations = upTo(holds.relations)
    if (ways === -1 || relations === -1) return all
    // A block at the border may hold both kinds.
    if (stage === 'nodes') return { from: 0, to: Math.min(ways + 1, this.blocks.length) }
    return stage === 'ways'
      ? { from: ways, to: Math.min(relations + 1, this.blocks.length) }
      : { from: relations, to: this.blocks.length }
  }

  /** Hands the block's objects of this stage to the collector; answers how many bytes were looked at. */
  read(index: number, stage: OsmStage | null, into: OsmCollector): number {
    const held = this.held[index]!
    if (held === 0 || (held !== -1 && stage !== null && (held & holds[stage]) === 0)) return 0
    try {
      const unpacked = this.unpacked(index)
      if (typeof unpacked === 'string') {
        this.unsupported.add(unpacked)
        this.held[index] = 0
        return 0
      }
      this.held[index] = readBlock(unpacked, stage, into)
      return unpacked.length
    } catch (error) {
      this.broken.add(index)
      // What it held before it broke was handed on; it is not looked at again.
      this.held[index] = 0
      return ifBroken(error, 0)
    }
  }

  private unpacked(index: number): Uint8Array | string {
    const known = this.kept.get(index)
    if (known) return known
    const made = unpack(this.bytes, this.blocks[index]!)
    if (typeof made !== 'string' && this.keptBytes + made.length <= limits.keptBytes) {
      this.kept.set(index, made)
      this.keptBytes += made.length
    }
    return made
  }
}

const packings: Readonly<Record<number, string>> = { 4: 'LZMA', 5: 'BZIP2', 6: 'LZ4', 7: 'ZSTD' }

/** The block's own bytes; the name of a packing that we do not know. Throws BrokenBlock. */
function unpack(bytes: Uint8Array, { start, length }: Block): Uint8Array | string {
  const fields = new Fields(bytes, start, start + length)
  let size = NaN
  let raw: Uint8Array | null = null
  let packed: Uint8Array | null = null
  let foreign: string | null = null
  while (fields.next()) {
    if (fields.field === 1) raw = fields.raw()
    else if (fields.field === 2) size = fields.unsigned()
    else if (fields.field === 3) packed = fields.raw()
    else {
      foreign ??= packings[fields.field] ?? null
      fields.skip()
    }
  }
  if (raw) return raw
  if (!packed) {
    if (foreign !== null) return foreign
    throw new BrokenBlock('no content')
  }
  if (!(size >= 0 && size <= limits.blobBytes)) throw new BrokenBlock('too large')
  const unpacked = unzlib(packed, size)
  if (!unpacked) throw new BrokenBlock('damaged')
  return unpacked
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 200))

/** Anything but a broken block is a mistake of ours. */
function ifBroken<T>(error: unknown, otherwise: T): T {
  if (error instanceof BrokenBlock) return otherwise
  throw error
}
