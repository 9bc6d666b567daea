/** The public page's front door: checks the published file, then draws it. It asks no server for anything. */
import { createRoot } from 'react-dom/client'
import { Failed } from './embed/failed'
import { EmbedScreen } from './embed/screen'
import { readPublished } from './saved/published-schema'
import './embed/embed.css'

const page = document.getElementById('embed')
if (page) {
  const root = createRoot(page)
  const draw = (value: unknown): void => {
    const read = readPublished(value)
    root.render('published' in read ? <EmbedScreen published={read.published} /> : <Failed wrong={read.wrong} detail={read.detail} />)
  }
  // In the app's dialog the file is not yet one: the app, and nobody else, hands its content over.
  if (document.documentElement.dataset['preview'] !== undefined)
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== parent || origin !== location.origin || typeof data !== 'object' || data === null || !('published' in data)) return
      draw(data.published)
    })
  else if (window.yikequanPublished === undefined) root.render(<Failed wrong="missing" detail="" />)
  else draw(window.yikequanPublished)
}
