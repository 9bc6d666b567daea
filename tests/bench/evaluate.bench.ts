/** Every clause of the five packs on a city built in memory: each clause, all of them, and the naive Turf twin of the circle. */
import { distance } from '@turf/turf'
import { judgeClause } from '../../src/indicators/judge'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { benchCity } from './bench-city'
import { median, print } from './measure'

const clauses = shippedPacks.flatMap((pack) => pack.clauses.map((clause) => ({ pack, clause })))

export async function run(): Promise<void> {
  const big = { compounds: 15_000, facilities: 1_500, people: 100_000, units: 20_000 }
  measure('15k compounds x 1.5k facilities x 100k points x 20k units', () => benchCity(big, 11), 5, true)
  const small = benchCity({ compounds: 0, facilities: 1_500, people: 10_000, units: 300 }, 5)
  // Turf measures on a sphere: up to 0.3 % in a distance, a few people at the rim.
  const same = Math.abs(judgeOne(small, 'CQ-05c').numerator! / turfWithin(small, 500) - 1) < 0.01
  const ours = median(9, () => judgeOne(fresh(small), 'CQ-05c'))
  const turf = median(3, () => turfWithin(small, 500), 0)
  print({ bench: 'evaluate', case: 'CQ-05c 10k points x 1.5k facilities', ms: ours, n: 9, ratio: null, against: null })
  print({ bench: 'evaluate', case: 'naive turf circle 10k points x 1.5k facilities', ms: turf, n: 3, ratio: turf / ours, against: 'CQ-05c 10k points x 1.5k facilities', sameAnswer: same })
  measure('150k compounds x 15k facilities x 1M points x 2k units', () => benchCity({ compounds: 150_000, facilities: 15_000, people: 1_000_000, units: 2_000 }, 13), 1, false)
}

/** All clauses from nothing known, n times; with `each`, one line a clause, everything shared built before it. */
function measure(name: string, make: () => Study, n: number, each: boolean): void {
  const study = make()
  const all = median(n, () => judgeEvery(fresh(study)), 1)
  print({ bench: 'evaluate', case: `all five packs, ${name}`, ms: all, n, ratio: null, against: null })
  if (!each) return
  judgeEvery(study)
  for (const { pack, clause } of clauses) {
    const ms = median(3, () => judgeClause(study, pack, clause, {}), 1)
    print({ bench: 'evaluate', case: `${clause.id} ${clause.evaluator}`, ms, n: 3, ratio: ms / all, against: 'all five packs' })
  }
}

const judgeEvery = (study: Study) => clauses.map(({ pack, clause }) => judgeClause(study, pack, clause, {}))

function judgeOne(study: Study, id: string) {
  const { pack, clause } = clauses.find((entry) => entry.clause.id === id)!
  return judgeClause(study, pack, clause, {})
}

/** The same study with nothing remembered about it: every list is another object. */
const fresh = (study: Study): Study => ({ ...study, areas: [...study.areas], facilities: [...study.facilities], compounds: [...study.compounds], facts: [...study.facts] })

/** Every pair with Turf: elders of communities within so many metres of an operating centre. */
function turfWithin({ areas, people: points, facilities }: Study, metres: number): number {
  const sites = facilities.filter(({ kind, stage, at }) => (kind === 'STREET' || kind === 'COMM') && stage === 'operating' && at !== null)
  let within = 0
  for (let index = 0; index < points!.id.length; index++) if (areas[points!.area[index]!]!.level === 'community' && sites.some(({ at }) => distance([points!.lng[index]!, points!.lat[index]!], [at![0], at![1]], { units: 'meters' }) <= metres)) within += points!.elders60[index]!
  return within
}
