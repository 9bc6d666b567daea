/** A small town of every kind of record, and random edits of it: most speak of what is there, some of what is not. */
import type { Study } from '../../src/model/study'
import { facilityKinds } from '../../src/model/study'
import type { EditDraft } from '../../src/scenario/edit'
import { area, compound, facility, fact, plot, studyOf } from './town'

const square = (west: number, south: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]] })

export function smallTown(): Study {
  const communities = ['c1', 'c2', 'c3', 'c4']
  return studyOf({
    areas: [
      area('county', 'county', null, { elders60: 400, residents: 4000 }),
      area('s1', 'subdistrict', 'county', { elders60: 200 }),
      area('s2', 'subdistrict', 'county', { elders60: 200 }),
      ...communities.map((id, index) => area(id, 'community', index < 2 ? 's1' : 's2', { elders60: 100, residents: 1000, households: 300, boundary: square(103 + 0.01 * index, 25) })),
    ],
    facilities: [
      facility('F1', 'COMM', 'community', 'c1', { at: [103.005, 25.005], serves: ['A', 'B'], floorAreaM2: 200 }),
      facility('F2', 'COMM', 'community', 'c2', { at: [103.015, 25.005], serves: ['C'], floorAreaM2: null }),
      facility('F3', 'STREET', 'subdistrict', 's2', { at: [103.025, 25.005], floorAreaM2: 700, levelProposed: true }),
      facility('F4', 'COMM', 'community', 'c4', { stage: 'closed', serves: ['D'], floorAreaM2: 90 }),
    ],
    compounds: [
      compound('A', { area: 'c1', households: 600, careAreaM2: 120, completed: '2019', pool: 'p', elders60: 50, gates: [[103.004, 25.004], [103.006, 25.004]] }),
      compound('B', { area: 'c1', households: 300, careAreaM2: 120, completed: '2020', pool: 'p', elders60: 20 }),
      compound('C', { area: 'c2', households: 400, careAreaM2: 100, completed: '2021', gates: [[103.014, 25.004]] }),
      compound('D', { area: 'c4', households: 500, careAreaM2: null, age: 'old', completed: '1995' }),
    ],
    plots: [plot('P1', { use: 'candidate', area: 'c3', floorAreaM2: 300, landAreaM2: 500, cost: 800_000 }), plot('P2', { area: 'county', landAreaM2: 450, status: 'planned', cost: 100_000 })],
    people: [0, 1, 2, 3].map((index) => ({ id: `p${index}`, at: [103.005 + 0.01 * index, 25.006] as const, area: communities[index]!, elders60: 2 ** index, residents: 10 })),
    facts: [fact('area', 'c2', 'elders60', 110, '2025-06'), fact('compound', 'A', 'pool-reason', '场地受限')],
  })
}

/** One edit drawn from a stream of numbers in [0, 1). */
export function randomEdit(random: () => number): EditDraft {
  const among = <T>(...words: readonly T[]): T => words[Math.floor(random() * words.length)]!
  const facilityId = among('F1', 'F2', 'F3', 'F4', 'F9', '+s1.1', '+s1.2', '+s1.3')
  const compoundId = among('A', 'B', 'C', 'D', 'Z')
  const at = [103 + Math.round(random() * 400) / 10_000, 25 + Math.round(random() * 100) / 10_000] as const
  const m2 = among(null, 0, 50, 90.5, 150, 225)
  const serves = among(null, ['A'], ['A', 'B'], ['C', 'Z'], ['c3', 'D'], ['B', 'C', 'D'])
  const of = among({ kind: 'compound', id: compoundId } as const, { kind: 'area', id: among('c1', 'c2', 's1', 'c9') } as const, { kind: 'people', id: among('p0', 'p3', 'p9') } as const)
  return among<() => EditDraft>(
    () => ({ type: 'add-facility', name: '新站', kind: among(...facilityKinds), at, floorAreaM2: m2, serves, stage: among('operating', 'building') }),
    () => ({ type: 'move-facility', facility: facilityId, to: at }),
    () => ({ type: 'resize-facility', facility: facilityId, floorAreaM2: m2, beds: among(0, 10, null) }),
    () => ({ type: 'rekind-facility', facility: facilityId, kind: among(...facilityKinds) }),
    () => ({ type: 'close-facility', facility: facilityId }),
    () => ({ type: 'reopen-facility', facility: facilityId }),
    () => ({ type: 'serve', facility: facilityId, serves }),
    () => ({ type: 'plot-to-facility', plot: among('P1', 'P2', 'P9'), kind: 'COMM', stage: among('operating', 'building'), serves }),
    () => ({ type: 'set-households', of, households: among(null, 0, 100, 450, 900) }),
    () => ({ type: 'set-elders', of, elders60: among(null, 0, 7, 130), residents: among(10, 2000) }),
    () => ({ type: 'set-pool', compound: compoundId, pool: among(null, 'p', 'q') }),
    () => ({ type: 'open-gate', compound: compoundId, at }),
    () => ({ type: 'close-gate', compound: compoundId, at: among([103.004, 25.004] as const, [103.014, 25.004] as const, at) }),
    () => ({ type: 'add-link', line: [at, [103.02, 25.005]] }),
    () => ({ type: 'close-street', at }),
    () => ({ type: 'set-rectification', of: { kind: 'compound', id: compoundId }, status: among('open', 'started', 'done'), areaM2: m2 }),
  )()
}

/** A value that throws where anybody writes to it; typed arrays cannot be frozen and are watched by a copy instead. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(deepFrozen)
  return value
}
