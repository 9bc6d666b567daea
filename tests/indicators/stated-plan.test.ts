/** A plan and the stated figures: stated + ledger under the plan − ledger of the base. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain } from '../../src/indicators/explain/explain'
import { judge, judgeClause } from '../../src/indicators/judge'
import { createLive } from '../../src/indicators/live/live'
import type { Result } from '../../src/indicators/result'
import type { Options, Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import type { EditDraft } from '../../src/scenario/edit'
import { newScenario, perform, undo } from '../../src/scenario/scenario'
import { studyUnder } from '../../src/scenario/study-under'
import { valueOfSum } from '../helpers/arithmetic'
import { randomFrom } from '../helpers/random'
import { randomOptions, randomTown } from '../helpers/random-town'
import { area, clauseOf, fact, facility, studyOf, type Town } from '../helpers/town'
import { editOf } from '../helpers/town-edits'

const stated: Options = { figureSource: 'stated' }
const under = (base: Study, ...edits: EditDraft[]): Study => studyUnder(base, edits.reduce((plan, edit) => perform(plan, edit), newScenario([], { name: 'A' })))
function judgedUnder(id: string, town: Town, edits: readonly EditDraft[], options: Options = stated): Result {
  const { pack, clause } = clauseOf(id)
  return judgeClause(under(studyOf(town), ...edits), pack, clause, options)
}

/** 10,000 elders; the bulletin says 280 beds, the ledger knows of 200 and of a home that does not say. */
const province: Town = {
  areas: [area('p', 'province', null, { elders60: 10_000 }), area('A', 'city', 'p', { elders60: 6_000 }), area('B', 'city', 'p', { elders60: 4_000 })],
  facilities: [facility('h1', 'INST', null, 'A', { beds: 120, owner: 'private' }), facility('h2', 'INST', null, 'B', { beds: 80, owner: 'public' }), facility('h3', 'INST', null, 'B')],
  facts: [fact('area', 'p', 'beds-total', 280, '2025'), fact('area', 'p', 'beds-private', 190, '2025'), fact('area', 'A', 'beds-total', 150, '2025'), fact('area', 'B', 'beds-total', 130, '2025')],
}
const newHome: EditDraft = { type: 'add-facility', name: '新院', kind: 'INST', area: 'A', beds: 30, owner: 'private' }

describe('beds per 1,000 elders from the bulletin', () => {
  test('280 stated and a home of 30 are 310: the clause is met, in the city too, and the other city stays', () => {
    const result = judgedUnder('HL-02a', province, [newHome])
    expect(result).toMatchObject({ state: 'met', numerator: 310, value: 31, why: [{ code: 'stated-figure' }, { code: 'plan-change', detail: '+30' }] })
    expect(result.units.map(({ id, numerator }) => [id, numerator])).toEqual([['A', 180], ['B', 130]])
    expect(judgedUnder('HL-02a', province, [])).toMatchObject({ state: 'unmet', numerator: 280, shortfall: 20, why: [{ code: 'stated-figure' }] })
  })

  test('a home that closes, shrinks or becomes another kind takes its beds away', () => {
    expect(judgedUnder('HL-02a', province, [{ type: 'close-facility', facility: 'h1' }]).numerator).toBe(160)
    expect(judgedUnder('HL-02a', province, [{ type: 'resize-facility', facility: 'h1', beds: 100 }]).numerator).toBe(260)
    expect(judgedUnder('HL-02a', province, [{ type: 'rekind-facility', facility: 'h1', kind: 'MEAL' }]).numerator).toBe(160)
  })

  test('a home that stays as it is changes nothing, its blank beds least of all', () => {
    const moved = judgedUnder('HL-02a', province, [{ type: 'move-facility', facility: 'h3', to: [103, 25] }])
    expect(moved).toMatchObject({ numerator: 280, state: 'unmet', why: [{ code: 'stated-figure' }], excluded: [] })
  })

  test('a new home of unknown size adds nothing that is known: no verdict where it could meet, met where it is met already', () => {
    const blank: EditDraft = { ...newHome, beds: null }
    expect(judgedUnder('HL-02a', province, [blank])).toMatchObject({ state: 'no-data', numerator: 280, excluded: [{ id: '+s1.1', why: 'size-unknown' }] })
    expect(judgedUnder('HL-02a', province, [newHome, blank])).toMatchObject({ state: 'met', numerator: 310 })
  })

  test('who loses a home of unknown size is not sure to meet any more', () => {
    expect(judgedUnder('HL-02a', province, [newHome])).toMatchObject({ state: 'met' })
    expect(judgedUnder('HL-02a', province, [newHome, { type: 'close-facility', facility: 'h3' }])).toMatchObject({ state: 'no-data', numerator: 310, excluded: [{ id: 'h3', why: 'size-unknown' }] })
  })

  test('nothing is less than none', () => {
    const few: Town = { ...province, facts: [fact('area', 'p', 'beds-total', 50)] }
    expect(judgedUnder('HL-02a', few, [{ type: 'close-facility', facility: 'h1' }])).toMatchObject({ numerator: 0, value: 0 })
  })

  test('read from the ledger, the stated figure that stands in for a blank cell follows the plan as well', () => {
    expect(judgedUnder('HL-02a', province, [newHome], {})).toMatchObject({ numerator: 310, figures: { source: 'stated' } })
  })

  test('where there was no ledger of facilities, one new home is not all the homes there are', () => {
    expect(judgedUnder('HL-02a', { ...province, facilities: [] }, [newHome], {})).toMatchObject({ state: 'met', numerator: 310 })
  })
})

describe('a share, a total and a count', () => {
  test('190 of 280 beds are private; a private home of 30 makes them 220 of 310', () => {
    expect(judgedUnder('HL-04', province, [newHome])).toMatchObject({ numerator: 220, denominator: 310, state: 'met', why: [{ code: 'stated-figure' }, { code: 'plan-change', detail: '+30 / +30' }] })
    expect(judgedUnder('HL-04', province, [{ type: 'close-facility', facility: 'h2' }])).toMatchObject({ numerator: 190, denominator: 200 })
  })

  test('of a new home nobody knows who owns it: 190 to 220 of 310 is on both sides of 70 %', () => {
    expect(judgedUnder('HL-04', province, [{ ...newHome, owner: null }])).toMatchObject({ state: 'no-data', numerator: 190, denominator: 310, excluded: [{ id: '+s1.1', why: 'class-unknown' }] })
    expect(judgedUnder('HL-04', province, [{ ...newHome, owner: null, beds: 3 }])).toMatchObject({ state: 'unmet', numerator: 190, denominator: 283 })
  })

  test('a total of the province', () => {
    const many: Town = { ...province, facts: [fact('area', 'p', 'beds-total', 179_980)] }
    expect(judgedUnder('HL-01', many, [newHome])).toMatchObject({ state: 'met', value: 180_010 })
    expect(judgedUnder('HL-01', many, [{ ...newHome, beds: null }])).toMatchObject({ state: 'no-data', value: 179_980 })
    expect(judgedUnder('HL-01', many, [newHome, { type: 'close-facility', facility: 'h3' }])).toMatchObject({ state: 'no-data' })
  })

  test('a county that states no centre of 200 beds has one when the plan opens it', () => {
    const counties: Town = { areas: [area('p', 'province'), area('X', 'county', 'p'), area('Y', 'county', 'p')], facilities: [facility('c', 'INST_COUNTY', 'county', 'Y', { beds: 250 })], facts: [fact('area', 'X', 'county-welfare-centres-200', 0), fact('area', 'Y', 'county-welfare-centres-200', 2)] }
    const open: EditDraft = { type: 'add-facility', name: '县中心', kind: 'INST_COUNTY', area: 'X', beds: 200 }
    const numbers = (edits: readonly EditDraft[]) => judgedUnder('HL-10', counties, edits).units.map(({ numerator, state }) => [numerator, state])
    expect(numbers([])).toEqual([[0, 'unmet'], [2, 'met']])
    expect(numbers([open])).toEqual([[1, 'met'], [2, 'met']])
    // Two are stated and one of them is in the ledger: one is left when it closes.
    expect(numbers([open, { type: 'close-facility', facility: 'c' }])).toEqual([[1, 'met'], [1, 'met']])
    expect(numbers([{ ...open, beds: null }])).toEqual([[0, 'no-data'], [2, 'met']])
  })
})

describe('what is said of it', () => {
  const explained = (id: string, edits: readonly EditDraft[], unit: string | null = null) => {
    const study = under(studyOf(province), ...edits)
    const { pack, clause } = clauseOf(id)
    return explain(study, [pack], [judgeClause(study, pack, clause, stated)], id, unit, stated)!
  }

  test('the formula adds what the plan changes, and names the ledger before it and under it', () => {
    const { formula, inputs } = explained('HL-02a', [newHome])
    expect(formula).toBe('(280 + 230 - 200) / 10000 * 1000')
    expect(inputs.filter(({ key }) => key.startsWith('ledger-') || key === 'beds-total').map(({ key, id, value }) => [key, id, value])).toContainEqual(['beds-total', 'p', 280])
    expect(inputs.flatMap(({ key, value }) => (key.startsWith('ledger-') ? [[key, value]] : []))).toEqual([['ledger-before', 200], ['ledger-after', 230]])
    expect(inputs.some(({ id, key, value }) => id === '+s1.1' && key === 'beds' && value === 30)).toBe(true)
    expect(explained('HL-02a', [newHome], 'A').formula).toBe('(150 + 150 - 120) / 6000 * 1000')
    expect(explained('HL-02a', [newHome], 'B').formula).toBe('130 / 4000 * 1000')
  })

  test('of a share for both halves, of a figure below nothing with its floor', () => {
    expect(explained('HL-04', [newHome]).formula).toBe('(190 + 150 - 120) / (280 + 230 - 200)')
    expect(explained('HL-01', [newHome]).formula).toBe('280 + 230 - 200')
    const few = under(studyOf({ ...province, facts: [fact('area', 'p', 'beds-total', 50)] }), { type: 'close-facility', facility: 'h1' })
    const { pack, clause } = clauseOf('HL-01')
    expect(explain(few, [pack], [judgeClause(few, pack, clause, stated)], 'HL-01', null, stated)!.formula).toBe('max(0, 50 + 80 - 200)')
  })
})

describe('in towns drawn by chance', () => {
  const items = ['beds-total', 'beds-private', 'beds-nursing', 'beds-socially-run', 'care-institutions', 'care-institutions-rated', 'county-welfare-centres-200', 'county-disabled-tekun-institutions']
  /** The city and its counties state all that the ledger of facilities could be asked for. */
  const bulletin = (seed: number) => ['K', 'KA', 'KB'].flatMap((of, unit) => items.map((item, index) => fact('area', of, item, (seed + 37 * index + 11 * unit) % 500, '2013')))
  const drawn = fc.record({ town: randomTown, options: randomOptions, seed: fc.integer({ min: 1, max: 1e6 }) }).map(({ town, options, seed }) => ({ base: studyOf({ ...town, facts: [...town.facts.filter(({ item }) => !items.includes(item)), ...bulletin(seed)] }), options: { ...options, ...stated, reachModel: 'circle', coverage: 'located' } as Options, random: randomFrom(seed) }))
  const same = (a: unknown, b: unknown) => expect(JSON.stringify(a)).toBe(JSON.stringify(b))

  test('what is followed edit by edit is what judging from nothing says', () => {
    let followedPlans = 0
    fc.assert(
      fc.property(drawn, ({ base, options, random }) => {
        const live = createLive(base, shippedPacks, options)
        let plan = newScenario([], { name: 'A' })
        for (let step = 0; step < 8; step++) {
          plan = random() < 0.25 ? undo(plan) : perform(plan, editOf(random))
          const study = studyUnder(base, plan)
          const { results } = live.to(study)
          same(results, judge(study, shippedPacks, options))
          followedPlans += results.filter(({ why }) => why.some(({ code }) => code === 'plan-change')).length
        }
      }),
      { numRuns: 6 },
    )
    // The law would hold of nothing if no plan touched a stated figure.
    expect(followedPlans).toBeGreaterThan(10)
  })

  test('a plan that touches no facility leaves every stated figure as it was', () => {
    fc.assert(
      fc.property(drawn, ({ base, options }) => {
        const renamed = under(base, { type: 'set-pool', compound: 'P0', pool: 'elsewhere' })
        const figures = (study: Study) => judge(study, shippedPacks, options).filter(({ evaluator }) => ['ratio', 'total', 'per-thousand-elders', 'count-per-unit'].includes(evaluator))
        same(figures(renamed), figures(base))
      }),
      { numRuns: 8 },
    )
  })

  test('every formula comes to the figure that is shown', () => {
    fc.assert(
      fc.property(drawn, ({ base, options, random }) => {
        const study = under(base, editOf(random), editOf(random), editOf(random))
        for (const result of judge(study, shippedPacks, options)) {
          if (!['ratio', 'total', 'per-thousand-elders', 'count-per-unit'].includes(result.evaluator)) continue
          const packs = shippedPacks.filter(({ id }) => id === result.policy)
          for (const of of [null, ...result.units]) {
            const shown = (of ?? result).value
            const { formula } = explain(study, packs, [result], result.clause, of?.id ?? null, options)!
            expect(formula === null ? null : valueOfSum(formula)).toEqual(shown === null ? null : expect.closeTo(shown, 6))
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})
