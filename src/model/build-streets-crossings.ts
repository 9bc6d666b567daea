/** For who says that lines crossing on the ground meet there: gives both a vertex at the crossing. Off by default. */
import type { LngLat } from '../tables/ledger'
import type { DrawnLine } from './build-streets-drawn'
import { levelOf } from './build-streets-lines'

type Segment = { readonly line: number; readonly part: number; readonly at: number; readonly a: LngLat; readonly b: LngLat; readonly level: string; readonly west: number; readonly east: number }

/** How near an end has to come to a line to touch it, in degrees: a centimetre. */
const touching = 1e-7

/** Bridges and tunnels cross nothing but their own level. The stated length of a line is shared out as before. */
export function withCrossings(lines: readonly DrawnLine[]): DrawnLine[] {
  const segments = segmentsOf(lines)
  const cuts = new Map<string, { readonly share: number; readonly at: LngLat }[]>()
  const cut = ({ line, part, at }: Segment, share: number, place: LngLat): void => {
    if (share <= 0 || share >= 1) return
    const key = `${line},${part},${at}`
    const known = cuts.get(key)
    if (known) known.push({ share, at: place })
    else cuts.set(key, [{ share, at: place }])
  }
  // Swept from west to east: a segment is compared with those that begin before it ends.
  for (let i = 0; i < segments.length; i++) {
    const one = segments[i]!
    for (let j = i + 1; j < segments.length && segments[j]!.west <= one.east + touching; j++) {
      const other = segments[j]!
      if (one.level !== other.level || (one.line === other.line && one.part === other.part && Math.abs(one.at - other.at) <= 1)) continue
      const met = crossing(one, other)
      if (!met) continue
      cut(one, met.shareOfOne, met.at)
      cut(other, met.shareOfOther, met.at)
    }
  }
  if (cuts.size === 0) return [...lines]
  return lines.map((line, index) => ({
    ...line,
    parts: line.parts.map((part, number) =>
      part.flatMap((point, at) => [point, ...(cuts.get(`${index},${number},${at}`) ?? []).sort((a, b) => a.share - b.share).map((each) => each.at)]),
    ),
  }))
}

function segmentsOf(lines: readonly DrawnLine[]): Segment[] {
  const segments = lines.flatMap((line, index) =>
    line.parts.flatMap((points, part) =>
      points.slice(1).map((b, at): Segment => ({ line: index, part, at, a: points[at]!, b, level: levelOf(line), west: Math.min(points[at]![0], b[0]), east: Math.max(points[at]![0], b[0]) })),
    ),
  )
  return segments.sort((p, q) => p.west - q.west || p.line - q.line || p.part - q.part || p.at - q.at)
}

/** Where two segments meet, and how far along each: 0 and 1 are the ends, where there is a vertex already. */
function crossing({ a, b }: Segment, { a: c, b: d }: Segment): { at: LngLat; shareOfOne: number; shareOfOther: number } | null {
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) - touching || Math.max(c[1], d[1]) < Math.min(a[1], b[1]) - touching) return null
  // An end on the other line: the end's own coordinates, so that they are the same number for both.
  for (const [end, share] of [[c, 0], [d, 1]] as const) {
    const on = shareOf(end, a, b)
    if (on !== null) return { at: end, shareOfOne: on, shareOfOther: share }
  }
  for (const [end, share] of [[a, 0], [b, 1]] as const) {
    const on = shareOf(end, c, d)
    if (on !== null) return { at: end, shareOfOne: share, shareOfOther: on }
  }
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
  if (across === 0) return null
  const one = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
  const other = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
  if (one <= 0 || one >= 1 || other <= 0 || other >= 1) return null
  return { at: [a[0] + one * (b[0] - a[0]), a[1] + one * (b[1] - a[1])], shareOfOne: one, shareOfOther: other }
}

/** How far along a–b the place lies, 0 or 1 at its ends; null when it is not on it. */
function shareOf(place: LngLat, a: LngLat, b: LngLat): number | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const share = ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / (dx * dx + dy * dy)
  const held = Math.min(1, Math.max(0, share))
  const near = Math.abs(a[0] + held * dx - place[0]) <= touching && Math.abs(a[1] + held * dy - place[1]) <= touching
  if (!near) return null
  const atEnd = (end: LngLat): boolean => Math.abs(end[0] - place[0]) <= touching && Math.abs(end[1] - place[1]) <= touching
  return atEnd(a) ? 0 : atEnd(b) ? 1 : held
}
