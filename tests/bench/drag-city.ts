/** The city of the other measurements as a study folder, for measurements that open it in a browser. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StreetGraph } from '../../src/geo/streets/street-graph'
import type { Study } from '../../src/model/study'
import { pbfOf } from '../helpers/osm-files'
import { benchCity } from './bench-city'

/** 15,000 compounds, 1,500 facilities, 100,000 people points, 21,000 units; with streets 500,000 vertices of them. The folder's own parent is the caller's to remove. */
export function bigFolder(streets: boolean): string {
  const study = benchCity({ compounds: 15_000, facilities: 1_500, people: 100_000, units: 20_000, ...(streets ? { streetVertices: 500_000 } : {}) }, 11)
  const folder = join(mkdtempSync(join(tmpdir(), 'yikequan-drag-')), 'city')
  mkdirSync(folder)
  const table = (name: string, columns: readonly string[], rows: readonly (readonly unknown[])[]) => writeFileSync(join(folder, `${name}.csv`), [columns.join(), ...rows.map((row) => row.map((cell) => (cell === null || cell === undefined || Number.isNaN(cell) ? '' : Array.isArray(cell) ? cell.join('、') : String(cell))).join())].join('\n'))
  const { areas, compounds, facilities, people, plots } = study
  writeFileSync(join(folder, 'study.json'), JSON.stringify({ version: 1, name: study.name, asOf: study.asOf, policies: ['qujing-2023'], options: {} }))
  table('areas', ['code', 'name', 'level', 'parent', 'residents', 'elders60', 'lng', 'lat'], areas.map((area) => [area.id, area.name, area.level, area.parent, area.residents, area.elders60, area.at?.[0], area.at?.[1]]))
  table('compounds', ['id', 'name', 'area', 'households', 'elders60', 'completed', 'age', 'pool', 'careAreaM2', 'lng', 'lat'], compounds.map((each) => [each.id, each.name, each.area, each.households, each.elders60, each.completed, each.age, each.pool, each.careAreaM2, each.at?.[0], each.at?.[1]]))
  table('facilities', ['id', 'name', 'kind', 'level', 'area', 'serves', 'floorAreaM2', 'beds', 'services', 'stage', 'lng', 'lat'], facilities.map((each) => [each.id, each.name, each.kind, each.level, each.area, each.serves, each.floorAreaM2, each.beds, each.services, each.stage, each.at?.[0], each.at?.[1]]))
  table('plots', ['id', 'name', 'area', 'use', 'landAreaM2', 'status'], plots.map((each) => [each.id, each.name, each.area, each.use, each.landAreaM2, each.status]))
  table('people', ['lng', 'lat', 'households', 'residents', 'elders60', 'area'], peopleRows(people, areas))
  if (study.streets?.graph) writeFileSync(join(folder, 'roads.osm.pbf'), osmOf(study.streets.graph))
  return folder
}

const peopleRows = (people: Study['people'], areas: Study['areas']): readonly unknown[][] => (people ? people.id.map((_, at) => [people.lng[at], people.lat[at], people.households[at], people.residents[at], people.elders60[at], areas[people.area[at]!]?.id]) : [])

/** Pieces of one line follow each other: they are one way. */
function osmOf({ lng, lat, from, to, line }: StreetGraph): Uint8Array {
  const nodes = Array.from(lng, (east, at) => ({ id: at + 1, lng: east, lat: lat[at]! }))
  const ways: { id: number; refs: number[]; tags: { highway: string } }[] = []
  for (let piece = 0; piece < from.length; piece++) {
    if (piece > 0 && line[piece] === line[piece - 1]) ways.at(-1)!.refs.push(to[piece]! + 1)
    else ways.push({ id: ways.length + 1, refs: [from[piece]! + 1, to[piece]! + 1], tags: { highway: 'residential' } })
  }
  return pbfOf({ nodes, ways }, { perBlock: 8000, sorted: true })
}
