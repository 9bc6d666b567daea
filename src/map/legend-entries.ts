/** What the legend lists: only what is on the map, with counts. */
import type { FacilityKind } from '../model/study'
import { states, type State } from '../indicators/result'
import { circleSites } from './layers/circles'
import { isVisible, type MapLayer } from './layers/layer'
import { mapLayers } from './layers'
import { shapeOf, type Look, type Shape } from './facility-symbol'
import { verdictsOf } from './verdicts'
import type { LayerId, MapView } from './view'

export type LegendEntries = {
  /** Units per verdict, in the order of states; empty without a clause or without units. */
  readonly verdicts: readonly { readonly state: State; readonly count: number }[]
  readonly hollow: boolean
  /** Judged units that cannot be drawn: no position, or no record of that name. */
  readonly undrawn: number
  readonly facilities: readonly { readonly kind: FacilityKind | null; readonly shape: Shape; readonly count: number }[]
  /** Stages on the map, operating first. */
  readonly looks: readonly { readonly look: Look; readonly count: number }[]
  readonly compounds: number
  readonly circles: boolean
  /** Pictures of walks, and the route of the selected place. */
  readonly walks: boolean
  readonly route: boolean
  /** null: not shown. */
  readonly people: { readonly unknown: number } | null
  /** Whom the selected facility serves, or who shares the selected compound's pool. */
  readonly members: number
  /** What the plan does to the streets. */
  readonly links: number
  readonly closedStreets: number
  readonly plots: { readonly careLand: number; readonly candidates: number }
}

export function legendEntries(view: MapView): LegendEntries {
  const { study, result, shownKinds } = view
  const verdicts = verdictsOf(study, result)
  const shown = (id: LayerId): boolean => mapLayers.some((layer: MapLayer) => layer.id === id && isVisible(view, layer))
  const counts = tally(result?.units ?? [], ({ state }) => state)
  const sites = shown('facilities')
    ? study.facilities.filter(({ at, kind }) => at && (!shownKinds || (kind && shownKinds.includes(kind))))
    : []
  const kinds = tally(sites, ({ kind, level }) => `${kind ?? ''}|${shapeOf(kind, level)}`)
  const stages = tally(sites, ({ stage }): Look => stage ?? 'unknown')
  const points = study.people
  return {
    verdicts: states.flatMap((state) => (counts.has(state) ? [{ state, count: counts.get(state) ?? 0 }] : [])),
    hollow: verdicts.hollow,
    undrawn: verdicts.unplaced.length + withoutPosition(view),
    facilities: [...kinds]
      .map(([key, count]) => ({
        kind: sites.find(({ kind, level }) => `${kind ?? ''}|${shapeOf(kind, level)}` === key)?.kind ?? null,
        shape: key.slice(key.indexOf('|') + 1) as Shape,
        count,
      }))
      .sort(
        (a, b) =>
          shapeOrder.indexOf(a.shape) - shapeOrder.indexOf(b.shape) ||
          kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind),
      ),
    looks: lookOrder.flatMap((look) => (stages.has(look) ? [{ look, count: stages.get(look) ?? 0 }] : [])),
    compounds: shown('compounds') ? study.compounds.filter(({ at }) => at).length : 0,
    circles: shown('circles') && circleSites(view).lng.length > 0,
    walks: shown('circles') && view.walk?.pictures != null,
    route: (view.walk?.route?.routes.length ?? 0) > 0,
    people:
      shown('people') && points && points.id.length > 0
        ? { unknown: points.elders60.reduce((sum, elders) => sum + (Number.isNaN(elders) ? 1 : 0), 0) }
        : null,
    members: view.members?.length ?? 0,
    links: study.streetChanges?.filter(({ change }) => change === 'link').length ?? 0,
    closedStreets: study.streetChanges?.filter(({ change }) => change === 'closed').length ?? 0,
    plots: shown('plots')
      ? {
          careLand: study.plots.filter(({ use }) => use !== 'candidate').length,
          candidates: study.plots.filter(({ use }) => use === 'candidate').length,
        }
      : { careLand: 0, candidates: 0 },
  }
}

function withoutPosition({ study, result }: MapView): number {
  const { area, compound, facility, plot } = verdictsOf(study, result).of
  const lost = (
    records: readonly {
      readonly id: string
      readonly at: unknown
      readonly boundary?: unknown
      readonly geometry?: unknown
    }[],
    judged: ReadonlyMap<string, State>,
  ): number =>
    records.filter((record) => judged.has(record.id) && !record.at && !record.boundary && !record.geometry).length
  return (
    lost(study.areas, area) +
    lost(study.compounds, compound) +
    lost(study.facilities, facility) +
    lost(study.plots, plot)
  )
}

function tally<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, number> {
  const counts = new Map<K, number>()
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1)
  return counts
}

const shapeOrder: readonly Shape[] = ['triangle', 'diamond', 'circle', 'square']
const kindOrder: readonly (FacilityKind | null)[] = [
  'INST_CITY',
  'INST_COUNTY',
  'INST',
  'STREET',
  'TOWN_RURAL',
  'COMM',
  'VILLAGE',
  'MEAL',
  'HOME_BED',
  'NOT',
  null,
]
const lookOrder: readonly Look[] = ['operating', 'building', 'planned', 'closed', 'unknown']
