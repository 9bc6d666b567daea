/** A hand-drawn piece of OpenStreetMap and its files: PBF in every dress that the format allows, and XML. */
import { deflateSync } from 'node:zlib'

type Tags = Readonly<Record<string, string>>
export type DrawnNode = { readonly id: number; readonly lng: number; readonly lat: number; readonly tags?: Tags }
export type DrawnWay = { readonly id: number; readonly refs: readonly number[]; readonly tags?: Tags }
export type DrawnRelation = { readonly id: number; readonly ways: readonly number[]; readonly tags?: Tags }
export type DrawnMap = { readonly nodes: readonly DrawnNode[]; readonly ways: readonly DrawnWay[]; readonly relations?: readonly DrawnRelation[] }

export type PbfDress = {
  readonly dense?: boolean
  readonly packing?: 'zlib' | 'raw' | 'lzma'
  /** Objects of one kind per block; all kinds in one block when absent. */
  readonly perBlock?: number
  /** Says in its header that nodes come first, then ways, then relations. */
  readonly sorted?: boolean
  /** Relations first, nodes last: allowed, where nothing is said about the order. */
  readonly backwards?: boolean
  readonly required?: readonly string[]
  readonly granularity?: number
  /** Each way carries the places of its nodes, and the nodes are left out. */
  readonly placesInWays?: boolean
}

export function pbfOf(map: DrawnMap, dress: PbfDress = {}): Uint8Array {
  return join(pbfBlobs(map, dress))
}

/** The header's blob, then those of the data. */
export function pbfBlobs(map: DrawnMap, dress: PbfDress = {}): Uint8Array[] {
  const required = ['OsmSchema-V0.6', 'DenseNodes', ...(dress.required ?? [])].map((name) => text(4, name))
  const header = blob('OSMHeader', join([...required, ...(dress.sorted ? [text(5, 'Sort.Type_then_ID')] : [])]), dress.packing)
  const nodes = dress.placesInWays ? [] : map.nodes
  const { perBlock } = dress
  const blocks: DrawnMap[] =
    perBlock === undefined
      ? [{ ...map, nodes }]
      : [
          ...chunks(nodes, perBlock).map((some) => ({ nodes: some, ways: [] })),
          ...chunks(map.ways, perBlock).map((some) => ({ nodes: [], ways: some })),
          ...chunks(map.relations ?? [], perBlock).map((some) => ({ nodes: [], ways: [], relations: some })),
        ]
  if (dress.backwards) blocks.reverse()
  const placeOf = new Map(map.nodes.map((node) => [node.id, node]))
  return [header, ...blocks.map((block) => blob('OSMData', primitiveBlock(block, dress, placeOf), dress.packing))]
}

/** One blob with its header; claimed: the sizes that it states, where they are to be lies. */
export function blob(type: string, content: Uint8Array, packing: PbfDress['packing'] = 'zlib', claimed: { raw?: number; data?: number } = {}): Uint8Array {
  const body = packing === 'raw' ? bytes(1, content) : join([number(2, claimed.raw ?? content.length), bytes(packing === 'zlib' ? 3 : 4, Uint8Array.from(deflateSync(content)))])
  const header = join([text(1, type), number(3, claimed.data ?? body.length)])
  return join([Uint8Array.of(0, 0, header.length >> 8, header.length & 255), header, body])
}

export function osmXml(map: DrawnMap): string {
  const escape = (value: string): string => value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
  const tags = (of: Tags | undefined): string => Object.entries(of ?? {}).map(([k, v]) => `<tag k="${escape(k)}" v="${escape(v)}"/>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${[
    ...map.nodes.map((node) => `<node id="${node.id}" lat="${node.lat}" lon="${node.lng}">${tags(node.tags)}</node>`),
    ...map.ways.map((way) => `<way id="${way.id}">${way.refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags(way.tags)}</way>`),
    ...(map.relations ?? []).map((relation) => `<relation id="${relation.id}">${relation.ways.map((ref) => `<member type="way" ref="${ref}" role="outer"/>`).join('')}${tags(relation.tags)}</relation>`),
  ].join('\n')}\n</osm>\n`
}

function primitiveBlock({ nodes, ways, relations = [] }: DrawnMap, dress: PbfDress, placeOf: ReadonlyMap<number, DrawnNode>): Uint8Array {
  const { dense = true, granularity = 100 } = dress
  const strings = ['']
  const place = (word: string): number => (strings.includes(word) ? strings.indexOf(word) : strings.push(word) - 1)
  const units = (degrees: number): number => Math.round((degrees * 1e9) / granularity)
  const lists = (tags: Tags | undefined): Uint8Array[] => (tags ? [packed(2, Object.keys(tags).map(place)), packed(3, Object.values(tags).map(place))] : [])
  const group = [
    ...(dense && nodes.length > 0
      ? [
          bytes(
            2,
            join([
              packedDeltas(1, nodes.map(({ id }) => id)),
              packedDeltas(8, nodes.map(({ lat }) => units(lat))),
              packedDeltas(9, nodes.map(({ lng }) => units(lng))),
              packed(10, nodes.flatMap(({ tags }) => [...Object.entries(tags ?? {}).flatMap((pair) => pair.map(place)), 0])),
            ]),
          ),
        ]
      : nodes.map((node) => bytes(1, join([tag(1, 0), zigzag(node.id), ...lists(node.tags), tag(8, 0), zigzag(units(node.lat)), tag(9, 0), zigzag(units(node.lng))])))),
    ...ways.map((way) => {
      const at = dress.placesInWays ? way.refs.map((ref) => placeOf.get(ref)!) : []
      return bytes(3, join([number(1, way.id), ...lists(way.tags), packedDeltas(8, way.refs), ...(at.length > 0 ? [packedDeltas(9, at.map(({ lat }) => units(lat))), packedDeltas(10, at.map(({ lng }) => units(lng)))] : [])]))
    }),
    ...relations.map((relation) => bytes(4, join([number(1, relation.id), ...lists(relation.tags), packedDeltas(9, relation.ways), packed(10, relation.ways.map(() => 1))]))),
  ]
  const table = bytes(1, join(strings.map((word) => text(1, word))))
  return join([table, bytes(2, join(group)), ...(granularity === 100 ? [] : [number(17, granularity)])])
}

const tag = (field: number, type: number): Uint8Array => varint(BigInt(field * 8 + type))
const number = (field: number, value: number): Uint8Array => join([tag(field, 0), varint(BigInt.asUintN(64, BigInt(value)))])
const bytes = (field: number, content: Uint8Array): Uint8Array => join([tag(field, 2), varint(BigInt(content.length)), content])
const text = (field: number, word: string): Uint8Array => bytes(field, new TextEncoder().encode(word))
const packed = (field: number, values: readonly number[]): Uint8Array => bytes(field, join(values.map((value) => varint(BigInt(value)))))
const packedDeltas = (field: number, values: readonly number[]): Uint8Array => bytes(field, join(values.map((value, at) => zigzag(value - (values[at - 1] ?? 0)))))
const zigzag = (value: number): Uint8Array => varint(BigInt.asUintN(64, (BigInt(value) << 1n) ^ (BigInt(value) >> 63n)))

function varint(value: bigint): Uint8Array {
  const out: number[] = []
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 128n) return Uint8Array.from([...out, Number(rest)])
    out.push(Number(rest & 127n) | 128)
  }
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const chunks = <T>(list: readonly T[], size: number): (readonly T[])[] => Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
