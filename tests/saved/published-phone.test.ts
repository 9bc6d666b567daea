import { expect, test } from 'vitest'
import { publicPhone } from '../../src/saved/published-phone'

test.each([
  ['0874-3123456', '0874-3123456'],
  ['（0874）3123456', '0874-3123456'],
  ['08743123456转801', '08743123456-801'],
  ['+86 10 6512 3456', '01065123456'],
  ['+86-0874-3123456', '0874-3123456'],
  ['400-123-4567', '400-123-4567'],
  ['12349', '12349'],
  ['服务电话：3123456', '3123456'],
  ['13812345678、0874-3123456', '0874-3123456'],
])('%s is the number of a desk', (written, phone) => {
  expect(publicPhone(written)).toEqual({ phone })
})

test.each([
  ['13812345678', 'phone-mobile'],
  ['+86 138-1234-5678', 'phone-mobile'],
  ['见公告', 'phone-unreadable'],
  ['javascript:alert(1)', 'phone-unreadable'],
])('%s is not published', (written, wrong) => {
  expect(publicPhone(written)).toEqual({ wrong })
})
