import { describe, expect, test } from 'vitest'
import { plansToShow, writeKept } from '../../src/saved/kept-plans'
import { settingsHash, studyKey } from '../../src/saved/study-key'
import { writeScenarios } from '../../src/scenario/read-scenarios'
import { newScenario, perform, type Scenario } from '../../src/scenario/scenario'
import { study } from '../helpers/tiny-study'

const here = (name: string) => `${name}（本机）`
const planned = (name: string, ...facilities: readonly string[]): Scenario => facilities.reduce((plan, facility) => perform(plan, { type: 'close-facility', facility }), newScenario([], { name }))
const kept = (plans: readonly Scenario[], settings: string | null, plan: string | null = null) => structuredClone(writeKept({ plans, unread: [], plan }, settings))
const input = (file: string, sha256: string) => ({ file, sha256, bytes: 1, rows: 1, encoding: null, crs: null })

describe('plans that were kept', () => {
  test('go on where the same study.json is opened, whatever it says itself', () => {
    const mine = planned('方案A', 'F-1', 'F-2')
    const found = plansToShow(writeScenarios([planned('方案A', 'F-1')]), kept([mine], 'same', 's1'), 'same', here)
    expect(found).toMatchObject({ plans: [mine], plan: 's1' })
  })

  test('lie beside those of another study.json under names of their own; what both have stands once', () => {
    const [theirs, mine] = [planned('方案A', 'F-1'), planned('方案A', 'F-2')]
    const found = plansToShow(writeScenarios([theirs]), kept([mine, { ...theirs, id: 's7' }], 'old', 's1'), 'new', here)
    expect(found.plans.map(({ id, name, edits }) => [id, name, edits.length])).toEqual([['s1', '方案A', 1], ['s2', '方案A（本机）', 1]])
    expect(found.plans[1]?.edits).toEqual(mine.edits)
    expect(found.plan).toBeNull()
  })

  test('that the file has taken further are no plans of their own; taken another way they are', () => {
    const theirs = planned('方案A', 'F-1', 'F-2')
    expect(plansToShow(writeScenarios([theirs]), kept([planned('方案A', 'F-1')], 'old'), 'new', here).plans).toEqual([theirs])
    expect(plansToShow(writeScenarios([theirs]), kept([planned('方案A', 'F-1', 'F-3')], 'old'), 'new', here).plans).toHaveLength(2)
  })

  test.each([[null], ['text'], [{ plans: 3 }], [{}]])('that cannot be read (%j) give way to the file', (broken) => {
    const file = planned('方案A', 'F-1')
    expect(plansToShow(writeScenarios([file]), broken, null, here).plans).toEqual([file])
  })
})

describe('a study is known', () => {
  const named = study({ inputs: [input('study.json', '1'), input('areas.csv', '2'), input('facilities.csv', '3')] })
  test('by its ledgers in any order, not by what study.json says beside', () => {
    expect(studyKey({ ...named, inputs: [input('facilities.csv', '3'), input('areas.csv', '2'), input('study.json', '9')] })).toBe(studyKey(named))
    expect(settingsHash(named)).toBe('1')
  })
  test('as another one when a ledger, the name or the data date differs', () => {
    const others = [{ ...named, inputs: named.inputs.slice(0, 2) }, { ...named, name: '别的' }, { ...named, asOf: '2024-12-31' }]
    expect(new Set([named, ...others].map(studyKey)).size).toBe(4)
  })
})
