/** The roster: who is whose parent, with made-up codes that begin with 99, and the cell each lowest unit holds. */
import { communities, subdistricts, towns, villageNames, zoneCommunities } from './names.mjs'
import { distance } from './plane.mjs'
import { stream } from './random.mjs'

export const top = { code: '990100', name: '云岭地区(合成)', level: '市', parent: '' }
export const county = { code: '990181', name: '云岭市', level: '县级市', parent: '990100', zone: '否' }
export const zone = { code: '', name: '云岭经开区', level: '县', parent: '990100', zone: '是' }
const villageCount = 120
const urbanCount = 34

/** East of this line, in km, is the left bank; the river settles on cell borders beside it. */
const riverX = (y) => -0.75 + 0.4 * Math.sin(y * 0.9) + 1.3 * Math.sin(y / 5.5)
export const railY = (x) => -1.25 + 0.05 * x + 0.35 * Math.sin(x / 2.6)
export const isWest = (p) => p[0] < riverX(p[1])
/** Distance of the county's outer border from the centre, by direction, in km. */
const border = (angle) => 18.6 * (1 + 0.08 * Math.sin(3 * angle + 1) + 0.05 * Math.sin(5 * angle + 2))
const inCore = ([x, y]) => (x / 3.9) ** 2 + (y / 3.3) ** 2 < 1

/** Units of the lowest level in order of their cells, the higher ones, and the seeds (ghosts last). */
export function makeUnits() {
  const random = stream('units')
  const bank = (ys, offset) => ys.flatMap((y) => [[riverX(y) - offset, y], [riverX(y) + offset, y]])
  const urban = bank([-2.8, -1.95, -1.1, -0.3, 0.5, 1.3, 2.1, 2.9], 0.42)
  spread(urban, urbanCount, () => [random.between(-3.9, 3.9), random.between(-3.3, 3.3)], inCore, (p) => 1 + 0.12 * Math.hypot(...p))
  const seats = towns.flatMap(({ at, communities: two }) => (two.length > 1 ? [at, [at[0] + 0.6, at[1] - 0.2]] : [at]))
  const zoneSeeds = [[5.5, 1.1], [6.5, -0.3]]
  const rural = bank([-14.4, -11.2, -8.1, -5.2, 5.3, 8.2, 11.3, 14.6], 1.35)
  const fixed = [...urban, ...seats, ...zoneSeeds]
  const points = [...fixed, ...rural]
  spread(points, fixed.length + villageCount - 3, () => [random.between(-21, 21), random.between(-21, 21)],
    (p) => Math.hypot(...p) < border(Math.atan2(p[1], p[0])) - 1 && Math.hypot(p[0] / 1.1, p[1]) > 4.5 && zoneSeeds.every((q) => distance(p, q) > 1.5) && seats.every((q) => distance(p, q) > 1.7), () => 1)
  const villageSeeds = points.slice(fixed.length)
  const ghosts = Array.from({ length: 84 }, (_, k) => {
    const angle = (k / 84) * 2 * Math.PI
    const r = border(angle) + random.between(0.9, 1.6)
    return [r * Math.cos(angle), r * Math.sin(angle)]
  })
  return number(urban, zoneSeeds, villageSeeds, ghosts, random)
}

function number(urban, zoneSeeds, villageSeeds, ghosts, random) {
  const streets = subdistricts.map((name, k) => ({ code: `99018100${k + 1}000`, name, level: '街道', parent: county.code }))
  const rural = towns.map(({ name, level }, k) => ({ code: `990181${(level === '镇' ? 100 : 196) + k}000`, name, level, parent: county.code }))
  const used = new Map()
  const low = []
  const place = (at, name, level, parent, urbanRural) => {
    const first = level === '社区' ? 1 : 201
    const count = used.get(parent.name + level) ?? 0
    used.set(parent.name + level, count + 1)
    const code = parent.code ? parent.code.slice(0, 9) + String(first + count).padStart(3, '0') : ''
    low.push({ code, name, level, parent: parent.code || parent.name, unit: parent, urbanRural, at })
  }
  const streetOf = (p) => streets[p[1] < railY(p[0]) ? 2 : isWest(p) ? 0 : 1]
  const waiting = new Map(subdistricts.map((name) => [name, [...communities[name]]]))
  for (const at of urban) place(at, waiting.get(streetOf(at).name).shift(), '社区', streetOf(at), Math.hypot(...at) < 2.9 ? '111' : '112')
  towns.forEach(({ at, communities: names }, k) => names.forEach((name, m) => place([at[0] + 0.6 * m, at[1] - 0.2 * m], name, '社区', rural[k], '121')))
  zoneSeeds.forEach((at, k) => place(at, zoneCommunities[k], '社区', zone, '111'))
  towns.forEach(({ at, name, level }, k) => level === '乡' && place(at, name.replace('乡', '村'), '村', rural[k], '210'))
  const names = villageNames(random, villageCount)
  villageSeeds.forEach((at, k) => {
    const near = towns.map((town) => distance(town.at, at))
    const closest = near.indexOf(Math.min(...near))
    const suburban = Math.hypot(...at) < 6.2
    place(at, names[k], '村', suburban ? streetOf(at) : rural[closest], suburban ? '112' : near[closest] < 2.6 && towns[closest].level === '镇' ? '122' : '220')
  })
  return { top, county, zone, streets, rural, low, seeds: [...low.map(({ at }) => at), ...ghosts] }
}

/** Adds points to the list until it has `count`, each time the candidate that keeps farthest from the others. */
function spread(list, count, draw, allowed, weight) {
  while (list.length < count) {
    let best = null
    for (let tries = 0; tries < 40; ) {
      const p = draw()
      if (!allowed(p)) continue
      tries++
      const room = Math.min(...list.map((q) => distance(p, q))) / weight(p)
      if (!best || room > best.room) best = { p, room }
    }
    list.push(best.p)
  }
}
