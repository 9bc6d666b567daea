/** A plan (方案): the base plus a list of plain edits. Undo lowers `done`, redo raises it, a new edit cuts what was undone. */
import type { Edit, EditDraft, ScenarioEdit } from './edit'

export type Scenario = {
  readonly id: string
  readonly name: string
  readonly note: string
  /** CSS colour, or null: the screen chooses. */
  readonly colour: string | null
  /** 'base', or the id of the scenario that it was branched from (whose edits it copied). */
  readonly from: string
  readonly edits: readonly ScenarioEdit[]
  /** How many of the edits count. */
  readonly done: number
  readonly frozen: boolean
  /** How many edits were ever numbered here: the number of an edit that was cut is not given again. */
  readonly made: number
  /** Keys of the file that this version does not know. */
  readonly other: Readonly<Record<string, unknown>>
}

export type ScenarioWords = { readonly name: string; readonly note?: string; readonly colour?: string | null }

/** A plan without edits. `all`: the plans that there are, so that no id is given twice. */
export function newScenario(all: readonly Scenario[], { name, note = '', colour = null }: ScenarioWords): Scenario {
  return { id: freeId(all), name, note, colour, from: 'base', edits: [], done: 0, frozen: false, made: 0, other: {} }
}

/** The plan with one more edit, which gets its id here. A frozen plan stays as it is. */
export function perform(scenario: Scenario, draft: EditDraft): Scenario {
  if (scenario.frozen) return scenario
  const made = scenario.made + 1
  const edit = { ...draft, id: `${scenario.id}.${made}` } as Edit
  const edits = [...scenario.edits.slice(0, scenario.done), edit]
  return { ...scenario, edits, done: edits.length, made }
}

/** One step back; the same plan at the beginning, or where it is frozen. */
export const undo = (scenario: Scenario): Scenario => moved(scenario, scenario.done - 1)

/** One step forward again; the same plan at the end, or where it is frozen. */
export const redo = (scenario: Scenario): Scenario => moved(scenario, scenario.done + 1)

/** A plan that begins where this one stands now; what was undone is not copied. */
export function branch(all: readonly Scenario[], scenario: Scenario, words: ScenarioWords): Scenario {
  const edits = scenario.edits.slice(0, scenario.done)
  return { ...newScenario(all, words), from: scenario.id, edits, done: edits.length }
}

/** A copy beside the plan, undone edits and all, open to edits. */
export const duplicate = (all: readonly Scenario[], scenario: Scenario, words: ScenarioWords): Scenario => ({ ...scenario, colour: null, ...words, id: freeId(all), made: 0, frozen: false })

export const freeze = (scenario: Scenario, frozen = true): Scenario => (scenario.frozen === frozen ? scenario : { ...scenario, frozen })

/** The plans without one. Branches of it keep their own copies of its edits; to undo, put the list back. */
export const remove = (all: readonly Scenario[], id: string): readonly Scenario[] => (all.some((scenario) => scenario.id === id) ? all.filter((scenario) => scenario.id !== id) : all)

/** The list with one plan in its new state. */
export const withScenario = (all: readonly Scenario[], scenario: Scenario): readonly Scenario[] => (all.some(({ id }) => id === scenario.id) ? all.map((each) => (each.id === scenario.id ? scenario : each)) : [...all, scenario])

/** By id, else by name where only one has it; undefined otherwise. */
export function findScenario(all: readonly Scenario[], asked: string): Scenario | undefined {
  const named = all.filter(({ name }) => name === asked)
  return all.find(({ id }) => id === asked) ?? (named.length === 1 ? named[0] : undefined)
}

function moved(scenario: Scenario, done: number): Scenario {
  return scenario.frozen || done < 0 || done > scenario.edits.length ? scenario : { ...scenario, done }
}

/** s1, s2 …: one more than any number in use, the ids of copied edits included, since records are called after them. */
function freeId(all: readonly Scenario[]): string {
  const used = all.flatMap(({ id, from, edits }) => [id, from, ...edits.map((edit) => edit.id)])
  return `s${used.reduce((most, id) => Math.max(most, Number(/^s(\d{1,9})(?:\.|$)/.exec(id)?.[1] ?? 0)), 0) + 1}`
}
