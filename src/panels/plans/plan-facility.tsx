/** The selected facility: where it stands, how large it is, what it is, whether it runs. */
import { facilityKinds, facilityLevels, type Facility, type FacilityKind, type FacilityLevel } from '../../model/study'
import { performEdit } from '../../state/commands/perform-edit'
import { takeTool } from '../../state/commands/drag-facility'
import { columnName, kindName, levelName, stageName, valueName, valueNames } from '../../text/keys'
import { FigureFields, PlaceFields } from './plan-fields'
import { ServesFields } from './plan-members'
import { PlanWeight } from './plan-weight'
import { useApp, useAppState } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

const sizes = ['floorAreaM2', 'landAreaM2', 'beds', 'nursingBeds'] as const

export function PlanFacility({ facility, locked }: { readonly facility: Facility; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const moving = useWorkshop(({ tool }) => tool?.kind === 'move' && tool.facility === facility.id)
  const area = useAppState((state) => state.study?.areas.find(({ id }) => id === facility.area)?.name)
  const { id } = facility
  return (
    <>
      <p className="note">{[facility.kind && kindName(language, facility.kind), facility.level && levelName(language, facility.level), area, facility.stage && stageName(language, facility.stage)].filter(Boolean).join(' · ')}</p>
      <PlanWeight />
      <div className="actions">
        <button type="button" className={moving ? undefined : 'primary'} aria-pressed={moving} disabled={locked} onClick={() => takeTool(app, moving ? null : { kind: 'move', facility: id })}>
          {sayPlan(moving ? 'editor.stopMoving' : 'editor.move')}
        </button>
        {facility.stage === 'operating' ? (
          <button type="button" disabled={locked} onClick={() => void performEdit(app, { type: 'close-facility', facility: id })}>
            {sayPlan('editor.close')}
          </button>
        ) : (
          <button type="button" disabled={locked} onClick={() => void performEdit(app, { type: 'reopen-facility', facility: id })}>
            {sayPlan('editor.reopen')}
          </button>
        )}
      </div>
      {moving && <p className="note">{sayPlan('editor.moving', { escape: 'Esc' })}</p>}
      <details>
        <summary>{sayPlan('editor.position')}</summary>
        <PlaceFields at={facility.at} disabled={locked || moving} button={sayPlan('editor.moveTo')} onApply={(to) => void performEdit(app, { type: 'move-facility', facility: id, to })} />
      </details>
      <details>
        <summary>{sayPlan('editor.size')}</summary>
        <FigureFields keys={sizes} values={facility} disabled={locked} onApply={(changed) => void performEdit(app, { type: 'resize-facility', facility: id, ...changed })} />
      </details>
      <details>
        <summary>{sayPlan('editor.serves')}</summary>
        <ServesFields facility={facility} locked={locked} />
      </details>
      <details>
        <summary>{sayPlan('editor.kind')}</summary>
        <KindFields facility={facility} locked={locked} />
      </details>
    </>
  )
}

/** Each choice is one edit. */
function KindFields({ facility, locked }: { readonly facility: Facility; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const services = facility.services ?? []
  const change = (to: { kind?: FacilityKind; level?: FacilityLevel | null; services?: readonly string[] }): void => void performEdit(app, { type: 'rekind-facility', facility: facility.id, ...to })
  return (
    <div className="kind-fields">
      <select aria-label={sayPlan('editor.kind')} value={facility.kind ?? ''} disabled={locked} onChange={(event) => change({ kind: event.currentTarget.value as FacilityKind })}>
        {facility.kind === null && <option value="" disabled />}
        {facilityKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(language, kind)}
          </option>
        ))}
      </select>
      <select aria-label={columnName(language, 'level')} value={facility.level ?? ''} disabled={locked} onChange={(event) => change({ level: (event.currentTarget.value || null) as FacilityLevel | null })}>
        <option value="">—</option>
        {facilityLevels.map((level) => (
          <option key={level} value={level}>
            {levelName(language, level)}
          </option>
        ))}
      </select>
      <div className="service-list">
        {Object.keys(valueNames.services ?? {}).map((service) => (
          <label key={service} className="check">
            <input type="checkbox" checked={services.includes(service)} disabled={locked} onChange={() => change({ services: services.includes(service) ? services.filter((other) => other !== service) : [...services, service] })} />
            {valueName(language, 'services', service)}
          </label>
        ))}
      </div>
    </div>
  )
}
