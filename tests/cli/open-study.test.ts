import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStudy } from '../../src/cli/open-study'
import { packArchive } from '../../src/sources/archive'
import { file, folder, smallTown } from '../helpers/commands'

test('files in folders within and hidden files are no ledgers, on disk as in a zip', async () => {
  const disk = folder(smallTown)
  mkdirSync(join(disk, 'raw'))
  writeFileSync(join(disk, 'raw', 'facilities.csv'), smallTown['facilities.csv'])
  writeFileSync(join(disk, '.facilities.csv'), smallTown['facilities.csv'])
  const entries = Object.entries(smallTown).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  const packed = file('town.zip', packArchive([...entries, { name: 'raw/facilities.csv', bytes: new TextEncoder().encode(smallTown['facilities.csv']) }]))
  for (const path of [disk, packed]) expect((await openStudy(path)).study?.inputs.map((input) => input.file)).toEqual(['study.json', ...Object.keys(smallTown).filter((name) => name !== 'study.json').sort()])
})

test('a ledger that is a link to a file is read; a link to nothing is named', async () => {
  const disk = folder({ 'study.json': smallTown['study.json'] })
  symlinkSync(file('名册.csv', smallTown['areas.csv']), join(disk, 'areas.csv'))
  symlinkSync(join(disk, 'nowhere'), join(disk, 'facilities.csv'))
  const { study, problems } = await openStudy(disk)
  expect(study?.areas).toHaveLength(5)
  expect(problems[0]).toMatchObject({ code: 'file-unreadable', severity: 'error', at: { file: 'facilities.csv' } })
})

test('what the office recorded is in the base, as in the app; a unit that is gone is named', async () => {
  const stroke = (id: string, name: string) => [{ of: { kind: 'compound', id }, status: 'done', areaM2: 25, evidence: '2025-06', name }]
  const recorded = { ...smallTown, 'study.json': JSON.stringify({ ...(JSON.parse(smallTown['study.json']) as object), rectification: { version: 1, strokes: [stroke('C-1', '甲苑'), stroke('C-9', '旧苑')], done: 2, snapshots: [] } }) }
  const { study, problems } = await openStudy(folder(recorded))
  expect(study?.compounds.map(({ careAreaM2, done }) => [careAreaM2, done])).toEqual([[25, '2025-06']])
  expect(study?.base?.compounds[0]?.careAreaM2).toBe(20)
  expect(problems.find(({ code }) => code === 'edit-target-missing')?.detail).toBe('旧苑')
})
