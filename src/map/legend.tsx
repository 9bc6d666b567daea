/** Sign, word, colour and count of everything on the map. */
import { memo, useId, type ReactNode } from 'react'
import type { State } from '../indicators/result'
import { formatNumber } from '../text/numbers'
import { say } from '../text/say'
import { sayWalk } from '../text/walk'
import { glyphOf } from './facility-symbol'
import { legendEntries, type LegendEntries } from './legend-entries'
import { Mark } from './mark'
import { compoundPicture, facilityPicture, signPicture } from './picture'
import type { Language, MapView } from './view'
import { kindLabel, mapWord, stageLabel } from './words'

/** open: unfolded at first (narrow screens begin folded). Counted again only when the view changes, not on every move of the pointer. */
export const Legend = memo(function Legend({ view, open = true }: { readonly view: MapView; readonly open?: boolean }) {
  const { language, heading } = view
  const entries = legendEntries(view)
  return (
    <details className="map-legend" open={open}>
      {/* Folded or not, the map says which clause its colours mean. */}
      <summary>
        {mapWord(language, 'legend')}
        <span className="map-legend-clause">{heading?.title ?? mapWord(language, 'noClause')}</span>
        {heading && heading.readings.length > 0 && (
          <span className="map-legend-reading">
            {mapWord(language, 'reading')} {heading.readings.join(language === 'zh' ? '；' : '; ')}
          </span>
        )}
      </summary>
      <div className="map-legend-body">
        {view.result && entries.verdicts.length === 0 && <p>{mapWord(language, 'noUnits')}</p>}
        <Group>
          {entries.verdicts.map(({ state, count }) => (
            <Row key={state} count={count} word={say(language, `verdict.${state}`)}>
              <Swatch state={state} />
              <Mark picture={signPicture(state, entries.hollow)} px={18} />
            </Row>
          ))}
        </Group>
        {entries.undrawn > 0 && (
          <p>
            {formatNumber(entries.undrawn, 0)} {mapWord(language, 'units')}
            {mapWord(language, 'noPosition')}
          </p>
        )}
        <Group>
          {entries.facilities.map(({ kind, shape, count }) => (
            <Row key={`${kind ?? ''}${shape}`} count={count} word={kindLabel(language, kind)}>
              <Mark
                picture={facilityPicture({ shape, glyph: glyphOf(kind, language), look: 'operating', state: null })}
                px={22}
              />
            </Row>
          ))}
        </Group>
        {entries.looks.some(({ look }) => look !== 'operating') && (
          <Group>
            {entries.looks.map(({ look, count }) => (
              <Row key={look} count={count} word={stageLabel(language, look === 'unknown' ? null : look)}>
                <Mark picture={facilityPicture({ shape: 'circle', glyph: '', look, state: null })} px={20} />
              </Row>
            ))}
          </Group>
        )}
        <Group>
          {entries.compounds > 0 && (
            <Row count={entries.compounds} word={mapWord(language, 'compounds')}>
              <Mark picture={compoundPicture(null)} px={18} />
            </Row>
          )}
          {entries.plots.careLand > 0 && (
            <Row count={entries.plots.careLand} word={mapWord(language, 'careLand')}>
              <span className="map-swatch map-swatch-land" />
            </Row>
          )}
          {entries.plots.candidates > 0 && (
            <Row count={entries.plots.candidates} word={mapWord(language, 'candidate')}>
              <span className="map-swatch map-swatch-candidate" />
            </Row>
          )}
          {entries.people && (
            <Row word={mapWord(language, 'people')}>
              <span className="map-swatch-people" />
            </Row>
          )}
          {entries.people && entries.people.unknown > 0 && (
            <Row word={mapWord(language, 'peopleUnknown')} count={entries.people.unknown}>
              <span className="map-swatch-people map-swatch-hollow" />
            </Row>
          )}
        </Group>
        <Group>
          {entries.members > 0 && (
            <Row count={entries.members} word={mapWord(language, view.selection?.kind === 'facility' ? 'served' : 'pooled')}>
              <span className="map-swatch map-swatch-member" />
            </Row>
          )}
          {entries.links > 0 && (
            <Row count={entries.links} word={mapWord(language, 'newLink')}>
              <span className="map-swatch-link" />
            </Row>
          )}
          {entries.closedStreets > 0 && (
            <Row count={entries.closedStreets} word={mapWord(language, 'closedStreet')}>
              <span className="map-swatch-closed">✕</span>
            </Row>
          )}
        </Group>
        <ReachLegend view={view} entries={entries} />
      </div>
    </details>
  )
})

/** The circles, or the walks with the larger circle beside them. */
export function ReachLegend({ view, entries }: { readonly view: MapView; readonly entries: Pick<LegendEntries, 'walks' | 'circles' | 'route'> }) {
  const { language, metres } = view
  return (
    <>
      {entries.walks && view.walk && (
        <Group title={sayWalk(language, 'legend.walk', { speed: view.walk.speed })}>
          <Row word={circleWords(language, 'tenMinutes', view.walk.metres[0])}>
            <span className="map-swatch map-swatch-walk-near" />
          </Row>
          <Row word={circleWords(language, 'fifteenMinutes', view.walk.metres[1])}>
            <span className="map-swatch map-swatch-walk-far" />
          </Row>
          {entries.route && (
            <Row word={sayWalk(language, 'legend.route')}>
              <span className="map-swatch-route" />
            </Row>
          )}
        </Group>
      )}
      {entries.circles && (
        <Group title={mapWord(language, 'legalCircle')}>
          {/* Beside the walk the outline of the larger one alone is drawn. */}
          {!view.walk && (
            <Row word={circleWords(language, 'tenMinutes', metres[0])}>
              <span className="map-swatch map-swatch-near" />
            </Row>
          )}
          <Row word={circleWords(language, 'fifteenMinutes', metres[1])}>
            <span className={view.walk ? 'map-swatch map-swatch-far map-swatch-outline' : 'map-swatch map-swatch-far'} />
          </Row>
        </Group>
      )}
    </>
  )
}

const circleWords = (language: Language, minutes: 'tenMinutes' | 'fifteenMinutes', metres: number): string =>
  `${mapWord(language, minutes)} · ${formatNumber(metres, 0)} ${mapWord(language, 'metres')}`

const Swatch = ({ state }: { readonly state: State }) => <span className={`map-swatch map-swatch-${state}`} />

function Group({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <>
      {title && <p id={id}>{title}</p>}
      <ul aria-labelledby={title ? id : undefined}>{children}</ul>
    </>
  )
}

function Row({
  word,
  count,
  children,
}: {
  readonly word: string
  readonly count?: number
  readonly children: ReactNode
}) {
  return (
    <li>
      <span className="map-legend-sign">{children}</span>
      <span className="map-legend-word">{word}</span>
      {count !== undefined && <span className="map-legend-count">{formatNumber(count, 0)}</span>}
    </li>
  )
}
