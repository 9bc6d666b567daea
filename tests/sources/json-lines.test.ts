import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonWithLines } from '../../src/sources/json-lines'

const text = '{\n  "id": "yinchuan-2024",\n  "clauses": [\n    { "id": "YC-1",\n      "value": 30 },\n    { "id": "YC-2" }\n  ]\n}\n'
const lineOf = (...path: readonly (string | number)[]) => {
  const json = jsonWithLines(text)
  return 'error' in json ? null : json.lineOf(path)
}
const mistake = (broken: string) => {
  const json = jsonWithLines(broken)
  return 'error' in json ? [json.line, json.error] : null
}

test('every value knows the line on which it begins', () => {
  expect([lineOf(), lineOf('id'), lineOf('clauses', 0), lineOf('clauses', 0, 'value'), lineOf('clauses', 1, 'id')]).toEqual([1, 2, 4, 5, 6])
})

test('a key that is missing has the line of what it is missing from', () => {
  expect([lineOf('clauses', 1, 'value'), lineOf('clauses', 7, 'id'), lineOf('document', 'title')]).toEqual([6, 3, 1])
})

describe('a mistake is told with its line and what stands there', () => {
  test.each([
    ['{\n"a": 1,\n}', [3, '}']],
    ['[1,\n2,\n]', [3, ']']],
    ['{\n"a" 1}', [2, '1}']],
    ['{"a": 01}', [1, '1}']],
    ['{"a": .5}', [1, '.5}']],
    ['{"a": nul}', [1, 'nul}']],
    ["{'a': 1}", [1, "'a': 1}"]],
    ['{"a": “1”}', [1, '“1”}']],
    ['{"a": "\\x"}', [1, '"\\x"}']],
    ['{"\\x": 1}', [1, '"\\x": 1}']],
    ['{"a": "one\ntwo"}', [1, '"one']],
    ['{"a": 1} x', [1, 'x']],
    ['{"a": 1', [1, '…']],
    ['', [1, '…']],
    ['{\n"value": 30,\n"value": 20 }', [3, '"value": 20 }']],
    ['{"a":\u00a01}', [1, '1}']],
  ])('%j', (broken, told) => expect(mistake(broken)).toEqual(told))

  test('nesting without end is a mistake, not the end of the stack', () => expect(mistake('['.repeat(100_000))).toEqual([1, '['.repeat(20)]))
})

test('a long text and a long list are read', () => {
  const json = jsonWithLines(JSON.stringify({ quote: '老'.repeat(2_000_000), list: Array.from({ length: 50_000 }, (_, at) => at) }))
  expect('error' in json).toBe(false)
})

test('what JSON.parse reads is read the same, and what it refuses is refused', () => {
  const near = fc.oneof(fc.json({ maxDepth: 4 }), fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '0', '.', 'e', '-', 'true', 'null', ' ', '\n', '\\', 'u') }), fc.json().chain((whole) => fc.nat(whole.length).map((at) => whole.slice(0, at) + whole.slice(at + 1))))
  fc.assert(
    fc.property(near, (candidate) => {
      const parsed = parsedOrNull(candidate)
      const json = jsonWithLines(candidate)
      if (parsed === null) expect('error' in json).toBe(true)
      // A key written twice is the one thing that we refuse and JSON.parse does not.
      else if (!('error' in json)) expect(json.value).toEqual(parsed.value)
      else expect(JSON.stringify(parsed.value).length).toBeLessThan(candidate.replace(/\s/g, '').length)
    }),
    { numRuns: 400 },
  )
})

function parsedOrNull(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

test('a text that is too long or too deep for anything that people write is refused before it is walked through', () => {
  expect(jsonWithLines(`"${'x'.repeat(50_000_000)}"`)).toEqual({ error: '> 50 MB', line: 1 })
  expect('error' in jsonWithLines('['.repeat(70) + ']'.repeat(70))).toBe(true)
  expect('value' in jsonWithLines('['.repeat(60) + ']'.repeat(60))).toBe(true)
})
