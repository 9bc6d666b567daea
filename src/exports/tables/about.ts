/** What a product says of itself: parameters, data dictionary, problems. */
import { optionWords } from '../../text/options'
import { placeText } from '../../text/place'
import { problemWords } from '../../text/problems'
import { fill } from '../../text/say'
import type { Basis, StatedProblem } from '../basis'
import { stampOf } from '../stamp'
import { tableOf, type ExportTable } from '../table'
import { tellerOf } from './teller'

type Parameter = { readonly item: string; readonly content: string | number; readonly detail?: string }

export function parametersTable(basis: Basis, extra: boolean): ExportTable {
  const teller = tellerOf(basis)
  const { say, list, language, column } = teller
  const stamp = stampOf(basis, '', {}, extra)
  const labelOf = (option: string): string => optionWords[option]?.label[language] ?? option
  const rows: Parameter[] = [
    { item: say('study'), content: stamp.study },
    { item: say('asOf'), content: stamp.asOf },
    { item: say('plan'), content: stamp.plan?.name ?? say('base'), ...(stamp.plan ? { detail: say('planEdits', { n: stamp.plan.edits }) } : {}) },
    { item: say('program'), content: stamp.yikequan },
    ...stamp.policies.map(({ id, version, title, sha256 }) => ({ item: say('policy'), content: title, detail: say('policyVersion', { id, version, hash: sha256 }) })),
    ...stamp.readings.map(({ option, value, clauses }) => ({ item: say('reading', { option: labelOf(option) }), content: optionWords[option]?.choices[String(value)]?.[language] ?? String(value), detail: String(list(clauses)) })),
    { item: say('speed'), content: stamp.speeds.length === 0 ? say('speedNone') : String(list(stamp.speeds.map((speed) => say('speedValue', { speed })))) },
    { item: say('walk'), content: basis.walks.length === 0 ? say('walkNone') : say('walkCount', { n: basis.walks.length }) },
    ...stamp.inputs.map(({ file, sha256, rows, encoding, crs }) => ({ item: say('input'), content: file, detail: [say('inputRows', { rows, hash: sha256 }), encoding, crs].filter(Boolean).join(say('semicolon')) })),
    { item: say('extra'), content: say(extra ? 'extraWith' : 'extraWithout') },
    { item: say('results'), content: stamp.results },
  ]
  return tableOf<Parameter>(teller.about('parameters', ['item', 'content', 'detail']), [column('item', 'text', 34, ({ item }) => item, { wrap: true }), column('content', 'text', 50, ({ content }) => content, { wrap: true }), column('detail', 'text', 80, ({ detail }) => detail ?? null, { wrap: true })], rows)
}

/** Every column of the tables of this product. */
export function dictionaryTable(basis: Basis, tables: readonly ExportTable[]): ExportTable {
  const teller = tellerOf(basis)
  const { column } = teller
  type Line = { readonly table: ExportTable; readonly column: ExportTable['columns'][number] | null }
  const lines = tables.flatMap((table): Line[] => [{ table, column: null }, ...table.columns.map((each) => ({ table, column: each }))])
  const summed = new Set(tables.flatMap(({ key, formulas = [] }) => formulas.map((formula) => `${key} ${formula.column}`)))
  return tableOf<Line>(teller.about('dictionary', ['sheet', 'column']), [
    column('sheet', 'text', 18, ({ table }) => table.name),
    column('column', 'text', 22, (line) => line.column?.title ?? null, { wrap: true }),
    column('columnUnit', 'text', 10, (line) => line.column?.unit || null),
    column('meaning', 'text', 60, (line) => (line.column ? [line.column.meaning, ...(summed.has(`${line.table.key} ${line.column.key}`) ? [teller.say('formula')] : [])].join(teller.say('semicolon')) : line.table.meaning), { wrap: true }),
    column('key', 'text', 20, (line) => line.column?.key ?? line.table.key),
  ], lines)
}

export function problemsTable(basis: Basis): ExportTable {
  const teller = tellerOf(basis)
  const { column, language } = teller
  const words = ({ code, detail }: StatedProblem): string => fill(problemWords[code][language], { detail: detail ?? '' }).replace(/[：:]\s*$/, '')
  return tableOf<StatedProblem>(teller.about('problems', ['file', 'place', 'problem']), [
    column('severity', 'text', 8, ({ severity }) => teller.say(`severity.${severity}`)),
    column('problem', 'text', 70, words, { wrap: true }),
    column('file', 'text', 22, ({ at }) => at.file ?? null),
    column('place', 'text', 34, ({ at }) => placeText(language, at, false) || null, { wrap: true }),
    column('clause', 'text', 9, ({ clause }) => clause),
    column('key', 'text', 22, ({ code }) => code),
  ], basis.problems)
}
