/** The charts and maps of `evaluate --svg` and `--png`: one file each in a folder, the maps of A4 at a true scale, stamped. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { JudgedStudy } from '../exports/products'
import { cliWords, sayBoth } from '../text/cli'
import { writeOut } from './output'

/** What a printer needs. */
const dpi = 300

/** false: a file could not be written or drawn, and it was said. */
export async function writeDrawings(folder: string, kind: 'svg' | 'png', judged: JudgedStudy): Promise<boolean> {
  const raster = kind === 'png' ? await (await import('./raster')).openRaster() : null
  if (kind === 'png' && raster === null) {
    process.stderr.write(`${sayBoth(cliWords['no-chinese-font'])}\n`)
    return false
  }
  const [{ basisFor }, { stampOf }, { svgText }, { drawingsOf }, { stampedPng, stampedSvg }] = await Promise.all([import('../exports/products'), import('../exports/stamp'), import('../exports/drawing/svg'), import('../exports/drawings'), import('../exports/stamped-picture')])
  const basis = basisFor({ walks: false }, judged)
  const stamp = stampOf(basis, kind)
  mkdirSync(folder, { recursive: true })
  return drawingsOf(basis).every(({ name, drawing, millimetres }) => {
    const file = join(folder, `${name.replace(/[\\/:*?"<>|]/g, '_')}.${kind}`)
    if (raster) return writeOut(file, stampedPng(raster(svgText(drawing), dpi), dpi, stamp))
    return writeOut(file, stampedSvg(drawing, stamp, millimetres))
  })
}
