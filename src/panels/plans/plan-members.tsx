/** Whom a facility serves, and who shares a pool: a list, a name to type, and picking on the map. */
import { useId, useState, type FormEvent } from 'react'
import type { Compound, Facility } from '../../model/study'
import { performEdit } from '../../state/commands/perform-edit'
import { pickPooled, pickServed, togglePooled, toggleServed } from '../../state/commands/pick-members'
import { choicesFor, choiceTyped, poolOf, poolSums } from '../../state/members'
import { columnName } from '../../text/keys'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { useApp, useAppState } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function ServesFields({ facility, locked }: { readonly facility: Facility; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const study = useAppState((state) => state.study)
  const picking = useWorkshop(({ tool }) => tool?.kind === 'serve' && tool.facility === facility.id)
  const nameOf = (id: string): string => study?.compounds.find((each) => each.id === id)?.name ?? study?.areas.find((each) => each.id === id)?.name ?? id
  return (
    <div className="member-fields">
      <p className="note">{facility.serves === null ? sayPlan('members.unsaid') : facility.serves.length === 0 ? sayPlan('members.nobody') : sayPlan('members.count', { n: facility.serves.length })}</p>
      <Members ids={facility.serves ?? []} nameOf={nameOf} locked={locked} drop={(id) => void toggleServed(app, facility.id, id)} />
      <MemberInput kinds={['area', 'compound']} locked={locked} add={(id) => (facility.serves?.includes(id) ? Promise.resolve(true) : toggleServed(app, facility.id, id))} />
      <button type="button" aria-pressed={picking} disabled={locked} onClick={() => pickServed(app, picking ? null : facility.id)}>
        {sayPlan(picking ? 'members.pickDone' : 'members.pick')}
      </button>
      {picking && <p className="note">{sayPlan('members.pickServes')}</p>}
    </div>
  )
}

export function PoolFields({ compound, locked }: { readonly compound: Compound; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const study = useAppState((state) => state.study)
  const { pool } = compound
  const picking = useWorkshop(({ tool }) => tool?.kind === 'pool' && tool.pool === pool)
  const names = useId()
  if (!study) return null
  const members = pool === null ? [] : poolOf(study, pool)
  const sums = poolSums(members)
  const pools = [...new Set(study.compounds.flatMap(({ pool }) => (pool === null ? [] : [pool])))].sort()
  return (
    <div className="member-fields">
      <form
        key={pool}
        className="figure-fields"
        onSubmit={(event) => {
          event.preventDefault()
          const written = new FormData(event.currentTarget).get('pool')
          void performEdit(app, { type: 'set-pool', compound: compound.id, pool: (typeof written === 'string' && written.trim()) || null })
        }}
      >
        <label>
          <span>{columnName(language, 'pool')}</span>
          <input type="text" name="pool" list={names} defaultValue={pool ?? ''} placeholder={sayPlan('editor.poolNone')} disabled={locked} />
        </label>
        <datalist id={names}>
          {pools.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <button type="submit" disabled={locked}>
          {sayPlan('editor.apply')}
        </button>
      </form>
      {pool !== null && (
        <>
          <p className="note figures">{sayPlan('members.pool', { n: members.length, households: formatNumber(sums.households), area: formatMeasure(language, sums.careAreaM2, 'm2') })}</p>
          <Members ids={members.map(({ id }) => id)} nameOf={(id) => members.find((each) => each.id === id)?.name ?? id} locked={locked} drop={(id) => void togglePooled(app, pool, id)} />
          <MemberInput kinds={['compound']} locked={locked} add={(id) => (members.some((each) => each.id === id) ? Promise.resolve(true) : togglePooled(app, pool, id))} />
          <button type="button" aria-pressed={picking} disabled={locked} onClick={() => pickPooled(app, picking ? null : pool)}>
            {sayPlan(picking ? 'members.pickDone' : 'members.pick')}
          </button>
          {picking && <p className="note">{sayPlan('members.pickPool')}</p>}
        </>
      )}
    </div>
  )
}

function Members({ ids, nameOf, locked, drop }: { readonly ids: readonly string[]; readonly nameOf: (id: string) => string; readonly locked: boolean; readonly drop: (id: string) => void }) {
  const sayPlan = useSayPlan()
  return (
    <ul className="member-list">
      {ids.map((id) => (
        <li key={id}>
          {nameOf(id)}
          <button type="button" disabled={locked} aria-label={sayPlan('members.drop', { name: nameOf(id) })} title={sayPlan('members.drop', { name: nameOf(id) })} onClick={() => drop(id)}>
            ✕
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A name that many have is not guessed at: the list below the field tells them apart. */
function MemberInput({ kinds, locked, add }: { readonly kinds: readonly ('area' | 'compound')[]; readonly locked: boolean; readonly add: (id: string) => Promise<boolean> }) {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const study = useAppState((state) => state.study)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const list = useId()
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const choice = study && choiceTyped(study, language, typed, kinds)
    setWrong(!choice)
    if (choice && (await add(choice.id))) setTyped('')
  }
  return (
    <form className="member-input" onSubmit={(event) => void send(event)}>
      <input type="text" list={list} value={typed} placeholder={sayPlan('members.typeHint')} aria-label={sayPlan('members.typeHint')} disabled={locked} onChange={(event) => setTyped(event.currentTarget.value)} />
      <datalist id={list}>{study && choicesFor(study, language, typed, kinds).map(({ id, label }) => <option key={id} value={label} />)}</datalist>
      <button type="submit" disabled={locked}>
        {sayPlan('members.add')}
      </button>
      {wrong && (
        <p className="wrong note" role="alert">
          {sayPlan('members.unknown')}
        </p>
      )}
    </form>
  )
}
