import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../src/sources/csv'
import { lacks, shared, title } from '../helpers/shared'
import { bytesOf, gbk, utf16, utf8, utf8Mark } from './write-bytes'

const read = (text: string | Uint8Array, name = '台账.csv') => {
  const found = readCsv({ name, bytes: typeof text === 'string' ? utf8(text) : text })
  return { ...found, table: found.tables[0], cells: found.tables[0]?.rows.map((row) => row.cells) ?? [] }
}

describe('every encoding with every separator', () => {
  const encodings = [
    ['utf-8', utf8],
    ['utf-8-bom', (text: string) => bytesOf(utf8Mark, utf8(text))],
    ['gb18030', gbk],
    ['utf-16le', (text: string) => bytesOf([0xff, 0xfe], utf16(text, 'le'))],
    ['utf-16be', (text: string) => bytesOf([0xfe, 0xff], utf16(text, 'be'))],
  ] as const
  const cases = encodings.flatMap(([encoding, write]) =>
    [',', ';', '\t', '|', '，'].map((separator) => ({ encoding, write, separator })),
  )

  test.each(cases)('$encoding, "$separator"', ({ encoding, write, separator }) => {
    const text =
      [
        ['名称', '户数'],
        ['甲', '3'],
        ['𠮷', ''],
      ]
        .map((line) => line.join(separator))
        .join('\r\n') + '\r\n'
    const { table, problems, cells } = read(write(text))
    expect(table).toMatchObject({ format: 'csv', sheet: null, encoding, header: null })
    expect(cells).toEqual([
      ['名称', '户数'],
      ['甲', '3'],
      ['𠮷', null],
    ])
    expect(problems).toEqual([])
  })
})

describe('rows are numbered as Excel shows them', () => {
  test('a blank line is a row', () => {
    expect(read('名称,户数\n\n甲,3\n').table?.rows).toEqual([
      { row: 1, cells: ['名称', '户数'] },
      { row: 2, cells: [] },
      { row: 3, cells: ['甲', '3'] },
    ])
  })

  test('a line break inside quotes is not a row', () => {
    expect(read('"名\n称",户数\n甲,3').table?.rows.at(-1)).toEqual({ row: 2, cells: ['甲', '3'] })
  })

  test('the line "sep=;" names the separator and is not a row', () => {
    expect(read('sep=;\r\n名称;户数\r\n"甲;乙";3,5\r\n').table?.rows).toEqual([
      { row: 1, cells: ['名称', '户数'] },
      { row: 2, cells: ['甲;乙', '3,5'] },
    ])
  })

  test('old Mac line ends and mixed ones are line ends', () => {
    expect(read('名称,户数\r甲,3\r\n乙,4\n').cells).toEqual([
      ['名称', '户数'],
      ['甲', '3'],
      ['乙', '4'],
    ])
  })
})

describe('cells are what stands in the file', () => {
  test('neither trimmed nor read: blanks, apostrophes, formulas, long codes', () => {
    expect(read("a,b,c,d\n 甲 ,'0123,=1+1,530302001001\n").cells[1]).toEqual([' 甲 ', "'0123", '=1+1', '530302001001'])
  })

  test('an empty cell is null, whether quoted or not, and not 0', () => {
    expect(read('a,b,c\n"",,0\n').cells[1]).toEqual([null, null, '0'])
  })

  test('doubled quotes are one quote', () => {
    expect(read('a,b\n"他说""好""",1\n').cells[1]).toEqual(['他说"好"', '1'])
  })

  test('ragged rows keep their own length', () => {
    expect(read('a,b,c\n1\n1,2,3,4\n').cells).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']])
  })

  test('columns that are empty all the way down are dropped, an empty last cell is not', () => {
    expect(read('a,b,,\n1,2,,\n1,,,\n').cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['1', null],
    ])
  })
})

describe('which character separates', () => {
  test('a list of gates with semicolons does not beat the commas', () => {
    const gates = '名称,出入口,户数\n' + '甲,103.1 25.2; 103.2 25.3,120\n'.repeat(20)
    expect(read(gates).cells[1]).toEqual(['甲', '103.1 25.2; 103.2 25.3', '120'])
  })

  test('a list of services with commas does not beat the tabs', () => {
    const services = '名称\t服务\t户数\n' + '甲\t助餐,助浴,助洁,助医\t120\n'.repeat(20)
    expect(read(services).cells[1]).toEqual(['甲', '助餐,助浴,助洁,助医', '120'])
  })

  test('decimal commas do not beat the semicolons', () => {
    expect(read('名称;面积;床位\n甲;1,5;3\n乙;2,5;4\n').cells[1]).toEqual(['甲', '1,5', '3'])
  })

  test('a title above the header does not matter', () => {
    expect(read('某市小区台账\n名称;户数;社区\n甲;3;乙\n').cells[2]).toEqual(['甲', '3', '乙'])
  })

  test('full-width commas in the text of one column separate nothing', () => {
    expect(read('备注\n好，很好\n一般\n').cells).toEqual([['备注'], ['好，很好'], ['一般']])
  })
})

describe('what is wrong is said with its row', () => {
  test('a quotation mark that is never closed costs its own row only', () => {
    const { cells, problems } = read('名称,户数\n甲,3\n"乙,4\n丙,5\n丁,6\n')
    expect(cells).toEqual([
      ['名称', '户数'],
      ['甲', '3'],
      ['"乙', '4'],
      ['丙', '5'],
      ['丁', '6'],
    ])
    expect(problems).toEqual([
      { code: 'quotes-broken', severity: 'warning', at: { file: '台账.csv', row: 3 }, detail: '"乙,4' },
    ])
  })

  test('a name that begins with a quoted word does not swallow the rows below', () => {
    const { cells, problems } = read('名称,户数\n甲,1\n"和谐"小区,3\n乙,4\n"丙",5\n')
    expect(cells).toEqual([
      ['名称', '户数'],
      ['甲', '1'],
      ['"和谐"小区', '3'],
      ['乙', '4'],
      ['丙', '5'],
    ])
    expect(problems.map(({ code, at }) => [code, at.row])).toEqual([['quotes-broken', 3]])
  })

  test('two hundred stray marks lose no row', () => {
    const { cells } = read('名称,户数\n' + '"甲"x,3\n'.repeat(200))
    expect(cells).toHaveLength(201)
    expect(cells.at(-1)).toEqual(['"甲"x', '3'])
  })

  test('a damaged character is named with its row, the rest stays', () => {
    const { cells, problems } = read(bytesOf(gbk('名称,户数\n甲甲甲甲,1\n甲甲'), [0xff], gbk(',2\n乙,3\n')))
    expect(problems.map(({ code, at }) => [code, at.row])).toEqual([['characters-damaged', 3]])
    expect(cells[3]).toEqual(['乙', '3'])
  })

  test('bytes that are no text: one problem, no table', () => {
    const { tables, problems } = read(Uint8Array.from({ length: 900 }, (_, index) => (index * 7919) & 255))
    expect(tables).toEqual([])
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['encoding-unknown', 'error']])
  })

  test('only blank lines: the file is empty', () => {
    expect(read('\r\n\r\n')).toMatchObject({ tables: [], problems: [{ code: 'file-empty' }] })
  })
})

test('any table of texts comes back as it was written', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '1', ' ', '"', ',', '\n', ';', 'x'), maxLength: 6 })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      // The header fixes separator and width; the last column is never empty.
      const lines = [['a', 'b', 'c', 'd'], ...rows.map((row) => [...row, '!'])]
      const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n')
      expect(read(text).cells).toEqual(lines.map((line) => line.map((value) => (value === '' ? null : value))))
    }),
  )
})

test('every byte string gives tables or problems, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
      const { tables, problems } = readCsv({ name: 'x.csv', bytes })
      expect(tables.length + problems.length).toBeGreaterThan(0)
    }),
  )
})

test.skipIf(lacks('data', 'taipei'))(
  title('the published ledgers of Taipei are rectangular once read, tab or comma', 'data', 'taipei'),
  () => {
    const folder = shared('data', 'taipei', 'raw')
    const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    expect(names).toHaveLength(10)
    for (const name of names) {
      const { table, problems } = read(new Uint8Array(readFileSync(`${folder}/${name}`)), name)
      const widths = new Set(table?.rows.map((row) => row.cells.length))
      expect(problems, name).toEqual([])
      expect(
        [...widths].every((width) => width >= 5),
        name,
      ).toBe(true)
      expect(widths.size, name).toBe(1)
    }
  },
)
