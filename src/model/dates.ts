/** Dates as precise as they were written: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
import type { DateText } from './study'

/** First day that the text can mean, as YYYY-MM-DD. */
export function firstDay(date: DateText): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last day that the text can mean, as YYYY-MM-DD. */
export function lastDay(date: DateText): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length !== 7) return date
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5))]
  return `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}

/** A date counts as past when its last possible day is on or before the day (SETTLED 26). */
export const onOrBefore = (date: DateText, day: string): boolean => lastDay(date) <= day

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
