import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ticksTo } from '../../../src/exports/charts/chart'
import { chartCsv } from '../../../src/exports/charts/chart-csv'
import { countyRows, coverageByCounty } from '../../../src/exports/charts/coverage-by-county'
import { progressMonths } from '../../../src/exports/charts/progress-months'
import { distanceClasses, distanceDistribution } from '../../../src/exports/charts/distance-distribution'
import { shortfallClasses, shortfallDistribution } from '../../../src/exports/charts/shortfall-distribution'
import { verdictBars, verdictRows } from '../../../src/exports/charts/verdict-bars'
import { placeAt } from '../../../src/geo/ruler'
import { area, facility, pack, result, study, unit } from '../../helpers/tiny-study'
import type { People } from '../../../src/model/study'
import type { Mark } from '../../../src/exports/drawing/drawing'

const boxes = (marks: readonly Mark[]): Extract<Mark, { is: 'box' }>[] => marks.flatMap((mark) => (mark.is === 'group' ? boxes(mark.marks) : mark.is === 'box' ? [mark] : []))
const bars = (marks: readonly Mark[]) => boxes(marks).filter(({ title }) => title !== undefined)

describe('verdicts by document', () => {
  const results = [result(), result({ clause: 'T-2', state: 'met' }), result({ clause: 'T-3', state: 'met' }), result({ clause: 'X-1', policy: 'other' })]
  test('a document counts its own clauses only', () => {
    expect(verdictRows([pack], results)).toEqual([{ policy: 'tiny-2025', title: '三社区街办法', total: 3, counts: { met: 2, unmet: 1, 'no-data': 0, 'not-applicable': 0, undecided: 0 } }])
  })
  test('one bar for each verdict that occurs, twice as long where there are twice as many', () => {
    const drawn = bars(verdictBars('zh', [pack], results)!.drawing.marks)
    expect(drawn.map(({ title }) => title)).toEqual(['三社区街办法 达标 2', '三社区街办法 未达标 1'])
    expect(drawn[0]!.width).toBeCloseTo(2 * drawn[1]!.width, 9)
  })
  test('the table says the same as the bars', () => {
    expect(verdictBars('zh', [pack], results)!.table.rows).toEqual([['三社区街办法', 2, 1, 0, 0, 0, 3]])
  })
  test('without a judged clause there is no chart', () => {
    expect(verdictBars('zh', [pack], [])).toBeNull()
  })
})

describe('coverage by county', () => {
  const areas = [
    area('E', { name: '东县', level: 'county', parent: null }),
    area('W', { name: '西县', level: 'county', parent: null }),
    area('e1', { parent: 'E', level: 'subdistrict' }),
    ...['a', 'b', 'c'].map((id) => area(id, { parent: 'e1' })),
    area('d', { parent: 'W' }),
    area('lost', { parent: null }),
  ]
  const units = [unit('a', { kind: 'area' }), unit('b', { kind: 'area', state: 'unmet', numerator: 0 }), unit('c', { kind: 'area', state: 'no-data', numerator: null }), unit('d', { kind: 'area' }), unit('lost', { kind: 'area' })]
  test('met and unmet are the halves, the rest is said beside them, and who lies in no county is kept apart', () => {
    const { tier, rows } = countyRows(study({ areas }), result({ units }))
    expect(tier).toBe('county')
    expect(rows.map(({ name, numerator, denominator, share, unjudged }) => [name, numerator, denominator, share, unjudged])).toEqual([['东县', 1, 2, 0.5, 1], ['西县', 1, 1, 1, 0], [null, 1, 1, 1, 0]])
  })
  test('within one county the streets are compared', () => {
    expect(countyRows(study({ areas }), result({ units: units.slice(0, 3) }))).toMatchObject({ tier: 'subdistrict', rows: [{ id: 'e1', numerator: 1, denominator: 2 }] })
  })
  test('a clause about people adds people, never percentages', () => {
    const people = [unit('a', { kind: 'area', numerator: 10, denominator: 100 }), unit('d', { kind: 'area', numerator: 9, denominator: 10 }), unit('b', { kind: 'area', numerator: 90, denominator: 100, state: 'unmet' })]
    const { of, rows } = countyRows(study({ areas }), result({ evaluator: 'people-within-reach', units: people }))
    expect(of).toBe('people')
    expect(rows.map(({ numerator, denominator, share }) => [numerator, denominator, share])).toEqual([[100, 200, 0.5], [9, 10, 0.9]])
  })
  test('only a county below what is asked is hatched', () => {
    const drawn = bars(coverageByCounty('zh', study({ areas }), result({ units }), '覆盖率')!.drawing.marks)
    expect(drawn.map(({ paint }) => paint.pattern !== undefined)).toEqual([true, false, false])
  })
})

describe('shortfalls', () => {
  const short = (id: string, shortfall: number | null) => unit(id, { state: 'unmet', shortfall })
  test('a shortfall on the border of two classes belongs to the lower one', () => {
    const { classes } = shortfallClasses(result({ units: [short('a', 50), short('b', 51), short('c', 500)] }))
    expect(classes.map(({ from, to, units }) => [from, to, units]).filter(([, , units]) => units! > 0)).toEqual([[0, 50, 1], [50, 100, 1], [450, 500, 1]])
  })
  test('every known shortfall is in exactly one class, and the sums agree', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { nil: null })), (shortfalls) => {
        const found = shortfallClasses(result({ units: shortfalls.map((each, at) => short(String(at), each)) }))
        const known = shortfalls.filter((each) => each !== null)
        expect(found.classes.reduce((sum, { units }) => sum + units, 0)).toBe(known.length)
        expect(found.unknown).toBe(shortfalls.length - known.length)
        expect(found.sum).toBeCloseTo(known.reduce((sum, each) => sum + each, 0), 3)
      }),
    )
  })
  test('units whose shortfall nobody knows are said in words, not drawn as none', () => {
    const chart = shortfallDistribution('zh', pack.clauses[0], result({ units: [short('a', 2), short('b', null)] }), '覆盖率')!
    expect(chart.notes).toEqual(['另有 1 个未达标单元的缺口未知，不在图中。'])
    expect(bars(chart.drawing.marks)).toHaveLength(chart.table.rows.length)
  })
  test('nothing short, nothing drawn', () => {
    expect(shortfallDistribution('zh', undefined, result({ units: [unit('a')] }), '')).toBeNull()
  })
})

describe('distances', () => {
  const centre = [103.8, 25.5] as const
  const at = (metres: number) => placeAt(centre[0], centre[1], 90, metres)
  const people = (metres: readonly (number | null)[], elders: readonly number[]): People => {
    const places = metres.map((each) => (each === null ? [NaN, NaN] : at(each)))
    const none = Float64Array.from(metres, () => NaN)
    return { id: metres.map((_, index) => `p${index}`), lng: Float64Array.from(places, (place) => place[0]!), lat: Float64Array.from(places, (place) => place[1]!), households: none, residents: none, elders60: Float64Array.from(elders), elders65: none, elders80: none, area: new Int32Array(metres.length), row: new Int32Array(metres.length) }
  }
  const world = (metres: readonly (number | null)[], elders: readonly number[]) => study({ people: people(metres, elders), peopleTable: 0, facilities: [facility('F', { at: [...centre] })] })
  test('elders weighted 1, 2, 4, 8 … stand in the class of their distance, and 500 m is still within 500 m', () => {
    const found = distanceClasses(world([499.9, 499.9995, 500.2, 1000.3, 9000, null], [1, 2, 4, 8, 16, 32]))!
    expect(found.classes.filter(({ weight }) => weight > 0).map(({ from, to, weight }) => [from, to, weight])).toEqual([[400, 500, 3], [500, 600, 4], [1000, 1100, 8], [2000, null, 16]])
    expect(found.left).toBe(1)
    expect(found.classes.find(({ to }) => to === 500)!.running).toBeCloseTo(3 / 31, 12)
  })
  test('where no elders are known the points are counted', () => {
    expect(distanceClasses(world([100, 700], [NaN, NaN]))).toMatchObject({ of: 'points', weight: 2, left: 0 })
  })
  test('a closed facility is no facility', () => {
    expect(distanceClasses({ ...world([100], [1]), facilities: [facility('F', { at: [...centre], stage: 'closed' })] })).toBeNull()
  })
  test('the chart says the shares within both circles and has a bar for every class', () => {
    const chart = distanceDistribution('zh', world([100, 700, 3000], [50, 25, 25]))!
    expect(chart.drawing.description).toBe('60 岁以上 100 人，其中 500 米内 50 %，1,000 米内 75 %。')
    expect(bars(chart.drawing.marks)).toHaveLength(21)
  })
})

test('an axis goes past the largest value in round steps', () => {
  expect(ticksTo(44)).toEqual([0, 10, 20, 30, 40, 50])
  expect(ticksTo(0.3)).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticksTo(0)).toEqual([0, 1])
  fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (most) => ticksTo(most).at(-1)! >= most * (1 - 1e-9) && ticksTo(most).length <= 12))
})

describe('progress over the months', () => {
  const point = (asOf: string, open: number, started: number, done: number, overdue: number) => ({ asOf, kind: 'month' as const, items: open + started + done, units: open, open, started, done, overdue, shortfallM2: null, newly: null, mended: null })
  test('one day makes no course', () => {
    expect(progressMonths('zh', [point('2025-11-30', 3, 0, 0, 1)])).toBeNull()
  })
  test('every day is a pile of what is open, started and done, as high as the list is long', () => {
    const chart = progressMonths('zh', [point('2025-11-30', 30, 10, 0, 5), point('2025-12-31', 20, 10, 10, 8)])!
    const drawn = bars(chart.drawing.marks)
    expect(drawn.map(({ title }) => title)).toEqual(['2025-11-30 未整改 30', '2025-11-30 整改中 10', '2025-12-31 未整改 20', '2025-12-31 整改中 10', '2025-12-31 已整改 10'])
    expect(drawn[0]!.height + drawn[1]!.height).toBeCloseTo(drawn[2]!.height + drawn[3]!.height + drawn[4]!.height, 9)
    expect(chart.table.rows).toEqual([['2025-11-30', 40, 30, 10, 0, 5], ['2025-12-31', 40, 20, 10, 10, 8]])
    expect(chart.drawing.description).toContain('从 30 项到 20 项')
  })
})

describe('the table of a chart as a file', () => {
  const rows = (values: readonly (string | number | null)[][]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(chartCsv({ columns: [{ title: '单元', kind: 'text' }, { title: '比例', kind: 'share' }], rows: values }))
  test('opens in Excel with its Chinese, numbers as numbers and the unknown blank', () => {
    expect(rows([['甲, 社区', 1 / 3], ['乙', null]])).toBe('\ufeff单元,比例\r\n"甲, 社区",0.333333333333\r\n乙,\r\n')
  })
  test('a name that begins like a formula runs nowhere', () => {
    expect(rows([['=cmd()', 0]])).toContain("'=cmd()")
  })
})
