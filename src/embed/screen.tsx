/** The whole public page: list first, map second. It keeps nothing anywhere but in its address. */
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { states, type State } from '../indicators/result'
import type { AreaLevel } from '../model/study'
import type { Published } from '../saved/published'
import { formatDate, formatNumber } from '../text/numbers'
import type { Language } from '../text/say'
import { elderSizes, embedLayers, readAddress, writeAddress, type Camera, type EmbedAddress, type EmbedLayer, type Theme } from './address'
import { Districts, firstClause, PeopleTable, Verdict } from './districts'
import { Find, type Start } from './find'
import { MapBox } from './map-box'
import type { LiveMap, MapScene } from './map/scene'
import { converse, type ToParent } from './messages'
import { detour, elderSpeed, placesFor, walkBetween, type Place, type Question } from './nearest'
import { PlaceCard } from './place-card'
import { languageOf, wordsOf, type Words } from './words'

const firstShown = 5
const moreShown = 10
const anything: Question = { from: null, find: '', kind: null, service: null, within: null }

export function EmbedScreen({ published }: { readonly published: Published }) {
  const [address, setAddress] = useState<EmbedAddress>(() => readAddress(location.hash))
  const [question, setQuestion] = useState(anything)
  const [start, setStart] = useState<Start | null>(null)
  const [selected, setSelected] = useState<number | null>(null)
  const [shown, setShown] = useState(firstShown)
  const [clause, setClause] = useState(() => firstClause(published))
  const [level, setLevel] = useState<AreaLevel | null>(null)
  const map = useRef<LiveMap | null>(null)
  const tell = useRef<(message: ToParent) => void>(() => undefined)
  const mapTitle = useRef<HTMLHeadingElement>(null)

  const language: Language = address.language ?? languageOf(navigator.language) ?? 'zh'
  const theme: Theme = address.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  const words = useMemo(() => wordsOf(language), [language])
  const { say } = words
  const places = useMemo(() => placesFor(published, { ...question, from: start?.at ?? null }), [published, question, start])
  const scene = useMemo<MapScene>(() => {
    const { units = [] } = (clause === null ? null : published.clauses[clause]) ?? {}
    return {
      published,
      layer: address.layer,
      metres: published.counts?.model === 'circle' ? published.counts.metres : [500, 1000],
      states: new Map(units.map(({ unit, state }) => [unit, state])),
      listed: new Set(places.map(({ index }) => index)),
      selected,
      from: start?.at ?? null,
      dark: theme === 'dark',
      scale: address.elder ? 1.5 : 1,
      words,
    }
  }, [published, clause, address.layer, address.elder, places, selected, start, theme, words])

  const change = (next: Partial<EmbedAddress>): void => {
    const changed = { ...address, ...next }
    setAddress(changed)
    keepAddress(writeAddress(changed))
  }
  const select = (index: number | null, look: boolean): void => {
    setSelected(index)
    if (index !== null && look) map.current?.lookAt(index)
    tell.current({ type: 'yikequan:select', index, name: index === null ? null : (published.facilities[index]?.name ?? null) })
  }
  const showOnMap = (index: number): void => {
    select(index, true)
    mapTitle.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }

  useEffect(() => dressPage(published.title, language, theme, address.elder), [published.title, language, theme, address.elder])
  useEffect(() => {
    const follow = (): void => setAddress(readAddress(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const hear = useEffectEvent((message: Parameters<Parameters<typeof converse>[3]>[0]) => {
    if (message.type === 'yikequan:setView') map.current?.goTo(message.camera)
    else select(message.index, true)
  })
  useEffect(() => {
    const talk = converse(window, address.origin, published.facilities.length, (message) => hear(message))
    tell.current = talk.tell
    talk.tell({ type: 'yikequan:ready', facilities: published.facilities.length })
    return talk.stop
  }, [address.origin, published])

  const chosen = selected === null ? null : placeOf(published, selected, start)
  const extra = places.length - shown
  return (
    <div className="page">
      <Head published={published} words={words} address={address} theme={theme} change={change} />
      {published.watermark && (
        <p className="internal" role="note">
          <strong>{say('internal')}</strong> {say('internal.why')}
        </p>
      )}
      <main className="columns">
        <section className="list-part" aria-labelledby="find-title">
          <h2 id="find-title">{say('find.title')}</h2>
          <Find
            published={published}
            words={words}
            question={question}
            start={start}
            onQuestion={(next) => {
              setQuestion({ ...question, ...next })
              setShown(firstShown)
            }}
            onStart={(next) => {
              setStart(next)
              if (!next) setQuestion({ ...question, within: null })
              setShown(firstShown)
            }}
          />
          <p className="count" role="status">
            {published.facilities.length === 0 ? say('find.noFacilities') : places.length === 0 ? say('find.none') : say('find.count', { n: formatNumber(places.length, 0) })}
          </p>
          <ol className="places">
            {places.slice(0, shown).map((place) => (
              <li key={place.index}>
                <PlaceCard published={published} place={place} words={words} chosen={place.index === selected} onMap={showOnMap} />
              </li>
            ))}
          </ol>
          {extra > 0 && (
            <button type="button" className="wide" onClick={() => setShown(shown + moreShown)}>
              {say('find.more', { n: Math.min(extra, moreShown) })}
            </button>
          )}
          {start && <p className="note">{say('about.walk', { detour, speed: elderSpeed })}</p>}
        </section>
        <section className="map-part" aria-labelledby="map-title">
          <h2 id="map-title" ref={mapTitle}>
            {say('map.title')}
          </h2>
          <LayerChoice words={words} layer={address.layer} onLayer={(layer) => change({ layer })} hasClauses={published.clauses.length > 0} />
          <MapBox
            scene={scene}
            opening={address.camera}
            onLive={(live) => (map.current = live)}
            answers={{
              onPick: (index) => select(index, false),
              onSpot: (at) => {
                setStart({ at, name: say('find.fromPoint') })
                setShown(firstShown)
              },
              onMove: (camera: Camera) => {
                change({ camera })
                tell.current({ type: 'yikequan:view', ...camera })
              },
            }}
          />
          {address.layer === 'circles' && <p className="note">{say('map.circlesNote', { near: formatNumber(scene.metres[0], 0), far: formatNumber(scene.metres[1], 0) })}</p>}
          {address.layer === 'districts' && clause !== null && <VerdictLegend title={published.clauses[clause]?.title[language] ?? ''} states={[...new Set(scene.states.values())]} words={words} />}
          <div className="chosen" aria-live="polite">
            {chosen && (
              <>
                <PlaceCard key={chosen.index} published={published} place={chosen} words={words} chosen onMap={showOnMap} />
                <button type="button" className="plain" onClick={() => select(null, false)}>
                  {say('place.close')}
                </button>
              </>
            )}
          </div>
        </section>
      </main>
      <Districts
        published={published}
        words={words}
        clause={clause}
        level={level}
        onClause={(next) => {
          setClause(next)
          change({ layer: 'districts' })
        }}
        onLevel={setLevel}
      />
      <PeopleTable published={published} words={words} />
      <Foot published={published} words={words} />
    </div>
  )
}

type HeadProps = { readonly published: Published; readonly words: Words; readonly address: EmbedAddress; readonly theme: Theme; readonly change: (next: Partial<EmbedAddress>) => void }

function Head({ published, words: { say, language }, address: { elder }, theme, change }: HeadProps) {
  const size = elder === null ? -1 : elderSizes.indexOf(elder)
  return (
    <header className="head">
      <h1>{published.title}</h1>
      <div className="head-acts">
        <button type="button" className="primary" aria-pressed={elder !== null} onClick={() => change({ elder: elder === null ? elderSizes[0] : null })}>
          {say(elder === null ? 'elder.on' : 'elder.off')}
        </button>
        {elder !== null && (
          <>
            <button type="button" aria-label={say('elder.smaller')} disabled={size <= 0} onClick={() => change({ elder: elderSizes[size - 1] ?? elder })}>
              A−
            </button>
            <button type="button" aria-label={say('elder.larger')} disabled={size >= elderSizes.length - 1} onClick={() => change({ elder: elderSizes[size + 1] ?? elder })}>
              A+
            </button>
          </>
        )}
        <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} aria-label={say('language.name')} onClick={() => change({ language: language === 'zh' ? 'en' : 'zh' })}>
          {say('language')}
        </button>
        <button type="button" onClick={() => change({ theme: theme === 'dark' ? 'light' : 'dark' })}>
          {say(theme === 'dark' ? 'theme.light' : 'theme.dark')}
        </button>
      </div>
    </header>
  )
}

const layerWords = { places: 'map.places', circles: 'map.circles', districts: 'map.districts' } as const

function LayerChoice({ words: { say }, layer, onLayer, hasClauses }: { readonly words: Words; readonly layer: EmbedLayer; readonly onLayer: (layer: EmbedLayer) => void; readonly hasClauses: boolean }) {
  return (
    <fieldset className="layers">
      <legend className="sr-only">{say('map.layer')}</legend>
      {embedLayers
        .filter((each) => each !== 'districts' || hasClauses)
        .map((each) => (
          <label key={each}>
            <input type="radio" name="layer" checked={each === layer} onChange={() => onLayer(each)} />
            {say(layerWords[each])}
          </label>
        ))}
    </fieldset>
  )
}

/** Which requirement the colours speak of, and what they mean. */
function VerdictLegend({ title, states: shown, words }: { readonly title: string; readonly states: readonly State[]; readonly words: Words }) {
  return (
    <div className="legend">
      <p>{title}</p>
      <ul>
        {states
          .filter((state) => shown.includes(state))
          .map((state) => (
            <li key={state}>
              <span className={`swatch swatch-${state}`} /> <Verdict state={state} words={words} />
            </li>
          ))}
      </ul>
    </div>
  )
}

function Foot({ published, words: { say, language } }: { readonly published: Published; readonly words: Words }) {
  return (
    <footer className="foot">
      <p>{say('foot.source', { source: published.source })}</p>
      <p>{say('foot.asOf', { date: formatDate(language, published.asOf) })}</p>
      {published.approval && <p>{say('foot.approval', { approval: published.approval })}</p>}
      <p className="quiet">{say('foot.made')}</p>
    </footer>
  )
}

function placeOf(published: Published, index: number, start: Start | null): Place | null {
  const facility = published.facilities[index]
  return facility ? { index, facility, walk: start && facility.at ? walkBetween(start.at, facility.at) : null } : null
}

function dressPage(title: string, language: Language, theme: Theme, elder: number | null): void {
  const { documentElement: page } = document
  document.title = title
  page.lang = language === 'zh' ? 'zh-CN' : 'en'
  page.dataset['theme'] = theme
  if (elder === null) delete page.dataset['elder']
  else page.dataset['elder'] = String(elder)
}

/** A page without an origin may be refused its own history: then the address stays as it was. */
function keepAddress(hash: string): void {
  try {
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash)
  } catch {
    // Nothing depends on it.
  }
}
