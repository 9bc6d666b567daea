/** What stands in the way of keeping the work, said at once, with what can be done about it. */
import { useState } from 'react'
import { saveStudy } from '../../state/commands/save-study'
import { takeOver } from '../../state/commands/take-over'
import { useApp, useAppState } from '../use-app'
import { useKeeping, useSayStorage } from './use-storage'

export function StorageNotice() {
  const trouble = useKeeping((keeping) => keeping.trouble)
  const open = useAppState((state) => state.study !== null)
  return open ? trouble ? <Trouble trouble={trouble} /> : <OtherTab /> : null
}

function Trouble({ trouble }: { readonly trouble: 'full' | 'blocked' | 'refused' | 'newer' }) {
  const app = useApp()
  const sayStorage = useSayStorage()
  return (
    <div className="notice-card storage-notice storage-trouble" role="alert">
      <p>
        {sayStorage(`trouble.${trouble}`)} {trouble !== 'newer' && sayStorage('trouble.again')}
      </p>
      <button type="button" className="primary" onClick={() => void saveStudy(app)}>
        {sayStorage('sheet.save')}
      </button>
    </div>
  )
}

function OtherTab() {
  const app = useApp()
  const sayStorage = useSayStorage()
  const role = useKeeping((keeping) => keeping.role)
  const taken = useKeeping((keeping) => keeping.taken)
  const study = useKeeping((keeping) => keeping.study)
  const word = role === 'branch' ? 'branch' : taken ? 'taken' : role === 'reader' ? 'reader' : null
  // Each thing is said until it is put away; a new one is said anew.
  const [seen, setSeen] = useState('')
  const now = `${study} ${word}`
  if (word === null || seen === now) return null
  return (
    <div className="notice-card storage-notice" role="status">
      <p>{sayStorage(`tab.${word}`)}</p>
      <button type="button" className="primary" onClick={() => void takeOver(app)}>
        {sayStorage('tab.takeOver')}
      </button>
      <button type="button" onClick={() => setSeen(now)}>
        {sayStorage('tab.close')}
      </button>
    </div>
  )
}
