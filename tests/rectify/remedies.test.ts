import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equal } from '../../src/indicators/compare'
import { judge, judgeClause } from '../../src/indicators/judge'
import type { Result } from '../../src/indicators/result'
import type { Options, Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import type { RectificationItem, Remedy } from '../../src/rectify/item'
import { rectificationList } from '../../src/rectify/list'
import { withRemedies } from '../../src/rectify/remedies'
import { applyEdit, type Edit } from '../../src/scenario/edit'
import { randomOptions } from '../helpers/random-town'
import { area, compound, facility, plot, studyOf, type Town } from '../helpers/town'
import { denseTown } from './dense-town'

const metre = 1 / 100_550 // degrees of longitude at 25.5° N
const at = (metresEast: number): [number, number] => [103.5 + metresEast * metre, 25.5]
/** The clauses of which some remedy is known; the norms that others refer to are among them. */
const mended = ['QJ-10', 'QJ-11', 'QJ-12', 'QJ-13', 'QJ-14', 'QJ-15', 'QJ-17', 'QJ-18', 'CQ-04a', 'CQ-05a', 'CQ-06a', 'CQ-07']
const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023' || id === 'yuzhong-2020-draft').map((pack) => ({ ...pack, clauses: pack.clauses.filter(({ id }) => mended.includes(id)) }))
const home = (id: string, metresEast: number, careAreaM2: number | null, more = {}) => compound(id, { name: `${id}苑`, area: 'c', households: 1000, completed: '2020', age: 'new', careAreaM2, at: at(metresEast), ...more })
const units = [area('d', 'county'), area('s', 'subdistrict', 'd'), area('c', 'community', 's', { at: at(0) })]

function itemsOf(study: Study, options: Options = {}): RectificationItem[] {
  const results = judge(study, packs, options)
  return withRemedies(study, results, rectificationList(study, results), { packs, options })
}
const remediesOf = (town: Town, unit: string, clause = 'QJ-13', options: Options = {}) => itemsOf(studyOf(town), options).find((item) => item.unit === unit && item.clause === clause)?.remedies
const shown = (remedies: readonly Remedy[] | undefined) => remedies?.map((remedy) => [remedy.kind, remedy.with?.id ?? null, remedy.areaM2, remedy.alsoBuildM2, remedy.promise?.state, remedy.promise?.shortfall])

/** The whole study with the edits, judged as a whole. */
function doneFor(study: Study, { edits }: Remedy, options: Options, clauses: readonly string[]): readonly Result[] {
  const after = edits.reduce((before, edit, index) => applyEdit(before, { ...edit, id: `s9.${index + 1}` } as Edit).study, study)
  return packs.flatMap((pack) => pack.clauses.filter(({ id }) => clauses.includes(id)).map((clause) => judgeClause(after, pack, clause, options)))
}

describe('a new compound of 1000 households that has 200 of its 250 m²', () => {
  const A = home('A', 0, 200)

  test('may build the 50 m²', () => expect(shown(remediesOf({ areas: units, compounds: [A] }, 'A'))).toEqual([['build', null, 50, null, 'met', 0]]))

  test('may share with a compound within 500 m that has 50 m² to spare, and not with one beyond', () => {
    const near = remediesOf({ areas: units, compounds: [A, home('B', 400, 300)] }, 'A')
    expect(shown(near)?.[0]).toEqual(['pool', 'B', 50, null, 'met', 0])
    expect(near?.[0]).toMatchObject({ spareM2: 50, with: { kind: 'compound', name: 'B苑' }, edits: [{ type: 'set-pool', compound: 'B' }, { type: 'set-pool', compound: 'A' }] })
    expect(near?.[0]?.metres).toBeCloseTo(400, 0)
    expect(shown(remediesOf({ areas: units, compounds: [A, home('B', 520, 300)] }, 'A'))?.map(([kind]) => kind)).toEqual(['build'])
  })

  test('builds beside what a partner cannot spare, so that the partner does not fall short', () =>
    expect(shown(remediesOf({ areas: units, compounds: [A, home('B', 400, 280)] }, 'A'))?.[0]).toEqual(['pool', 'B', 30, 20, 'met', 0]))

  test('joins a group that has enough to spare, counted once for the whole group', () => {
    const town = { areas: units, compounds: [A, home('B', 100, 400, { pool: 'g' }), home('C', 200, 160, { pool: 'g' })] }
    expect(shown(remediesOf(town, 'A'))?.filter(([kind]) => kind === 'pool')).toEqual([['pool', 'g', 50, null, 'met', 0]])
  })

  test('may be served by a community room that serves no compound yet', () => {
    const station = facility('F', 'COMM', 'community', 'c', { at: at(100), floorAreaM2: 80 })
    expect(shown(remediesOf({ areas: units, compounds: [A], facilities: [station] }, 'A'))?.[0]).toEqual(['pool', 'F', 50, null, 'met', 0])
    expect(shown(remediesOf({ areas: units, compounds: [A, home('B', 10, 250)], facilities: [{ ...station, serves: ['B'] }] }, 'A'))?.map(([kind, id]) => [kind, id])).toEqual([['build', null]])
  })

  test('may acquire an idle building within a kilometre; up to 1000 m² the simplified procedure applies', () => {
    const plots = [plot('L1', { use: 'candidate', floorAreaM2: 1000, at: at(900), name: '国有闲置厂房' }), plot('L2', { use: 'candidate', floorAreaM2: 1001, at: at(950) }), plot('L3', { use: 'candidate', floorAreaM2: 30, at: at(10) }), plot('L4', { use: 'candidate', floorAreaM2: 500, at: at(1100) })]
    const found = remediesOf({ areas: units, compounds: [A], plots }, 'A')?.filter(({ kind }) => kind === 'acquire')
    expect(found?.map((remedy) => [remedy.with?.id, remedy.simplified, remedy.ways, remedy.promise])).toEqual([
      ['L1', true, ['state-asset'], { state: 'met', shortfall: 0 }],
      ['L2', false, ['purchase', 'lease', 'state-asset'], { state: 'met', shortfall: 0 }],
      ['L3', true, ['purchase', 'lease', 'state-asset'], { state: 'unmet', shortfall: 20 }],
    ])
  })

  test('may have its own closed room opened, or a club converted', () => {
    const facilities = [facility('F1', 'COMM', 'compound', 'c', { at: at(5), floorAreaM2: 60, stage: 'closed', serves: ['A'] }), facility('F2', 'NOT', 'community', 'c', { at: at(50), floorAreaM2: 90 })]
    expect(shown(remediesOf({ areas: units, compounds: [A], facilities }, 'A'))?.map(([kind, id, , , state]) => [kind, id, state])).toEqual([['reopen', 'F1', 'met'], ['convert', 'F2', 'met'], ['build', null, 'met']])
  })

  test('is not offered pooling under the reading that counts only what stands inside', () =>
    expect(shown(remediesOf({ areas: units, compounds: [A, home('B', 400, 300)] }, 'A', 'QJ-13', { pooling: 'inside' }))?.map(([kind]) => kind)).toEqual(['build']))
})

test('an old compound of the 2020 draft is mended by rooms that are had, and by the record that it is done', () => {
  const old = compound('O', { name: '老院', area: 'c', households: 200, age: 'old', completed: '1995', careAreaM2: 0, remedy: '租赁', done: false, at: at(0) })
  const found = remediesOf({ areas: units, compounds: [old], plots: [plot('L', { use: 'candidate', floorAreaM2: 60, at: at(100), name: '临街商铺（出租）' })] }, 'O', 'CQ-07')
  expect(found?.map((remedy) => [remedy.kind, remedy.ways, remedy.promise?.state, remedy.edits.map(({ type }) => type)])).toEqual([['acquire', ['lease'], 'met', ['plot-to-facility', 'set-rectification']]])
})

test('a community without a station may have one built, a meal point raised, or a closed one opened', () => {
  const facilities = [facility('F1', 'MEAL', 'community', 'c', { at: at(10) }), facility('F2', 'COMM', 'community', 'c', { stage: 'closed', at: at(20) })]
  expect(shown(remediesOf({ areas: units, facilities }, 'c', 'QJ-12'))?.map(([kind, id, , , state]) => [kind, id, state])).toEqual([['reopen', 'F2', 'met'], ['convert', 'F1', 'met'], ['build', null, 'met']])
})

describe('in every town', () => {
  test('doing a remedy and judging the whole again gives what was promised', () => {
    let tried = 0
    fc.assert(
      fc.property(denseTown, fc.option(randomOptions, { nil: {}, freq: 1 }), (town, options) => {
        const study = studyOf(town)
        for (const item of itemsOf(study, options))
          for (const remedy of item.remedies) {
            const after = doneFor(study, remedy, options, [item.clause])[0]!.units.find(({ id }) => id === item.unit)
            const state = !after || after.state === 'not-applicable' ? 'met' : after.state
            tried++
            if (remedy.promise === null) expect(['no-data', 'undecided']).toContain(state)
            else {
              expect(state, `${item.clause} ${item.unit} ${remedy.kind}`).toBe(remedy.promise.state)
              const left = after?.shortfall ?? 0
              expect(equal(left, remedy.promise.shortfall ?? 0)).toBe(true)
            }
          }
      }),
      { numRuns: 150 },
    )
    expect(tried).toBeGreaterThan(200)
  }, 60_000)

  test('pooling leaves no partner short: whoever gave met before and meets after', () =>
    fc.assert(
      fc.property(denseTown, (town) => {
        const study = studyOf(town)
        const stateOf = (results: readonly Result[], id: string) => results.flatMap((result) => (result.clause === 'QJ-13' || result.clause === 'QJ-14' ? result.units.filter((unit) => unit.id === id) : []))[0]?.state
        for (const item of itemsOf(study).filter(({ clause }) => clause === 'QJ-13'))
          for (const remedy of item.remedies.filter(({ kind, with: partner }) => kind === 'pool' && partner?.kind === 'compound')) expect(stateOf(doneFor(study, remedy, {}, ['QJ-13', 'QJ-14']), remedy.with!.id)).toBe('met')
      }),
      { numRuns: 100 },
    ), 60_000)
})
