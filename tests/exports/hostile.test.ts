import { expect, describe, test } from 'vitest'
import { productNamed } from '../../src/exports/products'
import { unguarded } from '../../src/exports/safe-text'
import { readCsv } from '../../src/sources/csv'
import { area } from '../helpers/tiny-study'
import { tinyBasis } from '../helpers/export-basis'
import { signsOfFormulas } from '../helpers/hostile'
import { converted, csvWithFormulas, hasOffice } from '../helpers/office'
import type { Basis } from '../../src/exports/basis'

/** A unit without a centre for each sign, with the sign in its name, in its id and in a column of its own. */
function hostileBasis(): Basis {
  const basis = tinyBasis()
  const [result] = basis.results
  const units = signsOfFormulas.map((sign, at) => area(`${sign}ID${at}`, { name: `${sign}1+${at}`, extra: { [`${sign}列`]: `${sign}SUM(A1)`, 负数: String(-at - 1) } }))
  const unmet = units.map(({ id, name }) => ({ ...result!.units[1]!, id, name }))
  const study = { ...basis.study, areas: [...basis.study.areas, ...units] }
  return { ...tinyBasis(), study, results: [{ ...result!, units: [...result!.units, ...unmet] }], rectification: units.map(({ id, name }) => ({ ...basis.rectification[0]!, unit: id, name, required: 3, provided: 5, shortfall: -2 })) }
}

const made = (id: string): Promise<Uint8Array> => productNamed(id)!.make(hostileBasis(), { extra: true })

describe('names that a spreadsheet would run', () => {
  test.each(['csv-list', 'csv-units', 'csv-clauses'])('%s: no text begins with a sign, and every name comes back', async (id) => {
    const [table] = readCsv({ name: 'x.csv', bytes: await made(id) }).tables
    const cells = table!.rows.flatMap(({ cells }) => cells).filter((cell) => typeof cell === 'string')
    // Of all that begins with a sign only plain negative numbers are left.
    expect(cells.filter((cell) => /^(?:[\s\u200b\ufeff]|[^\u0020-\u{10ffff}])*[=+\-@＝＋－＠]/u.test(cell) && !/^-\d+(\.\d+)?$/.test(cell))).toEqual([])
    expect(cells.some((cell) => /^-\d/.test(cell))).toBe(id !== 'csv-units')
    const names = new Set(cells.map(unguarded))
    // Line ends within a cell are told as one kind.
    if (id !== 'csv-clauses') expect(signsOfFormulas.filter((sign, at) => !names.has(`${sign}1+${at}`.replace(/\r/g, '\n')))).toEqual([])
  })

  const formulasIn = (files: ReadonlyMap<string, string>): string[] => [...files.values()].flatMap((text) => [...text.matchAll(/table:formula="([^"]*)"/g)].map((match) => match[1]!))

  test.skipIf(!hasOffice)('the workbook, opened by LibreOffice, holds no formula but ours (needs soffice: else skipped)', { timeout: 180_000 }, async () => {
    const formulas = formulasIn(converted('清单.xlsx', await made('xlsx'), 'fods'))
    expect(formulas.map((formula) => formula.replace(/\(.*/, ''))).toEqual(['of:=COUNTIFS', 'of:=SUMIFS'])
  })

  test.skipIf(!hasOffice)('the list as CSV, opened by LibreOffice with formulas allowed, holds none; the same names unguarded would run (needs soffice: else skipped)', { timeout: 180_000 }, async () => {
    const bytes = await made('csv-list')
    expect(formulasIn(converted('清单.csv', bytes, 'fods', csvWithFormulas))).toEqual([])
    const open = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll("'=", '='))
    expect(formulasIn(converted('清单.csv', open, 'fods', csvWithFormulas)).length).toBeGreaterThan(0)
  })
})
