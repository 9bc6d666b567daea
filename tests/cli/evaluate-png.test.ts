import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { evaluate } from '../../src/cli/evaluate'
import { verify } from '../../src/cli/verify'
import { openRaster } from '../../src/cli/raster'
import { pngWith, readPng } from '../../src/exports/png'
import { readStamp } from '../../src/exports/stamp'
import { said } from '../helpers/commands'
import { sampleTown } from '../helpers/shared'

const folder = mkdtempSync(join(tmpdir(), 'yikequan-png-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const raster = await openRaster()

test('a computer without a Chinese font draws no picture with empty names', async () => {
  expect(await openRaster([folder])).toBeNull()
})

describe.skipIf(raster === null)('with a Chinese font (needs one on this computer: else skipped)', () => {
  const square = (text: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">${text}</svg>`

  test('an inch is 300 pixels', () => {
    const { width, height } = readPng(raster!(square(''), 300))!
    expect([width, height]).toEqual([300, 150])
  })

  test('Chinese names are drawn, and different names differently', () => {
    const named = (name: string): string => Buffer.from(raster!(square(`<text x="4" y="30" font-size="20">${name}</text>`), 96)).toString('base64')
    expect(new Set([named(''), named('云岭'), named('曲靖')]).size).toBe(3)
  })

  test('evaluate --png writes charts and maps at 300 dpi, each with its stamp', { timeout: 240_000 }, async () => {
    const { code } = await said(evaluate, sampleTown()!, '--policy', 'qujing-2023', '--png', join(folder, 'pictures'))
    expect(code).toBe(0)
    expect(readdirSync(join(folder, 'pictures'))).toEqual(expect.arrayContaining(['各文件条款判定.png', '地图：QJ-12 城市社区居家养老服务中心覆盖率.png']))
    const { width, height, pixelsPerMetre, texts } = readPng(readFileSync(join(folder, 'pictures', '地图：QJ-12 城市社区居家养老服务中心覆盖率.png')))!
    // A4: 297 mm at 300 dpi.
    expect([Math.abs(width - 3508) <= 2, Math.abs(height - 2480) <= 2, pixelsPerMetre]).toEqual([true, true, 11811])
    expect(readStamp(texts.yikequan!)).toMatchObject({ product: 'png', asOf: '2025-12-31' })

    const chart = join(folder, 'pictures', '各文件条款判定.png')
    expect((await said(verify, chart)).code).toBe(0)
    // The stamp of one picture under another.
    const forged = join(folder, 'forged.png')
    writeFileSync(forged, pngWith(raster!(square(''), 300), { dpi: 300, texts: readPng(readFileSync(chart))!.texts }))
    expect((await said(verify, forged)).code).toBe(1)
  })
})
