/** One clause, county by county: both halves of the share, against what the clause asks. */
import type { Result, UnitResult } from '../../indicators/result'
import { rosterOf, tierOf } from '../../indicators/roster'
import { order } from '../../model/ledger-rows'
import type { Area, Study } from '../../model/study'
import { formatNumber, formatShare } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import type { Language } from '../../text/say'
import { fitted, type Mark } from '../drawing/drawing'
import { barPaint, chartDrawing, chartWidth, line, quiet, text, type Chart } from './chart'

export type CountyRow = {
  /** null: the unit lies in none. */
  readonly id: string | null
  readonly name: string | null
  readonly numerator: number
  readonly denominator: number
  /** null: nothing was judged here. */
  readonly share: number | null
  readonly unjudged: number
}
export type CountyRows = { readonly tier: 'county' | 'subdistrict'; readonly of: 'units' | 'people'; readonly rows: readonly CountyRow[] }

/** By county; by subdistrict where all units lie in one county. Units met of units judged, or people of people where the clause counts people. */
export function countyRows(study: Study, result: Result): CountyRows {
  const of = result.evaluator === 'people-within-reach' ? 'people' : 'units'
  const byCounty = rowsAt(study, result, 2, of)
  const [tier, rows] = byCounty.filter(({ id }) => id !== null).length > 1 ? (['county', byCounty] as const) : (['subdistrict', rowsAt(study, result, 3, of)] as const)
  return { tier, of, rows }
}

export function coverageByCounty(language: Language, study: Study, result: Result, title: string): Chart | null {
  const { tier, of, rows } = countyRows(study, result)
  if (rows.length === 0) return null
  const [left, right, top, pitch] = [170, 170, 40, 30]
  const bottom = top + rows.length * pitch
  const across = (share: number): number => left + share * (chartWidth - left - right)
  const required = result.unit === 'share' && result.threshold && result.threshold.value <= 1 ? result.threshold.value : null
  const say = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const name = (row: CountyRow): string => row.name ?? say('chart.noCounty')
  const marks: Mark[] = [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((tick) => [line([across(tick), top], [across(tick), bottom]), text(across(tick), bottom + 16, `${tick * 100} %`, 11, { anchor: 'middle', ...quiet })]),
    ...rows.flatMap((row, at): Mark[] => {
      const y = top + at * pitch + pitch / 2
      const halves = row.share === null ? '—' : `${formatShare(row.share, required)} · ${formatNumber(row.numerator)} / ${formatNumber(row.denominator)}`
      const short = required !== null && row.share !== null && row.share < required
      return [
        text(left - 10, y, fitted(name(row), 12, left - 14), 12, { anchor: 'end', middle: true }),
        // Below what is asked the bar is hatched.
        ...(row.share === null ? [] : [{ is: 'box' as const, x: left, y: y - 9, width: Math.max(across(row.share) - left, 0.5), height: 18, paint: short ? { ...barPaint, fill: '#f0c6a8', stroke: '#a83f00', pattern: { kind: 'falling' as const, ink: '#a83f00' } } : barPaint, title: `${name(row)} ${halves}` }]),
        text(across(1) + 10, row.unjudged > 0 ? y - 6 : y, halves, 12, { middle: true }),
        ...(row.unjudged > 0 ? [text(across(1) + 10, y + 8, say('chart.unjudgedMore', { n: formatNumber(row.unjudged) }), 10.5, { middle: true, ...quiet })] : []),
      ]
    }),
    ...(required === null ? [] : [line([across(required), top - 8], [across(required), bottom], '#1d2427', 1.6, [5, 3]), text(across(required), top - 14, say('chart.required', { value: formatShare(required) }), 11.5, { anchor: 'middle' })]),
  ]
  const kind = tier === 'county' ? 'counties' : 'subdistricts'
  return {
    id: 'counties',
    drawing: chartDrawing({ id: 'counties', height: bottom + 28, title: say(`chart.${kind}`, { title }), description: `${say(`chart.${kind}.${of}`, { n: rows.length })}${language === 'zh' ? '。' : '.'}`, marks }),
    table: {
      columns: [
        { title: say(`chart.${tier}`), kind: 'text' },
        { title: say('chart.numerator'), kind: 'number' },
        { title: say('chart.denominator'), kind: 'number' },
        { title: say('chart.share'), kind: 'share' },
        { title: say('chart.unjudged'), kind: 'number' },
      ],
      rows: rows.map((row) => [name(row), row.numerator, row.denominator, row.share, row.unjudged]),
    },
    notes: [],
  }
}

/** By the order of the units' ids; those without a county last. */
function rowsAt(study: Study, result: Result, tier: 2 | 3, of: 'units' | 'people'): CountyRow[] {
  const above = unitAbove(study, tier)
  const sums = new Map<string | null, { name: string | null; numerator: number; denominator: number; unjudged: number }>()
  for (const unit of result.units) {
    if (unit.state === 'not-applicable') continue
    const county = above(unit)
    const sum = sums.get(county?.id ?? null) ?? { name: county?.name ?? null, numerator: 0, denominator: 0, unjudged: 0 }
    const known = of === 'people' ? unit.numerator !== null && unit.denominator !== null : unit.state === 'met' || unit.state === 'unmet'
    if (!known) sum.unjudged++
    else {
      sum.numerator += of === 'people' ? unit.numerator! : unit.state === 'met' ? 1 : 0
      sum.denominator += of === 'people' ? unit.denominator! : 1
    }
    sums.set(county?.id ?? null, sum)
  }
  return [...sums]
    .map(([id, sum]) => ({ id, ...sum, share: sum.denominator > 0 ? sum.numerator / sum.denominator : null }))
    .sort((a, b) => (a.id === null ? 1 : b.id === null ? -1 : order(a.id, b.id)))
}

/** The county (2) or street (3) that a unit of any kind lies in. */
function unitAbove(study: Study, tier: 2 | 3): (unit: UnitResult) => Area | null {
  const roster = rosterOf(study)
  const areaOf: Readonly<Record<string, ReadonlyMap<string, string | null>>> = {
    compound: new Map(study.compounds.map(({ id, area }) => [id, area])),
    facility: new Map(study.facilities.map(({ id, area }) => [id, area])),
    plot: new Map(study.plots.map(({ id, area }) => [id, area])),
    pool: new Map(study.compounds.flatMap(({ pool, area }) => (pool === null ? [] : [[pool, area] as const]))),
  }
  return ({ id, kind }) => {
    const area = kind && kind !== 'area' ? (areaOf[kind]?.get(id) ?? null) : id
    return area === null ? null : (roster.chainOf(area).find(({ level }) => tierOf[level] === tier) ?? null)
  }
}
