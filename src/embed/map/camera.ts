/** Where things lie on the canvas: Web Mercator, for looking only; no length is taken from it but the scale bar's at its own latitude. */
import type { Camera } from '../address'
import { clampedCamera } from '../address'

/** CSS pixels. */
export type Pixel = readonly [number, number]
export type Size = { readonly width: number; readonly height: number }
/** Degrees × 1e5: west, south, east, north. */
export type Extent = readonly [number, number, number, number]

/** The world is 512 px wide at zoom 0, as MapLibre counts. */
export const worldSize = (zoom: number): number => 512 * 2 ** zoom
/** 0 … 1 from west to east and from north to south. */
export const worldX = (lng: number): number => (lng + 180) / 360
export const worldY = (lat: number): number => 0.5 - Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) / (2 * Math.PI)
const lngOf = (x: number): number => x * 360 - 180
const latOf = (y: number): number => (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90

export function pixelOf(camera: Camera, { width, height }: Size, lng: number, lat: number): Pixel {
  const size = worldSize(camera.zoom)
  return [(worldX(lng) - worldX(camera.lng)) * size + width / 2, (worldY(lat) - worldY(camera.lat)) * size + height / 2]
}

export function placeAtPixel(camera: Camera, { width, height }: Size, [x, y]: Pixel): readonly [number, number] {
  const size = worldSize(camera.zoom)
  return [lngOf(worldX(camera.lng) + (x - width / 2) / size), latOf(worldY(camera.lat) + (y - height / 2) / size)]
}

export const movedBy = (camera: Camera, size: Size, dx: number, dy: number): Camera => {
  const [lng, lat] = placeAtPixel(camera, size, [size.width / 2 - dx, size.height / 2 - dy])
  return clampedCamera({ ...camera, lng, lat }) ?? camera
}

/** What lies under `at` stays there. */
export function zoomedBy(camera: Camera, size: Size, by: number, at: Pixel): Camera {
  const next = clampedCamera({ ...camera, zoom: camera.zoom + by }) ?? camera
  const [lng, lat] = placeAtPixel(camera, size, at)
  const [x, y] = pixelOf(next, size, lng, lat)
  return movedBy(next, size, at[0] - x, at[1] - y)
}

/** The whole extent with a margin; one place alone is shown at a street's scale. */
export function cameraOver([west, south, east, north]: Extent, { width, height }: Size, mostZoom = 15): Camera {
  const [x0, x1, y0, y1] = [worldX(west / 1e5), worldX(east / 1e5), worldY(north / 1e5), worldY(south / 1e5)]
  const roomX = Math.max(1, width - 2 * margin)
  const roomY = Math.max(1, height - 2 * margin)
  const zoom = Math.log2(Math.min(roomX / Math.max(x1 - x0, 1e-9), roomY / Math.max(y1 - y0, 1e-9)) / 512)
  return clampedCamera({ lng: lngOf((x0 + x1) / 2), lat: latOf((y0 + y1) / 2), zoom: Math.min(mostZoom, zoom) }) ?? { lng: 0, lat: 0, zoom: 3 }
}

const margin = 28

/** On the ground, of one pixel at the middle of the canvas. */
export const metresPerPixel = ({ lat, zoom }: Camera): number => (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / worldSize(zoom)
