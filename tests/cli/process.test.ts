/** The commands as people start them: few, because each is a process. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { file, folder, noise, smallTown } from '../helpers/commands'
import { repository } from '../helpers/shared'

const yikequan = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, 'bin', 'yikequan.mjs'), ...args], { encoding: 'utf8', maxBuffer: 1e9 })
  return { status, stdout, stderr }
}

test('evaluate, reach and inspect end with 0 and say nothing on stderr of a sound study', () => {
  const study = folder({ ...smallTown, 'study.json': smallTown['study.json'] })
  const evaluated = yikequan('evaluate', study, '--json', '-')
  expect([evaluated.status, evaluated.stderr, (JSON.parse(evaluated.stdout) as { study: string }).study]).toEqual([0, '', '小城'])
  const reached = yikequan('reach', study, '--metres', '500')
  expect([reached.status, reached.stderr, reached.stdout.includes('≤ 500 m')]).toEqual([0, '', true])
  const inspected = yikequan('inspect', join(study, 'areas.csv'))
  expect([inspected.status, inspected.stdout.includes('areas.csv')]).toEqual([0, true])
})

test('a result of megabytes goes whole through a pipe', () => {
  const sample = join(repository, 'data', 'samples', 'yunling')
  const { status, stdout } = yikequan('evaluate', sample, '--json', '-')
  expect([status, stdout.endsWith('}\n'), stdout.length > 500_000]).toEqual([0, true, true])
  const out = join(folder({}), 'out.json')
  expect([yikequan('evaluate', sample, '--json', out).status, readFileSync(out, 'utf8') === stdout]).toEqual([0, true])
})

test.each([
  ['evaluate', folder({})],
  ['reach', file('town.bin', noise)],
  ['inspect', file('台账.bin', noise)],
  ['inspect', file('台账.csv', '')],
])('%s of what cannot be used is 1, one sentence, no stack', (command, path) => {
  const { status, stdout, stderr } = yikequan(command, path)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^[^\n]+ · [A-Z][^\n]+\n$/)
})
