import { expect, test } from 'vitest'
import { buildStreets, withStreets } from '../../src/model/build-streets'
import { readStudy } from '../../src/model/read-study'
import type { SourceFile } from '../../src/sources/raw-table'
import { pbfOf } from '../helpers/osm-files'
import { dbfOf, shpOf, type DrawnShape } from '../helpers/shapefiles'

const file = (name: string, content: string | Uint8Array): SourceFile => ({ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content })
const settings = (options = {}): SourceFile => file('study.json', JSON.stringify({ name: '桥头镇', asOf: '2025-12-31', options, crs: { 'people.csv': 'EPSG:4326', 'roads.geojson': 'EPSG:4326' } }))
const people = file('people.csv', 'id,lng,lat,residents\nP1,103.8,25.5,10\nP2,103.801,25.501,20\n')
const street = pbfOf({ nodes: [{ id: 1, lng: 103.8, lat: 25.5 }, { id: 2, lng: 103.801, lat: 25.5 }], ways: [{ id: 1, refs: [1, 2], tags: { highway: 'footway' } }] })
const crossing = file('roads.geojson', JSON.stringify({ type: 'FeatureCollection', features: [[[103.8, 25.5], [103.801, 25.501]], [[103.8, 25.501], [103.801, 25.5]]].map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })) }))

const read = async (...files: SourceFile[]) => {
  const { study, roads } = await readStudy(files)
  return { study: study!, roads }
}

test('a study keeps its street file and reads it when somebody walks', async () => {
  const { study, roads } = await read(settings(), people, file('roads.osm.pbf', street))
  expect(study.streets).toBeNull()
  expect(study.inputs.map((input) => input.file)).toEqual(['study.json', 'people.csv', 'roads.osm.pbf'])
  const walked = await withStreets(study, roads)
  expect(walked.streets!.report).toMatchObject({ files: ['roads.osm.pbf'], pieces: 1, problems: [] })
  expect({ ...walked, streets: null }).toEqual(study)
})

test('a study that has its streets is not built again, and one without a street file stays as it is', async () => {
  const { study, roads } = await read(settings(), people, file('roads.osm.pbf', street))
  const walked = await withStreets(study, roads)
  expect(await withStreets(walked, roads)).toBe(walked)
  const bare = await read(settings(), people)
  expect(await withStreets(bare.study, bare.roads)).toBe(bare.study)
})

test('drawn lines of a study cross without meeting, unless its settings say that they meet', async () => {
  for (const [options, components] of [[{}, 2], [{ joinCrossings: 'yes' }, 1]] as const) {
    const { study, roads } = await read(settings(options), people, crossing)
    expect((await withStreets(study, roads)).streets!.report.components).toBe(components)
  }
})

test('a street file from another place is said to lie elsewhere', async () => {
  const far = file('people.csv', 'id,lng,lat,residents\nP1,121.4,31.2,10\n')
  const { study, roads } = await read(settings(), far, file('roads.osm.pbf', street))
  expect((await withStreets(study, roads)).streets!.report.problems.map(({ code }) => code)).toEqual(['streets-elsewhere'])
})

test('a broken street file leaves the study and says what is wrong', async () => {
  const { study, roads } = await read(settings(), people, file('roads.osm.pbf', street.slice(0, street.length - 3)))
  const { streets } = await withStreets(study, roads)
  expect(streets!.graph).toBeNull()
  expect(streets!.report.problems.map(({ code }) => code)).toEqual(['osm-cut-off', 'streets-empty'])
})

test('a study whose streets are a shapefile in CGCS2000 metres walks on them', async () => {
  // Two lines of 100 m that meet, in EPSG:4544: x is the easting.
  const shapes: DrawnShape[] = [{ type: 'line', parts: [[[380000, 2820000], [380100, 2820000]]] }, { type: 'line', parts: [[[380100, 2820000], [380100, 2820100]]] }]
  const { study, roads } = await readStudy([
    file('study.json', '{"asOf":"2025-12-31","crs":{"roads.shp":"EPSG:4544"}}'),
    file('people.csv', 'id,lng,lat,residents\nP1,103.81,25.48,3\n'),
    file('roads.shp', shpOf(shapes)),
    file('roads.dbf', dbfOf([{ name: 'fclass', type: 'C', length: 12 }], [{ cells: ['footway'] }, { cells: ['residential'] }])),
    file('roads.cpg', 'GBK'),
  ])
  expect(study!.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(study!.inputs.map((input) => [input.file, input.rows])).toEqual([['study.json', 0], ['people.csv', 1], ['roads.cpg', 0], ['roads.dbf', 0], ['roads.shp', 2]])
  const { report } = await buildStreets(roads)
  expect(report).toMatchObject({ files: ['roads.shp'], vertices: 3, pieces: 2, components: 1 })
  expect(report.lengthM).toBeCloseTo(200, 1)
})
