/**
 * A drawing -> an enhanced metafile (MS-EMF): lines, surfaces and text that Word, WPS and LibreOffice draw themselves, for word processors
 * that know no SVG. Faint surfaces are left out (a metafile has no transparency), patterns become the program's own hatching.
 */
import { textWidth, type Box, type Drawing, type Mark, type Paint, type Pattern, type Spot } from './drawing'
import { outlinesOf, ringWithin } from './outline'

/** Logical units per unit of the drawing. */
const fine = 16

export function emfBytes({ width, height, marks, title }: Drawing): Uint8Array {
  const out = createRecords()
  out.add(17, [8]) // map mode: anisotropic
  out.add(10, [0, 0])
  out.add(9, [Math.round(width * fine), Math.round(height * fine)])
  out.add(12, [0, 0])
  out.add(11, [Math.round(width), Math.round(height)])
  out.add(18, [1]) // text and hatches leave the ground as it is
  out.add(19, [1]) // even-odd
  out.add(22, [24]) // text stands on its line
  drawAll(out, marks, { x: 0, y: 0, scale: 1 }, null)
  return out.finished(width, height, title)
}

type Move = { readonly x: number; readonly y: number; readonly scale: number }
type Records = ReturnType<typeof createRecords>

function drawAll(out: Records, marks: readonly Mark[], move: Move, clip: Box | null): void {
  for (const mark of marks) draw(out, mark, move, clip)
}

/** Surfaces are cut at the clip here: clipping records are not understood alike. Clips stand in groups that are not moved. */
function draw(out: Records, mark: Mark, move: Move, clip: Box | null): void {
  const spot = ([x, y]: Spot): Spot => [Math.round((move.x + x * move.scale) * fine), Math.round((move.y + y * move.scale) * fine)]
  switch (mark.is) {
    case 'group': {
      const inner = mark.at ? { x: move.x + mark.at.x * move.scale, y: move.y + mark.at.y * move.scale, scale: move.scale * mark.at.scale } : move
      return drawAll(out, mark.marks, inner, mark.clip ?? clip)
    }
    case 'box': {
      const { x, y, width, height } = mark
      return shape(out, [([[x, y], [x + width, y], [x + width, y + height], [x, y + height]] satisfies Spot[]).map(spot)], true, mark.paint, move.scale)
    }
    case 'shape':
      return shape(out, mark.rings.map((ring) => (clip && !mark.open ? ringWithin(ring, clip) : ring).map(spot)), !mark.open, mark.paint, move.scale)
    case 'path':
      for (const { corners, closed } of outlinesOf(mark.d)) shape(out, [corners.map(spot)], closed, mark.paint, move.scale)
      return
    case 'text':
      return text(out, mark, move)
  }
}

function shape(out: Records, rings: readonly (readonly Spot[])[], closed: boolean, { fill, opacity = 1, pattern, stroke, width = 1, dash }: Paint, scale: number): void {
  const faint = fill !== undefined && opacity < 0.5
  // A faint surface without an outline would vanish: its border stays.
  const line = stroke ?? (faint ? fill : undefined)
  const pen = line ? out.pen(line, Math.max(1, Math.round(width * scale * fine)), dash !== undefined) : null
  const solid = closed && fill && !faint ? out.brush(opacity < 1 ? onPaper(fill, opacity) : fill, null) : null
  const hatch = closed && pattern ? hatches[pattern.kind] : null
  const rest = out.brush(null, null)
  if (solid !== null) out.polygons(rings, null, solid)
  if (hatch !== null && pattern) out.polygons(rings, null, out.brush(pattern.ink, hatch))
  if (pen === null) return
  if (closed) out.polygons(rings, pen, rest)
  else out.lines(rings, pen)
}

/** Styles of hatched brushes; dots have none. */
const hatches: Readonly<Record<Pattern['kind'], number | null>> = { level: 0, falling: 2, rising: 3, cross: 5, dots: null }

function text(out: Records, mark: Extract<Mark, { is: 'text' }>, move: Move): void {
  const size = mark.size * move.scale
  const y = mark.middle ? mark.y + mark.size * 0.36 : mark.y
  const shift = mark.anchor === 'middle' ? 0.5 : mark.anchor === 'end' ? 1 : 0
  const at: Spot = [move.x + mark.x * move.scale - shift * textWidth(mark.text, size), move.y + y * move.scale]
  const font = out.font(Math.round(size * fine), mark.bold === true)
  const place = (dx: number, dy: number): Spot => [Math.round((at[0] + dx) * fine), Math.round((at[1] + dy) * fine)]
  if (mark.halo) for (const [dx, dy] of [[-1.2, 0], [1.2, 0], [0, -1.2], [0, 1.2]] as const) out.text(mark.text, place(dx, dy), font, '#ffffff', size)
  out.text(mark.text, place(0, 0), font, mark.fill ?? '#1d2427', size)
}

function onPaper(colour: string, opacity: number): string {
  const mixed = [1, 3, 5].map((at) => Math.round(255 + (parseInt(colour.slice(at, at + 2), 16) - 255) * opacity))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Records are gathered as bytes; pens, brushes and fonts are made once and chosen by number. */
function createRecords() {
  const parts: Uint8Array[] = []
  const made = new Map<string, number>()
  const chosen = { pen: -1, brush: -1, font: -1, colour: '' }
  const raw = (type: number, body: Uint8Array): void => {
    const bytes = new Uint8Array(8 + body.length)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, type, true)
    view.setUint32(4, bytes.length, true)
    bytes.set(body, 8)
    parts.push(bytes)
  }
  const add = (type: number, words: readonly number[]): void => raw(type, words32(words))
  const object = (key: string, make: (handle: number) => void): number => {
    const known = made.get(key)
    if (known !== undefined) return known
    const handle = made.size + 1
    made.set(key, handle)
    make(handle)
    return handle
  }
  const choose = (what: 'pen' | 'brush' | 'font', handle: number): void => {
    if (chosen[what] === handle) return
    chosen[what] = handle
    add(37, [handle])
  }
  const nothing = { pen: 0x80000008 | 0, brush: 0x80000005 | 0 }
  const poly = (type: number, rings: readonly (readonly Spot[])[]): void => {
    const drawn = rings.filter((ring) => ring.length >= 2)
    if (drawn.length === 0) return
    add(type, [...boundsOf(drawn), drawn.length, drawn.reduce((sum, ring) => sum + ring.length, 0), ...drawn.map((ring) => ring.length), ...drawn.flat(2)])
  }
  return {
    add,
    pen: (colour: string, width: number, dashed: boolean) => object(`pen ${colour} ${width} ${dashed}`, (handle) => add(95, [handle, 0, 0, 0, 0, 0x10000 | (dashed ? 1 : 0), width, 0, colourRef(colour), 0, 0])),
    /** colour null: no filling. */
    brush: (colour: string | null, hatch: number | null) => (colour === null ? nothing.brush : object(`brush ${colour} ${hatch}`, (handle) => add(39, [handle, hatch === null ? 0 : 2, colourRef(colour), hatch ?? 0]))),
    font: (height: number, bold: boolean) => object(`font ${height} ${bold}`, (handle) => raw(82, fontRecord(handle, height, bold))),
    polygons(rings: readonly (readonly Spot[])[], pen: number | null, brush: number): void {
      choose('pen', pen ?? nothing.pen)
      choose('brush', brush)
      poly(8, rings)
    },
    lines(rings: readonly (readonly Spot[])[], pen: number): void {
      choose('pen', pen)
      poly(7, rings)
    },
    text(words: string, [x, y]: Spot, font: number, colour: string, size: number): void {
      choose('font', font)
      if (chosen.colour !== colour) add(24, [colourRef((chosen.colour = colour))])
      raw(84, textRecord(words, x, y, size))
    },
    finished(width: number, height: number, title: string): Uint8Array {
      add(14, [0, 16, 20]) // end
      const description = utf16(`一刻圈\0${title.replaceAll('\0', '')}\0\0`, 4)
      const head = 108 + description.length
      const size = parts.reduce((sum, part) => sum + part.length, head)
      const bytes = new Uint8Array(size)
      const mm = (units: number): number => Math.round((units * 25.4) / 96)
      const view = new DataView(bytes.buffer)
      const fields = [1, head, 0, 0, Math.round(width), Math.round(height), 0, 0, mm(width) * 100, mm(height) * 100, 0x464d4520, 0x10000, size, parts.length + 1, made.size + 1, description.length / 2, 108, 0, Math.round(width), Math.round(height), mm(width), mm(height), 0, 0, 0, mm(width) * 1000, mm(height) * 1000]
      fields.forEach((value, at) => view.setInt32(at * 4, value, true))
      bytes.set(description, 108)
      let at = head
      for (const part of parts) {
        bytes.set(part, at)
        at += part.length
      }
      return bytes
    },
  }
}

/** LOGFONTW: simple names, which every machine replaces by what it has. */
function fontRecord(handle: number, height: number, bold: boolean): Uint8Array {
  const bytes = new Uint8Array(96)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, handle, true)
  view.setInt32(4, -height, true)
  view.setInt32(20, bold ? 700 : 400, true)
  bytes[27] = 134 // the character set of simplified Chinese
  bytes.set(utf16('微软雅黑', 2), 32)
  return bytes
}

/** EMRTEXT with the advance of every character, so that all programs set it alike. */
function textRecord(words: string, x: number, y: number, size: number): Uint8Array {
  const units = utf16(words, 4)
  const advances = [...words].flatMap((character) => {
    const advance = Math.round(textWidth(character, size) * fine)
    return character.length === 2 ? [advance, 0] : [advance]
  })
  const bytes = new Uint8Array(68 + units.length + advances.length * 4)
  const view = new DataView(bytes.buffer)
  const fields = [0, 0, -1, -1, 1, 0, 0, x, y, words.length, 76, 0, 0, 0, -1, -1, 76 + units.length]
  fields.forEach((value, at) => view.setInt32(at * 4, value, true))
  view.setFloat32(20, 1, true)
  view.setFloat32(24, 1, true)
  bytes.set(units, 68)
  advances.forEach((advance, at) => view.setInt32(68 + units.length + at * 4, advance, true))
  return bytes
}

function utf16(words: string, multiple: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((words.length * 2) / multiple) * multiple)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < words.length; at++) view.setUint16(at * 2, words.charCodeAt(at), true)
  return bytes
}

const words32 = (words: readonly number[]): Uint8Array => new Uint8Array(Int32Array.from(words).buffer)

/** COLORREF: blue, green, red from the top. */
const colourRef = (colour: string): number => parseInt(colour.slice(5, 7) + colour.slice(3, 5) + colour.slice(1, 3), 16)

function boundsOf(rings: readonly (readonly Spot[])[]): number[] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (const [x, y] of ring) {
      west = Math.min(west, x)
      north = Math.min(north, y)
      east = Math.max(east, x)
      south = Math.max(south, y)
    }
  return [west, north, east, south]
}
