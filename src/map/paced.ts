/** Paints in turn while something is carried over the map: after each picture the page has several times as long for itself as the picture kept it waiting. */
import type { MapLibreMap } from './maplibre'
import type { Painter } from './painter'
import type { MapView } from './view'

export type PacedPainter = {
  /** At once; what waited for its turn is overtaken. */
  readonly now: (view: MapView) => void
  /** When its turn comes; of several that wait the last. */
  readonly inTurn: (view: MapView) => void
}

/** With the graphics of a machine the map keeps nobody waiting, and every picture is painted at once; without them one takes a tenth of a second and more. */
export function paced(map: MapLibreMap, painter: Painter, clock: Clock = browserClock): PacedPainter {
  let waiting: MapView | null = null
  let resting = false
  const goOn = (): void => {
    resting = false
    const view = waiting
    waiting = null
    if (view) inTurn(view)
  }
  const inTurn = (view: MapView): void => {
    if (resting) {
      waiting = view
      return
    }
    if (!painter.paint(view)) return
    resting = true
    watch(map, clock, (keptMs) => clock.after(keptMs * restFor, goOn))
  }
  return {
    now(view) {
      waiting = null
      painter.paint(view)
    },
    inTurn,
  }
}

/** So many times as long as a picture kept the page waiting, it is left alone. */
const restFor = 4
/** A frame that comes later than this was kept waiting, in milliseconds. */
const frameMs = 20
/** A map that does not come to rest by then is not waited for. */
const mostMs = 2000

export type Clock = { readonly frame: (then: (at: number) => void) => void; readonly after: (ms: number, then: () => void) => void }
const browserClock: Clock = { frame: (then) => void requestAnimationFrame(then), after: (ms, then) => void setTimeout(then, ms) }

/** Until the map has drawn everything: by how much the frames of the page came late, all together. */
function watch(map: MapLibreMap, { frame }: Clock, then: (keptMs: number) => void): void {
  let first: number | null = null
  let last: number | null = null
  let late = 0
  let idle = false
  const rest = (): void => void (idle = true)
  map.once('idle', rest)
  const next = (at: number): void => {
    first ??= at
    if (last !== null) late += Math.max(0, at - last - frameMs)
    last = at
    if (!idle && at - first < mostMs) return frame(next)
    map.off('idle', rest)
    then(late)
  }
  frame(next)
}
