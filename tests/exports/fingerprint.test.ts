import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPrint, printOf } from '../../src/exports/fingerprint'
import type { Value } from '../../src/exports/table'

const columns = ['甲', '乙', '丙'].map((title) => ({ title }))
const value: fc.Arbitrary<Value> = fc.oneof(fc.constant(null), fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
const rows = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 30 })

test('a table whose rows were sorted is still the same table', () => {
  fc.assert(fc.property(rows, (all) => checkPrint({ columns, rows: [...all].reverse() }, printOf({ columns, rows: all })).equal))
})

test('one changed cell is found in its row and in its column', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(2), (all, at, column) => {
      const place = at % all.length
      const changed = all.map((row, index) => (index === place ? row.map((old, where) => (where === column ? `改 ${String(old)}` : old)) : row))
      expect(checkPrint({ columns, rows: changed }, printOf({ columns, rows: all }))).toEqual({ equal: false, columns: [columns[column]!.title], rows: [place], more: 0 })
    }),
  )
})

test('a row that went or came is counted', () => {
  const all: Value[][] = [['a', 1, null], ['b', 2, null]]
  const print = printOf({ columns, rows: all })
  expect(checkPrint({ columns, rows: all.slice(1) }, print)).toMatchObject({ equal: false, rows: [], more: -1 })
  expect(checkPrint({ columns, rows: [...all, ['c', 3, null]] }, print)).toMatchObject({ equal: false, rows: [2], more: 1 })
})

test('a number and its text, a blank and an empty text are the same cell, since a plain table cannot tell them apart', () => {
  expect(printOf({ columns, rows: [[1.5, null, 'x\r\ny']] })).toEqual(printOf({ columns, rows: [['1.5', '', 'x\ny']] }))
})
