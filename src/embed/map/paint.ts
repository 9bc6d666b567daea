/** Draws a scene on a canvas. No WebGL, no worker: it runs on any phone and in the strictest frame. */
import type { State } from '../../indicators/result'
import { facilitySymbol } from '../../map/facility-symbol'
import { glyphFont as typeface, paintPicture } from '../../map/paint-picture'
import { facilityPicture, hatchPicture, type Picture } from '../../map/picture'
import { verdictColours } from '../../map/verdict-colours'
import { placesOf } from '../../saved/published-shapes'
import type { Published } from '../../saved/published'
import type { Camera } from '../address'
import { metresPerPixel, pixelOf, worldSize, worldX, worldY, type Extent, type Size } from './camera'
import type { MapScene } from './scene'

export type Pen = CanvasRenderingContext2D

/** World coordinates (0 … 1) of every ring, made once per file. */
export type Prepared = {
  readonly rings: readonly (readonly Float64Array[] | null)[]
  readonly extent: Extent | null
  /** Depth of each unit in the roster; the deepest drawn units are the ground. */
  readonly depth: readonly number[]
}

export function prepare({ units, facilities }: Published): Prepared {
  const depth: number[] = []
  units.forEach(({ parent }, at) => (depth[at] = parent === null ? 0 : depth[parent]! + 1))
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const include = (x: number, y: number): void => {
    ;[west, east] = [Math.min(west, x), Math.max(east, x)]
    ;[south, north] = [Math.min(south, y), Math.max(north, y)]
  }
  const rings = units.map(({ rings: written }) =>
    written === null
      ? null
      : written.map((ring) => {
          const places = placesOf(ring)
          places.forEach(([x, y]) => include(x, y))
          return Float64Array.from(places.flatMap(([x, y]) => [worldX(x / 1e5), worldY(y / 1e5)]))
        }),
  )
  if (west > east) for (const { at } of facilities) if (at) include(at[0], at[1])
  return { rings, depth, extent: west <= east ? [west, south, east, north] : null }
}

type Palette = { readonly ground: string; readonly paper: string; readonly line: string; readonly strong: string; readonly ink: string; readonly halo: string; readonly circle: string; readonly accent: string; readonly mark: string }
const light: Palette = { ground: '#e9eef0', paper: '#ffffff', line: '#b9c3c8', strong: '#69757b', ink: '#1d2427', halo: '#ffffff', circle: '#0072b2', accent: '#0b6e6e', mark: 'rgba(120, 20, 20, 0.16)' }
const dark: Palette = { ground: '#14191b', paper: '#20282b', line: '#46535a', strong: '#9aa7ad', ink: '#eef2f3', halo: '#14191b', circle: '#56b4e9', accent: '#5fc9c9', mark: 'rgba(255, 170, 150, 0.2)' }

/** px: device pixels per CSS pixel. */
export function paint(pen: Pen, prepared: Prepared, scene: MapScene, camera: Camera, size: Size, px: number): void {
  const colours = scene.dark ? dark : light
  pen.setTransform(px, 0, 0, px, 0, 0)
  pen.fillStyle = colours.ground
  pen.fillRect(0, 0, size.width, size.height)
  paintUnits(pen, prepared, scene, camera, size, colours)
  if (scene.layer === 'circles') paintCircles(pen, scene, camera, size, px, colours)
  const taken: Box[] = []
  paintFacilities(pen, scene, camera, size, colours, taken)
  if (scene.from) paintSpot(pen, pixelOf(camera, size, ...scene.from), colours, scene.scale)
  paintNames(pen, prepared, scene, camera, size, colours, taken)
  paintScaleBar(pen, scene, camera, size, colours)
  if (scene.published.watermark) paintWatermark(pen, scene.words.say('internal'), size, colours)
}

function paintUnits(pen: Pen, { rings, depth }: Prepared, scene: MapScene, camera: Camera, size: Size, colours: Palette): void {
  const trace = (each: readonly Float64Array[]): void => tracePath(pen, each, camera, size)
  const showStates = scene.layer === 'districts'
  rings.forEach((each, unit) => {
    if (!each || depth[unit] !== Math.min(...depth.filter((_, at) => rings[at]))) return
    trace(each)
    pen.fillStyle = colours.paper
    pen.fill('evenodd')
  })
  if (showStates)
    for (const [unit, state] of scene.states) {
      const each = rings[unit]
      if (!each) continue
      trace(each)
      paintState(pen, state, scene.dark)
    }
  rings.forEach((each, unit) => {
    if (!each) return
    trace(each)
    const outer = depth[unit]! <= 1
    pen.strokeStyle = outer ? colours.strong : colours.line
    pen.lineWidth = outer ? 1.6 : 0.8
    pen.lineJoin = 'round'
    pen.stroke()
  })
}

function paintState(pen: Pen, state: State, isDark: boolean): void {
  const { fill, opacity } = verdictColours[state]
  if (state === 'no-data') {
    const pattern = hatch(pen)
    if (pattern) pen.fillStyle = pattern
    pen.globalAlpha = isDark ? 0.35 : 1
  } else {
    pen.fillStyle = fill
    pen.globalAlpha = isDark ? Math.min(1, opacity + 0.15) : opacity
  }
  pen.fill('evenodd')
  pen.globalAlpha = 1
}

let hatchMade: CanvasPattern | null = null
function hatch(pen: Pen): CanvasPattern | null {
  if (hatchMade) return hatchMade
  const tile = document.createElement('canvas')
  tile.width = tile.height = hatchPicture.size
  const tilePen = tile.getContext('2d')
  if (!tilePen) return null
  tilePen.translate(hatchPicture.size / 2, hatchPicture.size / 2)
  paintPicture(tilePen, hatchPicture)
  return (hatchMade = pen.createPattern(tile, 'repeat'))
}

function tracePath(pen: Pen, rings: readonly Float64Array[], camera: Camera, { width, height }: Size): void {
  const world = worldSize(camera.zoom)
  const [left, top] = [worldX(camera.lng) * world - width / 2, worldY(camera.lat) * world - height / 2]
  pen.beginPath()
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const [x, y] = [ring[at]! * world - left, ring[at + 1]! * world - top]
      if (at === 0) pen.moveTo(x, y)
      else pen.lineTo(x, y)
    }
    pen.closePath()
  }
}

/** Drawn opaque on a sheet of their own and laid over as one: where circles overlap they do not darken. */
function paintCircles(pen: Pen, scene: MapScene, camera: Camera, size: Size, px: number, colours: Palette): void {
  const sheet = document.createElement('canvas')
  sheet.width = Math.round(size.width * px)
  sheet.height = Math.round(size.height * px)
  const sheetPen = sheet.getContext('2d')
  if (!sheetPen) return
  sheetPen.scale(px, px)
  const perPixel = metresPerPixel(camera)
  const [near, far] = scene.metres
  const shown = scene.selected === null ? scene.listed : new Set([scene.selected])
  for (const [metres, opacity] of [[far, 0.14], [near, 0.24]] as const) {
    const radius = metres / perPixel
    sheetPen.clearRect(0, 0, size.width, size.height)
    sheetPen.fillStyle = colours.circle
    scene.published.facilities.forEach(({ at }, index) => {
      if (!at || !shown.has(index)) return
      const [x, y] = pixelOf(camera, size, at[0] / 1e5, at[1] / 1e5)
      if (x + radius < 0 || y + radius < 0 || x - radius > size.width || y - radius > size.height) return
      sheetPen.beginPath()
      sheetPen.arc(x, y, radius, 0, 2 * Math.PI)
      sheetPen.fill()
    })
    pen.globalAlpha = opacity
    pen.drawImage(sheet, 0, 0, size.width, size.height)
    pen.globalAlpha = 1
  }
  if (scene.selected === null) return
  const at = scene.published.facilities[scene.selected]?.at
  if (!at) return
  const [x, y] = pixelOf(camera, size, at[0] / 1e5, at[1] / 1e5)
  pen.setLineDash([6, 4])
  pen.strokeStyle = colours.circle
  pen.lineWidth = 1.4
  pen.beginPath()
  pen.arc(x, y, far / perPixel, 0, 2 * Math.PI)
  pen.stroke()
  pen.setLineDash([])
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

function paintFacilities(pen: Pen, scene: MapScene, camera: Camera, size: Size, colours: Palette, taken: Box[]): void {
  const { facilities } = scene.published
  const far = camera.zoom < 11.5
  const scale = (far ? 0.42 : Math.min(1, 0.62 + (camera.zoom - 11.5) * 0.11)) * scene.scale
  // Listed ones above pale ones, the selected above all.
  const rank = (index: number): number => (index === scene.selected ? 2 : scene.listed.has(index) ? 1 : 0)
  const shown = facilities.map((_, index) => index).sort((a, b) => rank(a) - rank(b))
  for (const index of shown) {
    const { at, kind } = facilities[index]!
    if (!at) continue
    const [x, y] = pixelOf(camera, size, at[0] / 1e5, at[1] / 1e5)
    if (x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40) continue
    const symbol = facilitySymbol({ kind, level: null, stage: 'operating' }, scene.words.language)
    const own = index === scene.selected ? Math.max(scale, 1.1 * scene.scale) : scale
    pen.globalAlpha = rank(index) === 0 ? 0.35 : 1
    if (index === scene.selected) {
      pen.beginPath()
      pen.arc(x, y, 21 * own, 0, 2 * Math.PI)
      pen.lineWidth = 4
      pen.strokeStyle = colours.ink
      pen.stroke()
    }
    paintSign(pen, facilityPicture(far && index !== scene.selected ? { ...symbol, glyph: '' } : symbol), x, y, own)
    pen.globalAlpha = 1
    if (rank(index) > 0) taken.push([x - 14 * own, y - 14 * own, x + 14 * own, y + 14 * own])
  }
}

/** Names of units at the scale at which they have room, and of the selected facility; none covers another. */
function paintNames(pen: Pen, { depth, rings }: Prepared, scene: MapScene, camera: Camera, size: Size, colours: Palette, taken: Box[]): void {
  const type = Math.round(13 * scene.scale)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  /** In the middle, else above or below it, else not at all. */
  const write = (text: string, x: number, middle: number, weight: number, force = false): void => {
    pen.font = `${weight} ${type}px ${typeface}`
    const half = pen.measureText(text).width / 2
    const boxAt = (y: number): Box => [x - half - 3, y - type * 0.6, x + half + 3, y + type * 0.6]
    const isFree = (box: Box): boolean => box[0] >= 0 && box[2] <= size.width && box[1] >= 0 && box[3] <= size.height && !taken.some((other) => overlap(box, other))
    const y = force ? middle : [0, -1.5, 1.5].map((lines) => middle + lines * type).find((each) => isFree(boxAt(each)))
    if (y === undefined) return
    taken.push(boxAt(y))
    pen.lineWidth = 4
    pen.strokeStyle = colours.halo
    pen.strokeText(text, x, y)
    pen.fillStyle = colours.ink
    pen.fillText(text, x, y)
  }
  const selected = scene.selected === null ? null : scene.published.facilities[scene.selected]
  if (selected?.at) {
    const [x, y] = pixelOf(camera, size, selected.at[0] / 1e5, selected.at[1] / 1e5)
    write(selected.name, Math.max(80, Math.min(size.width - 80, x)), y - 34 * scene.scale, 700, true)
  }
  const units = scene.published.units.map((unit, at) => ({ ...unit, index: at })).sort((a, b) => depth[a.index]! - depth[b.index]!)
  for (const { at, name, index } of units) {
    const own = depth[index]!
    // The top needs no name on its own map; a street's from zoom 10, a community's from 13.
    if (!at || own === 0 || camera.zoom < [0, 7, 10, 13, 14][Math.min(own, 4)]!) continue
    if (!rings[index] && own < 2) continue
    const [x, y] = pixelOf(camera, size, at[0] / 1e5, at[1] / 1e5)
    write(name, x, y, own === 1 ? 700 : 500)
  }
  if (camera.zoom < 14.5) return
  for (const index of scene.listed) {
    const facility = scene.published.facilities[index]!
    if (!facility.at || index === scene.selected) continue
    const [x, y] = pixelOf(camera, size, facility.at[0] / 1e5, facility.at[1] / 1e5)
    write(facility.name, x, y + 24 * scene.scale, 500)
  }
}

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

function paintSpot(pen: Pen, [x, y]: readonly [number, number], colours: Palette, scale: number): void {
  const at = (radius: number, fill: string): void => {
    pen.beginPath()
    pen.arc(x, y, radius * scale, 0, 2 * Math.PI)
    pen.fillStyle = fill
    pen.fill()
  }
  at(13, 'rgba(213, 94, 0, 0.25)')
  at(8, colours.halo)
  at(6, '#d55e00')
}

/** As wide as a round number of metres, at most a quarter of the map. */
function paintScaleBar(pen: Pen, { words, scale }: MapScene, camera: Camera, { width, height }: Size, colours: Palette): void {
  const perPixel = metresPerPixel(camera)
  const most = Math.min(120, width / 4) * perPixel
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((times) => times * power).find((each) => each <= most) ?? power
  const long = metres / perPixel
  const [x, y] = [12, height - 12]
  pen.lineWidth = 4
  for (const [colour, breadth] of [[colours.halo, 4.5], [colours.ink, 1.6]] as const) {
    pen.strokeStyle = colour
    pen.lineWidth = breadth
    pen.beginPath()
    pen.moveTo(x, y - 6)
    pen.lineTo(x, y)
    pen.lineTo(x + long, y)
    pen.lineTo(x + long, y - 6)
    pen.stroke()
  }
  const text = metres >= 1000 ? `${metres / 1000} ${words.say('map.kilometres')}` : `${metres} ${words.say('map.metres')}`
  pen.font = `${Math.round(12 * Math.min(scale, 1.6))}px ${typeface}`
  pen.textAlign = 'left'
  pen.textBaseline = 'alphabetic'
  pen.strokeStyle = colours.halo
  pen.lineWidth = 4
  pen.strokeText(text, x + 4, y - 8)
  pen.fillStyle = colours.ink
  pen.fillText(text, x + 4, y - 8)
}

function paintWatermark(pen: Pen, words: string, { width, height }: Size, colours: Palette): void {
  pen.save()
  pen.fillStyle = colours.mark
  pen.font = `700 26px ${typeface}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.rotate(-Math.PI / 8)
  for (let y = -height; y < height * 2; y += 150) for (let x = -width; x < width * 2; x += 320) pen.fillText(words, x, y)
  pen.restore()
}

function paintSign(pen: Pen, picture: Picture, x: number, y: number, scale: number): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(scale, scale)
  paintPicture(pen, picture)
  pen.restore()
}

