/** The main screen: map first, clauses right, tables below; on a phone one of the three at a time. */
import { useEffect, useState } from 'react'
import { closeWhy } from '../state/commands/open-why'
import { CompareScreen } from './compare/compare-screen'
import { ClauseColumn } from './clauses/clause-column'
import { DocumentComparison } from './compare/document-comparison'
import { Dock, type DockHeight } from './tables/dock'
import { DropZone } from './import/drop-zone'
import { EmptyStudy } from './empty-study'
import { FailureNotice } from './failure-notice'
import { ImportScreen } from './import/import-screen'
import { LayersColumn } from './layers-column'
import { MapPane } from './map-pane'
import { PackRefused } from './packs/pack-refused'
import { PacksDiffer } from './packs/packs-differ'
import { Palette } from './palette/palette'
import { PlanEditor } from './plans/plan-editor'
import { PlanKeys } from './plans/plan-keys'
import { PlanNotice } from './plans/plan-notice'
import { PlanPresenter } from './plans/plan-presenter'
import { RecoveryDialog } from './storage/recovery-dialog'
import { StorageNotice } from './storage/storage-notice'
import { jumpTargets, SkipLinks, type JumpTarget } from './skip-links'
import { TopBar } from './top-bar'
import { UpdateNotice } from './storage/update-notice'
import { useApp, useAppState, useSay } from './use-app'
import { WhyDrawer } from './why/why-drawer'
import { WorkNotice } from './work-notice'

const phoneTabs = ['map', 'clauses', 'tables'] as const
type PhoneTab = (typeof phoneTabs)[number]

export function AppScreen() {
  const app = useApp()
  const { say, language } = useSay()
  const hasStudy = useAppState((state) => state.study !== null)
  const why = useAppState((state) => state.why)
  const projector = useAppState((state) => state.workshop.projector)
  const [clausesOpen, setClausesOpen] = useState(false)
  const [layersOpen, setLayersOpen] = useState(false)
  // A wall begins without tables; they come when they are called, and the desk keeps its own.
  const [heights, setHeights] = useState<{ readonly desk: DockHeight; readonly wall: DockHeight }>({ desk: 'short', wall: 'folded' })
  const dock = projector ? heights.wall : heights.desk
  const setDock = (height: DockHeight): void => setHeights({ ...heights, [projector ? 'wall' : 'desk']: height })
  const [tab, setTab] = useState<PhoneTab>('map')

  // The page itself says which language it is in, for screen readers and fonts.
  const title = say('product.name')
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = title
  }, [language, title])

  const showPart = (part: JumpTarget): void => {
    setTab(part)
    if (part === 'clauses') setClausesOpen(true)
    else if (dock === 'folded') setDock('short')
  }

  return (
    <DropZone>
      <div className={`app-screen tab-${tab} dock-is-${dock}${clausesOpen || why ? ' clauses-open' : ''}${layersOpen ? ' layers-open' : ''}${projector ? ' projector' : ''}`}>
        {hasStudy && <SkipLinks show={showPart} />}
        <TopBar clausesOpen={clausesOpen} toggleClauses={() => setClausesOpen(!clausesOpen)} />
        {hasStudy ? (
          <>
            <aside className="left-column" aria-label={say('layers.title')}>
              <LayersColumn />
            </aside>
            <main className="map-area">
              <MapPane />
              <PlanEditor />
              <PlanPresenter />
              <button type="button" className="layers-toggle" aria-expanded={layersOpen} onClick={() => setLayersOpen(!layersOpen)}>
                {say('layers.title')}
              </button>
            </main>
            <aside className="right-column" id={jumpTargets.clauses} tabIndex={-1} aria-label={say('clauses.title')}>
              <ClauseColumn />
              <DocumentComparison />
              <WhyDrawer />
            </aside>
            <Dock id={jumpTargets.tables} height={dock} setHeight={setDock} />
            <nav className="phone-tabs" aria-label={say('tabs.label')}>
              {phoneTabs.map((name) => (
                <button key={name} type="button" aria-current={tab === name ? 'page' : undefined} onClick={() => {
                    setTab(name)
                    closeWhy(app)
                  }}>
                  {say(`tabs.${name}`)}
                </button>
              ))}
            </nav>
          </>
        ) : (
          <EmptyStudy />
        )}
        <div className="notices">
          <StorageNotice />
          <PacksDiffer />
          <UpdateNotice />
          <WorkNotice />
          <PlanNotice />
          <FailureNotice />
        </div>
        <ImportScreen />
        <RecoveryDialog />
        <PackRefused />
        <CompareScreen />
        <Palette />
        <PlanKeys />
      </div>
    </DropZone>
  )
}
