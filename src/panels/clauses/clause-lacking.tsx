/** What data would decide the clause, leading to the blank ledgers. */
import { lackKey, type Lack } from '../../indicators/data-lacking'
import type { Result } from '../../indicators/result'
import { downloadTemplate } from '../../state/commands/download-template'
import { lackText } from '../../state/lack-text'
import { clauseKey } from '../../state/state'
import { useApp, useAppState, useSay } from '../use-app'

export function ClauseLacking({ result }: { readonly result: Result }) {
  const app = useApp()
  const { say } = useSay()
  const lacking = useAppState((state) => state.lacking?.get(clauseKey(result)))
  if (!lacking || lacking.lacks.length + lacking.instead.length === 0) return null
  return (
    <section className="clause-lacking">
      <h4>{say('lack.title')}</h4>
      <Lacks lacks={lacking.lacks} />
      {lacking.instead.length > 0 && lacking.lacks.length > 0 && <p className="note">{say('lack.instead')}</p>}
      <Lacks lacks={lacking.instead} />
      <button type="button" onClick={() => void downloadTemplate(app, [result.policy])}>
        {say('lack.template')}
      </button>
    </section>
  )
}

function Lacks({ lacks }: { readonly lacks: readonly Lack[] }) {
  const { language } = useSay()
  if (lacks.length === 0) return null
  return (
    <ul>
      {lacks.map((lack) => (
        <li key={lackKey(lack)}>{lackText(language, lack)}</li>
      ))}
    </ul>
  )
}
