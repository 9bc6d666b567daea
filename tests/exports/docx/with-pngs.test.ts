import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { basisOf } from '../../../src/exports/basis'
import { docxReport } from '../../../src/exports/docx/report'
import { withPngs } from '../../../src/exports/docx/with-pngs'
import { area, pack, result, study, unit } from '../../helpers/tiny-study'

test('behind every picture a PNG takes the place of the metafile, at 200 dots to the inch, and the words stay', async () => {
  const placed = study({ areas: [area('a', { at: [103.8, 25.51] }), area('b', { at: [103.81, 25.51] })] })
  const report = await docxReport(basisOf({ study: placed, packs: [pack], results: [result({ units: [unit('a', { kind: 'area', state: 'unmet', shortfall: 1 }), unit('b', { kind: 'area' })] })] }))
  const asked: { width: number; height: number }[] = []
  const made = await withPngs(report, async (svg, size) => {
    expect(svg).toContain('<svg ')
    asked.push(size)
    return new Uint8Array([1, 2, 3])
  })
  const [before, after] = [unzipSync(report), unzipSync(made)]
  // 256 × 126 mm.
  expect(asked).toEqual([{ width: 2016, height: 992 }])
  expect(Object.keys(after).filter((name) => name.endsWith('.emf'))).toEqual([])
  const png = Object.keys(after).find((name) => name.endsWith('.png'))!
  expect([...after[png]!]).toEqual([1, 2, 3])
  expect(strFromU8(after['word/_rels/document.xml.rels']!)).toContain(`Target="${png.slice('word/'.length)}"`)
  expect(strFromU8(after['[Content_Types].xml']!)).toContain('Extension="png"')
  expect(strFromU8(after['word/document.xml']!)).toBe(strFromU8(before['word/document.xml']!))
  expect(strFromU8(after['customXml/item1.xml']!)).toBe(strFromU8(before['customXml/item1.xml']!))
})

test('a report without pictures is given back as it is', async () => {
  const report = await docxReport(basisOf({ study: study(), packs: [pack], results: [result({ units: [] })] }))
  expect(await withPngs(report, () => Promise.reject(new Error('never asked')))).toBe(report)
})
