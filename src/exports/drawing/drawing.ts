/** A picture as data: drawn as SVG (svg.ts), on the page (panels/) and as a metafile for word processors (emf.ts). One unit is 1/96 inch. */

export type Spot = readonly [number, number]
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Lines and dots over a surface, so that nothing is told by colour alone, and grey prints stay readable. */
export type Pattern = { readonly kind: 'rising' | 'falling' | 'cross' | 'level' | 'dots'; readonly ink: string }

export type Paint = {
  /** '#rrggbb'; absent: not filled. */
  readonly fill?: string
  /** Of the fill, over white paper. */
  readonly opacity?: number
  readonly pattern?: Pattern
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
}

export type Mark =
  /** Rings are filled by even-odd, so a hole stays a hole; open lines are not filled. `title` is read when pointed at. */
  | { readonly is: 'shape'; readonly rings: readonly (readonly Spot[])[]; readonly open?: boolean; readonly paint: Paint; readonly title?: string }
  | ({ readonly is: 'box'; readonly paint: Paint; readonly title?: string } & Box)
  /** A small outline in SVG's own words: M L H V A C Z, absolute. */
  | { readonly is: 'path'; readonly d: string; readonly paint: Paint; readonly title?: string }
  | { readonly is: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly anchor?: 'start' | 'middle' | 'end'; readonly bold?: boolean; readonly fill?: string; readonly halo?: boolean; /** y is the middle of the letters, not their foot. */ readonly middle?: boolean }
  | { readonly is: 'group'; readonly marks: readonly Mark[]; readonly title?: string; readonly at?: { readonly x: number; readonly y: number; readonly scale: number }; readonly clip?: Box }

export type Drawing = {
  /** Begins the names of patterns and clips, which must be unique on a page. */
  readonly id: string
  readonly width: number
  readonly height: number
  readonly title: string
  /** What the picture says, in a sentence or two, for those who do not see it. */
  readonly description: string
  readonly marks: readonly Mark[]
}

/** Width of a line of text, estimated without a font: a Chinese character is one em, any other about half. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += character > '\u2e7f' || /[“”‘’…—·＞]/.test(character) ? 1 : /[ilj.,:;|!'()[\] ]/.test(character) ? 0.32 : /[A-Z%mwMW]/.test(character) ? 0.74 : 0.56
  return ems * size
}

/** The text cut so that it fits, with an ellipsis. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = [...text]
  while (kept.length > 0 && textWidth(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.join('')}…`
}

/** The text in lines no wider than that; at most so many, the last one cut. */
export function wrapped(text: string, size: number, width: number, most = Infinity): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=[\s\u2e80-\uffff])|(?=[\u2e80-\uffff])/u)) {
    // A mark that closes never begins a line.
    if (line !== '' && textWidth(line + word.trimEnd(), size) > width && !/^[，。；：、）」》！？]/.test(word)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), fitted(`${lines.slice(most - 1).join('')}`, size, width)]
}
