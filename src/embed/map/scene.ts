/** What the page asks the map to show, and what the map answers: the whole conversation between its two scripts. */
import type { State } from '../../indicators/result'
import type { Published } from '../../saved/published'
import type { Camera, EmbedLayer } from '../address'
import type { Spot } from '../nearest'
import type { Words } from '../words'

export type MapScene = {
  readonly published: Published
  readonly layer: EmbedLayer
  /** Metres of the 10 and the 15 minute circle. */
  readonly metres: readonly [number, number]
  /** Verdict of each unit of the chosen clause; empty: none is chosen. */
  readonly states: ReadonlyMap<number, State>
  /** Facilities that the list shows; the others are pale. */
  readonly listed: ReadonlySet<number>
  readonly selected: number | null
  readonly from: Spot | null
  readonly dark: boolean
  /** Of type and signs; 1 at the standard size. */
  readonly scale: number
  readonly words: Words
}

export type MapAnswers = {
  readonly onPick: (facility: number) => void
  readonly onSpot: (spot: Spot) => void
  /** After the map has come to rest. */
  readonly onMove: (camera: Camera) => void
}

export type LiveMap = {
  readonly show: (scene: MapScene) => void
  readonly goTo: (camera: Camera) => void
  /** Brings the facility into sight; near: both the starting place and the facility. */
  readonly lookAt: (facility: number) => void
  readonly remove: () => void
}

export type MountMap = (box: HTMLElement, scene: MapScene, camera: Camera | null, answers: MapAnswers) => LiveMap

declare global {
  interface Window {
    /** The map is a script of its own, loaded when the list stands. */
    yikequanMap?: { readonly mountMap: MountMap }
    yikequanPublished?: unknown
  }
}
