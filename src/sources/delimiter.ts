/** Which character separates the columns of a text table. */

/** Full-width comma only comes into question when no other one separates: it is ordinary punctuation inside Chinese cells. */
const usual = [',', '\t', ';', '|'] as const
const fullWidth = '，'

export type SplitRecords = (text: string, delimiter: string) => readonly (readonly string[])[]

/**
 * head: the first records as text. Each candidate is tried by really splitting (a comma inside quotes is none). The best
 * one gives the same number of columns again and again, many of them, and stands already in the first written record:
 * a list inside a column ("助餐,助浴") may be regular, but it is not in the header.
 */
export function findDelimiter(head: string, split: SplitRecords, prefer?: string): string {
  const scored = usual.map((delimiter) => ({
    delimiter,
    score: scoreOf(split(head, delimiter)) * (delimiter === prefer ? 1.5 : 1),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score > 0) return best.delimiter
  const records = split(head, fullWidth).filter(written)
  const width = modalWidth(records)
  const clear = width > 1 && records.length > 1 && records.every((record) => record.length === width)
  return clear ? fullWidth : ','
}

function scoreOf(all: readonly (readonly string[])[]): number {
  const records = all.filter(written)
  const width = modalWidth(records)
  if (width < 2) return 0
  const share = records.filter((record) => record.length === width).length / records.length
  const inFirst = records[0]?.length === width ? 1.5 : 1
  return share * share * Math.log2(width) * inFirst
}

const written = (record: readonly string[]): boolean => record.some((cell) => cell !== '')

/** The commonest width; the larger one when two are equally common. */
function modalWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) {
    const current = counts.get(best) ?? 0
    if (count > current || (count === current && width > best)) best = width
  }
  return best
}
