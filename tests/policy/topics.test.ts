import { expect, test } from 'vitest'
import type { Pack } from '../../src/policy/clause'
import { readPack } from '../../src/policy/read-pack'
import { shippedPacks } from '../../src/policy/shipped'
import { topicOf, topicsOf } from '../../src/policy/topics'
import { yinchuan } from '../helpers/yinchuan'

const own: Pack = readPack(JSON.stringify(yinchuan), '银川.json').pack!
const qujing = shippedPacks.find(({ id }) => id === 'qujing-2023')!
const membersOf = (packs: readonly Pack[], clause: string) => topicsOf(packs).find(({ members }) => members.some((member) => member.clause.id === clause))?.members.map((member) => member.clause.id)

test('25 and 20 of Qujing stand beside 30 and 20 of Yinchuan, new beside new and old beside old', () => {
  expect(membersOf([qujing, own], 'QJ-13')).toEqual(['QJ-13', 'YC-1'])
  expect(membersOf([qujing, own], 'QJ-14')).toEqual(['QJ-14', 'YC-2'])
})

test('a topic that only one of the documents has is none', () => {
  expect(topicsOf([qujing])).toEqual([])
  expect(membersOf([qujing, own], 'QJ-05')).toBeUndefined()
})

test('an early and a final goal of one document are one topic only when another document has it too', () => {
  const heilongjiang = shippedPacks.find(({ id }) => id === 'heilongjiang-2012')!
  expect(membersOf([heilongjiang, own], 'HL-02a')).toBeUndefined()
  expect(membersOf([heilongjiang, qujing], 'HL-05a')).toEqual(['HL-05a', 'HL-05b', 'QJ-12'])
})

test('among the five documents, coverage, circles, care areas, four steps and health care meet', () => {
  const topics = topicsOf(shippedPacks)
  const met = (first: string) => topics.find(({ members }) => members.some(({ clause }) => clause.id === first))?.members.map(({ clause }) => clause.id)
  expect(met('QJ-11')).toEqual(['QJ-11', 'CQ-05a'])
  expect(met('QJ-16')).toEqual(['QJ-16', 'XM-01', 'CQ-05c'])
  expect(met('QJ-07')).toEqual(['QJ-07', 'BJ-05', 'CQ-06b'])
  expect(met('QJ-24')).toEqual(['QJ-24', 'BJ-10'])
  expect(met('QJ-34')).toEqual(['QJ-34', 'CQ-19'])
})

test('a ledger figure is the same in whatever order its fields are written', () => {
  const clause = qujing.clauses.find(({ id }) => id === 'QJ-13')!
  const ratio = (where: object) => topicOf({ ...clause, evaluator: 'ratio', parameters: { numerator: { ledger: { name: 'facilities', take: 'sum', column: 'beds', where } }, denominator: { item: 'x' } } })
  expect(ratio({ kindSet: 'institutions', owner: ['private'] })).toBe(ratio({ owner: ['private'], kindSet: 'institutions' }))
  expect(ratio({ kindSet: 'institutions', owner: ['private'] })).not.toBe(ratio({ kindSet: 'institutions', owner: ['public'] }))
})

test('every clause of an evaluator that judges has a topic, but for reports in windows of time', () => {
  const without = shippedPacks.flatMap(({ clauses }) => clauses.filter((clause) => topicOf(clause) === null).map(({ id }) => id))
  expect(without.sort()).toEqual(['HL-18a', 'HL-18b', 'XM-08b', 'XM-11a'])
})

test('the title is the plain one, without what one document adds', () => {
  expect(topicsOf([shippedPacks.find(({ id }) => id === 'heilongjiang-2012')!, qujing]).find(({ members }) => members[0]!.clause.id === 'HL-05a')?.title.zh).toBe('城市社区服务覆盖率')
})
