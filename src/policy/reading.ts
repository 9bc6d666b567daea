/** Which reading of a clause is in force: what the user set where the clause offers it, else the clause's default. */
import { problem, type Problem } from '../problem'
import type { Options, OptionValue } from '../model/study'
import type { Clause, Deadline } from './clause'
import { policyOptions, walkOptions } from './options'

/** The reading of every option of the clause; a value that the clause does not offer leaves its default, with a problem (SETTLED 22). */
export function readingOf(clause: Pick<Clause, 'id' | 'readings'>, set: Options): { reading: Options; problems: Problem[] } {
  const reading: Record<string, OptionValue> = {}
  const problems: Problem[] = []
  const wish = (option: string, choices: readonly OptionValue[]): void => {
    const wanted = Object.hasOwn(set, option) ? set[option] : undefined
    if (wanted === undefined) return
    const chosen = choices.find((choice) => same(choice, wanted))
    if (chosen === undefined) problems.push(problem('option-value-not-offered', 'info', {}, `${clause.id}: ${option}=${String(wanted)}`))
    else reading[option] = chosen
  }
  for (const { option, choices, default: own } of clause.readings) {
    reading[option] = own
    wish(option, choices)
  }
  if (mayWalk(reading))
    for (const { id, choices, default: own } of walkOptions) {
      // As usual they are off, and nothing is said.
      if (clause.readings.some(({ option }) => option === id)) continue
      wish(id, choices)
      if (reading[id] === own) delete reading[id]
    }
  return { reading, problems }
}

/** Is the clause, as it is read, one whose walks are measured beside its circles? */
const mayWalk = (reading: Options): boolean => reading.reachModel !== undefined || reading.coverage === 'reached'

/** Does the option change how the clause is read, under any of its readings? */
export const offersOption = ({ readings }: Pick<Clause, 'readings'>, id: string, value: OptionValue): boolean =>
  readings.some(({ option, choices }) => option === id && choices.some((choice) => same(choice, value))) ||
  (walkOptions.some((option) => option.id === id && option.choices.some((choice) => same(choice, value))) && readings.some(({ option, choices }) => option === 'reachModel' || (option === 'coverage' && choices.includes('reached'))))

/** Values come as text from a command line: '0.9' is 0.9 and 'null' is null. */
const same = (choice: OptionValue, set: OptionValue): boolean => String(choice) === String(set)

/** The options with the values that their choices have, so that a text from the command line counts as the number it names; clauses may offer choices of their own. */
export function typedOptions(set: Readonly<Record<string, OptionValue>>, clauses: readonly Pick<Clause, 'readings'>[]): Options {
  const typed = (id: string, value: OptionValue): OptionValue => {
    const choice = choicesOf(id, clauses).find((offered) => same(offered, value))
    return choice === undefined ? value : choice
  }
  return Object.fromEntries(Object.entries(set).map(([id, value]) => [id, typed(id, value)]))
}

/** Every value that the option takes anywhere: its own choices and those of the clauses. */
export function choicesOf(id: string, clauses: readonly Pick<Clause, 'readings'>[]): readonly OptionValue[] {
  const own = policyOptions.find((option) => option.id === id)?.choices ?? []
  return [...new Set([...own, ...clauses.flatMap(({ readings }) => readings.filter(({ option }) => option === id).flatMap(({ choices }) => choices))])]
}

/** The last day in time under the reading in force; null when the clause has none. */
export function deadlineOf(deadline: Deadline, reading: Options, document: { readonly horizon: string | null }): string | null {
  if ('beforeYear' in reading) return reading.beforeYear === null ? null : String(reading.beforeYear)
  const others = deadline.alternatives.filter((date) => date !== null)
  switch (reading.undatedDeadline) {
    case 'none':
      return null
    case 'plan-horizon':
      return deadline.date ?? others[0] ?? document.horizon
    case 'neighbouring-sentence':
      return others.find((date) => date !== deadline.date) ?? deadline.date
    default:
      return deadline.date
  }
}

/** Is any clause read along the streets? By the options, or where they are silent by the clause's own default. */
export const asksWalk = (options: Options, clauses: readonly Clause[]): boolean =>
  options.reachModel === 'walk' || (options.reachModel === undefined && clauses.some(({ readings }) => readings.some(({ option, default: own }) => option === 'reachModel' && own === 'walk')))
