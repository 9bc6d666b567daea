/** Pictures with their stamp, and with a print of what they show: one that was painted over says so when it is verified. */
import { sha256Hex } from '../model/digest'
import type { Drawing } from './drawing/drawing'
import { svgText } from './drawing/svg'
import { printOf } from './fingerprint'
import { pngParts, pngWith, readPng, stampKeyword } from './png'
import { readStamp, stampText, type Stamp } from './stamp'
import type { FoundTable } from './table'

/** dpi: dots to the inch that it says of itself. Throws where the bytes are no PNG. */
export const stampedPng = (bytes: Uint8Array, dpi: number, stamp: Stamp): Uint8Array => pngWith(bytes, { dpi, texts: { [stampKeyword]: stampText(withPrint(stamp, pngParts(bytes))) } })

/** millimetres: its size on paper; absent: one unit is a pixel. */
export function stampedSvg(drawing: Drawing, stamp: Stamp, millimetres?: { readonly width: number; readonly height: number }): string {
  const size = millimetres ? { millimetres } : {}
  return svgText(drawing, { ...size, metadata: stampText(withPrint(stamp, utf8(svgText(drawing, size)))) })
}

export type FoundPicture = { readonly stamp: Stamp | null; readonly tables: readonly FoundTable[] }

export function readStampedPng(bytes: Uint8Array): FoundPicture | null {
  const facts = readPng(bytes)
  return facts && found(readStamp(facts.texts[stampKeyword] ?? ''), pngParts(bytes))
}

export function readStampedSvg(text: string): FoundPicture {
  const written = metadata.exec(text)?.[1] ?? ''
  const plain = written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  return found(readStamp(plain), utf8(text.replace(metadata, '')))
}

const metadata = /<metadata>([^<]*)<\/metadata>/
/** The picture is one table of one cell, so that it is checked as every table is. */
const table = '图片'
const shown = (bytes: Uint8Array) => ({ columns: [{ title: 'sha256' }], rows: [[sha256Hex(bytes)]] })
const withPrint = (stamp: Stamp, bytes: Uint8Array): Stamp => ({ ...stamp, tables: { [table]: printOf(shown(bytes)) } })
const found = (stamp: Stamp | null, bytes: Uint8Array): FoundPicture => ({ stamp, tables: [{ name: table, titles: ['sha256'], rows: shown(bytes).rows, firstRow: 1, formulas: [] }] })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
