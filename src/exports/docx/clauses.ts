/** Every clause, document by document: quotation, verdict, both halves, what is asked, until when. */
import type { FileChild } from 'docx'
import { reasonsText } from '../../indicators/reason-text'
import type { Result, State } from '../../indicators/result'
import { formatDate, formatNumber } from '../../text/numbers'
import { bracketed } from '../../text/papers'
import { sayReport } from '../../text/report'
import { say } from '../../text/say'
import { clauseWords } from '../clause-words'
import type { Content } from './content'
import { caption, heading, paragraph, table, type Cell } from './pieces'

export function clausePart(content: Content): FileChild[] {
  const { basis, numbers, packOf } = content
  const { language, results } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const columns = [
    { title: word('column.clause'), width: 16 },
    { title: word('column.quote'), width: 57 },
    { title: word('column.verdict'), width: 21 },
    { title: word('column.figure'), width: 20 },
    { title: word('column.halves'), width: 20 },
    { title: word('column.asked'), width: 22 },
  ]
  return [
    heading(1, word('clauses'), true),
    paragraph(word('clauses.about')),
    ...[...new Set(results.map(({ policy }) => policy))].flatMap((policy) => {
      const title = packOf(policy)?.document.title ?? policy
      const own = results.filter((result) => result.policy === policy)
      return [heading(2, title), caption(word('table', { n: ++numbers.table, title })), table(columns, own.map((result) => rowOf(content, result)))]
    }),
  ]
}

function rowOf({ basis: { language, study }, clauseOf }: Content, result: Result): Cell[] {
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const clause = clauseOf(result)
  const said = clauseWords(language, clause, result)
  const { deadline, pastDue, why, excluded, binding } = result
  const due = deadline === null ? [] : [{ text: `${word('column.deadline')} ${formatDate(language, deadline)}${pastDue ? bracketed(language, word('clause.pastDue')) : ''}` }]
  const whys = reasonsText(language, study, why)
  return [
    { lines: [{ text: result.clause }], centre: true },
    {
      lines: [
        { text: `${clause?.title[language] ?? result.clause}${binding === 'binding' ? '' : bracketed(language, say(language, `clauses.binding.${binding}`))}`, bold: true },
        ...(clause ? [{ text: `「${clause.quote}」`, style: 'quote' as const }] : []),
        ...(whys ? [{ text: word('clause.why', { why: whys }) }] : []),
        ...(excluded.length > 0 ? [{ text: word('clause.excluded', { n: formatNumber(excluded.length) }) }] : []),
      ],
    },
    { lines: [{ text: `${signs[result.state]} ${said.verdict}`, bold: result.state === 'unmet' }], centre: true, fill: fills[result.state] },
    { lines: [{ text: said.figure }, ...(said.missing ? [{ text: word('clause.missing', { value: said.missing }) }] : [])], right: true },
    { lines: [{ text: said.halves || '—' }], right: true },
    { lines: [{ text: said.asked || '—' }, ...due] },
  ]
}

/** Signs that every font has: the verdict is told without colour. */
export const signs: Readonly<Record<State, string>> = { met: '√', unmet: '×', 'no-data': '?', 'not-applicable': '–', undecided: '~' }
export const fills: Readonly<Record<State, string>> = { met: 'E3F3EC', unmet: 'FBE3D6', 'no-data': 'F0F1F2', 'not-applicable': 'FFFFFF', undecided: 'FCF1D4' }
