/** The parts of a way as a person would tell them: one street is one part, however many lines it is drawn by. */
import type { RoutePart } from '../reach/route'

export type RouteStep = Pick<RoutePart, 'kind' | 'name' | 'metres' | 'seconds'>

export function routeSteps(parts: readonly RoutePart[]): RouteStep[] {
  const steps: { kind: RoutePart['kind']; name: string | null; metres: number; seconds: number }[] = []
  for (const { kind, name, metres, seconds } of parts) {
    const last = steps.at(-1)
    if (last && last.kind === kind && last.name === name) {
      last.metres += metres
      last.seconds += seconds
    } else steps.push({ kind, name, metres, seconds })
  }
  return steps
}
