/** How many elders live inside the two circles of the shown kinds: both halves, never the share alone. */
import type { ReachAnswer } from '../../compute/calls'
import { placedOf } from '../../state/facility-kinds'
import { formatNumber, formatShare } from '../../text/numbers'
import { columnName } from '../../text/keys'
import { useAppState, useSay, useSayWalk } from '../use-app'

export function Coverage() {
  const { say } = useSay()
  const reach = useAppState((state) => state.reach)
  const study = useAppState((state) => state.study)
  const kinds = useAppState((state) => state.kinds)
  if (!study?.people) return <p className="note">{say('layers.coverageNone')}</p>
  const { placed, unplaced } = placedOf(study, kinds)
  // Without a place nobody is known to be outside: unknown, never 0.
  if (placed === 0) return <p className="note">{say('layers.coverageUnplaced')}</p>
  return (
    <>
      {reach && <Covered reach={reach} />}
      {unplaced > 0 && <p className="note figures">{say('layers.coverageSomeUnplaced', { n: formatNumber(unplaced) })}</p>}
    </>
  )
}

/** Counted in the finest group that the demand points carry. */
const groups = ['elders60', 'residents', 'households'] as const

function Covered({ reach: { total, model } }: { readonly reach: ReachAnswer }) {
  const { say, language } = useSay()
  const { sayWalk } = useSayWalk()
  const walking = model.kind === 'walk'
  const group = groups.find((name) => (total.all[name] ?? 0) > 0)
  if (!group) return <p className="note">{say('layers.coverageNone')}</p>
  const all = total.all[group] ?? null
  return (
    <div className="coverage figures">
      <p>
        {walking ? sayWalk('coverage.title') : say('layers.coverage')} <span className="quiet">{columnName(language, group)}</span>
      </p>
      <dl>
        {total.within.map((within, at) => {
          const inside = within[group] ?? null
          return (
            <div key={within.metres}>
              <dt>{model.kind === 'walk' ? sayWalk('metres.minutes', { minutes: formatNumber(model.minutes[at] ?? null, 1), metres: formatNumber(within.metres, 0) }) : say('layers.coverageBy', { metres: formatNumber(within.metres) })}</dt>
              <dd>
                <strong>{formatShare(inside !== null && all ? inside / all : null)}</strong>
                <span className="quiet">{say('clauses.halves', { numerator: formatNumber(inside, 0), denominator: formatNumber(all, 0) })}</span>
                <span className="quiet">{say('layers.twoOrMore', { n: formatNumber(within.byTwoOrMore[group] ?? null, 0) })}</span>
              </dd>
            </div>
          )
        })}
      </dl>
      {(total.leftOut?.points ?? 0) > 0 && <p className="note">{sayWalk('coverage.leftOut', { n: formatNumber(total.leftOut?.points ?? 0) })}</p>}
    </div>
  )
}
