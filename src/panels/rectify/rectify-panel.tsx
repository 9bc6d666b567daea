/** The rectification list (整改清单): the list itself, the four steps, one month against another, the course of the months. */
import { viewRectify } from '../../state/commands/rectify-view'
import { rectifyPages } from '../../state/rectify'
import { useApp, useAppState } from '../use-app'
import { RectifyGates } from './rectify-gates'
import { RectifyList } from './rectify-list'
import { RectifyMonths } from './rectify-months'
import { RectifyProgress } from './rectify-progress'
import { useSayRectify } from '../use-rectify'

export function RectifyPanel() {
  const sayRectify = useSayRectify()
  const study = useAppState((state) => state.study)
  const results = useAppState((state) => state.results)
  const page = useAppState((state) => state.rectify.page)
  if (!study || !results) return <p className="note padded">{sayRectify('waiting')}</p>
  switch (page) {
    case 'gates':
      return <RectifyGates study={study} pages={<Pages />} />
    case 'months':
      return <RectifyMonths study={study} results={results} pages={<Pages />} />
    case 'progress':
      return <RectifyProgress study={study} results={results} pages={<Pages />} />
    default:
      return <RectifyList study={study} results={results} pages={<Pages />} />
  }
}

function Pages() {
  const app = useApp()
  const sayRectify = useSayRectify()
  const chosen = useAppState((state) => state.rectify.page)
  return (
    <div className="table-views" role="group" aria-label={sayRectify('page.label')}>
      {rectifyPages.map((page) => (
        <button key={page} type="button" aria-pressed={page === chosen} onClick={() => viewRectify(app, { page })}>
          {sayRectify(`page.${page}`)}
        </button>
      ))}
    </div>
  )
}
