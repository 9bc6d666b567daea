/** What the report rests on: documents, files with their hashes, what was wrong in them; last the stamp. */
import type { FileChild } from 'docx'
import { formatDate, formatNumber } from '../../text/numbers'
import { bracketed } from '../../text/papers'
import { placeText } from '../../text/place'
import { problemWords } from '../../text/problems'
import { sayReport } from '../../text/report'
import { fill } from '../../text/say'
import type { Stamp } from '../stamp'
import type { Content } from './content'
import { caption, cell, figureCell, heading, paragraph, table, type Cell } from './pieces'

const mostProblems = 100

export function dataPart({ basis, numbers }: Content, stamp: Stamp): FileChild[] {
  const { language, study, packs, problems } = basis
  const word = (key: Parameters<typeof sayReport>[1], values = {}) => sayReport(language, key, values)
  const numbered = (title: string) => caption(word('table', { n: ++numbers.table, title }))
  const documents = packs.map(({ id, version, document }): Cell[] => [
    cell(`${document.title}${document.status === 'in-force' ? '' : bracketed(language, word(`data.${document.status}`))}`),
    cell([document.issuer, document.number, document.date && formatDate(language, document.date)].filter(Boolean).join(' ') || '—'),
    cell(`${id} · ${version}`),
  ])
  const inputs = study.inputs.map(({ file, rows, encoding, crs, sha256 }): Cell[] => [cell(file), figureCell(formatNumber(rows)), cell(encoding ?? '—'), cell(crs ?? '—'), { lines: [{ text: sha256, style: 'code' }] }])
  const told = [...problems.filter(({ severity }) => severity === 'error'), ...problems.filter(({ severity }) => severity === 'warning')]
  const notes = problems.length - told.length
  const shown = told.slice(0, mostProblems)
  return [
    heading(1, word('data'), true),
    heading(2, word('data.policies')),
    numbered(word('data.policies')),
    table([{ title: word('column.document'), width: 76 }, { title: word('column.issuer'), width: 48 }, { title: word('column.version'), width: 32 }], documents),
    heading(2, word('data.inputs')),
    ...(inputs.length === 0
      ? [paragraph(word('data.noInputs'))]
      : [numbered(word('data.inputs')), table([{ title: word('column.file'), width: 34 }, { title: word('column.rows'), width: 16 }, { title: word('column.encoding'), width: 20 }, { title: word('column.crs'), width: 24 }, { title: word('column.sha256'), width: 62 }], inputs)]),
    heading(2, word('data.problems')),
    ...(shown.length === 0
      ? [paragraph(word('data.noProblems'))]
      : [
          ...(shown.length < told.length ? [paragraph(word('data.problemsCapped', { n: formatNumber(told.length), shown: shown.length }))] : []),
          numbered(word('data.problems')),
          table([{ title: word('column.severity'), width: 16 }, { title: word('column.problem'), width: 86 }, { title: word('column.place'), width: 54 }], shown.map(({ code, severity, at, detail }) => [cell(word(`severity.${severity}`), { centre: true }), cell(fill(problemWords[code][language], { detail: detail ?? '' })), cell(placeText(language, at) || '—')])),
        ]),
    ...(notes > 0 ? [paragraph(word('data.notes', { n: formatNumber(notes) }))] : []),
    heading(2, word('stamp')),
    paragraph(word('stamp.about')),
    paragraph(word('stamp.version', { version: stamp.yikequan }), 'note'),
    paragraph(word('cover.asOf', { date: formatDate(language, stamp.asOf) }), 'note'),
    paragraph(word('stamp.results', { hash: stamp.results }), 'note'),
    ...stamp.policies.map(({ id, version, sha256 }) => paragraph(`${id} · ${version} · ${sha256}`, 'code')),
  ]
}
