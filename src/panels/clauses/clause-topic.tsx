/** From a clause to the same topic in other documents, where another has it. */
import { useMemo } from 'react'
import type { Result } from '../../indicators/result'
import { topicsOf } from '../../policy/topics'
import { compareDocuments } from '../../state/commands/compare-documents'
import { allPacks } from '../../state/packs'
import { useApp, useAppState, useSay } from '../use-app'

export function ClauseTopic({ result }: { readonly result: Result }) {
  const app = useApp()
  const { say } = useSay()
  const ownPacks = useAppState((state) => state.ownPacks)
  const topic = useMemo(() => topicsOf(allPacks({ ownPacks })).find(({ members }) => members.some(({ pack, clause }) => pack.id === result.policy && clause.id === result.clause)), [ownPacks, result])
  if (!topic) return null
  return (
    <p className="clause-topic">
      <button type="button" onClick={() => compareDocuments(app, topic.id)}>
        {say('topics.open')}
      </button>
    </p>
  )
}
