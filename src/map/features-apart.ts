/** What differs between two drawings of the same records, for a map that is told of single features. */
import type { Feature } from 'geojson'
import { namedBy } from './layers/layer'

export type FeaturesApart = { readonly remove: string[]; readonly add: Feature[] }

/** add: also in the place of one of the same name. null: some name stands twice, so that none of them says which is meant. */
export function featuresApart(before: readonly Feature[], after: readonly Feature[]): FeaturesApart | null {
  const old = new Map(before.map((feature) => [nameOf(feature), feature]))
  if (old.size < before.length) return null
  // An edit mostly leaves everybody in his place.
  if (before.length === after.length && before.every((feature, at) => nameOf(feature) === nameOf(after[at]!))) return { remove: [], add: after.filter((feature, at) => !same(before[at]!, feature)) }
  const fresh = new Map(after.map((feature) => [nameOf(feature), feature]))
  if (fresh.size < after.length) return null
  return {
    remove: before.map(nameOf).filter((name) => !fresh.has(name)),
    add: after.filter((feature) => {
      const known = old.get(nameOf(feature))
      return !known || !same(known, feature)
    }),
  }
}

const nameOf = ({ properties }: Feature): string => String(properties?.[namedBy])

function same(a: Feature, b: Feature): boolean {
  if (a === b) return true
  const [left, right] = [a.properties ?? {}, b.properties ?? {}]
  for (const key in right) if (left[key] !== right[key]) return false
  for (const key in left) if (!(key in right)) return false
  if (a.geometry === b.geometry) return true
  // Outlines are the study's own; places are written down anew each time.
  return a.geometry.type === 'Point' && b.geometry.type === 'Point' && a.geometry.coordinates[0] === b.geometry.coordinates[0] && a.geometry.coordinates[1] === b.geometry.coordinates[1]
}
