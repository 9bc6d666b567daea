/** The tables below the map. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { showTab } from '../state/commands/show-tab'
import type { DockTab } from '../state/state'
import { formatNumber } from '../text/numbers'
import { FacilityTable } from './facility-table'
import { ProblemList } from './problem-list'
import { UnitTable } from './unit-table'
import { useApp, useAppState, useSay } from './use-app'

export type DockHeight = 'folded' | 'short' | 'tall'

export function Dock({ height, setHeight }: { readonly height: DockHeight; readonly setHeight: (height: DockHeight) => void }) {
  const app = useApp()
  const { say } = useSay()
  const tab = useAppState((state) => state.dockTab)
  const study = useAppState((state) => state.study)
  const problems = study?.problems ?? []
  const names: Readonly<Record<DockTab, string>> = {
    units: say('dock.units'),
    facilities: say('dock.facilities'),
    problems: problems.length === 0 ? say('dock.problems') : say('dock.problemsCount', { n: formatNumber(problems.length) }),
  }
  return (
    <Tabs
      className={`dock dock-${height}`}
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = dockTabs.find((name) => name === key)
        if (chosen) showTab(app, chosen)
      }}
    >
      <div className="dock-bar">
        <TabList className="dock-tabs" aria-label={say('dock.tabs')}>
          {dockTabs.map((name) => (
            <Tab key={name} id={name} className="dock-tab" onPress={() => height === 'folded' && setHeight('short')}>
              {names[name]}
            </Tab>
          ))}
        </TabList>
        <div className="dock-sizes">
          <button type="button" onClick={() => setHeight(height === 'tall' ? 'short' : 'tall')}>
            {say(height === 'tall' ? 'dock.short' : 'dock.tall')}
          </button>
          <button type="button" aria-expanded={height !== 'folded'} onClick={() => setHeight(height === 'folded' ? 'short' : 'folded')}>
            {say(height === 'folded' ? 'dock.unfold' : 'dock.fold')}
          </button>
        </div>
      </div>
      <TabPanel id="units" className="dock-panel">
        <UnitTable />
      </TabPanel>
      <TabPanel id="facilities" className="dock-panel">
        <FacilityTable />
      </TabPanel>
      <TabPanel id="problems" className="dock-panel dock-problems">
        <ProblemList problems={problems} />
      </TabPanel>
    </Tabs>
  )
}

const dockTabs: readonly DockTab[] = ['units', 'facilities', 'problems']
