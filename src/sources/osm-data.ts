/** What a walk network needs of an OSM file, as columns; the readers of PBF and XML both fill it. No rule of walking is applied here. */
import { OsmIds } from './osm-ids'
import type { Problem } from '../problem'

/** The tags that are kept; every other one is left in the file. */
export const osmKeys = [
  ...['highway', 'railway', 'public_transport', 'man_made', 'name', 'area', 'type'],
  ...['foot', 'access', 'motorroad', 'bridge', 'tunnel', 'layer', 'footway', 'path', 'cycleway', 'crossing'],
  ...['barrier', 'locked'],
] as const satisfies readonly string[]
export type OsmKey = (typeof osmKeys)[number]
export type OsmTags = { readonly [key in OsmKey]?: string }

export type OsmData = {
  /** Nodes of the kept ways, in degrees; NaN where the file lacks the node or its position is none. */
  readonly node: { readonly id: Float64Array; readonly lng: Float64Array; readonly lat: Float64Array }
  /** Tags of barriers and crossings, by index into node. */
  readonly nodeTags: ReadonlyMap<number, OsmTags>
  /** Node indices of way w are refs[first[w]] … refs[first[w + 1] - 1]. */
  readonly ways: {
    readonly id: Float64Array
    readonly first: Int32Array
    readonly refs: Int32Array
    readonly tags: readonly OsmTags[]
  }
  /** Everything in the file, kept or not. */
  readonly counts: { readonly nodes: number; readonly ways: number; readonly relations: number }
}

/** data: null when nothing could be read. Readers never throw for a bad file; only a cancel rejects. */
export type OsmRead = { readonly data: OsmData | null; readonly problems: readonly Problem[] }

export type OsmReading = {
  /** Bytes done, of all. */
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/** The stages in which a file is read: areas name their outlines, ways name their nodes, so each is asked for what the one before needs. */
export const osmStages = ['relations', 'ways', 'nodes'] as const
export type OsmStage = (typeof osmStages)[number]

const latitudes = 90
const longitudes = 180

/** Gathers the three stages, in any order of the file within each. */
export class OsmCollector {
  private readonly outlines = new Map<number, OsmTags>()
  private readonly ids = new OsmIds()
  private wayIds: number[] = []
  private readonly wayTags: OsmTags[] = []
  private readonly first: number[] = [0]
  private refs = new Int32Array(4096)
  private lng: Float64Array = new Float64Array(0)
  private lat: Float64Array = new Float64Array(0)
  private readonly nodeTags = new Map<number, OsmTags>()
  private readonly counts = { nodes: 0, ways: 0, relations: 0 }

  /** A pedestrian square with a hole is a relation; its outlines are walked like the outline of a simple one. */
  relation(tags: OsmTags, wayIds: readonly number[]): void {
    this.counts.relations++
    if (tags.type !== 'multipolygon' || !isStreet(tags)) return
    for (const id of wayIds) this.outlines.set(id, { ...tags, area: 'yes' })
  }

  /** Counts the way; its nodes are worth reading when this answers tags. */
  wanted(id: number, tags: OsmTags): OsmTags | null {
    this.counts.ways++
    return isStreet(tags) ? tags : (this.outlines.get(id) ?? null)
  }

  way(id: number, tags: OsmTags, nodes: ArrayLike<number>, count: number): void {
    const from = this.first[this.first.length - 1]!
    if (from + count > this.refs.length) {
      const wider = new Int32Array(Math.max(this.refs.length * 2, from + count))
      wider.set(this.refs)
      this.refs = wider
    }
    for (let at = 0; at < count; at++) this.refs[from + at] = this.ids.add(nodes[at]!)
    this.wayIds.push(id)
    this.wayTags.push(tags)
    this.first.push(from + count)
  }

  /** A node's number when a kept way uses it, else -1. */
  node(id: number): number {
    this.counts.nodes++
    return this.ids.find(id)
  }

  /** The place of a node that a way names. */
  placeOf(id: number, lng: number, lat: number): void {
    const node = this.ids.find(id)
    if (node !== -1) this.place(node, lng, lat)
  }

  /** The first position of a node holds. */
  place(node: number, lng: number, lat: number): void {
    if (this.lng.length < this.ids.size) {
      const room = Math.max(this.ids.size, this.lng.length * 2)
      this.lng = widened(this.lng, room)
      this.lat = widened(this.lat, room)
    }
    if (!Number.isNaN(this.lng[node]!) || !(Math.abs(lng) <= longitudes && Math.abs(lat) <= latitudes)) return
    this.lng[node] = lng
    this.lat[node] = lat
  }

  tag(node: number, tags: OsmTags): void {
    if (tags.barrier !== undefined || tags.highway === 'crossing') this.nodeTags.set(node, tags)
  }

  data(): OsmData {
    const size = this.ids.size
    return {
      node: {
        id: this.ids.all(),
        lng: widened(this.lng, size).slice(0, size),
        lat: widened(this.lat, size).slice(0, size),
      },
      nodeTags: this.nodeTags,
      ways: {
        id: Float64Array.from(this.wayIds),
        first: Int32Array.from(this.first),
        refs: this.refs.slice(0, this.first[this.first.length - 1]),
        tags: this.wayTags,
      },
      counts: this.counts,
    }
  }
}

/** Streets and paths, and what people walk on without a highway tag: platforms and piers. */
const isStreet = (tags: OsmTags): boolean =>
  tags.highway !== undefined ||
  tags.railway === 'platform' ||
  tags.public_transport === 'platform' ||
  tags.man_made === 'pier'

function widened(column: Float64Array, size: number): Float64Array {
  if (column.length >= size) return column
  const wider = new Float64Array(size).fill(NaN)
  wider.set(column)
  return wider
}

/** Lets other work in, a cancel among it; rejects when there was one. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  if (signal?.aborted) throw new DOMException('cancelled', 'AbortError')
}
