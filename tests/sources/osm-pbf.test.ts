import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOsm } from '../../src/sources/osm'
import type { OsmData, OsmRead } from '../../src/sources/osm-data'
import { readOsmPbf } from '../../src/sources/osm-pbf'
import { blob, join, osmXml, pbfBlobs, pbfOf, type DrawnMap, type PbfDress } from '../helpers/osm-files'
import { lacks, shared, title } from '../helpers/shared'

const read = (bytes: Uint8Array): Promise<OsmRead> => readOsmPbf({ name: 'roads.osm.pbf', bytes })

/** Two streets that meet at node 2, a house, a lonely tree, and a square drawn as a relation. */
const corner: DrawnMap = {
  nodes: [
    { id: 1, lng: 103.8, lat: 25.5 },
    { id: 2, lng: 103.801, lat: 25.5, tags: { highway: 'crossing' } },
    { id: 3, lng: 103.802, lat: 25.5 },
    { id: 4_000_000_004, lng: 103.801, lat: 25.501, tags: { barrier: 'gate', locked: 'yes', colour: 'green' } },
    { id: 5, lng: 103.9, lat: 25.6, tags: { natural: 'tree' } },
    { id: 6, lng: 103.8, lat: 25.502 },
    { id: 7, lng: 103.801, lat: 25.502 },
  ],
  ways: [
    { id: 10, refs: [1, 2, 3], tags: { highway: 'residential', name: '人民路', surface: 'asphalt' } },
    { id: 11, refs: [2, 4_000_000_004], tags: { highway: 'footway' } },
    { id: 12, refs: [1, 5], tags: { building: 'yes' } },
    { id: 13, refs: [6, 7, 4_000_000_004, 6] },
  ],
  relations: [
    { id: 20, ways: [13], tags: { type: 'multipolygon', highway: 'pedestrian' } },
    { id: 21, ways: [12], tags: { type: 'multipolygon', building: 'yes' } },
  ],
}

/** Without the order of nodes and of ways in the file, which no reader of the data may lean on. */
function plain({ node, nodeTags, ways, counts }: OsmData): unknown {
  const at = (index: number): unknown => [
    node.id[index],
    Number(node.lng[index]!.toFixed(7)),
    Number(node.lat[index]!.toFixed(7)),
    nodeTags.get(index) ?? null,
  ]
  return {
    counts,
    ways: [...ways.id]
      .map((id, way) => ({
        id,
        tags: ways.tags[way],
        nodes: [...ways.refs.slice(ways.first[way]!, ways.first[way + 1]!)].map(at),
      }))
      .sort((a, b) => a.id - b.id),
  }
}

const cornerRead = {
  counts: { nodes: 7, ways: 4, relations: 2 },
  ways: [
    {
      id: 10,
      tags: { highway: 'residential', name: '人民路' },
      nodes: [
        [1, 103.8, 25.5, null],
        [2, 103.801, 25.5, { highway: 'crossing' }],
        [3, 103.802, 25.5, null],
      ],
    },
    {
      id: 11,
      tags: { highway: 'footway' },
      nodes: [
        [2, 103.801, 25.5, { highway: 'crossing' }],
        [4_000_000_004, 103.801, 25.501, { barrier: 'gate', locked: 'yes' }],
      ],
    },
    {
      id: 13,
      tags: { highway: 'pedestrian', type: 'multipolygon', area: 'yes' },
      nodes: [
        [6, 103.8, 25.502, null],
        [7, 103.801, 25.502, null],
        [4_000_000_004, 103.801, 25.501, { barrier: 'gate', locked: 'yes' }],
        [6, 103.8, 25.502, null],
      ],
    },
  ],
}

describe('a PBF file', () => {
  const dresses: (PbfDress & { name: string })[] = [
    { name: 'dense nodes, packed' },
    { name: 'plain nodes', dense: false },
    { name: 'unpacked blobs', packing: 'raw' },
    { name: 'plain nodes in unpacked blobs', dense: false, packing: 'raw' },
    { name: 'one object a block', perBlock: 1 },
    { name: 'one object a block, said to be sorted', perBlock: 1, sorted: true },
    { name: 'three objects a block, sorted', perBlock: 3, sorted: true },
    { name: 'all in one block, sorted', sorted: true },
    { name: 'relations first and nodes last', perBlock: 1, backwards: true },
    { name: 'a granularity of a metre and its own offset', granularity: 1000 },
  ]
  test.each(dresses)('gives the streets and the nodes that they need: $name', async (dress) => {
    const { data, problems } = await read(pbfOf(corner, dress))
    expect(problems).toEqual([])
    expect(plain(data!)).toEqual(cornerRead)
  })

  test('gives what the XML of the same map gives', async () => {
    const fromXml = await readOsm({ name: 'roads.osm', bytes: new TextEncoder().encode(osmXml(corner)) })
    expect(plain(fromXml.data!)).toEqual(cornerRead)
  })

  test('that carries the places in its ways needs no nodes', async () => {
    const { data } = await read(pbfOf(corner, { placesInWays: true }))
    expect([...data!.node.lng].map((lng) => lng.toFixed(3))).toEqual([
      '103.800',
      '103.801',
      '103.802',
      '103.801',
      '103.800',
      '103.801',
    ])
  })

  test('that lacks a node says so by a position that is none', async () => {
    const { data } = await read(pbfOf({ ...corner, nodes: corner.nodes.slice(1) }))
    expect([...data!.node.id].filter((_, at) => Number.isNaN(data!.node.lng[at]!))).toEqual([1])
  })

  test('keeps any whole node id and place to 1e-7 degrees', async () => {
    const node = fc.record({
      id: fc.integer({ min: -(2 ** 40), max: 2 ** 50 }),
      lng: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
      lat: fc.integer({ min: -900_000_000, max: 900_000_000 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(node, { selector: ({ id }) => id, minLength: 1, maxLength: 40 }),
        fc.boolean(),
        fc.integer({ min: -5, max: 2 ** 45 }),
        async (nodes, dense, id) => {
          const map = {
            nodes: nodes.map((each) => ({ id: each.id, lng: each.lng / 1e7, lat: each.lat / 1e7 })),
            ways: [{ id, refs: nodes.map((each) => each.id), tags: { highway: 'path' } }],
          }
          const { data } = await read(pbfOf(map, { dense }))
          expect([...data!.ways.id]).toEqual([id])
          expect(
            [...data!.ways.refs].map((at) => [
              data!.node.id[at],
              Math.round(data!.node.lng[at]! * 1e7),
              Math.round(data!.node.lat[at]! * 1e7),
            ]),
          ).toEqual(nodes.map((each) => [each.id, each.lng, each.lat].map((value) => value + 0)))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a PBF file that is not sound', () => {
  const codes = ({ problems }: OsmRead): string[] => problems.map(({ code }) => code)

  test('and is cut off anywhere gives one problem and the ways before the cut', async () => {
    const whole = pbfOf(corner, { perBlock: 1, backwards: true, packing: 'raw' })
    const ends = new Set<number>()
    let end = 0
    for (const each of pbfBlobs(corner, { perBlock: 1, backwards: true, packing: 'raw' }))
      ends.add((end += each.length))
    for (let length = 0; length < whole.length; length++) {
      const found = await read(whole.slice(0, length))
      const sound = ends.has(length)
      const header = length < [...ends][0]!
      expect([length, codes(found)]).toEqual([
        length,
        length === 0
          ? ['file-empty']
          : header
            ? ['file-unreadable']
            : !sound
              ? ['osm-cut-off']
              : length === [...ends][0]
                ? ['streets-empty']
                : [],
      ])
      expect([length, found.data === null]).toEqual([length, length < [...ends][1]!])
    }
    const half = await read(whole.slice(0, whole.length - 5))
    expect(half.data!.ways.id.length).toBe(3)
  })

  test('by any change of any bytes never throws and always ends', async () => {
    const whole = pbfOf(corner, { perBlock: 2, packing: 'raw' })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = whole.slice()
          for (const [at, value] of changes) bytes[at] = value
          const { data, problems } = await read(bytes)
          expect(data !== null || problems.length > 0).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('loses a block of which one packed byte is wrong, and no other', async () => {
    const blobs = pbfBlobs(corner, { perBlock: 1 })
    const last = blobs[11]!
    // After the header and seven nodes, the fourth way: the square. Its checksum stands at the end.
    last[last.length - 1]! ^= 1
    const { data, problems } = await read(join(blobs))
    expect(problems).toEqual([
      { code: 'osm-blocks-broken', severity: 'error', at: { file: 'roads.osm.pbf' }, detail: '1 / 13' },
    ])
    expect([...data!.ways.id]).toEqual([10, 11])
  })

  test('and states sizes beyond all reason is not believed', async () => {
    const [header] = pbfBlobs(corner)
    const content = new Uint8Array(50)
    expect(codes(await read(join([header!, blob('OSMData', content, 'zlib', { raw: 4_000_000_000 })])))).toEqual([
      'osm-blocks-broken',
    ])
    expect(codes(await read(join([header!, blob('OSMData', content, 'zlib', { data: 2 ** 52 })])))).toEqual([
      'osm-cut-off',
    ])
    expect(codes(await read(join([header!, Uint8Array.of(255, 255, 255, 255)])))).toEqual(['osm-cut-off'])
    expect(codes(await read(join([header!, blob('OSMData', new Uint8Array(1_000_000), 'zlib', { raw: 20 })])))).toEqual(
      ['osm-blocks-broken'],
    )
  })

  test('and requires what we cannot do is refused by name', async () => {
    expect(await read(pbfOf(corner, { required: ['HistoricalInformation'] }))).toEqual({
      data: null,
      problems: [
        { code: 'osm-unsupported', severity: 'error', at: { file: 'roads.osm.pbf' }, detail: 'HistoricalInformation' },
      ],
    })
    const [header] = pbfBlobs(corner)
    expect((await read(join([header!, ...pbfBlobs(corner, { packing: 'lzma' }).slice(1)]))).problems).toEqual([
      { code: 'osm-unsupported', severity: 'error', at: { file: 'roads.osm.pbf' }, detail: 'LZMA' },
    ])
  })

  test('is a clear sentence when it is something else', async () => {
    expect(
      codes(await readOsm({ name: 'roads.osm.pbf', bytes: new TextEncoder().encode('<html>404</html>') })),
    ).toEqual(['file-unreadable'])
    expect(codes(await readOsm({ name: 'roads.osm.pbf', bytes: new Uint8Array() }))).toEqual(['file-empty'])
    expect(codes(await read(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)))).toEqual([
      'file-unreadable',
    ])
  })
})

describe('a long read', () => {
  const nodes = Array.from({ length: 3000 }, (_, at) => ({ id: at + 1, lng: 103 + at / 1e5, lat: 25 }))
  const bytes = pbfOf(
    { nodes, ways: [{ id: 1, refs: nodes.map(({ id }) => id), tags: { highway: 'path' } }] },
    { perBlock: 100 },
  )

  test('tells how far it is and ends at the whole', async () => {
    const told: number[] = []
    await readOsmPbf({ name: 'a.pbf', bytes }, { onProgress: (done, of) => told.push(done / of) })
    expect(told[told.length - 1]).toBe(1)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  test('stops when it is cancelled', async () => {
    const cancel = new AbortController()
    cancel.abort()
    await expect(readOsmPbf({ name: 'a.pbf', bytes }, { signal: cancel.signal })).rejects.toThrow('cancelled')
  })
})

test.skipIf(lacks('data', 'porto-alegre'))(
  title('Porto Alegre has 43,264 nodes, 16,032 ways and 23 relations', 'data', 'porto-alegre'),
  async () => {
    const { data, problems } = await readOsm({
      name: 'roads.osm.pbf',
      bytes: new Uint8Array(readFileSync(shared('data', 'porto-alegre', 'roads.osm.pbf'))),
    })
    expect(problems).toEqual([])
    expect(data!.counts).toEqual({ nodes: 43_264, ways: 16_032, relations: 23 })
    expect([...data!.node.lng].every((lng) => lng > -51.4 && lng < -51)).toBe(true)
    expect([...data!.node.lat].every((lat) => lat > -30.3 && lat < -29.9)).toBe(true)
  },
)
