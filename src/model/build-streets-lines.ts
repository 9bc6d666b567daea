/**
 * Drawn lines -> pieces of the network. Lines join where they share a vertex: an end, or a point that both have.
 * A line that crosses another without one passes over it, and so does a bridge that is drawn with a point above the street.
 */
import { metresBetween } from '../geo/ruler'
import type { LngLat } from '../tables/ledger'
import type { StreetDraft } from './build-streets-draft'
import type { DrawnLine } from './build-streets-drawn'
import { flagsOf } from './build-streets-osm'
import { Places } from './build-streets-places'
import { streetFlags } from '../geo/streets/street-graph'

/** Ends of one number farther apart than this are no one place: the columns hold something else (names of streets, say). */
const apartM = 100

export type AddedLines = { /** Numbers of ends that were not used, with the metres between two ends that bear one. */ readonly apart: readonly string[] }

/** places: what was added before and may be joined; the vertices of these lines are added to it. */
export function addLines(lines: readonly DrawnLine[], draft: StreetDraft, places: Places): AddedLines {
  const apart = numbersApart(lines)
  const ends = endsOf(lines)
  const vertexOfNumber = new Map<string, number>()
  const numberOfVertex = new Map<number, string>()

  const vertexAt = ([lng, lat]: LngLat, level: string, number: string | null): number => {
    if (number !== null && !apart.has(number)) {
      const known = vertexOfNumber.get(number)
      if (known !== undefined) return known
    }
    const own = level === '' || ends.find(lng, lat, '') !== -1 ? '' : level
    const there = places.find(lng, lat, own)
    const usable = number !== null && !apart.has(number) ? number : null
    // Two numbers at one place are two places, one above the other.
    const taken = there !== -1 && usable !== null && numberOfVertex.has(there)
    const vertex = there !== -1 && !taken ? there : draft.addVertex(lng, lat)
    if (vertex !== there) places.add(lng, lat, own, vertex)
    if (usable !== null) {
      vertexOfNumber.set(usable, vertex)
      numberOfVertex.set(vertex, usable)
    }
    return vertex
  }

  for (const line of lines) {
    const level = levelOf(line)
    const flags = flagsOf(line.tags, line.kind)
    const index = draft.addLine({ id: line.id, kind: line.kind, name: line.name })
    const stretch = line.lengthM === null ? 1 : line.lengthM / line.drawnM
    let along = 0
    line.parts.forEach((part, at) => {
      const start = at === 0 ? line.from : null
      const end = at === line.parts.length - 1 ? line.to : null
      let before = vertexAt(part[0]!, '', start)
      for (let point = 1; point < part.length; point++) {
        const isEnd = point === part.length - 1
        const next = vertexAt(part[point]!, isEnd ? '' : level, isEnd ? end : null)
        const from = along
        along += metresBetween(...part[point - 1]!, ...part[point]!) * stretch
        // Rounded from the line's beginning, so that the pieces add up to the line.
        if (next !== before) draft.addPiece(before, next, index, flags, Math.round(along * 1000) - Math.round(from * 1000))
        before = next
      }
    })
  }
  return { apart: [...apart].map(([number, metres]) => `${number} (${Math.round(metres)} m)`) }
}

/** '' on the ground; bridges, tunnels and other layers meet the ground at their ends only. */
export function levelOf({ tags }: Pick<DrawnLine, 'tags'>): string {
  const layer = Number(tags.layer ?? 0)
  if (Number.isFinite(layer) && layer !== 0) return `@${layer}`
  const flags = flagsOf(tags, '')
  return flags & streetFlags.bridge ? '@bridge' : flags & streetFlags.tunnel ? '@tunnel' : ''
}

/** All ends of parts: there every line joins that has a vertex. */
function endsOf(lines: readonly DrawnLine[]): Places {
  const ends = new Places()
  let count = 0
  for (const { parts } of lines) for (const part of parts) for (const [lng, lat] of [part[0]!, part[part.length - 1]!]) ends.add(lng, lat, '', count++)
  return ends
}

/** Numbers that stand at ends too far from each other, with the metres. */
function numbersApart(lines: readonly DrawnLine[]): ReadonlyMap<string, number> {
  const first = new Map<string, LngLat>()
  const apart = new Map<string, number>()
  const look = (number: string | null, at: LngLat): void => {
    if (number === null) return
    const known = first.get(number)
    if (!known) first.set(number, at)
    else if (known[0] !== at[0] || known[1] !== at[1]) {
      const metres = metresBetween(...known, ...at)
      if (metres > apartM) apart.set(number, Math.max(metres, apart.get(number) ?? 0))
    }
  }
  for (const { from, to, parts } of lines) {
    const last = parts[parts.length - 1]!
    look(from, parts[0]![0]!)
    look(to, last[last.length - 1]!)
  }
  return apart
}
