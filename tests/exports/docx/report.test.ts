import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { Window, type Element } from 'happy-dom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basisOf, type Basis } from '../../../src/exports/basis'
import { shownItems, mostItems } from '../../../src/exports/docx/list'
import { docxReport } from '../../../src/exports/docx/report'
import { readStamp } from '../../../src/exports/stamp'
import { clauseWords } from '../../../src/exports/clause-words'
import { judge } from '../../../src/indicators/judge'
import { shippedPacks } from '../../../src/policy/shipped'
import { studyUnder } from '../../../src/scenario/study-under'
import { formatMeasure, formatNumber } from '../../../src/text/numbers'
import { hasWriter } from '../../helpers/office'
import { sampleStudy } from '../../helpers/sample'
import { area, facility, pack, result, study, unit } from '../../helpers/tiny-study'

const partsOf = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> => unzipSync(bytes)
const xmlOf = (bytes: Uint8Array, part = 'word/document.xml') => new new Window().DOMParser().parseFromString(strFromU8(partsOf(bytes)[part]!).replace(/<\?xml.*?\?>/, ''), 'text/xml')
const textOf = (element: Element): string => [...element.getElementsByTagName('w:t')].map((each) => each.textContent).join('')
const plain = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text!.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!)).join('')
const within = (xml: string, tag: string): string[] => xml.match(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs')) ?? []
/** Rows of cells, each cell its lines. */
const tablesOf = (bytes: Uint8Array): string[][][] => within(strFromU8(partsOf(bytes)['word/document.xml']!), 'tbl').map((table) => within(table, 'tr').map((row) => within(row, 'tc').map((cell) => within(cell, 'p').map(plain).join('\n'))))
const titled = (tables: string[][][], heading: string): string[][][] => tables.filter(([head]) => head?.some((cell) => cell === heading))

describe('the report of the sample town', () => {
  let basis: Basis
  let bytes: Uint8Array
  let tables: string[][][]
  let words: string
  beforeAll(async () => {
    const base = await sampleStudy()
    const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023' || id === 'xiamen-2022')
    const edits = [{ id: 'e1', type: 'close-facility' as const, facility: base.facilities.find(({ stage, kind }) => stage === 'operating' && kind === 'COMM')!.id }]
    const after = studyUnder(base, { edits, done: 1 })
    basis = basisOf({ study: after, packs, results: judge(after, packs, base.options), plan: { name: '方案A', edits } })
    bytes = await docxReport(basis, { before: { study: base, results: judge(base, packs, base.options) } })
    tables = tablesOf(bytes)
    words = plain(strFromU8(partsOf(bytes)['word/document.xml']!))
  }, 120_000)

  test('states every clause with the verdict and both halves of the result', () => {
    const rows = titled(tables, '内容和原文').flatMap((table) => table.slice(1))
    expect(rows).toHaveLength(basis.results.length)
    const clauses = new Map(basis.packs.flatMap((each) => each.clauses.map((clause) => [`${each.id} ${clause.id}`, clause] as const)))
    for (const [at, { clause, policy, numerator, denominator, state }] of basis.results.entries()) {
      const said = clauseWords('zh', clauses.get(`${policy} ${clause}`), basis.results[at]!)
      expect(rows[at]![0]).toBe(clause)
      expect(rows[at]![1]).toContain(clauses.get(`${policy} ${clause}`)!.quote.replace(/[\n\t]+/g, ' '))
      expect(rows[at]![2]).toContain(said.verdict)
      expect(rows[at]![3]!.split('\n')[0]).toBe(said.figure)
      expect(rows[at]![4]).toBe(denominator === null ? '—' : `${formatNumber(numerator)} / ${formatNumber(denominator)}`)
      expect(state).toBeTruthy()
    }
  })
  test('lists the items that it says it lists, with their shortfalls', () => {
    const [table] = titled(tables, '整改期限')
    const shown = shownItems(basis.rectification)
    expect(table!.slice(1)).toHaveLength(shown.length)
    expect(table!.slice(1).map((row) => row[2])).toEqual(shown.map(({ name }) => name))
    const metres = shown.flatMap(({ measure, shortfall }, at) => (measure === 'm2' && shortfall !== null ? [{ at, shortfall }] : []))
    expect(metres.length).toBeGreaterThan(5)
    for (const { at, shortfall } of metres) expect(table![at + 1]![6]).toBe(formatMeasure('zh', shortfall, 'm2'))
  })
  test('counts verdicts as the results do, in the summary and in the first chart', () => {
    const text = words
    const count = (state: string): number => basis.results.filter((each) => each.state === state).length
    expect(text).toContain(`达标 ${count('met')} 条，未达标 ${count('unmet')} 条，数据不足 ${count('no-data')} 条`)
    const chart = xmlOf(bytes, 'word/charts/chart1.xml')
    const values = [...chart.getElementsByTagName('c:ser')].flatMap((series) => [...series.getElementsByTagName('c:val')].flatMap((each) => [...each.getElementsByTagName('c:v')].map((value) => Number(value.textContent))))
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(basis.results.length)
  })
  test('says what the plan changes', () => {
    expect(words).toContain('“方案A”在现状上修改 1 处')
  })
  test('names every input file with its hash', () => {
    const [table] = titled(tables, 'SHA-256')
    expect(table!.slice(1).map((row) => [row[0], row[4]])).toEqual(basis.study.inputs.map(({ file, sha256 }) => [file, sha256]))
  })
  test('carries the stamp as a part of its own that a program reads back', () => {
    const stamp = readStamp(xmlOf(bytes, 'customXml/item1.xml').documentElement.textContent)
    expect(stamp).toMatchObject({ product: 'docx', asOf: basis.study.asOf, plan: { name: '方案A', edits: 1 } })
    expect(stamp!.inputs.map(({ sha256 }) => sha256)).toEqual(basis.study.inputs.map(({ sha256 }) => sha256))
  })
  test('has named styles, a table of contents, page numbers and header rows that repeat', () => {
    const text = strFromU8(partsOf(bytes)['word/document.xml']!)
    expect(text).toMatch(/TOC \\h \\o/)
    expect(text.match(/<w:tblHeader\/>/g)!.length).toBe(tables.length)
    expect(strFromU8(partsOf(bytes)['word/footer1.xml']!)).toContain('PAGE')
    const styles = strFromU8(partsOf(bytes)['word/styles.xml']!)
    for (const name of ['Heading 1', 'Heading 2', '报告正文', '表格文字', '文件原文']) expect(styles.toLowerCase()).toContain(`w:val="${name.toLowerCase()}"`)
    expect(styles).toContain('仿宋')
  })
  test('no table is wider than the text of its page: 156 mm upright, 257 mm for the list', () => {
    const xml = strFromU8(partsOf(bytes)['word/document.xml']!)
    const widths = within(xml, 'tbl').map((table) => ({ list: table.includes('整改期限'), millimetres: [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].reduce((sum, [, twips]) => sum + (Number(twips) / 1440) * 25.4, 0) }))
    expect(widths.length).toBeGreaterThan(4)
    expect(widths.filter(({ list, millimetres }) => millimetres > (list ? 257.2 : 156.2))).toEqual([])
  })
  test('every picture is a vector picture with a metafile behind it, and every part has a type', () => {
    const parts = partsOf(bytes)
    const svgs = Object.keys(parts).filter((name) => name.endsWith('.svg'))
    expect(svgs.length).toBeGreaterThan(0)
    expect(Object.keys(parts).filter((name) => name.endsWith('.emf'))).toHaveLength(svgs.length)
    expect(Object.keys(parts).filter((name) => name.endsWith('.bmp'))).toEqual([])
    const types = strFromU8(parts['[Content_Types].xml']!)
    expect(types).toContain('Extension="emf"')
    const targets = [...strFromU8(parts['word/_rels/document.xml.rels']!).matchAll(/Target="(media\/[^"]+)"/g)].map(([, target]) => `word/${target}`)
    expect(targets.every((target) => parts[target] !== undefined)).toBe(true)
  })
  describe.skipIf(!hasWriter)('in LibreOffice (needs soffice with Writer, else skipped)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yikequan-docx-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    test('opens and lays out every section', () => {
      writeFileSync(join(folder, 'report.docx'), bytes)
      execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'report.docx')], { stdio: 'ignore' })
      const text = execFileSync('cat', [join(folder, 'report.txt')], { encoding: 'utf8' })
      for (const heading of ['一、概要', '二、逐条判定', '三、地图', '四、图表', '五、整改清单', '六、方案比较', '七、方法和口径', '八、数据来源和问题']) expect(text).toContain(heading)
    }, 120_000)
  })
})

describe('a report of hostile and bare studies', () => {
  test('the same basis gives the same bytes', async () => {
    const placed = study({ areas: [area('a', { at: [103.8, 25.51] }), area('b', { at: [103.81, 25.51] })] })
    const basis = basisOf({ study: placed, packs: [pack], results: [result({ units: [unit('a', { kind: 'area', state: 'unmet', shortfall: 1 }), unit('b', { kind: 'area' })] })] })
    const [first, second] = [await docxReport(basis), await docxReport(basis)]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Object.keys(partsOf(first))).toEqual(expect.arrayContaining(['word/media/image1.emf', 'word/charts/chart1.xml']))
  })
  const hostile = '</w:t><w:p/><script>alert(1)</script>&\u0000\u0007\ud800=cmd()'
  test('text from a file stays text', async () => {
    const named = study({ name: hostile, areas: [area('street', { name: hostile, level: 'subdistrict', parent: null, at: [103.8, 25.5] }), area('a', { name: hostile, at: [103.8, 25.51] })], facilities: [facility('F', { name: hostile, at: [103.8, 25.5] })], inputs: [{ file: hostile, sha256: 'ab', bytes: 1, rows: 1, encoding: null, crs: null }] })
    const document = xmlOf(await docxReport(basisOf({ study: named, packs: [pack], results: [result({ units: [unit('a', { kind: 'area', name: hostile, state: 'unmet', shortfall: 1 })] })], plan: { name: hostile, edits: [] } })))
    expect(document.getElementsByTagName('script').length).toBe(0)
    expect(textOf(document.documentElement as unknown as Element)).toContain('</w:t><w:p/><script>alert(1)</script>&=cmd()')
  })
  test('a study without positions, items or files still makes a report that says so', async () => {
    const text = textOf(xmlOf(await docxReport(basisOf({ study: study(), packs: [pack], results: [result({ state: 'met', units: [] })] }))).documentElement as unknown as Element)
    expect(text).toContain('没有带位置的记录')
    expect(text).toContain('整改清单为空')
    expect(text).toContain('没有输入文件的记录')
  })
  test('in English no Chinese word is ours', async () => {
    const plain = study({ name: 'Three Streets', areas: [area('a', { name: 'A' })], facilities: [] })
    const english = { ...pack, document: { ...pack.document, title: 'Rules', place: 'East' }, clauses: pack.clauses.map((clause) => ({ ...clause, quote: 'at least 90 %' })) }
    const text = textOf(xmlOf(await docxReport(basisOf({ study: plain, packs: [english], results: [result({ units: [unit('a', { kind: 'area', name: 'A' })], reading: {} })], language: 'en' }))).documentElement as unknown as Element)
    expect(text.match(/[\u4e00-\u9fff]/g) ?? []).toEqual([])
  })
  test('of a long list the items that concern most elders are shown, and no unknown count goes before a known one', () => {
    const items = Array.from({ length: mostItems + 2 }, (_, at) => ({ people: at === 5 ? null : at })) as unknown as Basis['rectification']
    const shown = shownItems(items)
    expect(shown).toHaveLength(mostItems)
    expect(shown[0]!.people).toBe(mostItems + 1)
    expect(shown.every(({ people }) => people !== null)).toBe(true)
  })
})
