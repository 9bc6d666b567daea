/** Which documents are judged: one or several, the shipped ones and the user's own. */
import { useRef } from 'react'
import type { Pack } from '../../policy/clause'
import { choosePacks, togglePack } from '../../state/commands/choose-packs'
import { compareDocuments } from '../../state/commands/compare-documents'
import { downloadTemplate } from '../../state/commands/download-template'
import { exportPack } from '../../state/commands/export-pack'
import { loadPack } from '../../state/commands/load-pack'
import { removePack } from '../../state/commands/remove-pack'
import { fileSource } from '../../state/file-source'
import { allPacks, shortName } from '../../state/packs'
import { PackStatus } from './pack-note'
import { useApp, useAppState, useSay } from '../use-app'

export function PackChooser() {
  const app = useApp()
  const { say } = useSay()
  const policies = useAppState((state) => state.policies)
  const ownPacks = useAppState((state) => state.ownPacks)
  const file = useRef<HTMLInputElement>(null)
  const packs = allPacks({ ownPacks })
  const chosen = packs.filter(({ id }) => policies.includes(id))
  const names = chosen.length > 1 && chosen[0] ? say('packs.summaryMany', { name: shortName(chosen[0]), n: chosen.length }) : chosen.map(shortName).join()
  return (
    <details
      className="pack-chooser"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary aria-label={say('packs.summary', { names })}>
        <strong>{names}</strong>
        <span className="figures quiet">{say('clauses.count', { n: chosen.reduce((sum, { clauses }) => sum + clauses.length, 0) })}</span>
      </summary>
      <div className="pack-panel">
        <fieldset>
          <legend>{say('packs.choose')}</legend>
          <ul>
            {packs.map((pack) => (
              <PackChoice key={pack.id} pack={pack} chosen={policies.includes(pack.id)} last={chosen.length === 1 && chosen[0] === pack} own={ownPacks.includes(pack)} />
            ))}
          </ul>
        </fieldset>
        <div className="actions">
          <button type="button" title={say('packs.loadHint')} onClick={() => file.current?.click()}>
            {say('packs.load')}
          </button>
          <button type="button" title={say('packs.templateHint')} onClick={() => void downloadTemplate(app)}>
            {say('packs.template')}
          </button>
          <button type="button" onClick={() => compareDocuments(app, '')}>
            {say('packs.compare')}
          </button>
        </div>
        <p className="note">{say('packs.loadHint')}</p>
        <input
          ref={file}
          type="file"
          accept=".json"
          hidden
          aria-label={say('packs.load')}
          onChange={(event) => {
            const [picked] = event.currentTarget.files ?? []
            if (picked) void loadPack(app, fileSource(picked))
            // The same file may be picked again after it was mended.
            event.currentTarget.value = ''
          }}
        />
      </div>
    </details>
  )
}

/** The last document cannot be left out: something has to be judged. */
function PackChoice({ pack, chosen, last, own }: { readonly pack: Pack; readonly chosen: boolean; readonly last: boolean; readonly own: boolean }) {
  const app = useApp()
  const { say } = useSay()
  return (
    <li>
      <label className="check">
        <input type="checkbox" checked={chosen} disabled={last} onChange={() => void togglePack(app, pack.id)} />
        <span className="grow">{shortName(pack)}</span>
        <PackStatus pack={pack} />
        {own && <span className="badge">{say('packs.own')}</span>}
        <span className="figures quiet">{say('packs.clauses', { n: pack.clauses.length })}</span>
      </label>
      <p className="note">{`《${pack.document.title}》`}</p>
      <p className="pack-actions">
        {!(chosen && last) && (
          <button type="button" className="plain" onClick={() => void choosePacks(app, [pack.id])}>
            {say('packs.only')}
          </button>
        )}
        <button type="button" className="plain" title={say('packs.exportHint')} onClick={() => exportPack(app, pack.id)}>
          {say('packs.export')}
        </button>
        {own && (
          <button type="button" className="plain" onClick={() => void removePack(app, pack.id)}>
            {say('packs.remove')}
          </button>
        )}
      </p>
    </li>
  )
}
