/** What the plan changes against the base: clauses, units with their people, square metres, cost. */
import type { FileChild } from 'docx'
import { differenceOf, type ClauseDifference, type Side } from '../../indicators/difference/difference'
import type { Result } from '../../indicators/result'
import type { PeopleOfUnits } from '../../indicators/difference/difference-people'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { sayReport } from '../../text/report'
import { clauseWords } from '../clause-words'
import type { Content } from './content'
import { caption, cell, heading, paragraph, table, type Cell } from './pieces'

export function comparisonPart(content: Content): FileChild[] {
  const { basis, options, numbers } = content
  const { language, study, results, plan } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const title = heading(1, word('comparison'), false)
  if (!plan || !options.before) return [title, paragraph(word('comparison.none'))]
  const { before } = options
  const { clauses, totals } = differenceOf(before.results, before.study, results, study)
  const sentences = [
    word('comparison.about', { name: plan.name, n: plan.edits.length, gained: totals.clausesGained, lost: totals.clausesLost, unitsGained: totals.unitsGained, unitsLost: totals.unitsLost }),
    ...(totals.careAreaClosedM2 === 0 ? [] : [word('comparison.care', { value: formatMeasure(language, totals.careAreaClosedM2, 'm2') })]),
    ...(totals.landClosedM2 === 0 ? [] : [word('comparison.land', { value: formatMeasure(language, totals.landClosedM2, 'm2') })]),
    ...(totals.cost === null ? [] : [word('comparison.cost', { value: formatNumber(totals.cost) })]),
    ...(totals.withoutCost > 0 ? [word('comparison.withoutCost', { n: totals.withoutCost })] : []),
  ]
  const parts: FileChild[] = [title, ...sentences.map((sentence) => paragraph(sentence))]
  if (clauses.length === 0) return [...parts, paragraph(word('comparison.same'))]
  const columns = [
    { title: word('column.clause'), width: 46 },
    { title: word('column.before'), width: 33 },
    { title: word('column.after'), width: 33 },
    { title: word('column.gained'), width: 22 },
    { title: word('column.lost'), width: 22 },
  ]
  return [...parts, caption(word('table', { n: ++numbers.table, title: `${word('column.before')} → ${plan.name}` })), table(columns, clauses.map((each) => rowOf(content, each, before.results)))]
}

function rowOf({ basis: { language, results }, clauseOf }: Content, each: ClauseDifference, before: readonly Result[]): Cell[] {
  const clause = clauseOf(each)
  const resultOf = (of: readonly Result[]): Result | undefined => of.find(({ policy, clause: id }) => policy === each.policy && id === each.clause)
  const side = (found: Side | null, of: readonly Result[]): Cell => {
    const result = found && resultOf(of)
    if (!result) return cell('—')
    const { verdict, figure, halves } = clauseWords(language, clause, result)
    return { lines: [{ text: verdict, bold: true }, { text: [figure, halves].filter(Boolean).join(' · ') }] }
  }
  const units = (count: number, people: PeopleOfUnits): Cell => (count === 0 ? cell('—', { centre: true }) : { lines: [{ text: formatNumber(count) }, ...(people.elders60 > 0 ? [{ text: `${sayReport(language, 'column.elders')} ${formatNumber(people.elders60)}` }] : [])], right: true })
  return [{ lines: [{ text: each.clause }, { text: clause?.title[language] ?? '' }] }, side(each.before, before), side(each.after, results), units(each.gained.length, each.gainedPeople), units(each.lost.length, each.lostPeople)]
}
