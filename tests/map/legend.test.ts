import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Legend } from '../../src/map/legend'
import { legendEntries } from '../../src/map/legend-entries'
import { SvgMap } from '../../src/map/svg-map'
import type { MapView } from '../../src/map/view'
import { mapWords } from '../../src/map/words'
import { compound, facility, result, study, town, unit, view } from './tiny'

test('the legend counts units by verdict and says how many cannot be drawn', () => {
  const entries = legendEntries(
    view({ result: result([unit('A', 'met'), unit('B', 'unmet'), unit('V', 'unmet'), unit('gone', 'no-data')]) }),
  )
  expect(entries.verdicts).toEqual([
    { state: 'met', count: 1 },
    { state: 'unmet', count: 2 },
    { state: 'no-data', count: 1 },
  ])
  expect(entries.undrawn).toBe(1)
})

test('folded too, the legend says which clause its colours mean, and a reading that is not the default', () => {
  const markup = (heading: MapView['heading']): string => renderToStaticMarkup(createElement(Legend, { view: { ...view({}), ...(heading === undefined ? {} : { heading }) }, open: false }))
  const summary = (text: string): string => /<summary>(.*?)<\/summary>/.exec(text)?.[1] ?? ''
  expect(summary(markup({ title: '社区覆盖率', readings: [] }))).toContain('社区覆盖率')
  expect(summary(markup({ title: '社区覆盖率', readings: [] }))).not.toContain('现行口径')
  expect(summary(markup({ title: '社区覆盖率', readings: ['覆盖口径 服务到'] }))).toContain('现行口径（非默认） 覆盖口径 服务到')
  expect(summary(markup(undefined))).toContain('未选条款')
})

test('facilities are counted by shape and kind as they stand on the map', () => {
  const facilities = [
    facility('1'),
    facility('2'),
    facility('3', { kind: 'INST', level: null }),
    facility('4', { at: null }),
    facility('5', { stage: 'closed', kind: 'MEAL' }),
  ]
  const { facilities: counted, looks } = legendEntries(view({ study: study({ facilities }) }))
  expect(counted).toEqual([
    { kind: 'INST', shape: 'triangle', count: 1 },
    { kind: 'COMM', shape: 'circle', count: 2 },
    { kind: 'MEAL', shape: 'circle', count: 1 },
  ])
  expect(looks).toEqual([
    { look: 'operating', count: 3 },
    { look: 'closed', count: 1 },
  ])
})

test('a layer that is switched off is not in the legend', () => {
  const of = { study: study({ facilities: [facility('1')], compounds: [compound('x')] }) }
  expect(legendEntries(view(of))).toMatchObject({ compounds: 1, circles: true })
  expect(legendEntries(view({ ...of, layers: { compounds: false, circles: false, facilities: false } }))).toMatchObject(
    { compounds: 0, circles: false, facilities: [] },
  )
})

test('each verdict in the legend has its word beside its sign', () => {
  const page = renderToStaticMarkup(createElement(Legend, { view: view({ result: result([unit('A', 'undecided')]) }) }))
  expect(page).toContain('口径待定')
  expect(page).toMatch(/map-swatch-undecided.*<svg/s)
})

test('the plain map draws every boundary, sign and facility, and a name with markup stays text', () => {
  const nasty = '<img src=x onerror=alert(1)>'
  const of = view({
    study: town({ facilities: [facility('f', { name: nasty })] }),
    result: result([unit('A', 'met'), unit('V', 'unmet')]),
    layers: { circles: false },
  })
  const page = renderToStaticMarkup(createElement(SvgMap, { view: of }))
  expect(page.match(/<title>/g)).toHaveLength(3 + 2 + 1)
  expect(page).not.toContain('<img')
  expect(page).toContain('&lt;img')
  expect(page).toContain('A社区 达标')
})

test('a study without any position says so instead of drawing an empty frame', () => {
  expect(renderToStaticMarkup(createElement(SvgMap, { view: view({ study: study() }) }))).toContain('没有带位置的记录')
})

test('the Chinese words hold no Latin word but WebGL2', () => {
  for (const { zh } of Object.values(mapWords)) expect(zh.replace('WebGL2', '')).not.toMatch(/[A-Za-z]{2,}/)
})

test('members of what is selected and what a plan does to the streets are in the legend while they are on the map', () => {
  const none = legendEntries(view({}))
  expect([none.members, none.links, none.closedStreets]).toEqual([0, 0, 0])
  const changed = { ...town(), streetChanges: [{ id: '1', change: 'link' as const, line: [[0, 0], [1, 1]] as const, lengthM: null }, { id: '2', change: 'closed' as const, at: [0, 0] as const, line: null }, { id: '3', change: 'closed' as const, at: [1, 0] as const, line: null }] }
  const some = legendEntries(view({ study: changed, members: [{ kind: 'area', id: 'A' }] }))
  expect([some.members, some.links, some.closedStreets]).toEqual([1, 1, 2])
  const words = (kind: 'facility' | 'compound'): string => renderToStaticMarkup(createElement(Legend, { view: view({ study: changed, selection: { kind, id: 'x' }, members: [{ kind: 'area', id: 'A' }] }) }))
  expect(words('facility')).toContain('它的服务范围')
  expect(words('compound')).toContain('同一整合配建组')
  expect(words('compound')).toContain('方案封闭路段')
})
