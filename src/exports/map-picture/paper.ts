/** The papers that a map is printed on. */
export const papers = ['a4-landscape', 'a4-portrait', 'a3-landscape', 'a3-portrait'] as const
export type Paper = (typeof papers)[number]

/** Millimetres. */
export function paperSize(paper: Paper): { readonly width: number; readonly height: number } {
  const [short, long] = paper.startsWith('a3') ? [297, 420] : [210, 297]
  return paper.endsWith('landscape') ? { width: long, height: short } : { width: short, height: long }
}

/** 96 units to the inch. */
export const units = (millimetres: number): number => (millimetres * 96) / 25.4
