/** Where from, and what is looked for. */
import { useMemo, useState } from 'react'
import type { FacilityKind } from '../model/study'
import type { Published } from '../saved/published'
import { offered, startsFor, type Question, type Spot } from './nearest'
import { kindWord, serviceWord, type Words } from './words'

export type Start = { readonly at: Spot; readonly name: string }

type Props = {
  readonly published: Published
  readonly words: Words
  readonly question: Question
  readonly start: Start | null
  readonly onQuestion: (change: Partial<Question>) => void
  readonly onStart: (start: Start | null) => void
}

const minutes = [10, 15, 30] as const

export function Find({ published, words, question, start, onQuestion, onStart }: Props) {
  const { say } = words
  const { kinds, services } = useMemo(() => offered(published), [published])
  const starts = startsFor(published, question.find)
  return (
    <form className="find" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="find-words">
        <span className="sr-only">{say('find.search')}</span>
        <input
          type="search"
          value={question.find}
          placeholder={say('find.search')}
          maxLength={60}
          onChange={(event) => onQuestion({ find: event.currentTarget.value })}
        />
      </label>
      <Here published={published} words={words} onStart={onStart} />
      {starts.length > 0 && (
        <div className="find-starts">
          {starts.map(({ name, at }) => (
            <button
              key={`${name} ${at.join()}`}
              type="button"
              onClick={() => {
                onStart({ at, name })
                onQuestion({ find: '' })
              }}
            >
              {say('find.startAt', { place: name })}
            </button>
          ))}
        </div>
      )}
      <details className="narrow" open={isNarrowed(question) || undefined}>
        <summary>{say('find.narrow')}</summary>
        <div className="find-narrow">
          {kinds.length > 1 && (
            <Choice
              label={say('find.kind')}
              value={question.kind ?? ''}
              any={say('find.anyKind')}
              choices={kinds.map((kind) => [kind, kindWord(words, kind)])}
              onChoose={(kind) => onQuestion({ kind: (kind as FacilityKind) || null })}
            />
          )}
          {services.length > 1 && (
            <Choice
              label={say('find.service')}
              value={question.service ?? ''}
              any={say('find.anyService')}
              choices={services.map((service) => [service, serviceWord(words, service)])}
              onChoose={(service) => onQuestion({ service: service || null })}
            />
          )}
          {start && (
            <Choice
              label={say('find.within')}
              value={question.within === null ? '' : String(question.within)}
              any={say('find.anywhere')}
              choices={minutes.map((n) => [String(n), say('find.minutes', { n })])}
              onChoose={(within) => onQuestion({ within: within === '' ? null : Number(within) })}
            />
          )}
        </div>
      </details>
      <p className="find-from">
        {start ? say('find.from', { place: start.name }) : say('find.fromNothing')}
        {start && (
          <button type="button" className="plain" onClick={() => onStart(null)}>
            {say('find.forget')}
          </button>
        )}
      </p>
    </form>
  )
}

const isNarrowed = ({ kind, service, within }: Question): boolean =>
  kind !== null || service !== null || within !== null

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly any: string
  readonly choices: readonly (readonly [string, string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, value, any, choices, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{any}</option>
        {choices.map(([each, word]) => (
          <option key={each} value={each}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}

function Here({ published, words: { say }, onStart }: Pick<Props, 'published' | 'words' | 'onStart'>) {
  const [state, setState] = useState<'idle' | 'waiting' | 'refused' | 'far'>('idle')
  const locate = (): void => {
    if (!('geolocation' in navigator)) return setState('refused')
    setState('waiting')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at: Spot = [coords.longitude, coords.latitude]
        if (!isNear(published, at)) return setState('far')
        setState('idle')
        onStart({ at, name: say('find.fromHere') })
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <div className="here">
      <button type="button" className="primary" onClick={locate} disabled={state === 'waiting'}>
        {say(state === 'waiting' ? 'find.hereWaiting' : 'find.here')}
      </button>
      <span className="note" role="status">
        {state === 'refused' ? say('find.hereRefused') : state === 'far' ? say('find.hereFar') : say('find.hereWhy')}
      </span>
    </div>
  )
}

/** Within a degree of any facility: a visitor from another province is told so. */
const isNear = ({ facilities }: Published, [lng, lat]: Spot): boolean =>
  facilities.some(({ at }) => at && Math.abs(at[0] / 1e5 - lng) < 1 && Math.abs(at[1] / 1e5 - lat) < 1)
