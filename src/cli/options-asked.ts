/** The readings asked for on the command line: wrong ones are wrong arguments, idle ones are doubts. */
import { evaluators } from '../indicators/evaluators'
import type { Options } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { isPolicyOption } from '../policy/options'
import { choicesOf, offersOption } from '../policy/reading'
import { problem, type Problem } from '../problem'
import type { WrongArgument } from './arguments'

/** An option that does not exist, or a value that it takes nowhere. */
export function wrongOption(set: Readonly<Record<string, string>>, clauses: readonly Clause[]): WrongArgument | null {
  for (const [id, value] of Object.entries(set)) {
    if (!isPolicyOption(id)) return { code: 'option-unknown', detail: `--option ${id}` }
    const choices = choicesOf(id, clauses).map(String)
    if (!choices.includes(value)) return { code: 'value-not-offered', detail: `--option ${id}=${value} (${choices.join(' | ')})` }
  }
  return null
}

/** What would otherwise change nothing in silence: options that no clause offers, clauses that nothing judges. */
export function doubtsOf(options: Options, asked: Readonly<Record<string, string>>, packs: readonly Pack[]): Problem[] {
  const clauses = packs.flatMap((pack) => pack.clauses)
  const offered = (id: string) => clauses.some((clause) => offersOption(clause, id, options[id]!))
  const unused = Object.keys(options).filter((id) => !offered(id))
  const unjudged = clauses.filter((clause) => !evaluators.some(({ id }) => id === clause.evaluator))
  return [
    ...unused.map((id) => {
      const at = Object.hasOwn(asked, id) ? {} : { file: 'study.json', column: `options.${id}` }
      return problem(isPolicyOption(id) ? 'option-value-not-offered' : 'option-unknown', 'warning', at, `${id}=${String(options[id])}`)
    }),
    ...unjudged.map(({ id, evaluator }) => problem('evaluator-missing', 'warning', {}, `${id} ${evaluator}`)),
  ]
}
