/** The packed document without clock and chance: the same report gives the same bytes. Metafiles get their own name, the stamp its own part. */
import { Packer, type Document } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { xmlText } from '../drawing/xml'

/** Where the stamp lies; Word and WPS carry such a part along when they save. */
export const stampFile = 'customXml/item1.xml'
export const stampNamespace = 'urn:yikequan:stamp'

export async function packed(document: Document, asOf: string, stamp: string): Promise<Uint8Array> {
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  const texts = new Map<string, string>()
  const rest = new Map<string, Uint8Array>()
  for (const [name, bytes] of Object.entries(files)) {
    if (/\.(xml|rels)$/.test(name)) texts.set(name, strFromU8(bytes))
    else rest.set(isMetafile(bytes) ? name.replace(/\.bmp$/, '.emf') : name, bytes)
  }
  const dated = texts.get('docProps/core.xml')
  if (dated !== undefined) texts.set('docProps/core.xml', dated.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${asOf}T00:00:00Z`))
  for (const [name, text] of texts) texts.set(name, text.replace(/(media\/[\w-]+)\.bmp/g, (whole, stem: string) => (rest.has(`word/${stem}.emf`) ? `${stem}.emf` : whole)))
  if ([...rest.keys()].some((name) => name.endsWith('.emf'))) declare(texts, '<Default ContentType="image/x-emf" Extension="emf"/>')
  addStamp(texts, stamp)
  withoutChance(texts)
  const all = new Map<string, Uint8Array>([...[...texts].map(([name, text]) => [name, strToU8(text)] as const), ...rest])
  // The list of types stands first, as readers expect.
  return zipped(['[Content_Types].xml', ...[...all.keys()].filter((each) => each !== '[Content_Types].xml').sort()].map((name) => [name, repacked(name, all.get(name)!)]))
}

/** The charts' own workbooks are archives with a clock as well. */
function repacked(name: string, bytes: Uint8Array): Uint8Array {
  return name.endsWith('.xlsx') ? zipped(Object.entries(unzipSync(bytes))) : bytes
}

function zipped(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, content] of files) zippable[name] = [content, { mtime: new Date(1980, 0, 1, 12), level: 6 }]
  return zipSync(zippable)
}

/** Names that the library draws by lot, and numbers that it counts on from one document to the next, in the order in which they are met. */
function withoutChance(texts: Map<string, string>): void {
  const names = new Map<string, string>()
  const renamed = (found: string, stem: string): string => {
    if (!names.has(found)) names.set(found, `${stem}${names.size + 1}`)
    return names.get(found)!
  }
  for (const name of [...texts.keys()].sort()) {
    const text = texts.get(name)!
      .replace(/\brId[a-z0-9_-]{21}(?=")/g, (found) => renamed(found, 'rIdPart'))
      .replace(/\b_Toc\d+(?=["<\s\\])/g, (found) => renamed(found, '_Toc9'))
      .replace(/(<wp:docPr\b[^>]*? id=")(\d+)(?=")/g, (_, head: string, id: string) => `${head}${renamed(`docPr ${id}`, '')}`)
      .replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)(?=")/g, (_, head: string, id: string) => head + renamed(`bookmark ${id}`, ''))
    texts.set(name, text)
  }
}

function addStamp(texts: Map<string, string>, stamp: string): void {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'
  texts.set(stampFile, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<stamp xmlns="${stampNamespace}">${xmlText(stamp)}</stamp>`)
  texts.set('customXml/_rels/item1.xml.rels', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>')
  texts.set('customXml/itemProps1.xml', `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{8A1F3C52-5B7E-4D0A-9C61-2E4B7F9D1A36}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${stampNamespace}"/></ds:schemaRefs></ds:datastoreItem>`)
  declare(texts, '<Override ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml" PartName="/customXml/itemProps1.xml"/>')
  const relations = 'word/_rels/document.xml.rels'
  texts.set(relations, (texts.get(relations) ?? '').replace('</Relationships>', `<Relationship Id="rIdStamp" Type="${relation}" Target="../customXml/item1.xml"/></Relationships>`))
}

function declare(texts: Map<string, string>, entry: string): void {
  const types = '[Content_Types].xml'
  texts.set(types, (texts.get(types) ?? '').replace(/<Types [^>]*>/, (whole) => `${whole}${entry}`).replace('</Types>', '</Types>'))
}

/** ' EMF' after 40 bytes. */
const isMetafile = (bytes: Uint8Array): boolean => bytes.length > 44 && bytes[40] === 0x20 && bytes[41] === 0x45 && bytes[42] === 0x4d && bytes[43] === 0x46
