/** The small outlines of signs (M L H V A C Z, absolute) as corners, for formats that know no curves. */
import type { Box, Spot } from './drawing'

export type Outline = { readonly corners: readonly Spot[]; readonly closed: boolean }

export function outlinesOf(d: string): Outline[] {
  const found: { corners: Spot[]; closed: boolean }[] = []
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const n = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number)
    const current = found.at(-1)
    const [x0, y0] = current?.corners.at(-1) ?? [0, 0]
    if (letter === 'M') found.push({ corners: pairs(n), closed: false })
    else if (letter === 'L') current?.corners.push(...pairs(n))
    else if (letter === 'H') current?.corners.push(...n.map((x): Spot => [x, y0]))
    else if (letter === 'V') current?.corners.push(...n.map((y): Spot => [x0, y]))
    else if (letter === 'C') for (let at = 0; at + 5 < n.length; at += 6) current?.corners.push(...curve(current.corners.at(-1)!, n.slice(at, at + 6)))
    else if (letter === 'A') for (let at = 0; at + 6 < n.length; at += 7) current?.corners.push(...arc(current.corners.at(-1)!, n.slice(at, at + 7)))
    else if (letter === 'Z' && current) current.closed = true
  }
  return found
}

/** The part of a closed ring that lies in the box (Sutherland and Hodgman); where it leaves the box it follows the border. */
export function ringWithin(ring: readonly Spot[], { x, y, width, height }: Box): Spot[] {
  const sides: readonly { readonly axis: 0 | 1; readonly at: number; readonly sign: 1 | -1 }[] = [{ axis: 0, at: x, sign: 1 }, { axis: 0, at: x + width, sign: -1 }, { axis: 1, at: y, sign: 1 }, { axis: 1, at: y + height, sign: -1 }]
  return sides.reduce<Spot[]>((corners, { axis, at, sign }) => {
    const inside = (spot: Spot): boolean => sign * (spot[axis] - at) >= 0
    return corners.flatMap((to, index): Spot[] => {
      const from = corners[(index + corners.length - 1) % corners.length]!
      const t = (at - from[axis]) / (to[axis] - from[axis])
      const crossing: Spot = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]
      return inside(to) ? (inside(from) ? [to] : [crossing, to]) : inside(from) ? [crossing] : []
    })
  }, [...ring])
}

const pairs = (n: readonly number[]): Spot[] => Array.from({ length: n.length >> 1 }, (_, at) => [n[2 * at]!, n[2 * at + 1]!])

const pieces = 8

function curve([x0, y0]: Spot, [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[]): Spot[] {
  return Array.from({ length: pieces }, (_, at): Spot => {
    const t = (at + 1) / pieces
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3]
  })
}

/** Circular arcs only: the signs have no others. */
function arc([x0, y0]: Spot, [r = 0, , , large = 0, sweep = 0, x = 0, y = 0]: readonly number[]): Spot[] {
  const half = Math.hypot(x - x0, y - y0) / 2
  const away = Math.sqrt(Math.max(0, r * r - half * half)) * (large === sweep ? 1 : -1)
  const [dx, dy] = half === 0 ? [0, 0] : [(x - x0) / (2 * half), (y - y0) / (2 * half)]
  // The centre lies beside the middle of the chord.
  const [cx, cy] = [(x0 + x) / 2 + dy * away, (y0 + y) / 2 - dx * away]
  const from = Math.atan2(y0 - cy, x0 - cx)
  let turn = Math.atan2(y - cy, x - cx) - from
  if (sweep === 1 && turn <= 0) turn += 2 * Math.PI
  if (sweep === 0 && turn >= 0) turn -= 2 * Math.PI
  const corners = Math.max(2, Math.ceil(Math.abs(turn) / (Math.PI / pieces)))
  return Array.from({ length: corners }, (_, at): Spot => [cx + r * Math.cos(from + (turn * (at + 1)) / corners), cy + r * Math.sin(from + (turn * (at + 1)) / corners)])
}
