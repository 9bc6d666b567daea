/** What products are made from, in tests: the sample town with its packs, and a town whose names are hostile. */
import { basisOf, walksOf, type Basis } from '../../src/exports/basis'
import { judge } from '../../src/indicators/judge'
import type { Study } from '../../src/model/study'
import type { Pack } from '../../src/policy/clause'
import { shippedPacks } from '../../src/policy/shipped'
import { sampleStudy } from './sample'
import { area, facility, pack, result, study } from './tiny-study'

export const basisFrom = (town: Study, packs: readonly Pack[], given: Partial<Parameters<typeof basisOf>[0]> = {}): Basis => basisOf({ study: town, packs, results: judge(town, packs), ...given })

let sample: Promise<Basis> | undefined

/** Read and judged once per test file. */
export const sampleBasis = (): Promise<Basis> => (sample ??= freshSample())

export async function freshSample(): Promise<Basis> {
  const town = await sampleStudy()
  return basisFrom(town, shippedPacks.filter(({ id }) => town.policies.includes(id)))
}

export const walked = (basis: Basis): Basis => ({ ...basis, walks: walksOf(basis.study, basis.packs, basis.options) })

/** Three communities of which one has a centre: two rows in the list, with places for the map. */
export const tinyBasis = (given: Partial<Study> = {}): Basis => basisOf({ study: tinyTown(given), packs: [pack], results: [result({ units: result().units.map((unit) => ({ ...unit, kind: 'area' as const })) })] })

export const tinyTown = (given: Partial<Study> = {}): Study =>
  study({
    areas: [
      area('street', { name: '东街道', level: 'subdistrict', parent: null }),
      area('a', { name: '甲社区', at: [103.5, 25.5], households: 120, boundary: { type: 'Polygon', coordinates: [[[103.5, 25.5], [103.51, 25.5], [103.51, 25.51], [103.5, 25.5]]] } }),
      area('b', { name: '乙社区', at: [103.52, 25.5], households: 80, elders60: 21, extra: { 网格员人数: '3', 备注: '近河' } }),
      area('c', { name: '丙社区' }),
    ],
    facilities: [facility('F-1', { name: '甲站', area: 'a', at: [103.5, 25.501], floorAreaM2: 310.5 }), facility('F-2', { name: '乙站', area: 'b', stage: 'closed' })],
    ...given,
  })
