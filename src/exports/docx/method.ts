/** How it was worked out: the rules of every verdict, and the readings in force. */
import type { FileChild } from 'docx'
import type { OptionValue } from '../../model/study'
import { policyOptions } from '../../policy/options'
import { optionWords } from '../../text/options'
import { bracketed } from '../../text/papers'
import { sayReport } from '../../text/report'
import type { Stamp } from '../stamp'
import type { Content } from './content'
import { caption, cell, heading, paragraph, table } from './pieces'

export function methodPart(content: Content, stamp: Stamp): FileChild[] {
  const { basis, numbers, clauseOf } = content
  const { language, results } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  // A clause may have a default of its own.
  const usual = new Map<string, OptionValue>(results.flatMap((result) => clauseOf(result)?.readings.map((reading) => [`${result.clause} ${reading.option}`, reading.default] as const) ?? []))
  const changed = (option: string, value: OptionValue, clauses: readonly string[]): boolean => clauses.some((clause) => (usual.get(`${clause} ${option}`) ?? policyOptions.find(({ id }) => id === option)?.default) !== value)
  const comma = language === 'zh' ? '、' : ', '
  const columns = [
    { title: word('column.option'), width: 48 },
    { title: word('column.value'), width: 50 },
    { title: word('column.clauses'), width: 58 },
  ]
  const rows = stamp.readings.map(({ option, value, clauses }) => [
    cell(optionWords[option]?.label[language] ?? option),
    { lines: [{ text: `${optionWords[option]?.choices[String(value)]?.[language] ?? String(value)}${changed(option, value, clauses) ? bracketed(language, word('method.changed')) : ''}`, bold: changed(option, value, clauses) }] },
    cell(clauses.length > mostNamed ? word('method.andMore', { list: clauses.slice(0, 4).join(comma), n: clauses.length }) : clauses.join(comma)),
  ])
  return [
    heading(1, word('method'), true),
    ...[word('method.verdicts'), word('method.deadlines'), word('method.circle'), ...(stamp.speeds.length > 0 ? [word('method.walk', { speeds: stamp.speeds.join(language === 'zh' ? '、' : ', ') })] : []), word('method.map')].map((sentence) => paragraph(sentence)),
    ...(rows.length === 0 ? [paragraph(word('method.noReadings'))] : [paragraph(word('method.readings')), caption(word('table', { n: ++numbers.table, title: word('column.option') })), table(columns, rows)]),
  ]
}

/** A reading of a hundred clauses is not told by their numbers. */
const mostNamed = 16
