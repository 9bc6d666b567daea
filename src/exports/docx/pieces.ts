/** Paragraphs and tables of the report. Whatever comes from a file goes through `words`, so that no character breaks the document. */
import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { xmlSafe } from '../drawing/xml'
import { styleIds } from './styles'

export const words = (text: string): string => xmlSafe(text).replace(/[\n\t]+/g, ' ')

/** Twentieths of a point, in which Word measures pages. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

export const heading = (level: 1 | 2 | 3, text: string, pageBreakBefore = false): Paragraph => new Paragraph({ heading: levels[level], children: [new TextRun(words(text))], pageBreakBefore })
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

export const paragraph = (text: string, style: keyof typeof styleIds = 'body'): Paragraph => new Paragraph({ style: styleIds[style], children: [new TextRun(words(text))] })

export type Cell = {
  /** One paragraph each. */
  readonly lines: readonly { readonly text: string; readonly style?: keyof typeof styleIds; readonly bold?: boolean; readonly colour?: string }[]
  readonly right?: boolean
  readonly centre?: boolean
  readonly fill?: string
}
export const cell = (text: string, more: Omit<Cell, 'lines'> = {}): Cell => ({ lines: [{ text }], ...more })
export const figureCell = (text: string): Cell => cell(text, { right: true })

export type Column = { readonly title: string; /** Millimetres; all columns together fill the text. */ readonly width: number }

/** Header rows repeat on every page, and no row is torn apart. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const widths = columns.map(({ width }) => twips(width))
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 70, right: 70, top: 30, bottom: 30 },
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: thin },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, at) => tableCell({ lines: [{ text: title, style: 'head' }], fill: 'E7F0F0' }, widths[at]!)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((each, at) => tableCell(each, widths[at]!)) })),
    ],
  })
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: 'B4BCC0' } as const
const thick = { style: BorderStyle.SINGLE, size: 10, color: '000000' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

function tableCell({ lines, right, centre, fill }: Cell, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
    children: lines.map(({ text, style = 'cell', bold, colour }) => new Paragraph({
      style: styleIds[style],
      ...(right ? { alignment: AlignmentType.RIGHT } : centre ? { alignment: AlignmentType.CENTER } : {}),
      children: [new TextRun({ text: words(text), ...(bold ? { bold } : {}), ...(colour ? { color: colour } : {}) })],
    })),
  })
}

/** Numbers of the last table and the last figure. */
export type Numbers = { table: number; figure: number }
/** Above a table, which it never leaves. */
export const caption = (text: string): Paragraph => new Paragraph({ style: styleIds.caption, children: [new TextRun(words(text))] })
/** Below a figure. */
export const figureCaption = (text: string): Paragraph => new Paragraph({ style: styleIds.caption, keepNext: false, spacing: { before: 60, after: 240 }, children: [new TextRun(words(text))] })
