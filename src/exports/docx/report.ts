/**
 * The report (DOCX): cover, contents, summary, every clause, maps, charts, the list, the plan against the base, method, data, stamp.
 * Styles are named, so that an office gives it its own look. Loaded only when asked for.
 */
import { AlignmentType, Document, Footer, Header, PageNumber, PageOrientation, Paragraph, SectionType, TableOfContents, TextRun, type FileChild, type ISectionOptions } from 'docx'
import { formatDate } from '../../text/numbers'
import { sayReport } from '../../text/report'
import type { Basis } from '../basis'
import { stampOf, stampText } from '../stamp'
import { chartPart } from './charts'
import { clausePart } from './clauses'
import { comparisonPart } from './comparison'
import { contentOf, type ReportOptions } from './content'
import { dataPart } from './data'
import { listPart } from './list'
import { mapPart } from './maps'
import { methodPart } from './method'
import { packed } from './package'
import { paragraph, twips, words } from './pieces'
import { styleIds, styles } from './styles'
import { summaryPart } from './summary'

export type { ReportOptions } from './content'

export async function docxReport(basis: Basis, options: ReportOptions = {}): Promise<Uint8Array> {
  const { language, study, plan, version } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const content = contentOf(basis, options)
  const stamp = stampOf(basis, 'docx')
  const line = word('stamp.line', { version, asOf: study.asOf, hash: stamp.results.slice(0, 16) })
  const title = `${study.name}${language === 'zh' ? '' : ' '}${word('title')}`
  const section = (children: FileChild[], landscape: boolean): ISectionOptions => ({
    properties: { type: SectionType.NEXT_PAGE, page: { size: { width: twips(210), height: twips(297), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: landscape ? { top: twips(20), bottom: twips(18), left: twips(20), right: twips(20) } : { top: twips(28), bottom: twips(25), left: twips(28), right: twips(26) } } },
    headers: { default: new Header({ children: [new Paragraph({ style: styleIds.note, alignment: AlignmentType.RIGHT, children: [new TextRun(words(study.name))] })] }) },
    footers: { default: footerOf(language, line) },
    children,
  })
  const steps = 9
  const progress = async (done: number): Promise<void> => options.onProgress?.(done, steps)
  await progress(0)
  // Numbers of tables and figures run in the order of the pages.
  const summary = summaryPart(content)
  await progress(1)
  const clauses = clausePart(content)
  await progress(2)
  const maps = mapPart(content)
  await progress(4)
  const charts = chartPart(content)
  await progress(5)
  const list = listPart(content)
  await progress(6)
  const rest = [...comparisonPart(content), ...methodPart(content, stamp), ...dataPart(content, stamp)]
  await progress(7)
  const cover = [
    new Paragraph({ heading: 'Title', children: [new TextRun(words(study.name)), new TextRun({ text: word('title'), break: 1 })] }),
    paragraph(word('cover.asOf', { date: formatDate(language, study.asOf) }), 'cover'),
    paragraph(plan ? word('cover.plan', { name: plan.name, n: plan.edits.length }) : word('cover.base'), 'cover'),
    new Paragraph({ style: styleIds.cover, spacing: { before: 3600 }, children: [new TextRun(word('cover.author'))] }),
    paragraph(word('cover.made', { version }), 'note'),
    paragraph(line, 'note'),
  ]
  const contents = [new Paragraph({ style: styleIds.cover, pageBreakBefore: true, children: [new TextRun(word('contents'))] }), new TableOfContents(word('contents'), { hyperlink: true, headingStyleRange: '1-2' })]
  const document = new Document({
    title, subject: word('title'), description: line, creator: `一刻圈 ${version}`, lastModifiedBy: `一刻圈 ${version}`, revision: 1, styles,
    sections: [section([...cover, ...contents], false), section([...summary, ...clauses], false), section(maps, true), section(charts, false), section(list, true), section(rest, false)],
  })
  const bytes = await packed(document, study.asOf, stampText(stamp))
  await progress(steps)
  return bytes
}

const footerOf = (language: Basis['language'], line: string): Footer =>
  new Footer({
    children: [
      new Paragraph({ style: styleIds.note, alignment: AlignmentType.CENTER, children: [new TextRun({ children: [sayReport(language, 'page'), PageNumber.CURRENT, sayReport(language, 'pageEnd')] })] }),
      new Paragraph({ style: styleIds.note, alignment: AlignmentType.CENTER, children: [new TextRun({ text: words(line), size: 15, color: '777777' })] }),
    ],
  })
