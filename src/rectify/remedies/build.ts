/** 补建: rooms of the size that lacks, in the compound itself or on care land near it. */
import type { EditDraft } from '../../scenario/edit'
import type { Remedy } from '../item'
import type { CompoundWorld } from './world'
import { upM2 } from '../square-metres'

export function build({ compound, needM2, leastM2, plots, promised, nameOf, most }: CompoundWorld): Remedy[] {
  if (needM2 === null) return []
  const floorAreaM2 = upM2(Math.max(needM2, leastM2))
  const serves = [compound.id]
  const common = { kind: 'build', areaM2: floorAreaM2, spareM2: null, alsoBuildM2: null, ways: [], simplified: null } as const
  const inside: EditDraft = { type: 'add-facility', name: nameOf('rooms', compound.name), kind: 'COMM', level: 'compound', area: compound.area, at: compound.at, serves, floorAreaM2, stage: 'operating' }
  const onLand = plots
    .filter(({ is }) => is.use === 'care-land')
    .slice(0, most)
    .map(({ is: plot, metres }): Remedy => {
      const edit: EditDraft = { type: 'plot-to-facility', plot: plot.id, kind: 'COMM', stage: 'operating', level: 'compound', floorAreaM2, serves }
      return { ...common, with: { kind: 'plot', id: plot.id, name: plot.name }, metres, ...promised([edit], { plots: [plot.id] }) }
    })
  return [{ ...common, with: null, metres: null, ...promised([inside], {}) }, ...onLand].filter(({ promise }) => promise?.state === 'met')
}
