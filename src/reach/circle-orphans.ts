/** Points whose nearest site went away find the next one: sites in the order of their latitude, looked at outwards from the point's own. */
import type { ExactRuler, SitePlane } from './exact-ruler'

/** Slots of the sites from south to north. */
export type SiteOrder = {
  readonly slots: number[]
  readonly arcs: number[]
  readonly add: (slot: number, arc: number) => void
  readonly remove: (slot: number, arc: number) => void
}

export function siteOrder(): SiteOrder {
  const slots: number[] = []
  const arcs: number[] = []
  return {
    slots,
    arcs,
    add: (slot, arc) => {
      const at = lowerBound(arcs, arc)
      slots.splice(at, 0, slot)
      arcs.splice(at, 0, arc)
    },
    remove: (slot, arc) => {
      const at = slots.indexOf(slot, lowerBound(arcs, arc))
      slots.splice(at, 1)
      arcs.splice(at, 1)
    },
  }
}

type Labels = { readonly nearest: Int32Array; readonly metres: Float64Array; readonly sites: readonly (SitePlane | undefined)[]; readonly order: SiteOrder }

/** The nearest of all sites for each of the points: by millimetres, then by rank; none further than mostMm. No two places are nearer than their meridian arcs differ. */
export function orphansHome(points: readonly number[], { nearest, metres, sites, order: { slots, arcs } }: Labels, ruler: ExactRuler, mostMm: number): void {
  for (const point of points) {
    const own = ruler.arc[point]!
    let north = lowerBound(arcs, own)
    let south = north - 1
    let best = -1
    let bestMm = mostMm
    let bound2 = ruler.bound2(mostMm)
    while (south >= 0 || north < slots.length) {
      const down = south >= 0 ? own - arcs[south]! : Infinity
      const up = north < slots.length ? arcs[north]! - own : Infinity
      if (Math.min(down, up) * 1000 > bestMm + 1) break
      const slot = down <= up ? slots[south--]! : slots[north++]!
      const site = sites[slot]!
      if (ruler.square(point, site) > bound2) continue
      const mm = ruler.millimetres(point, site)
      if (mm > bestMm || (mm === bestMm && best !== -1 && sites[best]!.rank <= site.rank)) continue
      best = slot
      bestMm = mm
      bound2 = ruler.bound2(mm)
    }
    nearest[point] = best
    metres[point] = best === -1 ? NaN : bestMm / 1000
  }
}

/** The first place whose number is not less. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
