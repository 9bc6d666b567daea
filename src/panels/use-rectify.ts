/** The words of the rectification list, and what its panels ask of the state. */
import { useCallback } from 'react'
import { shortfallUnits } from '../indicators/clause-figure'
import type { Result } from '../indicators/result'
import type { RectificationItem } from '../rectify/item'
import { sayRectify, type RectifyWord } from '../text/rectify'
import { clauseNamed } from '../state/packs'
import { useAppState } from './use-app'

export type SayRectify = (key: RectifyWord, values?: Readonly<Record<string, string | number>>) => string

export function useSayRectify(): SayRectify {
  const language = useAppState((state) => state.language)
  return (key, values) => sayRectify(language, key, values)
}

/** The title of the clause that an item falls short of. */
export function useClauseTitle(): (named: Pick<RectificationItem, 'policy' | 'clause'>) => string {
  const language = useAppState((state) => state.language)
  const ownPacks = useAppState((state) => state.ownPacks)
  return useCallback((named) => clauseNamed({ ownPacks }, named)?.title[language] ?? named.clause, [language, ownPacks])
}

/** What an item's amounts are counted in: a clause about a share lacks persons or beds, not per cents. */
export function useMeasure(results: readonly Result[]): (item: Pick<RectificationItem, 'policy' | 'clause' | 'measure'>) => string {
  const ownPacks = useAppState((state) => state.ownPacks)
  return (item) => {
    if (item.measure !== 'share') return item.measure
    const result = results.find(({ policy, clause }) => policy === item.policy && clause === item.clause)
    return result ? shortfallUnits(clauseNamed({ ownPacks }, item), result).unit : ''
  }
}
