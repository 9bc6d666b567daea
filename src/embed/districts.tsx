/** Verdicts place by place, and how many old people live how far: for those who want to know. The map's table twin. */
import { useMemo } from 'react'
import type { State } from '../indicators/result'
import { areaLevels, type AreaLevel } from '../model/study'
import type { Published, PublishedClause, PublishedUnit } from '../saved/published'
import type { PublishedCount } from '../saved/suppression'
import { levelName } from '../text/keys'
import { formatDate, formatMeasure, formatNumber } from '../text/numbers'
import { optionWords } from '../text/options'
import type { Language } from '../text/say'
import { stateWords, type Words } from './words'

type Props = {
  readonly published: Published
  readonly words: Words
  readonly clause: number | null
  readonly level: AreaLevel | null
  readonly onClause: (clause: number) => void
  readonly onLevel: (level: AreaLevel) => void
}

export function Districts({ published, words, clause: chosen, level, onClause, onLevel }: Props) {
  const { say, language } = words
  const clause = chosen === null ? null : (published.clauses[chosen] ?? null)
  if (!clause) return null
  const levels = levelsOf(published, clause.units.map(({ unit }) => unit))
  const shownLevel = level && levels.includes(level) ? level : (levels[0] ?? null)
  const rows = clause.units.filter(({ unit }) => published.units[unit]?.level === shownLevel)
  return (
    <details className="part">
      <summary>
        <h2>{say('districts.title')}</h2>
      </summary>
      <p className="note">{say('districts.note')}</p>
      <div className="find-narrow">
        <label className="choice choice-wide">
          <span>{say('districts.clause')}</span>
          <select value={String(chosen)} onChange={(event) => onClause(Number(event.currentTarget.value))}>
            {published.documents.map((document, at) => (
              <optgroup key={document.id} label={document.title}>
                {published.clauses.map((each, index) =>
                  each.document === at ? (
                    <option key={index} value={index}>
                      {each.title[language]}
                    </option>
                  ) : null,
                )}
              </optgroup>
            ))}
          </select>
        </label>
        {levels.length > 1 && (
          <label className="choice">
            <span>{say('districts.level')}</span>
            <select value={shownLevel ?? ''} onChange={(event) => onLevel(event.currentTarget.value as AreaLevel)}>
              {levels.map((each) => (
                <option key={each} value={each}>
                  {levelName(language, each)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ClauseHead published={published} clause={clause} words={words} />
      {rows.length === 0 ? (
        <p className="note">{say('districts.none')}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={clause.title[language]}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('districts.unit')}</th>
                <th scope="col">{say('districts.state')}</th>
                {clause.figures && <th scope="col">{say('districts.figures')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ unit, state, figures }) => (
                <tr key={unit}>
                  <th scope="row">{fullName(published, unit)}</th>
                  <td>
                    <Verdict state={state} words={words} />
                  </td>
                  {clause.figures && <td className="figures">{figures ? halvesText(figures[0], figures[1]) : ''}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {clause.withheld > 0 && <p className="note">{say('districts.withheld', { n: clause.withheld })}</p>}
    </details>
  )
}

function ClauseHead({ published, clause, words }: { readonly published: Published; readonly clause: PublishedClause; readonly words: Words }) {
  const { say, language } = words
  const document = published.documents[clause.document]
  const [numerator, denominator, value] = clause.figures ?? [null, null, null]
  return (
    <div className="clause">
      <blockquote>{clause.quote}</blockquote>
      <p className="note">
        {document?.title}
        {document?.number && ` ${document.number}`}
        {document?.status === 'draft' && `（${say('districts.draft')}）`}
        {document?.status === 'expired' && `（${say('districts.expired')}）`}
        {clause.deadline && ` · ${say('districts.deadline', { date: formatDate(language, clause.deadline) })}`}
      </p>
      {clause.readings.length > 0 && (
        <p className="note">
          {say('districts.readings')} {clause.readings.map(([option, choice]) => readingText(language, option, choice)).join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
      <p>
        {say('districts.wholeState')} {clause.state ? <Verdict state={clause.state} words={words} /> : say('people.hidden')}
        {clause.figures && numerator !== null && (
          <span className="figures">
            {' '}
            {halvesText(numerator, denominator)}
            {value !== null && denominator !== null && ` · ${formatMeasure(language, value, clause.unit, clause.threshold?.value ?? null)}`}
          </span>
        )}
      </p>
    </div>
  )
}

/** A reading that this version has no words for shows its code. */
function readingText(language: Language, option: string, choice: string): string {
  const words = optionWords[option]
  return `${words?.label[language] ?? option}${language === 'zh' ? '：' : ': '}${words?.choices[choice]?.[language] ?? choice}`
}

const halvesText = (numerator: number | null, denominator: number | null): string => (denominator === null ? formatNumber(numerator) : `${formatNumber(numerator)} / ${formatNumber(denominator)}`)

export function Verdict({ state, words: { language } }: { readonly state: State; readonly words: Words }) {
  return (
    <span className={`verdict verdict-${state}`}>
      <span aria-hidden="true">{stateWords[state].sign}</span> {stateWords[state][language]}
    </span>
  )
}

export function PeopleTable({ published, words }: { readonly published: Published; readonly words: Words }) {
  const { say } = words
  const { counts } = published
  const rows = useMemo(() => published.units.map((unit, at) => ({ unit, at })).filter(({ unit }) => unit.counts !== null && areaLevels.indexOf(unit.level) <= areaLevels.indexOf('township')), [published])
  if (!counts || rows.length === 0) return null
  const [near, far] = counts.metres.map((metres) => formatNumber(metres, 0)) as [string, string]
  return (
    <details className="part">
      <summary>
        <h2>{say('people.title')}</h2>
      </summary>
      <p className="note">{say(counts.model === 'walk' ? 'people.noteWalk' : 'people.noteCircle', { near, far })}</p>
      <div className="table-frame" tabIndex={0} role="region" aria-label={say('people.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('districts.unit')}</th>
              <th scope="col">{say('people.near')}</th>
              <th scope="col">{say('people.within')}</th>
              <th scope="col">{say('people.all')}</th>
            </tr>
          </thead>
          <tbody>{rows.map(({ unit, at }) => unit.counts && <CountRow key={at} name={fullName(published, at)} counts={unit.counts} words={words} />)}</tbody>
        </table>
      </div>
      <p className="note">{say('people.rule', { k: counts.k, step: counts.step })}</p>
    </details>
  )
}

function CountRow({ name, counts, words: { say } }: { readonly name: string; readonly counts: NonNullable<PublishedUnit['counts']>; readonly words: Words }) {
  const told = (count: PublishedCount): string => (count === 'hidden' ? say('people.hidden') : count === null ? say('people.unknown') : formatNumber(count, 0))
  return (
    <tr>
      <th scope="row">{name}</th>
      {[counts.near, counts.within, counts.all].map((count, at) => (
        <td key={at} className={typeof count === 'number' ? 'figures' : 'quiet'}>
          {told(count)}
        </td>
      ))}
    </tr>
  )
}

/** With the unit above, for communities of one name are many; the top needs none. */
function fullName({ units }: Published, at: number): string {
  const unit = units[at]
  const above = unit?.parent == null ? null : units[unit.parent]
  return above && above.parent !== null ? `${above.name} ${unit!.name}` : (unit?.name ?? '')
}

/** Levels that occur among these units, the higher first. */
function levelsOf({ units }: Published, at: readonly number[]): AreaLevel[] {
  const found = new Set(at.flatMap((unit) => units[unit]?.level ?? []))
  return areaLevels.filter((level) => found.has(level))
}

/** The clause that judges most places one by one; null: there are no clauses. */
export function firstClause({ clauses }: Published): number | null {
  const judged = clauses.map(({ units }) => units.filter(({ state }) => state === 'met' || state === 'unmet').length)
  return clauses.length === 0 ? null : judged.indexOf(Math.max(...judged))
}
