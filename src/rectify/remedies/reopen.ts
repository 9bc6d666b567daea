/** Care rooms that are closed, or not open yet, and were to serve the compound or nobody in particular: 使用不到位 is mended by opening them. */
import { kindSets } from '../../indicators/match'
import type { EditDraft } from '../../scenario/edit'
import type { Remedy } from '../item'
import type { CompoundWorld } from './world'
import { isForOthers } from './convert'

export function reopen({ compound, facilities, promised, most, needM2 }: CompoundWorld): Remedy[] {
  return facilities
    .filter(({ is }) => is.kind !== null && kindSets.community!.includes(is.kind) && is.stage !== null && is.stage !== 'operating' && is.floorAreaM2 !== null && is.floorAreaM2 > 0 && !isForOthers(is.serves, compound.id))
    .filter(({ is }) => needM2 === null || is.floorAreaM2! >= needM2)
    .slice(0, most)
    .map(({ is: facility, metres }): Remedy => {
      const edits: EditDraft[] = [{ type: 'reopen-facility', facility: facility.id }, ...(facility.serves?.includes(compound.id) ? [] : [{ type: 'serve', facility: facility.id, serves: [compound.id] } as const])]
      return { kind: 'reopen', with: { kind: 'facility', id: facility.id, name: facility.name }, metres, areaM2: facility.floorAreaM2, spareM2: null, alsoBuildM2: null, ways: [], simplified: null, ...promised(edits, { facilities: [facility.id] }) }
    })
    .filter(({ promise }) => promise?.state === 'met')
}
