/** What the page asks of the streets: the network and its report, pictures of walks, one walk explained. */
import type { MultiPolygon } from 'geojson'
import type { RoadsSource } from '../model/build-streets'
import type { StreetReport } from '../model/build-streets-report'
import { demandOf } from '../model/build-people'
import type { Facility, FacilityKind, Stage, Study } from '../model/study'
import { isochronePainter, type IsochronePainter } from '../reach/isochrone'
import { careKinds } from '../reach/reach-study'
import { streetLines, type StreetLines } from '../reach/street-picture'
import { walkDemandOf, walkLack, walkOf, type WalkLack } from '../reach/study-walk'
import { accessOf } from '../reach/walk-access'
import type { Pace } from '../reach/pace-options'
import { indexOf, networkAt } from '../reach/walk'
import type { WalkNetwork } from '../geo/streets/walk-network'

export const noRoads: RoadsSource = { osm: [], tables: [] }

/** report null: the study has no street file. lack null: walks can be measured. */
export type StreetsAnswer = {
  readonly lack: WalkLack | null
  readonly report: StreetReport | null
  readonly lines: StreetLines | null
  /** Demand points and operating facilities with a position, and how many of them are within 100 m of a street. */
  readonly snapped: { readonly points: number; readonly ofPoints: number; readonly facilities: number; readonly ofFacilities: number } | null
}

export function streetsAnswer(study: Study): StreetsAnswer {
  const lack = walkLack(study)
  const walk = walkOf(study)
  const report = study.streets?.report ?? null
  if (!walk) return { lack, report, lines: null, snapped: null }
  const { network } = walk
  const index = indexOf(network)
  const { people, from } = demandOf(study)
  const { firstOf } = accessOf(network, index, walkDemandOf(people, from, study.compounds))
  const sites = sitesOf(study, null, ['operating'])
  const snaps = index.snap(placesOf(sites))
  let points = 0
  let ofPoints = 0
  people.lng.forEach((lng, point) => {
    if (Number.isNaN(lng)) return
    ofPoints++
    if (firstOf[point]! < firstOf[point + 1]!) points++
  })
  return { lack, report, lines: streetLines(network, walk.marks), snapped: { points, ofPoints, facilities: snaps.chain.reduce((sum, chain) => sum + (chain >= 0 ? 1 : 0), 0), ofFacilities: sites.length } }
}

export type PicturesQuestion = { readonly metres: readonly number[]; readonly kinds: readonly FacilityKind[] | null; readonly stages: readonly Stage[]; readonly pace: Pace; /** null: of all together. */ readonly facility: string | null }

/** One picture for each of the metres; null: over 100 m from any street. */
export type WalkPictures = { readonly metres: readonly number[]; readonly facility: string | null; readonly shapes: readonly (MultiPolygon | null)[] }

const painters = new WeakMap<WalkNetwork, IsochronePainter>()

export function walkPictures(study: Study, { metres, kinds, stages, facility, pace }: PicturesQuestion): WalkPictures | null {
  const walk = walkOf(study)
  if (!walk) return null
  const streets = networkAt(walk.network, pace)
  const painter = painters.get(streets) ?? isochronePainter(streets)
  painters.set(streets, painter)
  if (facility !== null) {
    const at = study.facilities.find(({ id }) => id === facility)?.at
    return at ? { metres, facility, shapes: metres.map((limit) => painter.around(at[0], at[1], limit)) } : null
  }
  const places = placesOf(sitesOf(study, kinds, stages))
  return { metres, facility, shapes: metres.map((limit) => painter.union(places, limit)) }
}

/** Facilities that reach counts and that have a position. kinds null: every kind that gives care. */
export const sitesOf = ({ facilities }: Study, kinds: readonly FacilityKind[] | null, stages: readonly Stage[]): Facility[] =>
  facilities.filter(({ at, kind, stage }) => at !== null && kind !== null && stage !== null && (kinds ?? careKinds).includes(kind) && stages.includes(stage))

const placesOf = (sites: readonly Facility[]) => ({ lng: Float64Array.from(sites, ({ at }) => at![0]), lat: Float64Array.from(sites, ({ at }) => at![1]) })
