/** The list: filters above, the table, what is chosen for a bulk edit, and the item that is laid open. */
import { useMemo, type ReactNode } from 'react'
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import { asksForAny, itemKey, type RectificationItem } from '../../rectify/item'
import { redoRecord, undoRecord } from '../../state/commands/rectify-record'
import { chooseItems, foldGroup, sortRectify, viewRectify } from '../../state/commands/rectify-view'
import { select } from '../../state/commands/select'
import { itemsOf, linesOf, placeOf, shownItems, type RectifyLine } from '../../state/rectify-rows'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { RectifyBulk } from './rectify-bulk'
import { RectifyFilters } from './rectify-filters'
import { RectifyItem } from './rectify-item'
import { Due } from './rectify-marks'
import { RectifyTogether } from './rectify-together'
import { AreaField, EvidenceField, NoteField, StatusField } from './rectify-typed'
import { useApp, useAppState } from '../use-app'
import { usePlanShown } from '../use-plans'
import { useClauseTitle, useMeasure, useSayRectify } from '../use-rectify'
import { VirtualTable, type TableColumn } from '../tables/virtual-table'

export function RectifyList({ study, results, pages }: { readonly study: Study; readonly results: readonly Result[]; readonly pages: ReactNode }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const language = useAppState((state) => state.language)
  const rectify = useAppState((state) => state.rectify)
  const titleOf = useClauseTitle()
  const measureOf = useMeasure(results)
  const plan = usePlanShown()
  const items = itemsOf(study, results)
  const { find, clause, status, fault, overdue, group, folded, sort, chosen, item: open, book } = rectify
  const shown = useMemo(() => shownItems(items, { find, clause, status, fault, overdue, sort }, titleOf), [items, find, clause, status, fault, overdue, sort, titleOf])
  const lines = useMemo(() => linesOf(shown, { group, folded }), [shown, group, folded])
  const chosenKeys = useMemo(() => new Set(chosen), [chosen])
  const columns = columnsOf({ app, sayRectify, titleOf, measureOf, language, chosenKeys, shown })
  const late = shown.reduce((sum, each) => sum + Number(each.overdue === true), 0)
  return (
    <div className={open === null ? 'rectify rectify-list' : 'rectify rectify-list rectify-open'}>
      <div className="rectify-main">
        <div className="table-tools rectify-tools">
          {pages}
          <RectifyFilters items={items} />
          <span className="figures quiet" role="status">
            {shown.length === items.length ? sayRectify('count.all', { n: formatNumber(items.length) }) : sayRectify('count.of', { n: formatNumber(shown.length), all: formatNumber(items.length) })}
            {late > 0 && ` · ${sayRectify('count.overdue', { n: formatNumber(late) })}`}
          </span>
          <span className="rectify-undo">
            <button type="button" disabled={book.done === 0} onClick={() => void undoRecord(app)}>
              {sayRectify('record.undo')}
            </button>
            <button type="button" disabled={book.done === book.strokes.length} onClick={() => void redoRecord(app)}>
              {sayRectify('record.redo')}
            </button>
            <RectifyTogether study={study} results={results} items={items} />
          </span>
        </div>
        {plan && <p className="note rectify-plan">{sayRectify('underPlan', { name: plan.name })}</p>}
        {chosen.length > 0 && <RectifyBulk items={items.filter((each) => chosenKeys.has(itemKey(each)))} />}
        <VirtualTable
          label={sayRectify('tab')}
          columns={columns}
          rows={lines}
          idOf={(line) => line.key}
          selected={open}
          onSelect={(line) => {
            if (line.kind === 'group') return foldGroup(app, line.key, !line.folded)
            viewRectify(app, { item: line.key })
            select(app, { kind: line.item.kind, id: line.item.unit })
          }}
          sort={sort}
          onSort={(column) => sortRectify(app, column)}
          empty={sayRectify(items.length === 0 ? 'none.met' : 'none.filtered')}
        />
      </div>
      {open !== null && <RectifyItem study={study} results={results} item={items.find((each) => itemKey(each) === open) ?? null} />}
    </div>
  )
}

type With = { readonly app: ReturnType<typeof useApp>; readonly sayRectify: ReturnType<typeof useSayRectify>; readonly titleOf: (item: RectificationItem) => string; readonly measureOf: (item: RectificationItem) => string; readonly language: 'zh' | 'en'; readonly chosenKeys: ReadonlySet<string>; readonly shown: readonly RectificationItem[] }

function columnsOf({ app, sayRectify, titleOf, measureOf, language, chosenKeys, shown }: With): TableColumn<RectifyLine>[] {
  const keysOf = (line: RectifyLine): readonly string[] => (line.kind === 'item' ? [line.key] : line.items.map(itemKey))
  const of = (cell: (item: RectificationItem) => ReactNode) => (line: RectifyLine) => (line.kind === 'item' ? cell(line.item) : null)
  const quiet = (words: string | null | undefined): ReactNode => words || <span className="quiet">—</span>
  const allChosen = shown.length > 0 && shown.every((item) => chosenKeys.has(itemKey(item)))
  return [
    {
      key: 'choose',
      title: <input type="checkbox" checked={allChosen} aria-label={sayRectify('choose.all')} onChange={() => chooseItems(app, shown.map(itemKey), !allChosen)} />,
      width: 'check',
      cell: (line) => {
        const keys = keysOf(line)
        const all = keys.every((key) => chosenKeys.has(key))
        return <input type="checkbox" checked={all} aria-label={sayRectify('choose.one', { name: line.kind === 'item' ? line.item.name : (line.name ?? sayRectify('group.none')) })} onClick={(event) => event.stopPropagation()} onChange={() => chooseItems(app, keys, !all)} />
      },
    },
    { key: 'name', title: sayRectify('column.name'), width: 'name', cell: (line) => (line.kind === 'item' ? <span title={line.item.name}>{line.item.name}</span> : <GroupName line={line} sayRectify={sayRectify} />) },
    { key: 'clause', title: sayRectify('column.clause'), width: 'name', cell: (line) => (line.kind === 'item' ? <span title={titleOf(line.item)}>{titleOf(line.item)}</span> : <strong className="figures">{sayRectify('group.count', { n: formatNumber(line.items.length) })}</strong>) },
    { key: 'place', title: sayRectify('column.place'), width: 'words', cell: of((item) => quiet(placeOf(item))) },
    { key: 'shortfall', title: sayRectify('column.shortfall'), width: 'figure', cell: (line) => (line.kind === 'item' ? (asksForAny(line.item) ? sayRectify('shortfall.none-yet') : formatMeasure(language, line.item.shortfall, measureOf(line.item))) : line.m2 === null ? '' : <strong>{formatMeasure(language, line.m2, 'm2')}</strong>) },
    { key: 'people', title: sayRectify('column.people'), width: 'figure', cell: (line) => (line.kind === 'item' ? formatNumber(line.item.people) : <strong>{formatNumber(line.people)}</strong>) },
    { key: 'fault', title: sayRectify('column.fault'), width: 'words', cell: of((item) => quiet(item.fault && sayRectify(`fault.${item.fault.class}`))) },
    { key: 'due', title: sayRectify('column.due'), width: 'words', cell: (line) => (line.kind === 'item' ? <Due item={line.item} sayRectify={sayRectify} /> : line.overdue > 0 ? <span className="overdue">{sayRectify('count.overdue', { n: formatNumber(line.overdue) })}</span> : null) },
    { key: 'responsible', title: sayRectify('column.responsible'), width: 'words', cell: of((item) => <span title={item.responsible ?? ''}>{quiet(item.responsible)}</span>) },
    { key: 'status', title: sayRectify('column.status'), width: 'words', cell: of((item) => <StatusField item={item} />) },
    { key: 'areaM2', title: sayRectify('column.areaM2'), width: 'short', cell: of((item) => <AreaField item={item} />) },
    { key: 'evidence', title: sayRectify('column.evidence'), width: 'words', cell: of((item) => <EvidenceField item={item} />) },
    { key: 'note', title: sayRectify('column.note'), width: 'name', cell: of((item) => <NoteField item={item} />) },
  ]
}

function GroupName({ line, sayRectify }: { readonly line: Extract<RectifyLine, { kind: 'group' }>; readonly sayRectify: ReturnType<typeof useSayRectify> }) {
  const name = line.name ?? sayRectify('group.none')
  return (
    <strong className="group-name">
      <span aria-hidden="true">{line.folded ? '▸' : '▾'}</span> {name}
      <span className="sr-only">{sayRectify(line.folded ? 'group.unfold' : 'group.fold', { name })}</span>
    </strong>
  )
}
