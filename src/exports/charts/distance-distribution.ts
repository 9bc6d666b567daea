/** How far the elders live from the nearest care facility, in straight metres, with the legal circles marked. */
import { demandOf } from '../../model/build-people'
import type { FacilityKind, Study } from '../../model/study'
import { circleReach } from '../../reach/circle'
import { formatNumber, formatShare } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import type { Language } from '../../text/say'
import type { Mark } from '../drawing/drawing'
import { circleSites } from '../signs/circle-sites'
import { barPaint, chartDrawing, chartWidth, line, quiet, text, ticksTo, type Chart } from './chart'

/** Above `from`, up to and with `to` metres; to null: all beyond. weight: elders aged 60+, or points where no elders are known. */
export type DistanceClass = { readonly from: number; readonly to: number | null; readonly points: number; readonly weight: number; readonly running: number }
export type DistanceClasses = { readonly of: 'elders' | 'points'; readonly classes: readonly DistanceClass[]; readonly weight: number; /** Points without a position or a count. */ readonly left: number }

const step = 100
const last = 2000

/** null: nobody, or no facility with a position. */
export function distanceClasses(study: Study, kinds: readonly FacilityKind[] | null = null): DistanceClasses | null {
  const { people } = demandOf(study)
  const sites = circleSites({ study, circleKinds: kinds })
  if (sites.lng.length === 0 || people.id.length === 0) return null
  const { metres } = circleReach({ lng: people.lng, lat: people.lat }, sites, [])
  const of = people.elders60.some((count) => count > 0) ? 'elders' : 'points'
  const bins = Array.from({ length: last / step + 1 }, () => ({ points: 0, weight: 0 }))
  let left = 0
  people.id.forEach((_, at) => {
    const weight = of === 'elders' ? people.elders60[at]! : 1
    if (Number.isNaN(metres[at]!) || Number.isNaN(weight)) {
      left++
      return
    }
    const bin = bins[metres[at]! > last ? bins.length - 1 : Math.max(0, Math.ceil(metres[at]! / step) - 1)]!
    bin.points++
    bin.weight += weight
  })
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0)
  let running = 0
  const classes = bins.map((bin, at) => {
    running += bin.weight
    return { from: at * step, to: at === bins.length - 1 ? null : (at + 1) * step, ...bin, running: weight > 0 ? running / weight : 0 }
  })
  return { of, classes, weight, left }
}

export function distanceDistribution(language: Language, study: Study, kinds: readonly FacilityKind[] | null = null, marked: readonly number[] = [500, 1000]): Chart | null {
  const found = distanceClasses(study, kinds)
  if (!found || found.weight === 0) return null
  const { of, classes, weight, left: without } = found
  const [left, right, top, bottom] = [64, 20, 46, 290]
  const say = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const ticks = ticksTo(Math.max(...classes.map((each) => each.weight)), 4)
  const up = (value: number): number => bottom - (value / ticks.at(-1)!) * (bottom - top)
  const pitch = (chartWidth - left - right) / classes.length
  const across = (metres: number): number => left + (metres / step) * pitch
  const word = of === 'elders' ? say('chart.elders') : say('chart.points')
  const within = (metres: number): number | null => classes.find(({ to }) => to === metres)?.running ?? null
  const marks: Mark[] = [
    ...ticks.flatMap((tick) => [line([left, up(tick)], [chartWidth - right, up(tick)]), text(left - 8, up(tick), formatNumber(tick), 11, { anchor: 'end', middle: true, ...quiet })]),
    text(8, 14, word, 11, { ...quiet }),
    ...classes.flatMap(({ from, to, weight: own }, at): Mark[] => [
      // Beyond the second circle the bars are hatched.
      { is: 'box', x: left + at * pitch + 1, y: up(own), width: pitch - 2, height: bottom - up(own), paint: from >= (marked.at(-1) ?? Infinity) ? { ...barPaint, fill: '#f0c6a8', stroke: '#a83f00', pattern: { kind: 'falling', ink: '#a83f00' } } : from >= (marked[0] ?? Infinity) ? { ...barPaint, fill: '#cfe3e3' } : barPaint, title: `${from}–${to ?? '∞'} m: ${formatNumber(own)}` },
    ]),
    ...[0, 500, 1000, 1500, 2000].map((metres) => text(across(metres), bottom + 16, formatNumber(metres), 11, { anchor: 'middle', ...quiet })),
    text(across(last) + pitch / 2 + 8, bottom + 30, say('chart.beyond', { metres: formatNumber(last) }), 11, { anchor: 'middle', ...quiet }),
    line([left, bottom], [chartWidth - right, bottom], '#8d989d', 1.2),
    text((left + chartWidth - right) / 2, bottom + 36, say('chart.metresAxis'), 12, { anchor: 'middle', ...quiet }),
    ...marked.filter((metres) => metres < last).flatMap((metres, at): Mark[] => [line([across(metres), top - 26 + at * 16], [across(metres), bottom], '#1d2427', 1.5, [5, 3]), text(across(metres) + 5, top - 18 + at * 16, say('chart.within', { metres: formatNumber(metres), share: formatShare(within(metres)) }), 12, { bold: true, halo: true })]),
  ]
  return {
    id: 'distances',
    drawing: chartDrawing({
      id: 'distances', height: bottom + 46, title: say('chart.distances'),
      description: say('chart.distances.describe', { all: say(`chart.distances.${of}`, { n: formatNumber(weight) }), near: formatNumber(500), far: formatNumber(1000), nearShare: formatShare(within(500)), farShare: formatShare(within(1000)) }),
      marks,
    }),
    table: {
      columns: [
        { title: say('chart.metresFrom'), kind: 'number' },
        { title: say('chart.metresTo'), kind: 'number' },
        { title: say('chart.points'), kind: 'number' },
        ...(of === 'elders' ? [{ title: say('chart.elders'), kind: 'number' as const }] : []),
        { title: say('chart.running'), kind: 'share' },
      ],
      rows: classes.map(({ from, to, points, weight: own, running }) => [from, to, points, ...(of === 'elders' ? [own] : []), running]),
    },
    notes: without > 0 ? [say('chart.distances.left', { n: formatNumber(without) })] : [],
  }
}
