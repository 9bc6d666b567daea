import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildEmbed } from '../../bin/build-embed.mjs'
import { publishedFolder } from '../../src/saved/published-folder'
import { countyOf, publicationOf } from '../helpers/publication'
import { repository } from '../helpers/shared'

test('code and data of a county of 300 facilities and 200 units come packed to less than 450 KB', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yikequan-embed-'))
  await buildEmbed(repository, folder)
  const embed = new Map(readdirSync(join(folder, 'embed')).map((name) => [name, new Uint8Array(readFileSync(join(folder, 'embed', name)))]))
  rmSync(folder, { recursive: true, force: true })
  const { published } = publicationOf(countyOf(10, 19, 300), { publicPhones: true })
  expect([published.facilities.length, published.units.length]).toEqual([300, 201])
  const files = publishedFolder(published, embed)
  expect(files.map(({ name }) => name).sort()).toEqual(['embed.css', 'embed.js', 'index.html', 'map.js', 'published.js'])
  const packed = files.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0)
  expect(packed).toBeLessThan(450 * 1024)
  // Plain scripts: a module would need an origin, a fetch an answer from one.
  for (const name of ['embed.js', 'map.js']) expect(Buffer.from(embed.get(name)!).toString()).not.toMatch(/\bimport\(|\bfetch\(|XMLHttpRequest|localStorage|indexedDB|new Worker/)
})
