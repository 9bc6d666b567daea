/** Which numbers of an explanation an edit has set: what the ledger says, and who changed it. The cell is named for the ledger's value only. */
import type { Place } from '../../problem'
import { cellOf, type People, type Study } from '../../model/study'
import { recordOf, type RecordList } from '../../scenario/change'
import type { ScenarioEdit } from '../../scenario/edit'
import { studyUnder } from '../../scenario/study-under'
import { factInput } from './explain-figure'
import type { ExplainedEdit, ExplainedInput, Explanation } from '../explanation'

/** How the study came about: what the plan began with (the office's own record is in it), and the edits of the plan that count. */
export type History = { readonly before: Study; readonly edits: readonly ScenarioEdit[] }

/** history null: what was edited is said, but not by which edit. */
export function withEdits(explanation: Explanation, study: Study, history: History | null): Explanation {
  const { base } = study
  if (!base) return explanation
  let steps: readonly Step[] | null = null
  const inputs = explanation.inputs.map((input): ExplainedInput => {
    const read = readerOf(study, base, input)
    if (!read) return input
    const said = read(base)
    if (said && said.value === input.value) return input
    steps ??= history ? stepsOf(history) : []
    const { at: _, ...rest } = input
    return { ...rest, edited: { ...(said ? { from: said.value, ...(said.at ? { at: said.at } : {}) } : {}), ...changesOf(read, said, history, steps) } }
  })
  return { ...explanation, inputs }
}

type Said = { readonly value: ExplainedInput['value']; readonly at?: Place | undefined }
/** What one cell says in a study; undefined: the study has no such record. */
type Read = (study: Study) => Said | undefined

/** The cell that the input speaks of, where its list is no longer the ledger's; null: it is the ledger's, or a computed number. */
function readerOf(study: Study, base: Study, input: ExplainedInput): Read | null {
  return readerOfFact(study, base, input) ?? readerOfRecord(study, base, input) ?? readerOfPoint(study, base, input)
}

const lists: readonly RecordList[] = ['areas', 'compounds', 'facilities', 'plots']

function readerOfRecord(study: Study, base: Study, { id, key, value, at }: ExplainedInput): Read | null {
  for (const list of lists) {
    if (study[list] === base[list]) continue
    const read: Read = (of) => {
      const record = recordOf(of, list, id)
      return record && Object.hasOwn(record, key) ? { value: shown((record as Readonly<Record<string, unknown>>)[key]), at: cellOf(of, record.source, key) } : undefined
    }
    const said = read(study)
    // Two ledgers may number their rows alike: it is the one whose cell the input names.
    if (said && said.value === value && (at === undefined || isSame(at, said.at))) return read
  }
  return null
}

/** An edit of a stated figure keeps its place in the list and loses its row. */
function readerOfFact(study: Study, base: Study, { id, key, value, at }: ExplainedInput): Read | null {
  if (study.facts === base.facts || at !== undefined) return null
  const index = study.facts.findIndex((fact) => fact.source === null && fact.item === key && fact.of.id === id && fact.value === value)
  if (index === -1) return null
  return (of) => {
    const fact = of.facts[index]
    return fact && fact.item === key && fact.of.id === id ? { value: fact.value, at: factInput(of, fact).at } : undefined
  }
}

const counts = ['households', 'residents', 'elders60', 'elders65', 'elders80'] as const satisfies readonly (keyof People)[]

function readerOfPoint(study: Study, base: Study, { id, key: named, value, at }: ExplainedInput): Read | null {
  const key = counts.find((count) => count === named)
  if (!key || !study.people || !base.people || study.people[key] === base.people[key]) return null
  const index = study.people.id.indexOf(id)
  const read: Read = ({ people }) => {
    const count = people?.[key][index]
    return count === undefined ? undefined : { value: Number.isNaN(count) ? null : count, at }
  }
  return read(study)?.value === value ? read : null
}

type Step = { readonly number: number; readonly type: string; readonly study: Study }

function stepsOf({ before, edits }: History): readonly Step[] {
  let study = before
  return edits.map((edit, index) => {
    study = studyUnder(study, { edits: [edit], done: 1 })
    return { number: index + 1, type: edit.type, study }
  })
}

/** Every edit after which the cell says something else; recorded: it did so before the first of them. */
function changesOf(read: Read, said: Said | undefined, history: History | null, steps: readonly Step[]): Pick<ExplainedEdit, 'recorded' | 'steps'> {
  let last = history ? read(history.before)?.value : said?.value
  const recorded = last !== said?.value
  const changes = steps.filter(({ study }) => {
    const value = read(study)?.value
    const differs = value !== last
    last = value
    return differs
  })
  return { recorded, steps: changes.map(({ number, type }) => ({ number, type })) }
}

/** As the families of explanations show a value. */
const shown = (value: unknown): ExplainedInput['value'] => (Array.isArray(value) ? value.join('、') : (value as ExplainedInput['value']))

const isSame = (a: Place, b: Place | undefined): boolean => b !== undefined && a.file === b.file && a.sheet === b.sheet && a.row === b.row && a.column === b.column
