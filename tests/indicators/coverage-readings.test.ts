import { expect, test } from 'vitest'
import { compareCoverage } from '../../src/indicators/coverage-readings'
import { area, clauseOf, facility, studyOf, type Town } from '../helpers/town'

/** Three communities on a line, 10 elders in each at its own place. a has a station; b is served by it; c is a walk of 300 m from it. */
const here: readonly [number, number] = [103.8, 25.5]
const north = (metres: number): readonly [number, number] => [here[0], here[1] + metres / 110_800]
const town: Town = {
  areas: [area('city', 'city'), area('street', 'subdistrict', 'city'), ...['a', 'b', 'c'].map((id) => area(id, 'community', 'street'))],
  facilities: [facility('F', 'COMM', 'community', 'a', { serves: ['a', 'b'], at: here })],
  people: [
    { id: 'pa', at: here, area: 'a', elders60: 10 },
    { id: 'pb', at: north(5000), area: 'b', elders60: 10 },
    { id: 'pc', at: north(300), area: 'c', elders60: 10 },
  ],
}
const compare = (id: string, given: Town = town, options = {}) => {
  const { pack, clause } = clauseOf(id)
  return compareCoverage(studyOf(given), pack, clause, options)
}

test('one of three has a station, two of three are served, two of three elders are within 1000 m', () => {
  const found = compare('QJ-12')!
  expect(found.columns.map(({ reading, numerator, denominator, counts }) => [reading, numerator, denominator, counts])).toEqual([
    ['located', 1, 3, 'units'],
    ['served', 2, 3, 'units'],
    ['reached', 20, 30, 'people'],
  ])
  expect(found.columns.map(({ isDefault }) => isDefault)).toEqual([true, false, false])
})

test('the readings disagree on b, served but far, and on c, near but without a station; on a they agree', () => {
  expect(compare('QJ-12')!.disagreements).toEqual([
    { id: 'b', name: 'b', states: ['unmet', 'met', 'unmet'], share: 0 },
    { id: 'c', name: 'c', states: ['unmet', 'unmet', 'met'], share: 1 },
  ])
})

test('half of the people reached is reached, less is not', () => {
  const split = (near: number, far: number): Town => ({ ...town, people: [{ id: 'pa', at: here, area: 'a', elders60: 10 }, { id: 'c1', at: north(300), area: 'c', elders60: near }, { id: 'c2', at: north(5000), area: 'c', elders60: far }] })
  expect(compare('QJ-12', split(5, 5))!.disagreements.find(({ id }) => id === 'c')?.share).toBe(0.5)
  expect(compare('QJ-12', split(4, 6))!.disagreements.find(({ id }) => id === 'c')).toBeUndefined()
})

test('a unit whose reach is unknown is no disagreement', () => {
  expect(compare('QJ-12', { ...town, people: [] })!.disagreements).toEqual([{ id: 'b', name: 'b', states: ['unmet', 'met', 'no-data'], share: null }])
})

test('the other options stay in force: a station under construction counts where the reading says so', () => {
  const building: Town = { ...town, facilities: [...town.facilities!, facility('G', 'COMM', 'community', 'c', { stage: 'building', at: north(300) })] }
  expect(compare('QJ-12', building)!.columns[0]!.numerator).toBe(1)
  expect(compare('QJ-12', building, { stages: 'operating-and-building' })!.columns[0]!.numerator).toBe(2)
})

test('a clause that offers one reading of 覆盖 is not compared', () => {
  expect(compare('QJ-13')).toBeNull()
})
