import { describe, expect, test } from 'vitest'
import { compound, fact, judged, statesOf, type Town } from '../../helpers/town'

const short = { households: 1000, careAreaM2: 100, completed: '2019-05' }
const enough = { households: 1000, careAreaM2: 250, completed: '2019-05' }
const town = (...compounds: ReturnType<typeof compound>[]): Town => ({ compounds })

describe('compounds since 2018 that were short must be mended by the end of 2023', () => {
  test('short now and nothing done: unmet, with its shortfall', () => {
    const result = judged('QJ-15', town(compound('A', short)))
    expect(result).toMatchObject({ state: 'unmet', numerator: 0, denominator: 1, shortfallOfUnits: 150, deadline: '2023-12-31', pastDue: true })
  })

  test('none short and none recorded: nothing to mend', () => {
    expect(judged('QJ-15', town(compound('A', enough)))).toMatchObject({ state: 'not-applicable', units: [] })
  })

  test('recorded and now meeting the norm: met; recorded as finished: met', () => {
    expect(statesOf(judged('QJ-15', town(compound('A', { ...enough, remedy: '补建' }), compound('B', { ...short, done: '2023-06' }))))).toEqual({ A: 'met', B: 'met' })
  })

  test('finished after the deadline is met and marked late, or unmet by the stricter reading', () => {
    const late = town(compound('A', { ...short, done: '2024-03' }))
    expect(judged('QJ-15', late).units[0]).toMatchObject({ state: 'met', why: [{ code: 'late', detail: '2024-03' }] })
    expect(judged('QJ-15', late, { lateRectification: 'unmet' }).state).toBe('unmet')
  })

  test('a finish after the data date is not finished', () => {
    expect(judged('QJ-15', { ...town(compound('A', { ...short, done: '2024-03' })), asOf: '2023-12-31' }).state).toBe('unmet')
  })

  test('finished before 2018 or marked old is no concern of the sentence; marked new without a date is undecided', () => {
    expect(statesOf(judged('QJ-15', town(compound('A', { ...short, completed: '2017' }), compound('B', { ...short, age: 'old' }), compound('C', { ...short, completed: null, age: 'new' }))))).toEqual({ C: 'undecided' })
  })

  test('a blank area leaves it open whether the duty falls on the compound', () => {
    expect(judged('QJ-15', town(compound('A', { ...short, careAreaM2: null }))).state).toBe('no-data')
  })

  test('the office found it below the norm: in the set, unmet until mended', () => {
    expect(judged('QJ-15', { ...town(compound('A', { ...short, careAreaM2: null })), facts: [fact('compound', 'A', 'care-provision-met', false)] }).state).toBe('unmet')
  })

  test('by the area that the ledger requires: 100 m² are enough where it asks for 90', () => {
    const facts = [fact('compound', 'A', 'required-care-area', 90)]
    expect(judged('QJ-15', { ...town(compound('A', short)), facts }, { ruleThen: 'ledger-required' })).toMatchObject({ state: 'not-applicable' })
    expect(judged('QJ-15', { ...town(compound('A', short)), facts: [fact('compound', 'A', 'required-care-area', 120)] }, { ruleThen: 'ledger-required' })).toMatchObject({ state: 'unmet', shortfallOfUnits: 20 })
  })
})
