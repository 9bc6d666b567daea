/** Every step forward, in order; reading a kept thing takes all that it has not been through. */
import { sessionOfPlans } from './0002-session'
import type { Json, Migration } from './migration'

export const migrations: readonly Migration[] = [sessionOfPlans]

/** The version that this program writes. */
export const newestOf = (what: Migration['of'], all: readonly Migration[] = migrations): number => all.reduce((newest, { of, to }) => (of === what ? Math.max(newest, to) : newest), 1)

/** As this program reads it; newer: made by a later program, with its version, and left alone. Without a version it is of the first. */
export function broughtForward(what: Migration['of'], kept: Json, all: readonly Migration[] = migrations): { readonly value: Json } | { readonly newer: number } {
  const version = typeof kept.version === 'number' ? kept.version : 1
  if (version > newestOf(what, all)) return { newer: version }
  return { value: all.filter(({ of, to }) => of === what && to > version).sort((a, b) => a.to - b.to).reduce((value, { forward }) => forward(value), kept) }
}
