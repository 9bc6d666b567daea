import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { streetsToKeep, withStreets } from '../../src/model/build-streets'
import { sha256Hex } from '../../src/model/digest'
import { keptStreetsName, streetRules } from '../../src/model/kept-streets'
import { readStudy } from '../../src/model/read-study'
import { reachStudy } from '../../src/reach/reach-study'
import { walkNetworkOf } from '../../src/geo/streets/walk-network'
import type { SourceFile } from '../../src/sources/raw-table'
import { pbfOf } from '../helpers/osm-files'

const file = (name: string, content: string | Uint8Array): SourceFile => ({ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content })
const settings = (more = {}) => file('study.json', JSON.stringify({ name: '桥头镇', asOf: '2025-12-31', crs: { 'people.csv': 'EPSG:4326', 'facilities.csv': 'EPSG:4326', 'roads.geojson': 'EPSG:4326' }, ...more }))
const people = file('people.csv', 'id,lng,lat,residents\nP1,103.8,25.5,10\nP2,103.802,25.501,20\n')
const facilities = file('facilities.csv', 'id,name,kind,lng,lat\nF1,站,社区养老服务中心,103.8005,25.5\n')
const nodes = [[103.8, 25.5], [103.801, 25.5], [103.802, 25.5], [103.801, 25.501], [103.802, 25.501]].map(([lng, lat], at) => ({ id: at + 1, lng: lng!, lat: lat! }))
const way = (id: number, refs: readonly number[], tags: Readonly<Record<string, string>>) => ({ id, refs, tags })
const osm = (name: string) => file('roads.osm.pbf', pbfOf({ nodes: [...nodes, { id: 9, lng: 103.8015, lat: 25.5, tags: { barrier: 'wall' } }], ways: [way(1, [1, 2, 9, 3], { highway: 'residential', name }), way(2, [2, 4], { highway: 'steps' }), way(3, [4, 5], { highway: 'footway', footway: 'crossing' }), way(4, [3, 5], { highway: 'motorway' })] }))
const drawn = file('roads.geojson', JSON.stringify({ type: 'FeatureCollection', features: [[[103.8, 25.5], [103.802, 25.501]], [[103.8, 25.501], [103.802, 25.5]]].map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })) }))

const read = async (...files: readonly SourceFile[]) => {
  const { study, roads } = await readStudy(files)
  return { study: study!, roads }
}
const walk = async (...files: readonly SourceFile[]) => {
  const { study, roads } = await read(...files)
  const walked = await withStreets(study, roads)
  return { walked, kept: streetsToKeep(walked, roads)!, roads }
}
const problemsOf = ({ walked }: Awaited<ReturnType<typeof walk>>) => walked.streets!.report.problems.map(({ code }) => code)
const told = ({ walked }: Awaited<ReturnType<typeof walk>>) => JSON.stringify(reachStudy(walked, { metres: [100, 300], walk: { speed: 0.8, crossingDelayS: 20, stepsPenalty: 2 } }))

const plain = [settings(), people, facilities, osm('胜利路 "北"')]

describe('the network kept in a study', () => {
  test('opens as the very streets that the files give, report and all, and answers the same to the byte', async () => {
    for (const files of [plain, [settings(), people, facilities, drawn], [settings({ options: { joinCrossings: 'yes' } }), people, facilities, drawn, osm('x')]]) {
      const built = await walk(...files)
      const opened = await walk(...files, built.kept)
      expect(opened.walked.streets!.network).toEqual(walkNetworkOf(built.walked.streets!.graph!))
      expect({ ...opened.walked.streets, network: undefined }).toEqual({ ...built.walked.streets, network: undefined })
      expect(told(opened)).toBe(told(built))
      expect(opened.walked.inputs).toEqual(built.walked.inputs)
      // Kept again it is the same file.
      expect(opened.kept).toEqual(built.kept)
    }
  })

  test('is not built again when it is opened: no street file is read', async () => {
    const { kept } = await walk(...plain)
    const { study, roads } = await read(...plain, kept)
    const readers: string[] = []
    const watched = { ...roads, osm: roads.osm.map((each) => ({ ...each, get bytes() { readers.push(each.name); return each.bytes } })) }
    expect((await withStreets(study, watched)).streets!.report.pieces).toBe(5)
    expect(readers).toEqual([])
    await withStreets(study, { ...watched, key: 'another' })
    expect(readers).not.toEqual([])
  })

  test('gives way, without a word, to another street file, another setting, another coordinate system', async () => {
    const { kept } = await walk(...plain)
    expect((await walk(settings(), people, facilities, osm('another'), kept)).walked.streets!.graph!.lines[0]!.name).toBe('another')
    const lines = [people, facilities, drawn]
    const apart = await walk(settings(), ...lines)
    expect(apart.walked.streets!.report.components).toBe(2)
    expect((await walk(settings({ options: { joinCrossings: 'yes' } }), ...lines, apart.kept)).walked.streets!.report).toMatchObject({ components: 1, problems: [] })
    const shifted = await walk(settings({ crs: { 'roads.geojson': 'GCJ-02' } }), ...lines, apart.kept)
    expect(shifted.walked.streets!.graph!.lng[0]).not.toBe(apart.walked.streets!.graph!.lng[0])
  })

  test('damaged or cut off is said, and the streets are built from their files as if nothing had been kept', async () => {
    const built = await walk(...plain)
    await fc.assert(
      fc.asyncProperty(fc.nat(built.kept.bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, by, cut) => {
        const bytes = cut ? built.kept.bytes.slice(0, at) : built.kept.bytes.slice()
        if (!cut) bytes[at]! ^= by
        const opened = await walk(...plain, { name: keptStreetsName, bytes })
        expect(problemsOf(opened)).toEqual(['streets-kept-damaged', ...problemsOf(built)])
        expect(opened.walked.streets!.graph).toEqual(built.walked.streets!.graph)
      }),
      { numRuns: 200 },
    )
  })

  test('without its street files it is no network: there is nothing to believe it by', async () => {
    const { kept } = await walk(...plain)
    const { study, roads } = await read(settings(), people, facilities, kept)
    expect(await withStreets(study, roads)).toBe(study)
  })

  test('still lies elsewhere when nobody lives near it', async () => {
    const far = [settings(), file('people.csv', 'id,lng,lat,residents\nP1,121.4,31.2,10\n'), osm('x')]
    const { kept } = await walk(...plain.slice(0, 3), osm('x'))
    expect(problemsOf(await walk(...far, kept))).toEqual(problemsOf(await walk(...far)))
    expect(problemsOf(await walk(...far, kept))).toContain('streets-elsewhere')
  })
})

test('a rule that changes what is walked, or how long it is, must raise streetRules: else saved studies keep the old answer', async () => {
  const { kept } = await walk(settings(), people, facilities, drawn, osm('x'))
  // The network without the header, which holds the key.
  const header = 12 + new DataView(kept.bytes.buffer).getUint32(8, true)
  expect([streetRules, sha256Hex(kept.bytes.subarray((header + 7) & ~7))]).toEqual([1, '57926c001551ecae2b09d091dd36731334d73efa05bee919507ddb17472c19b7'])
})
