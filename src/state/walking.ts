/** What is shown of the elder walk: which model counts, the streets, the pictures, one walk explained, circle and walk side by side. */
import type { RouteAnswer } from '../compute/calls'
import type { StreetsAnswer, WalkPictures } from '../compute/walking'
import type { WalkComparison } from '../indicators/walk/walk-comparison'
import type { Study } from '../model/study'
import { elderSpeed } from '../reach/walk-speeds'
import { isOsmName } from '../sources/osm'

export type Walking = {
  /** Whose circles are drawn and counted in. */
  readonly model: 'circle' | 'walk'
  /** Metres per second. */
  readonly speed: number
  /** null: not built yet. */
  readonly streets: StreetsAnswer | null
  /** Street edits with which `streets` were made. */
  readonly streetChanges: Study['streetChanges']
  readonly pictures: WalkPictures | null
  /** Of the selected facility. */
  readonly own: WalkPictures | null
  /** Of the selected place; 'waiting' while it is being looked for. */
  readonly route: RouteAnswer | 'waiting' | null
  readonly compared: { readonly policy: string; readonly clause: string; readonly comparison: WalkComparison } | null
}

export const firstWalking: Walking = { model: 'circle', speed: elderSpeed, streets: null, streetChanges: undefined, pictures: null, own: null, route: null, compared: null }

export const walkMinutes: readonly [number, number] = [10, 15]

/** Metres of 10 and of 15 minutes, to the millimetre. */
export const walkMetres = (speed: number): readonly [number, number] => [Math.round(speed * walkMinutes[0] * 60_000) / 1000, Math.round(speed * walkMinutes[1] * 60_000) / 1000]

type Holder = { readonly store: { readonly setState: (change: (state: { readonly walking: Walking }) => { walking: Walking }) => void } }
export const setWalking = (app: Holder, change: Partial<Walking>): void => app.store.setState(({ walking }) => ({ walking: { ...walking, ...change } }))

/** Does the study hold street files, read or not? */
export const hasStreetFiles = ({ tables, inputs }: Pick<Study, 'tables' | 'inputs'>): boolean => tables.some(({ ledger, counts }) => ledger === 'roads' && counts.used > 0) || inputs.some(({ file }) => isOsmName(file))

/** Streets are at hand and can be walked. */
export const canWalk = ({ streets }: Walking): boolean => streets !== null && streets.lack === null
