/** What lies inside the frame of a printed map: units by verdict, circles, compounds, facilities, names. One unit is 1/96 inch on paper. */
import type { Geometry, Position } from 'geojson'
import { fromLngLat } from '../../geo/crs'
import { unionOfCircles } from '../../geo/circles'
import { states, type Result, type State } from '../../indicators/result'
import type { FacilityKind, Study } from '../../model/study'
import type { LngLat } from '../../tables/ledger'
import { say, type Language } from '../../text/say'
import { textWidth, type Box, type Mark, type Paint, type Spot } from '../drawing/drawing'
import { pictureMark } from '../drawing/picture-marks'
import { circleSites } from '../signs/circle-sites'
import type { Extent } from '../signs/extent'
import { facilitySymbol } from '../signs/facility-symbol'
import { judgedAreas } from '../signs/judged-areas'
import { labelPoint } from '../signs/label-point'
import { compoundPicture, facilityPicture, signPicture } from '../signs/picture'
import { mapColours, verdictColours } from '../signs/verdict-colours'
import { verdictsOf } from '../signs/verdicts'

export type MapLayers = { readonly circles: boolean; readonly compounds: boolean; readonly facilities: boolean; readonly labels: boolean }

export type MapContent = {
  readonly language: Language
  readonly study: Study
  /** null: nothing is coloured. */
  readonly result: Result | null
  readonly metres: readonly [number, number]
  /** null: every kind. */
  readonly kinds: readonly FacilityKind[] | null
  readonly layers: MapLayers
}

/** Metres on the ground per unit, and the place of a longitude and latitude on the page. */
export type Projection = { readonly scale: number; readonly metresPerUnit: number; readonly meridian: number; readonly place: (at: Position | LngLat) => Spot }

/** Surfaces are opaque tints, so that they print alike everywhere; the pattern tells them apart without colour. */
export const areaPaints: Readonly<Record<State, Paint>> = {
  met: { fill: '#8fd3bd' },
  unmet: { fill: '#eda070', pattern: { kind: 'falling', ink: '#c2682c' } },
  'no-data': { fill: '#f3f5f6', pattern: { kind: 'rising', ink: '#a3abb0' } },
  'not-applicable': { fill: '#fbfcfc', pattern: { kind: 'dots', ink: '#cdd4d7' } },
  undecided: { fill: '#f5d996', pattern: { kind: 'level', ink: '#cf9a2c' } },
}

/** Scales that a planner expects under a map: 1, 1.2, 1.5, 2 … × 10ⁿ. */
const roundScales = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** A local transverse Mercator through the middle of the extent, at the largest round scale that shows it whole. */
export function projectionFor([west, south, east, north]: Extent, box: Box): Projection {
  const meridian = Math.round(50 * (west + east)) / 100
  const project = fromLngLat(`tmerc:${meridian},0`)
  if (!project) throw new Error(`no projection for meridian ${meridian}`)
  const corners = [west, (west + east) / 2, east].flatMap((lng) => [south, north].map((lat) => project(lng, lat)))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const margin = 16
  const needed = Math.max((right - left) / (box.width - 2 * margin), (top - bottom) / (box.height - 2 * margin))
  const scale = roundScale(Math.max((needed * 96) / 0.0254, 2000))
  const metresPerUnit = (scale * 0.0254) / 96
  const [midX, midY] = [(left + right) / 2, (bottom + top) / 2]
  return {
    scale, metresPerUnit, meridian,
    place: ([lng = NaN, lat = NaN]) => {
      const [x, y] = project(lng, lat)
      return [box.x + box.width / 2 + (x - midX) / metresPerUnit, box.y + box.height / 2 - (y - midY) / metresPerUnit]
    },
  }
}

export function frameMarks(content: MapContent, { place }: Projection, box: Box): Mark[] {
  const { study, result, layers, language } = content
  const verdicts = verdictsOf(study, result)
  const areas = judgedAreas(study, result)
  const inside = ([x, y]: Spot): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
  const stamp = (at: LngLat | null, draw: (x: number, y: number) => Mark): Mark[] => {
    const spot = at && place(at)
    return spot && inside(spot) ? [draw(spot[0], spot[1])] : []
  }
  const sites = study.facilities.filter(({ kind }) => !content.kinds || (kind !== null && content.kinds.includes(kind)))
  const size = sites.length > 400 ? 0.34 : sites.length > 120 ? 0.46 : 0.6
  const signs = areaSigns(areas, study, verdicts.of.area, place).filter(({ at }) => inside(at))
  const names = areas.filter(({ filled, state }) => filled || state === 'none').flatMap(({ boundary, name, rank }) => {
    const at = labelPoint(boundary)
    return at ? [{ at: place(at), name, rank }] : []
  })
  return [
    ...areas.map(({ boundary, name, state, filled, top, tier }): Mark => ({
      is: 'shape',
      rings: ringsOf(boundary, place),
      paint: { ...(filled && state !== 'none' ? areaPaints[state] : top ? { fill: mapColours.paper } : {}), stroke: tier === 'outer' ? mapColours.quiet : mapColours.line, width: strokes[tier] },
      title: state === 'none' ? name : `${name} ${say(language, `verdict.${state}`)}`,
    })),
    ...areas.flatMap(({ boundary, state, filled }): Mark[] => (filled || state === 'none' ? [] : [{ is: 'shape', rings: ringsOf(boundary, place), paint: { stroke: verdictColours[state].ink, width: 2.6 } }])),
    ...(layers.circles ? circleMarks(content, place) : []),
    ...(layers.compounds ? study.compounds.flatMap(({ id, name, at }) => stamp(at, (x, y) => pictureMark(compoundPicture(verdicts.of.compound.get(id) ?? null), x, y, study.compounds.length > 400 ? 0.42 : 0.58, name))) : []),
    ...signs.map(({ at: [x, y], state, name }) => pictureMark(signPicture(state, verdicts.hollow), x, y, 0.62, `${name} ${say(language, `verdict.${state}`)}`)),
    ...(layers.facilities ? sites.flatMap((facility) => stamp(facility.at, (x, y) => pictureMark(facilityPicture(facilitySymbol(facility, language, verdicts.of.facility.get(facility.id) ?? null)), x, y, size, facility.name))) : []),
    ...(layers.labels ? uncrowded(names.filter(({ at: [x, y], name }) => inside([x - textWidth(name, nameSize) / 2, y]) && inside([x + textWidth(name, nameSize) / 2, y + 22]))).map(({ at: [x, y], name }): Mark => ({ is: 'text', x, y: y + 18, text: name, size: nameSize, anchor: 'middle', halo: true })) : []),
  ]
}

const strokes = { outer: 1.8, middle: 1.1, inner: 0.5 } as const
const nameSize = 10.5

function circleMarks({ study, metres: [near, far], kinds }: MapContent, place: Projection['place']): Mark[] {
  const sites = circleSites({ study, circleKinds: kinds })
  if (sites.lng.length === 0) return []
  const rings = (metres: number) => ringsOf(unionOfCircles(sites, metres).outline, place)
  return [
    { is: 'shape', rings: rings(far), paint: { fill: mapColours.circle, opacity: 0.07, stroke: mapColours.circle, width: 1.1, dash: [5, 3] } },
    { is: 'shape', rings: rings(near), paint: { fill: mapColours.circle, opacity: 0.13 } },
  ]
}

/** The sign of every judged unit that has a place; where two would cover each other, the one that falls short stays. */
function areaSigns(areas: ReturnType<typeof judgedAreas>, study: Study, verdicts: ReadonlyMap<string, State>, place: Projection['place']): { readonly at: Spot; readonly state: State; readonly name: string }[] {
  const boundaries = new Map(areas.map(({ id, boundary }) => [id, boundary]))
  const order: readonly State[] = ['unmet', 'undecided', 'no-data', 'met', 'not-applicable']
  const all = study.areas
    .flatMap(({ id, name, at: point }) => {
      const boundary = boundaries.get(id)
      const state = verdicts.get(id)
      const at = (boundary && labelPoint(boundary)) ?? point
      return state && at ? [{ id, at: place(at), state, name }] : []
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.id < b.id ? -1 : 1))
  const kept: typeof all = []
  for (const sign of all) if (!kept.some(({ at }) => Math.hypot(at[0] - sign.at[0], at[1] - sign.at[1]) < 13)) kept.push(sign)
  return kept
}

/** Names that cover no earlier one, those of the largest units first. */
function uncrowded<T extends { readonly at: Spot; readonly name: string; readonly rank: number }>(names: readonly T[]): T[] {
  const kept: T[] = []
  const half = ({ name }: T): number => textWidth(name, nameSize) / 2 + 2
  for (const name of [...names].sort((a, b) => a.rank - b.rank))
    if (!kept.some((other) => Math.abs(other.at[1] - name.at[1]) < 14 && Math.abs(other.at[0] - name.at[0]) < half(other) + half(name))) kept.push(name)
  return kept
}

function ringsOf(geometry: Geometry, place: Projection['place']): Spot[][] {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return parts.flatMap((rings) => rings.map((ring) => thinned(ring.map(place))))
}

/** Corners that no printer could tell apart are left out. */
function thinned(ring: readonly Spot[]): Spot[] {
  const kept: Spot[] = []
  for (const spot of ring) {
    const last = kept.at(-1)
    if (!last || Math.abs(last[0] - spot[0]) + Math.abs(last[1] - spot[1]) >= 0.2) kept.push(spot)
  }
  return kept.length >= 3 ? kept : [...ring]
}

function roundScale(needed: number): number {
  const power = 10 ** Math.floor(Math.log10(needed))
  return Math.round((roundScales.find((step) => step * power >= needed * (1 - 1e-9)) ?? 10) * power)
}

/** Units per verdict of the clause, in the order of states, and how many of them have no place on the map. */
export function verdictTally(study: Study, result: Result): { readonly counts: readonly { readonly state: State; readonly count: number }[]; readonly undrawn: number } {
  const { of, unplaced } = verdictsOf(study, result)
  const lost = (records: readonly { readonly id: string; readonly at: unknown; readonly boundary?: unknown; readonly geometry?: unknown }[], judged: ReadonlyMap<string, State>): number => records.filter((record) => judged.has(record.id) && !record.at && !record.boundary && !record.geometry).length
  return {
    counts: states.flatMap((state) => {
      const count = result.units.filter((unit) => unit.state === state).length
      return count > 0 ? [{ state, count }] : []
    }),
    undrawn: unplaced.length + lost(study.areas, of.area) + lost(study.compounds, of.compound) + lost(study.facilities, of.facility) + lost(study.plots, of.plot),
  }
}
