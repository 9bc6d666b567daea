/** One stroke for all that are chosen: a status, and where they are filled in a day and a note. */
import { useState } from 'react'
import type { RectificationItem } from '../../rectify/item'
import { recordProgress } from '../../state/commands/rectify-record'
import { viewRectify } from '../../state/commands/rectify-view'
import { formatNumber } from '../../text/numbers'
import type { RectificationItemStatus } from '../../text/rectify'
import { isDate, statuses } from './rectify-typed'
import { useApp } from '../use-app'
import { useSayRectify } from '../use-rectify'

export function RectifyBulk({ items }: { readonly items: readonly RectificationItem[] }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const [status, setStatus] = useState<RectificationItemStatus>('started')
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState('')
  const wrong = !isDate(evidence.trim())
  return (
    <form
      className="rectify-bulk"
      onSubmit={(event) => {
        event.preventDefault()
        if (wrong) return
        void recordProgress(app, items, { status, ...(note.trim() === '' ? {} : { note: note.trim() }), ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }) })
      }}
    >
      <strong className="figures">{sayRectify('bulk.chosen', { n: formatNumber(items.length) })}</strong>
      <label>
        {sayRectify('bulk.status')}
        <select value={status} onChange={(event) => setStatus(statuses.find((each) => each === event.currentTarget.value) ?? 'started')}>
          {statuses.map((each) => (
            <option key={each} value={each}>
              {sayRectify(`status.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {sayRectify('bulk.evidence')}
        <input type="text" value={evidence} placeholder={sayRectify('type.dateHint')} aria-invalid={wrong} title={wrong ? sayRectify('type.wrongDate') : ''} onChange={(event) => setEvidence(event.currentTarget.value)} />
      </label>
      <label>
        {sayRectify('bulk.note')}
        <input type="text" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </label>
      <button type="submit" className="primary" disabled={wrong}>
        {sayRectify('bulk.apply')}
      </button>
      <button type="button" className="plain" onClick={() => viewRectify(app, { chosen: [] })}>
        {sayRectify('bulk.clear')}
      </button>
    </form>
  )
}
