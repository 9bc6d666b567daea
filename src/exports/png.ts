/** A PNG with its size on paper and its stamp: pHYs and iTXt chunks put behind the header of one that a canvas made. */

/** The keyword of the stamp among a PNG's texts. */
export const stampKeyword = 'yikequan'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** dpi 300 is 11,811 pixels to the metre. texts: keyword (Latin letters) and UTF-8 text. Throws where the bytes are no PNG: they come from our own canvas. */
export function pngWith(bytes: Uint8Array, { dpi, texts }: { readonly dpi: number; readonly texts: Readonly<Record<string, string>> }): Uint8Array {
  if (!isPng(bytes)) throw new Error('not a PNG')
  const perMetre = Math.round(dpi / 0.0254)
  const physical = new Uint8Array(9)
  const view = new DataView(physical.buffer)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  physical[8] = 1 // metres
  const header = 8 + 25
  const kept = chunksOf(bytes.subarray(header)).filter(({ type }) => type !== 'pHYs')
  const parts = [bytes.subarray(0, header), chunk('pHYs', physical), ...Object.entries(texts).map(([keyword, text]) => chunk('iTXt', textBody(keyword, text))), ...kept.map(({ whole }) => whole)]
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

export type PngFacts = { readonly width: number; readonly height: number; /** null: not said. */ readonly pixelsPerMetre: number | null; readonly texts: Readonly<Record<string, string>> }

/** null: no PNG. Damaged chunks are passed over. */
export function readPng(bytes: Uint8Array): PngFacts | null {
  if (!isPng(bytes)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts: [string, string][] = []
  let pixelsPerMetre: number | null = null
  for (const { type, body } of chunksOf(bytes.subarray(8))) {
    if (type === 'pHYs' && body.length === 9 && body[8] === 1) pixelsPerMetre = new DataView(body.buffer, body.byteOffset).getUint32(0)
    if (type !== 'iTXt') continue
    const end = body.indexOf(0)
    // Keyword, two bytes of compression, language and translated keyword, each ended by a zero.
    const language = end < 0 ? -1 : body.indexOf(0, end + 3)
    const translated = language < 0 ? -1 : body.indexOf(0, language + 1)
    if (translated > 0 && body[end + 1] === 0) texts.push([new TextDecoder().decode(body.subarray(0, end)), new TextDecoder().decode(body.subarray(translated + 1))])
  }
  return { width: view.getUint32(16), height: view.getUint32(20), pixelsPerMetre, texts: Object.fromEntries(texts) }
}

/** What it shows: size, colours and pixels, without what is said beside. Throws where the bytes are no PNG. */
export function pngParts(bytes: Uint8Array): Uint8Array {
  if (!isPng(bytes)) throw new Error('not a PNG')
  const parts = chunksOf(bytes.subarray(8)).filter(({ type }) => type === 'IHDR' || type === 'PLTE' || type === 'IDAT')
  const joined = new Uint8Array(parts.reduce((sum, { body }) => sum + body.length, 0))
  let at = 0
  for (const { body } of parts) {
    joined.set(body, at)
    at += body.length
  }
  return joined
}

const isPng = (bytes: Uint8Array): boolean => bytes.length > 33 && signature.every((byte, at) => bytes[at] === byte)

function chunksOf(bytes: Uint8Array): { readonly type: string; readonly body: Uint8Array; readonly whole: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: { type: string; body: Uint8Array; whole: Uint8Array }[] = []
  for (let at = 0; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) break
    found.push({ type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), body: bytes.subarray(at + 8, at + 8 + length), whole: bytes.subarray(at, at + 12 + length) })
    at += 12 + length
  }
  return found
}

const textBody = (keyword: string, text: string): Uint8Array => new Uint8Array([...new TextEncoder().encode(keyword), 0, 0, 0, 0, 0, ...new TextEncoder().encode(text)])

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + body.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, body.length)
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at)
  bytes.set(body, 8)
  view.setUint32(8 + body.length, crc32(bytes.subarray(4, 8 + body.length)))
  return bytes
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

const table = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
