/** Shapefiles written by hand from Esri's white paper and dBASE's table of types. */

type XY = readonly [number, number]
export type DrawnShape =
  | { readonly type: 'null' }
  | { readonly type: 'point'; readonly at: XY }
  | { readonly type: 'points'; readonly at: readonly XY[] }
  | { readonly type: 'line' | 'polygon'; readonly parts: readonly (readonly XY[])[]; readonly z?: boolean }

export function shpOf(shapes: readonly DrawnShape[]): Uint8Array {
  const records = shapes.map(recordOf)
  const size = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, size / 2)
  view.setInt32(28, 1000, true)
  let at = 100
  records.forEach((record, index) => {
    view.setInt32(at, index + 1)
    view.setInt32(at + 4, record.length / 2)
    bytes.set(record, at + 8)
    at += 8 + record.length
  })
  return bytes
}

function recordOf(shape: DrawnShape): Uint8Array {
  if (shape.type === 'null') return numbers([0], [])
  if (shape.type === 'point') return numbers([1], shape.at)
  if (shape.type === 'points') return numbers([8], [0, 0, 0, 0], [shape.at.length], shape.at.flat())
  const points = shape.parts.flat()
  const starts = shape.parts.map((_, part) => shape.parts.slice(0, part).flat().length)
  const heights = shape.z ? [0, 9, ...points.map(() => 7)] : []
  return numbers([(shape.type === 'line' ? 3 : 5) + (shape.z ? 10 : 0)], [0, 0, 0, 0], [shape.parts.length, points.length, ...starts], [...points.flat(), ...heights])
}

/** Lists of 32-bit integers and of doubles, in turn. */
function numbers(...lists: readonly (readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(lists.reduce((sum, list, at) => sum + list.length * (at % 2 === 0 ? 4 : 8), 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  lists.forEach((list, index) => {
    for (const value of list) {
      if (index % 2 === 0) view.setInt32(at, value, true)
      else view.setFloat64(at, value, true)
      at += index % 2 === 0 ? 4 : 8
    }
  })
  return bytes
}

export type DbfField = { readonly name: Uint8Array | string; readonly type: string; readonly length: number }

/** cells as bytes or ASCII; true: the record is marked as deleted. */
export function dbfOf(fields: readonly DbfField[], rows: readonly { readonly cells: readonly (Uint8Array | string)[]; readonly deleted?: boolean }[], promised = rows.length): Uint8Array {
  const first = 32 + 32 * fields.length + 1
  const width = 1 + fields.reduce((sum, { length }) => sum + length, 0)
  const bytes = new Uint8Array(first + width * rows.length + 1).fill(0x20, first)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, promised, true)
  view.setUint16(8, first, true)
  view.setUint16(10, width, true)
  fields.forEach(({ name, type, length }, index) => {
    bytes.set(raw(name), 32 + 32 * index)
    bytes[32 + 32 * index + 11] = type.charCodeAt(0)
    bytes[32 + 32 * index + 16] = length
  })
  bytes[first - 1] = 0x0d
  rows.forEach(({ cells, deleted }, row) => {
    let at = first + width * row
    if (deleted) bytes[at] = 0x2a
    at++
    cells.forEach((cell, index) => {
      bytes.set(raw(cell), at)
      at += fields[index]!.length
    })
  })
  bytes[bytes.length - 1] = 0x1a
  return bytes
}

const raw = (text: Uint8Array | string): Uint8Array => (typeof text === 'string' ? new TextEncoder().encode(text) : text)
