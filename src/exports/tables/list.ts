/** 整改清单: one row per rectification item, with the ledger's own columns of the unit at the end. */
import { shortfallUnits } from '../../indicators/clause-figure'
import type { Gate, RectificationItem, Remedy } from '../../rectify/item'
import { formatNumber } from '../../text/numbers'
import { levelName } from '../../text/keys'
import { sayRectify } from '../../text/rectify'
import type { Basis } from '../basis'
import { tableOf, type ColumnOf, type ExportTable, type Value } from '../table'
import { extraColumns } from './extra'
import { tellerOf, type Teller } from './teller'

export function listTable(basis: Basis, extra: boolean): ExportTable {
  const { study, results, rectification } = basis
  const teller = tellerOf(basis)
  const areas = new Map(study.areas.map((area) => [area.id, area]))
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  const recordOf = ({ kind, unit }: RectificationItem) => (kind === 'compound' ? compounds.get(unit) : areas.get(unit))
  const resultOf = new Map(results.map((result) => [`${result.policy} ${result.clause}`, result]))
  const measureOf = (item: RectificationItem): Value => {
    const result = resultOf.get(`${item.policy} ${item.clause}`)
    if (item.measure !== 'share' && item.measure !== '') return teller.measure(item.measure)
    if (result?.evaluator === 'checklist') return teller.measure('element')
    return (result && teller.measure(shortfallUnits(teller.clauseOf(item)?.clause, result).unit)) || null
  }
  return tableOf(teller.about('rectification', ['policyId', 'clause', 'unit']), [...itemColumns(teller, measureOf, recordOf), ...(extra ? extraColumns(teller, rectification, recordOf) : [])], rectification)
}

type Item = RectificationItem

function itemColumns(teller: Teller, measureOf: (item: Item) => Value, recordOf: (item: Item) => object | undefined): ColumnOf<Item>[] {
  const { column, yesNo, language } = teller
  const levelOf = (item: Item): string => {
    const record = recordOf(item)
    return levelName(language, record && 'level' in record && typeof record.level === 'string' ? record.level : item.kind)
  }
  return [
    // What a printed page shows comes first.
    column('county', 'text', 12, ({ county }) => county?.name ?? null, { wrap: true }),
    column('subdistrict', 'text', 12, ({ subdistrict }) => subdistrict?.name ?? null, { wrap: true }),
    column('name', 'text', 22, ({ name }) => name, { wrap: true }),
    column('clause', 'text', 8, ({ clause }) => clause),
    column('clauseTitle', 'text', 24, (item) => teller.clauseOf(item)?.clause.title[language] ?? null, { wrap: true }),
    column('required', 'measure', 10, ({ required }) => required),
    column('provided', 'measure', 10, ({ provided }) => provided),
    column('shortfall', 'measure', 10, ({ shortfall }) => shortfall),
    column('measure', 'text', 9, measureOf),
    column('households', 'count', 10, ({ households }) => households),
    column('people', 'count', 15, ({ people }) => people),
    column('fault', 'text', 11, ({ fault }) => fault && sayRectify(language, `fault.${fault.class}`)),
    column('due', 'date', 11, ({ due }) => due),
    column('overdue', 'text', 7, ({ overdue }) => yesNo(overdue)),
    column('responsible', 'text', 18, ({ responsible }) => responsible, { wrap: true }),
    column('status', 'text', 9, ({ progress }) => sayRectify(language, `status.${progress.status}`)),
    column('community', 'text', 14, ({ community }) => community?.name ?? null),
    column('level', 'text', 10, levelOf),
    column('unit', 'text', 15, ({ unit }) => unit),
    column('shortfallShare', 'share', 10, ({ shortfallShare }) => shortfallShare),
    column('age', 'text', 12, ({ age }) => age && teller.say(`age.${age.class}`)),
    column('ageBy', 'text', 18, ({ age }) => (age?.by ? [teller.say(`by.${age.by}`), age.date].filter(Boolean).join(' ') : null)),
    column('permitted', 'date', 13, ({ permitted }) => permitted),
    column('completed', 'date', 12, ({ completed }) => completed),
    column('delivered', 'date', 12, ({ delivered }) => delivered),
    column('faultWhy', 'text', 22, ({ fault }) => fault && sayRectify(language, `why.${fault.why}`, { detail: teller.nameOf(fault.detail) ?? '' }), { wrap: true }),
    column('plannedRemedy', 'text', 24, ({ plannedRemedy }) => plannedRemedy, { wrap: true }),
    column('note', 'text', 20, ({ progress }) => progress.note, { wrap: true }),
    column('evidence', 'date', 13, ({ progress }) => progress.evidence),
    column('rectifiedArea', 'measure', 13, ({ progress }) => progress.areaM2),
    column('gates', 'text', 30, ({ gates }) => gates && gatesText(teller, gates), { wrap: true }),
    column('nearest', 'text', 24, ({ nearest }) => nearest?.name ?? null, { wrap: true }),
    column('nearestMetres', 'count', 12, ({ nearest }) => (nearest ? Math.round(nearest.metres) : null)),
    column('remedies', 'text', 36, ({ remedies }) => teller.list(remedies.map((remedy) => remedyText(teller, remedy))), { wrap: true }),
    column('policy', 'text', 30, (item) => teller.clauseOf(item)?.pack.document.title ?? item.policy, { wrap: true }),
    column('policyId', 'text', 18, ({ policy }) => policy),
  ]
}

/** '同步规划 未同步、同步验收 晚于住宅 2023-05-01'; steps that nobody speaks of are left out. */
function gatesText({ language, list }: Teller, gates: readonly Gate[]) {
  return list(gates.filter(({ state }) => state !== 'unsaid').map(({ step, state, date }) => [sayRectify(language, `step.${step}`), sayRectify(language, `gate.${state}`), date].filter(Boolean).join(' ')))
}

/** '整合配建 云岭花园 320 米 120 m²'. */
function remedyText({ language }: Teller, { kind, with: partner, metres, areaM2 }: Remedy): string {
  const parts = [sayRectify(language, `remedy.${kind}`), partner?.name, metres === null ? null : `${formatNumber(metres, 0)} ${language === 'zh' ? '米' : 'm'}`, areaM2 === null ? null : `${formatNumber(areaM2)} m²`]
  return parts.filter(Boolean).join(' ')
}
