/** The .dbf part of a shapefile: columns and records of dBASE. Its text has no sure encoding: the .cpg is a hint, the bytes decide. */
import { decodeText } from './encoding'
import type { Cell } from './raw-table'

export type Records = {
  readonly header: readonly string[]
  /** Cells by record; null: the record was deleted. */
  readonly rows: readonly (readonly Cell[] | null)[]
  readonly encoding: string
  /** Neither the bytes nor the .cpg tell the encoding for certain. */
  readonly guessed: boolean
  /** Records that the header promises and the file lacks. */
  readonly missing: number
}

/** null: no dBASE file. cpg: the content of the .cpg file, or null. */
export function readRecords(bytes: Uint8Array, cpg: string | null): Records | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fields = fieldsOf(bytes, view)
  if (fields === null) return null
  const promised = view.getUint32(4, true)
  const first = view.getUint16(8, true)
  const width = view.getUint16(10, true)
  const there = Math.max(0, Math.floor((bytes.length - first) / width))
  const count = Math.min(promised, there)
  const text = textOf(bytes, fields, first, width, count, cpg)
  const rows = Array.from({ length: count }, (_, record) => {
    const from = first + record * width
    return bytes[from] === deleted
      ? null
      : fields.map((field) => cellOf(field, bytes, view, from + field.offset, text.decode))
  })
  return {
    header: fields.map(({ name }) => text.decode(name)),
    rows,
    encoding: text.encoding,
    guessed: text.guessed,
    missing: promised - count,
  }
}

type Field = { readonly name: Uint8Array; readonly type: string; readonly offset: number; readonly length: number }

const deleted = 0x2a
const endOfFields = 0x0d

function fieldsOf(bytes: Uint8Array, view: DataView): Field[] | null {
  if (bytes.length < 33) return null
  const first = view.getUint16(8, true)
  const width = view.getUint16(10, true)
  if (first < 33 || first > bytes.length || width < 1) return null
  const fields: Field[] = []
  let offset = 1
  for (let at = 32; at + 32 <= first && bytes[at] !== endOfFields; at += 32) {
    const type = String.fromCharCode(bytes[at + 11]!)
    // Long texts keep the upper half of their length where numbers keep their decimals.
    const length = bytes[at + 16]! + (type === 'C' ? bytes[at + 17]! * 256 : 0)
    const end = bytes.indexOf(0, at)
    const name = bytes.subarray(at, end === -1 || end > at + 11 ? at + 11 : end)
    if (offset + length > width) break
    fields.push({ name, type, offset, length })
    offset += length
  }
  return fields.length > 0 ? fields : null
}

function cellOf(
  field: Field,
  bytes: Uint8Array,
  view: DataView,
  at: number,
  decode: (bytes: Uint8Array) => string,
): Cell {
  const { type, length } = field
  if (type === 'I' && length === 4) return view.getInt32(at, true)
  if ((type === 'O' || type === 'B') && length === 8) return finite(view.getFloat64(at, true))
  const text = decode(trimmed(bytes, at, length))
  if (text === '') return null
  if (type === 'C') return text
  if (type === 'N' || type === 'F') return numberOf(text)
  if (type === 'L') return /^[ty]$/i.test(text) ? true : /^[fn]$/i.test(text) ? false : null
  if (type === 'D')
    return /^\d{8}$/.test(text) && text !== '00000000'
      ? { date: `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` }
      : null
  // A memo's text stands in another file.
  return type === 'M' ? null : text
}

const finite = (value: number): Cell => (Number.isFinite(value) ? value : null)

/** Stars stand for a number too long for its column. */
function numberOf(text: string): Cell {
  const plain = text.trim()
  if (plain === '' || /^\*+$/.test(plain)) return null
  const value = Number(plain.replace(',', '.'))
  return Number.isFinite(value) ? value : plain
}

/** Fields are filled up with blanks or zeros. */
function trimmed(bytes: Uint8Array, at: number, length: number): Uint8Array {
  let end = at + length
  while (end > at && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--
  return bytes.subarray(at, end)
}

type Text = { readonly decode: (bytes: Uint8Array) => string; readonly encoding: string; readonly guessed: boolean }

/** What the .cpg may call an encoding; every Chinese code page is read as GB18030, which holds them all. */
function labelOf(cpg: string): string {
  const name = cpg.trim().toLowerCase()
  if (/^(?:cp|ms|ansi|oem)?[\s_-]*(?:936|54936)$|^gbk$|^gb[\s_-]?(?:2312|18030)$|^euc-?cn$|^chinese/.test(name))
    return 'gb18030'
  if (/^(?:cp|ansi)?[\s_-]*65001$|^utf[\s_-]?8$/.test(name)) return 'utf-8'
  if (/^(?:cp|ms|ansi|oem)?[\s_-]*950$|^big-?5$/.test(name)) return 'big5'
  const page = /^(?:cp|ansi|windows)?[\s_-]*(125\d)$/.exec(name)
  return page ? `windows-${page[1]}` : name
}

/** All text of the file is asked together: a single name is too short to tell. */
function textOf(
  bytes: Uint8Array,
  fields: readonly Field[],
  first: number,
  width: number,
  count: number,
  cpg: string | null,
): Text {
  const texts = fields.filter(({ type }) => type === 'C')
  const sample = new Uint8Array(Math.min(sampleBytes, count * width + 64 * fields.length))
  let filled = 0
  const add = (part: Uint8Array): void => {
    if (part.length === 0 || filled + part.length + 1 > sample.length || part.every((byte) => byte < 0x80)) return
    sample.set(part, filled)
    filled += part.length
    sample[filled++] = 10
  }
  for (const { name } of fields) add(name)
  for (let record = 0; record < count && filled + width < sample.length; record++)
    for (const { offset, length } of texts) add(trimmed(bytes, first + record * width + offset, length))
  const stated = cpg === null ? null : decoderOf(labelOf(cpg))
  if (filled === 0) return { ...(stated ?? decoderOf('utf-8')!), guessed: false }
  const probed = decodeText(sample.subarray(0, filled))
  const certain = probed !== null && !probed.guessed && (probed.encoding === 'utf-8' || probed.encoding === 'gb18030')
  if (certain) return { ...decoderOf(probed.encoding)!, guessed: false }
  if (stated) return { ...stated, guessed: false }
  return { ...decoderOf(probed?.encoding.startsWith('utf-8') ? 'utf-8' : 'gb18030')!, guessed: true }
}

const sampleBytes = 1 << 20

function decoderOf(label: string): Omit<Text, 'guessed'> | null {
  try {
    const decoder = new TextDecoder(label)
    return { encoding: label, decode: (bytes) => asciiOf(bytes) ?? decoder.decode(bytes) }
  } catch {
    return null
  }
}

/** Most cells are digits and Latin letters: a decoder's call costs more than they do. */
function asciiOf(bytes: Uint8Array): string | null {
  if (bytes.length > 64) return null
  let text = ''
  for (const byte of bytes) {
    if (byte >= 0x80) return null
    text += String.fromCharCode(byte)
  }
  return text
}
