/** One edit followed live: 15,000 compounds, 1,500 facilities, 100,000 demand points, 20,000 units, 500,000 street vertices, every clause of the five packs. */
import { judge } from '../../src/indicators/judge'
import { createLive, type Live } from '../../src/indicators/live/live'
import type { Options, Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import type { EditDraft } from '../../src/scenario/edit'
import { newScenario, perform, type Scenario } from '../../src/scenario/scenario'
import { studyUnder } from '../../src/scenario/study-under'
import { randomFrom } from '../helpers/random'
import { benchCity } from './bench-city'
import { print } from './measure'

type Drafts = Readonly<Record<string, () => EditDraft>>

/** circle: no street file; streets: circle, with the walk measured beside it; walk: 可达 on foot. */
export async function run(): Promise<void> {
  const size = { compounds: 15_000, facilities: 1_500, people: 100_000, units: 20_000 }
  const plain = benchCity(size, 11)
  const asked = process.env.LIVE_BENCH?.split(',') ?? ['circle', 'streets', 'walk']
  if (asked.includes('circle')) measure('circle', plain, {})
  if (!asked.includes('streets') && !asked.includes('walk')) return
  const walked = benchCity({ ...size, streetVertices: 500_000 }, 11)
  if (asked.includes('streets')) measure('circle beside walk', walked, {})
  if (asked.includes('walk')) measure('walk', walked, { reachModel: 'walk' })
}

function measure(model: string, study: Study, options: Options): void {
  const begun = performance.now()
  const full = judge(study, shippedPacks, options)
  const fullMs = performance.now() - begun
  print({ bench: 'live', case: `${model}: judge everything from nothing`, ms: fullMs, n: 1, ratio: null, against: null })
  const made = performance.now()
  const live = createLive(study, shippedPacks, options)
  print({ bench: 'live', case: `${model}: keep everything`, ms: performance.now() - made, n: 1, ratio: null, against: null, sameAnswer: JSON.stringify(live.results()) === JSON.stringify(full) })
  const only = process.env.LIVE_EDITS
  for (const [name, draft] of Object.entries(draftsOf(study))) if (!only || name.includes(only)) follow(`${model}: ${name}`, study, options, live, draft, fullMs)
}

function draftsOf(study: Study): Drafts {
  const random = randomFrom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const placed = study.facilities.filter((facility) => facility.at !== null && facility.stage === 'operating')
  const at = (): readonly [number, number] => pick(placed).at!
  const near = ([lng, lat]: readonly [number, number], by = 0.01): [number, number] => [lng + (random() - 0.5) * by, lat + (random() - 0.5) * by]
  const held = pick(placed.filter(({ kind }) => kind === 'COMM'))
  const all: Drafts = {
    'one facility moved anywhere': () => ({ type: 'move-facility', facility: pick(placed).id, to: near(at(), 0.05) }),
    'one facility moved about 500 m': () => {
      const facility = pick(placed)
      return { type: 'move-facility', facility: facility.id, to: near(facility.at!) }
    },
    'one facility dragged by 20 m': () => ({ type: 'move-facility', facility: held.id, to: near(held.at!, 4e-4) }),
    'one facility added': () => ({ type: 'add-facility', name: '新站', kind: pick(['COMM', 'STREET', 'INST'] as const), at: near(at()), floorAreaM2: Math.round(50 + 900 * random()), serves: [pick(study.compounds).id], stage: 'operating' }),
    'one facility closed': () => ({ type: 'close-facility', facility: pick(placed).id }),
    'one facility of another kind': () => ({ type: 'rekind-facility', facility: pick(placed).id, kind: pick(['COMM', 'STREET', 'VILLAGE', 'INST', 'MEAL'] as const) }),
    'one facility resized': () => ({ type: 'resize-facility', facility: pick(placed).id, floorAreaM2: Math.round(50 + 3000 * random()), beds: Math.round(400 * random()) }),
    'households of one compound changed': () => ({ type: 'set-households', of: { kind: 'compound', id: pick(study.compounds).id }, households: Math.round(50 + 3000 * random()) }),
    'elders of one point changed': () => ({ type: 'set-elders', of: { kind: 'people', id: pick(study.people!.id) }, elders60: Math.round(80 * random()) }),
    'elders of one unit changed': () => ({ type: 'set-elders', of: { kind: 'area', id: pick(study.areas).id }, elders60: Math.round(4000 * random()) }),
  }
  return study.streets ? { ...all, 'one street closed': () => ({ type: 'close-street', at: at() }) } : all
}

/** Each run adds one edit to a plan and every eighth begins at the base again; a few samples are held against judging from nothing. */
function follow(name: string, study: Study, options: Options, live: Live, draft: () => EditDraft, fullMs: number): void {
  const runs = process.env.LIVE_RUNS ? Number(process.env.LIVE_RUNS) : name.includes('street closed') ? 8 : 100
  const warm = runs / 5
  const times: number[] = []
  /** Time of the processor, which a busy machine stretches less. */
  const cpu: number[] = []
  const byClause = new Map<string, number[]>()
  let plan: Scenario = newScenario([], { name: 'A' })
  let same = true
  let changed = 0
  live.to(study)
  for (let run = -Math.floor(warm); run < runs; run++) {
    if (run % 8 === 0) {
      plan = newScenario([], { name: 'A' })
      live.to(study)
    }
    plan = perform(plan, draft())
    const next = studyUnder(study, plan)
    const spent = process.cpuUsage()
    const start = performance.now()
    // Includes what was compared since the clause before.
    let last = start
    const answer = live.to(next, (clause) => {
      const now = performance.now()
      if (run >= 0) byClause.set(clause, [...(byClause.get(clause) ?? []), now - last])
      last = now
    })
    const { user, system } = process.cpuUsage(spent)
    if (run >= 0) {
      times.push(performance.now() - start)
      cpu.push((user + system) / 1000)
    }
    changed += run < 0 ? 0 : answer.changed.length
    if (run === 5 || run === 77) same &&= JSON.stringify(answer.results) === JSON.stringify(judge(next, shippedPacks, options))
  }
  print({ bench: 'live', case: `${name}, median`, ms: quantile(times, 0.5), n: runs, ratio: fullMs / quantile(times, 0.5), against: 'judge everything from nothing', sameAnswer: same })
  print({ bench: 'live', case: `${name}, 95th percentile`, ms: quantile(times, 0.95), n: runs, ratio: fullMs / quantile(times, 0.95), against: 'judge everything from nothing' })
  const slowest = [...byClause].map(([clause, each]) => ({ clause, ms: quantile(each, 0.5), times: each.length })).sort((a, b) => b.ms * b.times - a.ms * a.times)
  console.log(JSON.stringify({ bench: 'live', case: name, cpuMsMedian: quantile(cpu, 0.5), cpuMsP95: quantile(cpu, 0.95), clausesJudgedAgain: changed / runs, slowest: slowest.slice(0, 6).map(({ clause, ms, times: n }) => [clause, Number(ms.toFixed(2)), n]) }))
}

const quantile = (times: readonly number[], part: number): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? NaN
