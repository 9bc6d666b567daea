/** What the signs of a comparison mean, and how many of each there are. */
import { useMemo } from 'react'
import { states, type Result } from '../../indicators/result'
import { ReachLegend } from '../../map/legend'
import { legendEntries } from '../../map/legend-entries'
import { Mark } from '../../map/mark'
import { signPicture } from '../../map/picture'
import type { MapView } from '../../map/view'
import type { UnitsApart } from '../../state/compared-clause'
import type { CompareView } from '../../state/workshop'
import { formatNumber } from '../../text/numbers'
import { useAppState, useSay } from '../use-app'
import { useSayPlan } from '../use-plans'

type Props = { readonly view: CompareView; /** The map of the later plan. */ readonly map: MapView; readonly apart: UnitsApart | null; readonly before: Result | null; readonly after: Result | null; readonly from: string; readonly to: string }

export function CompareLegend({ view, map, apart, before, after, from, to }: Props) {
  const { say } = useSay()
  const sayPlan = useSayPlan()
  const metres = useAppState((state) => state.metres)
  const entries = useMemo(() => legendEntries(map), [map])
  const judged = states.filter((state) => [before, after].some((result) => result?.units.some((unit) => unit.state === state)))
  const marks = [
    ...(view === 'overlay' ? [] : ([['gained', sayPlan('compare.gainedUnits')], ['lost', sayPlan('compare.lostUnits')]] as const)),
    ...(view === 'difference' ? ([['closer', sayPlan('compare.closerUnits')], ['further', sayPlan('compare.furtherUnits')]] as const) : []),
  ]
  return (
    <details className="map-legend compare-legend" open={matchMedia('(min-width: 1181px)').matches}>
      <summary>{sayPlan('compare.legend')}</summary>
      <div className="map-legend-body">
        {view === 'overlay' && <p>{sayPlan('compare.filled', { to })}</p>}
        {view === 'difference' && <p>{sayPlan('compare.differenceNote', { from, to })}</p>}
        {view !== 'difference' && (
          <ul>
            {judged.map((state) => (
              <li key={state}>
                <span className="map-legend-sign">
                  <span className={`map-swatch map-swatch-${state}`} />
                  <Mark picture={signPicture(state, false)} px={16} />
                </span>
                <span className="map-legend-word">{say(`verdict.${state}`)}</span>
                <span className="map-legend-count">{view === 'overlay' ? count(after, state) : `${count(before, state)} → ${count(after, state)}`}</span>
              </li>
            ))}
          </ul>
        )}
        {view === 'overlay' && (
          <>
            <p>{sayPlan('compare.outlined', { from })}</p>
            <ul>
              <li>
                <span className="map-legend-sign">
                  <span className="map-swatch compare-swatch-outline" />
                </span>
                <span className="map-legend-word">{sayPlan('compare.outlineUnits', { from })}</span>
              </li>
              <li>
                <span className="map-legend-sign">
                  <span className="map-swatch compare-swatch-ring" />
                </span>
                <span className="map-legend-word">{sayPlan('compare.outlineRings', { from, near: metres[0], far: metres[1] })}</span>
              </li>
              <li>
                <span className="map-legend-sign">
                  <span className="map-swatch-route" />
                </span>
                <span className="map-legend-word">{sayPlan('compare.outlineWays')}</span>
              </li>
            </ul>
          </>
        )}
        {marks.length > 0 && (
          <ul>
            {marks.map(([change, word]) => (
              <li key={change}>
                <span className="map-legend-sign">
                  <span className={`map-swatch compare-swatch-${change}`} />
                </span>
                <span className="map-legend-word">{word}</span>
                <span className="map-legend-count">{formatNumber(apart?.[change].length ?? 0)}</span>
              </li>
            ))}
          </ul>
        )}
        <ReachLegend view={map} entries={entries} />
      </div>
    </details>
  )
}

const count = (result: Result | null, state: Result['state']): string => formatNumber(result?.units.filter((unit) => unit.state === state).length ?? 0)
