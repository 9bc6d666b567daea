/** The charts as Word's own: they are edited and restyled there, and bring their data. Figures are those of exports/charts. */
import { Paragraph, type FileChild } from 'docx'
import { ChartRun } from 'docx/charts'
import { shortfallUnits } from '../../indicators/clause-figure'
import { states, type Result, type State } from '../../indicators/result'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { bracketed, sayPaper } from '../../text/papers'
import { sayReport } from '../../text/report'
import { say } from '../../text/say'
import { countyRows } from '../charts/coverage-by-county'
import { distanceClasses, distanceDistribution } from '../charts/distance-distribution'
import { shortfallClasses } from '../charts/shortfall-distribution'
import { verdictRows } from '../charts/verdict-bars'
import { verdictColours } from '../signs/verdict-colours'
import type { Content } from './content'
import { figureCaption, heading, paragraph } from './pieces'

const colours: Readonly<Record<State, string>> = { met: hex('met'), unmet: hex('unmet'), 'no-data': 'C9CFD3', 'not-applicable': 'E9ECEE', undecided: hex('undecided') }
const bar = '3F8F8F'
const font = { name: '宋体' }
const size = { width: 590, height: 300 }

export function chartPart(content: Content): FileChild[] {
  const { basis, numbers, clauseOf } = content
  const { language, study, packs, results } = basis
  const word = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const parts: FileChild[] = [heading(1, sayReport(language, 'charts')), paragraph(sayReport(language, 'charts.about'))]
  const add = (chart: ChartRun, title: string): void => {
    parts.push(new Paragraph({ keepNext: true, children: [chart] }), figureCaption(sayReport(language, 'figure', { n: ++numbers.figure, title })))
  }
  const titleOf = (result: Result): string => `${result.clause} ${clauseOf(result)?.title[language] ?? ''}`.trim()

  const documents = verdictRows(packs, results)
  if (documents.length > 0) {
    const shown = states.filter((state) => documents.some(({ counts }) => counts[state] > 0))
    add(new ChartRun({
      type: 'bar', stacking: 'stacked', gapWidth: 60, font, transformation: { ...size, height: 110 + 46 * documents.length },
      categories: documents.map(({ title }) => short(title)),
      // The verdict's word stands in the legend, its count in the bar: nothing is told by colour alone.
      series: shown.map((state) => ({ name: say(language, `verdict.${state}`), values: documents.map(({ counts }) => counts[state] || null), color: colours[state] })),
      dataLabels: { value: true },
      categoryAxis: { reverseOrder: true },
      valueAxis: { title: word('chart.clauses'), numberFormat: '0', crossesAt: 'maximum' },
    }), word('chart.verdicts'))
  }
  const distances = distanceClasses(study)
  const described = distances && distanceDistribution(language, study)
  if (distances && described) {
    add(new ChartRun({
      type: 'column', gapWidth: 20, legend: false, font, transformation: size,
      categories: distances.classes.map(({ from, to }) => (to === null ? word('chart.beyond', { metres: from }) : `${from}–${to}`)),
      series: [{ name: word(distances.of === 'elders' ? 'chart.elders' : 'chart.points'), values: distances.classes.map(({ weight }) => weight), colors: distances.classes.map(({ from }) => (from < 500 ? bar : from < 1000 ? '9CC9C9' : 'E0A27C')) }],
      categoryAxis: { title: word('chart.metresAxis'), labelRotation: -45 },
      valueAxis: { title: word(distances.of === 'elders' ? 'chart.elders' : 'chart.points'), numberFormat: '#,##0' },
    }), `${word('chart.distances')}${bracketed(language, described.drawing.description.replace(/[。.]$/, ''))}`)
  }
  const seen = new Set<string>()
  for (const result of widest(results)) {
    const { tier, rows } = countyRows(study, result)
    // Clauses of two documents that ask the same of the same units give one chart.
    const same = JSON.stringify(rows)
    if (rows.length < 2 || rows.length > 40 || seen.has(same) || seen.size === 2) continue
    seen.add(same)
    add(new ChartRun({
      type: 'bar', gapWidth: 50, legend: false, font, transformation: { ...size, height: 90 + 30 * rows.length },
      categories: rows.map(({ name, numerator, denominator }) => `${name ?? word('chart.noCounty')}${bracketed(language, `${formatNumber(numerator)} / ${formatNumber(denominator)}`)}`),
      series: [{ name: word('chart.share'), values: rows.map(({ share }) => share), color: bar }],
      dataLabels: { value: true, numberFormat: '0.0%' },
      categoryAxis: { reverseOrder: true },
      valueAxis: { numberFormat: '0%', crossesAt: 'maximum', minimum: 0, maximum: 1 },
    }), word(tier === 'county' ? 'chart.counties' : 'chart.subdistricts', { title: titleOf(result) }))
  }
  for (const result of shortest(results)) {
    const { classes, units, sum, most } = shortfallClasses(result)
    if (units < 5) continue
    const unit = shortfallUnits(clauseOf(result), result).unit
    const measured = (value: number): string => formatMeasure(language, value, unit)
    add(new ChartRun({
      type: 'column', gapWidth: 10, legend: false, font, transformation: { ...size, height: 240 },
      categories: classes.map(({ from, to }) => `${formatNumber(from, 2)}–${formatNumber(to, 2)}`),
      series: [{ name: word('chart.units'), values: classes.map(({ units: count }) => count), color: bar }],
      dataLabels: { value: true },
      categoryAxis: { title: word('chart.shortfallAxisPlain') },
      valueAxis: { title: word('chart.units'), numberFormat: '0' },
    }), `${word('chart.shortfalls', { title: titleOf(result) })}${bracketed(language, word('chart.shortfalls.describe', { n: formatNumber(units), sum: measured(sum), most: measured(most) }).replace(/[。.]$/, ''))}`)
  }
  return parts
}

/** The shares of units with most units, and the people within reach. */
const widest = (results: readonly Result[]): Result[] =>
  results
    .filter(({ evaluator, units }) => (evaluator === 'unit-share' || evaluator === 'people-within-reach') && units.some(({ state }) => state === 'met' || state === 'unmet'))
    .sort((a, b) => b.units.length - a.units.length)

const shortest = (results: readonly Result[]): Result[] =>
  results
    .filter(({ evaluator }) => evaluator === 'area-per-households' || evaluator === 'land-per-person')
    .sort((a, b) => (b.shortfallOfUnits ?? 0) - (a.shortfallOfUnits ?? 0))
    .slice(0, 2)

const short = (title: string): string => (title.length > 24 ? `${title.slice(0, 23)}…` : title)

function hex(state: State): string {
  return verdictColours[state].fill.slice(1).toUpperCase()
}
