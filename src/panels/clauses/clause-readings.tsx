/** Every way in which the clause can be read, as a choice with its default marked. */
import type { Options, OptionValue } from '../../model/study'
import type { Clause, ClauseReading } from '../../policy/clause'
import { changedReadings } from '../../state/changed-readings'
import { chooseOption } from '../../state/commands/choose-option'
import { choiceLabel, optionLabel } from '../option-words'
import { useApp, useSay } from '../use-app'

/** A card shows a long list only when asked; the drawer always shows it. */
export function ClauseReadings({ clause, reading, folded = false }: { readonly clause: Clause; readonly reading: Options; readonly folded?: boolean }) {
  const { say } = useSay()
  if (clause.readings.length === 0) return null
  const changed = changedReadings(clause, reading).length
  const choices = clause.readings.map((choice) => (
    <Reading key={choice.option} reading={choice} inForce={reading[choice.option] === undefined ? choice.default : (reading[choice.option] as OptionValue)} />
  ))
  if (!folded) return <section className="readings">{choices}</section>
  return (
    <details className="readings" open={changed > 0 || choices.length <= shownUnfolded}>
      <summary>
        {say('clauses.readingsCount', { n: choices.length })}
        {changed > 0 && <span className="badge">{say('clauses.readingsChanged', { n: changed })}</span>}
      </summary>
      {choices}
    </details>
  )
}

const shownUnfolded = 5

function Reading({ reading: { option, choices, default: own, why }, inForce }: { readonly reading: ClauseReading; readonly inForce: OptionValue }) {
  const app = useApp()
  const { say, language } = useSay()
  const changed = inForce !== own
  return (
    <div className={changed ? 'reading changed' : 'reading'}>
      <label title={language === 'en' ? why : undefined}>
        <span>{optionLabel(language, option)}</span>
        <select
          value={choices.findIndex((choice) => choice === inForce)}
          onChange={(event) => {
            const choice = choices[Number(event.currentTarget.value)]
            if (choice !== undefined) void chooseOption(app, option, choice, own)
          }}
        >
          {choices.map((choice, index) => (
            <option key={String(choice)} value={index}>
              {choiceLabel(language, option, choice)}
              {choice === own ? `（${say('clauses.default')}）` : ''}
            </option>
          ))}
        </select>
      </label>
      {changed && (
        <button type="button" className="plain" onClick={() => void chooseOption(app, option, own, own)}>
          {say('clauses.resetOption')}
        </button>
      )}
    </div>
  )
}
