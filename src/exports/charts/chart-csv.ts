/** The table of a chart as CSV for Excel and WPS: UTF-8 with BOM, text guarded from being a formula. */
import { guarded } from '../safe-text'
import type { ChartTable } from './chart'

export function chartCsv({ columns, rows }: ChartTable): Uint8Array {
  const lines = [columns.map(({ title }) => quoted(guarded(title))), ...rows.map((row) => row.map((value) => (value === null ? '' : typeof value === 'number' ? String(Number(value.toPrecision(12))) : quoted(guarded(value)))))]
  return new TextEncoder().encode(`\ufeff${lines.map((fields) => fields.join(',')).join('\r\n')}\r\n`)
}

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
