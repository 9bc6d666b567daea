/** One place's walk explained: the way part by part, the second-nearest facility, what would bring it inside. */
import type { RouteAnswer } from '../../compute/calls'
import { select } from '../../state/commands/select'
import { routeSteps, type RouteStep } from '../../state/route-parts'
import { formatNumber } from '../../text/numbers'
import { useApp, useAppState, useSay, useSayWalk } from '../use-app'

/** Shows itself when a place is selected while walks are shown. */
export function RouteCard() {
  const app = useApp()
  const { say } = useSay()
  const { sayWalk } = useSayWalk()
  const route = useAppState((state) => state.walking.route)
  const walking = useAppState((state) => state.walking.model === 'walk')
  if (!walking || route === null) return null
  return (
    <section className="route-card" aria-label={sayWalk('route.title')} aria-live="polite">
      <header>
        <h3>{sayWalk('route.title')}</h3>
        <button type="button" onClick={() => select(app, null)}>
          {say('close')}
        </button>
      </header>
      {route === 'waiting' ? <p className="note">{sayWalk('route.waiting')}</p> : <RouteDetails route={route} />}
    </section>
  )
}

/** The same in the drawer that says where a figure comes from. */
export function RouteDetails({ route }: { readonly route: RouteAnswer }) {
  const app = useApp()
  const { sayWalk } = useSayWalk()
  const [first, second] = route.routes
  const metres = (value: number): string => formatNumber(value, 0)
  const minutes = (seconds: number): string => formatNumber(seconds / 60, 1)
  return (
    <>
      <p className="note">
        {sayWalk(route.ofClause ? 'route.ofClause' : 'route.ofKinds')} · {sayWalk('speed.value', { speed: route.speed })}
      </p>
      {first && (
        <p className="route-head">
          <button type="button" className="plain" onClick={() => select(app, { kind: 'facility', id: first.facility })}>
            {sayWalk('route.to', { name: first.name })}
          </button>
          <strong className="figures">{sayWalk('route.measure', { metres: metres(first.metres), minutes: minutes(first.seconds) })}</strong>
        </p>
      )}
      <p className={`note route-state route-${route.state}`}>{sayWalk(`route.${route.state}`, { limit: metres(route.limit) })}</p>
      {route.straight && (
        <p className="note figures">
          {sayWalk('route.straight', { name: route.straight.name, metres: metres(route.straight.metres) })}
          {first && route.straight.metres > 20 && ` · ${sayWalk('route.detour', { times: formatNumber(first.metres / route.straight.metres, 1) })}`}
        </p>
      )}
      <p className="note">{sayWalk(`route.access.${route.access}`)}</p>
      {route.ambiguous && <p className="note">{sayWalk('route.ambiguous')}</p>}
      {first && <Steps steps={routeSteps(first.parts)} />}
      {second && <p className="note figures">{sayWalk('route.second', { name: second.name, metres: metres(second.metres), minutes: minutes(second.seconds) })}</p>}
      {route.needs && (route.needs.shorterBy !== null || route.needs.directM !== null) && <Needs needs={route.needs} />}
    </>
  )
}

function Steps({ steps }: { readonly steps: readonly RouteStep[] }) {
  const { sayWalk } = useSayWalk()
  return (
    <details open={steps.length <= stepsUnfolded}>
      <summary className="note">{sayWalk('route.parts')}</summary>
      <ol className="route-parts figures">
        {steps.map(({ kind, name, metres, seconds }, index) => (
          <li key={index}>
            <span>{name ?? sayWalk(`route.${kind}`)}</span>
            <span>{sayWalk('route.measureNear', { metres: formatNumber(metres, 0) })}</span>
            <span className="quiet">{sayWalk('route.seconds', { seconds: formatNumber(seconds, 0) })}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

const stepsUnfolded = 8

function Needs({ needs }: { readonly needs: NonNullable<RouteAnswer['needs']> }) {
  const { sayWalk } = useSayWalk()
  const { shorterBy, speed, directM } = needs
  return (
    <>
      <h4>{sayWalk('route.needs')}</h4>
      <ul className="note figures">
        {shorterBy !== null && <li>{sayWalk('route.shorterBy', { metres: formatNumber(Math.ceil(shorterBy), 0) })}</li>}
        {directM !== null && <li>{sayWalk('route.direct', { metres: formatNumber(directM, 0) })}</li>}
        {speed !== null && <li>{sayWalk('route.needSpeed', { speed: formatNumber(Math.ceil(speed * 100) / 100, 2) })}</li>}
      </ul>
    </>
  )
}
