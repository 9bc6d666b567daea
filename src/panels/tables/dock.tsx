/** The tables below the map. */
import { showTab } from '../../state/commands/show-tab'
import { formatNumber } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import { sayRectify } from '../../text/rectify'
import { ChartPanel } from '../clauses/chart-panel'
import { FacilityTable } from './facility-table'
import { ProblemList } from '../import/problem-list'
import { RectifyPanel } from '../rectify/rectify-panel'
import { Tabs } from '../tabs'
import { UnitTable } from './unit-table'
import { useApp, useAppState, useSay } from '../use-app'

export type DockHeight = 'folded' | 'short' | 'tall'

export function Dock({ id, height, setHeight }: { readonly id: string; readonly height: DockHeight; readonly setHeight: (height: DockHeight) => void }) {
  const app = useApp()
  const { say, language } = useSay()
  const tab = useAppState((state) => state.dockTab)
  const problems = useAppState((state) => state.study?.problems)
  const count = problems?.length ?? 0
  return (
    <Tabs
      id={id}
      className={`dock dock-${height}`}
      label={say('dock.tabs')}
      tabs={[
        { id: 'units', title: say('dock.units') },
        { id: 'rectify', title: sayRectify(language, 'tab') },
        { id: 'facilities', title: say('dock.facilities') },
        { id: 'charts', title: sayPaper(language, 'charts.tab') },
        { id: 'problems', title: count === 0 ? say('dock.problems') : say('dock.problemsCount', { n: formatNumber(count) }) },
      ]}
      chosen={tab}
      choose={(chosen) => {
        showTab(app, chosen)
        // The list is a desk of its own, and a chart wants to be seen whole: they take the height that they can have.
        if (chosen === 'rectify' || chosen === 'charts') setHeight('tall')
        else if (height === 'folded') setHeight('short')
      }}
      aside={
        <div className="dock-sizes">
          <button type="button" onClick={() => setHeight(height === 'tall' ? 'short' : 'tall')}>
            {say(height === 'tall' ? 'dock.short' : 'dock.tall')}
          </button>
          <button type="button" aria-expanded={height !== 'folded'} onClick={() => setHeight(height === 'folded' ? 'short' : 'folded')}>
            {say(height === 'folded' ? 'dock.unfold' : 'dock.fold')}
          </button>
        </div>
      }
    >
      {tab === 'units' ? <UnitTable /> : tab === 'rectify' ? <RectifyPanel /> : tab === 'facilities' ? <FacilityTable /> : tab === 'charts' ? <ChartPanel /> : <ProblemList problems={problems ?? []} />}
    </Tabs>
  )
}
