/** 购置、租赁、国有闲置资产收回利用 (CQ-07): a candidate building of the plots ledger within reach becomes care rooms of the compound. */
import type { Plot } from '../../model/study'
import type { EditDraft } from '../../scenario/edit'
import { acquireWays, type AcquireWay, type Remedy } from '../item'
import type { CompoundWorld } from './world'

/** CQ-08a: 1000平方米以下, the limit included. */
const simplifiedUpToM2 = 1000

/** Those that mend go first, then the nearest; one that is too small says what still lacks. */
export function acquire({ compound, plots, promised, most, needM2 }: CompoundWorld): Remedy[] {
  const candidates = plots.filter(({ is }) => is.use === 'candidate' && is.floorAreaM2 !== null && is.floorAreaM2 > 0)
  const enough = (m2: number) => needM2 === null || m2 >= needM2
  return [...candidates]
    .sort((a, b) => Number(enough(b.is.floorAreaM2!)) - Number(enough(a.is.floorAreaM2!)) || a.metres - b.metres)
    .slice(0, most)
    .map(({ is: plot, metres }): Remedy => {
      const edit: EditDraft = { type: 'plot-to-facility', plot: plot.id, kind: 'COMM', stage: 'operating', level: 'compound', serves: [compound.id] }
      return { kind: 'acquire', with: { kind: 'plot', id: plot.id, name: plot.name }, metres, areaM2: plot.floorAreaM2, spareM2: null, alsoBuildM2: null, ways: waysOf(plot), simplified: isSimplified(plot), ...promised([edit], { plots: [plot.id] }) }
    })
    .filter(({ promise }) => promise !== null)
}

/** Whether the conversion of a building may take the simplified procedure of CQ-08; null: size unknown. */
export const isSimplified = ({ floorAreaM2 }: Pick<Plot, 'floorAreaM2'>): boolean | null => (floorAreaM2 === null ? null : floorAreaM2 <= simplifiedUpToM2)

const wordsOf: Readonly<Record<AcquireWay, RegExp>> = { purchase: /购置|购买|出售|待售/, lease: /租赁|租用|出租|承租/, 'state-asset': /国有|国资|闲置资产|公房|收回/ }

/** What the row's own words say of how it may be had; silent rows leave all three open. */
function waysOf({ name, extra }: Plot): readonly AcquireWay[] {
  const said = [name, ...Object.values(extra)].join(' ')
  const ways = acquireWays.filter((way) => wordsOf[way].test(said))
  return ways.length > 0 ? ways : acquireWays
}
