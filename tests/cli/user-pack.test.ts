/** Packs that a user spoilt: each is refused with its line or judged, and nothing is thrown. */
import { expect, test } from 'vitest'
import { openStudy } from '../../src/cli/open-study'
import { judgeClause } from '../../src/indicators/judge'
import { readPack } from '../../src/policy/read-pack'
import { shippedPacks } from '../../src/policy/shipped'
import { folder, smallTown } from '../helpers/commands'

type Path = readonly (string | number)[]

/** The way to every value within. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, entry]: [string, unknown]) => pathsOf(entry, [...path, Array.isArray(value) ? Number(key) : key]))]
}

/** The same with another value at the end of the way; undefined takes it out. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const entries = Object.entries(value as object).map(([own, entry]: [string, unknown]) => [own, own === String(key) ? replaced(entry, rest, by) : entry] as const)
  const kept = entries.filter(([, entry]) => entry !== undefined)
  return Array.isArray(value) ? kept.map(([, entry]) => entry) : Object.fromEntries(kept)
}

test('every value of a clause’s parameters, spoilt in seven ways, is refused with a line or judged', async () => {
  const { study } = await openStudy(folder(smallTown))
  const tried = new Set<string>()
  let refused = 0
  let judged = 0
  for (const pack of shippedPacks)
    for (const clause of pack.clauses)
      for (const path of pathsOf(clause.parameters).slice(1))
        for (const by of [undefined, null, '九成', 5, [], {}, true]) {
          const way = `${clause.evaluator} ${path.map((part) => (typeof part === 'number' ? '#' : part)).join('.')} → ${JSON.stringify(by)}`
          if (tried.has(way)) continue
          tried.add(way)
          const { pack: read, problems } = readPack(JSON.stringify({ ...pack, clauses: [{ ...clause, parameters: replaced(clause.parameters, path, by) }] }), 'pack.json')
          if (read) {
            judged++
            expect(() => judgeClause(study!, read, read.clauses[0]!, {}), `${clause.id} ${way}`).not.toThrow()
          } else {
            refused++
            expect(problems.every(({ code, at }) => code === 'policy-unreadable' && at.row === 1), way).toBe(true)
          }
        }
  expect(Math.min(refused, judged)).toBeGreaterThan(500)
})
