/** How far the nearest facility of one place is, and on the user's wish the way there part by part. */
import type { ExplainedWay } from '../../indicators/explanation'
import { select } from '../../state/commands/select'
import { selectAndWalk } from '../../state/commands/select-and-walk'
import type { Selection } from '../../state/state'
import { formatNumber } from '../../text/numbers'
import { RouteDetails } from '../walk/route-card'
import { useApp, useAppState, useSayWalk } from '../use-app'

const kinds: Readonly<Record<ExplainedWay['from'], Selection['kind']>> = { people: 'point', compounds: 'compound', areas: 'area' }

export function WhyWay({ id, way }: { readonly id: string; readonly way: ExplainedWay }) {
  const app = useApp()
  const { sayWalk } = useSayWalk()
  const chosen = useAppState((state) => state.selection?.id === id)
  const route = useAppState((state) => state.walking.route)
  const walks = useAppState((state) => state.walking.model === 'walk')
  const { model, facilityName, metres, seconds, within } = way
  const words =
    within === null
      ? sayWalk('way.out')
      : facilityName === null || metres === null
        ? sayWalk('way.none')
        : sayWalk(model === 'walk' ? 'way.walk' : 'way.circle', { name: facilityName, metres: formatNumber(metres, 0), minutes: formatNumber(seconds === null ? null : seconds / 60, 1) })
  const selection: Selection = { kind: kinds[way.from], id }
  return (
    <div className="why-way">
      <button type="button" className="plain" aria-expanded={model === 'walk' ? chosen : undefined} onClick={() => (model === 'walk' ? void selectAndWalk(app, selection) : select(app, selection))}>
        {words}
      </button>
      {within !== null && <span className={within ? 'way-in' : 'way-out'}>{sayWalk(within ? 'way.within' : 'way.beyond')}</span>}
      {model === 'walk' && walks && chosen && route !== null && route !== 'waiting' && route.from.id === id && <RouteDetails route={route} />}
    </div>
  )
}
