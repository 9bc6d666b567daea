/** A newer program waits: it is asked before it takes over. */
import { useState, useSyncExternalStore } from 'react'
import { keepSession } from '../../state/commands/keep-session'
import { updates } from './service-worker'
import { useApp } from '../use-app'
import { useSayStorage } from './use-storage'

export function UpdateNotice() {
  const app = useApp()
  const sayStorage = useSayStorage()
  const ready = useSyncExternalStore(updates.subscribe, updates.ready)
  const [later, setLater] = useState(false)
  if (!ready || later) return null
  return (
    <div className="notice-card storage-notice" role="status">
      <p>{sayStorage('update.ready')}</p>
      <button type="button" className="primary" onClick={() => void keepSession(app).then((kept) => kept && updates.takeOver())}>
        {sayStorage('update.now')}
      </button>
      <button type="button" onClick={() => setLater(true)}>
        {sayStorage('update.later')}
      </button>
    </div>
  )
}
