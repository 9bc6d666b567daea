/** The same unit in another month's ledger: by id and name, by name where the ids were given anew, by id where it was renamed. */
import type { Study } from '../model/study'

export type UnitNamed = { readonly kind: 'area' | 'compound'; readonly id: string; /** null: not written down. */ readonly name: string | null }

/** The id that the unit has in this study; null: it is not there. */
export function unitMatcher(study: Pick<Study, 'areas' | 'compounds'>): (unit: UnitNamed) => string | null {
  const known = made.get(study.compounds)
  if (known?.areas === study.areas) return known.match
  const lists = { area: namesOf(study.areas), compound: namesOf(study.compounds) }
  const match = ({ kind, id, name }: UnitNamed): string | null => {
    const { byId, byName } = lists[kind]
    const now = byId.get(id)
    if (now !== undefined && (name === null || now === name)) return id
    // A running number may have passed to another compound: the name tells. A name that several bear tells nothing.
    const named = name === null ? undefined : byName.get(name)
    if (typeof named === 'string') return named
    return now !== undefined && named === undefined ? id : null
  }
  made.set(study.compounds, { areas: study.areas, match })
  return match
}

const made = new WeakMap<Study['compounds'], { readonly areas: Study['areas']; readonly match: (unit: UnitNamed) => string | null }>()

/** byName null: several bear it. */
function namesOf(records: readonly { readonly id: string; readonly name: string }[]): { readonly byId: ReadonlyMap<string, string>; readonly byName: ReadonlyMap<string, string | null> } {
  const byName = new Map<string, string | null>()
  for (const { id, name } of records) byName.set(name, byName.has(name) ? null : id)
  return { byId: new Map(records.map(({ id, name }) => [id, name])), byName }
}
