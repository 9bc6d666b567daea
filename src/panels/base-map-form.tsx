/** An optional base map: the user's own tile address, kept on this computer. */
import { useState } from 'react'
import { setBaseMap } from '../state/commands/set-base-map'
import { useApp, useAppState, useSay } from './use-app'

export function BaseMapForm() {
  const app = useApp()
  const { say } = useSay()
  const baseMap = useAppState((state) => state.baseMap)
  const [template, setTemplate] = useState(baseMap?.template ?? '')
  const [attribution, setAttribution] = useState(baseMap?.attribution ?? '')
  const text = template.trim()
  const wrong = text !== '' && !['{x}', '{y}', '{z}'].every((part) => text.includes(part))
  return (
    <details className="base-map-form">
      <summary>{say('layers.baseMap')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) setBaseMap(app, text === '' ? null : { template: text, attribution: attribution.trim() })
        }}
      >
        <p className="note">{say('layers.baseMapHint')}</p>
        <input type="text" inputMode="url" spellCheck={false} autoComplete="off" value={template} placeholder={say('layers.baseMapPlaceholder')} aria-label={say('layers.baseMap')} aria-invalid={wrong} onChange={(event) => setTemplate(event.currentTarget.value)} />
        {wrong && <p className="note wrong">{say('layers.baseMapWrong', { x: '{x}', y: '{y}', z: '{z}' })}</p>}
        <input type="text" autoComplete="off" value={attribution} placeholder={say('layers.baseMapAttribution')} aria-label={say('layers.baseMapAttribution')} onChange={(event) => setAttribution(event.currentTarget.value)} />
        <div className="actions">
          <button type="submit" disabled={wrong}>
            {say('layers.baseMapUse')}
          </button>
          {baseMap && (
            <button
              type="button"
              onClick={() => {
                setTemplate('')
                setBaseMap(app, null)
              }}
            >
              {say('layers.baseMapNone')}
            </button>
          )}
        </div>
      </form>
    </details>
  )
}
