/** Pointer, touch, wheel and keys on the canvas, told in the map's own words. The page itself can always be scrolled past the map. */
import type { EmbedWord } from '../../text/embed'
import type { Pixel } from './camera'

export type Gestures = {
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (by: number, at: Pixel) => void
  readonly tap: (at: Pixel, isTouch: boolean) => void
  /** The Enter key. */
  readonly enter: () => void
  /** A hint for who uses one finger or a bare wheel; null takes it away. */
  readonly say: (what: EmbedWord | null) => void
}

export function attachGestures(canvas: HTMLCanvasElement, told: Gestures): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let hint: ReturnType<typeof setTimeout> | undefined
  const say = (what: EmbedWord): void => {
    told.say(what)
    clearTimeout(hint)
    hint = setTimeout(() => told.say(null), hintMs)
  }
  attachMouse(canvas, told, signal)
  attachTouch(canvas, told, say, signal)
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return say('map.ctrlWheel')
      event.preventDefault()
      told.zoom(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0025), [event.offsetX, event.offsetY])
    },
    { passive: false, signal },
  )
  canvas.addEventListener(
    'keydown',
    (event) => {
      const act = keys(canvas, told)[event.key]
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
    { signal },
  )
  return () => {
    clearTimeout(hint)
    ended.abort()
  }
}

const hintMs = 1600
const keyStep = 80
/** Less than this is a tap, not a drag. */
const slip = 6

const keys = ({ clientWidth, clientHeight }: HTMLCanvasElement, { pan, zoom, enter }: Gestures): Readonly<Record<string, () => void>> => ({
  ArrowLeft: () => pan(keyStep, 0),
  ArrowRight: () => pan(-keyStep, 0),
  ArrowUp: () => pan(0, keyStep),
  ArrowDown: () => pan(0, -keyStep),
  '+': () => zoom(0.5, [clientWidth / 2, clientHeight / 2]),
  '=': () => zoom(0.5, [clientWidth / 2, clientHeight / 2]),
  '-': () => zoom(-0.5, [clientWidth / 2, clientHeight / 2]),
  Enter: enter,
})

function attachMouse(canvas: HTMLCanvasElement, { pan, tap }: Gestures, signal: AbortSignal): void {
  let held: { x: number; y: number; moved: boolean } | null = null
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return
      held = { x: event.clientX, y: event.clientY, moved: false }
      canvas.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (!held || event.pointerType === 'touch') return
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
      if (!held.moved && Math.hypot(dx, dy) < slip) return
      held = { x: event.clientX, y: event.clientY, moved: true }
      pan(dx, dy)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointerup',
    (event) => {
      if (held && !held.moved && event.pointerType !== 'touch') tap([event.offsetX, event.offsetY], false)
      held = null
    },
    { signal },
  )
  canvas.addEventListener('pointercancel', () => (held = null), { signal })
}

function attachTouch(canvas: HTMLCanvasElement, { pan, zoom, tap }: Gestures, say: (what: EmbedWord) => void, signal: AbortSignal): void {
  let pair: { middle: Pixel; apart: number } | null = null
  let one: { at: Pixel; moved: boolean } | null = null
  const inCanvas = ({ clientX, clientY }: Touch): Pixel => {
    const { left, top } = canvas.getBoundingClientRect()
    return [clientX - left, clientY - top]
  }
  const pairOf = ([a, b]: readonly Pixel[]): { middle: Pixel; apart: number } => ({ middle: [(a![0] + b![0]) / 2, (a![1] + b![1]) / 2], apart: Math.hypot(a![0] - b![0], a![1] - b![1]) })
  canvas.addEventListener(
    'touchstart',
    (event) => {
      const touches = [...event.targetTouches].map(inCanvas)
      pair = touches.length === 2 ? pairOf(touches) : null
      one = touches.length === 1 ? { at: touches[0]!, moved: false } : null
    },
    { passive: true, signal },
  )
  canvas.addEventListener(
    'touchmove',
    (event) => {
      const touches = [...event.targetTouches].map(inCanvas)
      if (touches.length === 2 && pair) {
        // Two fingers are for the map: the page stays where it is.
        if (event.cancelable) event.preventDefault()
        const now = pairOf(touches)
        pan(now.middle[0] - pair.middle[0], now.middle[1] - pair.middle[1])
        if (now.apart > 0 && pair.apart > 0) zoom(Math.log2(now.apart / pair.apart), now.middle)
        pair = now
      } else if (one && !one.moved && Math.hypot(touches[0]![0] - one.at[0], touches[0]![1] - one.at[1]) >= slip) {
        one = { ...one, moved: true }
        say('map.twoFingers')
      }
    },
    { passive: false, signal },
  )
  canvas.addEventListener(
    'touchend',
    (event) => {
      if (one && !one.moved && event.touches.length === 0) tap(one.at, true)
      one = null
      pair = null
    },
    { passive: true, signal },
  )
  canvas.addEventListener('touchcancel', () => ([one, pair] = [null, null]), { passive: true, signal })
}
