/** A measure of the catalogue for one unit: a stated item (or a sum of items), or a column of the roster. */
import type { Area, Fact } from '../model/study'
import type { Judging } from './evaluator'
import type { LedgerMeasure } from './facility-sum'
import { rosterOrFact, statedFigure, type Figure } from './facts'

export type Measure = {
  readonly item?: string | null
  readonly sum?: readonly string[]
  readonly ledger?: LedgerMeasure | null
  /** option -> choice -> item, items, or (for elderBase) another map by choice. */
  readonly byOption?: Readonly<Record<string, Readonly<Record<string, string | readonly string[] | Readonly<Record<string, string>>>>>>
}

export type MeasureFigure = Figure & { readonly items: readonly string[]; readonly differs: boolean; readonly used: 'fact' | 'roster' }

/** The items that the reading in force asks for. */
export function itemsOf(measure: Measure, { reading }: Pick<Judging, 'reading'>): readonly string[] {
  let items: readonly string[] = measure.sum ?? (measure.item ? [measure.item] : [])
  for (const [option, choices] of Object.entries(measure.byOption ?? {})) {
    const choice = choices[String(reading[option])]
    if (typeof choice === 'string') items = [choice]
    else if (Array.isArray(choice)) items = choice as readonly string[]
    else if (choice && typeof choice === 'object') {
      const byAge = (choice as Readonly<Record<string, string>>)[String(reading.elderAge)]
      if (byAge !== undefined) items = [byAge]
    }
  }
  return items
}

/** The stated figure of a unit: null unless every item of the sum is known there (or in every unit below). */
export function measureOf(judging: Judging, measure: Measure, unit: Area): MeasureFigure {
  const items = itemsOf(measure, judging)
  const parts = items.map((item) => withRoster(judging, measure, unit, item))
  const from: Fact[] = parts.flatMap((part) => part.from)
  const known = items.length > 0 && parts.every((part) => part.value !== null)
  return {
    value: known ? parts.reduce((sum, part) => sum + part.value!, 0) : null,
    from,
    date: from.reduce<string | null>((latest, fact) => (fact.date !== null && (latest === null || fact.date > latest) ? fact.date : latest), null),
    items,
    differs: parts.some((part) => part.differs),
    used: parts.some((part) => part.used === 'roster') ? 'roster' : 'fact',
  }
}

/** Roster columns that are the same figure as a fact item. */
const columnOfItem = { elders60: 'elders60', elders65: 'elders65', elders80: 'elders80' } as const

function withRoster({ facts, roster, study }: Judging, measure: Measure, unit: Area, item: string): Figure & { differs: boolean; used: 'fact' | 'roster' } {
  const stated = statedFigure(facts, roster, unit.id, item)
  const column = measure.ledger?.name === 'areas' || item in columnOfItem ? columnOfItem[item as keyof typeof columnOfItem] : undefined
  if (!column) return { ...stated, differs: false, used: 'fact' }
  const settled = rosterOrFact(columnSum(roster, unit, column), stated, study.asOf)
  return { value: settled.value, from: settled.used === 'fact' ? stated.from : [], date: settled.used === 'fact' ? stated.date : null, differs: settled.differs, used: settled.used }
}

/** The roster column of a unit, else the complete sum of the units below. */
export function columnSum(roster: Judging['roster'], unit: Area, column: 'elders60' | 'elders65' | 'elders80' | 'residents' | 'households'): number | null {
  // A list of units that was kept may hold the unit as it was before its counts changed.
  const own = (roster.byId.get(unit.id) ?? unit)[column]
  if (own !== null) return own
  const children = roster.childrenOf(unit.id)
  if (children.length === 0) return null
  let sum = 0
  for (const child of children) {
    const count = columnSum(roster, child, column)
    if (count === null) return null
    sum += count
  }
  return sum
}
