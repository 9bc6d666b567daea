/** What the map shows: layers, facility kinds, the two distances, the base map. */
import { setKinds } from '../state/commands/set-kinds'
import { setLayer } from '../state/commands/set-layer'
import { setMetres } from '../state/commands/set-metres'
import type { FacilityKind, Stage } from '../model/study'
import { facilitySymbol } from '../map/facility-symbol'
import { Mark } from '../map/mark'
import { facilityPicture } from '../map/picture'
import { kindsOf } from '../state/facility-kinds'
import type { Layers } from '../state/state'
import { kindName, stageName } from '../text/keys'
import { formatNumber } from '../text/numbers'
import { AboutButton } from './about/about-dialog'
import { BaseMapForm } from './base-map-form'
import { Coverage } from './clauses/coverage'
import { PrintButton } from './papers/print-map'
import { StreetReport } from './import/street-report'
import { useApp, useAppState, useSay, useSayWalk } from './use-app'
import { WalkModel } from './walk/walk-model'

const layerOrder: readonly (keyof Layers)[] = ['areas', 'facilities', 'compounds', 'plots', 'people', 'circles', 'streets', 'labels']
const tenMinutes = [300, 500]
const fifteenMinutes = [800, 1000]

export function LayersColumn() {
  const app = useApp()
  const { say, language } = useSay()
  const { sayWalk } = useSayWalk()
  const layers = useAppState((state) => state.layers)
  const study = useAppState((state) => state.study)
  const kinds = useAppState((state) => state.kinds)
  const metres = useAppState((state) => state.metres)
  const walking = useAppState((state) => state.walking)
  if (!study) return null
  const present = kindsOf(study)
  const has: Readonly<Record<keyof Layers, boolean>> = {
    areas: study.areas.length > 0,
    facilities: study.facilities.length > 0,
    compounds: study.compounds.length > 0,
    plots: study.plots.length > 0,
    people: study.people !== null,
    circles: study.facilities.some(({ at }) => at !== null),
    streets: walking.model === 'walk',
    labels: study.areas.length > 0,
  }
  const shown = kinds ?? present.map(({ kind }) => kind)
  const toggle = (kind: FacilityKind): void => {
    const next = shown.includes(kind) ? shown.filter((other) => other !== kind) : [...shown, kind]
    void setKinds(app, next.length === present.length ? null : next)
  }
  return (
    <div className="layers-column">
      <fieldset>
        <legend>{say('layers.title')}</legend>
        {layerOrder
          .filter((layer) => has[layer])
          .map((layer) => (
            <label key={layer} className="check">
              <input type="checkbox" checked={layers[layer]} onChange={(event) => setLayer(app, layer, event.currentTarget.checked)} />
              {layer === 'circles' && walking.model === 'walk' ? say('layers.circlesAndWalks') : say(`layers.${layer}`)}
            </label>
          ))}
      </fieldset>
      <fieldset>
        <legend>{sayWalk('model.title')}</legend>
        <WalkModel>
          <Metres label={say('layers.ten')} value={metres[0]} choices={tenMinutes} choose={(value) => void setMetres(app, [value, metres[1]])} />
          <Metres label={say('layers.fifteen')} value={metres[1]} choices={fifteenMinutes} choose={(value) => void setMetres(app, [metres[0], value])} />
        </WalkModel>
        <Coverage />
        {walking.streets && <StreetReport streets={walking.streets} />}
      </fieldset>
      <fieldset>
        <legend>{say('layers.kinds')}</legend>
        {present.length === 0 && <p className="note">{say('layers.kindsNone')}</p>}
        {present.map(({ kind, count }) => (
          <label key={kind} className="check">
            <input type="checkbox" checked={shown.includes(kind)} onChange={() => toggle(kind)} />
            <Mark picture={facilityPicture(facilitySymbol({ kind, level: null, stage: 'operating' }, language))} px={16} />
            <span className="grow">{kindName(language, kind)}</span>
            <span className="figures quiet">{formatNumber(count)}</span>
          </label>
        ))}
        <Stages />
      </fieldset>
      <BaseMapForm />
      <PrintButton />
      <AboutButton />
    </div>
  )
}

/** How the stages that the ledger holds are drawn. */
function Stages() {
  const { language } = useSay()
  const facilities = useAppState((state) => state.study?.facilities) ?? []
  const present = stageOrder.filter((stage) => facilities.some((facility) => facility.stage === stage))
  return (
    <ul className="stages">
      {present.map((stage) => (
        <li key={stage}>
          <Mark picture={facilityPicture({ shape: 'circle', glyph: '', look: stage, state: null })} px={16} />
          {stageName(language, stage)}
        </li>
      ))}
    </ul>
  )
}

const stageOrder: readonly Stage[] = ['operating', 'building', 'planned', 'closed']

function Metres({ label, value, choices, choose }: { readonly label: string; readonly value: number; readonly choices: readonly number[]; readonly choose: (value: number) => void }) {
  const { say } = useSay()
  return (
    <label className="field-row">
      {label}
      <select value={value} title={say('layers.metresHint')} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {say('layers.metresValue', { n: formatNumber(choice) })}
          </option>
        ))}
      </select>
    </label>
  )
}
