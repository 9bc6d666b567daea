/** What the address of the page says after '#': where the map stands, what is shown and how. Anything else is left out, never an error. */
import type { Language } from '../text/say'
import { languageOf } from './words'

export const embedLayers = ['places', 'circles', 'districts'] as const
export type EmbedLayer = (typeof embedLayers)[number]
export type Theme = 'light' | 'dark'
export type Camera = { readonly lng: number; readonly lat: number; readonly zoom: number }

/** Points of type of 长辈版, smallest first. */
export const elderSizes = [18, 22, 26, 30] as const
export type ElderSize = (typeof elderSizes)[number]

export type EmbedAddress = {
  readonly camera: Camera | null
  readonly layer: EmbedLayer
  /** null: as the browser asks. */
  readonly language: Language | null
  readonly theme: Theme | null
  /** null: the standard size. */
  readonly elder: ElderSize | null
  /** The page that embeds this one and may speak with it; null: nobody. */
  readonly origin: string | null
}

export const zoomLimits = [3, 19] as const

/** '#map=12/25.49/103.79&layer=circles&lang=en&theme=dark&elder=1&origin=https%3A%2F%2Fwww.example.cn' */
export function readAddress(hash: string): EmbedAddress {
  const given = new URLSearchParams(hash.replace(/^#/, '').slice(0, 2000))
  const elder = given.get('elder')
  return {
    camera: cameraFrom(given.get('map')),
    layer: embedLayers.find((layer) => layer === given.get('layer')) ?? 'places',
    language: languageOf(given.get('lang')),
    theme: given.get('theme') === 'dark' ? 'dark' : given.get('theme') === 'light' ? 'light' : null,
    elder: elder === null ? null : elder === '1' ? elderSizes[0] : (elderSizes.find((size) => String(size) === elder) ?? null),
    origin: originFrom(given.get('origin')),
  }
}

/** Only what differs from the usual is written; the numbers are as precise as a screen needs. */
export function writeAddress({ camera, layer, language, theme, elder, origin }: EmbedAddress): string {
  const parts = [
    ...(camera ? [`map=${camera.zoom.toFixed(2)}/${camera.lat.toFixed(5)}/${camera.lng.toFixed(5)}`] : []),
    ...(layer === 'places' ? [] : [`layer=${layer}`]),
    ...(language ? [`lang=${language === 'zh' ? 'zh-CN' : 'en'}`] : []),
    ...(theme ? [`theme=${theme}`] : []),
    ...(elder ? [`elder=${elder === elderSizes[0] ? 1 : elder}`] : []),
    ...(origin ? [`origin=${encodeURIComponent(origin)}`] : []),
  ]
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

/** zoom/latitude/longitude, each put back into its limits; null: not three numbers. */
export function cameraFrom(text: string | null): Camera | null {
  if (text === null || !/^-?[\d.]+\/-?[\d.]+\/-?[\d.]+$/.test(text)) return null
  const [zoom, lat, lng] = text.split('/').map(Number)
  return clampedCamera({ zoom: zoom!, lat: lat!, lng: lng! })
}

export function clampedCamera({ zoom, lat, lng }: Camera): Camera | null {
  if (![zoom, lat, lng].every(Number.isFinite)) return null
  return { zoom: clamp(zoom, ...zoomLimits), lat: clamp(lat, -85, 85), lng: clamp(lng, -180, 180) }
}

/** An exact http(s) origin, written as the browser writes it; no path, no user, no wildcard. */
function originFrom(text: string | null): string | null {
  try {
    const { protocol, origin } = new URL(text ?? '')
    return (protocol === 'https:' || protocol === 'http:') && origin === text ? text : null
  } catch {
    return null
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
