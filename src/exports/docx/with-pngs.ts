/** A packed report whose pictures have a PNG behind them instead of a metafile: for readers on phones and in chat programs, which show neither SVG nor metafile. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { zipped } from '../workbook'

/** draw: an SVG's text as a PNG, so many pixels wide. The words, and so what the stamp tells, stay as they are. */
export async function withPngs(bytes: Uint8Array, draw: (svg: string, pixels: { readonly width: number; readonly height: number }) => Promise<Uint8Array>): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = unzipSync(bytes)
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const targets = new Map([...relations.matchAll(/<Relationship Id="([^"]+)"[^>]*? Target="(media\/[^"]+)"/g)].map(([, id, target]) => [id!, `word/${target}`]))
  const pictures = [...strFromU8(parts['word/document.xml'] ?? new Uint8Array()).matchAll(/<a:blip [^>]*?r:embed="([^"]+)".*?<asvg:svgBlip [^>]*?r:embed="([^"]+)"/gs)].map(([, behind, svg]) => ({ behind: targets.get(behind!), svg: targets.get(svg!) }))
  const renamed = new Map<string, string>()
  for (const { behind, svg } of pictures) {
    if (!behind?.endsWith('.emf') || !svg || !parts[behind] || !parts[svg]) continue
    const text = strFromU8(parts[svg])
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text) ?? []).map(Number)
    const png = behind.replace(/\.emf$/, '-behind.png')
    parts[png] = await draw(text, { width: Math.round(width * sharp), height: Math.round(height * sharp) })
    delete parts[behind]
    renamed.set(behind.slice('word/'.length), png.slice('word/'.length))
  }
  if (renamed.size === 0) return bytes
  let text = relations
  for (const [from, to] of renamed) text = text.replaceAll(`Target="${from}"`, `Target="${to}"`)
  parts['word/_rels/document.xml.rels'] = strToU8(text)
  return zipped(parts)
}

/** 200 dots per inch: sharp on paper, a few hundred kilobytes a map. */
const sharp = 200 / 96
