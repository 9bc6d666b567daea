/** Records by name, each a way to its place on the map. */
import { select } from '../../state/commands/select'
import { recordNames } from '../../state/record-names'
import { formatNumber } from '../../text/numbers'
import { whyText } from '../../text/why'
import { useApp, useAppState, useSay } from '../use-app'

/** More than this is a table's work, not a drawer's. */
const shown = 50

export function WhyCounted({ ids }: { readonly ids: readonly { readonly id: string; readonly note: string | null }[] }) {
  const app = useApp()
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  if (!study) return null
  const names = recordNames(study)
  return (
    <ul className="why-counted">
      {ids.slice(0, shown).map(({ id, note }) => {
        const record = names.get(id)
        return (
          <li key={id}>
            {record ? (
              <button type="button" className="plain" onClick={() => select(app, { kind: record.kind, id })}>
                {record.name}
              </button>
            ) : (
              id
            )}
            {note !== null && <span className="note"> {whyText(language, note)}</span>}
          </li>
        )
      })}
      {ids.length > shown && <li className="note">{say('problems.more', { n: formatNumber(ids.length - shown) })}</li>}
    </ul>
  )
}
