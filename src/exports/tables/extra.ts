/** Columns of the ledgers that the program does not know, carried to the exports as they were. Personal columns never reach the study, so they are not among them. */
import type { ColumnOf, Value } from '../table'
import type { Teller } from './teller'

type WithExtra = { readonly extra: Readonly<Record<string, string>> }

/** One column for every header that some record fills, in the order met; a column of plain numbers is written as numbers. */
export function extraColumns<T>({ column, language }: Teller, records: readonly T[], recordOf: (record: T) => object | undefined): ColumnOf<T>[] {
  const headers = new Map<string, { numbers: boolean; longest: number }>()
  for (const record of records)
    for (const [header, text] of Object.entries(extraOf(recordOf(record)))) {
      if (text === '') continue
      const known = headers.get(header) ?? { numbers: true, longest: 0 }
      headers.set(header, { numbers: known.numbers && isPlainNumber(text), longest: Math.max(known.longest, text.length) })
    }
  return [...headers].map(([header, { numbers, longest }]) => ({
    ...column<T>('extra', numbers ? 'measure' : 'text', Math.min(30, Math.max(10, longest * 2, header.length * 2 + 2)), (record): Value => {
      const text = extraOf(recordOf(record))[header]
      return text === undefined || text === '' ? null : numbers ? Number(text) : text
    }),
    key: `extra:${header}`,
    title: language === 'zh' ? `台账·${header}` : `Ledger: ${header}`,
  }))
}

const extraOf = (record: object | undefined): WithExtra['extra'] => (record && 'extra' in record ? (record as WithExtra).extra : {})

/** Codes and telephone numbers stay text: no leading zero, at most 8 digits before the point. */
const isPlainNumber = (text: string): boolean => /^-?(?:0|[1-9]\d{0,7})(?:\.\d{1,8})?$/.test(text)
