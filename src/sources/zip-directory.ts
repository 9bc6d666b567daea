/** The list of contents at the end of a zip file: sizes, flags and names, which Chinese Windows writes in GBK. */

export type ZipEntry = {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly locked: boolean
  readonly crc: number
  readonly packedSize: number
  /** As stated; the unpacker checks it. */
  readonly size: number
  /** Where the packed bytes begin. */
  readonly start: number
}

/** null: no sound directory (cut off, or not a zip). */
export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    const entry = readEntry(bytes, view, at)
    if (!entry) return null
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record is the last thing but a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  if (at + 46 + nameLength + extraLength > view.byteLength) return null
  const extra = readExtra(bytes, at + 46 + nameLength, extraLength)
  const wide = wideSizes(extra.get(1), [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ])
  if (!wide) return null
  const [size, packedSize, local] = wide
  // The name and the extra field in front of the bytes may have other lengths than those in the directory.
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== 0x04034b50) return null
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const name = entryName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0, extra.get(0x7075))
  return {
    name,
    method: view.getUint16(at + 10, true),
    locked: (flags & 0x2041) !== 0,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    start,
  }
}

/** Info-ZIP's own UTF-8 name goes first, then the flag, then what the bytes are: UTF-8 (macOS leaves the flag out) or GBK. */
function entryName(bytes: Uint8Array, isUtf8: boolean, unicodePath: Uint8Array | undefined): string {
  if (unicodePath && unicodePath.length > 5) return clean(new TextDecoder().decode(unicodePath.subarray(5)))
  if (isUtf8) return clean(new TextDecoder().decode(bytes))
  try {
    return clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return clean(new TextDecoder('gb18030').decode(bytes))
  }
}

/** Some Windows programs separate folders by a backslash. */
const clean = (name: string): string => name.replaceAll('\\', '/').replace(/^(\.\/)+/, '')

function readExtra(bytes: Uint8Array, from: number, length: number): Map<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true)
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, Math.min(at + 4 + size, from + length)))
    at += 4 + size
  }
  return fields
}

/** Zip64: a size of all ones stands in the extra field instead, in the order size, packed size, place. */
function wideSizes(
  field: Uint8Array | undefined,
  values: readonly [number, number, number],
): readonly [number, number, number] | null {
  const view = field && new DataView(field.buffer, field.byteOffset, field.byteLength)
  let at = 0
  const found = values.map((value) => {
    if (value !== 0xffffffff) return value
    if (!view || at + 8 > view.byteLength) return Number.NaN
    const wide = Number(view.getBigUint64(at, true))
    at += 8
    return wide
  })
  const [size = Number.NaN, packedSize = Number.NaN, place = Number.NaN] = found
  return Number.isSafeInteger(size) && Number.isSafeInteger(packedSize) && Number.isSafeInteger(place)
    ? [size, packedSize, place]
    : null
}
