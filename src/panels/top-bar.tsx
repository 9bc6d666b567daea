/** What is open, from when, and the few things one can do with it. */
import { openSample } from '../state/commands/open-sample'
import { setLanguage } from '../state/commands/set-language'
import { formatDate } from '../text/numbers'
import { ExportButton } from './papers/export-dialog'
import { ImportButtons } from './import/import-buttons'
import { PlanBar } from './plans/plan-bar'
import { PublishButton } from './publish/publish-dialog'
import { StorageStatus } from './storage/storage-status'
import { useApp, useAppState, useSay } from './use-app'

export function TopBar({ clausesOpen, toggleClauses }: { readonly clausesOpen: boolean; readonly toggleClauses: () => void }) {
  const app = useApp()
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  const sample = useAppState((state) => state.sample)
  const imported = useAppState((state) => state.imported)
  return (
    <header className="top-bar">
      <h1 className="product">{say('product.name')}</h1>
      {study && (
        <p className="study-title">
          <strong title={study.name}>{study.name}</strong>
          {sample && <span className="badge">{say('bar.synthetic')}</span>}
          <span className="study-date">{say('bar.asOf', { date: formatDate(language, study.asOf) })}</span>
        </p>
      )}
      {study && <PlanBar />}
      <div className="top-bar-actions">
        {imported && (
          <button type="button" className="wide-only" onClick={() => void openSample(app)}>
            {say('bar.open')}
          </button>
        )}
        {study && app.keeper && <StorageStatus />}
        <ImportButtons />
        {study && <ExportButton />}
        {study && <PublishButton />}
        <button type="button" onClick={() => setLanguage(app, language === 'zh' ? 'en' : 'zh')} aria-label={say('bar.languageName')} lang={language === 'zh' ? 'en' : 'zh'}>
          {say('bar.language')}
        </button>
        {study && (
          <button type="button" className="drawer-only" aria-expanded={clausesOpen} onClick={toggleClauses}>
            {say('bar.clauses')}
          </button>
        )}
      </div>
    </header>
  )
}
