// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { HeldMark, type Held } from '../../src/map/held-mark'
import type { MapLibreMap } from '../../src/map/maplibre'
import { facility } from './tiny'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** A map of so many pixels to the degree, the north above. */
function paperMap(perDegree = 1000) {
  const heard = new Map<string, () => void>()
  const map = { project: ([lng, lat]: readonly [number, number]) => ({ x: lng * perDegree, y: -lat * perDegree }), on: (event: string, then: () => void) => heard.set(event, then), once: (event: string, then: () => void) => heard.set(event, then), off: (event: string) => heard.delete(event) }
  // The library's class has hundreds of members; the mark uses these.
  return { map: map as unknown as MapLibreMap, heard }
}

async function drawn(map: MapLibreMap) {
  const box = document.createElement('div')
  const root = createRoot(box)
  const show = (held: Held | null, landed = facility('F', { at: [5, 5] })) => act(async () => root.render(<HeldMark map={map} held={held} metres={[500, 1000]} language="zh" landed={() => landed} />))
  return { box, show, here: () => box.querySelector<SVGSVGElement>('.map-held-here')?.style.transform }
}

test('is carried along by its place alone; the circles are drawn once', async () => {
  const { map } = paperMap()
  const { show, here, box } = await drawn(map)
  const held = (lng: number): Held => ({ facility: facility('F'), at: [lng, 0.5] })
  await show(held(1))
  expect(here()).toBe('translate(1000px, -500px)')
  const ring = box.querySelector('.map-held-ring')!
  const before = ring.getAttribute('d')
  expect(before).toMatch(/^M/)
  ring.setAttribute('d', 'as it was drawn')
  await show(held(2))
  expect(here()).toBe('translate(2000px, -500px)')
  expect(ring.getAttribute('d')).toBe('as it was drawn')
})

test('the circle of 1000 m is twice as wide as that of 500 m, on the screen too', async () => {
  const { map } = paperMap()
  const { show, box } = await drawn(map)
  await show({ facility: facility('F'), at: [1, 0] })
  const wide = [...box.querySelectorAll('.map-held-ring')].map((ring) => {
    const x = [...ring.getAttribute('d')!.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, east]) => Number(east))
    return Math.max(...x) - Math.min(...x)
  })
  // A degree on the equator is 111.3 km, here 1000 pixels: 1 km is 9 pixels, its circle 18 wide.
  expect(wide[0]).toBeCloseTo(9, 0)
  expect(wide[1]).toBeCloseTo(18, 0)
})

test('stays where the study has it until the map has drawn it there, and is gone then', async () => {
  const { map, heard } = paperMap()
  const { show, here, box } = await drawn(map)
  await show({ facility: facility('F'), at: [1, 0] })
  await show(null, facility('F', { at: [3, 0] }))
  expect(here()).toBe('translate(3000px, 0px)')
  await act(async () => heard.get('idle')?.())
  expect(box.innerHTML).toBe('')
})

test('on foot shows what was walked, and the legal circle as an outline alone', async () => {
  const { map } = paperMap()
  const { show, box } = await drawn(map)
  const square = { type: 'MultiPolygon' as const, coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]]] }
  await show({ facility: facility('F'), at: [1, 0], walks: [square, null] })
  expect([...box.querySelectorAll('.map-held-ways path')].map((way) => way.getAttribute('d'))).toEqual(['M0.0 0.0L1000.0 0.0L1000.0 -1000.0L0.0 0.0Z', ''])
  expect(box.querySelectorAll('.map-held-here .map-held-near, .map-held-here .map-held-far')).toHaveLength(0)
})
