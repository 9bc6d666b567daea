import { describe, expect, test } from 'vitest'
import { judgeClause } from '../../src/indicators/judge'
import type { Area, Options, Study } from '../../src/model/study'
import { applyEdit, wrongKeys, type Edit, type EditDraft } from '../../src/scenario/edit'
import { editKinds } from '../../src/scenario/edits'
import { area, clauseOf, compound, fact, facility, plot, studyOf } from '../helpers/town'

const square = (west: number, south: number, side = 0.01): Area['boundary'] => ({ type: 'Polygon', coordinates: [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]] })

/** A city with two streets side by side, a community in each, drawn as squares of 0.01°. */
const roster = [
  area('city', 'city', null, { elders60: 1000, residents: 5000 }),
  area('east', 'subdistrict', 'city', { boundary: square(103.01, 25), elders60: 400 }),
  area('west', 'subdistrict', 'city', { boundary: square(103, 25), elders60: 600 }),
  area('east-1', 'community', 'east', { boundary: square(103.01, 25), elders60: 400 }),
  area('west-1', 'community', 'west', { boundary: square(103, 25), elders60: 600 }),
]
const inWest: readonly [number, number] = [103.005, 25.005]
const inEast: readonly [number, number] = [103.015, 25.005]
const station = facility('F', 'COMM', 'community', 'west-1', { at: inWest })

const under = (study: Study, ...drafts: readonly EditDraft[]) => {
  let now = study
  const problems = drafts.flatMap((draft, index) => {
    const outcome = applyEdit(now, { ...draft, id: `s1.${index + 1}` } as Edit)
    now = outcome.study
    return outcome.problems.map(({ code }) => code)
  })
  return { study: now, problems }
}
const judgedUnder = (clause: string, study: Study, options: Options = {}) => {
  const of = clauseOf(clause)
  return judgeClause(study, of.pack, of.clause, options)
}
const halves = (clause: string, study: Study) => {
  const { numerator, denominator } = judgedUnder(clause, study)
  return [numerator, denominator]
}

const built = (id: string, households: number | null, careAreaM2: number | null, more = {}) => compound(id, { name: id, households, careAreaM2, completed: '2020-06', ...more })
const room = (floorAreaM2: number | null, ...serves: string[]) => facility('R', 'COMM', 'community', null, { serves, floorAreaM2 })
const areaOf = (study: Study, id: string) => study.compounds.find((each) => each.id === id)?.careAreaM2
const state = (clause: string, study: Study, options: Options = {}) => judgedUnder(clause, study, options).state

describe('facilities that come and go', () => {
  const town = studyOf({ areas: roster, facilities: [station] })

  test('a station added on the map belongs to the community that holds the place, and its community is met', () => {
    expect(halves('QJ-12', town)).toEqual([1, 2])
    const { study, problems } = under(town, { type: 'add-facility', name: '东站', kind: 'COMM', at: inEast })
    expect(problems).toEqual([])
    expect(study.facilities.map(({ id, area: unit, level, stage }) => [id, unit, level, stage])).toEqual([['+s1.1', 'east-1', 'community', 'operating'], ['F', 'west-1', 'community', 'operating']])
    expect(halves('QJ-12', study)).toEqual([2, 2])
    expect(state('QJ-12', study)).toBe('met')
  })

  test('a station that is only planned changes no verdict', () => {
    expect(halves('QJ-12', under(town, { type: 'add-facility', name: '东站', kind: 'COMM', at: inEast, stage: 'planned' }).study)).toEqual([1, 2])
  })

  test('the only station moved out of its community leaves it unmet and covers the other', () => {
    const { study, problems } = under(town, { type: 'move-facility', facility: 'F', to: inEast })
    expect(problems).toEqual(['edit-area-followed'])
    expect(judgedUnder('QJ-12', study).units.map(({ id, state: of }) => [id, of])).toEqual([['east-1', 'met'], ['west-1', 'unmet']])
  })

  test('a move inside the unit, or to where no unit is drawn, keeps the written unit', () => {
    for (const to of [[103.006, 25.006], [110, 30]] as const) {
      const { study, problems } = under(town, { type: 'move-facility', facility: 'F', to })
      expect([problems, study.facilities[0]!.area, study.facilities[0]!.at]).toEqual([[], 'west-1', to])
    }
  })

  test("a street's centre moved into another street belongs to that street, not to one of its communities", () => {
    const street = studyOf({ areas: roster, facilities: [facility('S', 'STREET', 'subdistrict', 'west', { at: inWest })] })
    expect(under(street, { type: 'move-facility', facility: 'S', to: inEast }).study.facilities[0]!.area).toBe('east')
    expect(under(street, { type: 'move-facility', facility: 'S', to: [103.001, 25.001] }).study.facilities[0]!.area).toBe('west')
  })

  test('a community without a boundary is not contradicted by the street that is drawn around it', () => {
    const undrawn = studyOf({ areas: roster.map((unit) => (unit.level === 'community' ? { ...unit, boundary: null } : unit)), facilities: [station] })
    expect(under(undrawn, { type: 'move-facility', facility: 'F', to: [103.001, 25.001] }).study.facilities[0]!.area).toBe('west-1')
    expect(under(undrawn, { type: 'move-facility', facility: 'F', to: inEast }).study.facilities[0]!.area).toBe('east')
  })

  test('closing the station leaves its community unmet, opening it again meets it', () => {
    const closed = under(town, { type: 'close-facility', facility: 'F' }).study
    expect(halves('QJ-12', closed)).toEqual([0, 2])
    expect(halves('QJ-12', under(closed, { type: 'reopen-facility', facility: 'F' }).study)).toEqual([1, 2])
  })

  test('a street centre turned into a community station no longer counts for the street', () => {
    const street = studyOf({ areas: roster, facilities: [facility('S', 'STREET', 'subdistrict', 'west', { at: inWest, levelProposed: true })] })
    expect([halves('QJ-11', street), halves('QJ-12', street)]).toEqual([[1, 2], [0, 2]])
    const { study } = under(street, { type: 'move-facility', facility: 'S', to: inWest }, { type: 'rekind-facility', facility: 'S', kind: 'COMM', level: 'community' })
    expect(halves('QJ-11', study)).toEqual([0, 2])
    expect(study.facilities[0]).toMatchObject({ kind: 'COMM', level: 'community', levelProposed: false })
  })

  test('a proposed level follows the new kind', () => {
    const street = studyOf({ areas: roster, facilities: [facility('S', 'COMM', 'community', 'west-1', { levelProposed: true })] })
    expect(under(street, { type: 'rekind-facility', facility: 'S', kind: 'STREET' }).study.facilities[0]).toMatchObject({ level: 'subdistrict', levelProposed: true })
  })

  test('naming the community that a station serves meets it under the reading served', () => {
    const served = { coverage: 'served' }
    const before = studyOf({ areas: roster, facilities: [{ ...station, serves: ['west-1'] }] })
    const after = under(before, { type: 'serve', facility: 'F', serves: ['west-1', 'east-1'] }).study
    expect([judgedUnder('QJ-12', before, served).numerator, judgedUnder('QJ-12', after, served).numerator]).toEqual([1, 2])
  })
})

describe('the area that compounds have', () => {
  const judge = (study: Study, options: Options = {}) => judgedUnder('QJ-13', study, options).units[0]!

  test('a room resized to exactly the norm meets it, where the facilities answer', () => {
    const town = studyOf({ compounds: [built('A', 1000, null)], facilities: [room(200, 'A')] })
    expect(judge(town)).toMatchObject({ state: 'unmet', shortfall: 50 })
    expect(judge(under(town, { type: 'resize-facility', facility: 'R', floorAreaM2: 250 }).study)).toMatchObject({ state: 'met', numerator: 250 })
    expect(judge(under(town, { type: 'resize-facility', facility: 'R', floorAreaM2: 249 }).study)).toMatchObject({ state: 'unmet', shortfall: 1 })
    expect(areaOf(under(town, { type: 'resize-facility', facility: 'R', floorAreaM2: 250 }).study, 'A')).toBeNull()
  })

  test('where the compound states its area, a facility adds or takes away its own', () => {
    const town = studyOf({ compounds: [built('A', 1000, 230)], facilities: [room(200, 'A')] })
    expect(judge(under(town, { type: 'resize-facility', facility: 'R', floorAreaM2: 220 }).study)).toMatchObject({ state: 'met', numerator: 250 })
    expect(judge(under(town, { type: 'close-facility', facility: 'R' }).study)).toMatchObject({ state: 'unmet', numerator: 30, shortfall: 220 })
    expect(judge(under(town, { type: 'add-facility', name: '新站', kind: 'COMM', serves: ['A'], floorAreaM2: 20 }).study)).toMatchObject({ state: 'met', numerator: 250 })
    expect(areaOf(under(town, { type: 'close-facility', facility: 'R' }, { type: 'reopen-facility', facility: 'R' }).study, 'A')).toBe(230)
    expect(areaOf(under(town, { type: 'serve', facility: 'R', serves: null }).study, 'A')).toBe(30)
  })

  test('what does not give care to compounds, or does not operate, adds nothing', () => {
    const town = studyOf({ compounds: [built('A', 1000, 230)], facilities: [] })
    expect(areaOf(under(town, { type: 'add-facility', name: '养老院', kind: 'INST', serves: ['A'], floorAreaM2: 500 }).study, 'A')).toBe(230)
    const planned = under(town, { type: 'add-facility', name: '新站', kind: 'COMM', serves: ['A'], floorAreaM2: 20, stage: 'building' }).study
    expect(areaOf(planned, 'A')).toBe(230)
    expect(areaOf(under(planned, { type: 'reopen-facility', facility: '+s1.1' }).study, 'A')).toBe(250)
  })

  test('a facility that serves two compounds is divided by planned households', () => {
    const town = studyOf({ compounds: [built('A', 300, 10), built('B', 100, 10)], facilities: [] })
    const { study } = under(town, { type: 'add-facility', name: '新站', kind: 'COMM', serves: ['A', 'B'], floorAreaM2: 100 })
    expect([areaOf(study, 'A'), areaOf(study, 'B')]).toEqual([85, 35])
  })

  test('an unknown size added adds nothing yet; an unknown size lost leaves the other facilities to answer', () => {
    const town = studyOf({ compounds: [built('A', 1000, 250)], facilities: [room(null, 'A')] })
    expect(areaOf(under(town, { type: 'add-facility', name: '新站', kind: 'COMM', serves: ['A'] }).study, 'A')).toBe(250)
    const closed = under(town, { type: 'close-facility', facility: 'R' })
    expect(closed.problems).toEqual(['edit-area-uncertain'])
    expect(state('QJ-13', closed.study)).toBe('no-data')
    expect(judge(under(town, { type: 'resize-facility', facility: 'R', floorAreaM2: 260 }).study)).toMatchObject({ state: 'met', numerator: 260 })
  })

  test('usable area stays where a facility comes, and has no ground left where one goes', () => {
    const town = studyOf({ compounds: [built('A', 1000, 300, { usableAreaM2: 260 })], facilities: [room(100, 'A')] })
    const usable = { areaMeasure: 'usable' }
    expect(state('QJ-13', under(town, { type: 'add-facility', name: '新站', kind: 'COMM', serves: ['A'], floorAreaM2: 20 }).study, usable)).toBe('met')
    const closed = under(town, { type: 'close-facility', facility: 'R' })
    expect([closed.problems, state('QJ-13', closed.study, usable), areaOf(closed.study, 'A')]).toEqual([['edit-area-uncertain'], 'no-data', 200])
  })

  test('a facility added to a pool that states area and lists none adds to what the pool has', () => {
    const town = studyOf({ compounds: [built('A', 500, 200, { pool: 'p' }), built('B', 500, 0, { pool: 'p' })] })
    const more = under(town, { type: 'add-facility', name: 'new room', at: null, kind: 'COMM', level: 'community', area: null, stage: 'operating', floorAreaM2: 60, serves: ['A', 'B'] }).study
    expect(judgedUnder('QJ-13', more).units.map((unit) => unit.numerator)).toEqual([260, 260])
  })

  test('a shared room that every member of a pool wrote down goes away once, not in part', () => {
    const pool = (a: number, b: number) => studyOf({ compounds: [built('A', 500, a, { pool: 'p' }), built('B', 500, b, { pool: 'p' })], facilities: [room(300, 'A', 'B')] })
    for (const town of [pool(300, 300), pool(300, 0), pool(150, 150)]) {
      const closed = under(town, { type: 'close-facility', facility: 'R' }).study
      expect([areaOf(closed, 'A'), areaOf(closed, 'B')]).toEqual([0, 0])
      const smaller = under(town, { type: 'resize-facility', facility: 'R', floorAreaM2: 240 }).study
      expect(areaOf(smaller, 'A')! + areaOf(smaller, 'B')!).toBe(240)
      expect(judge(smaller)).toMatchObject({ state: 'unmet' })
      expect(judge(town)).toMatchObject({ state: 'met' })
    }
  })

  test('what the members of a pool stated without any facility stays when one is added', () => {
    const town = studyOf({ compounds: [built('A', 500, 200, { pool: 'p' }), built('B', 500, 0, { pool: 'p' })] })
    const one: EditDraft = { type: 'add-facility', name: '新站', kind: 'COMM', serves: ['B'], floorAreaM2: 30 }
    const { study } = under(town, one, { ...one, floorAreaM2: 20 })
    expect([areaOf(study, 'A'), areaOf(study, 'B')]).toEqual([200, 50])
  })

  test('more households need more area; households that become unknown are no-data', () => {
    const town = studyOf({ compounds: [built('A', 1000, 250)] })
    const grown = (households: number | null) => under(town, { type: 'set-households', of: { kind: 'compound', id: 'A' }, households }).study
    expect(judge(grown(1200))).toMatchObject({ state: 'unmet', shortfall: 50 })
    expect(judge(grown(null))).toMatchObject({ state: 'no-data' })
    expect(judge(under(town, { type: 'set-households', of: { kind: 'compound', id: 'A' }, householdsOccupied: 2000 }).study, { households: 'occupied' })).toMatchObject({ state: 'unmet', shortfall: 250 })
  })

  test('a compound moved to the group that has room to spare meets with it, and leaves the other short', () => {
    const town = studyOf({ compounds: [built('A', 400, 150, { pool: 'p' }), built('B', 400, 0, { pool: 'q' }), built('C', 200, 100, { pool: 'q' }), built('D', 200, 100, { pool: 'p' })] })
    const states = (study: Study) => judgedUnder('QJ-13', study).units.map((unit) => unit.state)
    // p: 250 m² for 150; q: 100 for 150.
    expect(states(town)).toEqual(['met', 'unmet', 'unmet', 'met'])
    // With B, p has 250 for 250; C alone has 100 for 50.
    expect(states(under(town, { type: 'set-pool', compound: 'B', pool: 'p' }).study)).toEqual(['met', 'met', 'met', 'met'])
    expect(under(town, { type: 'set-pool', compound: 'B', pool: null }).study.compounds[1]!.pool).toBeNull()
  })

  test('a finished rectification is met on the list, with the area that was found', () => {
    const town = studyOf({ compounds: [built('A', 1000, 100)] })
    const done = under(town, { type: 'set-rectification', of: { kind: 'compound', id: 'A' }, status: 'done', evidence: '2025-06-01', areaM2: 250, note: '补建' }).study
    expect(state('QJ-15', town)).toBe('unmet')
    expect(state('QJ-15', done)).toBe('met')
    expect(state('QJ-13', done)).toBe('met')
    expect(done.rectifications).toEqual([{ of: { kind: 'compound', id: 'A' }, clause: null, status: 'done', note: '补建', evidence: '2025-06-01', areaM2: 250 }])
    const again = under(done, { type: 'set-rectification', of: { kind: 'compound', id: 'A' }, status: 'started' }).study
    expect([again.rectifications!.length, again.compounds[0]!.done, areaOf(again, 'A')]).toEqual([1, false, 250])
  })
})

describe('land and plots', () => {
  const idle = plot('P', { name: '旧小学', use: 'candidate', floorAreaM2: 300, landAreaM2: 900, geometry: square(103.012, 25.002, 0.002), cost: 500_000 })
  const land = plot('L', { name: '规划地', use: 'care-land', area: 'east-1', landAreaM2: 1000, status: 'planned' })
  const town = studyOf({ areas: roster, facilities: [station], plots: [idle, land] })

  test('an idle school becomes the station of the community that holds it', () => {
    const { study, problems } = under(town, { type: 'plot-to-facility', plot: 'P', kind: 'COMM', stage: 'operating' })
    expect(problems).toEqual([])
    expect(study.facilities[0]).toMatchObject({ id: '+s1.1', name: '旧小学', area: 'east-1', level: 'community', floorAreaM2: 300, landAreaM2: 900, plot: 'P' })
    expect(halves('QJ-12', study)).toEqual([2, 2])
    expect(halves('QJ-12', under(town, { type: 'plot-to-facility', plot: 'P', kind: 'COMM', stage: 'building' }).study)).toEqual([1, 2])
  })

  test('one plot becomes one facility only', () => {
    expect(under(town, { type: 'plot-to-facility', plot: 'P', kind: 'COMM', stage: 'operating' }, { type: 'plot-to-facility', plot: 'P', kind: 'MEAL', stage: 'operating' })).toMatchObject({ problems: ['edit-impossible'] })
  })

  test('care land that is built on exists, and its land is counted once', () => {
    const county = studyOf({ areas: [area('county', 'county', null, { residents: 5000 })], plots: [{ ...land, area: 'county' }] })
    const land5 = (study: Study, options: Options) => judgedUnder('QJ-05', study, options).figures.landM2
    const built = under(county, { type: 'plot-to-facility', plot: 'L', kind: 'STREET', stage: 'operating' }).study
    expect(built.plots[0]!.status).toBe('existing')
    expect([land5(county, { landStatus: 'existing' }), land5(built, { landStatus: 'existing' })]).toEqual([0, 1000])
    expect(land5(built, { landMeasure: 'plots-and-shared' })).toBe(1000)
    expect(county.plots[0]!.status).toBe('planned')
  })
})

describe('people', () => {
  test('elders of a unit, and of the units above it as far as they state them', () => {
    const town = studyOf({ areas: roster, facts: [fact('area', 'west', 'elders60', 620, '2024-12-31'), fact('area', 'west', 'elders60', 500, '2020-12-31')] })
    const { study, problems } = under(town, { type: 'set-elders', of: { kind: 'area', id: 'west-1' }, elders60: 700 })
    expect(problems).toEqual(['edit-carried-up'])
    expect(study.areas.map(({ id, elders60 }) => [id, elders60])).toEqual([['city', 1100], ['east', 400], ['east-1', 400], ['west', 700], ['west-1', 700]])
    expect(study.facts.map(({ value }) => value)).toEqual([720, 500])
  })

  test('a figure that was stated of the unit gives way to the edit', () => {
    const town = studyOf({ areas: roster, facts: [fact('area', 'west-1', 'elders60', 610)] })
    const { study } = under(town, { type: 'set-elders', of: { kind: 'area', id: 'west-1' }, elders60: 700 })
    expect([study.facts[0]!.value, study.areas.find(({ id }) => id === 'city')!.elders60]).toEqual([700, 1090])
  })

  test('more residents need more land: 5,100 for 501 m² fall short where 5,000 did not', () => {
    const town = studyOf({ areas: [area('county', 'county', null, { residents: 5000 })], plots: [plot('L', { area: 'county', landAreaM2: 501 })] })
    const grown = under(town, { type: 'set-elders', of: { kind: 'area', id: 'county' }, residents: 5100 }).study
    expect([state('QJ-05', town), state('QJ-05', grown)]).toEqual(['met', 'unmet'])
  })

  test('elders moved in beside the centre raise the share within its circle', () => {
    const persons = [{ id: 'a', at: inWest, area: 'west-1', elders60: 10 }, { id: 'b', at: [103.1, 25.1] as const, area: 'east-1', elders60: 30 }]
    const town = studyOf({ areas: roster, facilities: [station], people: persons })
    const grown = under(town, { type: 'set-elders', of: { kind: 'people', id: 'a' }, elders60: 90 }).study
    expect([halves('QJ-16', town), halves('QJ-16', grown)]).toEqual([[10, 40], [90, 120]])
    expect(town.people!.elders60[0]).toBe(10)
    expect(grown.people!.lng).toBe(town.people!.lng)
    expect(Number.isNaN(under(town, { type: 'set-elders', of: { kind: 'people', id: 'b' }, elders60: null }).study.people!.elders60[1])).toBe(true)
  })

  test('a count that the ledger does not have is refused by name, the others are set', () => {
    const { study, problems } = under(studyOf({ compounds: [built('A', 100, 0)] }), { type: 'set-elders', of: { kind: 'compound', id: 'A' }, elders60: 30, elders80: 5 })
    expect([problems, study.compounds[0]!.elders60]).toEqual([['edit-impossible'], 30])
  })
})

describe('gates and streets', () => {
  const town = studyOf({ compounds: [compound('A', { gates: [[103, 25]] })] })

  test('a gate is opened and closed again by pointing near it; the last one stays', () => {
    const two = under(town, { type: 'open-gate', compound: 'A', at: [103.001, 25] }).study
    expect(two.compounds[0]!.gates).toEqual([[103, 25], [103.001, 25]])
    const one = under(two, { type: 'close-gate', compound: 'A', at: [103.00005, 25] })
    expect([one.problems, one.study.compounds[0]!.gates]).toEqual([[], [[103.001, 25]]])
    expect(under(one.study, { type: 'close-gate', compound: 'A', at: [103.001, 25] }).problems).toEqual(['edit-impossible'])
    expect(under(two, { type: 'close-gate', compound: 'A', at: [103.01, 25] }).problems).toEqual(['edit-target-missing'])
  })

  test('links and closures are noted for the walk, in order and with ids of their own', () => {
    const { study } = under(town, { type: 'add-link', line: [[103, 25], [103.001, 25]] }, { type: 'close-street', at: [103, 25.001], line: 'w1' })
    expect(study.streetChanges).toEqual([{ id: '+s1.1', change: 'link', line: [[103, 25], [103.001, 25]], lengthM: null }, { id: '+s1.2', change: 'closed', at: [103, 25.001], line: 'w1' }])
  })
})

describe('edits that find nothing', () => {
  const town = studyOf({ areas: roster, facilities: [station], compounds: [built('A', 100, 5)] })
  const missing: readonly EditDraft[] = [
    { type: 'move-facility', facility: 'gone', to: inWest },
    { type: 'resize-facility', facility: 'gone', beds: 3 },
    { type: 'rekind-facility', facility: 'gone', kind: 'MEAL' },
    { type: 'close-facility', facility: 'gone' },
    { type: 'reopen-facility', facility: 'gone' },
    { type: 'serve', facility: 'gone', serves: ['A'] },
    { type: 'serve', facility: 'F', serves: ['gone'] },
    { type: 'plot-to-facility', plot: 'gone', kind: 'COMM', stage: 'operating' },
    { type: 'set-households', of: { kind: 'compound', id: 'gone' }, households: 3 },
    { type: 'set-elders', of: { kind: 'area', id: 'gone' }, elders60: 3 },
    { type: 'set-elders', of: { kind: 'people', id: 'gone' }, elders60: 3 },
    { type: 'set-pool', compound: 'gone', pool: 'p' },
    { type: 'open-gate', compound: 'gone', at: inWest },
    { type: 'close-gate', compound: 'A', at: inWest },
    { type: 'set-rectification', of: { kind: 'compound', id: 'gone' }, status: 'done' },
  ]

  test.each(missing)('$type changes nothing and says so', (draft) => {
    const outcome = applyEdit(town, { ...draft, id: 'x' } as Edit)
    expect(outcome.study).toBe(town)
    expect(outcome.problems.map(({ code }) => code)).toEqual(['edit-target-missing'])
  })

  test('what is so already is left as it is, and said', () => {
    for (const draft of [{ type: 'reopen-facility', facility: 'F' }, { type: 'move-facility', facility: 'F', to: inWest }, { type: 'set-pool', compound: 'A', pool: null }, { type: 'set-households', of: { kind: 'compound', id: 'A' }, households: 100 }] as const) {
      const outcome = applyEdit(town, { ...draft, id: 'x' } as Edit)
      expect([outcome.study === town, outcome.problems.map(({ code, severity }) => [code, severity])]).toEqual([true, [['edit-without-effect', 'info']]])
    }
  })
})

describe('what an edit leaves alone', () => {
  test('lists that it does not speak of keep their identity, and so do the records', () => {
    const town = studyOf({ areas: roster, facilities: [station, facility('G', 'COMM', 'community', 'east-1')], compounds: [built('A', 100, 5), built('B', 100, 5)], facts: [fact('facility', 'F', 'x', 1)] })
    const moved = under(town, { type: 'move-facility', facility: 'F', to: inEast }).study
    expect([moved.areas, moved.compounds, moved.facts, moved.plots, moved.people, moved.facilities[1]].map((each, index) => each === [town.areas, town.compounds, town.facts, town.plots, town.people, town.facilities[1]][index])).not.toContain(false)
    const grown = under(moved, { type: 'set-households', of: { kind: 'compound', id: 'A' }, households: 200 }).study
    expect([grown.facilities === moved.facilities, grown.areas === town.areas, grown.compounds[1] === town.compounds[1], grown.base === town]).toEqual([true, true, true, true])
  })
})

describe('shapes', () => {
  test('each kind is listed under its own name', () => {
    for (const [type, kind] of Object.entries(editKinds)) expect(kind.type).toBe(type)
  })

  test.each([
    ['move-facility', { facility: 'F', to: [103] }, ['to']],
    ['move-facility', { facility: 'F', to: [103, 91] }, ['to']],
    ['move-facility', { to: [103, 25] }, ['facility']],
    ['resize-facility', { facility: 'F', beds: -1 }, ['beds']],
    ['resize-facility', { facility: 'F', floorAreaM2: Infinity, beds: null }, ['floorAreaM2']],
    ['add-facility', { name: '', kind: 'XX' }, ['name', 'kind']],
    ['add-link', { line: [[103, 25]] }, ['line']],
    ['set-pool', { compound: 'A' }, ['pool']],
    ['set-elders', { of: { kind: 'plot', id: 'A' }, elders60: '3' }, ['of', 'elders60']],
    ['set-rectification', { of: { kind: 'area', id: 'A' }, status: 'done', evidence: 'soon' }, ['evidence']],
    ['close-facility', { facility: 'F' }, []],
  ] as const)('%s %j has wrong keys %j', (type, record, keys) => {
    expect(wrongKeys(type, record)).toEqual(keys)
  })
})
