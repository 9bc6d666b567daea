import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfSerial, dateShown } from '../../src/sources/sheet-date'

test.each([
  ['yyyy-mm-dd', 'day'],
  ['d-mmm-yy', 'day'],
  ['m"月"d"日"', 'day'],
  ['[$-411]ge.m.d;@', 'day'],
  ['dddd', 'day'],
  ['mmm-yy', 'month'],
  ['yyyy"年"m"月";@', 'month'],
  ['yyyy年m月', 'month'],
  ['yyyy', 'year'],
  ['h:mm:ss', 'time'],
  ['mm:ss.0', 'time'],
  ['[h]:mm', 'time'],
  ['[hh]', 'time'],
  ['上午/下午h"时"mm"分"', 'time'],
  ['General', null],
  ['0.00', null],
  ['#,##0"元/月"', null],
  ['0.00E+00', null],
  ['0"days"', null],
  ['@', null],
  ['[Red]0;[Blue]-0', null],
  ['"共"', null],
])('the format %s shows %s', (format, shown) => {
  expect(dateShown(format)).toBe(shown)
})

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [43252, false, '2018-06-01'],
  [43252.99, false, '2018-06-01'],
  [41790, true, '2018-06-01'],
  [2_958_465, false, '9999-12-31'],
  [60, false, null], // 29 February 1900 never was
  [0, false, null],
  [2_958_466, false, null],
  [Number.NaN, false, null],
])('day %s (1904: %s) is %s', (serial, date1904, date) => {
  expect(dateOfSerial(serial, 'day', date1904)).toBe(date)
})

test('the next number is the next day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
      const [one, next] = [dateOfSerial(serial, 'day', false), dateOfSerial(serial + 1, 'day', false)]
      expect(Date.parse(next ?? '') - Date.parse(one ?? '')).toBe(86_400_000)
    }),
  )
})
