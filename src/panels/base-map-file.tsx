/** A base map out of files of this computer: a tile archive, or a picture with its place. */
import { useRef, useState } from 'react'
import { normaliseCrs } from '../geo/crs'
import { openArchive, openPicture, type BaseFileFault } from '../map/local-base'
import { setLocalBase } from '../state/commands/set-local-base'
import { sayBaseMap, type BaseMapWord } from '../text/base-map'
import { useApp, useAppState } from './use-app'

export function BaseMapFile() {
  const app = useApp()
  const language = useAppState((state) => state.language)
  const shown = useAppState((state) => state.localBase)
  const input = useRef<HTMLInputElement>(null)
  const [corners, setCorners] = useState('')
  const [crs, setCrs] = useState('')
  const [fault, setFault] = useState<{ readonly code: BaseFileFault | 'nothing'; readonly name: string } | null>(null)
  const sayIt = (key: BaseMapWord, values?: Readonly<Record<string, string>>): string => sayBaseMap(language, key, values)
  const take = async (files: readonly File[]): Promise<void> => {
    const archive = files.find(({ name }) => /\.pmtiles$/i.test(name))
    const picture = files.find(({ name }) => /\.(png|jpe?g)$/i.test(name))
    const world = files.find(({ name }) => /\.(pgw|pngw|jgw|jpgw|jpegw|wld)$/i.test(name))
    const { camera } = app.store.getState().workshop
    const place = async () => ({ world: world ? await world.text() : null, typed: corners, crs: normaliseCrs(crs), near: camera ? ([camera.lng, camera.lat] as const) : null })
    const opened = archive ? await openArchive(archive) : picture ? await openPicture(picture, await place()) : 'nothing'
    if (typeof opened === 'string') return setFault({ code: opened, name: (archive ?? picture)?.name ?? '' })
    setFault(null)
    setLocalBase(app, opened)
  }
  return (
    <div className="base-map-file">
      <h4>{sayIt('file.title')}</h4>
      <p className="note">{sayIt('file.hint')}</p>
      <label>
        {sayIt('file.corners')}
        <input type="text" autoComplete="off" value={corners} placeholder={sayIt('file.cornersHint')} onChange={(event) => setCorners(event.currentTarget.value)} />
      </label>
      <label>
        {sayIt('file.crs')}
        <input type="text" autoComplete="off" value={crs} placeholder={sayIt('file.crsHint')} onChange={(event) => setCrs(event.currentTarget.value)} />
      </label>
      {fault && (
        <p className="note wrong" role="alert">
          {sayIt(`fault.${fault.code}`, { name: fault.name })}
        </p>
      )}
      {shown && <p className="note">{sayIt('file.shown', { name: shown.name })}</p>}
      <div className="actions">
        <button type="button" onClick={() => input.current?.click()}>
          {sayIt('file.pick')}
        </button>
        {shown && (
          <button type="button" onClick={() => setLocalBase(app, null)}>
            {sayIt('file.none')}
          </button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".pmtiles,.png,.jpg,.jpeg,.pgw,.pngw,.jgw,.jpgw,.jpegw,.wld"
        aria-label={sayIt('file.pick')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          void take(files)
        }}
      />
    </div>
  )
}
