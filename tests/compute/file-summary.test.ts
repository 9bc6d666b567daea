import { expect, test } from 'vitest'
import { summarise } from '../../src/compute/file-summary'
import { osmXml, pbfOf } from '../helpers/osm-files'

const map = { nodes: [{ id: 1, lng: 103, lat: 25 }, { id: 2, lng: 103.1, lat: 25 }], ways: [{ id: 1, refs: [1, 2], tags: { highway: 'path' } }] }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const rolesOf = (files: Readonly<Record<string, Uint8Array>>) => Object.fromEntries(summarise(Object.entries(files).map(([name, content]) => ({ name, bytes: content })), [], []).map(({ file, role }) => [file, role ?? null]))

test('a street file and the parts of a shapefile are told from files that could not be read', () => {
  expect(rolesOf({ 'roads.osm.pbf': pbfOf(map), 'more.osm': bytes(osmXml(map)), 'Lines.SHP': bytes('x'), 'lines.dbf': bytes('x'), 'lines.prj': bytes('x'), 'other.dbf': bytes('x'), 'noise.pbf': bytes('noise') })).toEqual({
    'roads.osm.pbf': 'streets',
    'more.osm': 'streets',
    'Lines.SHP': null,
    'lines.dbf': 'part',
    'lines.prj': 'part',
    'other.dbf': null,
    'noise.pbf': null,
  })
})

test('the network that a saved study keeps is no file of the user', () => expect(rolesOf({ 'streets.network': bytes('x'), 'study.json': bytes('{}') })).toEqual({ 'study.json': null }))
