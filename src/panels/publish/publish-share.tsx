/** Where the folder will lie, and what is pasted elsewhere: snippet, link, QR code. */
import { useState } from 'react'
import { frameSnippet, linkTo, originOf, publicAddress } from '../../saved/published-snippet'
import type { Published } from '../../saved/published'
import { sayPublish, type PublishWord } from '../../text/publish'
import { QrCode } from './publish-qr'
import { useAppState } from '../use-app'

export function PublishShare({ published, elder }: { readonly published: Published; readonly elder: boolean }) {
  const language = useAppState((state) => state.language)
  const say = (key: PublishWord, values?: Readonly<Record<string, string>>): string => sayPublish(language, key, values)
  const [written, setWritten] = useState('')
  const [host, setHost] = useState('')
  if (published.watermark) return <p className="note">{say('dialog.internalNoLink')}</p>
  const address = publicAddress(written)
  return (
    <div className="publish-share">
      <label>
        {say('dialog.address')}
        <input type="text" inputMode="url" value={written} placeholder="https://" onChange={(event) => setWritten(event.currentTarget.value)} />
        <span className={written && !address ? 'wrong' : 'note'}>{say(written && !address ? 'dialog.addressWrong' : 'dialog.addressHint')}</span>
      </label>
      {address && (
        <>
          <label>
            {say('dialog.host')}
            <input type="text" inputMode="url" value={host} placeholder="https://" onChange={(event) => setHost(event.currentTarget.value)} />
            <span className={host && !originOf(host) ? 'wrong' : 'note'}>{say(host && !originOf(host) ? 'dialog.addressWrong' : 'dialog.hostHint')}</span>
          </label>
          <Copied title={say('dialog.snippet')} text={frameSnippet({ address, title: published.title, elder, calls: published.facilities.some(({ phone }) => phone !== null), origin: originOf(host) })} />
          <Copied title={say('dialog.link')} text={linkTo({ address, elder })} />
          <h3>{say('dialog.qr')}</h3>
          <QrCode text={linkTo({ address, elder })} label={say('dialog.qrOf', { address: linkTo({ address, elder }) })} />
        </>
      )}
    </div>
  )
}

function Copied({ title, text }: { readonly title: string; readonly text: string }) {
  const language = useAppState((state) => state.language)
  const [done, setDone] = useState<{ readonly text: string; readonly ok: boolean } | null>(null)
  const copy = async (): Promise<void> => {
    try {
      // Not there on a plain http intranet address.
      await navigator.clipboard.writeText(text)
      setDone({ text, ok: true })
    } catch {
      setDone({ text, ok: false })
    }
  }
  return (
    <div className="publish-copied">
      <h3>{title}</h3>
      <textarea readOnly rows={Math.min(5, Math.ceil(text.length / 44))} value={text} aria-label={title} onFocus={(event) => event.currentTarget.select()} />
      <div className="actions">
        <button type="button" onClick={() => void copy()}>
          {sayPublish(language, 'dialog.copy')}
        </button>
        <span role="status" className={done && !done.ok ? 'wrong' : 'note'}>
          {done?.text === text ? sayPublish(language, done.ok ? 'dialog.copied' : 'dialog.copyFailed') : ''}
        </span>
      </div>
    </div>
  )
}
