/** The map of the public page: one canvas, its keys and gestures. The page scrolls with one finger, the map moves with two. */
import { clampedCamera, type Camera } from '../address'
import { attachGestures } from './gestures'
import { cameraOver, movedBy, pixelOf, placeAtPixel, zoomedBy, type Pixel, type Size } from './camera'
import { paint, prepare } from './paint'
import type { LiveMap, MapScene, MountMap } from './scene'

export const mountMap: MountMap = (box, first, opening, answers): LiveMap => {
  const canvas = document.createElement('canvas')
  canvas.className = 'map-canvas'
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'application')
  const message = document.createElement('p')
  message.className = 'map-message'
  message.hidden = true
  message.setAttribute('aria-hidden', 'true')
  box.append(canvas, message)

  const prepared = prepare(first.published)
  let scene = first
  let size: Size = sizeOf(box)
  let camera: Camera = opening ?? wholeOf(size)
  /** Nobody has moved the map yet: it is fitted anew when its box changes. */
  let untouched = opening === null
  let asked = 0
  let rest: ReturnType<typeof setTimeout> | undefined

  function wholeOf(within: Size): Camera {
    return prepared.extent ? cameraOver(prepared.extent, within) : { lng: 105, lat: 35, zoom: 3 }
  }

  function draw(): void {
    asked = 0
    const px = Math.min(3, window.devicePixelRatio || 1)
    const [width, height] = [Math.round(size.width * px), Math.round(size.height * px)]
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height]
    const pen = canvas.getContext('2d')
    if (pen) paint(pen, prepared, scene, camera, size, px)
  }
  const redraw = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw)
  }
  function move(next: Camera | null, byHand = true): void {
    if (!next) return
    camera = next
    if (byHand) untouched = false
    redraw()
    clearTimeout(rest)
    if (byHand) rest = setTimeout(() => answers.onMove(camera), 250)
  }
  function speak(words: string | null): void {
    message.textContent = words ?? ''
    message.hidden = words === null
  }

  const pick = (at: Pixel, breadth: number): void => {
    const found = facilityAt(scene, camera, size, at, breadth)
    if (found !== null) answers.onPick(found)
    else answers.onSpot(placeAtPixel(camera, size, at))
  }
  const letGo = attachGestures(canvas, {
    pan: (dx, dy) => move(movedBy(camera, size, dx, dy)),
    zoom: (by, at) => move(zoomedBy(camera, size, by, at)),
    tap: (at, isTouch) => pick(at, isTouch ? 26 : 16),
    enter: () => answers.onSpot([camera.lng, camera.lat]),
    say: (what) => speak(what && scene.words.say(what)),
  })

  const buttons = document.createElement('div')
  buttons.className = 'map-buttons'
  const wordOf = { in: 'map.zoomIn', out: 'map.zoomOut', whole: 'map.whole' } as const
  const acts = { in: () => move(zoomedBy(camera, size, 1, [size.width / 2, size.height / 2])), out: () => move(zoomedBy(camera, size, -1, [size.width / 2, size.height / 2])), whole: () => move(wholeOf(size)) }
  const signs = { in: '+', out: '−', whole: '⤢' } as const
  const made = (['in', 'out', 'whole'] as const).map((name) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = signs[name]
    button.addEventListener('click', acts[name])
    buttons.append(button)
    return { name, button }
  })
  box.append(buttons)

  function dress(): void {
    canvas.setAttribute('aria-label', scene.words.say('map.label'))
    for (const { name, button } of made) {
      button.setAttribute('aria-label', scene.words.say(wordOf[name]))
      button.title = scene.words.say(wordOf[name])
    }
  }

  const watch = new ResizeObserver(() => {
    size = sizeOf(box)
    if (untouched) camera = wholeOf(size)
    redraw()
  })
  watch.observe(box)
  dress()
  redraw()

  return {
    show(next) {
      scene = next
      dress()
      redraw()
    },
    goTo: (next) => move(clampedCamera(next)),
    lookAt(facility) {
      const at = scene.published.facilities[facility]?.at
      if (!at) return
      const [x, y] = pixelOf(camera, size, at[0] / 1e5, at[1] / 1e5)
      const inSight = x > 40 && y > 40 && x < size.width - 40 && y < size.height - 40
      if (inSight && camera.zoom >= 12) return
      const { from } = scene
      const other = from ? [Math.round(from[0] * 1e5), Math.round(from[1] * 1e5)] : at
      const near = Math.abs(other[0]! - at[0]) < 5000 && Math.abs(other[1]! - at[1]) < 5000 ? other : at
      move(cameraOver([Math.min(at[0], near[0]!), Math.min(at[1], near[1]!), Math.max(at[0], near[0]!), Math.max(at[1], near[1]!)], size, mostZoomOfPlace))
    },
    remove() {
      letGo()
      watch.disconnect()
      clearTimeout(rest)
      if (asked !== 0) cancelAnimationFrame(asked)
      box.replaceChildren()
    },
  }
}

/** Without streets on the map a place is only found by the units around it. */
const mostZoomOfPlace = 12.6

const sizeOf = (box: HTMLElement): Size => ({ width: Math.max(1, box.clientWidth), height: Math.max(1, box.clientHeight) })

/** The nearest within a finger's or a mouse's breadth; those of the list first. */
function facilityAt({ published, listed }: MapScene, camera: Camera, size: Size, [x, y]: Pixel, breadth: number): number | null {
  let [best, least] = [-1, Infinity]
  published.facilities.forEach(({ at }, index) => {
    if (!at) return
    const [px, py] = pixelOf(camera, size, at[0] / 1e5, at[1] / 1e5)
    const away = Math.hypot(px - x, py - y)
    const rank = away + (listed.has(index) ? 0 : breadth)
    if (away <= breadth && rank < least) [best, least] = [index, rank]
  })
  return best === -1 ? null : best
}

window.yikequanMap = { mountMap }
