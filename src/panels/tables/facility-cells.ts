/** The cells of the facility table that can be typed over: each is one edit of the plan. */
import { facilityKinds, facilityLevels, type Study } from '../../model/study'
import type { EditDraft } from '../../scenario/edit'
import type { App } from '../../state/app'
import { typeCell } from '../../state/commands/type-cell'
import type { FacilityRow } from '../../state/facility-rows'
import { placeTyped, servesTyped, servicesTyped, type Typed } from '../../state/typed-cells'
import { kindName, levelName, stageName } from '../../text/keys'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { sayPlan } from '../../text/plans'
import { say, type Language } from '../../text/say'
import type { Keep } from './typed-cell'
import type { TableColumn } from './virtual-table'

type Column = { readonly key: string; readonly title: string; readonly width: TableColumn<FacilityRow>['width'] }
type FigureColumn = Column & { readonly value: (row: FacilityRow) => number | null; readonly shown: (row: FacilityRow) => string; readonly edit: (row: FacilityRow, value: number | null) => EditDraft }
type TextColumn = Column & {
  /** What stands in the field; words: how the cell reads, where that is another. null: the ledger does not say. */
  readonly written: (row: FacilityRow) => string | null
  readonly words?: (row: FacilityRow) => string | null
  readonly choices?: (row: FacilityRow) => readonly { readonly value: string; readonly words: string }[]
  readonly keep: (row: FacilityRow, text: string) => ReturnType<Keep>
}

export function editedCells(app: App, study: Study, language: Language): readonly (FigureColumn | TextColumn)[] {
  const kept = <T>(typed: Typed<T>, edit: (value: T) => EditDraft): ReturnType<Keep> => ('wrong' in typed ? typed.wrong : typeCell(app, edit(typed.value)))
  const blank = { value: '', words: say(language, 'unknown') }
  const size = (key: string, title: string, column: 'floorAreaM2' | 'landAreaM2' | 'beds' | 'nursingBeds'): FigureColumn => ({
    key,
    title,
    width: 'figure',
    value: (row) => row[column],
    shown: (row) => (column === 'beds' || column === 'nursingBeds' ? formatNumber(row[column]) : formatMeasure(language, row[column], 'm2')),
    edit: ({ id }, value) => ({ type: 'resize-facility', facility: id, [column]: value }),
  })
  return [
    {
      key: 'kind',
      title: say(language, 'table.kind'),
      width: 'words',
      written: (row) => row.kindCode,
      words: (row) => row.kind,
      choices: (row) => [...(row.kindCode === null ? [blank] : []), ...facilityKinds.map((kind) => ({ value: kind, words: kindName(language, kind) }))],
      keep: ({ id }, text) => {
        const kind = facilityKinds.find((each) => each === text)
        return kind ? typeCell(app, { type: 'rekind-facility', facility: id, kind }) : null
      },
    },
    {
      key: 'level',
      title: say(language, 'table.level'),
      width: 'short',
      written: (row) => row.levelCode,
      words: (row) => row.level,
      choices: () => [blank, ...facilityLevels.map((level) => ({ value: level, words: levelName(language, level) }))],
      keep: ({ id }, text) => typeCell(app, { type: 'rekind-facility', facility: id, level: facilityLevels.find((each) => each === text) ?? null }),
    },
    {
      key: 'stage',
      title: say(language, 'table.stage'),
      width: 'short',
      written: (row) => row.stageCode,
      words: (row) => row.stage,
      // An edit opens a facility or closes it; what it was before stays to be seen.
      choices: ({ stageCode, stage }) => [...(stageCode === 'operating' || stageCode === 'closed' ? [] : [{ value: stageCode ?? '', words: stage ?? blank.words }]), ...(['operating', 'closed'] as const).map((each) => ({ value: each, words: stageName(language, each) }))],
      keep: ({ id }, text) => (text === 'operating' ? typeCell(app, { type: 'reopen-facility', facility: id }) : text === 'closed' ? typeCell(app, { type: 'close-facility', facility: id }) : null),
    },
    size('floorArea', say(language, 'table.floorArea'), 'floorAreaM2'),
    size('landArea', sayPlan(language, 'cell.landArea'), 'landAreaM2'),
    size('beds', say(language, 'table.beds'), 'beds'),
    size('nursingBeds', sayPlan(language, 'cell.nursingBeds'), 'nursingBeds'),
    { key: 'services', title: sayPlan(language, 'cell.services'), width: 'words', written: (row) => row.services, keep: ({ id }, text) => kept(servicesTyped(language, text), (services) => ({ type: 'rekind-facility', facility: id, services })) },
    { key: 'serves', title: sayPlan(language, 'cell.serves'), width: 'words', written: (row) => row.serves, keep: ({ id, servedIds }, text) => kept(servesTyped(study, language, text, servedIds), (serves) => ({ type: 'serve', facility: id, serves })) },
    {
      key: 'position',
      title: say(language, 'table.position'),
      width: 'words',
      written: ({ at }) => at && `${at[0]}, ${at[1]}`,
      words: ({ at }) => (at ? at.map((degrees) => degrees.toFixed(5)).join(', ') : say(language, 'table.noPosition')),
      keep: ({ id }, text) => kept(placeTyped(language, text), (to) => ({ type: 'move-facility', facility: id, to })),
    },
  ]
}
