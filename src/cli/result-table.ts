/** The results as a table for a terminal. */
import type { Result, State } from '../indicators/result'
import type { Study } from '../model/study'
import type { Pack } from '../policy/clause'

const stateWords: Readonly<Record<State, string>> = { met: '达标 ✓', unmet: '未达标 ✕', 'no-data': '数据不足 ?', 'not-applicable': '不适用 –', undecided: '口径待定 ~' }

/** One block per document; each line: id, title, verdict, both halves, figure. */
export function resultTable(study: Study, packs: readonly Pack[], results: readonly Result[]): string {
  const lines = [`${study.name}  ${study.asOf}`, '']
  for (const pack of packs) {
    lines.push(`${pack.document.place} ${pack.document.number ?? ''} 《${pack.document.title}》`)
    for (const result of results.filter(({ policy }) => policy === pack.id)) {
      const title = pack.clauses.find(({ id }) => id === result.clause)?.title.zh ?? ''
      lines.push(`  ${pad(result.clause, 7)} ${pad(stateWords[result.state], 12)} ${pad(figureOf(result), 26)} ${title}`)
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

function figureOf({ numerator, denominator, value, unit }: Result): string {
  const halves = numerator === null && denominator === null ? '' : `${plain(numerator)} / ${plain(denominator)}`
  const figure = value === null ? '' : unit === 'share' || denominator !== null ? `${plain(value * 100)} %` : `${plain(value)} ${unit}`
  return [halves, figure].filter(Boolean).join('  ')
}

const plain = (value: number | null): string => (value === null ? '?' : String(Math.round(value * 100) / 100))

/** Pads by columns of a terminal: a Chinese character takes two. */
function pad(text: string, columns: number): string {
  const width = [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(0, columns - width))
}
