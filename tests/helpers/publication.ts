/** Publications for tests: of a small town drawn by hand, and of a county of any size drawn by chance. */
import { judge } from '../../src/indicators/judge'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { reachStudy } from '../../src/reach/reach-study'
import { packPublished, type PublishRequest } from '../../src/saved/published-pack'
import { area, facility, studyOf, type Person } from './town'

const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023')

export function publicationOf(study: Study, more: Partial<PublishRequest> = {}) {
  return packPublished({ study, packs, results: judge(study, packs, {}), reach: reachStudy(study, { metres: [500, 1000] }), title: '养老服务', source: '民政局', approval: 'GS（2025）0001号', publicPhones: false, ...more })
}

/** One county of `streets` × `communities` squares of 2 km, a facility in most of them, and points of a few hundred elders. Seeded. */
export function countyOf(streets: number, communities: number, facilities: number): Study {
  let seed = 20251231
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
  const square = (x: number, y: number, wide: number, high: number): [number, number][] => {
    // Edges with many small steps, as surveyed ones have; neighbours share them.
    const edge = (from: [number, number], to: [number, number]): [number, number][] =>
      Array.from({ length: 60 }, (_, at): [number, number] => {
        const [t, bow] = [at / 60, Math.sin(at * 1.7 + (from[0] + to[0]) * 900 + (from[1] + to[1]) * 700) * 0.0006]
        return at === 0 ? from : [from[0] + (to[0] - from[0]) * t + (from[1] === to[1] ? 0 : bow), from[1] + (to[1] - from[1]) * t + (from[1] === to[1] ? bow : 0)]
      })
    const [a, b, c, d]: [number, number][] = [[x, y], [x + wide, y], [x + wide, y + high], [x, y + high]]
    const back = (from: [number, number], to: [number, number]): [number, number][] => [from, ...edge(to, from).slice(1).reverse()]
    return [...edge(a!, b!), ...edge(b!, c!), ...back(c!, d!), ...back(d!, a!), a!]
  }
  const units = Array.from({ length: streets }, (_, s) => Array.from({ length: communities }, (_, c) => ({ s, c, x: 103 + s * 0.02, y: 25 + c * 0.02 }))).flat()
  const people: Person[] = units.flatMap(({ s, c, x, y }) => Array.from({ length: 4 }, (_, at) => ({ id: `P${s}-${c}-${at}`, at: [x + random(1999) / 1e5, y + random(1999) / 1e5] as const, area: `甲街道${s}第${c}社区`, elders60: random(5) === 0 ? random(9) : random(300) })))
  return studyOf({
    areas: [
      area('甲县', 'county', null, { boundary: { type: 'Polygon', coordinates: [square(103, 25, streets * 0.02, communities * 0.02)] } }),
      ...Array.from({ length: streets }, (_, s) => area(`甲街道${s}`, 'subdistrict', '甲县', { boundary: { type: 'Polygon', coordinates: [square(103 + s * 0.02, 25, 0.02, communities * 0.02)] } })),
      ...units.map(({ s, c, x, y }) => area(`甲街道${s}第${c}社区`, 'community', `甲街道${s}`, { urbanRural: '111', boundary: { type: 'Polygon', coordinates: [square(x, y, 0.02, 0.02)] } })),
    ],
    facilities: Array.from({ length: facilities }, (_, at) => {
      const { s, c, x, y } = units[random(units.length)]!
      return facility(`F${at}`, at % 9 === 0 ? 'STREET' : 'COMM', at % 9 === 0 ? 'subdistrict' : 'community', `甲街道${s}第${c}社区`, {
        name: `甲街道${s}第${c}社区居家养老服务中心${at}号`,
        at: [x + random(1999) / 1e5, y + random(1999) / 1e5],
        stage: 'operating',
        services: ['meal', 'medical', 'bathing', 'cleaning', 'leisure'].slice(0, 1 + random(5)),
        phone: `0874-${3_000_000 + random(999_999)}`,
        extra: { 地址: `甲县甲街道${s}号院${random(400)}号`, 开放时间: '周一至周日 8:30—17:30' },
      })
    }),
    people,
  })
}
