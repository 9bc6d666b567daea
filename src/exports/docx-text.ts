/** What a Word document says, paragraph by paragraph, and the stamp that lies in it: for the print and for verify. */
import { strFromU8 } from 'fflate'
import { readStamp, type Stamp } from './stamp'
import type { FoundTable } from './table'

type Parts = Readonly<Record<string, Uint8Array>>

/** Paragraphs with text, without the table of contents, which Word makes anew; null: no document. */
export function documentTable(parts: Parts): FoundTable | null {
  const part = parts['word/document.xml']
  if (!part) return null
  const xml = strFromU8(part).replace(/<w:sdt>[^]*?<\/w:sdt>/g, '')
  const rows = [...xml.matchAll(/<w:p[ >][^]*?<\/w:p>/g)].flatMap(([paragraph]) => {
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => plain(match[1]!)).join('')
    return text.trim() === '' ? [] : [[text]]
  })
  return { name: 'document', titles: ['text'], rows, firstRow: 1, formulas: [] }
}

export function documentStamp(parts: Parts): Stamp | null {
  for (const [name, bytes] of Object.entries(parts)) {
    const text = /^customXml\/item\d+\.xml$/.test(name) ? /<stamp xmlns="urn:yikequan:stamp">([^<]*)<\/stamp>/.exec(strFromU8(bytes))?.[1] : undefined
    if (text !== undefined) return readStamp(plain(text))
  }
  return null
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const plain = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity]!).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
