/** A column's header as people see it: '已配面积（m²）'. */
import type { ExportColumn } from './table'

/** The unit stands in the header, so that a printed page says it. */
export const headerOf = ({ title, unit }: Pick<ExportColumn, 'title' | 'unit'>): string => (unit ? `${title}（${unit}）` : title)
