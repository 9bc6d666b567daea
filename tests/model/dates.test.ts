import { expect, test } from 'vitest'
import { daysBetween, firstDay, lastDay, onOrBefore } from '../../src/model/dates'

test('a date of a year or a month means its first to its last day', () => {
  expect([firstDay('2018'), lastDay('2018')]).toEqual(['2018-01-01', '2018-12-31'])
  expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29'])
  expect(lastDay('2100-02')).toBe('2100-02-28')
  expect([firstDay('2018-06-03'), lastDay('2018-06-03')]).toEqual(['2018-06-03', '2018-06-03'])
})

test('a date counts as past when its last possible day is', () => {
  expect(onOrBefore('2025', '2025-12-31')).toBe(true)
  expect(onOrBefore('2025', '2025-12-30')).toBe(false)
  expect(onOrBefore('2025-12-31', '2025-12-31')).toBe(true)
})

test('days are whole, across a leap day and backwards', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2025-03-01', '2025-02-28')).toBe(-1)
})
