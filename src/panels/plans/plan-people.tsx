/** Growth: households and people of a unit, a compound or a people point, typed one by one or by per cent. Households and elders are two kinds of edit. */
import { useState } from 'react'
import type { Study } from '../../model/study'
import { performEdit } from '../../state/commands/perform-edit'
import { FigureFields, figureIn, type Figures } from './plan-fields'
import { useApp } from '../use-app'
import { useSayPlan } from '../use-plans'

type Of = { readonly kind: 'compound' | 'area' | 'people'; readonly id: string }

const householdKeys = { compound: ['households', 'householdsBuilt', 'householdsOccupied', 'householdsRegistered'], area: ['households'], people: ['households'] } as const
const elderKeys = { compound: ['elders60', 'residents'], area: ['elders60', 'elders65', 'elders80', 'residents'], people: ['elders60', 'elders65', 'elders80', 'residents'] } as const

type HouseholdKey = (typeof householdKeys)['compound'][number]
type ElderKey = (typeof elderKeys)['area'][number]

export function PeopleFields({ of, record, locked }: { readonly of: Of; readonly record: Partial<Figures<HouseholdKey | ElderKey>>; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const households = figures<HouseholdKey>(householdKeys[of.kind], record)
  const elders = figures<ElderKey>(elderKeys[of.kind], record)
  return (
    <>
      <details open>
        <summary>{sayPlan('editor.households')}</summary>
        <FigureFields keys={householdKeys[of.kind]} values={households} disabled={locked} onApply={(changed) => void performEdit(app, { type: 'set-households', of, ...changed })} />
      </details>
      <details open={of.kind !== 'compound'}>
        <summary>{sayPlan('editor.people')}</summary>
        <FigureFields keys={elderKeys[of.kind]} values={elders} disabled={locked} onApply={(changed) => void performEdit(app, { type: 'set-elders', of, ...changed })} />
        <Growth disabled={locked} grow={(by) => void performEdit(app, { type: 'set-elders', of, ...grown(elders, by) })} />
      </details>
    </>
  )
}

/** One per cent for all of the figures that are known; what is unknown stays unknown. */
function Growth({ disabled, grow }: { readonly disabled: boolean; readonly grow: (by: number) => void }) {
  const sayPlan = useSayPlan()
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className="growth-field"
      onSubmit={(event) => {
        event.preventDefault()
        const written = new FormData(event.currentTarget).get('growth')
        const text = typeof written === 'string' ? written.trim().replace(/[%％]$/, '').replace('−', '-') : ''
        const size = figureIn(text.replace(/^[+-]/, ''))
        const by = size == null ? null : text.startsWith('-') ? -size : size
        setWrong(by === null || by < -100)
        if (by !== null && by >= -100) grow(by / 100)
      }}
    >
      <label>
        <span>{sayPlan('editor.growth')}</span>
        <input type="text" inputMode="decimal" name="growth" placeholder="+10" disabled={disabled} />
      </label>
      <button type="submit" disabled={disabled}>
        {sayPlan('editor.apply')}
      </button>
      {wrong && (
        <p className="wrong note" role="alert">
          {sayPlan('editor.growthWrong')}
        </p>
      )}
    </form>
  )
}

/** Whole people: nobody counts in fractions when the ledger does not. */
export const grown = <K extends string>(values: Figures<K>, by: number): Partial<Record<K, number>> =>
  Object.fromEntries(Object.entries<number | null>(values).flatMap(([key, value]) => (value === null ? [] : [[key, Math.round(value * (1 + by))]]))) as Partial<Record<K, number>>

const figures = <K extends string>(keys: readonly K[], record: Partial<Figures<K>>): Figures<K> => Object.fromEntries(keys.map((key) => [key, record[key] ?? null])) as Figures<K>

/** A people point as a record; null: there is no such point. Unknown counts are NaN in its columns. */
export function pointRecord({ people }: Study, id: string): Figures<'households' | ElderKey> | null {
  const at = people?.id.indexOf(id) ?? -1
  if (!people || at === -1) return null
  const count = (column: Float64Array): number | null => (Number.isNaN(column[at]) ? null : column[at]!)
  return { households: count(people.households), residents: count(people.residents), elders60: count(people.elders60), elders65: count(people.elders65), elders80: count(people.elders80) }
}

