/** Looks and number formats of a workbook's cells, each combination once. */

export type CellLook = 'plain' | 'header' | 'quiet' | 'input' | 'good' | 'bad' | 'total'
/** general: as the program likes · days: a date · whole, few, tiny: decimals as the size of the figure asks for. */
export type NumberLook = 'general' | 'text' | 'days' | 'whole' | 'few' | 'tiny' | 'share' | 'fineShare' | 'degrees'

export class Styles {
  /** By look, number format, and whether it wraps and is risky: asked for every cell. */
  private readonly known: Partial<Record<CellLook, Partial<Record<NumberLook, (number | undefined)[]>>>> = {}
  private readonly xfs: string[] = []

  constructor() {
    this.of('plain', 'general', false, false)
  }

  /** Index of the style. risky: text that a program would run if somebody typed it; it is marked so that editing the cell leaves it text. */
  of(look: CellLook, format: NumberLook, wrap: boolean, risky: boolean): number {
    const variants = ((this.known[look] ??= {})[format] ??= [])
    const variant = (wrap ? 1 : 0) + (risky ? 2 : 0)
    const found = variants[variant]
    if (found !== undefined) return found
    const { font, fill, border } = looks[look]
    const alignment = look === 'header' ? '<alignment horizontal="center" vertical="center" wrapText="1"/>' : `<alignment${across(format)} vertical="top"${wrap ? ' wrapText="1"' : ''}/>`
    this.xfs.push(`<xf numFmtId="${formats[format].id}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${risky ? ' quotePrefix="1"' : ''}>${alignment}</xf>`)
    return (variants[variant] = this.xfs.length - 1)
  }

  xml(): string {
    const own = Object.values(formats).filter(({ code }) => code !== '')
    return `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${own.length}">${own.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF7B868C"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.xfs.length}">${this.xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }
}

/** Figures stand off from the text that follows them; a day and a month stand under each other. */
const across = (format: NumberLook): string => (format === 'days' ? ' horizontal="center"' : format === 'general' || format === 'text' ? '' : ' horizontal="right" indent="1"')

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const formats: Readonly<Record<NumberLook, { readonly id: number; readonly code: string }>> = {
  general: { id: 0, code: '' },
  // Text stays text when the cell is edited.
  text: { id: 49, code: '' },
  days: { id: 164, code: 'yyyy\\-mm\\-dd' },
  whole: { id: 3, code: '' },
  few: { id: 165, code: '#,##0.0#' },
  tiny: { id: 166, code: '0.0###' },
  share: { id: 167, code: '0.0%' },
  fineShare: { id: 168, code: '0.0###%' },
  degrees: { id: 169, code: '0.000000' },
}

/** The face that every Chinese Windows and WPS has; others take their own. */
const font = (more = ''): string => `<font>${more}<sz val="10"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const coloured = (rgb: string, bold = false): string => `<font>${bold ? '<b/>' : ''}<sz val="10"/><color rgb="FF${rgb}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const fonts = [font(), font('<b/>'), coloured('566168'), coloured('00664B'), coloured('B03A00', true)]
const solid = (rgb: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
// The first two are the format's own.
const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>', solid('E7F0F0'), solid('FFFBEA')]

const looks: Readonly<Record<CellLook, { readonly font: number; readonly fill: number; readonly border: number }>> = {
  plain: { font: 0, fill: 0, border: 0 },
  header: { font: 1, fill: 2, border: 1 },
  quiet: { font: 2, fill: 0, border: 0 },
  input: { font: 0, fill: 3, border: 0 },
  good: { font: 3, fill: 0, border: 0 },
  bad: { font: 4, fill: 0, border: 0 },
  total: { font: 1, fill: 0, border: 0 },
}
