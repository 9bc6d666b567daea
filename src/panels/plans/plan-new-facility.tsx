/** What a facility that is not there yet is to be: the same fields for a new one and for a plot that becomes one. */
import { facilityKinds, facilityLevels, type FacilityKind, type FacilityLevel } from '../../model/study'
import { columnName, kindName, levelName, stageName, valueName, valueNames } from '../../text/keys'
import type { PlanWord } from '../../text/plans'
import { figureIn } from './plan-fields'
import { useAppState } from '../use-app'
import { useSayPlan } from '../use-plans'

/** services null: unsaid, which is not none. level null: that of the kind. */
export type NewFacility = {
  readonly name: string
  readonly kind: FacilityKind
  readonly level: FacilityLevel | null
  readonly stage: 'operating' | 'building'
  readonly floorAreaM2: number | null
  readonly beds: number | null
  readonly nursingBeds: number | null
  readonly services: readonly string[] | null
}

/** Kinds that a plan would add. */
const offered = facilityKinds.filter((kind) => kind !== 'NOT')
const sizes = ['floorAreaM2', 'beds', 'nursingBeds'] as const
/** What planners ask for first. */
const services = ['day-care', 'short-stay', ...Object.keys(valueNames.services ?? {}).filter((service) => service !== 'day-care' && service !== 'short-stay')]

/** name and floorAreaM2: what is proposed. */
export function NewFacilityFields({ name, floorAreaM2 = null, locked = false }: { readonly name: string; readonly floorAreaM2?: number | null; readonly locked?: boolean }) {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  return (
    <>
      <label>
        <span>{columnName(language, 'name')}</span>
        <input type="text" name="name" defaultValue={name} disabled={locked} />
      </label>
      <label>
        <span>{columnName(language, 'kind')}</span>
        <select name="kind" defaultValue="COMM" disabled={locked}>
          {offered.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(language, kind)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{columnName(language, 'level')}</span>
        <select name="level" defaultValue="" disabled={locked}>
          <option value="">{sayPlan('editor.levelOfKind')}</option>
          {facilityLevels.map((level) => (
            <option key={level} value={level}>
              {levelName(language, level)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{columnName(language, 'stage')}</span>
        <select name="stage" defaultValue="operating" disabled={locked}>
          {(['operating', 'building'] as const).map((stage) => (
            <option key={stage} value={stage}>
              {stageName(language, stage)}
            </option>
          ))}
        </select>
      </label>
      <div className="figure-fields">
        {sizes.map((key) => (
          <label key={key}>
            <span>{columnName(language, key)}</span>
            <input type="text" inputMode="decimal" name={key} defaultValue={key === 'floorAreaM2' ? (floorAreaM2 ?? '') : ''} disabled={locked} />
          </label>
        ))}
      </div>
      <details>
        <summary>{columnName(language, 'services')}</summary>
        <div className="service-list">
          {services.map((service) => (
            <label key={service} className="check">
              <input type="checkbox" name="services" value={service} disabled={locked} />
              {valueName(language, 'services', service)}
            </label>
          ))}
        </div>
      </details>
    </>
  )
}

/** What was filled in, or what is wrong with it. */
export function newFacilityIn(form: FormData): NewFacility | PlanWord {
  const text = form.get('name')
  const name = typeof text === 'string' ? text.trim() : ''
  if (name === '') return 'editor.nameMissing'
  const [floorAreaM2, beds, nursingBeds] = sizes.map((key) => figureIn(form.get(key)))
  if (floorAreaM2 === undefined || beds === undefined || nursingBeds === undefined) return 'editor.unreadable'
  const ticked = form.getAll('services').filter((service) => typeof service === 'string')
  return {
    name,
    kind: offered.find((kind) => kind === form.get('kind')) ?? 'COMM',
    level: facilityLevels.find((level) => level === form.get('level')) ?? null,
    stage: form.get('stage') === 'building' ? 'building' : 'operating',
    floorAreaM2,
    beds,
    nursingBeds,
    services: ticked.length === 0 ? null : ticked,
  }
}
