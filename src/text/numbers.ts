/** Numbers, units and dates as a civil servant writes them; unknown is a dash. No locale of the machine is asked. */
import type { Language } from './say'

const dash = '—'

/** 1,234.5: thousands grouped, at most `digits` decimals, no trailing zeros. */
export function formatNumber(value: number | null, digits = 1): string {
  if (value === null || !Number.isFinite(value)) return dash
  const [whole = '0', decimals] = trimZeros(Math.abs(value).toFixed(digits)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const text = decimals ? `${grouped}.${decimals}` : grouped
  return value < 0 && text !== '0' ? `−${text}` : text
}

/**
 * A fraction of 1 as a percentage with one decimal. A share that is not whole is never rounded up to 100 % nor down to
 * 0 %, and one below a threshold is not rounded onto it: then further decimals are shown.
 */
export function formatShare(value: number | null, threshold: number | null = null): string {
  if (value === null || !Number.isFinite(value)) return dash
  for (let digits = 1; digits < 6; digits++) {
    const shown = Number((value * 100).toFixed(digits))
    const landed = [0, 100, ...(threshold === null ? [] : [threshold * 100])].some((mark) => Math.abs(shown - mark) < 1e-9 && Math.abs(value * 100 - mark) > 1e-7)
    if (!landed) return `${formatNumber(shown, digits)} %`
  }
  return `${formatNumber(value * 100, 6)} %`
}

/** What the figures of results count, by the code of the result; the zh word follows the number as its measure word. */
const unitWords: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly one?: string }>> = {
  m2: { zh: ' m²', en: ' m²' },
  'm2 per 100 households': { zh: ' m²/百户', en: ' m²/100 households', one: ' m²/100 households' },
  'm2 per person': { zh: ' m²/人', en: ' m²/person' },
  person: { zh: ' 人', en: ' persons' },
  people: { zh: ' 人', en: ' persons' },
  elders60: { zh: ' 人', en: ' elders' },
  residents: { zh: ' 人', en: ' residents' },
  household: { zh: ' 户', en: ' households' },
  households: { zh: ' 户', en: ' households' },
  bed: { zh: ' 张', en: ' beds' },
  'beds per 1000 elders': { zh: ' 张/千名老年人', en: ' beds/1000 elders', one: ' bed/1000 elders' },
  institution: { zh: ' 家', en: ' institutions' },
  facility: { zh: ' 处', en: ' facilities', one: ' facility' },
  centre: { zh: ' 处', en: ' centres' },
  unit: { zh: ' 个单元', en: ' units' },
  units: { zh: ' 个单元', en: ' units' },
  area: { zh: ' 个单元', en: ' units' },
  compound: { zh: ' 个小区', en: ' compounds' },
  plot: { zh: ' 块', en: ' plots' },
  element: { zh: ' 项', en: ' elements' },
  service: { zh: ' 项', en: ' services' },
  step: { zh: ' 步', en: ' steps' },
  tier: { zh: ' 级', en: ' tiers' },
  task: { zh: ' 项', en: ' tasks' },
  lift: { zh: ' 部', en: ' lifts' },
  job: { zh: ' 个岗位', en: ' jobs' },
  yuan: { zh: ' 元', en: ' yuan' },
  times: { zh: ' 倍', en: ' times' },
  metres: { zh: ' 米', en: ' m' },
  'village or community': { zh: ' 个村（社区）', en: ' villages or communities', one: ' village or community' },
}

/** A figure with its unit: '91.5 %', '310.5 m²', '3 张'. An unknown unit code is written as it is. */
export function formatMeasure(language: Language, value: number | null, unit: string, threshold: number | null = null): string {
  if (unit === 'share') return formatShare(value, threshold)
  if (value === null) return dash
  if (unit === 'points of share') return `${formatNumber(value * 100, 2)}${language === 'zh' ? ' 个百分点' : ' percentage points'}`
  const words = unitWords[unit]
  const word = words ? (language === 'en' && value === 1 ? (words.one ?? words.en.replace(/s$/, '')) : words[language]) : unit ? ` ${unit}` : ''
  return `${formatNumber(value, decimalsFor(value))}${word}`
}

/** '2025-03-01' → 2025年3月1日, as precise as the date is written and never more. */
export function formatDate(language: Language, date: string): string {
  const [year = '', month, day] = date.split('-')
  if (language === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  return [day ? String(Number(day)) : null, month ? months[Number(month) - 1] : null, year].filter(Boolean).join(' ')
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** Small figures such as 0.083 m² per person need their decimals; large ones do not. */
function decimalsFor(value: number): number {
  const size = Math.abs(value)
  return size >= 100 ? 1 : size >= 1 ? 2 : 4
}
