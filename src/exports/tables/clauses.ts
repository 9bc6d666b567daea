/** 条款汇总: one row per clause with both halves of its ratio, and what the list adds up to. */
import { clauseFigure, shortfallUnits } from '../../indicators/clause-figure'
import type { Result, State } from '../../indicators/result'
import type { Pack } from '../../policy/clause'
import { say } from '../../text/say'
import type { Basis } from '../basis'
import { tableOf, type ExportTable } from '../table'
import { limitText, tellerOf } from './teller'

export function clauseTable(basis: Basis): ExportTable {
  const teller = tellerOf(basis)
  const { column, language, yesNo } = teller
  const clauseOf = (result: Result) => teller.clauseOf(result)?.clause
  const figureOf = (result: Result) => clauseFigure(clauseOf(result), result)
  const sums = sumsOf(basis)
  const count = ({ units }: Result, wanted: (state: State) => boolean): number => units.reduce((sum, { state }) => sum + (wanted(state) ? 1 : 0), 0)
  const table = tableOf<Result>(
    teller.about('clauses', ['policyId', 'clause']),
    [
      column('policyShort', 'text', 14, (result) => shortName(teller.clauseOf(result)?.pack) ?? result.policy),
      column('clause', 'text', 9, ({ clause }) => clause),
      column('clauseTitle', 'text', 30, (result) => clauseOf(result)?.title[language] ?? null, { wrap: true }),
      column('state', 'text', 10, ({ state }) => teller.verdict(state)),
      column('numerator', 'measure', 12, ({ numerator }) => numerator),
      column('denominator', 'measure', 12, ({ denominator }) => denominator),
      column('value', 'measure', 11, ({ value }) => value, { unitIn: 'valueUnit' }),
      column('valueUnit', 'text', 14, (result) => teller.measure(figureOf(result).unit) || null),
      column('threshold', 'text', 24, (result) => {
        const { threshold, norm, unit } = figureOf(result)
        if (norm) return say(language, 'clauses.everyUnit', { norm: limitText(language, norm.at, norm.value, norm.unit) })
        return threshold ? limitText(language, threshold.at, threshold.value, unit) : null
      }, { wrap: true }),
      column('shortfall', 'measure', 11, ({ shortfall }) => shortfall),
      column('measure', 'text', 10, (result) => teller.measure(shortfallUnits(clauseOf(result), result).clause) || null),
      column('shortfallOfUnits', 'measure', 13, ({ shortfallOfUnits }) => shortfallOfUnits),
      column('items', 'count', 10, (result) => sums.get(`${result.policy} ${result.clause}`)?.items ?? 0),
      column('itemsShortfall', 'measure', 13, (result) => sums.get(`${result.policy} ${result.clause}`)?.shortfall ?? 0),
      column('unitsMet', 'count', 10, (result) => count(result, (state) => state === 'met')),
      column('unitsUnmet', 'count', 11, (result) => count(result, (state) => state === 'unmet')),
      column('unitsOther', 'count', 11, (result) => count(result, (state) => state !== 'met' && state !== 'unmet')),
      column('excluded', 'count', 13, ({ excluded }) => excluded.length),
      column('deadline', 'date', 12, ({ deadline }) => deadline),
      column('pastDue', 'text', 10, ({ pastDue }) => yesNo(pastDue)),
      column('binding', 'text', 10, ({ binding }) => say(language, `clauses.binding.${binding}`)),
      column('why', 'text', 30, ({ why }) => teller.reasons(why), { wrap: true }),
      column('reading', 'text', 44, ({ reading }) => teller.reading(reading) || null, { wrap: true }),
      column('article', 'text', 16, (result) => clauseOf(result)?.article ?? null, { wrap: true }),
      column('quote', 'text', 60, (result) => clauseOf(result)?.quote ?? null, { wrap: true }),
      column('policy', 'text', 40, (result) => teller.clauseOf(result)?.pack.document.title ?? result.policy, { wrap: true }),
      column('policyId', 'text', 18, ({ policy }) => policy),
    ],
    basis.results,
  )
  const where = [['policyId', 'policyId'], ['clause', 'clause']] as const
  return { ...table, formulas: [{ column: 'items', kind: 'count', of: 'rectification', where }, { column: 'itemsShortfall', kind: 'sum', of: 'rectification', sum: 'shortfall', where }] }
}

/** '曲靖市 2023'. */
const shortName = (pack: Pack | undefined): string | null => (pack ? [pack.document.place, pack.document.date?.slice(0, 4)].filter(Boolean).join(' ') || pack.document.title : null)

function sumsOf({ rectification }: Basis): ReadonlyMap<string, { readonly items: number; readonly shortfall: number }> {
  const sums = new Map<string, { items: number; shortfall: number }>()
  for (const { policy, clause, shortfall } of rectification) {
    const key = `${policy} ${clause}`
    const sum = sums.get(key) ?? { items: 0, shortfall: 0 }
    sums.set(key, { items: sum.items + 1, shortfall: sum.shortfall + (shortfall ?? 0) })
  }
  return sums
}
