import * as XLSX from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/sources/read'
import { readXlsx } from '../../src/sources/xlsx'
import { gbk } from './write-bytes'

type Sheets = Readonly<Record<string, XLSX.WorkSheet>>

/** A workbook as a program would save it; edit changes the XML inside, as other programs write it. */
function workbook(
  sheets: Sheets,
  set: Partial<XLSX.WBProps> & { bookType?: XLSX.BookType } = {},
  edit?: (parts: Record<string, Uint8Array>) => void,
) {
  const book = XLSX.utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheet, name)
  book.Workbook = { ...set }
  const bytes = new Uint8Array(
    XLSX.write(book, { type: 'array', bookType: set.bookType ?? 'xlsx', cellStyles: true }) as ArrayBuffer,
  )
  if (!edit) return bytes
  const parts = unzipSync(bytes)
  edit(parts)
  return zipSync(parts)
}

const sheetOf = (rows: unknown[][], change?: (sheet: XLSX.WorkSheet) => void): XLSX.WorkSheet => {
  const sheet = XLSX.utils.aoa_to_sheet(rows)
  change?.(sheet)
  return sheet
}

const read = async (bytes: Uint8Array, name = '台账.xlsx') => {
  const found = await readXlsx({ name, bytes })
  return { ...found, table: found.tables[0], cells: found.tables[0]?.rows.map((row) => row.cells) ?? [] }
}

/** Sheet XML by hand, in a workbook whose first cell formats are General, date 57 and "0%". */
const byHand = (rows: string, dimension = 'A1:B2') =>
  workbook({ 台账: sheetOf([['x']]) }, {}, (parts) => {
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`,
    )
    parts['xl/styles.xml'] = strToU8(
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="57"/><xf numFmtId="9"/></cellXfs></styleSheet>',
    )
  })

describe('the layout of a ledger', () => {
  const sheet = sheetOf(
    [
      ['小区配建台账'],
      ['街道', '小区', null],
      [null, '名称', '户数'],
      ['甲街道', '乙小区', 120],
      [],
      [null, '丙小区', 80],
    ],
    (made) => {
      made['!merges'] = [
        { s: { r: 0, c: 0 }, e: { r: 0, c: 16383 } },
        { s: { r: 1, c: 1 }, e: { r: 1, c: 2 } },
        { s: { r: 3, c: 0 }, e: { r: 5, c: 0 } },
      ]
      made['!rows'] = [{}, {}, {}, {}, {}, { hidden: true }]
    },
  )

  test('rows carry the numbers of the sheet, blank ones too, each as wide as the table', async () => {
    const { table, problems } = await read(workbook({ 台账: sheet }))
    expect(problems).toEqual([])
    expect(table).toMatchObject({
      file: '台账.xlsx',
      sheet: '台账',
      format: 'xlsx',
      encoding: null,
      crs: null,
      header: null,
    })
    expect(table?.rows).toEqual([
      { row: 1, cells: ['小区配建台账', null, null] },
      { row: 2, cells: ['街道', '小区', null] },
      { row: 3, cells: [null, '名称', '户数'] },
      { row: 4, cells: ['甲街道', '乙小区', 120] },
      { row: 5, cells: [null, null, null] },
      { row: 6, cells: [null, '丙小区', 80], hidden: true },
    ])
  })

  test('merged blocks are told, a title over all 16,384 columns only as wide as the table', async () => {
    const { table } = await read(workbook({ 台账: sheet }))
    expect(table?.merges).toEqual([
      { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 },
      { firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 2 },
      { firstRow: 4, lastRow: 6, firstColumn: 0, lastColumn: 0 },
    ])
  })

  test('a sheet that begins below the top keeps its row numbers', async () => {
    const { table } = await read(byHand('<row r="4"><c r="B4"><v>7</v></c></row>', 'B4:B4'))
    expect(table?.rows.map((row) => row.row)).toEqual([1, 2, 3, 4])
    expect(table?.rows[3]?.cells).toEqual([null, 7])
  })

  test('a sheet that claims a million rows and 16,384 columns is as large as its cells', async () => {
    const { table } = await read(
      byHand(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        'A1:XFD1048576',
      ),
    )
    expect(table?.rows.map((row) => row.row)).toEqual([1, 1048576])
    expect(table?.rows[0]?.cells).toHaveLength(1024)
    expect(table?.rows[1]?.cells[16383]).toBe(2)
  })

  test('formatted but empty cells are no cells', async () => {
    const { cells } = await read(
      byHand('<row r="1"><c r="A1"><v>1</v></c><c r="F1" s="2"/></row><row r="2"><c r="A2" s="2"/></row>'),
    )
    expect(cells).toEqual([[1]])
  })
})

describe('several sheets', () => {
  test('each visible one is a table, hidden and empty ones are said', async () => {
    const bytes = workbook(
      {
        小区: sheetOf([['名称'], ['甲']]),
        下拉: sheetOf([['新建'], ['老旧']]),
        Sheet3: sheetOf([[]]),
        设施: sheetOf([['名称'], ['乙']]),
      },
      {},
      (parts) => {
        parts['xl/workbook.xml'] = strToU8(
          strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace('name="下拉"', 'name="下拉" state="hidden"'),
        )
      },
    )
    const { tables, problems } = await read(bytes)
    expect(tables.map((table) => table.sheet)).toEqual(['小区', '设施'])
    expect(problems).toEqual([
      { code: 'file-not-used', severity: 'info', at: { file: '台账.xlsx', sheet: '下拉' }, detail: '下拉' },
      { code: 'file-not-used', severity: 'info', at: { file: '台账.xlsx', sheet: 'Sheet3' }, detail: 'Sheet3' },
    ])
  })

  test('a workbook with nothing in it is empty', async () => {
    expect(await read(workbook({ Sheet1: sheetOf([[]]) }))).toMatchObject({
      tables: [],
      problems: [{ code: 'file-empty', severity: 'error' }],
    })
  })

  test('one broken sheet leaves the others', async () => {
    const bytes = workbook({ 甲: sheetOf([['a']]), 乙: sheetOf([['b']]) }, {}, (parts) => {
      delete parts['xl/worksheets/sheet1.xml']
    })
    const { tables, problems } = await read(bytes)
    expect(tables.map((table) => table.sheet)).toEqual(['乙'])
    expect(problems).toMatchObject([{ code: 'file-unreadable', severity: 'error', at: { sheet: '甲' } }])
  })
})

describe('cells', () => {
  const dates = (format: string, value = 43252) =>
    sheetOf([[value]], (made) => Object.assign(made['A1'] as object, { z: format }))

  test.each([
    ['yyyy/m/d', '2018-06-01'],
    ['yyyy"年"m"月"d"日"', '2018-06-01'],
    ['[$-804]yyyy"年"m"月"', '2018-06'],
    ['yyyy-mm', '2018-06'],
    ['yyyy"年"', '2018'],
    ['m/d/yy h:mm', '2018-06-01'],
  ])('1 June 2018 shown as %s is %s', async (format, date) => {
    expect((await read(workbook({ 表: dates(format) }))).cells).toEqual([[{ date }]])
  })

  test('43252 in the 1904 system is four years and a day later', async () => {
    expect((await read(workbook({ 表: dates('yyyy/m/d') }, { WBProps: { date1904: true } } as never))).cells).toEqual([
      [{ date: '2022-06-02' }],
    ])
  })

  test('the month format that Chinese Excel stores by its number 57 alone stays a month', async () => {
    expect(
      (await read(byHand('<row r="1"><c r="A1" s="1"><v>43252</v></c><c r="B1" s="1"><v>43282</v></c></row>'))).cells,
    ).toEqual([[{ date: '2018-06' }, { date: '2018-07' }]])
  })

  test('a number without a date format stays a number, at full precision', async () => {
    expect((await read(workbook({ 表: sheetOf([[43252, 103.796123456789, 530302001001, -0.1]]) }))).cells).toEqual([
      [43252, 103.796123456789, 530302001001, -0.1],
    ])
  })

  test('90% is 0.9 and is not read as a percentage', async () => {
    expect((await read(byHand('<row r="1"><c r="A1" s="2"><v>0.9</v></c></row>'))).cells).toEqual([[0.9]])
  })

  test('a time of day is no date: the text that is shown', async () => {
    expect((await read(workbook({ 表: dates('h:mm', 0.354166666666667) }))).cells).toEqual([['8:30']])
  })

  test('a 0 or a negative number under a date format is no date', async () => {
    expect((await read(workbook({ 表: dates('yyyy/m/d', 0) }))).cells).toEqual([[0]])
    expect((await read(workbook({ 表: dates('yyyy/m/d', -5) }))).cells).toEqual([[-5]])
  })

  test('errors, yes/no, text with blanks and an apostrophe that is text', async () => {
    const sheet = sheetOf([[true, ' 甲 ', "'01", null, '']], (made) => {
      made['D1'] = { t: 'e', v: 0x17, w: '#REF!' }
    })
    expect((await read(workbook({ 表: sheet }))).cells).toEqual([[true, ' 甲 ', "'01", { error: '#REF!' }]])
  })

  test('text in several fonts is its text', async () => {
    expect(
      (
        await read(
          byHand(
            '<row r="1"><c r="A1" t="inlineStr"><is><r><t>养老</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 中心</t></r></is></c></row>',
          ),
        )
      ).cells,
    ).toEqual([['养老 中心']])
  })

  test('a formula is the value that was saved with it', async () => {
    const { cells, problems } = await read(
      byHand(
        '<row r="1"><c r="A1"><f>1+1</f><v>5</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><v>1</v></c></row>',
      ),
    )
    expect(cells).toEqual([[5, null, 1]])
    expect(problems).toEqual([])
  })

  test('a formula that was never calculated is blank, not 0, and is said', async () => {
    const { cells, problems } = await read(
      byHand('<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+2</f><v></v></c><c r="C1"><v>1</v></c></row>'),
    )
    expect(cells).toEqual([[null, null, 1]])
    expect(problems).toEqual([
      { code: 'formula-unsaved', severity: 'warning', at: { file: '台账.xlsx' }, detail: 'A1, B1' },
    ])
  })
})

describe('other kinds of workbooks', () => {
  const sheets = {
    台账: sheetOf([
      ['名称', '户数'],
      ['甲', 120],
    ]),
  }

  test.each(['biff8', 'xlsb', 'ods', 'xlml'] as const)('%s gives the same cells', async (bookType) => {
    expect((await read(workbook(sheets, { bookType }), '台账.xls')).cells).toEqual([
      ['名称', '户数'],
      ['甲', 120],
    ])
  })

  test.each(['biff5', 'biff2'] as const)(
    '%s, from before Excel 97, gives its GBK text as Chinese and leaves ASCII alone',
    async (bookType) => {
      const old = workbook(
        {
          S: sheetOf([
            ['AAAA', 'BBBB'],
            ['x-1', 120],
          ]),
        },
        { bookType },
      ).slice()
      for (const [ascii, text] of [
        ['AAAA', '名称'],
        ['BBBB', '户数'],
      ] as const)
        for (let at = 0; at < old.length; at++)
          if (strFromU8(old.subarray(at, at + 4), true) === ascii) old.set(gbk(text), at)
      const { tables } = await readSource({ name: '台账.xls', bytes: old })
      expect(tables[0]?.rows.map((row) => row.cells)).toEqual([
        ['名称', '户数'],
        ['x-1', 120],
      ])
    },
  )

  test('a degree sign in a newer .xls stays one', async () => {
    expect((await read(workbook({ S: sheetOf([['25°C']]) }, { bookType: 'biff8' }), 'a.xls')).cells).toEqual([['25°C']])
  })

  test('an HTML table in GBK under the name .xls, its codes untouched', async () => {
    const page = gbk(
      '<html><body><table><tr><td>名称</td><td>户数</td></tr><tr><td>甲</td><td>530302001001</td></tr></table></body></html>',
    )
    expect((await read(page, '台账.xls')).cells).toEqual([
      ['名称', '户数'],
      ['甲', '530302001001'],
    ])
  })
})

describe('files that cannot be read', () => {
  test.each([
    ['cut off', workbook({ 台账: sheetOf([['a']]) }).subarray(0, 3000)],
    [
      'a document of another kind',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<x/>') }),
    ],
    [
      'an old workbook that is all zeros',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(1016).fill(0)),
    ],
    ['an HTML page without a table', strToU8('<html><body>请登录</body></html>')],
  ])('%s: one error, no table', async (_, bytes) => {
    const { tables, problems } = await read(bytes)
    expect(tables).toEqual([])
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['file-unreadable', 'error']])
  })

  test('a workbook with a password says so', async () => {
    const locked = XLSX.CFB.utils.cfb_new() as object
    XLSX.CFB.utils.cfb_add(locked, '/EncryptedPackage', new Uint8Array(600))
    XLSX.CFB.utils.cfb_add(locked, '/EncryptionInfo', new Uint8Array(600))
    const bytes = new Uint8Array(XLSX.CFB.write(locked, { type: 'buffer' }) as ArrayLike<number>)
    expect((await read(bytes)).problems).toMatchObject([{ code: 'file-locked', severity: 'error' }])
  })

  test('a bomb is refused before it is unpacked', async () => {
    const bytes = workbook({ 台账: sheetOf([['a']]) }, {}, (parts) => {
      parts['xl/worksheets/sheet1.xml'] = new Uint8Array(20_000_000)
    })
    expect((await read(bytes)).problems).toMatchObject([{ code: 'archive-too-large', severity: 'error' }])
  })
})
