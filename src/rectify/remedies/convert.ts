/**
 * A club or activity room near by becomes community care rooms of the compound: it counts for nobody yet, so nobody loses by it.
 * Only up to the 1000 m² of CQ-08: nobody gives up a university for the elderly to mend thirty square metres.
 */
import type { EditDraft } from '../../scenario/edit'
import type { Remedy } from '../item'
import { isSimplified } from './acquire'
import type { CompoundWorld } from './world'

export function convert({ compound, facilities, promised, most, needM2 }: CompoundWorld): Remedy[] {
  return facilities
    .filter(({ is }) => is.kind === 'NOT' && is.stage === 'operating' && is.floorAreaM2 !== null && is.floorAreaM2 > 0 && isSimplified(is) && !isForOthers(is.serves, compound.id))
    .filter(({ is }) => needM2 === null || is.floorAreaM2! >= needM2)
    .slice(0, most)
    .map(({ is: facility, metres }): Remedy => {
      const edits: EditDraft[] = [{ type: 'rekind-facility', facility: facility.id, kind: 'COMM', level: 'compound' }, ...(facility.serves?.includes(compound.id) ? [] : [{ type: 'serve', facility: facility.id, serves: [compound.id] } as const])]
      return { kind: 'convert', with: { kind: 'facility', id: facility.id, name: facility.name }, metres, areaM2: facility.floorAreaM2, spareM2: null, alsoBuildM2: null, ways: [], simplified: true, ...promised(edits, { facilities: [facility.id] }) }
    })
    .filter(({ promise }) => promise?.state === 'met')
}

/** The room is written down as serving others: it is not ours to take. */
export const isForOthers = (serves: readonly string[] | null, own: string): boolean => serves !== null && serves.some((id) => id !== own)
