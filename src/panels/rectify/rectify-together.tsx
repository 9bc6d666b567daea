/** Poolings over the whole list: asked for, since it takes a moment; every m² is used once. */
import { useState } from 'react'
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import { fitTogether, type FittingTogether } from '../../rectify/allocation'
import type { RectificationItem } from '../../rectify/item'
import { tryTogether } from '../../state/commands/try-together'
import { allPacks } from '../../state/packs'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { useApp, useAppState } from '../use-app'
import { useSayRectify } from '../use-rectify'

export function RectifyTogether({ study, results, items }: { readonly study: Study; readonly results: readonly Result[]; readonly items: readonly RectificationItem[] }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const language = useAppState((state) => state.language)
  const options = useAppState((state) => state.options)
  const policies = useAppState((state) => state.policies)
  const ownPacks = useAppState((state) => state.ownPacks)
  const [found, setFound] = useState<{ readonly results: readonly Result[]; readonly fitting: FittingTogether } | null>(null)
  // Of other results the answer would be another.
  const fitting = found?.results === results ? found.fitting : null
  const policy = results.find((result) => result.evaluator === 'area-per-households' && items.some((item) => item.policy === result.policy && item.measure === 'm2'))?.policy
  if (!policy) return null
  const ask = (): void => {
    const packs = allPacks({ ownPacks }).filter(({ id }) => policies.includes(id))
    setFound({ results, fitting: fitTogether(study, results, policy, { packs, options, language }) })
  }
  const m2 = (value: number) => formatMeasure(language, value, 'm2')
  return (
    <>
      <button type="button" aria-expanded={fitting !== null} onClick={() => (fitting ? setFound(null) : ask())}>
        {sayRectify('together.ask')}
      </button>
      {fitting && (
        <section className="rectify-together" aria-label={sayRectify('together.title')}>
          <header>
            <h3>{sayRectify('together.title')}</h3>
            <button type="button" onClick={() => setFound(null)}>
              {sayRectify('together.close')}
            </button>
          </header>
          {fitting.groups.length === 0 ? (
            <p className="note">{sayRectify('together.none')}</p>
          ) : (
            <>
              <p>{sayRectify('together.note', { n: formatNumber(fitting.mended), m2: m2(fitting.mendedM2), left: formatNumber(fitting.unplaced.length) })}</p>
              {!fitting.exact && <p className="note">{sayRectify('together.notExact')}</p>}
              <button type="button" className="primary" onClick={() => void tryTogether(app, fitting)}>
                {sayRectify('together.try')}
              </button>
              <ul>
                {fitting.groups.map(({ supplier, members, usedM2 }) => (
                  <li key={`${supplier.kind} ${supplier.id}`} className="figures">
                    {sayRectify('together.of', { supplier: supplier.name, spare: m2(supplier.spareM2), used: m2(usedM2), members: members.map(({ name, needM2 }) => `${name} ${m2(needM2)}`).join('、') })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
    </>
  )
}
