/** The charts of a judged study, and the map of every clause that some unit misses: what the command line writes as SVG. */
import { sayPaper } from '../text/papers'
import { sayReport } from '../text/report'
import type { Basis } from './basis'
import { coverageByCounty } from './charts/coverage-by-county'
import { distanceDistribution } from './charts/distance-distribution'
import { shortfallDistribution } from './charts/shortfall-distribution'
import { verdictBars } from './charts/verdict-bars'
import type { Drawing } from './drawing/drawing'
import { verdictTally } from './map-picture/frame'
import { mapPage, paperSize } from './map-picture/page'
import { resultsHash } from './stamp'

/** millimetres: its size on paper; absent: as large as the screen wants. */
export type NamedDrawing = { readonly name: string; readonly drawing: Drawing; readonly millimetres?: { readonly width: number; readonly height: number } }

export function drawingsOf(basis: Basis): NamedDrawing[] {
  const { language, study, packs, results, plan, version } = basis
  const found: NamedDrawing[] = []
  const add = (drawing: Drawing | undefined, name = drawing?.title): void => {
    if (drawing && name) found.push({ name, drawing })
  }
  add(verdictBars(language, packs, results)?.drawing)
  add(distanceDistribution(language, study)?.drawing)
  const paper = 'a4-landscape'
  const stamp = sayReport(language, 'stamp.line', { version, asOf: study.asOf, hash: resultsHash(basis).slice(0, 16) })
  for (const result of results) {
    const pack = packs.find(({ id }) => id === result.policy)
    const clause = pack?.clauses.find(({ id }) => id === result.clause)
    const title = `${result.clause} ${clause?.title[language] ?? ''}`.trim()
    const { counts, undrawn } = verdictTally(study, result)
    if (!counts.some(({ state }) => state === 'unmet') || result.units.length < 2) continue
    if (result.evaluator === 'unit-share' || result.evaluator === 'people-within-reach') add(coverageByCounty(language, study, result, title)?.drawing)
    if (result.unit === 'm2' || result.evaluator === 'area-per-households') add(shortfallDistribution(language, clause, result, title)?.drawing)
    if (undrawn === result.units.length) continue
    const page = mapPage({ language, study, result, clause, document: pack?.document.title ?? '', plan: plan?.name ?? null, metres: [500, 1000], kinds: null, layers: { circles: true, compounds: true, facilities: true, labels: true }, paper, title: sayPaper(language, 'print.titleOf', { study: study.name }), source: '', approval: '', stamp })
    if (page) found.push({ name: sayPaper(language, 'map.of', { title }), drawing: page.drawing, millimetres: paperSize(paper) })
  }
  return found
}
