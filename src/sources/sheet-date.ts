/** Spreadsheet dates: a number of days plus a number format that says how much of it is shown. */

export type DateShown = 'day' | 'month' | 'year' | 'time'

/** How much of a date the format shows; null: it is no date format. 'time' has hours only and is no calendar date. */
export function dateShown(format: string): DateShown | null {
  // Quoted words ("年"), escaped or padded characters, colours and locales ([$-804]) show nothing of the date; [h] is a duration.
  const bare = format
    .replace(/"[^"]*"?|[\\_*]./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.toLowerCase()
  if (!bare || bare.includes('general') || /[0#?@]/.test(bare.replace(/s\.0+/g, 's'))) return null
  const parts = bare.replace(/am\/pm|a\/p|上午\/下午/g, 'h').match(/y+|e+|b+|m+|d+|h+|s+|a{3,}/g) ?? []
  const has = (letter: string): boolean =>
    parts.some((part, index) => part.startsWith(letter) && !(letter === 'm' && isMinutes(parts, index)))
  if (has('d') || has('a')) return 'day'
  if (has('m')) return 'month'
  if (has('y') || has('e') || has('b')) return 'year'
  return has('h') || has('s') || parts.length > 0 ? 'time' : null
}

/** m beside hours or seconds means minutes. */
const isMinutes = (parts: readonly string[], index: number): boolean =>
  Boolean(parts[index - 1]?.startsWith('h') || parts[index + 1]?.startsWith('s'))

/**
 * 'YYYY-MM-DD', or 'YYYY-MM' / 'YYYY' when the format shows no more: a month must not become its first day.
 * null outside 1900–9999 (a 0 formatted as a date is an empty cell somewhere else, not 1899-12-31).
 * The 1900 system counts a 29 February 1900 that never was (day 60); the 1904 system of old Macs begins 1462 days later.
 */
export function dateOfSerial(serial: number, shown: Exclude<DateShown, 'time'>, date1904: boolean): string | null {
  const day = Math.floor(serial + (date1904 ? 1462 : 0))
  if (!(day >= 1 && day <= 2_958_465) || day === 60) return null
  const date = new Date(Date.UTC(1899, 11, day > 60 ? 30 : 31) + day * 86_400_000)
  const text = date.toISOString().slice(0, 10)
  return shown === 'day' ? text : text.slice(0, shown === 'month' ? 7 : 4)
}

/**
 * Date formats that Chinese Excel and WPS store by number alone, without writing them into the file
 * (ECMA-376 part 1, 18.8.30, zh-cn). Programs that do not know them show 43252 or lose the month precision.
 */
export const chineseDateFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}
