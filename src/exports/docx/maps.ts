/** Maps of the clauses that most units miss, at a true scale, as vector pictures with something behind them for older word processors. */
import { ImageRun, Paragraph, type FileChild } from 'docx'
import type { Result } from '../../indicators/result'
import { sayReport } from '../../text/report'
import { emfBytes } from '../drawing/emf'
import type { Drawing } from '../drawing/drawing'
import { svgText } from '../drawing/svg'
import { judgedExtent } from '../map-picture/extents'
import { mapPage } from '../map-picture/page'
import { verdictTally } from '../map-picture/frame'
import type { Content } from './content'
import { figureCaption, heading, paragraph } from './pieces'

/** Millimetres: the text of a landscape A4 page; the first shares its page with the heading. */
const size = { width: 256, height: 150, margin: 0 }
const firstSize = { ...size, height: 126 }
const most = 4

export function mapPart(content: Content): FileChild[] {
  const { basis, options, numbers, clauseOf, packOf } = content
  const { language, study, plan } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const parts: FileChild[] = [heading(1, word('maps')), paragraph(word('maps.about'))]
  const shown = chosen(content)
  // Without a clause to colour by, the facilities alone.
  for (const [at, result] of (shown.length > 0 ? shown : [null]).entries()) {
    const clause = result ? clauseOf(result) : undefined
    const title = result ? `${result.clause} ${clause?.title[language] ?? ''}`.trim() : word('maps.facilities')
    const extent = result ? judgedExtent(study, result) : null
    const page = mapPage({ ...(extent ? { extent } : {}), language, study, result, clause, document: (result && packOf(result.policy)?.document.title) ?? '', plan: plan?.name ?? null, metres: [500, 1000], kinds: null, layers: { circles: true, compounds: true, facilities: true, labels: true }, paper: at === 0 ? firstSize : size, title: `${study.name} ${clause?.title[language] ?? title}`, source: options.source ?? '', approval: options.approval ?? '', stamp: '' })
    if (!page) return [heading(1, word('maps')), paragraph(word('maps.none'))]
    parts.push(new Paragraph({ keepNext: true, children: [picture(page.drawing)] }), figureCaption(word('figure', { n: ++numbers.figure, title })))
  }
  return parts
}

/** The clauses asked for, else those with most unmet units that can be drawn: of each document's the first. */
function chosen({ basis: { study, results }, options }: Content): Result[] {
  if (options.maps) return options.maps.flatMap(({ policy, clause }) => results.find((result) => result.policy === policy && result.clause === clause) ?? [])
  const drawable = results
    .map((result) => ({ result, tally: verdictTally(study, result) }))
    .filter(({ result, tally }) => result.units.length > 1 && tally.undrawn < result.units.length)
    .map(({ result, tally }) => ({ result, unmet: tally.counts.find(({ state }) => state === 'unmet')?.count ?? 0 }))
    .filter(({ unmet }) => unmet > 0)
    .sort((a, b) => b.unmet - a.unmet)
  // One family of clauses over one kind of unit first: four maps of the same compounds say little.
  const seen = new Set<string>()
  const apart = drawable.filter(({ result }) => {
    const key = `${result.evaluator} ${result.units[0]?.kind ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
  return apart.slice(0, most).map(({ result }) => result)
}

/** A metafile stands behind the SVG for word processors that know none; where there is a canvas, withPngs() puts a PNG there, which every program shows. */
function picture(drawing: Drawing): ImageRun {
  const transformation = { width: Math.round(drawing.width), height: Math.round(drawing.height) }
  // The library knows no metafiles: written under another name, and named rightly when the file is packed.
  const fallback = { type: 'bmp' as const, data: emfBytes(drawing), transformation }
  return new ImageRun({ type: 'svg', data: new TextEncoder().encode(svgText(drawing)), transformation, fallback, altText: { name: drawing.title, title: drawing.title, description: drawing.description } })
}
