import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeHead, decodeText } from '../../src/sources/encoding'
import { bytesOf, gbk, utf16, utf8, utf8Mark } from './write-bytes'

const table = '名称,户数\n甲,3\n𠮷,4\n'

describe('a sound file', () => {
  test.each([
    ['utf-8', utf8(table)],
    ['utf-8-bom', bytesOf(utf8Mark, utf8(table))],
    ['gb18030', gbk(table)],
    ['utf-16le', bytesOf([0xff, 0xfe], utf16(table, 'le'))],
    ['utf-16be', bytesOf([0xfe, 0xff], utf16(table, 'be'))],
    ['utf-16le', utf16(table, 'le')],
    ['utf-16be', utf16(table, 'be')],
  ])('in %s gives its text without the mark, the four-byte character too', (encoding, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text: table, encoding, damaged: 0 })
  })

  test('UTF-16 without a mark is a guess, a marked one is not', () => {
    expect(decodeText(utf16(table, 'le'))?.guessed).toBe(true)
    expect(decodeText(bytesOf([0xff, 0xfe], utf16(table, 'le')))?.guessed).toBe(false)
  })

  test('plain ASCII is UTF-8', () => {
    expect(decodeText(utf8('id,lng\n1,103.8\n'))).toMatchObject({ encoding: 'utf-8', damaged: 0, guessed: false })
  })

  test('a mark in front of GBK text does not hide what it is', () => {
    expect(decodeText(bytesOf(utf8Mark, gbk('名称,户数\n甲,3\n')))).toMatchObject({
      text: '名称,户数\n甲,3\n',
      encoding: 'gb18030',
    })
  })

  test('a short GBK text that happens to be sound UTF-8 is read as Chinese, and said to be a guess', () => {
    expect(decodeText(Uint8Array.of(0xd2, 0xbb, 0x2c, 0xcc, 0xa8))).toMatchObject({ text: '一,台', guessed: true })
  })

  test('a degree sign alone leaves UTF-8 as it is', () => {
    expect(decodeText(utf8('103.8°,25.5°'))).toMatchObject({ text: '103.8°,25.5°', encoding: 'utf-8' })
  })

  test('Big5 decodes as GBK into nonsense, so a person is asked to look', () => {
    // 臺北市老人福利機構名冊,區域別,地址
    const big5 = Buffer.from('bb4fa55fa5aba6d1a448bad6a751bef7ba63a657a5552cb0cfb0eca74f2ca661a77d', 'hex')
    expect(decodeText(new Uint8Array(big5))?.guessed).toBe(true)
    expect(decodeText(gbk('甲,户数,名称'))?.guessed).toBe(false)
  })
})

describe('a damaged file', () => {
  test('with one bad byte in GBK stays usable, the place marked', () => {
    const bytes = bytesOf(gbk('名称,户数\n甲甲甲甲,3\n'), [0xff], gbk('甲甲甲甲,4\n'))
    expect(decodeText(bytes)).toMatchObject({ encoding: 'gb18030', damaged: 1 })
    expect(decodeText(bytes)?.text).toContain('甲甲甲甲,3\n\ufffd')
  })

  test('with one bad byte in UTF-8 does not turn into GBK', () => {
    const bytes = bytesOf(utf8('名称,户数\n'), [0xff], utf8('甲乙甲乙甲乙,3\n'))
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', damaged: 1 })
  })

  test.each([
    ['utf-8', utf8('名称,户数').subarray(0, -1)],
    ['gb18030', gbk('名称,户数').subarray(0, -1)],
  ])('cut in the middle of its last character (%s) keeps the rest', (encoding, bytes) => {
    const found = decodeText(bytes)
    expect(found).toMatchObject({ encoding, damaged: 1 })
    expect(found?.text).toMatch(/^名称,户\ufffd$/)
  })

  test('with zeros at its end, as a failed disk leaves them, is read up to there', () => {
    expect(decodeText(bytesOf(utf8('名称\n甲\n'), new Uint8Array(100)))?.text).toBe('名称\n甲\n')
  })
})

describe('no text at all', () => {
  test.each([
    ['zeros', new Uint8Array(64)],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52)],
    ['control characters', utf8('\u0001\u0002\u0003abc')],
    ['half damaged', Uint8Array.of(0xff, 0x41, 0xff, 0x41, 0xff, 0x41)],
  ])('%s: null', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull()
  })
})

test('a head that is cut anywhere is still recognised', () => {
  const bytes = gbk('名称,户数\n' + '甲,3\n'.repeat(50))
  for (let length = 20; length < 60; length++) expect(decodeHead(bytes, length)).toMatch(/^名称,户数\n/)
})

test('every Chinese text comes back from UTF-8 and UTF-16 as it was', () => {
  const written = fc.string({ unit: fc.constantFrom('甲', '名', '㎡', '，', '𠮷', 'a', '1', ',', '\n', '"') })
  fc.assert(
    fc.property(written, (text) => {
      expect(decodeText(utf8(text))?.text).toBe(text)
      expect(decodeText(bytesOf([0xff, 0xfe], utf16(text, 'le')))?.text).toBe(text)
      expect(decodeText(bytesOf([0xfe, 0xff], utf16(text, 'be')))?.text).toBe(text)
    }),
  )
})

test('any bytes give text or null, never an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const found = decodeText(bytes)
      if (found) expect(found.text.includes('\ufffd') || found.damaged === 0).toBe(true)
    }),
  )
})
