/** One PrimitiveBlock of a PBF file: its string table, its groups of nodes, ways and relations. */
import { osmKeys, type OsmCollector, type OsmKey, type OsmStage, type OsmTags } from './osm-data'
import { BrokenBlock, Fields } from './osm-pbf-fields'

/** What a block holds, as bits; together they tell whether a later stage has to look at it again. */
export const holds: Readonly<Record<OsmStage, number>> = { nodes: 1, ways: 2, relations: 4 }

/** Hands what the stage asks for to the collector; answers what the block holds. Throws BrokenBlock. */
export function readBlock(bytes: Uint8Array, stage: OsmStage | null, into: OsmCollector): number {
  const groups: Fields[] = []
  let table: Fields | null = null
  const scale: Scale = { granularity: 100, lat: 0, lng: 0 }
  const block = new Fields(bytes)
  while (block.next()) {
    if (block.field === 1) table = block.inside()
    else if (block.field === 2) groups.push(block.inside())
    else if (block.field === 17) scale.granularity = block.unsigned()
    else if (block.field === 19) scale.lat = block.unsigned()
    else if (block.field === 20) scale.lng = block.unsigned()
    else block.skip()
  }
  const strings = new Strings(table)
  let found = 0
  for (const group of groups) {
    while (group.next()) {
      const kind = group.field <= 2 ? 'nodes' : group.field === 3 ? 'ways' : group.field === 4 ? 'relations' : null
      if (kind !== null) found |= holds[kind]
      if (kind === null || kind !== stage) group.skip()
      else if (group.field === 1) readNode(group.inside(), strings, scale, into)
      else if (group.field === 2) readDense(group.inside(), strings, scale, into)
      else if (group.field === 3) readWay(group.inside(), strings, scale, into)
      else readRelation(group.inside(), strings, into)
    }
  }
  return found
}

/** Degrees = (offset + granularity × number) / 10⁹. */
type Scale = { granularity: number; lat: number; lng: number }
const degrees = (offset: number, { granularity }: Scale, value: number): number => (offset + granularity * value) / 1e9

function readNode(node: Fields, strings: Strings, scale: Scale, into: OsmCollector): void {
  let id = NaN
  let lat = NaN
  let lng = NaN
  const tags = new TagLists()
  while (node.next()) {
    if (node.field === 1) id = node.signed()
    else if (node.field === 8) lat = node.signed()
    else if (node.field === 9) lng = node.signed()
    else if (!tags.take(node)) node.skip()
  }
  const index = into.node(id)
  if (index === -1) return
  into.place(index, degrees(scale.lng, scale, lng), degrees(scale.lat, scale, lat))
  const read = tags.read(strings)
  if (read) into.tag(index, read)
}

/** Four lists side by side: each number but the tags' is the difference from the one before. */
function readDense(dense: Fields, strings: Strings, scale: Scale, into: OsmCollector): void {
  let ids = empty
  let lats = empty
  let lngs = empty
  let tags = empty
  while (dense.next()) {
    if (dense.field === 1) ids = dense.inside()
    else if (dense.field === 8) lats = dense.inside()
    else if (dense.field === 9) lngs = dense.inside()
    else if (dense.field === 10) tags = dense.inside()
    else dense.skip()
  }
  let id = 0
  let lat = 0
  let lng = 0
  while (ids.more) {
    id += ids.signed()
    lat += lats.signed()
    lng += lngs.signed()
    const index = into.node(id)
    if (index !== -1) into.place(index, degrees(scale.lng, scale, lng), degrees(scale.lat, scale, lat))
    if (tags.more) denseTags(tags, strings, index, into)
  }
}

/** Key, value, key, value … 0. */
function denseTags(list: Fields, strings: Strings, index: number, into: OsmCollector): void {
  let tags: MutableTags | null = null
  for (let key = list.unsigned(); key !== 0; key = list.unsigned()) {
    const value = list.unsigned()
    const known = index === -1 ? null : strings.key(key)
    if (known !== null) (tags ??= {})[known] = strings.text(value)
  }
  if (tags) into.tag(index, tags)
}

/** One list for all ways: the nodes of the way at hand. */
let nodes = new Float64Array(2048)

function readWay(way: Fields, strings: Strings, scale: Scale, into: OsmCollector): void {
  let id = NaN
  let refs = empty
  let lats = empty
  let lngs = empty
  const lists = new TagLists()
  while (way.next()) {
    if (way.field === 1) id = way.unsigned()
    else if (way.field === 8) refs = way.inside()
    else if (way.field === 9) lats = way.inside()
    else if (way.field === 10) lngs = way.inside()
    else if (!lists.take(way)) way.skip()
  }
  const tags = into.wanted(id, lists.read(strings) ?? noTags)
  if (tags === null) return
  let count = 0
  let ref = 0
  while (refs.more) {
    if (count === nodes.length) {
      const wider = new Float64Array(count * 2)
      wider.set(nodes)
      nodes = wider
    }
    nodes[count++] = ref += refs.signed()
  }
  into.way(id, tags, nodes, count)
  // Some files write each node's place in the way as well, and then leave the plain nodes out.
  let lat = 0
  let lng = 0
  for (let at = 0; at < count && lats.more && lngs.more; at++) {
    lat += lats.signed()
    lng += lngs.signed()
    into.placeOf(nodes[at]!, degrees(scale.lng, scale, lng), degrees(scale.lat, scale, lat))
  }
}

const wayMember = 1

function readRelation(relation: Fields, strings: Strings, into: OsmCollector): void {
  let ids = empty
  let kinds = empty
  const lists = new TagLists()
  while (relation.next()) {
    if (relation.field === 9) ids = relation.inside()
    else if (relation.field === 10) kinds = relation.inside()
    else if (!lists.take(relation)) relation.skip()
  }
  const ways: number[] = []
  let id = 0
  while (ids.more && kinds.more) {
    id += ids.signed()
    if (kinds.unsigned() === wayMember) ways.push(id)
  }
  into.relation(lists.read(strings) ?? noTags, ways)
}

type MutableTags = { -readonly [key in keyof OsmTags]: OsmTags[key] }
const noTags: OsmTags = {}
const empty = new Fields(new Uint8Array())

/** Keys and values of one object: two lists of places in the string table, fields 2 and 3. */
class TagLists {
  private keys = empty
  private values = empty

  take(from: Fields): boolean {
    if (from.field === 2) this.keys = from.inside()
    else if (from.field === 3) this.values = from.inside()
    else return false
    return true
  }

  read(strings: Strings): OsmTags | null {
    const { keys, values } = this
    let tags: MutableTags | null = null
    while (keys.more && values.more) {
      const key = strings.key(keys.unsigned())
      const value = values.unsigned()
      if (key !== null) (tags ??= {})[key] = strings.text(value)
    }
    return tags
  }
}

const keyNames: ReadonlyMap<string, OsmKey> = new Map(osmKeys.map((key) => [key, key]))

/** The strings of one block, turned into text only where they are asked for. */
class Strings {
  private readonly places: Fields[] = []
  private readonly texts: (string | undefined)[] = []
  private readonly keys: (OsmKey | null | undefined)[] = []

  constructor(table: Fields | null) {
    while (table?.next()) {
      if (table.field === 1) this.places.push(table.inside())
      else table.skip()
    }
  }

  text(at: number): string {
    const place = this.places[at]
    if (!place) throw new BrokenBlock('no such string')
    return (this.texts[at] ??= utf8.decode(place.bytes.subarray(place.at, place.end)))
  }

  /** null: a key that we do not keep. */
  key(at: number): OsmKey | null {
    const known = this.keys[at]
    if (known !== undefined) return known
    const place = this.places[at]
    if (!place) throw new BrokenBlock('no such string')
    return (this.keys[at] = place.end - place.at > longestKey ? null : (keyNames.get(this.text(at)) ?? null))
  }
}

const longestKey = Math.max(...osmKeys.map((key) => key.length))
const utf8 = new TextDecoder()
