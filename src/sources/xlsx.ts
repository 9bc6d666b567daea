/**
 * Workbooks (XLSX, XLSM, XLS, WPS ET, ODS, HTML tables named .xls) -> one RawTable a visible sheet.
 * The only door to @e965/xlsx, loaded when the first workbook is opened.
 */
import type * as XLSX from '@e965/xlsx'
import { problem, type Problem, type ProblemCode } from '../problem'
import { archiveLimits, archiveNames, isArchive, unpackParts } from './archive'
import { decodeHead, decodeText } from './encoding'
import { megabytes, sourceLimits } from './limits'
import type { RawTable, SourceFile, SourceFormat, SourceRead } from './raw-table'
import { isBareSheet, nationalText, withNationalText } from './old-xls'
import { tableOf } from './sheet'
import { chineseDateFormats } from './sheet-date'
import { fewNames, unsavedFormulas } from './sheet-formulas'

export const xlsx: SourceFormat = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xls', 'et', 'xlsb', 'ods'],
  looksLike: (bytes) => isOle(bytes) || isBareSheet(bytes) || isWorkbookArchive(bytes) || isMarkupTable(bytes),
  read: readXlsx,
}

export async function readXlsx(file: SourceFile): Promise<SourceRead> {
  const at = { file: file.name }
  if (file.bytes.length > sourceLimits.workbookBytes)
    return { tables: [], problems: [problem('file-too-large', 'error', at, megabytes(file.bytes))] }
  const opened = await openWorkbook(file)
  if (!opened.book) return { tables: [], problems: opened.problems }
  const book = opened.book
  const problems: Problem[] = [...opened.problems]
  const tables: RawTable[] = []
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false

  book.SheetNames.forEach((name, index) => {
    const content = book.Sheets[name]
    const sheet = opened.before97 ? nationalText(name) : name
    const place = { ...at, sheet }
    // A sheet that its owner hid holds drop-down words or last year's figures: said, not read.
    if (isHidden(book, index)) problems.push(problem('file-not-used', 'info', place, sheet))
    else if (!content) problems.push(problem('file-unreadable', 'error', place, sheet))
    else if (content['!type'] === 'chart') problems.push(problem('file-not-used', 'info', place, sheet))
    else tables.push(tableOf(file.name, sheet, opened.before97 ? withNationalText(content) : content, date1904))
  })

  const filled = tables.filter((table) => table.rows.length > 0)
  for (const table of tables) {
    if (table.rows.length === 0 && filled.length > 0)
      problems.push(problem('file-not-used', 'info', { ...at, sheet: table.sheet }, table.sheet ?? ''))
  }
  if (filled.length === 0 && !problems.some(({ severity }) => severity === 'error'))
    problems.push(problem('file-empty', 'error', at))
  return { tables: filled, problems }
}

const isHidden = (book: XLSX.WorkBook, index: number): boolean => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0

const isWorkbookArchive = (bytes: Uint8Array): boolean => {
  if (!isArchive(bytes)) return false
  const names = archiveNames(bytes)
  const office = names.includes('[Content_Types].xml') && names.some((name) => name.startsWith('xl/'))
  return office || (names.includes('META-INF/manifest.xml') && names.includes('content.xml'))
}

/** Export buttons of web systems give an HTML table, or the XML of Excel 2003, under the name .xls. */
function isMarkupTable(bytes: Uint8Array): boolean {
  const head = decodeHead(bytes, 1 << 16)?.trimStart()
  return (
    head !== undefined &&
    head.startsWith('<') &&
    (head.includes('urn:schemas-microsoft-com:office:spreadsheet') || /<(html|table)\b/i.test(head))
  )
}

type WorkbookRead = {
  readonly book: XLSX.WorkBook | null
  readonly problems: readonly Problem[]
  readonly before97?: boolean
}

/** Formulas are not asked for: a cell then holds the value that was saved with it, never one computed here. */
const options: XLSX.ParsingOptions = {
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellFormula: false,
  cellHTML: false,
  sheetStubs: false,
}

type Library = typeof XLSX
/** Exported by the library for readers that unpack themselves, but missing in its types. */
type PartsReader = { parse_zip(container: unknown, options: XLSX.ParsingOptions): XLSX.WorkBook }

async function openWorkbook(file: SourceFile): Promise<WorkbookRead> {
  const at = { file: file.name }
  const refuse = (code: ProblemCode, detail?: string): WorkbookRead => ({
    book: null,
    problems: [problem(code, 'error', at, detail)],
  })
  const library = await import('@e965/xlsx')
  try {
    if (isArchive(file.bytes)) return openParts(library, file)
    // The parts of an old workbook are whole blocks of 512 bytes; the library fills a missing end with nothing and says nothing.
    const cut = file.bytes.length % 512 !== 0 ? [problem('file-unreadable', 'error', at, 'xls')] : []
    if (isOle(file.bytes)) return { ...openOle(library, file.bytes), problems: cut }
    if (isBareSheet(file.bytes)) return { ...openOle(library, file.bytes), problems: [] }
    const decoded = decodeText(file.bytes)
    // Web systems hand out an HTML table or XML under the name .xls. raw: leave 530302001001 and 1-2 as they are written.
    return decoded
      ? { book: library.read(decoded.text, { ...options, type: 'string', raw: true }), problems: [] }
      : refuse('encoding-unknown')
  } catch (error) {
    // The library throws for damaged files; its words are for programmers.
    return error instanceof Error && /password|ECMA-376|Encryption(Info| scheme)/.test(error.message)
      ? refuse('file-locked', file.name)
      : refuse('file-unreadable', 'xlsx')
  }
}

const isOle = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte)

/** A workbook may hold many small parts; a single one over 500 MB could not become a string. */
const workbookLimits = { ...archiveLimits, entries: 20_000, entryBytes: 500_000_000 }

function openParts(library: Library, file: SourceFile): WorkbookRead {
  const { entries, problems } = unpackParts(
    file,
    (name) => !/^(xl\/(media|drawings|embeddings|printerSettings|charts)\/|docProps\/|Thumbnails\/)/.test(name),
    workbookLimits,
  )
  if (problems.some(({ code }) => code === 'archive-too-large') || entries.length === 0) return { book: null, problems }
  const container: unknown = library.CFB.utils.cfb_new()
  const unsaved: Problem[] = []
  for (const entry of entries) {
    if (/worksheets\/[^/]+\.xml$/.test(entry.name)) unsaved.push(...formulaProblems(entry, file.name))
    const bytes = entry.name === 'xl/styles.xml' ? withChineseFormats(entry.bytes) : entry.bytes
    library.CFB.utils.cfb_add(container, entry.name, bytes, { unsafe: true })
  }
  const book = (library as unknown as PartsReader).parse_zip(container, { ...options, type: 'array' })
  return { book, problems: [...problems, ...unsaved] }
}

function formulaProblems(part: SourceFile, file: string): readonly Problem[] {
  const unsaved = unsavedFormulas(new TextDecoder().decode(part.bytes))
  return unsaved.length === 0 ? [] : [problem('formula-unsaved', 'warning', { file }, fewNames(unsaved))]
}

function openOle(library: Library, bytes: Uint8Array): { book: XLSX.WorkBook; before97: boolean } {
  for (const [id, format] of Object.entries(chineseDateFormats)) library.SSF.load(format, Number(id))
  const book = library.read(bytes, { ...options, type: 'array' })
  // Excel 5 and 95 call the stream Book, later ones Workbook.
  const before97 = !isOle(bytes) || !library.CFB.find(library.CFB.read(bytes, { type: 'array' }), '/Workbook')
  return { book, before97 }
}

/** Writes the formats that the file refers to by number alone into its style sheet, where the library looks them up. */
function withChineseFormats(styles: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(styles)
  const missing = Object.entries(chineseDateFormats).filter(
    ([id]) => text.includes(`numFmtId="${id}"`) && !new RegExp(`<numFmt\\b[^>]*numFmtId="${id}"`).test(text),
  )
  if (missing.length === 0) return styles
  const elements = missing
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
    .join('')
  const own = `<numFmts>${elements}</numFmts>`
  const patched = /<numFmts\b[^>]*[^/]>/.test(text)
    ? text.replace(/<numFmts\b[^>]*[^/]>/, (opening) => opening + elements)
    : text.replace(/<numFmts\b[^>]*\/>/, '').replace(/<styleSheet\b[^>]*>/, (opening) => opening + own)
  return new TextEncoder().encode(patched)
}
