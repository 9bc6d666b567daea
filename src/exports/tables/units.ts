/** 单元表: for every level, each unit under each clause that judges it, with both halves. */
import { clauseFigure, shortfallUnits } from '../../indicators/clause-figure'
import type { Result, UnitResult } from '../../indicators/result'
import { areaLevels } from '../../model/study'
import { levelName } from '../../text/keys'
import type { Basis } from '../basis'
import { tableOf, type ColumnOf, type ExportTable } from '../table'
import { tellerOf, type Teller } from './teller'

type Row = { readonly result: Result; readonly unit: UnitResult }

/** Levels from the top of the roster down, then compounds, facilities, plots, pools; a unit that is none of them stands under 其他. */
export function unitTables(basis: Basis): ExportTable[] {
  const teller = tellerOf(basis)
  const kinds = kindsOf(basis)
  const byLevel = new Map<string, Row[]>()
  for (const result of basis.results)
    for (const unit of result.units) {
      const level = unit.kind === undefined || unit.kind === 'area' ? (kinds.get(unit.id) ?? 'other') : unit.kind
      const rows = byLevel.get(level)
      if (rows) rows.push({ result, unit })
      else byLevel.set(level, [{ result, unit }])
    }
  const columns = columnsOf(basis, teller)
  return levels.flatMap((level) => {
    const rows = byLevel.get(level)
    if (!rows) return []
    return [tableOf(teller.about('units', ['policyId', 'clause', 'unit'], { key: level, word: level === 'other' ? teller.say('other.level') : levelName(basis.language, level).replace(/[（(].*/, '') }), columns, rows)]
  })
}

const levels = [...areaLevels, 'compound', 'facility', 'plot', 'pool', 'other'] as const

/** Units of older results do not say what they are: the record that has the id tells. */
function kindsOf({ study }: Basis): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>()
  for (const { id } of study.plots) kinds.set(id, 'plot')
  for (const { id } of study.facilities) kinds.set(id, 'facility')
  for (const { id } of study.compounds) kinds.set(id, 'compound')
  for (const { id, level } of study.areas) kinds.set(id, level)
  return kinds
}

function columnsOf({ study, language }: Basis, teller: Teller): ColumnOf<Row>[] {
  const { column } = teller
  const areaOf = new Map<string, string | null>([...study.plots, ...study.facilities, ...study.compounds].map(({ id, area }) => [id, area]))
  const above = ({ unit }: Row) => teller.above(areaOf.has(unit.id) ? areaOf.get(unit.id)! : unit.id)
  const figures = new Map<Result, { unit: string; shortfall: string }>()
  const measures = (result: Result): { unit: string; shortfall: string } => {
    const known = figures.get(result)
    if (known) return known
    const clause = teller.clauseOf(result)?.clause
    const { norm, unit } = clauseFigure(clause, result)
    const made = { unit: teller.measure(norm?.unit ?? unit), shortfall: teller.measure(shortfallUnits(clause, result).unit) }
    figures.set(result, made)
    return made
  }
  return [
    column('county', 'text', 14, (row) => above(row).county?.name ?? null),
    column('subdistrict', 'text', 14, (row) => above(row).subdistrict?.name ?? null),
    column('unit', 'text', 15, ({ unit }) => unit.id),
    column('name', 'text', 24, ({ unit }) => unit.name, { wrap: true }),
    column('clause', 'text', 9, ({ result }) => result.clause),
    column('clauseTitle', 'text', 28, ({ result }) => teller.clauseOf(result)?.clause.title[language] ?? null, { wrap: true }),
    column('state', 'text', 10, ({ unit }) => teller.verdict(unit.state)),
    column('numerator', 'measure', 12, ({ unit }) => unit.numerator),
    column('denominator', 'measure', 12, ({ unit }) => unit.denominator),
    column('value', 'measure', 11, ({ unit }) => unit.value, { unitIn: 'valueUnit' }),
    column('valueUnit', 'text', 14, ({ result }) => measures(result).unit || null),
    column('shortfall', 'measure', 11, ({ unit }) => unit.shortfall),
    column('measure', 'text', 10, ({ result }) => measures(result).shortfall || null),
    column('why', 'text', 34, ({ unit }) => teller.reasons(unit.why), { wrap: true }),
    column('counted', 'text', 20, ({ unit }) => teller.list(unit.counted ?? []), { wrap: true }),
    column('policyId', 'text', 18, ({ result }) => result.policy),
  ]
}
