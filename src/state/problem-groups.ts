/** Problems by what they are, the gravest first, so that four hundred blanks are one line that opens. */
import type { Problem, ProblemCode, Severity } from '../problem'

export type ProblemGroup = { readonly code: ProblemCode; readonly severity: Severity; readonly file: string | null; readonly problems: readonly Problem[] }

const gravity: readonly Severity[] = ['error', 'warning', 'info']

/** One group per code, severity and file; groups by gravity, then file, then the order they were found in. */
export function problemGroups(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, { code: ProblemCode; severity: Severity; file: string | null; problems: Problem[] }>()
  for (const problem of problems) {
    const file = problem.at.file ?? null
    const key = `${gravity.indexOf(problem.severity)} ${file ?? ''} ${problem.code}`
    const group = groups.get(key) ?? { code: problem.code, severity: problem.severity, file, problems: [] }
    group.problems.push(problem)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity) || order(a.file ?? '', b.file ?? ''))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
