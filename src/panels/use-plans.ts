/** The words and the state of the workshop, for its panels. */
import { sayPlan, type PlanWord } from '../text/plans'
import { planShown, type Workshop } from '../state/workshop'
import type { Scenario } from '../scenario/scenario'
import { useAppState } from './use-app'

export type SayPlan = (key: PlanWord, values?: Readonly<Record<string, string | number>>) => string

export function useSayPlan(): SayPlan {
  const language = useAppState((state) => state.language)
  return (key, values) => sayPlan(language, key, values)
}

export const useWorkshop = <T>(select: (workshop: Workshop) => T): T => useAppState((state) => select(state.workshop))

/** null: the base. */
export const usePlanShown = (): Scenario | null => useWorkshop(planShown)
