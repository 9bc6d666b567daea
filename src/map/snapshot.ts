/** A photograph of the map with its title above and its legend below, as a PNG. */
import type { MapLibreMap } from './maplibre'
import { glyphFont } from './paint-picture'
import { mapColours, verdictColours } from './verdict-colours'
import type { State } from '../indicators/result'

/** Joined by the map, released by whoever wants a picture. */
export type Shutter = { readonly attach: (map: MapLibreMap) => () => void; readonly take: () => Promise<HTMLCanvasElement | null> }

export function createShutter(): Shutter {
  let map: MapLibreMap | null = null
  return {
    attach: (joined) => {
      map = joined
      return () => {
        if (map === joined) map = null
      }
    },
    take: () => (map ? photograph(map) : Promise.resolve(null)),
  }
}

/** The picture is only there while a frame is being drawn. */
const photograph = (map: MapLibreMap): Promise<HTMLCanvasElement | null> =>
  new Promise((resolve) => {
    map.once('render', () => {
      const from = map.getCanvas()
      const copy = document.createElement('canvas')
      copy.width = from.width
      copy.height = from.height
      const pen = copy.getContext('2d')
      pen?.drawImage(from, 0, 0)
      resolve(pen ? copy : null)
    })
    map.triggerRepaint()
  })

export type SnapshotPage = { readonly title: string; readonly plan: string; readonly note: string; readonly asOf: string; readonly clause: string; readonly legend: readonly { readonly state: State; readonly words: string }[] }

/** null where there is no canvas. */
export async function snapshotPng(map: HTMLCanvasElement, page: SnapshotPage): Promise<Uint8Array | null> {
  // Everything grows with the picture, so that it reads the same on any screen.
  const unit = Math.max(map.width / 1200, 0.75)
  const [head, foot, edge] = [84 * unit, 44 * unit, 16 * unit]
  const canvas = document.createElement('canvas')
  canvas.width = map.width
  canvas.height = Math.round(map.height + head + foot)
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = mapColours.paper
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = mapColours.ground
  pen.fillRect(0, head, map.width, map.height)
  pen.drawImage(map, 0, head)
  const write = (text: string, x: number, y: number, px: number, colour: string, weight = 400, most = canvas.width - 2 * edge): number => {
    pen.font = `${weight} ${px * unit}px ${glyphFont}`
    pen.fillStyle = colour
    pen.textBaseline = 'middle'
    pen.fillText(text, x, y, most)
    return Math.min(most, pen.measureText(text).width)
  }
  const half = canvas.width / 2
  const planWidth = write(page.plan, edge, 28 * unit, 26, mapColours.ink, 600, half)
  write([page.title, page.asOf].filter(Boolean).join(' · '), edge + planWidth + 18 * unit, 29 * unit, 15, mapColours.quiet, 400, canvas.width - planWidth - 3 * edge)
  write([page.clause, page.note].filter(Boolean).join('　'), edge, 62 * unit, 16, mapColours.ink)
  let x = edge
  const y = head + map.height + foot / 2
  for (const { state, words } of page.legend) {
    const { fill, opacity } = verdictColours[state]
    pen.globalAlpha = state === 'no-data' ? 0.4 : opacity
    pen.fillStyle = fill
    pen.fillRect(x, y - 8 * unit, 26 * unit, 16 * unit)
    pen.globalAlpha = 1
    pen.strokeStyle = mapColours.quiet
    pen.lineWidth = unit
    pen.strokeRect(x, y - 8 * unit, 26 * unit, 16 * unit)
    x += 34 * unit
    x += write(words, x, y, 15, mapColours.ink) + 22 * unit
  }
  return new Promise((resolve) => canvas.toBlob((blob) => (blob ? void blob.arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes))) : resolve(null)), 'image/png'))
}
