/** The sample town read and judged by the program itself: what a first visitor sees. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../src/indicators/judge'
import type { Result } from '../../src/indicators/result'
import { readStudy, type StudyRead } from '../../src/model/read-study'
import { shippedPacks } from '../../src/policy/shipped'

const folder = join(import.meta.dirname, '../../data/samples/yunling')
let read: StudyRead
let results: Result[]

beforeAll(async () => {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())
  read = await readStudy(names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })))
  results = read.study ? judge(read.study, shippedPacks) : []
})

describe('the sample town as the program reads it', () => {
  test('gives a study without a single error', () => {
    expect([...read.problems, ...(read.study?.problems ?? [])].filter(({ severity }) => severity === 'error')).toEqual([])
    expect(read.study?.areas).toHaveLength(175)
  })

  test('joins every boundary, facility and compound to its unit, with kind, level and stage', () => {
    expect(read.study?.areas.filter(({ boundary }) => boundary === null)).toEqual([])
    expect(read.study?.facilities.filter(({ area, kind, level, stage }) => !area || !kind || !level || !stage)).toEqual([])
    expect(read.study?.compounds.filter(({ area }) => area === null)).toEqual([])
  })

  test('brings the plots from Gauss-Krüger metres to where their units are', () => {
    const zonePlot = read.study?.plots.find(({ id }) => id === 'D15')?.geometry
    expect(zonePlot?.type).toBe('Polygon')
    const [lng, lat] = zonePlot?.type === 'Polygon' ? (zonePlot.coordinates[0]?.[0] ?? []) : []
    expect([lng?.toFixed(1), lat?.toFixed(1)]).toEqual(['103.6', '25.5'])
  })
})

describe('the sample town as the program judges it', () => {
  const stateOf = (clause: string): string | undefined => results.find((result) => result.clause === clause)?.state

  test('meets some clauses, misses some, and leaves some open', () => {
    const wanted = { 'QJ-05': 'unmet', 'QJ-10': 'no-data', 'QJ-11': 'met', 'QJ-12': 'unmet', 'QJ-13': 'unmet', 'QJ-14': 'unmet', 'QJ-15': 'unmet', 'QJ-16': 'undecided', 'QJ-17': 'met', 'QJ-18': 'unmet', 'CQ-05a': 'met', 'CQ-05b': 'unmet', 'CQ-05c': 'undecided' }
    expect(Object.fromEntries(Object.keys(wanted).map((clause) => [clause, stateOf(clause)]))).toEqual(wanted)
  })

  test('shows each of the five verdicts somewhere', () => {
    const shown = new Set(results.flatMap((result) => [result.state, ...result.units.map(({ state }) => state)]))
    expect([...shown].sort()).toEqual(['met', 'no-data', 'not-applicable', 'undecided', 'unmet'])
  })

  test('one community and one village more would mend QJ-12 and QJ-18', () => {
    expect(results.filter(({ clause }) => ['QJ-12', 'QJ-18'].includes(clause)).map(({ shortfall }) => shortfall)).toEqual([1, 1])
  })

  test('gives the county too little land for elder care and the zone enough', () => {
    const land = results.find(({ clause }) => clause === 'QJ-05')?.units.map(({ name, state }) => `${name} ${state}`)
    expect(land?.sort()).toEqual(['云岭市 unmet', '云岭经开区 met'])
  })
})
