/** What the pointer, a finger and the keys do on the map while a facility is being moved or a new one is placed. */
import { metresBetween } from '../geo/ruler'
import type { LngLat } from '../tables/ledger'
import type { MapLibreMap, MapMouseEvent, MapTouchEvent } from './maplibre'

export type Tool = { readonly kind: 'move'; readonly at: LngLat | null } | { readonly kind: 'place' }
export type ToolEvents = {
  /** Held over a place, not let go. */
  readonly onHold: (at: LngLat) => void
  readonly onDrop: (at: LngLat) => void
  readonly onCancel: () => void
}

type Press = MapMouseEvent | MapTouchEvent

/** Takes the map over until the function that it returns is called. */
export function attachTool(map: MapLibreMap, tool: Tool, { onHold, onDrop, onCancel }: ToolEvents): () => void {
  const canvas = map.getCanvas()
  let held: LngLat | null = null
  let dragging = false
  let moved = false
  let at = tool.kind === 'move' ? tool.at : null
  let frame = 0

  const hold = (place: LngLat): void => {
    at = place
    held = place
    // One place a frame is as much as anybody sees.
    if (frame === 0)
      frame = requestAnimationFrame(() => {
        frame = 0
        if (held) onHold(held)
      })
  }
  const letGo = (place: LngLat): void => {
    cancelAnimationFrame(frame)
    frame = 0
    held = null
    onDrop(place)
  }
  const isOnIt = ({ point }: Press): boolean => {
    if (tool.kind !== 'move' || !at) return false
    const { x, y } = map.project([at[0], at[1]])
    return Math.hypot(x - point.x, y - point.y) <= grasp()
  }
  const down = (event: Press): void => {
    // A second finger is for the map.
    if (('points' in event && event.points.length > 1) || !isOnIt(event)) return
    event.preventDefault()
    dragging = true
    moved = false
    canvas.style.cursor = 'grabbing'
  }
  const move = (event: Press): void => {
    if (dragging) {
      moved = true
      hold(placeOf(event))
    } else canvas.style.cursor = 'crosshair'
  }
  const up = (event: Press): void => {
    if (!dragging) return
    dragging = false
    if (moved) letGo(placeOf(event))
  }
  /** Let go over the legend or beyond the window, where the map hears nothing: it stays at the last place that the map saw. */
  const upElsewhere = (): void => {
    if (!dragging) return
    dragging = false
    if (moved && at) letGo(at)
  }
  /** A press on the facility itself is a drag that was not begun. */
  const click = (event: MapMouseEvent): void => {
    if (!isOnIt(event)) letGo(placeOf(event))
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      return onCancel()
    }
    const step = steps[event.key]
    const from = at ?? (tool.kind === 'place' ? centreOf(map) : null)
    if (event.key === 'Enter' && from) {
      event.preventDefault()
      event.stopPropagation()
      return letGo(from)
    }
    if (!step || !from || tool.kind !== 'move') return
    event.preventDefault()
    event.stopPropagation()
    hold(stepped(from, step, event.shiftKey ? bigStepM : stepM))
  }
  map.on('mousedown', down)
  map.on('mousemove', move)
  map.on('mouseup', up)
  map.on('touchstart', down)
  map.on('touchmove', move)
  map.on('touchend', up)
  map.on('touchcancel', upElsewhere)
  map.on('click', click)
  document.addEventListener('mouseup', upElsewhere)
  // Before the map's own keys, which move the camera.
  map.getContainer().addEventListener('keydown', key, true)
  canvas.style.cursor = 'crosshair'
  canvas.focus({ preventScroll: true })
  return () => {
    cancelAnimationFrame(frame)
    map.off('mousedown', down)
    map.off('mousemove', move)
    map.off('mouseup', up)
    map.off('touchstart', down)
    map.off('touchmove', move)
    map.off('touchend', up)
    map.off('touchcancel', upElsewhere)
    map.off('click', click)
    document.removeEventListener('mouseup', upElsewhere)
    map.getContainer().removeEventListener('keydown', key, true)
    canvas.style.cursor = ''
  }
}

/** Metres of one press of an arrow key, and with Shift. */
const stepM = 20
const bigStepM = 200

/** Pixels from the middle of a facility within which it is taken hold of. */
const grasp = (): number => (matchMedia('(pointer: coarse)').matches ? 28 : 18)

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

/** So many metres east and north, along the ellipsoid: a hundredth of a degree here says how long a degree is. */
export function stepped([lng, lat]: LngLat, [east, north]: readonly [number, number], metres: number): LngLat {
  const perLng = metresBetween(lng, lat, lng + 0.01, lat) * 100
  const perLat = metresBetween(lng, lat, lng, lat + 0.01) * 100
  return [lng + (east * metres) / perLng, lat + (north * metres) / perLat]
}

/** Seven decimals are a centimetre; more would be noise in the saved plan. */
const placeOf = ({ lngLat }: Press): LngLat => [rounded(lngLat.lng), rounded(lngLat.lat)]
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
const centreOf = (map: MapLibreMap): LngLat => {
  const { lng, lat } = map.getCenter()
  return [rounded(lng), rounded(lat)]
}
