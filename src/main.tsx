/** The app's front door: builds the App, draws the screen, opens what the page was started with. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient, inlineWorker, type WorkerLike } from './compute/client'
import { rememberingResults } from './compute/told-results'
import { AppScreen } from './panels/app-screen'
import { browserKeeper, browserPage } from './panels/storage/browser-keeper'
import { AppContext } from './panels/use-app'
import type { App } from './state/app'
import { followAddress } from './state/commands/follow-address'
import { giveAgain } from './state/commands/give-again'
import { keepSafe } from './state/commands/keep-session'
import { openAtStart } from './state/commands/open-at-start'
import { fetchedSource, type FileSource } from './state/file-source'
import { keptIn, recall } from './state/kept'
import { createState } from './state/state'
import { rasterise } from './panels/papers/rasterise'
import { saveFile } from './panels/papers/save-file'
import { keepProgram } from './panels/storage/service-worker'
import './panels/app.css'

/** The sample towns that come with the app, by path. */
const bundled = import.meta.glob<string>('../data/samples/*/*.{json,csv,xlsx,geojson}', { query: '?url', import: 'default', eager: true })

const kept = keptIn(() => localStorage)
const client = createClient(startWorker)
client.begin()
const app: App = { stopComputing: () => client.stop(), store: createState(recall(kept)), ask: rememberingResults(client.ask), opening, kept, keeper: browserKeeper(), save: saveFile, rasterise, turns: new Map() }

client.onQuiet = (quiet) => app.store.setState({ quiet })
// A computing part that died comes back empty: it is given the study that is open.
client.onRestart = () =>
  void giveAgain(app, () => {
    const { book } = app.store.getState().rectify
    if (book.done > 0) void client.ask('record', { strokes: book.strokes, done: book.done }).catch(() => undefined)
  })

const page = document.getElementById('app')
if (page)
  createRoot(page).render(
    <StrictMode>
      <AppContext value={app}>
        <AppScreen />
      </AppContext>
    </StrictMode>,
  )
keepSafe(app, browserPage)
void keepProgram()
void openAtStart(app).then(() =>
  followAddress(app, {
    read: () => location.hash,
    write: (address, push) => (push ? history.pushState(null, '', address) : history.replaceState(null, '', address)),
    onBack: (back) => addEventListener('popstate', back),
  }),
)

function startWorker(): WorkerLike {
  if (typeof Worker === 'undefined') return inlineWorker(Promise.all([import('./compute/handlers'), import('./exports/maker')]).then(([{ createHandlers, shippedCore }, { maker }]) => createHandlers({ ...shippedCore, maker })))
  return new Worker(new URL('./exports/worker.ts', import.meta.url), { type: 'module' })
}

/** A study that `serve` was given lies beside the page; without one the bundled town is opened. */
async function opening(): Promise<{ sources: readonly FileSource[]; sample: boolean; startedWith: string | null }> {
  const names = await servedNames()
  const served = (names ?? []).filter((name) => !aside.test(name)).map((name) => fetchedSource(name, `./study/${encodeURIComponent(name)}`, fetch))
  const town = Object.keys(bundled).sort()[0]?.replace(/[^/]*$/, '')
  const shipped = Object.entries(bundled)
    .filter(([path]) => town !== undefined && path.startsWith(town))
    .map(([path, url]) => fetchedSource(path.slice(town?.length), url, fetch))
  if (served.length > 0) {
    const sample = await sameSettings(served, shipped)
    return { sources: served, sample, startedWith: sample ? 'sample' : (names ?? []).join('/') }
  }
  if (shipped.length === 0) throw new Error('data/samples')
  return { sources: shipped, sample: true, startedWith: names === null ? null : 'sample' }
}

/** What lies in a study folder for people and tools, not for the study. */
const aside = /\.(?:md|mjs|js)$/i

/** `npm start` serves the bundled town like any other study; it is synthetic all the same. */
async function sameSettings(one: readonly FileSource[], other: readonly FileSource[]): Promise<boolean> {
  const [a, b] = [one, other].map((sources) => sources.find(({ name }) => name === 'study.json'))
  if (!a || !b) return false
  const [left, right] = await Promise.all([a.read(), b.read()])
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}

/** Empty where nothing is served: a plain folder of files on any server; null where no server answers. */
async function servedNames(): Promise<string[] | null> {
  // A page opened by double click has nothing beside it that it may read.
  if (location.protocol === 'file:') return []
  try {
    const answer = await fetch('./study/index.json')
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return []
    const names: unknown = await answer.json()
    return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : []
  } catch {
    return null
  }
}
