import { read, utils, write, type WorkBook } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Basis } from '../../src/exports/basis'
import { products, productNamed } from '../../src/exports/products'
import { readBack } from '../../src/exports/read-back'
import { jsonText, resultFile } from '../../src/exports/result-json'
import { openDatabase } from '../../src/exports/sqlite'
import { stampOf } from '../../src/exports/stamp'
import { checkBasis, checkStamp, type Difference } from '../../src/exports/verify'
import { sampleBasis, tinyBasis } from '../helpers/export-basis'

const made = (id: string, basis: Basis): Promise<Uint8Array> => productNamed(id)!.make(basis, { extra: true })

/** By the stamp alone, and against the basis. */
async function verified(id: string, bytes: Uint8Array, basis: Basis): Promise<{ readonly alone: readonly Difference[]; readonly against: readonly Difference[] }> {
  const found = await readBack(`文件.${productNamed(id)?.extension ?? 'json'}`, bytes)
  if (!found?.stamp) throw new Error('no stamp')
  return { alone: checkStamp(found), against: await checkBasis(found, productNamed(id) ?? null, basis) }
}

/** As another program leaves the workbook: values and formulas kept, looks lost. */
const resaved = (bytes: Uint8Array, change: (book: WorkBook) => void): Uint8Array => {
  const book = read(bytes, { type: 'array', cellFormula: true, cellNF: true })
  change(book)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}
const cellAt = (book: WorkBook, sheet: string, column: string, row: number): string => {
  const head = utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1 })[0]!
  return utils.encode_cell({ r: row - 1, c: head.indexOf(column) })
}

describe('a product that nobody touched', () => {
  test.each(products.filter(({ id }) => id !== 'docx').map(({ id }) => id))('%s of the small town is equal, alone and against the study', async (id) => {
    expect(await verified(id, await made(id, tinyBasis()), tinyBasis())).toEqual({ alone: [], against: [] })
  })

  test.each(products.map(({ id }) => id))('%s of the sample town is equal, alone and against the study', { timeout: 120_000 }, async (id) => {
    const basis = await sampleBasis()
    expect(await verified(id, await made(id, basis), basis)).toEqual({ alone: [], against: [] })
  })
})

describe('a workbook', () => {
  let basis: Basis
  let bytes: Uint8Array
  beforeAll(async () => {
    basis = await sampleBasis()
    bytes = await made('xlsx', basis)
  })

  test('saved by another program says the same', async () => {
    expect(await verified('xlsx', resaved(bytes, () => undefined), basis)).toEqual({ alone: [], against: [] })
  })

  test('with one number changed: sheet, row and column are named, with what should stand there where the study is at hand', async () => {
    let was: unknown
    const tampered = resaved(bytes, (book) => {
      const cell = book.Sheets['整改清单']![cellAt(book, '整改清单', '缺口', 40)] as { v: number; w?: string }
      was = cell.v
      cell.v = 0.5
      delete cell.w
    })
    const { alone, against } = await verified('xlsx', tampered, basis)
    expect(alone).toEqual([{ kind: 'changed', table: '整改清单', rows: [40], columns: ['缺口'], more: 0 }])
    expect(against).toEqual([{ kind: 'value', table: '整改清单', row: 40, column: '缺口', expected: was, found: 0.5 }])
  })

  test('with its rows sorted otherwise says the same', async () => {
    const sorted = resaved(bytes, (book) => {
      const [head = [], ...rows] = utils.sheet_to_json<unknown[]>(book.Sheets['条款汇总']!, { header: 1 })
      book.Sheets['条款汇总'] = utils.aoa_to_sheet([head, ...rows.reverse()])
    })
    expect(await verified('xlsx', sorted, basis)).toEqual({ alone: [], against: [] })
  })

  test('with a formula of somebody else’s: its column is named, though it gives the same number', async () => {
    const tampered = resaved(bytes, (book) => {
      const cell = book.Sheets['整改清单']![cellAt(book, '整改清单', '已有', 12)] as { v: number; f?: string }
      cell.f = `${cell.v}+0`
    })
    expect(await verified('xlsx', tampered, basis)).toEqual({ alone: [{ kind: 'formula', table: '整改清单', column: '已有' }], against: [{ kind: 'formula', table: '整改清单', column: '已有' }] })
  })

  test('with a row and a sheet taken away: both are named', async () => {
    const tampered = resaved(bytes, (book) => {
      const rows = utils.sheet_to_json<unknown[]>(book.Sheets['条款汇总']!, { header: 1 })
      book.Sheets['条款汇总'] = utils.aoa_to_sheet(rows.filter((_, at) => at !== 3))
      book.SheetNames.splice(book.SheetNames.indexOf('问题'), 1)
      delete book.Sheets['问题']
    })
    const { alone, against } = await verified('xlsx', tampered, basis)
    expect(alone).toMatchObject([{ kind: 'changed', table: '条款汇总', more: -1 }, { kind: 'table-missing', table: '问题' }])
    expect(against.map(({ kind }) => kind)).toEqual(['row-missing', 'table-missing'])
  })

  test('made from ledgers that have changed since: the file is named that is another', async () => {
    const [first, ...rest] = basis.study.inputs
    const other = { ...basis, study: { ...basis.study, inputs: [{ ...first!, sha256: 'ab' }, ...rest] } }
    const { against } = await verified('xlsx', bytes, other)
    expect(against.filter(({ kind }) => kind === 'input')).toEqual([{ kind: 'input', what: 'input', name: first!.file, expected: first!.sha256, found: 'ab' }])
  })
})

describe('other products with one thing changed', () => {
  const basis = tinyBasis()

  test('CSV: row and column are named; saved by Excel in the office’s encoding it says the same', async () => {
    const text = new TextDecoder().decode(await made('csv-list', basis))
    const tampered = strToU8(text.replace('乙社区,T-1', '丁社区,T-1'))
    expect((await verified('csv-list', tampered, basis)).alone).toEqual([{ kind: 'changed', table: '整改清单', rows: [2], columns: ['单元名称'], more: 0 }])
    expect((await verified('csv-list', tampered, basis)).against).toEqual([{ kind: 'value', table: '整改清单', row: 2, column: '单元名称', expected: '乙社区', found: '丁社区' }])
    expect(await verified('csv-list', strToU8(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')), basis)).toEqual({ alone: [], against: [] })
  })

  test('GeoJSON: layer and property are named', async () => {
    const file = JSON.parse(new TextDecoder().decode(await made('geojson', basis))) as { features: { properties: Record<string, unknown> }[] }
    file.features.find(({ properties }) => properties['name'] === '乙社区')!.properties['households'] = 81
    const { alone, against } = await verified('geojson', strToU8(JSON.stringify(file)), basis)
    expect(alone).toEqual([{ kind: 'changed', table: 'areas', rows: [3], columns: ['households'], more: 0 }])
    expect(against).toEqual([{ kind: 'value', table: 'areas', row: 3, column: 'households', expected: 80, found: 81 }])
  })

  test('GeoPackage: layer, row and column are named', async () => {
    const db = await openDatabase(await made('gpkg', basis))
    db.run(`UPDATE "整改清单" SET "整改状态" = '已完成' WHERE fid = 2`)
    const { alone, against } = await verified('gpkg', db.finish(), basis)
    expect(alone).toEqual([{ kind: 'changed', table: '整改清单', rows: [2], columns: ['整改状态'], more: 0 }])
    expect(against).toEqual([{ kind: 'value', table: '整改清单', row: 2, column: '整改状态', expected: '未整改', found: '已完成' }])
  })

  test('the result file: the hash says so alone, the path is named against the study', async () => {
    const whole = { ...resultFile(basis.version, basis.study, basis.options, basis.results), rectification: basis.rectification, stamp: stampOf(basis, 'json') }
    expect(await verified('json', strToU8(jsonText(whole)), basis)).toEqual({ alone: [], against: [] })
    const tampered = strToU8(jsonText(whole).replace('"shortfall": 2,', '"shortfall": 3,'))
    const { alone, against } = await verified('json', tampered, basis)
    expect(alone).toMatchObject([{ kind: 'input', what: 'results' }])
    expect(against).toEqual([{ kind: 'value', table: '', row: null, column: 'results[0].shortfall', expected: 2, found: 3 }])
  })

  test('the report: the paragraph is named', { timeout: 120_000 }, async () => {
    const parts = unzipSync(await made('docx', basis))
    const xml = strFromU8(parts['word/document.xml']!)
    expect(xml).toContain('>乙社区<')
    const { alone, against } = await verified('docx', zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace('>乙社区<', '>戊社区<')) }), basis)
    expect(alone).toMatchObject([{ kind: 'changed', table: 'document', columns: ['text'], more: 0 }])
    expect(against).toMatchObject([{ kind: 'row-missing', names: '乙社区' }, { kind: 'row-added', names: '戊社区' }])
  })
})

test.each([['no file of ours', strToU8('a,b\n1,2\n')], ['an empty file', new Uint8Array()], ['noise', Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) & 255)], ['a broken archive', strToU8('PK\u0003\u0004 …')], ['JSON without a stamp', strToU8('{"a":1}')]])('%s has no stamp and throws nothing', async (_, bytes) => {
  expect((await readBack('x', bytes))?.stamp ?? null).toBeNull()
})
