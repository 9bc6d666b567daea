import { expect, test } from 'vitest'
import { jsonText, resultFile } from '../../src/exports/result-json'
import { result, study, unit } from '../helpers/tiny-study'

test('numbers have at most 12 digits: the noise of binary sums is no figure', () => {
  expect(JSON.parse(jsonText([0.1 + 0.2, 1 / 3, 33.4 + 33.3 + 33.3, 123456789012345, 1e21, -0.5, 0]))).toEqual([0.3, 0.333333333333, 100, 123456789012345, 1e21, -0.5, 0])
})

test('unknown stays null, and what is no number is a mistake of ours that stops the writing', () => {
  expect(jsonText({ value: null })).toBe('{\n "value": null\n}\n')
  expect(() => jsonText({ value: NaN })).toThrow('not a figure')
  expect(() => jsonText([Infinity])).toThrow('not a figure')
})

test('the file states what it was made of', () => {
  const made = resultFile('0.1.0', study({ inputs: [{ file: 'a.csv', sha256: 'ab', bytes: 2, rows: 1, encoding: 'utf-8', crs: null }] }), { coverage: 'served' }, [result({ units: [unit('a', { kind: 'area' }), unit('b', { state: 'unmet', kind: 'area' })] })])
  expect(made).toMatchObject({ yikequan: '0.1.0', study: '三社区街', asOf: '2025-12-31', scenario: null, options: { coverage: 'served' }, inputs: [{ file: 'a.csv', sha256: 'ab' }], results: [{ clause: 'T-1' }], rectification: [{ unit: 'b' }] })
})
