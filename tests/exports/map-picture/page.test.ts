import { describe, expect, test } from 'vitest'
import { projectionFor } from '../../../src/exports/map-picture/frame'
import { mapPage, paperSize, papers, type MapSheet } from '../../../src/exports/map-picture/page'
import { svgText } from '../../../src/exports/drawing/svg'
import type { Mark } from '../../../src/exports/drawing/drawing'
import { metresBetween, placeAt } from '../../../src/geo/ruler'
import { area, facility, pack, result, study, unit } from '../../helpers/tiny-study'

const square = (west: number, south: number, side: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]] })
const town = study({
  areas: [area('street', { name: '东街道', level: 'subdistrict', parent: null }), area('a', { name: '甲社区', boundary: square(103.8, 25.5, 0.02) }), area('b', { name: '乙社区', boundary: square(103.82, 25.5, 0.02) }), area('c', { name: '丙社区', at: [103.85, 25.51] })],
  facilities: [facility('F-1', { name: '甲站', area: 'a', at: [103.81, 25.51] }), facility('F-2', { name: '乙站', area: 'b', stage: 'closed', at: [103.83, 25.51] }), facility('F-3', { name: '无坐标' })],
})
const judged = result({ units: [unit('a', { kind: 'area', name: '甲社区' }), unit('b', { kind: 'area', name: '乙社区', state: 'unmet', numerator: 0, shortfall: 1 }), unit('c', { kind: 'area', name: '丙社区', state: 'no-data', numerator: null })] })
const sheet = (given: Partial<MapSheet> = {}): MapSheet => ({
  language: 'zh', study: town, result: judged, clause: pack.clauses[0], document: pack.document.title, plan: null, metres: [500, 1000], kinds: null, layers: { circles: true, compounds: true, facilities: true, labels: true }, paper: 'a4-landscape', title: '布局图', source: '', approval: '', stamp: '印记', ...given,
})
const all = (marks: readonly Mark[]): Mark[] => marks.flatMap((mark) => (mark.is === 'group' ? [mark, ...all(mark.marks)] : [mark]))
const texts = (of: MapSheet): string[] => all(mapPage(of)!.drawing.marks).flatMap((mark) => (mark.is === 'text' ? [mark.text] : []))
const titled = (of: MapSheet, title: string) => all(mapPage(of)!.drawing.marks).filter((mark) => 'title' in mark && mark.title === title)

describe('the scale', () => {
  const box = { x: 0, y: 0, width: 1000, height: 700 }
  test('a kilometre on the ground is as long on the paper as the scale says, in any direction and at the corners', () => {
    const { place, metresPerUnit, scale } = projectionFor([103.6, 25.3, 104.0, 25.7], box)
    expect(metresPerUnit).toBeCloseTo((scale * 0.0254) / 96, 12)
    for (const [lng, lat] of [[103.6, 25.3], [103.8, 25.5], [104, 25.7]] as const)
      for (const bearing of [0, 45, 90, 200]) {
        const [x1, y1] = place([lng, lat])
        const [x2, y2] = place(placeAt(lng, lat, bearing, 1000))
        expect(Math.hypot(x2 - x1, y2 - y1) * metresPerUnit).toBeGreaterThan(999.9)
        expect(Math.hypot(x2 - x1, y2 - y1) * metresPerUnit).toBeLessThan(1000.1)
      }
  })
  test('is round, shows the whole extent, and the next round one would not', () => {
    const extent = [103.6, 25.3, 104.0, 25.7] as const
    const { place, scale } = projectionFor(extent, box)
    const corners = [place([103.6, 25.3]), place([104, 25.7]), place([103.6, 25.7]), place([104, 25.3])]
    expect(corners.every(([x, y]) => x >= 16 && x <= 984 && y >= 16 && y <= 684)).toBe(true)
    // North to south it is 44.3 km in 668 units of 0.2646 mm: 1 : 250,653.
    expect(Math.round(metresBetween(103.8, 25.3, 103.8, 25.7) / 100)).toBe(443)
    expect(scale).toBe(300000)
  })
  test('the bar under the map has the length that it states', () => {
    const page = mapPage(sheet())!
    const pieces = all(page.drawing.marks).filter((mark) => mark.is === 'box' && mark.paint.width === 0.8 && mark.paint.stroke === '#1d2427')
    expect(pieces).toHaveLength(4)
    const long = pieces.reduce((sum, mark) => sum + (mark.is === 'box' ? mark.width : 0), 0)
    const label = texts(sheet()).find((text) => /^[\d,.]+ (米|公里)$/.test(text))!
    const stated = Number(label.replace(/[^\d.]/g, '')) * (label.endsWith('公里') ? 1000 : 1)
    expect((long * page.scale * 0.0254) / 96).toBeCloseTo(stated, 6)
    expect(texts(sheet())).toContain(`比例尺 1∶${page.scale.toLocaleString('en')}`)
  })
  test('a study of one point is drawn too', () => {
    expect(mapPage(sheet({ study: study({ areas: [], facilities: [facility('F', { at: [103.8, 25.5] })] }), result: null }))!.scale).toBe(2000)
  })
})

describe('the sheet', () => {
  test('draws every unit with a boundary once and says its verdict', () => {
    expect(titled(sheet(), '甲社区 达标').filter(({ is }) => is === 'shape')).toHaveLength(1)
    expect(titled(sheet(), '乙社区 未达标').filter(({ is }) => is === 'shape')).toHaveLength(1)
  })
  test('an unmet unit is told by pattern as well as by colour', () => {
    const [mark] = titled(sheet(), '乙社区 未达标')
    expect(mark!.is === 'shape' && mark!.paint.pattern).toBeTruthy()
  })
  test('a unit without a boundary is its sign, a facility without a position is not drawn', () => {
    expect(titled(sheet(), '丙社区 数据不足')).toHaveLength(1)
    expect(titled(sheet(), '甲站')).toHaveLength(1)
    expect(titled(sheet(), '无坐标')).toHaveLength(0)
  })
  test('the legend counts what the clause judged', () => {
    expect(texts(sheet())).toEqual(expect.arrayContaining(['达标 1', '未达标 1', '数据不足 1', '社区养老服务中心 2']))
  })
  test('a unit that cannot be drawn is said', () => {
    const nowhere = { ...town, areas: town.areas.map((each) => (each.id === 'c' ? { ...each, at: null } : each)) }
    expect(texts(sheet({ study: nowhere }))).toContain('另有 1 个没有位置，图上没有')
  })
  test('without 审图号 the map says that it is internal', () => {
    expect(texts(sheet())).toContain('审图号：（未取得）内部资料，不得公开')
    expect(texts(sheet({ approval: '云S(2025)12号' }))).toContain('审图号：云S(2025)12号')
  })
  test('carries title, clause, date, plan and stamp', () => {
    expect(texts(sheet({ plan: '方案A', source: '市民政局台账' }))).toEqual(expect.arrayContaining(['布局图', 'T-1 社区覆盖率（三社区街办法）', '方案：方案A', '资料来源：市民政局台账　数据日期：2025年12月31日', '印记']))
  })
  test('what is switched off is not drawn', () => {
    expect(titled(sheet({ layers: { circles: false, compounds: false, facilities: false, labels: false } }), '甲站')).toHaveLength(0)
    expect(texts(sheet({ layers: { circles: false, compounds: false, facilities: false, labels: false } }))).not.toContain('甲社区')
  })
  test.each(papers)('fits %s', (paper) => {
    const { drawing } = mapPage(sheet({ paper }))!
    const { width, height } = paperSize(paper)
    expect([drawing.width / 96 * 25.4, drawing.height / 96 * 25.4].map(Math.round)).toEqual([width, height])
    const outside = all(drawing.marks).filter((mark) => mark.is === 'text' && (mark.y > drawing.height - 10 || mark.y < 0 || mark.x < 0 || mark.x > drawing.width))
    expect(outside).toEqual([])
  })
  test('a name from a file stays text', () => {
    const hostile = '<script>alert(1)</script>'
    const svg = svgText(mapPage(sheet({ title: hostile, source: hostile, study: { ...town, facilities: [facility('F', { name: hostile, at: [103.81, 25.51] })], areas: town.areas.map((each) => ({ ...each, name: hostile })) } }))!.drawing)
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
  })
  test('a study without positions has no map', () => {
    expect(mapPage(sheet({ study: study() }))).toBeNull()
  })
})
