/** The named styles of the report, which Word and WPS can restyle: fonts as is customary for official papers, with what every machine has behind them. */
import { AlignmentType, type IStylesOptions } from 'docx'

const latin = 'Times New Roman'
const font = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia })
export const fonts = { song: font('宋体'), hei: font('黑体'), kai: font('楷体'), fang: font('仿宋') } as const

export const styleIds = { body: 'ReportBody', cover: 'ReportCover', note: 'ReportNote', cell: 'ReportCell', head: 'ReportHead', quote: 'ReportQuote', caption: 'Caption', code: 'ReportCode' } as const

/** Sizes in half points. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font: fonts.fang, size: 28 } },
    title: { run: { font: fonts.song, size: 52, bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 2400, after: 600, line: 600 } } },
    heading1: { run: { font: fonts.hei, size: 32, bold: false, color: '000000' }, paragraph: { spacing: { before: 360, after: 180 }, keepNext: true, outlineLevel: 0 } },
    heading2: { run: { font: fonts.kai, size: 30, bold: true, color: '000000' }, paragraph: { spacing: { before: 280, after: 140 }, keepNext: true, outlineLevel: 1 } },
    heading3: { run: { font: fonts.fang, size: 28, bold: true, color: '000000' }, paragraph: { spacing: { before: 200, after: 100 }, keepNext: true, outlineLevel: 2 } },
    caption: { run: { font: fonts.hei, size: 21, bold: false, color: '000000' }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 }, keepNext: true } },
  },
  paragraphStyles: [
    // Two characters in, as Chinese papers are written.
    { id: styleIds.body, name: '报告正文', basedOn: 'Normal', quickFormat: true, run: { font: fonts.fang, size: 28 }, paragraph: { indent: { firstLine: 560 }, spacing: { line: 480, after: 60 }, alignment: AlignmentType.BOTH } },
    { id: styleIds.cover, name: '报告封面', basedOn: 'Normal', quickFormat: true, run: { font: fonts.kai, size: 32 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 } } },
    { id: styleIds.note, name: '报告注', basedOn: 'Normal', quickFormat: true, run: { font: fonts.song, size: 19, color: '444444' }, paragraph: { spacing: { before: 60, after: 60 } } },
    { id: styleIds.cell, name: '表格文字', basedOn: 'Normal', quickFormat: true, run: { font: fonts.song, size: 19 }, paragraph: { spacing: { before: 20, after: 20, line: 260 } } },
    { id: styleIds.head, name: '表头文字', basedOn: 'Normal', quickFormat: true, run: { font: fonts.hei, size: 19 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 40 }, keepNext: true } },
    { id: styleIds.quote, name: '文件原文', basedOn: styleIds.cell, quickFormat: true, run: { font: fonts.kai, size: 18, color: '333333' } },
    { id: styleIds.code, name: '哈希', basedOn: styleIds.cell, quickFormat: true, run: { font: { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Consolas', eastAsia: '宋体' }, size: 15 } },
  ],
}
