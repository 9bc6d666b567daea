/** Bytes -> the library's workbook. The only door to @e965/xlsx, loaded when the first workbook is opened. */
import type * as XLSX from '@e965/xlsx'
import { problem, type Problem, type ProblemCode } from '../problem'
import { archiveLimits, isArchive, unpackParts } from './archive'
import { decodeText } from './encoding'
import type { SourceFile } from './raw-table'
import { chineseDateFormats } from './sheet-date'

export type WorkbookRead = { readonly book: XLSX.WorkBook | null; readonly problems: readonly Problem[] }

/** Formulas are not asked for: a cell then holds the value that was saved with it, never one computed here. */
const options: XLSX.ParsingOptions = { dense: true, cellNF: true, cellStyles: true, cellFormula: false, cellHTML: false, sheetStubs: false }

type Library = typeof XLSX
/** Exported by the library for readers that unpack themselves, but missing in its types. */
type PartsReader = { parse_zip(container: unknown, options: XLSX.ParsingOptions): XLSX.WorkBook }

export async function openWorkbook(file: SourceFile): Promise<WorkbookRead> {
  const at = { file: file.name }
  const refuse = (code: ProblemCode, detail?: string): WorkbookRead => ({ book: null, problems: [problem(code, 'error', at, detail)] })
  const library = await import('@e965/xlsx')
  try {
    if (isArchive(file.bytes)) return openParts(library, file)
    if (isOle(file.bytes)) return { book: openOle(library, file.bytes), problems: [] }
    const decoded = decodeText(file.bytes)
    // Web systems hand out an HTML table or XML under the name .xls. raw: leave 530302001001 and 1-2 as they are written.
    return decoded ? { book: library.read(decoded.text, { ...options, type: 'string', raw: true }), problems: [] } : refuse('encoding-unknown')
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    return /password|encrypt/i.test(words) ? refuse('file-locked') : refuse('file-unreadable', words.slice(0, 80))
  }
}

export const isOle = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte)

/** A workbook may hold many small parts; a single one over 500 MB could not become a string. */
const workbookLimits = { ...archiveLimits, entries: 20_000, entryBytes: 500_000_000 }

function openParts(library: Library, file: SourceFile): WorkbookRead {
  const { entries, problems } = unpackParts(file, (name) => !/^(xl\/(media|drawings|embeddings|printerSettings|charts)\/|docProps\/|Thumbnails\/)/.test(name), workbookLimits)
  if (problems.some(({ code }) => code === 'archive-too-large') || entries.length === 0) return { book: null, problems }
  const container: unknown = library.CFB.utils.cfb_new()
  for (const entry of entries) {
    const bytes = entry.name === 'xl/styles.xml' ? withChineseFormats(entry.bytes) : entry.bytes
    library.CFB.utils.cfb_add(container, entry.name, bytes, { unsafe: true })
  }
  const book = (library as unknown as PartsReader).parse_zip(container, { ...options, type: 'array' })
  return { book, problems }
}

function openOle(library: Library, bytes: Uint8Array): XLSX.WorkBook {
  for (const [id, format] of Object.entries(chineseDateFormats)) library.SSF.load(format, Number(id))
  return library.read(bytes, { ...options, type: 'array' })
}

/** Writes the formats that the file refers to by number alone into its style sheet, where the library looks them up. */
function withChineseFormats(styles: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(styles)
  const missing = Object.entries(chineseDateFormats).filter(([id]) => text.includes(`numFmtId="${id}"`) && !new RegExp(`<numFmt\\b[^>]*numFmtId="${id}"`).test(text))
  if (missing.length === 0) return styles
  const elements = missing.map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', '&quot;')}"/>`).join('')
  const own = `<numFmts>${elements}</numFmts>`
  const patched = /<numFmts\b[^>]*[^/]>/.test(text)
    ? text.replace(/<numFmts\b[^>]*[^/]>/, (opening) => opening + elements)
    : text.replace(/<numFmts\b[^>]*\/>/, '').replace(/<styleSheet\b[^>]*>/, (opening) => opening + own)
  return new TextEncoder().encode(patched)
}
