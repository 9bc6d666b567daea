import { deflateSync, crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pngWith, readPng } from '../../src/exports/png'

const chunk = (type: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc(named), named.length + 4)
  return out
}
/** Node's own where it has one (22.2 and later), else bit by bit. */
function crc(bytes: Uint8Array): number {
  if (typeof crc32 === 'function') return crc32(bytes)
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
/** One grey pixel, made by hand. */
const pixel = (...more: Buffer[]): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(1, 0)
  header.writeUInt32BE(1, 4)
  header[8] = 8
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), ...more, chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))]))
}

describe('a picture for paper', () => {
  test('at 300 dots to the inch says 11,811 pixels to the metre', () => {
    expect(readPng(pngWith(pixel(), { dpi: 300, texts: {} }))).toEqual({ width: 1, height: 1, pixelsPerMetre: 11811, texts: {} })
  })
  test('carries its stamp in Chinese, and reads it back', () => {
    const text = '{"study":"曲溪市","results":"0f"}'
    expect(readPng(pngWith(pixel(), { dpi: 300, texts: { yikequan: text } }))!.texts).toEqual({ yikequan: text })
  })
  test('keeps the picture itself byte for byte, and every chunk has a true check sum', () => {
    const made = Buffer.from(pngWith(pixel(), { dpi: 300, texts: { yikequan: '印记' } }))
    const types: string[] = []
    for (let at = 8; at < made.length; ) {
      const length = made.readUInt32BE(at)
      types.push(made.toString('latin1', at + 4, at + 8))
      expect(made.readUInt32BE(at + 8 + length)).toBe(crc(made.subarray(at + 4, at + 8 + length)))
      at += 12 + length
    }
    expect(types).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT', 'IEND'])
  })
  test('a size that the canvas wrote gives way to the true one', () => {
    const other = chunk('pHYs', Buffer.from([0, 0, 0x0b, 0x13, 0, 0, 0x0b, 0x13, 1]))
    const made = pngWith(pixel(other), { dpi: 300, texts: {} })
    expect(Buffer.from(made).toString('latin1').match(/pHYs/g)).toHaveLength(1)
    expect(readPng(made)!.pixelsPerMetre).toBe(11811)
  })
  test('what is no picture is told apart, and a cut one does not hang', () => {
    expect(readPng(new TextEncoder().encode('not a picture at all, but long enough to be one'))).toBeNull()
    const whole = pngWith(pixel(), { dpi: 300, texts: { yikequan: '印记' } })
    for (let length = 34; length < whole.length; length++) expect(readPng(whole.subarray(0, length))).not.toBeNull()
    expect(() => pngWith(new Uint8Array(50), { dpi: 300, texts: {} })).toThrow('not a PNG')
  })
})
