/** What the map is asked to show: everything StudyMap and its layers read, and nothing else. */
import type { FacilityKind, Study } from '../model/study'
import type { WalkPictures } from '../compute/walking'
import type { Result } from '../indicators/result'
import type { LocalBase } from '../state/local-base'
import type { LngLat } from '../tables/ledger'
import type { StreetLines } from '../reach/street-picture'
import type { WalkExplained } from '../reach/walk-explained'
import type { Language } from '../text/say'
import type { Held } from './held-mark'
import type { Camera, CameraLink } from './linked-cameras'
import type { Shutter } from './snapshot'
import type { Tool } from './tool'

export type { Camera, Language }

/** In drawing order, the lowest first; map/layers/index.ts has the layer of each. */
export const layerIds = [
  'base-map',
  'grid',
  'areas',
  'plots',
  'circles',
  'isochrones',
  'streets',
  'people',
  'ways',
  'rings',
  'own-walk',
  'route',
  'compounds',
  'facilities',
  'site-labels',
  'labels',
  'signs',
  'members',
  'difference',
  'overlay',
  'selection',
] as const
export type LayerId = (typeof layerIds)[number]

export type SelectionKind = 'area' | 'compound' | 'facility' | 'plot' | 'point'
export type Selection = { readonly kind: SelectionKind; readonly id: string }

/** Raster tiles that the user configured; made by baseMapFrom(), which refuses what is not a template. */
export type BaseMap = { readonly tiles: readonly string[]; readonly attribution: string; readonly maxZoom?: number; /** Out of a picked file; then `tiles` only names it. */ readonly local?: LocalBase }

/** What is drawn of the elder walk beside the legal circle. */
export type WalkView = {
  /** Metres per second. */
  readonly speed: number
  /** Of 10 and of 15 minutes. */
  readonly metres: readonly [number, number]
  readonly lines: StreetLines | null
  /** Of all facilities together, and of the selected one. */
  readonly pictures: WalkPictures | null
  readonly own: WalkPictures | null
  readonly route: WalkExplained | null
}

export type UnitsApart = { readonly gained: readonly Selection[]; readonly lost: readonly Selection[]; readonly closer?: readonly Selection[]; readonly further?: readonly Selection[] }

export type MapView = {
  readonly study: Study
  /** The chosen clause; null: nothing is coloured by verdict. */
  readonly result: Result | null
  /** What the chosen clause is called, and its readings that are not the default, in words; for the legend. */
  readonly heading?: { readonly title: string; readonly readings: readonly string[] } | null
  /** Radii of the 10- and the 15-minute circle in metres; the smaller first. */
  readonly metres: readonly [number, number]
  /** Kinds whose operating facilities have circles; null or absent: every kind but NOT, as reach counts. */
  readonly circleKinds?: readonly FacilityKind[] | null
  /** Kinds of facilities that are shown; null or absent: all, unknown kinds too. */
  readonly shownKinds?: readonly FacilityKind[] | null
  /** A layer that is not named has its own default. */
  readonly layers: Readonly<Partial<Record<LayerId, boolean>>>
  readonly selection: Selection | null
  /** Units that the shown plan gains and loses against another, and those whose shortfall became smaller or larger; absent: nothing is compared. */
  readonly difference?: UnitsApart | null
  /** Another plan over the one that is drawn, in outlines: what it has differently. */
  readonly overlay?: { readonly study: Study; readonly result: Result | null } | null
  /** null or absent: the legal circle is shown. */
  readonly walk?: WalkView | null
  /** Who belongs to what is selected. */
  readonly members?: readonly Selection[] | null
  /** Places of a link that is being drawn. */
  readonly sketch?: readonly LngLat[] | null
  readonly baseMap: BaseMap | null
  readonly language: Language
  /** Where to open, and where to go when it changes; absent: the whole study. */
  readonly camera?: Camera
}

export type StudyMapProps = {
  readonly view: MapView
  readonly onSelect: (selection: Selection | null) => void
  readonly onMove?: (camera: Camera) => void
  /** Photographs the map. The same object while it does. */
  readonly shutter?: Shutter
  /** Maps that move together. The same object while they do. */
  readonly link?: CameraLink
  /** What the pointer does beside looking; while there is one nothing is selected. The same object while it is in use. */
  readonly tool?: Tool | null
  /** A facility that the pointer may take along, and where it is: it is drawn above the map, not in it. */
  readonly held?: Held | null
  readonly onHold?: (at: LngLat) => void
  readonly onDrop?: (at: LngLat) => void
  readonly onToolCancel?: () => void
  /** The legend lies on the map; false where it stands elsewhere. */
  readonly legend?: boolean
}
