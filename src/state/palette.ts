/** Everything that can be gone to or done by name: plans, clauses, units, facilities, and the commands. Found by the letters typed, in their order. */
import { clauseNamed } from './packs'
import { kindName, levelName } from '../text/keys'
import { sayPlan } from '../text/plans'
import { paletteCommands } from './palette-commands'
import type { Selection, State } from './state'

export type PaletteEntry = {
  readonly kind: 'command' | 'plan' | 'clause' | Exclude<Selection['kind'], 'point'>
  /** Of the command, plan or record; of a clause 'policy clause'. */
  readonly id: string
  readonly title: string
  /** What tells it from another of the same name. */
  readonly note: string
}

/** Commands and plans first: of equals the earlier is found first. */
export function paletteEntries(state: State): readonly PaletteEntry[] {
  const { language, study, workshop, results } = state
  if (!study) return []
  const areas = new Map(study.areas.map(({ id, name }) => [id, name]))
  const within = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')
  const place = (area: string | null): string | undefined => (area === null ? undefined : areas.get(area))
  return [
    ...paletteCommands.filter(({ possible }) => possible(state)).map(({ id, word, keys }): PaletteEntry => ({ kind: 'command', id, title: sayPlan(language, word), note: keys ?? '' })),
    { kind: 'plan', id: '', title: sayPlan(language, 'name.base'), note: '' },
    ...workshop.plans.map(({ id, name, note }): PaletteEntry => ({ kind: 'plan', id, title: name, note })),
    ...(results ?? []).map((result): PaletteEntry => ({ kind: 'clause', id: `${result.policy} ${result.clause}`, title: clauseNamed(state, result)?.title[language] ?? result.clause, note: result.clause })),
    ...study.facilities.map(({ id, name, kind, area }): PaletteEntry => ({ kind: 'facility', id, title: name, note: within(kind && kindName(language, kind), place(area), id) })),
    ...study.areas.map(({ id, name, level, parent }): PaletteEntry => ({ kind: 'area', id, title: name, note: within(levelName(language, level), place(parent), id) })),
    ...study.compounds.map(({ id, name, area }): PaletteEntry => ({ kind: 'compound', id, title: name, note: within(place(area), id) })),
    ...study.plots.map(({ id, name, area }): PaletteEntry => ({ kind: 'plot', id, title: name, note: within(place(area), id) })),
  ]
}

/** The best first, ties in the order given; nothing typed: the first of them. */
export function paletteFound(entries: readonly PaletteEntry[], typed: string, most = 40): readonly PaletteEntry[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries.slice(0, most)
  const scored: { readonly entry: PaletteEntry; readonly cost: number; readonly at: number }[] = []
  entries.forEach((entry, at) => {
    let cost = 0
    for (const word of words) {
      const here = costOf(entry, word)
      if (here === null) return
      cost += here
    }
    scored.push({ entry, cost, at })
  })
  return scored
    .sort((a, b) => a.cost - b.cost || a.at - b.at)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** 0: the name itself; then a name that begins so, holds it, has its letters near together; then the note. null: none of these. */
function costOf({ title, note }: PaletteEntry, word: string): number | null {
  const name = title.toLowerCase()
  if (name === word) return 0
  if (name.startsWith(word)) return 1
  if (name.includes(word)) return 2
  const beside = note.toLowerCase()
  if (beside.includes(word)) return 3
  const spread = spreadOf(name, word)
  return spread === null ? null : 4 + spread
}

/** How many other letters stand between those of the word, taken as they first come in order; null: they do not. */
function spreadOf(name: string, word: string): number | null {
  let at = -1
  let first = -1
  for (const letter of word) {
    at = name.indexOf(letter, at + 1)
    if (at === -1) return null
    if (first === -1) first = at
  }
  return at - first + 1 - word.length
}
