/** The rows of the unit table, the map's twin: one per unit of the chosen result, filtered and sorted. */
import type { Result, State as Verdict, UnitResult } from '../indicators/result'
import type { Study } from '../model/study'
import { levelName } from '../text/keys'
import type { Language } from '../text/say'
import { reasonsText } from './reason-text'
import type { Selection, TableView } from './state'

export type UnitRow = {
  readonly id: string
  readonly name: string
  /** Level and upper unit, in words: '社区 · 东关街道'. */
  readonly place: string
  readonly state: Verdict
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly shortfall: number | null
  readonly why: string
  /** What the row selects; null for a pool, which is no single thing. */
  readonly selection: Selection | null
  /** What a plan may let grow: of a unit or a compound. */
  readonly counts: { readonly of: { readonly kind: 'area' | 'compound'; readonly id: string }; readonly households: number | null; readonly elders60: number | null } | null
}

/** One entry per unit, in the result's order; of a unit that did not change it is the very row of before, so that a drag makes few anew. */
export function unitRows(study: Study, result: Result, language: Language): UnitRow[] {
  const { places, rows } = keptOf(study, language)
  return result.units.map((unit) => {
    const known = rows.get(unit)
    if (known) return known
    const kind = unit.kind ?? places.kindOf(unit.id)
    const row: UnitRow = {
      id: unit.id,
      name: unit.name,
      place: kind === 'pool' ? levelName(language, 'pool') : places.wordsFor(unit.id),
      state: unit.state,
      numerator: unit.numerator,
      denominator: unit.denominator,
      value: unit.value,
      shortfall: unit.shortfall,
      why: reasonsText(language, study, unit.why),
      selection: kind === 'pool' || kind === undefined ? null : { kind, id: unit.id },
      counts: places.countsOf(kind, unit.id),
    }
    rows.set(unit, row)
    return row
  })
}

/** A row says what the study, the unit and the language say, and nothing else. */
type KeptRows = { readonly language: Language; readonly places: ReturnType<typeof placesOf>; readonly rows: WeakMap<UnitResult, UnitRow> }
const kept = new WeakMap<Study, KeptRows>()

function keptOf(study: Study, language: Language): KeptRows {
  const known = kept.get(study)
  if (known?.language === language) return known
  const fresh = { language, places: placesOf(study, language), rows: new WeakMap<UnitResult, UnitRow>() }
  kept.set(study, fresh)
  return fresh
}

/** Unknown figures stand last whichever way a column is sorted; ties keep the result's order. */
export function viewRows<Row extends object>(rows: readonly Row[], view: TableView, columns: Readonly<Record<string, (row: Row) => string | number | null>>, text: (row: Row) => string, verdict?: (row: Row) => Verdict): Row[] {
  const words = view.find.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const kept = rows.filter((row) => (view.verdict === null || verdict?.(row) === view.verdict) && (words.length === 0 || holds(text(row).toLowerCase(), words)))
  const key = view.sort ? columns[view.sort.column] : undefined
  if (!key || !view.sort) return kept
  const sign = view.sort.descending ? -1 : 1
  return kept
    .map((row, index) => ({ row, index, key: key(row) }))
    .sort((a, b) => unknownLast(a.key, b.key) || sign * compare(a.key, b.key) || a.index - b.index)
    .map(({ row }) => row)
}

/** The order that a reader of the list expects of verdicts: what needs work first. */
export const verdictOrder: readonly Verdict[] = ['unmet', 'no-data', 'undecided', 'met', 'not-applicable']

export const unitColumns: Readonly<Record<string, (row: UnitRow) => string | number | null>> = {
  name: (row) => row.name,
  place: (row) => row.place,
  state: (row) => verdictOrder.indexOf(row.state),
  numerator: (row) => row.numerator,
  denominator: (row) => row.denominator,
  value: (row) => row.value,
  shortfall: (row) => row.shortfall,
  households: (row) => row.counts?.households ?? null,
  elders60: (row) => row.counts?.elders60 ?? null,
  why: (row) => row.why || null,
}

const holds = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))
const unknownLast = (a: unknown, b: unknown): number => Number(a === null) - Number(b === null)

/** By code unit, the same on every machine; Chinese names are sorted as their file would be. */
function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a), String(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function placesOf(study: Study, language: Language): { kindOf: (id: string) => Selection['kind'] | undefined; wordsFor: (id: string) => string; countsOf: (kind: string | undefined, id: string) => UnitRow['counts'] } {
  const areas = new Map(study.areas.map((area) => [area.id, area]))
  const within = new Map<string, { kind: Selection['kind']; area: string | null }>()
  for (const kind of ['plot', 'facility', 'compound'] as const) {
    const records = kind === 'plot' ? study.plots : kind === 'facility' ? study.facilities : study.compounds
    for (const { id, area } of records) within.set(id, { kind, area })
  }
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  const nameOf = (id: string | null): string | undefined => (id === null ? undefined : areas.get(id)?.name)
  return {
    countsOf: (kind, id) => {
      if (kind !== 'area' && kind !== 'compound') return null
      const record = kind === 'area' ? areas.get(id) : compounds.get(id)
      return record ? { of: { kind, id }, households: record.households, elders60: record.elders60 } : null
    },
    kindOf: (id) => (areas.has(id) ? 'area' : within.get(id)?.kind),
    wordsFor: (id) => {
      const area = areas.get(id)
      if (area) return [levelName(language, area.level), nameOf(area.parent)].filter(Boolean).join(' · ')
      const record = within.get(id)
      return record ? [levelName(language, record.kind), nameOf(record.area)].filter(Boolean).join(' · ') : ''
    },
  }
}
