import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Basis } from '../../src/exports/basis'
import { gpkg, systemOf } from '../../src/exports/geopackage'
import { geometryBytes } from '../../src/exports/geopackage-geometry'
import { basisFor } from '../../src/exports/products'
import { openDatabase } from '../../src/exports/sqlite'
import { judge } from '../../src/indicators/judge'
import type { InputFile } from '../../src/model/study'
import { freshSample, sampleBasis, tinyBasis } from '../helpers/export-basis'
import { hasGdal } from '../helpers/office'
import { riverStreets, riverTown } from '../helpers/river-town'
import { clauseOf } from '../helpers/town'
import { onStreets } from '../helpers/walk-study'

const input = (crs: string | null): InputFile => ({ file: 'a.csv', sha256: '', bytes: 0, rows: 0, encoding: null, crs })

describe('a GeoPackage', () => {
  test('says that it is one, and has every unit, compound, facility and item, those without a position too', async () => {
    const basis = tinyBasis()
    const db = await openDatabase(await gpkg.make(basis, { extra: true }))
    expect(db.rows('PRAGMA application_id')).toEqual([[0x47504b47]])
    expect(db.rows('SELECT table_name, data_type FROM gpkg_contents ORDER BY rowid')).toEqual([['单元', 'features'], ['小区', 'features'], ['设施', 'features'], ['整改清单', 'features'], ['规范距离圈', 'features'], ['条款汇总', 'attributes'], ['单元表-社区', 'attributes'], ['参数', 'attributes'], ['layer_styles', 'attributes'], ['印记', 'attributes']])
    expect(db.rows('SELECT "单元名称", geom IS NULL, "T-1" FROM "单元" ORDER BY fid')).toEqual([['东街道', 1, null], ['甲社区', 0, '达标'], ['乙社区', 1, '未达标'], ['丙社区', 1, '未达标']])
    expect(db.rows('SELECT "设施名称", geom IS NULL, "建筑面积" FROM "设施" ORDER BY fid')).toEqual([['甲站', 0, 310.5], ['乙站', 1, null]])
    expect(db.rows(`SELECT name, description FROM gpkg_data_columns WHERE table_name = '设施' AND column_name = '建筑面积'`)).toEqual([['建筑面积（m²）', '建筑面积']])
    // Of the one that operates and of all together, at 10 and 15 minutes.
    expect(db.rows('SELECT "距离", "设施名称" FROM "规范距离圈" ORDER BY fid')).toEqual([[500, '全部设施合起来'], [500, '甲站'], [1000, '全部设施合起来'], [1000, '甲站']])
  })

  test('with streets it has the walks, and the people on whom circle and walk disagree as a layer', async () => {
    const { pack } = clauseOf('QJ-16')
    const study = onStreets(riverTown, riverStreets())
    const db = await openDatabase(await gpkg.make(basisFor(gpkg, { study, packs: [pack], options: {}, results: judge(study, [pack]) }), { extra: true }))
    expect(db.rows(`SELECT table_name, data_type FROM gpkg_contents WHERE table_name LIKE '圈步%' OR table_name = '老年步行圈' ORDER BY rowid`)).toEqual([['圈步不一致', 'features'], ['老年步行圈', 'features'], ['圈步不一致-单元', 'attributes']])
    expect(db.rows(`SELECT "人口点", "步行距离", geom IS NULL FROM "圈步不一致" WHERE "条款" = 'QJ-16' ORDER BY fid`)).toEqual([['c', 800, 0], ['b', 2200, 0]])
  })

  test('keeps a place as longitude before latitude, in doubles', () => {
    const bytes = geometryBytes({ type: 'Point', coordinates: [103.5, 25.25] }, 4490)
    const view = new DataView(bytes.buffer)
    expect([String.fromCharCode(bytes[0]!, bytes[1]!), view.getInt32(4, true), view.getInt32(9, true), view.getFloat64(13, true), view.getFloat64(21, true), bytes.length]).toEqual(['GP', 4490, 1, 103.5, 25.25, 29])
  })

  test('is in CGCS2000 where a ledger came in it, else in WGS84', () => {
    const of = (...systems: readonly (string | null)[]): number => systemOf({ study: { ...tinyBasis().study, inputs: systems.map(input) } })
    expect([of('EPSG:4490'), of('EPSG:4326', 'EPSG:4544'), of('EPSG:4326'), of(null), of('EPSG:2414'), of()]).toEqual([4490, 4490, 4326, 4326, 4326, 4326])
  })

  test('is the same to the byte every time', async () => {
    const [first, second] = [await gpkg.make(await sampleBasis(), { extra: true }), await gpkg.make(await freshSample(), { extra: true })]
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
  })

  test('without a single position it is still one', async () => {
    const nowhere: Basis = tinyBasis({ areas: [], facilities: [], compounds: [] })
    const db = await openDatabase(await gpkg.make({ ...nowhere, rectification: [] }, { extra: true }))
    expect(db.rows('SELECT count(*) FROM "单元"')).toEqual([[0]])
  })

  test.skipIf(!hasGdal)('opens in GDAL with its layers, counts, system and Chinese names (needs ogrinfo: else skipped)', async () => {
    const basis = await sampleBasis()
    const folder = mkdtempSync(join(tmpdir(), 'yikequan-gpkg-'))
    try {
      const file = join(folder, 'a.gpkg')
      writeFileSync(file, await gpkg.make(basis, { extra: true }))
      const ogrinfo = (...args: readonly string[]): string => {
        const { stdout, stderr, status } = spawnSync('ogrinfo', ['-ro', ...args], { encoding: 'utf8' })
        expect([status, stderr]).toEqual([0, ''])
        return stdout
      }
      const counts = { 单元: basis.study.areas.length, 小区: basis.study.compounds.length, 设施: basis.study.facilities.length, 整改清单: basis.rectification.length, 条款汇总: basis.results.length }
      for (const [layer, count] of Object.entries(counts)) {
        const said = ogrinfo('-so', file, layer)
        expect(said).toContain(`Layer name: ${layer}`)
        expect(said).toContain(`Feature Count: ${count}\n`)
        if (layer !== '条款汇总') expect(said).toContain('ID["EPSG",4490]')
      }
      expect(ogrinfo('-so', file, '小区')).toMatch(/Geometry: Point[^]*小?[^]*已配面积: Real/)
      expect(ogrinfo('-q', file, '设施', '-fid', '1')).toContain(`设施名称 (String) = ${basis.study.facilities[0]!.name}`)
      expect(ogrinfo('-q', file, '-sql', 'SELECT COUNT(*) AS n FROM "单元" WHERE ST_IsEmpty(geom) OR NOT ST_MinX(geom) BETWEEN 103 AND 104')).toContain('n (Integer) = 0')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
