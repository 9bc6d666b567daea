import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OsmRead } from '../../src/sources/osm-data'
import { readOsmXml } from '../../src/sources/osm-xml'
import { readOsm } from '../../src/sources/osm'
import { osmXml } from '../helpers/osm-files'

const read = (text: string): Promise<OsmRead> => readOsm({ name: 'roads.osm', bytes: new TextEncoder().encode(text) })
const codes = ({ problems }: OsmRead): string[] => problems.map(({ code }) => code)

const twoNodes = '<node id="1" lat="25.5" lon="103.8"/><node id="2" lat="25.5" lon="103.801"/>'
const street = (tags = ''): string => `<way id="9"><nd ref="1"/><nd ref="2"/><tag k="highway" v="path"/>${tags}</way>`
const whole = `<?xml version='1.0' encoding='UTF-8'?>\n<osm version="0.6" generator="JOSM">${twoNodes}${street()}</osm>`

test('a street of two nodes is read', async () => {
  const { data, problems } = await read(whole)
  expect(problems).toEqual([])
  expect([...data!.ways.id]).toEqual([9])
  expect([[...data!.node.id], [...data!.node.lng], [...data!.node.lat]]).toEqual([
    [1, 2],
    [103.8, 103.801],
    [25.5, 25.5],
  ])
})

describe('the text', () => {
  test('may quote by either mark, escape what it must, and hold brackets in its values', async () => {
    const { data, problems } = await read(
      whole.replace(street(), street(`<tag v='东&#x6865; "A&amp;B" &gt; 3 > 2' k='name'/>`)),
    )
    expect(problems).toEqual([])
    expect(data!.ways.tags[0]).toEqual({ highway: 'path', name: '东桥 "A&B" > 3 > 2' })
  })

  test('may hold comments, and what stands in them is not read', async () => {
    const { data } = await read(whole.replace('</osm>', `<!-- ${street().replace('"9"', '"10"')} --></osm>`))
    expect([...data!.ways.id]).toEqual([9])
  })

  test('may keep deleted ways and nodes, which are not used', async () => {
    const { data } = await read(
      whole.replace(
        '</osm>',
        `${street().replace('id="9"', 'id="-10" action="delete"')}${street().replace('id="9"', 'id="11" visible="false"')}</osm>`,
      ),
    )
    expect([...data!.ways.id]).toEqual([9])
  })

  test('may number what is new below zero', async () => {
    const { data } = await read(whole.replaceAll('"2"', '"-2"'))
    expect([...data!.node.id]).toEqual([1, -2])
  })

  test('never gives a tag that reaches into an object', async () => {
    const { data } = await read(
      whole.replace(street(), street('<tag k="__proto__" v="x"/><tag k="constructor" v="x"/>')),
    )
    expect(Object.keys(data!.ways.tags[0]!)).toEqual(['highway'])
    expect(Object.getPrototypeOf(data!.ways.tags[0])).toBe(Object.prototype)
  })
})

describe('a text that is not sound', () => {
  test('and is cut off gives what stands before the cut, and says so', async () => {
    const text = osmXml({
      nodes: [1, 2, 3].map((id) => ({ id, lng: 103.8 + id / 1000, lat: 25.5 })),
      ways: [1, 2].map((id) => ({ id, refs: [id, id + 1], tags: { highway: 'path' } })),
    })
    const cut = await read(text.slice(0, text.lastIndexOf('<way') + 20))
    expect(codes(cut)).toEqual(['osm-cut-off'])
    expect([...cut.data!.ways.id]).toEqual([1])
  })

  test('and has a position that is no number loses the node, not the street', async () => {
    const { data, problems } = await read(whole.replace('lon="103.8"', 'lon="NaN"'))
    expect(problems).toMatchObject([{ code: 'osm-text-broken', detail: '1' }])
    expect([...data!.node.lng]).toEqual([NaN, 103.801])
  })

  test('and has no streets or nodes at all is empty', async () => {
    expect(codes(await read('<osm version="0.6"></osm>'))).toEqual(['streets-empty'])
    expect(codes(await read(''))).toEqual(['file-empty'])
    expect(codes(await read('<gpx><trk/></gpx>'))).toEqual(['file-unreadable'])
  })

  test('by any cut and any change never throws and always ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(whole.length - 1),
        fc.constantFrom('<', '>', '"', '&', '\0', '</osm', '<!--', '😀'),
        async (length, at, change) => {
          const { data, problems } = await read((whole.slice(0, at) + change + whole.slice(at + 1)).slice(0, length))
          expect(data !== null || problems.length > 0).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('and has a bracket where none may stand loses that entry, and says so', async () => {
    const { data, problems } = await read(
      whole.replace('</osm>', '<way id="10" name="a < b"><nd ref="1"/><nd ref="2"/></way></osm>'),
    )
    expect([...data!.ways.id]).toEqual([9])
    expect(problems.map(({ code }) => code)).toEqual(['osm-text-broken'])
  })

  test.each<[string, string]>([
    ['quotes without end', `<node ${'"a"'.repeat(1_000_000)}`],
    ['brackets without end', '<'.repeat(300_000)],
    ['tags that never close', '<tag '.repeat(400_000)],
    ['tags in a way that never close', `<way id="1">${'<tag k="'.repeat(300_000)}</way>`],
    ['a name without end', `<way ${'a'.repeat(2_000_000)} id="1"></way>`],
    ['ways within ways', '<way id="1">'.repeat(200_000)],
  ])('and is made to keep a reader busy ends soon: %s', { timeout: 20_000 }, async (_, inner) => {
    const { data } = await read(`<osm>${twoNodes}${street()}${inner}</osm>`)
    expect([...data!.ways.id]).toContain(9)
  })

  test('is left when it is cancelled', async () => {
    const cancel = new AbortController()
    cancel.abort()
    await expect(
      readOsmXml({ name: 'a.osm', bytes: new TextEncoder().encode(whole) }, { signal: cancel.signal }),
    ).rejects.toThrow('cancelled')
  })
})
