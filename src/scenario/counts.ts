/** Setting the households and people of a compound, a unit or a people point. */
import { problem } from '../problem'
import { lastDay, onOrBefore } from '../model/dates'
import type { Area, Compound, Fact, People, Study } from '../model/study'
import { edited, left, positionOf, recordOf, replaced } from './change'
import type { Outcome } from './edit-kind'
import { chainOf } from './unit-at'

type CountKey = 'households' | 'householdsBuilt' | 'householdsOccupied' | 'householdsRegistered' | 'residents' | 'elders60' | 'elders65' | 'elders80'

/** undefined: not spoken of; null: unknown from now on. */
export type Counts = { readonly [K in CountKey]?: number | null | undefined }

export function setCounts(study: Study, of: { readonly kind: 'compound' | 'area' | 'people'; readonly id: string }, counts: Counts): Outcome {
  const asked = (Object.keys(counts) as CountKey[]).filter((key) => counts[key] !== undefined)
  const has: readonly CountKey[] = keysOf[of.kind]
  const foreign = asked.filter((key) => !has.includes(key))
  const said = Object.fromEntries(asked.filter((key) => has.includes(key)).map((key) => [key, counts[key]!]))
  const outcome = of.kind === 'compound' ? ofCompound(study, of.id, said) : of.kind === 'area' ? ofArea(study, of.id, said) : ofPoint(study, of.id, said)
  return foreign.length === 0 || outcome.problems.some(({ code }) => code === 'edit-target-missing') ? outcome : { ...outcome, problems: [...outcome.problems, problem('edit-impossible', 'warning', {}, `${of.id}: ${foreign.join(', ')}`)] }
}

const areaKeys = ['households', 'residents', 'elders60', 'elders65', 'elders80'] as const
type AreaKey = (typeof areaKeys)[number]
const keysOf = { compound: ['households', 'householdsBuilt', 'householdsOccupied', 'householdsRegistered', 'residents', 'elders60'], area: areaKeys, people: areaKeys } as const

type Said = Readonly<Record<string, number | null>>

function ofCompound(study: Study, id: string, said: Said): Outcome {
  const at = positionOf(study, 'compounds', id)
  const compound = study.compounds[at]
  if (!compound) return left(study, 'edit-target-missing', id)
  if (Object.entries(said).every(([key, count]) => compound[key as keyof Compound] === count)) return left(study, 'edit-without-effect', compound.name, 'info')
  return { study: edited(study, { compounds: replaced(study.compounds, at, { ...compound, ...said }) }), problems: [] }
}

/** One point of the columns; only the columns that change are copied. */
function ofPoint(study: Study, id: string, said: Said): Outcome {
  const at = study.people ? pointOf(study.people, id) : -1
  if (!study.people || at === -1) return left(study, 'edit-target-missing', id)
  const people: { -readonly [K in keyof People]: People[K] } = { ...study.people }
  let changed = false
  for (const [key, count] of Object.entries(said) as [AreaKey, number | null][]) {
    const value = count ?? NaN
    if (Object.is(people[key][at], value)) continue
    const column = people[key].slice()
    column[at] = value
    people[key] = column
    changed = true
  }
  return changed ? { study: edited(study, { people }), problems: [] } : left(study, 'edit-without-effect', id, 'info')
}

/** The ids of the points are sorted. */
function pointOf({ id: ids }: People, id: string): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id ? low : -1
}

/**
 * A unit's own count, in the roster and in the stated figure that would win over it (SETTLED 26). The units above state totals that
 * hold this one, so they change by as much where both counts are known.
 */
function ofArea(study: Study, id: string, said: Said): Outcome {
  const unit = recordOf(study, 'areas', id)
  if (!unit) return left(study, 'edit-target-missing', id)
  let areas = study.areas
  let facts = study.facts
  const carried = new Set<string>()
  for (const [key, count] of Object.entries(said) as [AreaKey, number | null][]) {
    const stated = factInForce(facts, id, key, study.asOf)
    const before = numberOf(stated === -1 ? unit[key] : facts[stated]!.value)
    if (before === count && unit[key] === count) continue
    areas = withCount(study, areas, unit, key, count)
    if (stated !== -1) facts = replaced(facts, stated, { ...facts[stated]!, value: count, source: null })
    if (before === null || count === null) continue
    for (const above of chainOf(study, unit).slice(1)) {
      const known = above[key]
      if (known !== null) areas = withCount(study, areas, above, key, Math.max(0, known + count - before))
      const at = factInForce(facts, above.id, key, study.asOf)
      const figure = at === -1 ? null : numberOf(facts[at]!.value)
      if (figure !== null) facts = replaced(facts, at, { ...facts[at]!, value: Math.max(0, figure + count - before), source: null })
      if (known !== null || figure !== null) carried.add(above.name)
    }
  }
  if (areas === study.areas && facts === study.facts) return left(study, 'edit-without-effect', unit.name, 'info')
  return { study: edited(study, { areas, facts }), problems: carried.size === 0 ? [] : [problem('edit-carried-up', 'info', {}, [...carried].join('、'))] }
}

function withCount(study: Study, areas: readonly Area[], { id }: Area, key: AreaKey, count: number | null): readonly Area[] {
  const at = positionOf(study, 'areas', id)
  return areas[at]![key] === count ? areas : replaced(areas, at, { ...areas[at]!, [key]: count })
}

/** Index of the unit's row of the item that holds on the data date: the latest dated one, else an undated one; -1 without any. */
function factInForce(facts: readonly Fact[], id: string, item: string, asOf: string): number {
  let found = -1
  for (let at = 0; at < facts.length; at++) {
    const { of, item: key, date } = facts[at]!
    if (key !== item || of.kind !== 'area' || of.id !== id || (date !== null && !onOrBefore(date, asOf))) continue
    const best = found === -1 ? undefined : facts[found]!.date
    if (best === undefined || (date !== null && (best === null || lastDay(date) > lastDay(best)))) found = at
  }
  return found
}

const numberOf = (value: Fact['value']): number | null => (typeof value === 'number' ? value : null)
