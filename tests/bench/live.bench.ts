/** One edit followed live: 15,000 compounds, 1,500 facilities, 100,000 demand points, 20,000 units, every clause of the five packs. */
import { judge } from '../../src/indicators/judge'
import { createLive, type Live } from '../../src/indicators/live'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import type { EditDraft } from '../../src/scenario/edit'
import { newScenario, perform, type Scenario } from '../../src/scenario/scenario'
import { studyUnder } from '../../src/scenario/study-under'
import { randomFrom } from '../helpers/random'
import { benchCity } from './bench-city'
import { print } from './measure'

export async function run(): Promise<void> {
  const study = benchCity({ compounds: 15_000, facilities: 1_500, people: 100_000, units: 20_000 }, 11)
  const begun = performance.now()
  const live = createLive(study, shippedPacks)
  print({ bench: 'live', case: 'judge everything once', ms: performance.now() - begun, n: 1, ratio: null, against: null })
  const random = randomFrom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const at = (): [number, number] => [103.5 + 0.6 * random(), 25.2 + 0.54 * random()]
  const placed = study.facilities.filter((facility) => facility.at !== null && facility.stage === 'operating')
  const near = ([lng, lat]: readonly [number, number]): [number, number] => [lng + (random() - 0.5) * 0.01, lat + (random() - 0.5) * 0.01]
  const drafts: Readonly<Record<string, () => EditDraft>> = {
    'one facility moved anywhere': () => ({ type: 'move-facility', facility: pick(placed).id, to: at() }),
    'one facility dragged about 500 m': () => {
      const facility = pick(placed)
      return { type: 'move-facility', facility: facility.id, to: near(facility.at!) }
    },
    'one facility resized': () => ({ type: 'resize-facility', facility: pick(placed).id, floorAreaM2: Math.round(50 + 3000 * random()) }),
    'one facility closed': () => ({ type: 'close-facility', facility: pick(placed).id }),
    'households of one compound changed': () => ({ type: 'set-households', of: { kind: 'compound', id: pick(study.compounds).id }, households: Math.round(50 + 3000 * random()) }),
  }
  for (const [name, draft] of Object.entries(drafts)) follow(name, study, live, draft)
}

/** Each run adds one edit to a plan and every eighth begins at the base again; a few samples are held against judging from nothing. */
function follow(name: string, study: Study, live: Live, draft: () => EditDraft): void {
  const runs = 100
  const times: number[] = []
  const byClause = new Map<string, number[]>()
  let plan: Scenario = newScenario([], { name: 'A' })
  let same = true
  let changed = 0
  live.to(study)
  for (let run = -20; run < runs; run++) {
    if (run % 8 === 0) {
      plan = newScenario([], { name: 'A' })
      live.to(study)
    }
    plan = perform(plan, draft())
    const next = studyUnder(study, plan)
    const start = performance.now()
    // Includes what was compared since the clause before.
    let last = start
    const answer = live.to(next, (clause) => {
      const now = performance.now()
      if (run >= 0) byClause.set(clause, [...(byClause.get(clause) ?? []), now - last])
      last = now
    })
    if (run >= 0) times.push(performance.now() - start)
    changed += run < 0 ? 0 : answer.changed.length
    if (run === 5 || run === 77) same &&= JSON.stringify(answer.results) === JSON.stringify(judge(next, shippedPacks, study.options))
  }
  print({ bench: 'live', case: `${name}, median`, ms: quantile(times, 0.5), n: runs, ratio: quantile(times, 0.5) / 4, against: '4 ms', sameAnswer: same })
  print({ bench: 'live', case: `${name}, 95th percentile`, ms: quantile(times, 0.95), n: runs, ratio: quantile(times, 0.95) / 16, against: '16 ms' })
  const slowest = [...byClause].map(([clause, each]) => ({ clause, ms: quantile(each, 0.5), times: each.length })).sort((a, b) => b.ms * b.times - a.ms * a.times)
  for (const { clause, ms, times: n } of slowest.slice(0, 6)) print({ bench: 'live', case: `${name}: ${clause}`, ms, n, ratio: null, against: null })
  console.log(JSON.stringify({ bench: 'live', case: `${name}: clauses judged again, mean`, clauses: changed / runs }))
}

const quantile = (times: readonly number[], part: number): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? NaN
