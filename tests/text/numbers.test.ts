import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, formatMeasure, formatNumber, formatShare } from '../../src/text/numbers'

describe('numbers', () => {
  test.each([
    [1234, '1,234'],
    [1234567.891, '1,234,567.9'],
    [0, '0'],
    [-0.04, '0'],
    [-1500, '−1,500'],
    [0.05, '0.1'],
    [100, '100'],
  ])('%d is written %s', (value, text) => expect(formatNumber(value)).toBe(text))

  test('unknown is a dash, never a nought', () => {
    expect(formatNumber(null)).toBe('—')
    expect(formatNumber(Number.NaN)).toBe('—')
    expect(formatShare(null)).toBe('—')
    expect(formatMeasure('zh', null, 'm2')).toBe('—')
  })

  test('taking the commas out gives the number back', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => Number(formatNumber(value).replaceAll(',', '').replace('−', '-')) === value))
  })
})

describe('shares', () => {
  test('a share has one decimal', () => expect(formatShare(43 / 47)).toBe('91.5 %'))

  test('almost all is not shown as all, and hardly any is not shown as none', () => {
    expect(formatShare(0.99999)).toBe('99.999 %')
    expect(formatShare(0.0001)).toBe('0.01 %')
    expect(formatShare(1)).toBe('100 %')
    expect(formatShare(0)).toBe('0 %')
  })

  test('a share just below its threshold is not rounded onto it', () => {
    expect(formatShare(0.8999, 0.9)).toBe('89.99 %')
    expect(formatShare(0.9, 0.9)).toBe('90 %')
  })

  test('what is shown never crosses the threshold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (whole, part) => {
        const value = Math.min(part, whole) / whole
        const shown = Number(formatShare(value, 0.9).replace(' %', '')) / 100
        return value < 0.9 ? shown < 0.9 : shown >= 0.9 - 1e-9
      }),
    )
  })
})

describe('measures and dates', () => {
  test('a figure carries its unit', () => {
    expect(formatMeasure('zh', 310.5, 'm2')).toBe('310.5 m²')
    expect(formatMeasure('zh', 18.234, 'm2 per 100 households')).toBe('18.23 m²/百户')
    expect(formatMeasure('zh', 0.0834, 'm2 per person')).toBe('0.0834 m²/人')
    expect(formatMeasure('zh', 12, 'bed')).toBe('12 张')
    expect(formatMeasure('zh', 0.9, 'share')).toBe('90 %')
  })

  test('a date is as precise as it was written', () => {
    expect(formatDate('zh', '2025-03-01')).toBe('2025年3月1日')
    expect(formatDate('zh', '2018-06')).toBe('2018年6月')
    expect(formatDate('zh', '2018')).toBe('2018年')
    expect(formatDate('en', '2025-03-01')).toBe('1 March 2025')
  })
})

test('one of a thing is said in the singular in English', () => {
  expect(formatMeasure('en', 1, 'facility')).toBe('1 facility')
  expect(formatMeasure('en', 2, 'facility')).toBe('2 facilities')
  expect(formatMeasure('en', 1, 'm2')).toBe('1 m²')
})
