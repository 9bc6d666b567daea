/** Formulas that were written by a program and never calculated: the file holds no value for them, and none is made up. */

/** Cell names, in the order of the sheet's XML. A formula whose saved result is the empty text is saved. */
export function unsavedFormulas(sheetXml: string): readonly string[] {
  const cells: string[] = []
  for (const match of sheetXml.matchAll(/<c\b([^>]*)><f\b[^>]*(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g)) {
    const attributes = match[1] ?? ''
    if (!attributes.includes('t="str"')) cells.push(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '?')
  }
  return cells
}

/** 'D4, D5, D6 … (120)' */
export const fewNames = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} … (${names.length})`
