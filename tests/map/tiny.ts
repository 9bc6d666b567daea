/** A town drawn by hand: one sub-district of two communities and a village without a boundary. */
import type { Area, Compound, Facility, People, Study } from '../../src/model/study'
import type { Result, State, UnitResult } from '../../src/indicators/result'
import type { MapView } from '../../src/map/view'
import type { Polygon } from 'geojson'

const noPeople = { households: null, residents: null, elders60: null, elders65: null, elders80: null }

/** A square of side `size` degrees whose south-west corner is (lng, lat). */
export const box = (lng: number, lat: number, size = 1): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [lng, lat],
      [lng + size, lat],
      [lng + size, lat + size],
      [lng, lat + size],
      [lng, lat],
    ],
  ],
})

export const area = (id: string, more: Partial<Area> = {}): Area => ({
  ...noPeople,
  id,
  code: null,
  name: `${id}社区`,
  level: 'community',
  parent: null,
  urbanRural: null,
  zone: false,
  at: null,
  boundary: null,
  extra: {},
  source: null,
  ...more,
})

export const facility = (id: string, more: Partial<Facility> = {}): Facility => ({
  id,
  name: `${id}中心`,
  kind: 'COMM',
  level: 'community',
  levelProposed: false,
  area: null,
  serves: null,
  floorAreaM2: null,
  landAreaM2: null,
  beds: null,
  nursingBeds: null,
  owner: null,
  operator: null,
  services: null,
  stage: 'operating',
  opened: null,
  at: [0.5, 0.5],
  extra: {},
  source: null,
  ...more,
})

export const compound = (id: string, more: Partial<Compound> = {}): Compound => ({
  id,
  name: `${id}小区`,
  area: null,
  households: null,
  householdsBuilt: null,
  householdsOccupied: null,
  householdsRegistered: null,
  residents: null,
  elders60: null,
  permitted: null,
  completed: null,
  delivered: null,
  age: null,
  pool: null,
  careAreaM2: null,
  usableAreaM2: null,
  leased: null,
  gates: [],
  handover: null,
  remedy: null,
  responsible: null,
  due: null,
  done: null,
  at: [0.5, 0.5],
  extra: {},
  source: null,
  ...more,
})

/** [id, lng, lat, elders60]; NaN is unknown. */
export function peopleOf(...points: readonly (readonly [string, number, number, number])[]): People {
  const column = (pick: (p: readonly [string, number, number, number]) => number) => Float64Array.from(points, pick)
  const unknown = () => column(() => NaN)
  return {
    id: points.map(([id]) => id),
    lng: column((p) => p[1]),
    lat: column((p) => p[2]),
    households: unknown(),
    residents: unknown(),
    elders60: column((p) => p[3]),
    elders65: unknown(),
    elders80: unknown(),
    area: new Int32Array(points.length).fill(-1),
    row: new Int32Array(points.length),
  }
}

export const unit = (id: string, state: State, kind?: UnitResult['kind']): UnitResult => ({
  id,
  name: id,
  state,
  numerator: null,
  denominator: null,
  value: null,
  shortfall: null,
  why: [],
  ...(kind ? { kind } : {}),
})

export const result = (units: readonly UnitResult[], more: Partial<Result> = {}): Result => ({
  clause: 'T-1',
  policy: 'test',
  evaluator: 'unit-share',
  state: 'unmet',
  numerator: null,
  denominator: null,
  value: null,
  threshold: null,
  unit: 'share',
  binding: 'binding',
  deadline: null,
  pastDue: null,
  reading: {},
  shortfall: null,
  shortfallOfUnits: null,
  why: [],
  units,
  excluded: [],
  problems: [],
  figures: {},
  ...more,
})

export const study = (more: Partial<Study> = {}): Study => ({
  name: '小城',
  asOf: '2025-12-31',
  policies: [],
  options: {},
  areas: [],
  compounds: [],
  facilities: [],
  plots: [],
  people: null,
  peopleTable: null,
  streets: null,
  facts: [],
  tables: [],
  inputs: [],
  problems: [],
  ...more,
})

export const town = (more: Partial<Study> = {}): Study =>
  study({
    areas: [
      area('B', { parent: 'S', boundary: box(1, 0) }),
      area('S', {
        name: '文昌街道',
        level: 'subdistrict',
        boundary: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [2, 0],
              [2, 1],
              [0, 1],
              [0, 0],
            ],
          ],
        },
      }),
      area('A', { parent: 'S', boundary: box(0, 0) }),
      area('V', { name: '石村', level: 'village', parent: 'S', at: [0.5, 2] }),
    ],
    ...more,
  })

export const view = (of: Partial<MapView> = {}): MapView => ({
  study: town(),
  result: null,
  metres: [500, 1000],
  layers: {},
  selection: null,
  baseMap: null,
  language: 'zh',
  ...of,
})
