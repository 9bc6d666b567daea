/** Guards for the values of edits: what a saved file holds is not what we wrote until it is looked at. */
import type { LngLat } from '../tables/ledger'

export type Guard<T> = (value: unknown) => value is T

export const text: Guard<string> = (value): value is string => typeof value === 'string' && value !== ''

/** Metres, square metres, households, beds: finite and not below 0. */
export const amount: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

export const place: Guard<LngLat> = (value): value is LngLat => Array.isArray(value) && value.length === 2 && within(value[0], 180) && within(value[1], 90)

export const day: Guard<string> = (value): value is string => typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)

export const oneOf = <const T extends string>(words: readonly T[]): Guard<T> => (value): value is T => (words as readonly unknown[]).includes(value)

export const listOf = <T>(guard: Guard<T>): Guard<readonly T[]> => (value): value is readonly T[] => Array.isArray(value) && value.every(guard)

/** null: the figure becomes unknown. */
export const orNull = <T>(guard: Guard<T>): Guard<T | null> => (value): value is T | null => value === null || guard(value)

/** Absent: the edit says nothing of it. */
export const optional = <T>(guard: Guard<T>): Guard<T | undefined> => (value): value is T | undefined => value === undefined || guard(value)

/** A record of some kinds, named by its id. */
export const reference = <const K extends string>(...kinds: readonly K[]): Guard<{ readonly kind: K; readonly id: string }> => (value): value is { readonly kind: K; readonly id: string } =>
  isRecord(value) && text(value.id) && (kinds as readonly unknown[]).includes(value.kind)

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const within = (value: unknown, limit: number): boolean => typeof value === 'number' && Math.abs(value) <= limit
