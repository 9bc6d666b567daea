/** What lies under the maps: a picked file, or the tiles that the user configured. */
import { useMemo } from 'react'
import { baseMapFrom, localBaseMap } from '../map/layers/base-map'
import type { BaseMap } from '../map/view'
import { useAppState } from './use-app'

/** null: nothing. */
export function useBaseMap(): BaseMap | null {
  const choice = useAppState((state) => state.baseMap)
  const local = useAppState((state) => state.localBase)
  return useMemo(() => (local ? localBaseMap(local) : choice && baseMapFrom(choice.template, choice.attribution)), [choice, local])
}
