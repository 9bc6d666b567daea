/** 圈型: the legal circle or the elder walk; the pace with its source; the walk network and what became of it. */
import { chooseModel } from '../../state/commands/choose-model'
import { walkOptions } from '../../policy/options'
import { setSpeed } from '../../state/commands/set-speed'
import { setWalkOption } from '../../state/commands/set-walk-option'
import { hasStreetFiles, walkMetres, walkMinutes } from '../../state/walking'
import { walkSpeeds } from '../../reach/walk-speeds'
import { formatNumber } from '../../text/numbers'
import { whyText } from '../../text/why'
import { choiceLabel, optionLabel } from '../option-words'
import { useApp, useAppState, useSayWalk } from '../use-app'

/** Metres of the circle are chosen by `children`; on foot they follow from the pace. */
export function WalkModel({ children }: { readonly children: React.ReactNode }) {
  const app = useApp()
  const { sayWalk, language } = useSayWalk()
  const study = useAppState((state) => state.study)
  const { model, streets } = useAppState((state) => state.walking)
  const building = useAppState((state) => state.work?.turn === 'streets')
  if (!study) return null
  const possible = hasStreetFiles(study)
  return (
    <>
      <div className="model-switch" role="group" aria-label={sayWalk('model.title')}>
        {(['circle', 'walk'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={model === each} disabled={each === 'walk' && (!possible || building)} title={sayWalk(each === 'circle' ? 'model.circleHint' : 'model.walkHint')} onClick={() => void chooseModel(app, each)}>
            {sayWalk(`model.${each}`)}
          </button>
        ))}
      </div>
      {!possible && <p className="note">{sayWalk('model.none')}</p>}
      {streets?.lack && <p className="note">{sayWalk('streets.lack', { why: whyText(language, streets.lack) })}</p>}
      {model === 'walk' ? <Pace /> : children}
    </>
  )
}

/** Options of every walk that are off unless wanted. */
function Effort() {
  const app = useApp()
  const { sayWalk, language } = useSayWalk()
  const options = useAppState((state) => state.options)
  const drawn = useAppState((state) => state.study?.tables.some(({ ledger }) => ledger === 'roads') === true)
  const shown = walkOptions.filter(({ id }) => id !== 'joinCrossings' || drawn)
  const inForce = shown.map((option) => ({ ...option, value: option.choices.find((choice) => String(choice) === String(options[option.id])) ?? option.default }))
  const changed = inForce.filter((option) => option.value !== option.default).length
  return (
    <details className="walk-effort" open={changed > 0}>
      <summary className="note">{changed > 0 ? sayWalk('effort.changed', { n: changed }) : sayWalk('effort.title')}</summary>
      {inForce.map(({ id, choices, value }) => (
        <label key={id} className="field-row">
          <span>{optionLabel(language, id)}</span>
          <select value={choices.indexOf(value)} onChange={(event) => void setWalkOption(app, id, choices[Number(event.currentTarget.value)] ?? null)}>
            {choices.map((choice, at) => (
              <option key={String(choice)} value={at}>
                {choiceLabel(language, id, choice)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p className="note">{sayWalk('effort.note')}</p>
    </details>
  )
}

function Pace() {
  const app = useApp()
  const { sayWalk } = useSayWalk()
  const { speed } = useAppState((state) => state.walking)
  const known = walkSpeeds.find((each) => each.speed === speed)
  const metres = walkMetres(speed)
  return (
    <>
      <label className="field-row">
        {sayWalk('speed.title')}
        <select value={speed} onChange={(event) => void setSpeed(app, Number(event.currentTarget.value))}>
          {walkSpeeds.map((each) => (
            <option key={each.id} value={each.speed}>
              {sayWalk('speed.value', { speed: each.speed })}
            </option>
          ))}
        </select>
      </label>
      <p className="note figures">
        {walkMinutes.map((minutes, at) => (
          <span key={minutes} className="walk-metres">
            {sayWalk('metres.minutes', { minutes, metres: formatNumber(metres[at] ?? null, 0) })}
          </span>
        ))}
      </p>
      {known && <p className="note">{sayWalk('speed.source', { words: sayWalk(`speed.${known.id}`) })}</p>}
      <Effort />
    </>
  )
}
