import type { GeoJSONSourceDiff } from 'maplibre-gl'
import { expect, test } from 'vitest'
import type { MapLibreMap } from '../../src/map/maplibre'
import { createPainter } from '../../src/map/painter'
import { compound, facility, result, town, unit, view } from './tiny'

/** As much of the map library as the painter asks for: it keeps the order of layers and notes what was done. */
function paperMap() {
  const sources = new Map<string, unknown>()
  const order: string[] = []
  const done: string[] = []
  const map = {
    setMissingStyleImageResolver: () => undefined,
    getSource: (name: string) => sources.has(name) && { setData: () => done.push(`data ${name}`), updateData: ({ add, remove }: GeoJSONSourceDiff) => done.push(`change ${name} ${[...(add ?? []), ...(remove ?? [])].length}`) },
    addSource: (name: string, source: unknown) => void sources.set(name, source),
    removeSource(name: string) {
      if (!sources.delete(name)) throw new Error(`no source ${name}`)
      done.push(`drop ${name}`)
    },
    getLayer: (id: string) => order.includes(id),
    addLayer({ id }: { id: string }, before?: string) {
      const at = before === undefined ? order.length : order.indexOf(before)
      if (at < 0) throw new Error(`no layer ${before}`)
      order.splice(at, 0, id)
      done.push(`add ${id}`)
    },
    removeLayer(id: string) {
      if (!order.includes(id)) throw new Error(`no layer ${id}`)
      order.splice(order.indexOf(id), 1)
      done.push(`remove ${id}`)
    },
  }
  const settled = () => done.splice(0)
  // The library's class has hundreds of members; the painter uses these.
  return { map: map as unknown as MapLibreMap, order, settled }
}

const whole = () => view({ study: town({ facilities: [facility('f')] }), result: result([unit('A', 'met')]) })

test('a new verdict exchanges data and neither adds nor removes a layer', () => {
  const paper = paperMap()
  const painter = createPainter(paper.map)
  const first = whole()
  painter.paint(first)
  paper.settled()
  painter.paint({ ...first, result: result([unit('A', 'unmet')]) })
  expect(paper.settled().sort()).toEqual(['data areas', 'data signs'])
})

test('one verdict among many is told alone, names and all others stay as they are', () => {
  const paper = paperMap()
  const painter = createPainter(paper.map)
  const compounds = Array.from({ length: 20 }, (_, at) => compound(`c${at}`))
  const judged = (state: 'met' | 'unmet') => result(compounds.map(({ id }) => unit(id, id === 'c7' ? state : 'met', 'compound')))
  const first = { ...whole(), study: town({ compounds }), result: judged('met') }
  painter.paint(first)
  paper.settled()
  expect(painter.paint({ ...first, result: judged('unmet') })).toBe(true)
  expect(paper.settled()).toEqual(['change compounds 1'])
  expect(painter.paint({ ...first, result: judged('unmet') })).toBe(false)
  expect(paper.settled()).toEqual([])
})

test('the same view again touches nothing', () => {
  const paper = paperMap()
  const painter = createPainter(paper.map)
  const first = whole()
  painter.paint(first)
  paper.settled()
  painter.paint({ ...first })
  expect(paper.settled()).toEqual([])
})

test('a layer that is switched off and on again lies where it lay', () => {
  const paper = paperMap()
  const painter = createPainter(paper.map)
  const first = whole()
  painter.paint(first)
  const before = [...paper.order]
  for (const id of ['areas', 'facilities', 'signs'] as const) {
    painter.paint({ ...first, layers: { [id]: false } })
    expect(paper.order.some((layer) => layer.startsWith(id))).toBe(false)
    painter.paint(first)
    expect(paper.order).toEqual(before)
  }
})

test('selecting another kind of thing exchanges the outline for a ring, on top of all', () => {
  const paper = paperMap()
  const painter = createPainter(paper.map)
  const first = whole()
  painter.paint({ ...first, selection: { kind: 'area', id: 'A' } })
  expect(paper.order.slice(-2)).toEqual(['selection-casing', 'selection-line'])
  painter.paint({ ...first, selection: { kind: 'facility', id: 'f' } })
  expect(paper.order.slice(-2)).toEqual(['selection-casing', 'selection-line'])
  expect(paper.order).toContain('rings-line')
  painter.paint(first)
  expect(paper.order).not.toContain('selection-line')
  expect(paper.order).not.toContain('rings-line')
})

test('another base map replaces the old one below everything', () => {
  const paper = paperMap()
  const painter = createPainter(paper.map)
  const baseMap = (host: string) => ({ tiles: [`https://${host}/{z}/{x}/{y}.png`], attribution: '' })
  painter.paint({ ...whole(), baseMap: baseMap('a.example.org') })
  expect(paper.order[0]).toBe('base-map')
  paper.settled()
  painter.paint({ ...whole(), baseMap: baseMap('b.example.org') })
  expect(paper.order[0]).toBe('base-map')
  expect(paper.settled()).toContain('drop base-map')
})
