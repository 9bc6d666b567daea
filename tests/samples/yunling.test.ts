/** The sample town holds what its NOTICE says, and its script writes it again byte for byte. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, FeatureCollection, LineString, Polygon, Position } from 'geojson'
import Papa from 'papaparse'
import { afterAll, describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../data/samples/yunling')
const scratch = mkdtempSync(join(tmpdir(), 'yunling-'))
afterAll(() => rmSync(scratch, { recursive: true }))

type Row = Readonly<Record<string, string>>
type Unit = Feature<Polygon, { code: string | null; name: string; level: string; parent: string }>

const text = (name: string): string => readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '')
const rows = (name: string, skip = 0): Row[] =>
  Papa.parse<Row>(text(name).split('\r\n').slice(skip).join('\r\n'), { header: true, skipEmptyLines: true }).data
const units = (JSON.parse(text('areas.geojson')) as FeatureCollection).features as Unit[]
const roads = (JSON.parse(text('roads.geojson')) as FeatureCollection<LineString>).features
const areas = rows('areas.csv')
const compounds = rows('compounds.csv', 2).filter((row) => row['小区编号'] !== '')
const facilities = rows('facilities.csv')
const people = rows('people.csv')
const keyOf = (unit: { code: string | null; name: string }): string => unit.code || unit.name
const boundary = new Map(units.map((unit) => [keyOf(unit.properties), unit]))
const at = (row: Row, lng = '经度', lat = '纬度'): Position => [Number(row[lng]), Number(row[lat])]

describe('the script', () => {
  test('writes the same bytes again', () => {
    execFileSync(process.execPath, [join(folder, 'generate.mjs'), scratch])
    const written = readdirSync(scratch)
    expect(written).toHaveLength(9)
    for (const name of written) expect(readFileSync(join(scratch, name)).equals(readFileSync(join(folder, name))), name).toBe(true)
  })

  test('keeps the ledgers together under 3 MB', () => {
    const bytes = readdirSync(folder).filter((name) => /\.(csv|geojson|json)$/.test(name)).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    expect(bytes).toBeLessThan(3_000_000)
  })

  test('has as many rows as its NOTICE says', () => {
    const stated = new Map([...text('NOTICE.md').matchAll(/^\| (\S+) \| ([\d,]+)/gm)].map((line) => [line[1], Number(line[2]?.replace(',', ''))]))
    const plots = (JSON.parse(text('plots.geojson')) as FeatureCollection).features
    const counted = { 'areas.csv': areas, 'areas.geojson': units, 'compounds.csv': compounds, 'facilities.csv': facilities, 'plots.geojson': plots, 'people.csv': people, 'facts.csv': rows('facts.csv'), 'roads.geojson': roads }
    expect(Object.fromEntries(stated)).toEqual(Object.fromEntries(Object.entries(counted).map(([name, list]) => [name, list.length])))
  })

  test('says in its names that nothing is real', () => {
    expect((JSON.parse(text('study.json')) as { name: string }).name).toBe('云岭市(合成样例,非真实数据)')
    expect(areas.every((row) => row['区划代码'] === '' || row['区划代码']?.startsWith('99'))).toBe(true)
  })
})

describe('the roster', () => {
  test('has the units that were asked for', () => {
    const count = (level: string): number => areas.filter((row) => row['级别'] === level).length
    expect(['市', '县级市', '县', '街道', '镇', '乡', '社区', '村'].map(count)).toEqual([1, 1, 1, 3, 4, 3, 42, 120])
  })

  test('names for every unit but the top a parent that exists', () => {
    const known = new Set(areas.flatMap((row) => [row['区划代码'], row['名称']]))
    expect(areas.filter((row) => row['上级'] === '').map((row) => row['名称'])).toEqual(['云岭地区(合成)'])
    expect(areas.filter((row) => row['上级'] !== '' && !known.has(row['上级']))).toEqual([])
  })

  test('gives the zone no code, and every code and name once among siblings', () => {
    expect(areas.filter((row) => row['区划代码'] === '').map((row) => row['名称'])).toEqual(['云岭经开区', '云创社区', '兴业社区'])
    expect(new Set(areas.map((row) => row['区划代码'] || row['名称'])).size).toBe(areas.length)
    expect(new Set(areas.map((row) => `${row['上级']}/${row['名称']}`)).size).toBe(areas.length)
  })

  test('adds up: residents of every unit are those of its children, and of its points', () => {
    for (const row of areas) {
      const children = areas.filter((child) => child['上级'] === (row['区划代码'] || row['名称']))
      if (children.length > 0) expect(sum(children, '常住人口'), row['名称']).toBe(Number(row['常住人口']))
      else expect(sum(people.filter((point) => point['area'] === (row['区划代码'] || row['名称'])), 'residents'), row['名称']).toBe(Number(row['常住人口']))
    }
  })
})

describe('the boundaries', () => {
  test('have one polygon for every row of the roster', () => {
    expect([...boundary.keys()].sort()).toEqual(areas.map((row) => row['区划代码'] || row['名称'] || '').sort())
  })

  test('leave no gap and no overlap: the areas of children are the area of the parent', () => {
    for (const parent of units) {
      const children = units.filter((unit) => unit.properties.parent === keyOf(parent.properties))
      if (children.length === 0) continue
      const whole = polygonArea(parent)
      expect(Math.abs(children.reduce((total, child) => total + polygonArea(child), 0) / whole - 1), parent.properties.name).toBeLessThan(1e-6)
    }
  })

  test('share every inner edge with exactly one neighbour, run the other way', () => {
    const lowest = units.filter((unit) => ['社区', '村'].includes(unit.properties.level))
    const edges = new Map<string, number>()
    for (const unit of lowest) for (const ring of unit.geometry.coordinates) for (const [p, q] of pairs(ring)) {
      const key = `${p.join()} ${q.join()}`
      expect(edges.has(key), key).toBe(false)
      edges.set(key, 1)
    }
    const open = [...edges.keys()].filter((key) => !edges.has(key.split(' ').reverse().join(' ')))
    const top = units.find((unit) => unit.properties.level === '市')
    expect(open.length).toBe(top?.geometry.coordinates.reduce((total, ring) => total + ring.length - 1, 0))
  })

  test('cut the zone out of the county or leave it beside: no vertex of one is inside the other', () => {
    const [county, zone] = ['990181', '云岭经开区'].map((key) => boundary.get(key)!)
    const own = new Set(county!.geometry.coordinates.flat().map((p) => p.join()))
    for (const p of zone!.geometry.coordinates.flat()) expect(own.has(p.join()) || !holds(county!, p)).toBe(true)
  })
})

describe('what stands in the units', () => {
  test('every facility with a point lies inside its unit, except the one that is misplaced on purpose', () => {
    const outside = facilities.filter((row) => row['经度'] !== '' && !holds(boundary.get(row['所属单元'] ?? '')!, at(row)))
    expect(outside.map((row) => row['设施名称'])).toEqual(['桂苑社区第二服务点'])
  })

  test('every compound and every demand point lies inside its unit', () => {
    expect(compounds.filter((row) => !holds(boundary.get(row['所属社区'] ?? '')!, at(row)))).toEqual([])
    expect(people.filter((row) => !holds(boundary.get(row['area'] ?? '')!, at(row, 'lng', 'lat')))).toEqual([])
  })

  test('what a facility serves is a unit or a compound of the town', () => {
    const known = new Set([...boundary.keys(), ...compounds.map((row) => row['小区编号'])])
    const served = facilities.flatMap((row) => (row['服务范围'] ?? '').split('、').filter((id) => id !== ''))
    expect(served.length).toBeGreaterThan(100)
    expect(served.filter((id) => !known.has(id))).toEqual([])
  })

  test('facts speak of units and plots that exist', () => {
    const plots = (JSON.parse(text('plots.geojson')) as FeatureCollection).features.map((plot) => String(plot.properties?.['地块编号']))
    const known = new Set([...boundary.keys(), ...plots, '云岭地区(合成)/云岭经开区'])
    const facts = rows('facts.csv')
    expect(facts).toHaveLength(325)
    expect(facts.filter((row) => !known.has(row['对象'] ?? ''))).toEqual([])
  })

  test('the total row of the compounds is the sum of its column', () => {
    const total = rows('compounds.csv', 2).at(-1)
    expect(total?.['序号']).toBe('合计')
    expect([sum(compounds, '规划户数'), sum(compounds, '已建户数')]).toEqual([Number(total?.['规划户数']), Number(total?.['已建户数'])])
  })

  test('no column is about a person', () => {
    for (const name of ['areas.csv', 'facilities.csv', 'people.csv', 'facts.csv']) expect(text(name)).not.toMatch(/姓名|身份证|电话|联系人/)
    expect(text('compounds.csv')).not.toMatch(/姓名|身份证|电话|联系人/)
  })
})

describe('the figures that a workshop starts from', () => {
  const centre = new Set(['居家养老服务站', '日间照料中心'])
  const operating = facilities.filter((row) => row['状态'] === '运营')
  const unitsWith = (level: string, kinds: Set<string>, levels: string[]): number =>
    new Set(operating.filter((row) => kinds.has(row['类型'] ?? '') && levels.includes(row['层级'] ?? '')).map((row) => row['所属单元']).filter((key) => areas.some((area) => (area['区划代码'] || area['名称']) === key && area['级别'] === level))).size

  test('37 of 42 communities have a centre: one short of 90 %', () => {
    expect(unitsWith('社区', centre, ['社区', ''])).toBe(37)
  })

  test('71 of 120 villages have a facility: one short of 60 %', () => {
    expect(unitsWith('村', new Set(['农村幸福院', '互助养老服务点']), ['村', ''])).toBe(71)
  })

  test('3 of 3 subdistricts and 5 of 7 towns and townships have their centre', () => {
    expect(unitsWith('街道', new Set(['街道居家养老服务中心']), ['街道'])).toBe(3)
    expect(unitsWith('镇', new Set(['农村区域性养老服务中心']), ['镇']) + unitsWith('乡', new Set(['农村区域性养老服务中心']), ['乡'])).toBe(5)
  })

  test('of the new compounds outside pools some reach 25 m² per 100 households, some do not, and one is exactly there', () => {
    const fresh = compounds.filter((row) => row['类别'] === '新建' && row['整合配建组'] === '' && /^[\d.]+$/.test(row['已配面积'] ?? ''))
    const rate = fresh.map((row) => (Number(row['已配面积']) / Number(row['规划户数'])) * 100)
    expect(rate.filter((value) => value === 25)).toHaveLength(1)
    expect(rate.filter((value) => value < 25).length).toBeGreaterThan(40)
    expect(rate.filter((value) => value > 25).length).toBeGreaterThan(60)
  })
})

describe('the streets', () => {
  const walkable = roads.filter((road) => road.properties?.['highway'] && road.properties['access'] !== 'private')

  test('hang together: from any place one can walk to any other', () => {
    const root = new Map<string, string>()
    const find = (key: string): string => {
      let top = key
      while (root.get(top) !== undefined && root.get(top) !== top) top = root.get(top)!
      root.set(key, top)
      return top
    }
    for (const road of walkable) root.set(find(String(road.geometry.coordinates[0])), find(String(road.geometry.coordinates.at(-1))))
    expect(new Set([...root.keys()].map(find)).size).toBe(1)
  })

  test('cross the river on three bridges only, and the railway through two underpasses and one level crossing', () => {
    const river = roads.find((road) => road.properties?.['waterway'])!
    const rails = roads.filter((road) => road.properties?.['railway'])
    const crossing = (line: Position[]): string[] =>
      walkable.filter((road) => pairs(road.geometry.coordinates).some(([p, q]) => pairs(line).some(([r, s]) => meet(p, q, r, s)))).map((road) => String(road.properties?.['name']))
    expect([...new Set(crossing(river.geometry.coordinates))].sort()).toEqual(['云溪大桥', '南门桥', '文昌桥'].sort())
    expect([...new Set(rails.flatMap((rail) => crossing(rail.geometry.coordinates)))].sort()).toEqual(['东环下穿通道', '站前下穿通道'].sort())
    const level = String(rails[1]?.geometry.coordinates[0])
    expect(walkable.filter((road) => [road.geometry.coordinates[0], road.geometry.coordinates.at(-1)].some((end) => String(end) === level))).toHaveLength(2)
  })

  test('have one viaduct that crosses streets without a junction', () => {
    const viaduct = roads.find((road) => road.properties?.['layer'] === '2')!
    const under = walkable.filter((road) => road !== viaduct && pairs(road.geometry.coordinates).some(([p, q]) => pairs(viaduct.geometry.coordinates).some(([r, s]) => meet(p, q, r, s))))
    expect(under.length).toBeGreaterThan(2)
  })
})

const sum = (list: readonly Row[], column: string): number => list.reduce((total, row) => total + Number(row[column]), 0)
const pairs = (line: Position[]): [Position, Position][] => line.slice(1).map((q, k) => [line[k]!, q])

/** In square degrees, relative to a near corner so that digits are not lost. */
function polygonArea({ geometry }: Unit): number {
  let twice = 0
  for (const ring of geometry.coordinates) for (const [p, q] of pairs(ring)) {
    twice += (p[0]! - 103.5) * (q[1]! - 25.45) - (q[0]! - 103.5) * (p[1]! - 25.45)
  }
  return twice / 2
}

function holds({ geometry }: Unit, [x, y]: Position): boolean {
  let odd = false
  for (const ring of geometry.coordinates) for (const [p, q] of pairs(ring)) {
    if (p[1]! > y! !== q[1]! > y! && x! < ((q[0]! - p[0]!) * (y! - p[1]!)) / (q[1]! - p[1]!) + p[0]!) odd = !odd
  }
  return odd
}

/** True when the inner parts of two segments cross. */
function meet(p: Position, q: Position, r: Position, s: Position): boolean {
  const side = (a: Position, b: Position, c: Position): number => (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!)
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0
}
