import { read } from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { workbookBytes, type SheetCell } from '../../src/exports/workbook'
import { signsOfFormulas } from '../helpers/hostile'

const sheet = (rows: readonly (readonly SheetCell[])[], more = {}) => ({ name: '甲', columns: [{ width: 10 }, { width: 20 }], rows, frozenRows: 1, ...more })
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name]!)

describe('a workbook', () => {
  test('keeps its header in sight, filters it, and prints it on every A4 page across', async () => {
    const bytes = await workbookBytes([sheet([[{ value: '名称', look: 'header' }, { value: '缺口', look: 'header' }], [{ value: '甲' }, { value: 1.5, format: 'few' }]], { filteredRows: 1, print: { header: '&C清单', footer: '&R第 &P 页', columns: 1 } })])
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<autoFilter ref="A1:B2"/>')
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    const { Workbook } = read(bytes, { type: 'array' })
    expect(Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref])).toEqual([['_xlnm._FilterDatabase', "'甲'!$A$1:$B$2"], ['_xlnm.Print_Area', "'甲'!$A:$A"], ['_xlnm.Print_Titles', "'甲'!$1:$1"]])
  })

  test('shows numbers, shares and days as such, and keeps the numbers whole', async () => {
    const cells: SheetCell[] = [{ value: 190.123456789, format: 'few' }, { value: 0.9149, format: 'share' }, { value: 45658, format: 'days' }, { value: 12345, format: 'whole' }]
    const { Sheets } = read(await workbookBytes([{ ...sheet([cells]), columns: cells.map(() => ({ width: 9 })) }]), { type: 'array', cellNF: true })
    expect(['A1', 'B1', 'C1', 'D1'].map((at) => Sheets['甲']![at])).toMatchObject([{ t: 'n', v: 190.123456789, z: '#,##0.0#' }, { v: 0.9149, z: '0.0%' }, { v: 45658, z: 'yyyy\\-mm\\-dd', w: '2025-01-01' }, { v: 12345, z: '#,##0', w: '12,345' }])
  })

  test('gives back every text as it was, whatever it holds', async () => {
    const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('_x0041_', '_x005F_x0041_', ' 前后 ', '第一行\n第二行', '<b>&"\'', '\ud800', '\u0000\u0001\u000b')), { minLength: 1, maxLength: 20 }).map((all) => all.map((text) => text.replace(/\r/g, '')).filter((text) => text !== ''))
    await fc.assert(
      fc.asyncProperty(texts, async (written) => {
        const { Sheets } = read(await workbookBytes([sheet(written.map((value) => [{ value }]))]), { type: 'array' })
        expect(written.map((_, at) => String(Sheets['甲']![`A${at + 1}`]?.v ?? ''))).toEqual(written)
      }),
      { numRuns: 60 },
    )
  })

  test.each(signsOfFormulas)('writes %j as text that stays text when the cell is edited, never as a formula', async (sign) => {
    const bytes = await workbookBytes([sheet([[{ value: `${sign}1+1` }]])])
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toContain('<f>')
    const style = Number(/<c r="A1" s="(\d+)" t="s">/.exec(xml)?.[1])
    expect(partOf(bytes, 'xl/styles.xml').match(/<cellXfs[^]*<\/cellXfs>/)![0].match(/<xf [^>]*>/g)![style]).toContain('quotePrefix="1"')
    expect(read(bytes, { type: 'array' }).Sheets['甲']!['A1']).toMatchObject({ t: 's' })
  })

  test('is the same to the byte, and asks for no worker however large it is', async () => {
    const worker = vi.fn(() => {
      throw new Error('the pages allow none')
    })
    vi.stubGlobal('Worker', worker)
    const rows = Array.from({ length: 6000 }, (_, at): SheetCell[] => [{ value: `小区${at}` }, { value: at / 7 }])
    const [first, second] = [await workbookBytes([sheet(rows)]), await workbookBytes([sheet(rows)])]
    vi.unstubAllGlobals()
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
    expect(unzipSync(first)['xl/worksheets/sheet1.xml']!.length).toBeGreaterThan(160_000)
    expect(worker).not.toHaveBeenCalled()
  })
})

