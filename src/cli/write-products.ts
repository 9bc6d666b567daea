/** The files that `evaluate` writes beside the result file: one option of the command line for each product. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { JudgedStudy } from '../exports/products'
import { writeOut } from './output'

/** null: not asked for. csv: a file, then the list; else a folder, then every table. */
export type FilesAsked = { readonly xlsx: string | null; readonly docx: string | null; readonly csv: string | null; readonly gpkg: string | null; readonly geojson: string | null }

export const asksFiles = (asked: FilesAsked): boolean => [asked.xlsx, asked.docx, asked.csv, asked.gpkg, asked.geojson].some((file) => file !== null)

/** Walks are drawn and compared in these. */
export const asksWalks = ({ xlsx, docx, gpkg }: FilesAsked): boolean => xlsx !== null || docx !== null || gpkg !== null

/** false: a file could not be written, and it was said. */
export async function writeProducts(asked: FilesAsked, judged: JudgedStudy, extra: boolean): Promise<boolean> {
  const { basisFor, makeProduct, productNamed } = await import('../exports/products')
  const files: (readonly [string, string])[] = (['xlsx', 'docx', 'gpkg', 'geojson'] as const).flatMap((id) => (asked[id] === null ? [] : [[id, asked[id]] as const]))
  if (asked.csv !== null) {
    if (/\.csv$/i.test(asked.csv)) files.push(['csv-list', asked.csv])
    else {
      mkdirSync(asked.csv, { recursive: true })
      for (const id of ['csv-list', 'csv-units', 'csv-clauses']) {
        const [table] = productNamed(id)?.tables?.(basisFor({ walks: false }, judged), { extra }) ?? []
        if (table) files.push([id, join(asked.csv, `${table.name}.csv`)])
      }
    }
  }
  for (const [id, file] of files) {
    const product = productNamed(id)
    if (!product) throw new Error(`no product ${id}`)
    if (!writeOut(file, await makeProduct(product, judged, { extra }))) return false
  }
  return true
}
