import { describe, expect, test } from 'vitest'
import type { Compound, Fact } from '../../src/model/study'
import { gatesOf } from '../../src/rectify/gates'
import { compound, fact, judged, statesOf, studyOf } from '../helpers/town'

const items = { plan: 'sync-planned', build: 'sync-built', accept: 'sync-accepted', deliver: 'sync-delivered' } as const
type Said = Partial<Record<keyof typeof items, Fact['value']>>
const factsOf = (said: Said): Fact[] => Object.entries(said).map(([step, value]) => fact('compound', 'C', items[step as keyof typeof items], value))
const home: Partial<Compound> = { permitted: '2019-03', completed: '2021-06-30', delivered: '2021-10', age: 'new' }
const gates = (said: Said, more: Partial<Compound> = home, asOf?: string) => {
  const town = { compounds: [compound('C', more)], facts: factsOf(said), ...(asOf ? { asOf } : {}) }
  return gatesOf(studyOf(town), studyOf(town).compounds[0]!)
}
const states = (...given: Parameters<typeof gates>) => gates(...given)?.map(({ state }) => state)

describe('the four steps of a compound', () => {
  test('are done, missing or unsaid as the ledger says', () => expect(states({ plan: true, build: true, accept: false })).toEqual(['done', 'done', 'missing', 'unsaid']))

  test('a step taken after the housing had taken its own is late, on the day itself it is not', () => {
    expect(states({ accept: '2021-07-01' })?.[2]).toBe('late')
    expect(states({ accept: '2021-06-30' })?.[2]).toBe('done')
    expect(states({ deliver: '2021-10-31' })?.[3]).toBe('done')
    expect(states({ deliver: '2021-11' })?.[3]).toBe('late')
  })

  test('a month that may hold the housing’s day is not called late', () => expect(states({ accept: '2021-06' })?.[2]).toBe('done'))

  test('what the housing has not reached yet is not missing yet', () => {
    expect(states({ accept: false, deliver: false }, { permitted: '2024-01' })?.slice(2)).toEqual(['missing', 'missing'])
    expect(states({ accept: false }, { ...home, completed: '2026-05' })?.[2]).toBe('not-yet')
    expect(states({ accept: '2026-03' }, { ...home, completed: '2026-05' })?.[2]).toBe('not-yet')
    expect(states({ accept: '2026-03' }, home)?.[2]).toBe('missing')
  })

  test('stand beside the housing’s own days', () => expect(gates({ plan: '2018-12', build: true })?.map(({ date, housing }) => [date, housing])).toEqual([['2018-12', '2019-03'], [null, '2021-06-30'], [null, '2021-06-30'], [null, '2021-10']]))

  test('of which the ledger says nothing are no gates', () => expect(gates({})).toBeNull())
})

test('a day instead of a yes takes the step for the clause as well', () => {
  const said = { plan: '2018-12', build: '2021', accept: '2021-06-30', deliver: true }
  expect(statesOf(judged('QJ-07', { compounds: [compound('C', home)], facts: factsOf(said) }))).toEqual({ C: 'met' })
  expect(statesOf(judged('QJ-07', { compounds: [compound('C', home)], facts: factsOf({ ...said, deliver: false }) }))).toEqual({ C: 'unmet' })
})
