/** Columns of a terminal, where a Chinese character takes two. */

export type Cell = { readonly text: string; readonly right?: boolean }

/** Rows of cells under each other, indented by two. */
export function columns(rows: readonly (readonly Cell[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((cells) => widthOf(cells[at]?.text ?? ''))))
  return rows.map((cells) => `  ${cells.map(({ text, right }, at) => padded(text, widths[at] ?? 0, right ?? false)).join('  ')}`.trimEnd())
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}

/** Words of packs and studies may be anything: no control characters for the terminal, and cut where they are too wide. */
export function plain(text: string, widest: number): string {
  const clean = [...text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')]
  let width = 0
  const cut = clean.findIndex((character) => (width += widthOf(character)) > widest)
  return cut < 0 ? clean.join('') : `${clean.slice(0, cut).join('')}…`
}

/** Columns of a terminal: a Chinese character takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u
