/** Where a figure comes from: formula, cells, reading in force, what would make it pass. */
import { useEffect, useRef } from 'react'
import type { ExplainedEdit, ExplainedInput, Explanation } from '../../indicators/explanation'
import type { Result, UnitResult } from '../../indicators/result'
import type { Study } from '../../model/study'
import { closeWhy, openWhy } from '../../state/commands/open-why'
import { clauseNamed } from '../../state/packs'
import { clauseFigure, shortfallUnits } from '../../indicators/clause-figure'
import { reasonText } from '../../state/reason-text'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { placeText } from '../../text/place'
import type { Language } from '../../text/say'
import { editedText } from '../../text/why'
import { ClauseReadings } from '../clauses/clause-readings'
import { inputName, inputValue } from '../import/input-words'
import { PassNeeds } from '../clauses/pass-needs'
import { unitValueText } from '../tables/unit-value'
import { useApp, useAppState, useSay } from '../use-app'
import { Verdict } from '../clauses/verdict'
import { WhyCounted } from './why-counted'
import { WhyWay } from './why-way'

export function WhyDrawer() {
  const app = useApp()
  const { say, language } = useSay()
  const why = useAppState((state) => state.why)
  const explanation = useAppState((state) => state.explanation)
  const results = useAppState((state) => state.results)
  const study = useAppState((state) => state.study)
  const drawer = useRef<HTMLElement>(null)
  const open = why !== null
  // Closed with the focus inside, it gives the focus back to the figure that was asked about.
  useEffect(() => {
    if (!open) return
    const asked = document.activeElement
    return () => {
      if (document.activeElement === document.body && asked instanceof HTMLElement) asked.focus()
    }
  }, [open])
  // A screen reader begins to read where the answer appears; Escape closes it.
  useEffect(() => drawer.current?.focus(), [why])
  const result = results?.find(({ policy, clause }) => clause === why?.clause && policy === why.policy)
  const clause = useAppState((state) => why && clauseNamed(state, why)) ?? undefined
  if (!why || !result || !study) return null
  const unit = why.unit === null ? null : (result.units.find(({ id }) => id === why.unit) ?? null)
  const figure = clauseFigure(clause, result)
  return (
    <section ref={drawer} className="why-drawer" aria-label={say('why.title')} tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && closeWhy(app)}>
      <header>
        <div>
          <p className="note">{clause?.title[language] ?? why.clause}</p>
          <h2>{unit ? unit.name : say('why.whole')}</h2>
        </div>
        <button type="button" onClick={() => closeWhy(app)}>
          {say('close')}
        </button>
      </header>
      <p className="why-verdict">
        <Verdict state={(unit ?? result).state} hollow={result.binding === 'aspirational'} />
        <strong className="figures">{unit ? unitValueText(language, result, figure, unit.value) : formatMeasure(language, result.value, figure.unit, figure.threshold?.value ?? null)}</strong>
        {unit && (
          <button type="button" className="plain" onClick={() => void openWhy(app, { ...why, unit: null })}>
            {say('why.toClause')}
          </button>
        )}
      </p>
      {(unit ?? result).why.length > 0 && (
        <ul className="why-reasons">
          {(unit ?? result).why.map((reason, index) => (
            <li key={index}>{reasonText(language, study, reason)}</li>
          ))}
        </ul>
      )}
      {explanation ? <Origin explanation={explanation} /> : <p className="note">{say('why.waiting')}</p>}
      <h3>{say('why.pass')}</h3>
      <PassNeeds result={result} unit={unit} figure={figure} measures={shortfallUnits(clause, result)} />
      <Counted result={result} unit={unit} />
      <h3>{say('why.reading')}</h3>
      {clause && clause.readings.length > 0 ? <ClauseReadings clause={clause} reading={result.reading} /> : <p className="note">{say('why.noReading')}</p>}
      {clause && <blockquote cite={clause.article}>{`「${clause.quote}」`}</blockquote>}
    </section>
  )
}

function Origin({ explanation }: { readonly explanation: Explanation }) {
  const { say } = useSay()
  return (
    <>
      <h3>{say('why.formula')}</h3>
      {explanation.formula === null ? (
        <p className="note">{say('why.noFormula')}</p>
      ) : (
        <p className="formula figures">
          {readable(explanation.formula)} = <strong>{formatNumber(explanation.value, 4)}</strong>
        </p>
      )}
      <h3>{say('why.inputs')}</h3>
      {explanation.inputs.length === 0 && <p className="note">{say('why.noInputs')}</p>}
      {explanation.inputCount > explanation.inputs.length && <p className="note">{say('why.inputsCut', { all: formatNumber(explanation.inputCount), n: formatNumber(explanation.inputs.length) })}</p>}
      <Inputs inputs={explanation.inputs.slice(0, inputsUnfolded)} />
      {explanation.inputs.length > inputsUnfolded && (
        <details>
          <summary className="note">{say('why.moreInputs', { n: formatNumber(explanation.inputs.length - inputsUnfolded) })}</summary>
          <Inputs inputs={explanation.inputs.slice(inputsUnfolded)} />
        </details>
      )}
    </>
  )
}

/** The reading and the way to pass should not drown in a long sum. */
const inputsUnfolded = 6

function Inputs({ inputs }: { readonly inputs: readonly ExplainedInput[] }) {
  return (
    <ul className="why-inputs">
      {inputs.map((input, index) => (
        <Input key={index} input={input} />
      ))}
    </ul>
  )
}

function Input({ input }: { readonly input: ExplainedInput }) {
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  return (
    <li>
      <span className="input-name">
        {input.name} <span className="quiet">{inputName(language, input.key)}</span>
      </span>
      <span className="figures input-value">{study && inputValue(language, study, input)}</span>
      <span className="note input-cell">{input.edited && study ? editedSaid(language, study, input, input.edited) : input.at ? placeText(language, input.at) : say('why.computed')}</span>
      {input.way && <WhyWay id={input.id} way={input.way} />}
    </li>
  )
}

/** Who set the number, and what the ledger says in its own cell. */
function editedSaid(language: Language, study: Study, { key, unit }: ExplainedInput, { from, at, recorded, steps }: ExplainedEdit): string {
  const said = from === undefined ? null : inputValue(language, study, { key, value: from, ...(unit === undefined ? {} : { unit }) })
  return editedText(language, { from: said, place: at ? placeText(language, at) : null, recorded, steps })
}

function Counted({ result, unit }: { readonly result: Result; readonly unit: UnitResult | null }) {
  const { say } = useSay()
  const counted = unit?.counted ?? []
  return (
    <>
      {counted.length > 0 && (
        <>
          <h3>{say('why.counted')}</h3>
          <WhyCounted ids={counted.map((id) => ({ id, note: null }))} />
        </>
      )}
      {!unit && result.excluded.length > 0 && (
        <>
          <h3>{say('why.excluded')}</h3>
          <WhyCounted ids={result.excluded.map(({ id, why }) => ({ id, note: why }))} />
        </>
      )}
    </>
  )
}

/** '1043/1147' → '1,043 ÷ 1,147': the signs of a school book. */
const readable = (formula: string): string => formula.replace(/\d+(?:\.\d+)?/g, (digits) => formatNumber(Number(digits), 6)).replace(/\s*\*\s*/g, ' × ').replace(/\s*\/\s*/g, ' ÷ ').replace(/\s*\+\s*/g, ' + ').replace(/(?<=[\d)])\s*-\s*/g, ' − ')
