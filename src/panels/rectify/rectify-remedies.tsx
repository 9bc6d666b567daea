/** What would mend an item, each with what trying it gives; 试一试 puts its edits into a plan. */
import { useMemo } from 'react'
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import type { RectificationItem, Remedy } from '../../rectify/item'
import { remediesFor } from '../../rectify/remedies'
import { tryRemedy } from '../../state/commands/try-remedy'
import { allPacks } from '../../state/packs'
import { formatMeasure } from '../../text/numbers'
import type { Language } from '../../text/say'
import { useApp, useAppState } from '../use-app'
import { useSayRectify, type SayRectify } from '../use-rectify'

export function RectifyRemedies({ study, results, item }: { readonly study: Study; readonly results: readonly Result[]; readonly item: RectificationItem }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const language = useAppState((state) => state.language)
  const options = useAppState((state) => state.options)
  const policies = useAppState((state) => state.policies)
  const ownPacks = useAppState((state) => state.ownPacks)
  const packs = useMemo(() => allPacks({ ownPacks }), [ownPacks])
  const judged = useMemo(() => packs.filter(({ id }) => policies.includes(id)), [packs, policies])
  const remedies = useMemo(() => remediesFor(study, results, [item], { packs: judged, options, language })(item), [study, results, item, judged, options, language])
  if (remedies.length === 0) return <p className="note">{sayRectify('item.noRemedies')}</p>
  const quote = packs.flatMap(({ clauses }) => clauses).find(({ id }) => id === 'CQ-08a')?.quote
  const simplified = remedies.some((remedy) => remedy.simplified)
  return (
    <>
      <ul className="remedies">
        {remedies.map((remedy, at) => {
          const what = remedyText(sayRectify, language, item, remedy)
          return (
            <li key={at} className={remedy.promise?.state === 'met' ? 'remedy' : 'remedy remedy-part'}>
              <div>
                <p>
                  <strong>{sayRectify(`remedy.${remedy.kind}`)}</strong> {what}
                </p>
                <p className="note">{notesOf(sayRectify, language, remedy).join(' · ')}</p>
              </div>
              <button type="button" aria-label={sayRectify('remedy.tryLabel', { what: `${sayRectify(`remedy.${remedy.kind}`)} ${what}` })} onClick={() => void tryRemedy(app, item, remedy)}>
                {sayRectify('remedy.try')}
              </button>
            </li>
          )
        })}
      </ul>
      {simplified && quote && <p className="note">{sayRectify('remedy.simplifiedQuote', { quote })}</p>}
    </>
  )
}

function remedyText(say: SayRectify, language: Language, item: RectificationItem, remedy: Remedy): string {
  const m2 = (value: number | null) => formatMeasure(language, value, 'm2')
  const { kind, areaM2, spareM2, alsoBuildM2 } = remedy
  const name = remedy.with?.name ?? ''
  switch (kind) {
    case 'pool': {
      const own = remedy.with?.kind === 'facility' ? say('remedy.pool.room', { name, m2: m2(areaM2) }) : say('remedy.pool.text', { name, spare: m2(spareM2), m2: m2(areaM2) })
      return alsoBuildM2 === null ? own : `${own}；${say('remedy.pool.rest', { m2: m2(alsoBuildM2) })}`
    }
    case 'acquire':
      return areaM2 === null ? say('remedy.acquire.noSize', { name }) : say('remedy.acquire.text', { name, m2: m2(areaM2) })
    case 'convert':
      return say('remedy.convert.text', { name })
    case 'reopen':
      return say('remedy.reopen.text', { name })
    case 'build':
      if (item.kind === 'area') return remedy.with ? say('remedy.build.landUnit', { name }) : say('remedy.build.unit')
      return remedy.with ? say('remedy.build.land', { name, m2: m2(areaM2) }) : say('remedy.build.text', { m2: m2(areaM2) })
  }
}

function notesOf(say: SayRectify, language: Language, { metres, ways, simplified, promise }: Remedy): readonly string[] {
  return [
    promise === null ? say('remedy.unsure') : promise.state === 'met' ? say('remedy.meets') : say('remedy.left', { m2: formatMeasure(language, promise.shortfall, 'm2') }),
    ...(metres === null ? [] : [say('remedy.away', { m: formatMeasure(language, Math.round(metres), 'metres') })]),
    ...(ways.length === 0 ? [] : [ways.map((way) => say(`way.${way}`)).join('、')]),
    ...(simplified ? [say('remedy.simplified')] : []),
  ]
}
