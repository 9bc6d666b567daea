/** The study under a scenario. Every prefix of the edits is remembered, so that undo, redo, a branch and one more edit cost one step at most. */
import type { Problem } from '../problem'
import type { Study } from '../model/study'
import { applyEdit, type ScenarioEdit } from './edit'
import type { Outcome } from './edit-kind'
import type { Scenario } from './scenario'

export type EditList = Pick<Scenario, 'edits' | 'done'>

/** With no edit done, the very base. null: no scenario. */
export function studyUnder(base: Study, scenario: EditList | null): Study {
  let study = base
  for (let at = 0; scenario && at < scenario.done; at++) study = outcomeOf(study, scenario.edits[at]!).study
  return study
}

/** What each edit left to say: at.row is the edit's number, at.column its kind. */
export function problemsUnder(base: Study, scenario: EditList): readonly Problem[] {
  const problems: Problem[] = []
  let study = base
  for (let at = 0; at < scenario.done; at++) {
    const edit = scenario.edits[at]!
    const outcome = outcomeOf(study, edit)
    problems.push(...outcome.problems.map((each) => ({ ...each, at: { row: at + 1, column: edit.type } })))
    study = outcome.study
  }
  return problems
}

/** Children of a study by what the edit says, not by which object says it: edits also arrive as copies. */
const known = new WeakMap<Study, Map<string, Outcome>>()
/** A drag asks for a hundred ends of one beginning; a few are enough for the branches that live there. */
const mostBranches = 8

function outcomeOf(study: Study, edit: ScenarioEdit): Outcome {
  let children = known.get(study)
  if (!children) known.set(study, (children = new Map()))
  const key = wordsOf(edit)
  const before = children.get(key)
  if (before) return before
  const outcome = applyEdit(study, edit)
  // What changes nothing has no child to remember, and must not push one out.
  if (outcome.study === study) return outcome
  if (children.size >= mostBranches) children.delete(children.keys().next().value!)
  children.set(key, outcome)
  return outcome
}

const written = new WeakMap<ScenarioEdit, string>()

function wordsOf(edit: ScenarioEdit): string {
  let words = written.get(edit)
  if (words === undefined) written.set(edit, (words = JSON.stringify(edit)))
  return words
}
