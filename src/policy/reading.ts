/** Which reading of a clause is in force: what the user set where the clause offers it, else the clause's default. */
import { problem, type Problem } from '../problem'
import type { Options, OptionValue } from '../model/study'
import type { Clause, Deadline } from './clause'

/** The reading of every option of the clause; a value that the clause does not offer leaves its default, with a problem (SETTLED 22). */
export function readingOf(clause: Pick<Clause, 'id' | 'readings'>, set: Options): { reading: Options; problems: Problem[] } {
  const reading: Record<string, OptionValue> = {}
  const problems: Problem[] = []
  for (const { option, choices, default: own } of clause.readings) {
    reading[option] = own
    if (!(option in set)) continue
    const chosen = choices.find((choice) => same(choice, set[option]!))
    if (chosen === undefined) problems.push(problem('option-value-not-offered', 'info', {}, `${clause.id}: ${option}=${String(set[option])}`))
    else reading[option] = chosen
  }
  return { reading, problems }
}

/** Values come as text from a command line: '0.9' is 0.9 and 'null' is null. */
const same = (choice: OptionValue, set: OptionValue): boolean => String(choice) === String(set)

/** The last day in time under the reading in force; null when the clause has none. */
export function deadlineOf(deadline: Deadline, reading: Options, document: { readonly horizon: string | null }): string | null {
  if ('beforeYear' in reading) return reading.beforeYear === null ? null : String(reading.beforeYear)
  if ('undatedDeadline' in reading) {
    if (reading.undatedDeadline === 'none') return null
    if (reading.undatedDeadline === 'plan-horizon') return deadline.date ?? deadline.alternatives.find((date) => date !== null) ?? document.horizon
    if (reading.undatedDeadline === 'neighbouring-sentence') return deadline.alternatives.find((date) => date !== null && date !== deadline.date) ?? deadline.date
  }
  return deadline.date
}
