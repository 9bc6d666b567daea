import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { mapLayers } from '../../../src/map/layers'
import { baseMapFrom } from '../../../src/map/layers/base-map'
import { layerIds } from '../../../src/map/view'
import { say } from '../../../src/text/say'
import { compound, facility, peopleOf, result, study, town, unit, view } from '../tiny'
import { walkView } from '../walk-view'

const everything = () =>
  view({
    study: town({
      facilities: [facility('f')],
      compounds: [compound('x')],
      people: peopleOf(['p', 0.5, 0.5, 3]),
      plots: [
        {
          id: 'l',
          name: '地块',
          area: null,
          use: 'care-land',
          zone: null,
          landAreaM2: null,
          floorAreaM2: null,
          cost: null,
          status: null,
          standAlone: null,
          geometry: { type: 'Point', coordinates: [0, 0] },
          at: null,
          extra: {},
          source: null,
        },
      ],
    }),
    result: result([unit('A', 'no-data'), unit('x', 'met')]),
    selection: { kind: 'facility', id: 'f' },
    difference: { gained: [{ kind: 'area', id: 'A' }], lost: [{ kind: 'compound', id: 'x' }] },
    overlay: { study: town({ facilities: [facility('f', { at: [0.1, 0.1] })] }), result: result([unit('A', 'met')]) },
    members: [{ kind: 'area', id: 'A' }],
    sketch: [[0.1, 0.1], [0.2, 0.2]],
    walk: walkView('f'),
    baseMap: { tiles: ['https://example.org/{z}/{x}/{y}.png'], attribution: '' },
  })

test('the list holds every layer once, in drawing order', () => {
  expect(mapLayers.map(({ id }) => id)).toEqual(layerIds)
  for (const { label } of mapLayers) if (label) expect(say('zh', label)).not.toBe('')
})

test('every layer of a full study is valid in the words of the map library, and has a name of its own', () => {
  const drawings = mapLayers.map((layer) => layer.draw(everything()))
  const layers = drawings.flatMap((drawing) => drawing.layers)
  for (const drawing of drawings) expect(drawing.layers.length).toBeGreaterThan(0)
  expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length)
  // The library asks for glyphs in a style with names; at run time it draws them from the machine's fonts.
  const errors = validateStyleMin({
    version: 8,
    glyphs: 'https://example.org/{fontstack}/{range}.pbf',
    sources: Object.assign({}, ...drawings.map(({ sources }) => sources)),
    layers,
  })
  expect(errors.map(({ message }) => message)).toEqual([])
})

test('an empty study draws nothing but the base map, and asks for no image or file', () => {
  for (const layer of mapLayers) expect(layer.draw(view({ study: study() })).layers, layer.id).toEqual([])
})

test('a layer is drawn again only when what it needs has changed', () => {
  const before = everything()
  for (const layer of mapLayers) expect(layer.needs({ ...before }), layer.id).toEqual(layer.needs(before))
  const moved = { ...before, study: { ...before.study, facilities: [facility('f', { at: [1, 1] })] } }
  const touched = mapLayers
    .filter((layer) => layer.needs(moved).some((need, i) => !Object.is(need, layer.needs(before)[i])))
    .map(({ id }) => id)
  expect(touched).toEqual(['circles', 'rings', 'facilities', 'site-labels', 'overlay', 'selection'])
})

test('a base map needs a template over http or of this site; several hosts are spread out', () => {
  expect(baseMapFrom('https://t{0-2}.example.org/{z}/{x}/{y}?tk= abc ', ' 天地图 ')).toEqual({
    tiles: [0, 1, 2].map((n) => `https://t${n}.example.org/{z}/{x}/{y}?tk=abc`),
    attribution: '天地图',
  })
  expect(baseMapFrom('https://{s}.example.org/{z}/{x}/{y}.png', '')?.tiles).toHaveLength(3)
  expect(baseMapFrom('tiles/{z}/{x}/{y}.png', '')?.tiles).toEqual(['tiles/{z}/{x}/{y}.png'])
  expect(baseMapFrom('https://example.org/map.png', '')).toBeNull()
  expect(baseMapFrom('javascript:{x}{y}{z}', '')).toBeNull()
  expect(baseMapFrom('file:///{x}/{y}/{z}', '')).toBeNull()
})
