import type { LayerSpecification, SourceSpecification } from '../maplibre'
import type { LocalBase } from '../../state/local-base'
import type { BaseMap } from '../view'
import { nothing, type Drawing, type MapLayer } from './layer'

/** Raster tiles of the user's choice, paled so that the verdicts stay readable. Nothing is asked of any host without it. */
export const baseMap: MapLayer = {
  id: 'base-map',
  visible: true,
  label: 'layers.baseMap',
  needs: ({ baseMap }) => [baseMap?.tiles.join(' '), baseMap?.maxZoom, baseMap?.local],
  draw({ baseMap }) {
    if (!baseMap) return nothing
    if (baseMap.local) return drawLocal(baseMap.local)
    return {
      sources: {
        'base-map': { type: 'raster', tiles: [...baseMap.tiles], tileSize: 256, maxzoom: baseMap.maxZoom ?? 18 },
      },
      layers: [
        {
          id: 'base-map',
          type: 'raster',
          source: 'base-map',
          paint: { 'raster-opacity': 0.75, 'raster-saturation': -0.5, 'raster-fade-duration': 0 },
        },
      ],
    }
  },
}

export const localBaseMap = (local: LocalBase): BaseMap => ({ tiles: [local.url], attribution: local.name, local })

/** Pictures are paled as tiles are; vector tiles, whose meaning is unknown, are pale grounds and thin lines. */
function drawLocal(local: LocalBase): Drawing {
  const paint = { 'raster-opacity': 0.75, 'raster-saturation': -0.5, 'raster-fade-duration': 0 }
  const raster = (source: SourceSpecification): Drawing => ({ sources: { 'base-map': source }, layers: [{ id: 'base-map', type: 'raster', source: 'base-map', paint }] })
  if (local.kind === 'picture') {
    const [a, b, c, d] = local.corners
    return raster({ type: 'image', url: local.url, coordinates: [[...a], [...b], [...c], [...d]] })
  }
  if (local.layers === null) return raster({ type: 'raster', url: local.url, tileSize: 256 })
  const layers = local.layers.flatMap((name, at): LayerSpecification[] => [
    { id: `base-map-ground-${at}`, type: 'fill', source: 'base-map', 'source-layer': name, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': /water|水/i.test(name) ? '#cfdfe8' : '#e4e8e6', 'fill-opacity': 0.5 } },
    { id: `base-map-line-${at}`, type: 'line', source: 'base-map', 'source-layer': name, filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': /water|水/i.test(name) ? '#9fbccb' : '#b3bbbd', 'line-width': 0.8 } },
  ])
  return { sources: { 'base-map': { type: 'vector', url: local.url } }, layers }
}

/**
 * A template as people paste it: {x} {y} {z} required, t{0-7} or {s} for several hosts; blanks that came along with a key
 * are taken off (a key with blanks is refused by its server). null: no template, or neither http(s) nor of this site.
 */
export function baseMapFrom(template: string, attribution: string): BaseMap | null {
  const text = template.replace(/\s+/g, '')
  if (!['{x}', '{y}', '{z}'].every((part) => text.includes(part))) return null
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^https?:\/\//i.test(text)) return null
  const range = /\{(\d)-(\d)\}/.exec(text)
  const hosts = range ? numbersBetween(Number(range[1]), Number(range[2])) : ['a', 'b', 'c']
  const tiles = range
    ? hosts.map((host) => text.replace(range[0], host))
    : text.includes('{s}')
      ? hosts.map((host) => text.replaceAll('{s}', host))
      : [text]
  return tiles.length > 0 ? { tiles, attribution: attribution.trim() } : null
}

const numbersBetween = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i))
