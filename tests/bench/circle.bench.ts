/** Who is within 1000 m of what: ours against the native twin, a plain typed-array loop and the naive Turf one. */
import { distance } from '@turf/turf'
import { circleReach, nearestWithin } from '../../src/reach/circle'
import { randomFrom } from '../helpers/random'
import { median, print } from './measure'
import { native } from './native'

// 120 km square at Qujing: 2.2 pairs for each demand point, as in the published comparison.
const [west, south, width, height] = [103.2, 25.0, 1.195, 1.083]

export async function run(): Promise<void> {
  const big = town(100_000, 10_000, 7)
  const runs = 31
  const reach = circleReach(big.demand, big.sites, [1000])
  // Three rounds of each, in turn; the quietest of each is compared, since other work on the machine only ever adds.
  const rounds = Array.from({ length: 3 }, () => ({ ours: median(runs, () => circleReach(big.demand, big.sites, [1000]), 10), twin: native('circle', [100_000, 10_000, west, south, width, height, 1000, 7, runs]) }))
  const ms = Math.min(...rounds.map((round) => round.ours))
  const twin = rounds.map((round) => round.twin).sort((a, b) => (a?.['ms'] ?? 0) - (b?.['ms'] ?? 0))[0] ?? null
  if (twin) {
    const same = twin['sumMm'] === sum(reach.metres, 1000) && twin['pairs'] === sum(reach.within[0] ?? [], 1) && twin['sumNearest'] === sum(reach.nearest, 1)
    print({ bench: 'circle', case: 'native 100k x 10k, 1000 m', ms: twin['ms'] ?? NaN, n: runs, ratio: null, against: null, sameAnswer: same })
  }
  print({ bench: 'circle', case: 'circleReach 100k x 10k, 1000 m', ms, n: runs, ratio: twin ? ms / (twin['ms'] ?? NaN) : null, against: twin ? 'native' : null, pairs: sum(reach.within[0] ?? [], 1) })
  const two = median(runs, () => circleReach(big.demand, big.sites, [500, 1000]))
  print({ bench: 'circle', case: 'circleReach 100k x 10k, 500 and 1000 m', ms: two, n: runs, ratio: two / ms, against: 'circleReach one limit' })
  const only = median(runs, () => nearestWithin(big.demand, big.sites, 1000))
  print({ bench: 'circle', case: 'nearestWithin 100k x 10k, 1000 m', ms: only, n: runs, ratio: only / ms, against: 'circleReach' })

  const small = town(1_000, 100, 7)
  const part = median(101, () => circleReach(small.demand, small.sites, [1000]))
  const plain = median(11, () => plainLoop(small, 1000))
  const turf = median(5, () => turfLoop(small, 1000), 1)
  print({ bench: 'circle', case: 'circleReach 1k x 100', ms: part, n: 101, ratio: null, against: null })
  print({ bench: 'circle', case: 'plain typed-array loop 1k x 100', ms: plain, n: 11, ratio: plain / part, against: 'circleReach 1k x 100' })
  print({ bench: 'circle', case: 'naive turf loop 1k x 100', ms: turf, n: 5, ratio: turf / part, against: 'circleReach 1k x 100' })
  print({ bench: 'circle', case: 'naive turf loop 100k x 10k (scaled x 10,000)', ms: turf * 10_000, n: 5, ratio: (turf * 10_000) / ms, against: 'circleReach', estimated: true })

  const huge = town(1_000_000, 100_000, 9)
  const ten = median(5, () => circleReach(huge.demand, huge.sites, [1000]), 1)
  print({ bench: 'circle', case: 'circleReach 1M x 100k, 1000 m', ms: ten, n: 5, ratio: ten / ms, against: 'circleReach 100k x 10k' })
}

type Town = { demand: { lng: Float64Array; lat: Float64Array }; sites: { lng: Float64Array; lat: Float64Array } }

function town(demandCount: number, siteCount: number, seed: number): Town {
  const random = randomFrom(seed)
  const points = (count: number) => {
    const lng = new Float64Array(count)
    const lat = new Float64Array(count)
    for (let i = 0; i < count; i++) {
      lng[i] = west + width * random()
      lat[i] = south + height * random()
    }
    return { lng, lat }
  }
  return { demand: points(demandCount), sites: points(siteCount) }
}

/** Every pair on a sphere: what a careful first version does. */
function plainLoop({ demand, sites }: Town, limitM: number): Uint16Array {
  const within = new Uint16Array(demand.lng.length)
  const radian = Math.PI / 180
  for (let i = 0; i < within.length; i++) {
    const y = (demand.lat[i] as number) * radian
    const cosine = Math.cos(y)
    for (let j = 0; j < sites.lng.length; j++) {
      const v = (sites.lat[j] as number) * radian
      const north = Math.sin((v - y) / 2)
      const east = Math.sin((((sites.lng[j] as number) - (demand.lng[i] as number)) * radian) / 2)
      if (12742017.6 * Math.asin(Math.sqrt(north * north + cosine * Math.cos(v) * east * east)) <= limitM) within[i] = (within[i] as number) + 1
    }
  }
  return within
}

function turfLoop({ demand, sites }: Town, limitM: number): number {
  let pairs = 0
  for (let i = 0; i < demand.lng.length; i++)
    for (let j = 0; j < sites.lng.length; j++)
      if (distance([demand.lng[i] as number, demand.lat[i] as number], [sites.lng[j] as number, sites.lat[j] as number], { units: 'meters' }) <= limitM) pairs++
  return pairs
}

function sum(values: ArrayLike<number>, scale: number): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += Math.round((values[i] as number) * scale)
  return total
}
