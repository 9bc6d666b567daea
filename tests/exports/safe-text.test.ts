import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guarded, isRisky, unguarded } from '../../src/exports/safe-text'

/** Begins of what spreadsheet programs have been seen to run. */
const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', ' =', '\u3000=', '\ufeff＝', '\u00a0@', '\u200b+', '\u0001=', '  \t-']

describe('text from a file', () => {
  test.each(signs)('that begins with %j is written with an apostrophe', (sign) => {
    expect(isRisky(`${sign}1+1`)).toBe(true)
    expect(guarded(`${sign}SUM(A1)`)).toBe(`'${sign}SUM(A1)`)
  })

  test.each(['云岭社区', '3号院', 'a=b', '(-1)', "'引号", ' 空格', '', '0', '～1'])('%j is left as it is', (text) => {
    expect(guarded(text)).toBe(text)
  })

  test('comes back as it was, apostrophes of its own among it', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.tuple(fc.constantFrom('', "'", "''"), fc.constantFrom('', ...signs), fc.string()).map((parts) => parts.join('')))
    fc.assert(fc.property(text, (written) => unguarded(guarded(written)) === written), { numRuns: 2000 })
  })

  test('is never run: what is written begins with an apostrophe or with no sign', () => {
    const text = fc.tuple(fc.constantFrom(...signs, ...signs.map((sign) => `'${sign}`)), fc.string()).map((parts) => parts.join(''))
    fc.assert(fc.property(text, (written) => guarded(written).startsWith("'") && !isRisky(guarded(written))))
  })
})
