/** The legal circle and the elder walk of a clause side by side: both figures, the band of paces, and where they disagree. */
import type { WalkComparison } from '../../indicators/walk/walk-comparison'
import type { PointDisagreement, WalkDisagreement } from '../../indicators/walk/walk-disagreement'
import type { Result } from '../../indicators/result'
import { asksReach } from '../../indicators/asks-reach'
import type { Clause } from '../../policy/clause'
import { compareWalkNow } from '../../state/commands/compare-walk'
import { selectAndWalk } from '../../state/commands/select-and-walk'
import { canWalk, hasStreetFiles } from '../../state/walking'
import { formatNumber, formatShare } from '../../text/numbers'
import { choiceLabel, optionLabel } from '../option-words'
import { useApp, useAppState, useSayWalk } from '../use-app'
import { Verdict } from './verdict'

/** Nothing for a clause that does not ask how far people are, or a study without streets. */
export function ClauseWalk({ result, clause }: { readonly result: Result; readonly clause: Clause }) {
  const app = useApp()
  const { sayWalk } = useSayWalk()
  const walking = useAppState((state) => state.walking)
  const study = useAppState((state) => state.study)
  if (!study || !hasStreetFiles(study) || !asksReach({ clause, reading: result.reading }) || walking.streets?.lack) return null
  const { compared } = walking
  if (!canWalk(walking))
    return (
      <section className="clause-walk">
        <button type="button" onClick={() => void compareWalkNow(app)}>
          {sayWalk('compare.needStreets')}
        </button>
      </section>
    )
  if (!compared || compared.clause !== result.clause || compared.policy !== result.policy) return null
  return <Compared comparison={compared.comparison} />
}

function Compared({ comparison: { circle, walk, band, disagreement, speed, effort } }: { readonly comparison: WalkComparison }) {
  const { sayWalk } = useSayWalk()
  const halves = (of: { readonly numerator: number | null; readonly denominator: number | null }): string => `${formatNumber(of.numerator, 0)} / ${formatNumber(of.denominator, 0)}`
  return (
    <section className="clause-walk">
      <h4>{sayWalk('compare.title')}</h4>
      <table className="figures">
        <tbody>
          {[
            { key: 'circle', of: circle, name: sayWalk('compare.circle', { metres: formatNumber(circle.metres, 0) }) },
            { key: 'walk', of: walk, name: `${sayWalk('compare.walk', { metres: formatNumber(walk.metres, 0) })} · ${sayWalk('speed.value', { speed })}` },
          ].map(({ key, of, name }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <strong>{formatShare(of.value)}</strong>
              </td>
              <td className="note">{halves(of)}</td>
              <td>
                <Verdict state={of.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <EffortSaid effort={effort} />
      <h4>{sayWalk('compare.bandTitle')}</h4>
      <table className="figures">
        <tbody>
          {band.steps.map((step) => (
            <tr key={step.speed} aria-current={step.speed === speed}>
              <th scope="row">{`${sayWalk('speed.value', { speed: step.speed })} · ${sayWalk('route.measureNear', { metres: formatNumber(step.metres, 0) })}`}</th>
              <td>
                <strong>{formatShare(step.value)}</strong>
              </td>
              <td className="note">{halves(step)}</td>
              <td>
                <Verdict state={step.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {walk.state !== 'undecided' && <p className="note">{sayWalk(band.firm ? 'compare.firm' : 'compare.notFirm')}</p>}
      <Flips band={band} />
      <Disagreements disagreement={disagreement} />
    </section>
  )
}

/** What crossings and steps add, where the user wants it. */
function EffortSaid({ effort: { crossingDelayS, stepsPenalty } }: Pick<WalkComparison, 'effort'>) {
  const { language } = useSayWalk()
  const said = [
    ...(crossingDelayS === undefined ? [] : [['crossingDelay', crossingDelayS] as const]),
    ...(stepsPenalty === undefined ? [] : [['stepsPenalty', stepsPenalty] as const]),
  ]
  if (said.length === 0) return null
  return <p className="note">{said.map(([id, value]) => `${optionLabel(language, id)}${language === 'zh' ? '：' : ': '}${choiceLabel(language, id, value)}`).join(language === 'zh' ? '；' : '; ')}</p>
}

/** Longer lists are for the exports. */
const shown = 60

function Flips({ band }: { readonly band: WalkComparison['band'] }) {
  const app = useApp()
  const { sayWalk } = useSayWalk()
  if (band.flips.length === 0) return null
  return (
    <details>
      <summary>{sayWalk('compare.flips', { n: formatNumber(band.flips.length) })}</summary>
      <ul className="disagreements">
        {band.flips.slice(0, shown).map(({ id, name, reached }) => (
          <li key={id}>
            <button type="button" className="plain" onClick={() => void selectAndWalk(app, { kind: 'area', id })}>
              {name}
            </button>
            <span className="note figures">{sayWalk('compare.flip', { speed: band.steps[reached.indexOf(true)]?.speed ?? '' })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Disagreements({ disagreement: { points, people, uncounted, units, offStreets } }: { readonly disagreement: WalkDisagreement }) {
  const app = useApp()
  const { sayWalk } = useSayWalk()
  const of = (side: PointDisagreement['side']) => points.filter((point) => point.side === side)
  const titleOf = (side: PointDisagreement['side']): string => {
    const whole = people[side] === null ? sayWalk('compare.peopleUnknown') : sayWalk('compare.people', { n: formatNumber(people[side], 0) })
    const more = people[side] !== null && uncounted[side] > 0 ? sayWalk('compare.uncounted', { n: formatNumber(uncounted[side]) }) : ''
    return `${sayWalk(side === 'circle-only' ? 'compare.circleOnly' : 'compare.walkOnly', { people: whole, n: formatNumber(of(side).length) })}${more}`
  }
  return (
    <>
      {points.length === 0 && <p className="note">{sayWalk('compare.agree')}</p>}
      <Points title={titleOf('circle-only')} points={of('circle-only')} />
      <Points title={titleOf('walk-only')} points={of('walk-only')} />
      {units.length > 0 && (
        <details>
          <summary>{sayWalk('compare.units', { n: formatNumber(units.length) })}</summary>
          <p className="note">{sayWalk('compare.half')}</p>
          <ul className="disagreements">
            {units.slice(0, shown).map(({ id, name, circle, walk }) => (
              <li key={id}>
                <button type="button" className="plain" onClick={() => void selectAndWalk(app, { kind: 'area', id })}>
                  {name}
                </button>
                <span className="note figures">{sayWalk('compare.unitShares', { circle: formatShare(circle), walk: formatShare(walk) })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {offStreets > 0 && <p className="note figures">{sayWalk('compare.offStreets', { n: formatNumber(offStreets) })}</p>}
    </>
  )
}

function Points({ title, points }: { readonly title: string; readonly points: readonly PointDisagreement[] }) {
  const app = useApp()
  const { sayWalk } = useSayWalk()
  const selection = useAppState((state) => state.selection)
  const study = useAppState((state) => state.study)
  if (points.length === 0 || !study) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul className="disagreements">
        {points.slice(0, shown).map((point) => (
          <li key={point.id} aria-current={selection?.id === point.id}>
            <button type="button" className="plain" onClick={() => void selectAndWalk(app, { kind: study.people ? 'point' : study.compounds.some(({ id }) => id === point.id) ? 'compound' : 'area', id: point.id })}>
              {placeName(point)}
            </button>
            <span className="note figures">
              {wordsOf(point)}
              {point.people !== null && <span className="walk-count">{` · ${sayWalk('compare.people', { n: formatNumber(point.people, 0) })}`}</span>}
            </span>
          </li>
        ))}
        {points.length > shown && <li className="note figures">… {formatNumber(points.length - shown)}</li>}
      </ul>
    </details>
  )

  /** A people point has a number only: the unit that holds it says more. */
  function placeName({ id, area }: PointDisagreement): string {
    const compound = study?.compounds.find((each) => each.id === id)
    const unit = study?.areas.find((each) => each.id === area)
    return compound?.name ?? (unit ? `${unit.name} ${id}` : id)
  }

  function wordsOf({ side, circleMetres, walkMinutes }: PointDisagreement): string {
    const circle = formatNumber(circleMetres, 0)
    const minutes = formatNumber(walkMinutes, 0)
    if (side === 'walk-only') return sayWalk('compare.pointOutside', { circle, minutes })
    return walkMinutes === null ? sayWalk('compare.pointNoWay', { circle }) : sayWalk('compare.point', { circle, minutes })
  }
}
