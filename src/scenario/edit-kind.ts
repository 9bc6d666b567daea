/** What one kind of edit is, and what applying an edit gives. */
import type { Problem } from '../problem'
import type { Study } from '../model/study'
import type { Guard } from './shape'

/** Every edit is one plain record with an id of its own: records that it makes take their ids from it. */
export type EditOf<T extends string> = { readonly id: string; readonly type: T }

/** problems: why nothing changed, or what changed beyond the edit's own words. The study is the same object where nothing changed. */
export type Outcome = { readonly study: Study; readonly problems: readonly Problem[] }

export type EditKind<E extends EditOf<string>> = {
  readonly type: E['type']
  /** The shape: a guard for every key beside id and type. */
  readonly fields: { readonly [K in Exclude<keyof E, 'id' | 'type'>]-?: Guard<E[K]> }
  /** Pure: never touches the study it is given and shares all that it does not change. */
  apply(study: Study, edit: E): Outcome
}
