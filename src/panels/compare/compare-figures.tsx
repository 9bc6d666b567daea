/** What a comparison comes to in all: what is gained and lost of each, never netted into one figure. */
import type { Difference } from '../../indicators/difference/difference'
import type { PeopleOfUnits } from '../../indicators/difference/difference-people'
import { formatMeasure, formatNumber } from '../../text/numbers'
import type { Language } from '../../text/say'
import { useAppState } from '../use-app'
import { useSayPlan, type SayPlan } from '../use-plans'

export function CompareFigures({ difference: { totals } }: { readonly difference: Difference }) {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const { gainedPeople, lostPeople } = totals
  // Compounds lie in units: of the two that has people which changed, else the units.
  const of = sum(gainedPeople.areas) + sum(lostPeople.areas) > 0 ? 'areas' : 'compounds'
  const people = (key: 'elders60' | 'households', unknown: 'eldersUnknown' | 'householdsUnknown'): string => gainedAndLost(sayPlan, gainedPeople[of][key], lostPeople[of][key], gainedPeople[of][unknown] + lostPeople[of][unknown])
  const closed = (m2: number): string => shortfallChange(sayPlan, language, m2 === 0 ? 0 : -m2, 'm2') || sayPlan('compare.noChange')
  const cost = totals.cost === null ? sayPlan('compare.noCost') : formatMeasure(language, totals.cost, 'yuan')
  const rows: readonly (readonly [string, string, string])[] = [
    [sayPlan('compare.figClauses'), sayPlan('compare.gainedLost', { gained: totals.clausesGained, lost: totals.clausesLost }), ''],
    [sayPlan('compare.figUnits'), sayPlan('compare.gainedLost', { gained: totals.unitsGained, lost: totals.unitsLost }), ''],
    [sayPlan('compare.figElders'), people('elders60', 'eldersUnknown'), ''],
    [sayPlan('compare.figHouseholds'), people('households', 'householdsUnknown'), ''],
    [sayPlan('compare.figCare'), closed(totals.careAreaClosedM2), ''],
    ...(totals.landClosedM2 === 0 ? [] : [[sayPlan('compare.figLand'), closed(totals.landClosedM2), ''] as const]),
    [sayPlan('compare.figCost'), cost, totals.cost !== null && totals.withoutCost !== 0 ? sayPlan('compare.withoutCost', { n: Math.abs(totals.withoutCost) }) : ''],
  ]
  return (
    <dl className="compare-figures">
      {rows.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">
            <strong>{value}</strong> {note && <span className="note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** '+120 −363'; 0 where there is neither. unknown: units whose people nobody states. */
export function gainedAndLost(sayPlan: SayPlan, gained: number, lost: number, unknown = 0): string {
  const known = [gained === 0 ? '' : `+${formatNumber(gained)}`, lost === 0 ? '' : `−${formatNumber(lost)}`].filter(Boolean)
  const blank = unknown > 0 ? sayPlan('compare.unknown', { n: unknown }) : ''
  return [...(known.length === 0 && blank === '' ? ['0'] : known), blank].filter(Boolean).join(' ')
}

/** A shortfall that shrinks is closed; blank where it stays or is not known. */
export function shortfallChange(sayPlan: SayPlan, language: Language, change: number | null, unit: string): string {
  if (change === null || change === 0) return ''
  return sayPlan(change < 0 ? 'compare.closes' : 'compare.opens', { value: formatMeasure(language, Math.abs(change), unit) })
}

const sum = ({ elders60, households, eldersUnknown, householdsUnknown }: PeopleOfUnits): number => elders60 + households + eldersUnknown + householdsUnknown
