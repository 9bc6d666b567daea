/** `reach --explain <id>`: one place's way to its nearest facility part by part, the next one, and what would bring it inside. */
import type { Study } from '../model/study'
import type { ReachStudy, WalkAsked } from '../reach/reach-study'
import { explainWalk, type WalkExplained } from '../reach/walk-explained'

/** The place of that id: people, else a compound, else a unit; null: there is none, or it has no position. */
export function explainPlace(study: Study, id: string, answer: ReachStudy, walk: WalkAsked): WalkExplained | null {
  const counted = new Set(answer.facilities.map((facility) => facility.id))
  const facilities = study.facilities.filter((facility) => counted.has(facility.id))
  const limit = answer.model.metres.at(-1) ?? 0
  for (const kind of ['point', 'compound', 'area'] as const) {
    const found = explainWalk(study, { kind, id }, facilities, limit, walk)
    if (found) return found
  }
  return null
}

/** For a terminal: a line for each stretch, metres and seconds first. */
export function explainedText({ from, state, routes, straight, limit, needs, snapMetres }: WalkExplained): string {
  const metres = (value: number): string => `${value.toFixed(1)} m`
  const [first, second] = routes
  const lines = [`${from.kind} ${from.id}: ${state} (≤ ${limit} m)${snapMetres === null ? '' : `, ${metres(snapMetres)} to the street`}`]
  if (first) {
    lines.push(`  → ${first.facility} ${first.name}: ${metres(first.metres)}, ${Math.round(first.seconds)} s`)
    for (const part of first.parts) lines.push(`    ${metres(part.metres).padStart(10)} ${String(Math.round(part.seconds)).padStart(6)} s  ${part.kind}${part.name === null ? '' : ` ${part.name}`}`)
  }
  if (second) lines.push(`  2. ${second.facility} ${second.name}: ${metres(second.metres)}, ${Math.round(second.seconds)} s`)
  if (straight) lines.push(`  straight: ${straight.facility} ${metres(straight.metres)}`)
  if (needs?.shorterBy != null) lines.push(`  would be inside: ${metres(needs.shorterBy)} shorter${needs.speed === null ? '' : `, or at ${needs.speed.toFixed(2)} m/s`}${needs.directM === null ? '' : `, or by a direct way of ${metres(needs.directM)}`}`)
  return `${lines.join('\n')}\n`
}
