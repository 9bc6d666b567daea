/** A street with three communities, two centres and forty elders, and a clause judged on it by hand. */
import type { Result, UnitResult } from '../../src/indicators/result'
import type { Area, Facility, Study } from '../../src/model/study'
import type { Pack } from '../../src/policy/clause'

const nobody = { households: null, residents: null, elders60: null, elders65: null, elders80: null }

export const area = (id: string, given: Partial<Area> = {}): Area => ({
  ...nobody, id, code: id, name: id, level: 'community', parent: 'street', urbanRural: null, zone: false, at: null, boundary: null, extra: {}, source: null, ...given,
})

export const facility = (id: string, given: Partial<Facility> = {}): Facility => ({
  id, name: id, kind: 'COMM', level: 'community', levelProposed: false, area: null, serves: null, floorAreaM2: null, landAreaM2: null, beds: null, nursingBeds: null,
  owner: null, operator: null, services: null, stage: 'operating', opened: null, at: null, extra: {}, source: null, ...given,
})

export const study = (given: Partial<Study> = {}): Study => ({
  name: '三社区街', asOf: '2025-12-31', policies: ['tiny-2025'], options: {},
  areas: [area('street', { name: '东街道', level: 'subdistrict', parent: null }), area('a', { name: '甲社区' }), area('b', { name: '乙社区' }), area('c', { name: '丙社区' })],
  compounds: [], facilities: [facility('F-1', { name: '甲站', area: 'a' }), facility('F-2', { name: '乙站', area: 'b', stage: 'closed' })], plots: [], people: null, peopleTable: null, facts: [], streets: null, tables: [], inputs: [], problems: [], ...given,
})

export const unit = (id: string, given: Partial<UnitResult> = {}): UnitResult => ({ id, name: id, state: 'met', numerator: 1, denominator: 1, value: 1, shortfall: 0, why: [], ...given })

/** One of three communities has a centre. */
export const result = (given: Partial<Result> = {}): Result => ({
  clause: 'T-1', policy: 'tiny-2025', evaluator: 'unit-share', state: 'unmet', numerator: 1, denominator: 3, value: 1 / 3, threshold: { at: 'least', value: 0.9 }, unit: 'share',
  binding: 'binding', deadline: '2024-12-31', pastDue: true, reading: { coverage: 'located' }, shortfall: 2, shortfallOfUnits: 2, why: [],
  units: [unit('a', { name: '甲社区' }), unit('b', { name: '乙社区', state: 'unmet', numerator: 0, value: 0, shortfall: 1, why: [{ code: 'stage-not-operating' }] }), unit('c', { name: '丙社区', state: 'unmet', numerator: 0, value: 0, shortfall: 1, why: [{ code: 'no-facility' }] })],
  excluded: [], problems: [], figures: {}, ...given,
})

export const pack: Pack = {
  id: 'tiny-2025', version: 1,
  document: { title: '三社区街办法', number: null, issuer: null, date: '2025-01-01', place: '东街道', placeCode: null, status: 'in-force', statusNote: '', horizon: null },
  clauses: [{
    id: 'T-1', quote: '社区覆盖90%以上', alsoQuotes: [], article: '第一条', title: { zh: '社区覆盖率', en: 'Communities covered' }, evaluator: 'unit-share',
    parameters: { threshold: { at: 'least', value: 0.9, per: 'communities', unit: 'share', basis: null, implied: false } }, binding: 'binding',
    deadline: { date: '2024-12-31', wording: null, alternatives: [] }, scope: { zh: '社区', en: 'communities' }, needs: ['areas', 'facilities'], orNeeds: [], spatial: false,
    readings: [{ option: 'coverage', choices: ['located', 'served'], default: 'located', why: '' }], note: '',
  }],
}
