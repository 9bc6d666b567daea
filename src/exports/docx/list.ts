/** The rectification list in a table; a long one is cut, and says so. */
import type { FileChild } from 'docx'
import { asksForAny, type RectificationItem } from '../../rectify/item'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { sayReport } from '../../text/report'
import type { Content } from './content'
import { caption, cell, figureCell, heading, paragraph, table, type Cell } from './pieces'

/** Rows that a reader of a report still turns over; the workbook has all. */
export const mostItems = 300

export function listPart(content: Content): FileChild[] {
  const { basis, numbers } = content
  const { language, rectification } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const shown = shownItems(rectification)
  const about = shown.length < rectification.length ? word('list.capped', { n: formatNumber(rectification.length), shown: formatNumber(shown.length) }) : word('list.about', { n: formatNumber(rectification.length) })
  const parts: FileChild[] = [heading(1, word('list'))]
  if (shown.length === 0) return [...parts, paragraph(word('summary.noItems'))]
  const columns = [
    { title: word('column.number'), width: 10 },
    { title: word('column.clause'), width: 16 },
    { title: word('column.unit'), width: 36 },
    { title: word('column.above'), width: 32 },
    { title: word('column.required'), width: 19 },
    { title: word('column.provided'), width: 19 },
    { title: word('column.shortfall'), width: 19 },
    { title: word('column.people'), width: 25 },
    { title: word('column.due'), width: 29 },
    { title: word('column.responsible'), width: 24 },
    { title: word('column.nearest'), width: 13 },
    { title: word('column.status'), width: 15 },
  ]
  return [...parts, paragraph(about), caption(word('table', { n: ++numbers.table, title: word('list').replace(/^\S+[、.]\s*/, '') })), table(columns, shown.map((item, at) => rowOf(content, item, at + 1)))]
}

/** All of a short list in its own order; of a long one those that concern most elders, in that order. */
export function shownItems(items: readonly RectificationItem[]): readonly RectificationItem[] {
  if (items.length <= mostItems) return items
  return items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => (b.item.people ?? -1) - (a.item.people ?? -1) || a.at - b.at)
    .slice(0, mostItems)
    .map(({ item }) => item)
}

function rowOf({ basis: { language } }: Content, item: RectificationItem, number: number): Cell[] {
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const amount = (value: number | null): Cell => figureCell(amountText(language, value, measure))
  // Halves of a share are counts of whatever the clause counts.
  const counts = item.measure === 'share' && [item.required, item.provided, item.shortfall].some((value) => value !== null && Math.abs(value) > 1)
  const measure = counts ? '' : item.measure
  const above = [item.county, item.subdistrict, item.community].flatMap((each) => (each && each.id !== item.unit ? [each.name] : []))
  return [
    cell(String(number), { centre: true }),
    cell(item.clause),
    cell(item.name),
    cell(above.join(' ') || '—'),
    amount(item.required),
    amount(item.provided),
    asksForAny(item) ? figureCell(word('shortfall.none-yet')) : amount(item.shortfall),
    figureCell(`${formatNumber(item.households)} / ${formatNumber(item.people)}`),
    { lines: [{ text: item.due === null ? '—' : `${item.due}${item.overdue ? ` ${word('list.overdue')}` : ''}`, bold: item.overdue === true }] },
    cell(item.responsible ?? '—'),
    figureCell(item.nearest ? formatNumber(item.nearest.metres, 0) : '—'),
    cell(word(`status.${item.progress.status}`), { centre: true }),
  ]
}

export function amountText(language: 'zh' | 'en', value: number | null, measure: string): string {
  if (measure === 'facility' || measure === 'step' || measure === 'compound') {
    const unit = sayReport(language, `measure.${measure}`)
    return value === null || unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`
  }
  return formatMeasure(language, value, measure)
}
