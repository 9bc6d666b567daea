/** Where a picture lies: the six numbers of a world file (.pgw, .jgw, .wld), or corners that somebody typed. */
import { guessCrs, toLngLat } from './crs'

type LngLat = readonly [number, number]
/** Upper left, upper right, lower right, lower left, as the picture is seen. */
export type Corners = readonly [LngLat, LngLat, LngLat, LngLat]

/**
 * width and height in pixels. crs: the system of the numbers, null where they are to tell by themselves, for which `near` says
 * what lies around. null: no world file, or its system cannot be told.
 */
export function cornersOfWorldFile(text: string, width: number, height: number, crs: string | null, near: LngLat | null): Corners | null {
  const numbers = text.trim().split(/\s+/).map((line) => Number(line.replace(',', '.')))
  if (numbers.length !== 6 || !numbers.every(Number.isFinite)) return null
  // Across a pixel to the right, across one downward; then the middle of the first pixel.
  const [rightX, rightY, downX, downY, firstX, firstY] = numbers as [number, number, number, number, number, number]
  const at = (column: number, row: number): LngLat => [firstX + rightX * (column - 0.5) + downX * (row - 0.5), firstY + rightY * (column - 0.5) + downY * (row - 0.5)]
  return placed([at(0, 0), at(width, 0), at(width, height), at(0, height)], crs, near)
}

/** 'lng lat; lng lat; lng lat; lng lat' from the upper left clockwise, or two opposite corners: upper left, lower right. */
export function cornersTyped(text: string, crs: string | null, near: LngLat | null): Corners | null {
  const pairs = text
    .split(/[;；\n]/)
    .filter((part) => part.trim() !== '')
    .map((part) => part.trim().split(/[\s,，]+/).map(Number))
  if (!pairs.every((pair) => pair.length === 2 && pair.every(Number.isFinite))) return null
  const [first, second, third, fourth] = pairs as unknown as readonly LngLat[]
  if (first && second && third && fourth && pairs.length === 4) return placed([first, second, third, fourth], crs, near)
  if (first && second && pairs.length === 2) return placed([first, [second[0], first[1]], second, [first[0], second[1]]], crs, near)
  return null
}

function placed(corners: Corners, crs: string | null, near: LngLat | null): Corners | null {
  const inDegrees = corners.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  const system = crs ?? (inDegrees ? 'EPSG:4326' : guessCrs(corners, near).crs)
  const transform = system === null ? null : toLngLat(system)
  if (!transform) return null
  const [a, b, c, d] = corners.map(([x, y]) => transform(x, y))
  const found = a && b && c && d ? ([a, b, c, d] as const) : null
  // The map cannot show what lies beyond its own edge.
  return found?.every(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) < 85) ? found : null
}
