/** The real towns that may lie beside the repository, counted a second time by plain reading of their files. */
import { readFileSync } from 'node:fs'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/cli/evaluate'
import { reach } from '../../src/cli/reach'
import type { ResultFile } from '../../src/exports/result-json'
import type { ReachStudy } from '../../src/reach/reach-study'
import { said } from '../helpers/commands'
import { lacks, shared, title } from '../helpers/shared'

type Row = Readonly<Record<string, string>>
const rowsOf = (...parts: readonly string[]): readonly Row[] => Papa.parse<Row>(readFileSync(shared('data', ...parts), 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data
const evaluated = async (town: string) => JSON.parse((await said(evaluate, shared('data', town), '--policy', 'qujing-2023', '--json', '-')).stdout) as ResultFile
const reached = async (town: string) => JSON.parse((await said(reach, shared('data', town), '--metres', '500,1000', '--json', '-')).stdout) as ReachStudy
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const clauseOf = (clause: string, { results }: ResultFile) => results.find((result) => result.clause === clause)

/** Metres on the sphere of the local radius: within 0.3 % of the geodesic over a kilometre, enough for what lies clear of the limit. */
function roughMetres(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = Math.PI / 180
  const east = (b[0] - a[0]) * Math.cos(((a[1] + b[1]) / 2) * radians) * radians
  return 6371009 * Math.hypot(east, (b[1] - a[1]) * radians)
}

/** Even-odd rule over all rings: a hole takes its inside out again. */
function holds(shape: Polygon | MultiPolygon, lng: number, lat: number): boolean {
  let inside = false
  for (const ring of shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat())
    ring.forEach(([x = 0, y = 0], at) => {
      const [px = 0, py = 0] = ring[(at + ring.length - 1) % ring.length] ?? []
      if (y > lat !== py > lat && lng < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside
    })
  return inside
}

describe.skipIf(lacks('data', 'taipei'))(title('Taipei', 'data', 'taipei'), () => {
  test('QJ-12 counts the communities in which an operating station of the community stands', async () => {
    const areas = rowsOf('taipei', 'areas.csv')
    const communities = new Set(areas.filter((row) => row.level === 'community').map((row) => row.code))
    // The register's own community; where it names only the district, the one that the point lies in (option placeBy).
    const shapes = (JSON.parse(readFileSync(shared('data', 'taipei', 'areas.geojson'), 'utf8')) as FeatureCollection<Polygon | MultiPolygon, { code: string }>).features.filter(({ properties }) => communities.has(properties.code))
    const drawn = (row: Row) => shapes.find(({ geometry }) => row.lng !== '' && holds(geometry, Number(row.lng), Number(row.lat)))?.properties.code
    const stations = rowsOf('taipei', 'facilities.csv').filter((row) => row.kind === 'COMM' && row.level === 'community' && row.stage === 'operating')
    const covered = new Set(stations.flatMap((row) => (communities.has(row.area) ? row.area : drawn(row)) ?? []))
    const result = clauseOf('QJ-12', await evaluated('taipei'))
    expect([result?.numerator, result?.denominator]).toEqual([covered.size, communities.size])
    expect([covered.size, communities.size]).toEqual([371, 456])
    expect(new Set(result?.units.filter(({ state }) => state === 'met').map(({ id }) => id))).toEqual(covered)
  })

  test('every point, every resident and every elder is in the sum of the reach', async () => {
    const people = rowsOf('taipei', 'people.csv')
    const { total, points } = await reached('taipei')
    expect(points).toHaveLength(people.length)
    expect(total.all.points).toBe(people.length)
    expect(total.all.residents).toBeCloseTo(sum(people.map((row) => Number(row.residents))), 3)
    expect(total.all.elders60).toBeCloseTo(sum(people.map((row) => Number(row.elders60))), 3)
  })
})

describe.each(['taipei', 'toa-payoh', 'porto-alegre'])('%s', (town) => {
  test.skipIf(lacks('data', town))(title('is judged and measured; what the limits hold agrees with a plain count', 'data', town), async () => {
    const { results, problems } = await evaluated(town)
    expect(results.length).toBeGreaterThan(5)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const answer = await reached(town)
    const sites = rowsOf(town, 'facilities.csv').filter((row) => answer.facilities.some(({ id }) => id === row.id))
    expect(sites.length).toBe(answer.facilities.length)
    const people = rowsOf(town, 'people.csv')
    const at = (row: Row): [number, number] => [Number(row.lng), Number(row.lat)]
    const places = sites.map(at)
    const byId = new Map(answer.points.map((point) => [point.id, point]))
    // Every 37th point: enough to catch a wrong column or a wrong limit, and quick.
    for (const row of people.filter((each, index) => index % 37 === 0 && byId.has(each.id ?? ''))) {
      const nearest = Math.min(...places.map((place) => roughMetres(at(row), place)))
      expect(Math.abs(byId.get(row.id ?? '')!.metres! - nearest), row.id).toBeLessThanOrEqual(nearest * 0.006 + 0.01)
    }
  })
})
