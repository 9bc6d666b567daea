/** A printed map: title, frame, legend, north arrow, scale bar, source, date, 审图号 and stamp, at a true and round scale on A4 or A3. */
import type { Clause } from '../../policy/clause'
import { formatDate, formatNumber } from '../../text/numbers'
import { bracketed, sayPaper } from '../../text/papers'
import { clauseWords } from '../clause-words'
import { fitted, textWidth, wrapped, type Box, type Drawing, type Mark } from '../drawing/drawing'
import { studyExtent, type Extent } from '../signs/extent'
import { scaleOf } from '../signs/scale'
import { mapColours } from '../signs/verdict-colours'
import { frameMarks, projectionFor, type MapContent, type Projection } from './frame'
import { legendMarks } from './legend'
import { paperSize, units, type Paper, type Sheet } from './paper'

export type { MapContent, MapLayers } from './frame'
export { paperSize, papers, type Paper, type Sheet } from './paper'

export type MapSheet = MapContent & {
  /** Or a picture of another size, placed at just that size. */
  readonly paper: Paper | Sheet
  readonly title: string
  /** Of the result; undefined where nothing is coloured. */
  readonly clause: Clause | undefined
  /** Title of the document that the clause stands in. */
  readonly document: string
  /** Name of the plan that is shown; null: the base. */
  readonly plan: string | null
  /** '' : the number of ledgers is said. */
  readonly source: string
  /** 审图号; '' : the map says that it is internal. */
  readonly approval: string
  /** One line of the product's stamp. */
  readonly stamp: string
  /** Absent: the whole study. */
  readonly extent?: Extent
}

/** null: nothing of the study has a position. */
export function mapPage(sheet: MapSheet): { readonly drawing: Drawing; readonly scale: number } | null {
  const extent = sheet.extent ?? studyExtent(sheet.study)
  if (!extent) return null
  const { language, study, paper } = sheet
  const sheetMm = typeof paper === 'string' ? paperSize(paper) : paper
  const [width, height] = [units(sheetMm.width), units(sheetMm.height)]
  const large = sheetMm.width * sheetMm.height > 100_000 ? 1.3 : 1
  const landscape = width > height
  const word = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const margin = units(sheetMm.margin)
  const inner = width - 2 * margin
  const subtitles = subtitlesOf(sheet, inner, 12 * large)
  const top = margin + 30 * large + subtitles.length * 17 * large + 6
  const footer = 34 * large
  const legend = landscape ? { width: units(56) * large, height: height - top - margin - footer } : { width: inner, height: units(46) * large }
  const box: Box = landscape
    ? { x: margin, y: top, width: inner - legend.width - 14, height: height - top - margin - footer }
    : { x: margin, y: top, width: inner, height: height - top - margin - footer - legend.height - 14 }
  const projection = projectionFor(extent, box)
  const legendAt = landscape ? { x: box.x + box.width + 14, y: box.y } : { x: margin, y: box.y + box.height + 12 }
  const size = 11 * large
  const foot = height - margin - footer + 16 * large
  const marks: Mark[] = [
    { is: 'box', x: 0, y: 0, width, height, paint: { fill: mapColours.paper } },
    { is: 'text', x: width / 2, y: margin + 20 * large, text: fitted(sheet.title, 22 * large, inner), size: 22 * large, anchor: 'middle', bold: true },
    ...subtitles.map((line, at): Mark => ({ is: 'text', x: width / 2, y: margin + (40 + at * 17) * large, text: line, size: 12 * large, anchor: 'middle', fill: mapColours.quiet })),
    { is: 'group', clip: box, marks: [{ is: 'box', ...box, paint: { fill: mapColours.ground } }, ...frameMarks(sheet, projection, box)] },
    { is: 'box', ...box, paint: { stroke: mapColours.ink, width: 1.2 } },
    ...northArrow(word('map.north'), box.x + box.width - 26 * large, box.y + 12 * large, large),
    ...scaleBar(sheet, projection, box, large),
    { is: 'text', x: legendAt.x, y: legendAt.y + 12 * large, text: word('map.legend'), size: 14 * large, bold: true },
    ...legendMarks(sheet, legendAt.x, legendAt.y + 22 * large, legend.width, legend.height - 22 * large, landscape ? 1 : 3, size),
    ...footerLines(sheet, projection).map(({ left, right }, at): Mark[] => [
      { is: 'text', x: margin, y: foot + at * 15 * large, text: fitted(left, 10 * large, inner * 0.52), size: 10 * large, fill: mapColours.quiet },
      { is: 'text', x: width - margin, y: foot + at * 15 * large, text: fitted(right, 10 * large, inner * 0.47), size: 10 * large, anchor: 'end', fill: mapColours.quiet },
    ]).flat(),
  ]
  const bounded = study.areas.filter(({ boundary }) => boundary).length
  const description = word('map.describe', { title: subtitles.join(' '), units: formatNumber(bounded), facilities: formatNumber(study.facilities.filter(({ at }) => at).length), scale: formatNumber(projection.scale) })
  return { drawing: { id: `map-${typeof paper === 'string' ? paper : 'picture'}${sheet.result ? `-${sheet.result.policy}-${sheet.result.clause}`.replace(/[^\w-]/g, '') : ''}`, width, height, title: sheet.title, description, marks }, scale: projection.scale }
}

/** The clause with its document and figure; the plan, where one is shown. */
function subtitlesOf({ language, result, clause, document, plan }: MapSheet, width: number, size: number): string[] {
  const lines: string[] = []
  if (result) {
    const { verdict, figure, halves, asked } = clauseWords(language, clause, result)
    const title = clause?.title[language] ?? result.clause
    const figures = [figure, halves, asked].filter(Boolean).join(' · ')
    lines.push(...wrapped(`${result.clause} ${title}${bracketed(language, document)}`, size, width, 1), [verdict, figures].filter(Boolean).join(wide))
  }
  if (plan !== null) lines.push(sayPaper(language, 'map.plan', { name: plan }))
  return lines.map((line) => fitted(line, size, width))
}

function footerLines({ language, study, source, approval, stamp }: MapSheet, { meridian }: Projection): { readonly left: string; readonly right: string }[] {
  const word = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const from = source.trim() === '' ? word('map.sourceFiles', { n: study.inputs.length }) : source.trim()
  return [
    { left: [word('map.source', { source: from }), word('map.asOf', { date: formatDate(language, study.asOf) })].join(wide), right: approval.trim() === '' ? word('map.noApproval') : word('map.approval', { number: approval.trim() }) },
    { left: stamp, right: word('map.projection', { meridian: formatNumber(meridian, 2) }) },
  ]
}

/** Grid north, which is true north at the middle of the sheet. */
function northArrow(word: string, x: number, y: number, large: number): Mark[] {
  const h = 30 * large
  const w = 9 * large
  return [
    { is: 'box', x: x - w - 6, y: y - 6, width: 2 * w + 12, height: h + 26 * large, paint: { fill: '#ffffff', opacity: 0.85 } },
    { is: 'text', x, y: y + 10 * large, text: word, size: 13 * large, anchor: 'middle', bold: true },
    { is: 'shape', rings: [[[x, y + 14 * large], [x - w, y + 14 * large + h], [x, y + 14 * large + h * 0.76]]], paint: { fill: mapColours.ink, stroke: mapColours.ink, width: 0.8 } },
    { is: 'shape', rings: [[[x, y + 14 * large], [x + w, y + 14 * large + h], [x, y + 14 * large + h * 0.76]]], paint: { fill: '#ffffff', stroke: mapColours.ink, width: 0.8 } },
  ]
}

/** Four pieces, black and white, with the scale in figures above them. */
function scaleBar({ language }: MapSheet, { metresPerUnit, scale }: Projection, box: Box, large: number): Mark[] {
  const bar = scaleOf(metresPerUnit, 170 * large)
  if (!bar) return []
  const size = 11 * large
  const [x, y] = [box.x + 18 * large, box.y + box.height - 26 * large]
  const unit = language === 'zh' ? (bar.unit === 'metres' ? '米' : '公里') : bar.unit === 'metres' ? 'm' : 'km'
  const end = `${formatNumber(bar.value)} ${unit}`
  const ratio = sayPaper(language, 'map.scale', { n: formatNumber(scale) })
  const wide = Math.max(bar.px + textWidth(end, size) / 2 + 12, textWidth(ratio, size)) + 16
  const piece = bar.px / 4
  return [
    { is: 'box', x: x - 10, y: y - 26 * large, width: wide + 4, height: 48 * large, paint: { fill: '#ffffff', opacity: 0.88 } },
    { is: 'text', x, y: y - 10 * large, text: ratio, size },
    ...[0, 1, 2, 3].map((at): Mark => ({ is: 'box', x: x + at * piece, y: y - 4 * large, width: piece, height: 5 * large, paint: { fill: at % 2 === 0 ? mapColours.ink : '#ffffff', stroke: mapColours.ink, width: 0.8 } })),
    { is: 'text', x, y: y + 15 * large, text: '0', size, anchor: 'middle' },
    { is: 'text', x: x + bar.px / 2, y: y + 15 * large, text: formatNumber(bar.value / 2, 2), size, anchor: 'middle' },
    { is: 'text', x: x + bar.px, y: y + 15 * large, text: end, size, anchor: 'middle' },
  ]
}

/** Between two statements on one line: the width of a Chinese character. */
const wide = '\u3000'
