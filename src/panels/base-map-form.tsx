/** An optional base map: the user's own tile address, kept on this computer. */
import { useState } from 'react'
import { setBaseMap } from '../state/commands/set-base-map'
import { sayBaseMap } from '../text/base-map'
import { BaseMapFile } from './base-map-file'
import { useApp, useAppState, useSay } from './use-app'

export function BaseMapForm() {
  const app = useApp()
  const { say, language } = useSay()
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
        <h4>{sayBaseMap(language, 'tiles.title')}</h4>
        <p className="note">{say('layers.baseMapHint')}</p>
        <input type="text" inputMode="url" spellCheck={false} autoComplete="off" value={template} placeholder={say('layers.baseMapPlaceholder')} aria-label={say('layers.baseMap')} aria-invalid={wrong} onChange={(event) => setTemplate(event.currentTarget.value)} />
        {wrong && <p className="note wrong">{say('layers.baseMapWrong', { x: '{x}', y: '{y}', z: '{z}' })}</p>}
        <input type="text" autoComplete="off" value={attribution} placeholder={say('layers.baseMapAttribution')} aria-label={say('layers.baseMapAttribution')} onChange={(event) => setAttribution(event.currentTarget.value)} />
        {/^https?:/.test(text) && <p className="note">{sayBaseMap(language, 'tiles.policy', { host: hostOf(text) })}</p>}
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
      <BaseMapFile />
    </details>
  )
}

/** 'https://t{0-7}.example.cn/…' → 'https://t0.example.cn': what the server has to name. */
const hostOf = (template: string): string => /^https?:\/\/[^/]*/.exec(template.replace(/\{(\d)-\d\}/, '$1').replaceAll('{s}', 'a'))?.[0] ?? ''
