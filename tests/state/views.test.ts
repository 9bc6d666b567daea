import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problem } from '../../src/problem'
import { changedReadings } from '../../src/state/changed-readings'
import { clauseFigure, shortfallUnits, verdictCounts } from '../../src/indicators/clause-figure'
import { facilityRows } from '../../src/state/facility-rows'
import { kindsOf, placedOf } from '../../src/state/facility-kinds'
import { passNeed } from '../../src/state/pass-needs'
import { problemGroups } from '../../src/state/problem-groups'
import { reasonText } from '../../src/state/reason-text'
import { replacedFiles } from '../../src/state/replaced-files'
import { unitColumns, unitRows, viewRows, type UnitRow } from '../../src/state/unit-rows'
import { facility, pack, result, study, unit } from '../helpers/tiny-study'

const clause = pack.clauses[0]
const thresholdOf = (threshold: object) => clause && { ...clause, parameters: { threshold } }
const all = { sort: null, find: '', verdict: null }

describe('readings in force', () => {
  test('are told apart from the defaults of the clause', () => {
    expect(changedReadings(clause, { coverage: 'located' })).toEqual([])
    expect(changedReadings(clause, {})).toEqual([])
    expect(changedReadings(clause, { coverage: 'served', other: 'x' })).toEqual([{ option: 'coverage', value: 'served' }])
    expect(changedReadings(undefined, { coverage: 'served' })).toEqual([])
  })
})

describe('the figure of a card', () => {
  test('a share stands on a bar of its own length with the tick at the threshold', () => {
    expect(clauseFigure(clause, result())).toMatchObject({ value: 1 / 3, unit: 'share', norm: null, bar: { value: 1 / 3, threshold: 0.9 } })
  })

  test('a clause for every compound shows the share of compounds that meet, and the norm of one', () => {
    const figure = clauseFigure(thresholdOf({ at: 'least', value: 25, unit: 'm2', per: '100 households' }), result({ evaluator: 'area-per-households', unit: 'm2', threshold: { at: 'least', value: 25 } }))
    expect(figure).toMatchObject({ unit: 'share', threshold: { at: 'least', value: 1 }, norm: { at: 'least', value: 25, unit: 'm2 per 100 households' }, bar: { value: 1 / 3, threshold: 1 } })
  })

  test('the change of a share is in percentage points, a total without a threshold in the unit of what it counts', () => {
    expect(clauseFigure(clause, result({ evaluator: 'trend', value: -0.0028, numerator: null, denominator: null, threshold: { at: 'below', value: 0 } }))).toMatchObject({ unit: 'points of share', norm: null })
    const lifts = clause && { ...clause, parameters: { threshold: null, measure: { item: 'lifts-added', ledger: null } } }
    expect(clauseFigure(lifts, result({ evaluator: 'total', value: 28, numerator: 28, denominator: null, threshold: null }))).toMatchObject({ value: 28, unit: 'lift' })
  })

  test('a count per unit shows how many each unit needs', () => {
    const figure = clauseFigure(thresholdOf({ at: 'least', value: 300, unit: 'bed', per: 'city' }), result({ evaluator: 'count-per-unit', threshold: { at: 'least', value: 1 }, figures: { perUnit: 300 } }))
    expect(figure).toMatchObject({ threshold: { at: 'least', value: 1 }, norm: { at: 'least', value: 300, unit: 'bed' } })
  })

  test('a total longer than its threshold leaves room beyond both', () => {
    const figure = clauseFigure(thresholdOf({ at: 'least', value: 100, unit: 'bed', per: 'city' }), result({ evaluator: 'total', unit: 'bed', numerator: 150, denominator: null, value: 150, threshold: { at: 'least', value: 100 } }))
    expect(figure.bar?.value).toBeCloseTo(150 / 180)
    expect(figure.bar?.threshold).toBeCloseTo(100 / 180)
  })

  test('without a figure there is no bar', () => {
    expect(clauseFigure(clause, result({ value: null, numerator: null, denominator: null })).bar).toBeNull()
  })

  test('what is short is counted in the right thing', () => {
    expect(shortfallUnits(clause, result())).toEqual({ clause: 'unit', unit: 'facility' })
    expect(shortfallUnits(clause, result({ evaluator: 'people-within-reach', reading: { reachPeople: 'households' } }))).toEqual({ clause: 'household', unit: 'household' })
    expect(shortfallUnits(clause, result({ evaluator: 'land-per-person' })).clause).toBe('m2')
  })

  test('every clause is counted under one verdict', () => {
    expect(verdictCounts([result(), result({ state: 'met' }), result()])).toEqual({ met: 1, unmet: 2, 'no-data': 0, 'not-applicable': 0, undecided: 0 })
  })
})

describe('what would make it pass', () => {
  test('what is short, where something is', () => expect(passNeed(result(), null)).toEqual({ kind: 'short', shortfall: 2 }))
  test('of a unit, its own', () => expect(passNeed(result(), unit('b', { state: 'no-data' }))).toEqual({ kind: 'data' }))
  test('without a shortfall, the threshold', () => expect(passNeed(result({ shortfall: null, threshold: { at: 'most', value: 6 } }), null)).toEqual({ kind: 'most', value: 6 }))
})

describe('the unit table', () => {
  const rows = unitRows(study(), result(), 'zh')
  const view = (given: object) => viewRows(rows, { ...all, ...given }, unitColumns, (row) => `${row.name} ${row.why}`, (row) => row.state).map(({ id }) => id)

  test('names the level, the upper unit and the reason in words', () => {
    expect(rows[1]).toMatchObject({ name: '乙社区', place: '社区 · 东街道', why: '不在运营', selection: { kind: 'area', id: 'b' } })
  })

  test('makes a row anew for a unit that changed, and for another language or study, else never', () => {
    const town = study()
    const units = [unit('a'), unit('b')]
    const first = unitRows(town, result({ units }), 'zh')
    const next = unitRows(town, result({ units: [units[0]!, unit('b', { value: 2 })] }), 'zh')
    expect(next[0]).toBe(first[0])
    expect(next[1]).toMatchObject({ id: 'b', value: 2 })
    expect(unitRows(town, result({ units }), 'en')[0]?.place).not.toBe(first[0]?.place)
    expect(unitRows({ ...town, areas: [] }, result({ units }), 'zh')[0]?.place).toBe('')
  })

  test('finds by name and by reason, and keeps one verdict', () => {
    expect(view({ find: '不在运营' })).toEqual(['b'])
    expect(view({ find: '社区 没有' })).toEqual(['c'])
    expect(view({ verdict: 'met' })).toEqual(['a'])
    expect(view({ find: '没有这个' })).toEqual([])
  })

  test('unknown figures stand last whichever way the column is sorted', () => {
    const unknown = unitRows(study(), result({ units: [unit('a', { value: null }), unit('b', { value: 2 }), unit('c', { value: 1 })] }), 'zh')
    const sorted = (descending: boolean) => viewRows(unknown, { ...all, sort: { column: 'value', descending } }, unitColumns, (row) => row.name).map(({ id }) => id)
    expect(sorted(false)).toEqual(['c', 'b', 'a'])
    expect(sorted(true)).toEqual(['b', 'c', 'a'])
  })

  test('sorting by any column loses and invents no row', () => {
    const some: fc.Arbitrary<UnitRow> = fc.record({
      id: fc.uuid(), name: fc.string(), place: fc.string(), state: fc.constantFrom('met', 'unmet', 'no-data'), numerator: fc.option(fc.integer()), denominator: fc.option(fc.integer()),
      value: fc.option(fc.double({ noNaN: true })), shortfall: fc.option(fc.integer()), why: fc.string(), selection: fc.constant(null), counts: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(some), fc.constantFrom(...Object.keys(unitColumns)), fc.boolean(), (given, column, descending) => {
        const sorted = viewRows(given, { ...all, sort: { column, descending } }, unitColumns, (row) => row.name)
        expect([...sorted].map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort())
      }),
    )
  })
})

describe('the other lists', () => {
  test('a facility whose kind nobody wrote says so, and is guessed into none', () => {
    const rows = facilityRows(study({ facilities: [facility('F-9', { kind: null, stage: null })] }), 'zh')
    expect(rows[0]).toMatchObject({ kind: null, stage: null })
    expect(kindsOf(study({ facilities: [facility('F-9', { kind: null })] }))).toEqual([])
  })

  test('circles are counted for operating care facilities only, and those without a place are told apart', () => {
    const facilities = [facility('1', { at: [103, 25] }), facility('2'), facility('3', { stage: 'closed' }), facility('4', { kind: 'NOT', at: [103, 25] }), facility('5', { kind: 'STREET' })]
    expect(placedOf({ facilities }, null)).toEqual({ placed: 1, unplaced: 2 })
    expect(placedOf({ facilities }, ['STREET'])).toEqual({ placed: 0, unplaced: 1 })
  })

  test('four hundred blanks are one group, the gravest first', () => {
    const blank = (row: number) => problem('number-unreadable', 'warning', { file: 'a.csv', row })
    const groups = problemGroups([problem('header-not-found', 'info', { file: 'b.csv' }), ...Array.from({ length: 400 }, (_, row) => blank(row)), problem('file-empty', 'error', { file: 'c.csv' })])
    expect(groups.map(({ code, problems }) => [code, problems.length])).toEqual([['file-empty', 1], ['number-unreadable', 400], ['header-not-found', 1]])
  })

  test('a reason calls records and fact items by name', () => {
    expect(reasonText('zh', study(), { code: 'class-unknown', detail: 'F-1, F-2' })).toContain('（甲站、乙站）')
    expect(reasonText('zh', study(), { code: 'no-figure', detail: 'visits-empty-nest' })).toContain('空巢老年人探访')
  })

  test('new boundaries do not push the roster out, a new roster does', () => {
    const table = { sheet: null, encoding: null, crs: null, columns: [], counts: { in: 0, used: 0, setAside: 0, blank: 0 }, setAside: [], headerRows: [] }
    const present = study({ tables: [{ ...table, file: 'areas.csv', format: 'csv', ledger: 'areas' }, { ...table, file: 'areas.geojson', format: 'geojson', ledger: 'areas' }] })
    const added = (format: string) => [{ file: 'x', bytes: 1, settings: false, problems: [], tables: [{ ...table, format, ledger: 'areas' as const, preview: [], setAside: [] }] }]
    expect(replacedFiles(present, added('geojson'))).toEqual(['areas.geojson'])
    expect(replacedFiles(present, added('xlsx'))).toEqual(['areas.csv'])
    expect(replacedFiles(present, [{ file: 'x', bytes: 1, settings: false, problems: [], tables: [] }])).toEqual([])
  })
})
