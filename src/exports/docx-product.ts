/** The Word report as a product: the comparison with the base where a plan is shown, and a print of its text in the stamp. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { judge } from '../indicators/judge'
import type { Basis } from './basis'
import { documentTable } from './docx-text'
import { printOf } from './fingerprint'
import type { Product } from './product'
import { productFacts } from './product-facts'
import { stampOf, stampText } from './stamp'
import { zipped } from './workbook'

export const docx: Product = {
  id: 'docx',
  ...productFacts.docx,
  walks: true,
  make: async (basis, { extra, onProgress }) => {
    const { docxReport } = await import('./docx/report')
    const bytes = await docxReport(basis, { before: beforeOf(basis), ...(onProgress ? { onProgress } : {}) })
    return withPrint(bytes, basis, extra)
  },
}

/** What the plan is compared with; null: the base itself is shown. */
function beforeOf({ study, packs, options, plan }: Basis) {
  return plan && study.base ? { study: study.base, results: judge(study.base, packs, options) } : null
}

/** The report is stamped before its text is known: its stamp gives way to one that tells the text as well. */
function withPrint(bytes: Uint8Array, basis: Basis, extra: boolean): Uint8Array {
  const parts = unzipSync(bytes)
  const part = stampPart(parts)
  const table = documentTable(parts)
  if (!part || !table) return bytes
  const stamp = stampText(stampOf(basis, 'docx', { [table.name]: printOf({ columns: [{ title: 'text' }], rows: table.rows }) }, extra))
  return zipped({ ...parts, [part]: strToU8(strFromU8(parts[part]!).replace(/(<stamp[^>]*>)[^]*(<\/stamp>)/, (_, head: string, end: string) => `${head}${stamp.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)}${end}`)) })
}

const stampPart = (parts: Readonly<Record<string, Uint8Array>>): string | undefined => Object.keys(parts).find((name) => /^customXml\/item\d+\.xml$/.test(name) && strFromU8(parts[name]!).includes('urn:yikequan:stamp'))
