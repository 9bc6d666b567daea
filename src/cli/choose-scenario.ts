/** Which plan a command speaks of: by id or name, or the base. */
import type { Study } from '../model/study'
import type { Problem } from '../problem'
import { findScenario, type Scenario } from '../scenario/scenario'
import { problemsUnder } from '../scenario/study-under'
import { differenceWords } from '../text/cli'
import type { WrongArgument } from './arguments'

/** null: the base. A name that no plan has, or that two have, is a wrong argument with the list of plans. */
export function chooseScenario(all: readonly Scenario[], asked: string, option: string): { readonly scenario: Scenario | null } | { readonly wrong: WrongArgument } {
  const scenario = findScenario(all, asked)
  if (scenario) return { scenario }
  const isBase = asked === 'base' || (asked === differenceWords.base.zh && !all.some(({ name }) => name === asked))
  return isBase ? { scenario: null } : { wrong: { code: 'value-not-offered', detail: `${option} ${asked} (${['base', ...all.map(({ id, name }) => (id === name ? id : `${id} ${name}`))].join(' | ')})` } }
}

/** What the plan's edits left to say, placed where study.json holds them. */
export function problemsOfScenario(base: Study, scenario: Scenario | null): readonly Problem[] {
  if (!scenario) return []
  return problemsUnder(base, scenario).map((each) => ({ ...each, at: { file: 'study.json', column: `scenarios.${scenario.id}.${each.at.row} ${each.at.column}` } }))
}
