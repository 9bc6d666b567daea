import * as XLSX from '@e965/xlsx'
import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/sources/formats'
import { extensionOf, formatByName, readSource } from '../../src/sources/read'
import { bytesOf, gbk, utf8 } from './write-bytes'

const workbook = (): Uint8Array => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['名称'], ['甲']]), '台账')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}
const page = '<html><table><tr><td>名称</td></tr><tr><td>甲</td></tr></table></html>'
const feature = '{"type":"Feature","properties":{"名称":"甲"},"geometry":null}'

describe('a file is read as what it is', () => {
  test.each([
    ['a.csv', utf8('名称\n甲\n'), 'csv', false],
    ['A.TXT', gbk('名称\n甲\n'), 'csv', false],
    ['a.xlsx', workbook(), 'xlsx', false],
    ['a.geojson', utf8(feature), 'geojson', false],
    ['a.csv', workbook(), 'xlsx', true],
    ['a.xlsx', utf8('名称\n甲\n'), 'csv', true],
    ['导出.xls', gbk('名称\t户数\n甲\t3\n'), 'csv', true],
    ['导出.xls', utf8(page), 'xlsx', false],
    ['a.csv', utf8(feature), 'geojson', true],
    ['a.geojson', utf8('名称,户数\n甲,3\n'), 'csv', true],
    ['台账', workbook(), 'xlsx', true],
  ])('%s', async (name, bytes, format, misnamed) => {
    const { tables, problems } = await readSource({ name, bytes })
    expect(tables.map((table) => table.format)).toEqual([format])
    const text = JSON.stringify([tables[0]?.header, tables[0]?.rows])
    expect(text).toContain('名称')
    expect(text).toContain('甲')
    expect(problems).toEqual(
      misnamed ? [{ code: 'file-misnamed', severity: 'info', at: { file: name }, detail: format }] : [],
    )
  })
})

describe('what cannot be read is one error', () => {
  test.each([
    ['nothing', 'a.csv', new Uint8Array(), 'file-empty'],
    ['only a mark', 'a.csv', Uint8Array.of(0xef, 0xbb, 0xbf), 'file-empty'],
    [
      'noise as a table',
      'a.csv',
      Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) & 255),
      'encoding-unknown',
    ],
    ['a picture', 'a.png', bytesOf([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'file-unknown-format'],
    ['a printed document', 'a.pdf', utf8('%PDF-1.4\n1 0 obj\n'), 'file-unknown-format'],
    ['a readme', 'NOTICE.md', utf8('# 来源,说明\n一,二\n'), 'file-unknown-format'],
    ['a map of another kind', 'a.kml', utf8('<?xml version="1.0"?><kml></kml>'), 'file-unknown-format'],
    ['an archive of several files', 'a.zip', zipSync({ 'a.csv': utf8('a') }), 'file-unknown-format'],
    ['a page instead of a table', 'a.csv', utf8('<!DOCTYPE html><html>请登录</html>'), 'file-unreadable'],
  ])('%s', async (_, name, bytes, code) => {
    const { tables, problems } = await readSource({ name, bytes })
    expect(tables).toEqual([])
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code)).toEqual([code])
  })

  test('any bytes under any of our names give a table or a problem and never throw', async () => {
    const names = fc.constantFrom('a.csv', 'a.xlsx', 'a.xls', 'a.json', 'a.zip', 'a')
    const start = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0x7b, 0x22],
      [0xff, 0xfe],
      [0x3c, 0x74, 0x61, 0x62, 0x6c, 0x65, 0x3e],
    )
    await fc.assert(
      fc.asyncProperty(names, start, fc.uint8Array({ maxLength: 80 }), async (name, head, tail) => {
        const { tables, problems } = await readSource({ name, bytes: bytesOf(head, tail) })
        expect(tables.length + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})

test('no two formats claim the same extension', () => {
  const all = formats.flatMap((format) => format.extensions)
  expect(new Set(all).size).toBe(all.length)
})

test('the extension is what stands behind the last dot of the last name', () => {
  expect(['data/台账.CSV', 'a.b/c', '.csv', 'a.tar.gz', 'x\\y.XLS'].map(extensionOf)).toEqual([
    'csv',
    '',
    '',
    'gz',
    'xls',
  ])
  expect(formatByName('a.et')?.id).toBe('xlsx')
  expect(formatByName('a.doc')).toBeUndefined()
})
