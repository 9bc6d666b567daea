import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataLacking, hasNoData, lackKey } from '../../src/indicators/data-lacking'
import { judge, judgeClause } from '../../src/indicators/judge'
import { readStudy } from '../../src/model/read-study'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { lacks, sampleTown, shared, title } from '../helpers/shared'
import { area, clauseOf, compound, fact, facility, studyOf, type Town } from '../helpers/town'

/** What the shipped clause lacks in a town: its needs, and the stated figures that would do instead. */
function lackingIn(id: string, town: Town, options = {}) {
  const study = studyOf(town)
  const { pack, clause } = clauseOf(id)
  const result = judgeClause(study, pack, clause, options)
  const { lacks, instead } = dataLacking(study, clause, result)
  return { state: result.state, lacks: lacks.map(lackKey), instead: instead.map(lackKey), found: lacks }
}

const city = area('5303', 'city')
const street = area('530302001', 'subdistrict', '5303')
const community = area('530302001001', 'community', '530302001')

describe('what a clause lacks', () => {
  test('without a facility ledger: that ledger, or the two stated figures in its place', () => {
    expect(lackingIn('QJ-11', { areas: [city, street] })).toMatchObject({ state: 'no-data', lacks: ['ledger facilities'], instead: ['item subdistricts-with-centre', 'item subdistricts'] })
  })

  test('of a stated figure that is there already is not named again', () => {
    const { instead } = lackingIn('QJ-11', { areas: [city, street], facts: [fact('area', '5303', 'subdistricts', 3)] })
    expect(instead).toEqual(['item subdistricts-with-centre'])
  })

  test('a roster without one community cannot say which are covered', () => {
    expect(lackingIn('QJ-12', { areas: [city], facilities: [facility('F-1', 'COMM', 'community', '530302001001')] }).lacks).toContain('level community')
  })

  test('blank cells are counted among the records that may count: the beds of homes, not of canteens', () => {
    const { found } = lackingIn('HL-01', { areas: [area('23', 'province')], facilities: [facility('A', 'INST', null, '23', { beds: 10 }), facility('B', 'INST', null, '23'), facility('C', 'MEAL', null, '23')] })
    expect(found).toEqual([{ what: 'column', ledger: 'facilities', column: 'beds', blank: 1, of: 2 }])
  })

  test('the household count of the reading in force is the one that is missed', () => {
    const town = { areas: [city], compounds: [compound('C-1', { completed: '2020', households: 100, careAreaM2: 30 })] }
    expect(lackingIn('QJ-13', town).lacks).toEqual([])
    expect(lackingIn('QJ-13', town, { households: 'occupied' })).toMatchObject({ state: 'no-data', lacks: ['column compounds.householdsOccupied'] })
  })

  test('both halves of a stated ratio are asked of the unit that is judged', () => {
    const { found } = lackingIn('QJ-22', { areas: [city, area('530302', 'county', '5303')] })
    expect(found).toEqual(['hospitals-green-channel', 'hospitals'].map((item) => ({ what: 'item', item, owner: 'area', blank: 1, of: 1 })))
  })

  test('the figures of every lower unit stand for the figure of the upper one', () => {
    const counties = ['530302', '530303'].map((code) => area(code, 'county', '5303'))
    const hospitals = (value: number, of: string) => ['hospitals', 'hospitals-green-channel'].map((item) => fact('area', of, item, value))
    expect(lackingIn('QJ-22', { areas: [city, ...counties], facts: [...hospitals(1, '530302'), ...hospitals(2, '530303')] })).toMatchObject({ state: 'met', lacks: [] })
    expect(lackingIn('QJ-22', { areas: [city, ...counties], facts: hospitals(1, '530302') }).lacks).toEqual(['item hospitals-green-channel', 'item hospitals'])
  })

  test('a flag of every compound is missed once, with the number of compounds that do not say it', () => {
    const compounds = ['A', 'B', 'C'].map((id) => compound(id, { completed: '2020', age: 'new' }))
    const { found } = lackingIn('QJ-07', { areas: [city], compounds, facts: [fact('compound', 'A', 'sync-planned', true)] })
    expect(found[0]).toEqual({ what: 'item', item: 'sync-planned', owner: 'compound', blank: 2, of: 3 })
  })

  test('a trend with one figure needs one of another date', () => {
    const { found } = lackingIn('QJ-35b', { areas: [city], facts: [fact('area', '5303', 'basic-care-funding', 5, '2024')] })
    expect(found).toEqual([{ what: 'item', item: 'basic-care-funding', owner: 'area', blank: 0, of: 0, more: true }])
  })

  test('without coordinates the circle asks for positions, and no tabular clause does', () => {
    const town = { areas: [city, street, community], facilities: [facility('F-1', 'COMM', 'community', '530302001001')] }
    expect(lackingIn('QJ-16', town).lacks).toEqual(['ledger people', 'column facilities.position'])
    expect(lackingIn('QJ-12', town)).toMatchObject({ state: 'met', lacks: [] })
  })

  test('a clause that lacks nothing names nothing', () => {
    expect(lackingIn('QJ-11', { areas: [city, street], facilities: [facility('F-1', 'STREET', 'subdistrict', '530302001')] })).toMatchObject({ state: 'met', lacks: [], instead: [] })
  })
})

describe('every clause of the five documents that has no verdict for want of data names at least one thing', () => {
  test.each([['in an empty place', studyOf({})], ['in a place with a roster and nothing else', studyOf({ areas: [city, street, community] })]])('%s', (_, study) => checkAll(study, 100))

  test('in the sample town', async () => checkAll(await studyIn(sampleTown()!), 30))

  test.skipIf(lacks('data', 'taipei'))(title('in Taipei', 'data', 'taipei'), async () => checkAll(await studyIn(shared('data', 'taipei')), 60))
})

function checkAll(study: Study, least: number): void {
  const results = judge(study, shippedPacks, study.options)
  const without = results.filter(hasNoData)
  expect(without.length).toBeGreaterThan(least)
  const silent = without.filter((result) => {
    const clause = shippedPacks.find(({ id }) => id === result.policy)!.clauses.find(({ id }) => id === result.clause)!
    const { lacks, instead } = dataLacking(study, clause, result)
    return lacks.length + instead.length === 0
  })
  expect(silent.map(({ clause }) => clause)).toEqual([])
}

async function studyIn(folder: string): Promise<Study> {
  const files = readdirSync(folder)
    .filter((name) => /\.(csv|json|geojson|xlsx)$/.test(name) && !/^roads/.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const { study, problems } = await readStudy(files)
  if (!study) throw new Error(JSON.stringify(problems))
  return study
}
