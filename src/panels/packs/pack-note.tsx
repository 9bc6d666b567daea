/** What a document is: title, number, whether it is in force. */
import type { Pack } from '../../policy/clause'
import { shortName } from '../../state/packs'
import { formatDate } from '../../text/numbers'
import { useSay } from '../use-app'

/** heading: the short name stands above, where several documents are listed. */
export function PackNote({ pack, heading = false }: { readonly pack: Pack; readonly heading?: boolean }) {
  const { say, language } = useSay()
  const { document } = pack
  return (
    <div className="pack-note">
      {heading && <h2>{shortName(pack)}</h2>}
      <p className="note">
        <PackStatus pack={pack} />
        {`《${document.title}》`}
        {document.number ?? ''}
        {document.horizon ? ` · ${say('clauses.horizon', { date: formatDate(language, document.horizon) })}` : ''}
      </p>
    </div>
  )
}

/** 现行, 草案 or 已失效: never left to be guessed. */
export function PackStatus({ pack: { document } }: { readonly pack: Pack }) {
  const { say } = useSay()
  return <span className={`badge badge-${document.status}`}>{say(`clauses.status.${document.status}`)}</span>
}
