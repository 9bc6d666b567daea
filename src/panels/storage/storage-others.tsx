/** Other studies that are kept in this browser. */
import { useState } from 'react'
import { forgetOther, openOther } from '../../state/commands/show-keeping'
import { useApp, useAppState } from '../use-app'
import { timeWords, useKeeping, useSayStorage } from './use-storage'

export function StorageOthers() {
  const app = useApp()
  const sayStorage = useSayStorage()
  const language = useAppState((state) => state.language)
  const others = useKeeping((keeping) => keeping.shown?.others) ?? []
  const [sure, setSure] = useState<string | null>(null)
  if (others.length === 0) return null
  return (
    <section>
      <h3>{sayStorage('others.title')}</h3>
      <ol className="storage-list">
        {others.map(({ study, name, asOf, plans, savedAt, whole }) => (
          <li key={study}>
            <span className="grow">
              {name}
              <span className="note">
                {' '}
                {sayStorage('others.entry', { asOf, plans, time: timeWords(language, savedAt) })}
                {!whole && ` · ${sayStorage('others.notWhole')}`}
              </span>
            </span>
            {whole && (
              <button type="button" onClick={() => void openOther(app, study)}>
                {sayStorage('others.open')}
              </button>
            )}
            <button type="button" onClick={() => (sure === study ? void forgetOther(app, study) : setSure(study))}>
              {sayStorage(sure === study ? 'others.sure' : 'others.forget')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
