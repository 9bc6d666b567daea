/** The papers that a map is printed on. */
export const papers = ['a4-landscape', 'a4-portrait', 'a3-landscape', 'a3-portrait'] as const
export type Paper = (typeof papers)[number]

/** Millimetres. margin: around what is drawn. */
export type Sheet = { readonly width: number; readonly height: number; readonly margin: number }

export function paperSize(paper: Paper): Sheet {
  const [short, long] = paper.startsWith('a3') ? [297, 420] : [210, 297]
  return paper.endsWith('landscape') ? { width: long, height: short, margin: 10 } : { width: short, height: long, margin: 10 }
}

/** 96 units to the inch. */
export const units = (millimetres: number): number => (millimetres * 96) / 25.4
