import { describe, expect, test } from 'vitest'
import type { Clause, Deadline } from '../../src/policy/clause'
import { choicesOf, deadlineOf, readingOf, typedOptions } from '../../src/policy/reading'
import { policyOptions } from '../../src/policy/options'

const clause: Pick<Clause, 'id' | 'readings'> = {
  id: 'T-1',
  readings: [
    { option: 'coverage', choices: ['located', 'served'], default: 'located', why: '' },
    { option: 'basicallyShare', choices: [1, 0.95, 0.9], default: 1, why: '' },
    { option: 'beforeYear', choices: ['2024-12-31', '2025-12-31', null], default: '2024-12-31', why: '' },
    { option: 'poolRadius', choices: [null, 400], default: null, why: '' },
  ],
}

describe('the reading in force', () => {
  test('is the clause’s default for every option that is not set', () => {
    expect(readingOf(clause, {})).toEqual({ reading: { coverage: 'located', basicallyShare: 1, beforeYear: '2024-12-31', poolRadius: null }, problems: [] })
  })

  test('is what the user set, typed as the clause offers it', () => {
    expect(readingOf(clause, { coverage: 'served', basicallyShare: '0.9', beforeYear: 'null', poolRadius: '400' }).reading).toEqual({ coverage: 'served', basicallyShare: 0.9, beforeYear: null, poolRadius: 400 })
    expect(readingOf(clause, { beforeYear: null }).reading.beforeYear).toBeNull()
  })

  test('stays the default where the clause does not offer the value, with a problem (SETTLED 22)', () => {
    const { reading, problems } = readingOf(clause, { coverage: 'reached', stages: 'operating' })
    expect(reading.coverage).toBe('located')
    expect(problems).toEqual([{ code: 'option-value-not-offered', severity: 'info', at: {}, detail: 'T-1: coverage=reached' }])
  })

  test('has no option of another clause', () => expect(readingOf(clause, { stages: 'operating' }).reading).not.toHaveProperty('stages'))

  test('takes nothing from a prototype', () => expect(readingOf({ id: 'x', readings: [{ option: 'constructor', choices: ['a'], default: 'a', why: '' }] }, {}).problems).toEqual([]))
})

describe('options as text', () => {
  test('become the values that they name, null among them; what nobody offers stays as it is', () => {
    expect(typedOptions({ walkSpeed: '1.2', beforeYear: 'null', poolRadius: '400', coverage: 'served', circleMetres: '700' }, [clause])).toEqual({ walkSpeed: 1.2, beforeYear: null, poolRadius: 400, coverage: 'served', circleMetres: '700' })
  })

  test('may take the choices of a clause beside the usual ones', () => {
    expect(choicesOf('poolRadius', [clause])).toEqual([null, 300, 500, 1000, 400])
    expect(choicesOf('nothing', [clause])).toEqual([])
  })
})

test('every option offers its usual default, and no id stands twice', () => {
  expect(policyOptions.filter(({ choices, default: own }) => !choices.includes(own))).toEqual([])
  expect(new Set(policyOptions.map(({ id }) => id)).size).toBe(policyOptions.length)
})

describe('the last day in time', () => {
  const dated: Deadline = { date: '2023-12-31', wording: '2023年年底', alternatives: ['2024-12-31', null] }
  const undated: Deadline = { date: null, wording: null, alternatives: [null, '2024-12-31'] }
  const plan = { horizon: '2035-12-31' }

  test('is the clause’s, or none', () => {
    expect(deadlineOf(dated, {}, plan)).toBe('2023-12-31')
    expect(deadlineOf(undated, {}, plan)).toBeNull()
  })

  test('is the reading of 2025年前, null included', () => {
    expect(deadlineOf(dated, { beforeYear: '2025-12-31' }, plan)).toBe('2025-12-31')
    expect(deadlineOf(dated, { beforeYear: null }, plan)).toBeNull()
  })

  test('of an undated sentence is none, the plan’s or the neighbour’s', () => {
    expect(deadlineOf(undated, { undatedDeadline: 'none' }, plan)).toBeNull()
    expect(deadlineOf(undated, { undatedDeadline: 'plan-horizon' }, plan)).toBe('2024-12-31')
    expect(deadlineOf({ ...undated, alternatives: [] }, { undatedDeadline: 'plan-horizon' }, plan)).toBe('2035-12-31')
    expect(deadlineOf({ ...undated, alternatives: [] }, { undatedDeadline: 'plan-horizon' }, { horizon: null })).toBeNull()
    expect(deadlineOf(undated, { undatedDeadline: 'neighbouring-sentence' }, plan)).toBe('2024-12-31')
    expect(deadlineOf(dated, { undatedDeadline: 'neighbouring-sentence' }, plan)).toBe('2024-12-31')
    expect(deadlineOf({ ...dated, alternatives: [] }, { undatedDeadline: 'neighbouring-sentence' }, plan)).toBe('2023-12-31')
  })
})
