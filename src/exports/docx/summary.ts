/** The summary: what a superior reads first, in sentences with figures. */
import type { Paragraph } from 'docx'
import { shortfallUnits, verdictCounts } from '../../indicators/clause-figure'
import { states, type Result } from '../../indicators/result'
import { formatDate, formatMeasure, formatNumber, formatShare } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import { sayReport } from '../../text/report'
import { say } from '../../text/say'
import { distanceClasses } from '../charts/distance-distribution'
import type { Content } from './content'
import { heading, paragraph } from './pieces'

export function summaryPart({ basis, clauseOf, packOf }: Content): Paragraph[] {
  const { language, study, results, rectification, problems } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const counts = verdictCounts(results)
  const sentences: string[] = [word('summary.scope', { date: formatDate(language, study.asOf), packs: new Set(results.map(({ policy }) => policy)).size, clauses: results.length, met: counts.met, unmet: counts.unmet, noData: counts['no-data'], undecided: counts.undecided, notApplicable: counts['not-applicable'] })]
  const comma = language === 'zh' ? '、' : ', '
  for (const policy of new Set(results.map((result) => result.policy))) {
    const own = results.filter((result) => result.policy === policy)
    const tally = verdictCounts(own)
    sentences.push(word('summary.pack', { title: packOf(policy)?.document.title ?? policy, clauses: own.length, counts: states.filter((state) => tally[state] > 0).map((state) => `${say(language, `verdict.${state}`)} ${tally[state]}`).join(comma) }))
  }
  const late = results.filter(({ state, pastDue }) => state === 'unmet' && pastDue === true)
  if (counts.unmet > 0) sentences.push(late.length > 0 ? word('summary.pastDue', { n: late.length, list: late.map((result) => `${result.clause} ${clauseOf(result)?.title[language] ?? ''}`.trim()).join(comma) }) : word('summary.noPastDue'))
  if (rectification.length === 0) sentences.push(word('summary.noItems'))
  else {
    sentences.push(word('summary.items', { items: formatNumber(rectification.length), units: formatNumber(new Set(rectification.map(({ kind, unit }) => `${kind} ${unit}`)).size), overdue: formatNumber(rectification.filter(({ overdue }) => overdue === true).length) }))
    // The unmet clauses about area: what money will be asked for.
    for (const result of results.filter(isAboutArea)) {
      const clause = clauseOf(result)
      sentences.push(word('summary.shortfall', { clause: result.clause, title: clause?.title[language] ?? '', n: formatNumber(result.units.filter(({ state }) => state === 'unmet').length), sum: formatMeasure(language, result.shortfallOfUnits ?? result.shortfall, shortfallUnits(clause, result).unit) }))
    }
  }
  const distances = distanceClasses(study)
  if (distances && distances.weight > 0) {
    const within = (metres: number): number | null => distances.classes.find(({ to }) => to === metres)?.running ?? null
    sentences.push(word('summary.distance', { all: sayPaper(language, `chart.distances.${distances.of}`, { n: formatNumber(distances.weight) }), near: formatNumber(500), far: formatNumber(1000), nearShare: formatShare(within(500)), farShare: formatShare(within(1000)) }))
  }
  const told = problems.filter(({ severity }) => severity !== 'info')
  if (told.length > 0) sentences.push(word('summary.problems', { n: formatNumber(told.length), errors: formatNumber(told.filter(({ severity }) => severity === 'error').length) }))
  return [heading(1, word('summary')), ...sentences.map((sentence) => paragraph(sentence))]
}

const isAboutArea = ({ state, evaluator, shortfall, shortfallOfUnits }: Result): boolean => state === 'unmet' && (evaluator === 'area-per-households' || evaluator === 'land-per-person') && (shortfallOfUnits ?? shortfall ?? 0) > 0
