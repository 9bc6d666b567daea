/** One edit in a few words: what was done to what. */
import type { Study } from '../model/study'
import type { ScenarioEdit } from '../scenario/edit'
import { editName } from '../text/edits'
import type { Language } from '../text/say'

/** '移位 · 南城中心'; a record that is not there is named by its id. */
export function editWords(language: Language, study: Study, edit: ScenarioEdit): string {
  return [editName(language, edit.type), targetOf(study, edit)].filter(Boolean).join(' · ')
}

function targetOf(study: Study, edit: ScenarioEdit): string | null {
  if (edit.type === 'kept') return null
  const nameIn = (records: readonly { readonly id: string; readonly name: string }[], id: string): string => records.find((record) => record.id === id)?.name ?? id
  if ('name' in edit && edit.name !== undefined) return edit.name
  if ('facility' in edit) return nameIn(study.facilities, edit.facility)
  if ('plot' in edit) return nameIn(study.plots, edit.plot)
  if ('compound' in edit) return nameIn(study.compounds, edit.compound)
  if ('of' in edit) return edit.of.kind === 'people' ? edit.of.id : nameIn(edit.of.kind === 'area' ? study.areas : study.compounds, edit.of.id)
  return null
}
