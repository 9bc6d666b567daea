/** What holds of every clause in every town. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { judgeClause } from '../../src/indicators/judge'
import { equal } from '../../src/indicators/compare'
import { states, type Result } from '../../src/indicators/result'
import type { Options, Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { randomOptions, randomTown, type DrawnTown } from '../helpers/random-town'
import { compound, fact, facility, plot, studyOf } from '../helpers/town'

const clauses = shippedPacks.flatMap((pack) => pack.clauses.map((clause) => ({ pack, clause })))
const judgeAll = (study: Study, options: Options): Result[] => clauses.map(({ pack, clause }) => judgeClause(study, pack, clause, options))
const runs = { numRuns: 15 }
vi.setConfig({ testTimeout: 60_000 })

/** Checks a law of every result in towns drawn by chance. */
const holds = (law: (result: Result) => void) => fc.assert(fc.property(randomTown, randomOptions, (town, options) => judgeAll(studyOf(town), options).forEach(law)), runs)

describe('figures', () => {
  test('no result holds a figure that is no number, or a state beside the five', () => {
    const valid = new Set<string>(states)
    holds((result) => {
      expect(valid.has(result.state) && result.units.every(({ state }) => valid.has(state))).toBe(true)
      const figures = [result.numerator, result.denominator, result.value, result.shortfall, result.shortfallOfUnits, ...Object.values(result.figures), ...result.units.flatMap((unit) => [unit.numerator, unit.denominator, unit.value, unit.shortfall, ...Object.values(unit.figures ?? {})])]
      expect(figures.filter((value) => typeof value === 'number' && !Number.isFinite(value)), result.clause).toEqual([])
    })
  })

  test('a value has both halves and is their quotient, but for totals, changes, differences and counts', () => {
    holds(({ evaluator, clause, numerator, denominator, value }) => {
      if (['total', 'trend', 'allocation'].includes(evaluator) || clause === 'CQ-06c' || value === null) return
      expect([numerator, denominator], clause).not.toContain(null)
      expect(equal(value, (numerator! / denominator!) * (evaluator === 'per-thousand-elders' ? 1000 : 1)), clause).toBe(true)
    })
  })

  test('a numerator is never larger than its denominator, but where both are counted apart', () => {
    holds(({ evaluator, clause, numerator, denominator, problems }) => {
      if (numerator === null || denominator === null || ['per-thousand-elders', 'total'].includes(evaluator) || clause.startsWith('HL-03')) return
      if (problems.some(({ code }) => code === 'part-exceeds-whole')) return
      expect(numerator, clause).toBeLessThanOrEqual(denominator * (1 + 1e-9))
      expect(numerator, clause).toBeGreaterThanOrEqual(0)
    })
  })

  test('the shortfalls of the units sum to shortfallOfUnits, and none is negative', () => {
    holds(({ clause, units, shortfall, shortfallOfUnits, state }) => {
      const known = units.flatMap((unit) => unit.shortfall ?? [])
      expect(known.every((lacking) => lacking >= 0) && (shortfall ?? 0) >= 0, clause).toBe(true)
      expect(shortfallOfUnits ?? 0, clause).toBeCloseTo(known.reduce((sum, lacking) => sum + lacking, 0), 6)
      if (state === 'met' && shortfall !== null) expect(shortfall, clause).toBe(0)
      for (const unit of units) if (unit.state === 'met' && unit.shortfall !== null) expect(unit.shortfall, `${clause} ${unit.id}`).toBe(0)
    })
  })
})

describe('the order of rows and the choice of ids', () => {
  const reversed = (town: DrawnTown): DrawnTown => ({ ...town, areas: [...town.areas].reverse(), facilities: [...town.facilities].reverse(), compounds: [...town.compounds].reverse(), plots: [...(town.plots ?? [])].reverse(), people: [...town.people].reverse(), facts: [...town.facts].reverse() })

  test('rows in another order give the same bytes', () => {
    fc.assert(
      fc.property(randomTown, randomOptions, (town, options) => {
        expect(JSON.stringify(judgeAll(studyOf(reversed(town)), options))).toBe(JSON.stringify(judgeAll(studyOf(town), options)))
      }),
      runs,
    )
  })

  test('a consistent renaming of ids changes only the ids', () => {
    const mark = '§'
    const to = (id: string) => `${mark}${id}`
    const renamed = (town: DrawnTown): DrawnTown => ({
      ...town,
      areas: town.areas.map((unit) => ({ ...unit, id: to(unit.id), parent: unit.parent === null ? null : to(unit.parent) })),
      facilities: town.facilities.map((entry) => ({ ...entry, id: to(entry.id), area: entry.area === null ? null : to(entry.area), serves: entry.serves?.map(to) ?? null })),
      compounds: town.compounds.map((entry) => ({ ...entry, id: to(entry.id), area: entry.area === null ? null : to(entry.area), pool: entry.pool === null ? null : to(entry.pool) })),
      plots: (town.plots ?? []).map((entry) => ({ ...entry, id: to(entry.id), area: entry.area === null ? null : to(entry.area) })),
      people: town.people.map((entry) => ({ ...entry, id: to(entry.id), ...(entry.area === undefined ? {} : { area: to(entry.area) }) })),
      facts: town.facts.map((entry) => ({ ...entry, of: { ...entry.of, id: to(entry.of.id) } })),
    })
    fc.assert(
      fc.property(randomTown, randomOptions, (town, options) => {
        expect(JSON.stringify(judgeAll(studyOf(renamed(town)), options)).replaceAll(mark, '')).toBe(JSON.stringify(judgeAll(studyOf(town), options)))
      }),
      runs,
    )
  })
})

describe('one facility more', () => {
  const rank = { unmet: 0, 'no-data': 1, undecided: 1, met: 2, 'not-applicable': 1 } as const
  const coverage = clauses.filter(({ clause }) => ['unit-share', 'people-within-reach', 'count-per-unit'].includes(clause.evaluator))

  test('never lowers the number covered, nor turns a pass into anything else', () => {
    fc.assert(
      fc.property(randomTown, randomOptions, fc.constantFrom('KA1', 'KA2', 'KA11', 'KB21'), fc.constantFrom('COMM' as const, 'STREET' as const, 'VILLAGE' as const, 'TOWN_RURAL' as const, 'INST_COUNTY' as const), (drawn, options, where, kind) => {
        // With a ledger already there; its first facility takes the question from the stated figures.
        const town = { ...drawn, facilities: [...drawn.facilities, facility('Y', 'NOT', 'home', 'KB')] }
        const level = { 2: 'county', 3: where === 'KA1' ? 'subdistrict' : 'town', 4: where === 'KB21' ? 'village' : 'community' }[where.length] as 'county' | 'subdistrict' | 'town' | 'village' | 'community'
        const more = { ...town, facilities: [...town.facilities, facility('Z', kind, level, where, { at: [103.01, 25.01], services: ['meal', 'day-care', 'home-care'], beds: 300, floorAreaM2: 2000 })] }
        for (const { pack, clause } of coverage) {
          if (options['figureSource'] === 'stated' || (clause.parameters['measure'] as { item?: string | null } | undefined)?.item) continue
          const before = judgeClause(studyOf(town), pack, clause, options)
          const after = judgeClause(studyOf(more), pack, clause, options)
          expect(after.numerator ?? 0, clause.id).toBeGreaterThanOrEqual(before.numerator ?? 0)
          if (before.state === 'met') expect(after.state, clause.id).toBe('met')
          expect(rank[after.state], clause.id).toBeGreaterThanOrEqual(rank[before.state])
        }
      }),
      runs,
    )
  })
})

describe('silence is never a pass', () => {
  const met = (study: Study, options: Options) => judgeAll(study, options).filter(({ state }) => state === 'met').map(({ clause }) => clause)

  test('an empty study meets nothing, under any reading', () => {
    fc.assert(
      fc.property(randomOptions, (options) => {
        expect(met(studyOf({}), options)).toEqual([])
      }),
      runs,
    )
  })

  test('a study whose every cell is blank meets nothing, under any reading', () => {
    const blanked = (town: DrawnTown) => ({
      asOf: town.asOf!,
      areas: town.areas.map(({ id, name, level, parent }) => ({ ...studyOf({ areas: town.areas }).areas.find((unit) => unit.id === id)!, name, level, parent, zone: false, urbanRural: null, households: null, residents: null, elders60: null, elders65: null, elders80: null, at: null })),
      facilities: town.facilities.map(({ id }) => facility(id, null, null, null, { stage: null })),
      compounds: town.compounds.map(({ id }) => compound(id)),
      plots: (town.plots ?? []).map(({ id }) => plot(id, { use: null, status: null })),
      people: town.people.map(({ id }) => ({ id, at: null })),
      facts: town.facts.map(({ of, item, date }) => fact(of.kind, of.id, item, null, date)),
    })
    fc.assert(
      fc.property(randomTown, randomOptions, (town, options) => {
        expect(met(studyOf(blanked(town)), options)).toEqual([])
      }),
      runs,
    )
  })

  test('blanking one cell of a facility never makes a pass of a shortfall', () => {
    const keys = ['kind', 'level', 'area', 'stage', 'beds', 'nursingBeds', 'owner', 'operator', 'services', 'at'] as const
    fc.assert(
      fc.property(randomTown, randomOptions, fc.constantFrom(...keys), (town, options, key) => {
        const first = town.facilities[0]
        if (!first) return
        const less = { ...town, facilities: [{ ...first, [key]: null }, ...town.facilities.slice(1)] }
        const before = judgeAll(studyOf(town), options)
        judgeAll(studyOf(less), options).forEach((after, index) => {
          // Without the ledger's answer the stated figure may answer; that is data and no silence.
          const stated = after.why.some(({ code }) => code === 'stated-figure') || after.figures['source'] === 'stated' || after.units.some(({ why }) => why.some(({ code }) => code === 'stated-figure'))
          if (before[index]!.state === 'unmet' && !stated) expect(after.state, `${after.clause} without ${key}`).not.toBe('met')
        })
      }),
      runs,
    )
  })
})
