/** The charts and maps of `evaluate --svg`: one SVG each in a folder, the maps of A4 at a true scale, stamped. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { JudgedStudy } from '../exports/products'
import { writeOut } from './output'

/** false: a file could not be written, and it was said. */
export async function writeDrawings(folder: string, judged: JudgedStudy): Promise<boolean> {
  const [{ basisFor }, { stampOf, stampText }, { svgText }, { drawingsOf }] = await Promise.all([import('../exports/products'), import('../exports/stamp'), import('../exports/drawing/svg'), import('../exports/drawings')])
  const basis = basisFor({ walks: false }, judged)
  const metadata = stampText(stampOf(basis, 'svg'))
  mkdirSync(folder, { recursive: true })
  for (const { name, drawing, millimetres } of drawingsOf(basis))
    if (!writeOut(join(folder, `${name.replace(/[\\/:*?"<>|]/g, '_')}.svg`), svgText(drawing, { metadata, ...(millimetres ? { millimetres } : {}) }))) return false
  return true
}
