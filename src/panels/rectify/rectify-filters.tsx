/** What the list is narrowed to, and how it is grouped. */
import { faultClasses, type RectificationItem } from '../../rectify/item'
import { viewRectify } from '../../state/commands/rectify-view'
import { clausesOn } from '../../state/rectify-rows'
import { formatNumber } from '../../text/numbers'
import type { RectifyGroup } from '../../text/rectify'
import { statuses } from './rectify-typed'
import { useApp, useAppState } from '../use-app'
import { useClauseTitle, useSayRectify } from '../use-rectify'

const groups: readonly RectifyGroup[] = ['county', 'subdistrict', 'responsible']

export function RectifyFilters({ items }: { readonly items: readonly RectificationItem[] }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const titleOf = useClauseTitle()
  const { find, clause, status, fault, overdue, group } = useAppState((state) => state.rectify)
  const filtered = find !== '' || clause !== null || status !== null || fault !== null || overdue
  return (
    <>
      <input type="search" value={find} placeholder={sayRectify('filter.find')} aria-label={sayRectify('filter.findLabel')} onChange={(event) => viewRectify(app, { find: event.currentTarget.value })} />
      <select value={clause ?? ''} aria-label={sayRectify('filter.clause')} onChange={(event) => viewRectify(app, { clause: event.currentTarget.value || null })}>
        <option value="">{sayRectify('filter.everyClause')}</option>
        {clausesOn(items).map((each) => (
          <option key={each.key} value={each.key}>
            {`${titleOf(each)} (${formatNumber(each.count)})`}
          </option>
        ))}
      </select>
      <select value={status ?? ''} aria-label={sayRectify('filter.status')} onChange={(event) => viewRectify(app, { status: statuses.find((each) => each === event.currentTarget.value) ?? null })}>
        <option value="">{sayRectify('filter.everyStatus')}</option>
        {statuses.map((each) => (
          <option key={each} value={each}>
            {sayRectify(`status.${each}`)}
          </option>
        ))}
      </select>
      <select value={fault ?? ''} aria-label={sayRectify('filter.fault')} onChange={(event) => viewRectify(app, { fault: faultClasses.find((each) => each === event.currentTarget.value) ?? null })}>
        <option value="">{sayRectify('filter.everyFault')}</option>
        {faultClasses.map((each) => (
          <option key={each} value={each}>
            {sayRectify(`fault.${each}`)}
          </option>
        ))}
      </select>
      <label className="rectify-check">
        <input type="checkbox" checked={overdue} onChange={(event) => viewRectify(app, { overdue: event.currentTarget.checked })} />
        {sayRectify('filter.overdue')}
      </label>
      <select value={group ?? ''} aria-label={sayRectify('filter.group')} onChange={(event) => viewRectify(app, { group: groups.find((each) => each === event.currentTarget.value) ?? null })}>
        <option value="">{sayRectify('filter.noGroup')}</option>
        {groups.map((each) => (
          <option key={each} value={each}>
            {sayRectify(`group.${each}`)}
          </option>
        ))}
      </select>
      {filtered && (
        <button type="button" className="plain" onClick={() => viewRectify(app, { find: '', clause: null, status: null, fault: null, overdue: false })}>
          {sayRectify('filter.clear')}
        </button>
      )}
    </>
  )
}
