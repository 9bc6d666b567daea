import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { repository } from '../helpers/shared'

const home = mkdtempSync(join(tmpdir(), 'yikequan-'))
afterAll(() => rmSync(home, { recursive: true }))

type File = { readonly status: string; readonly tests: readonly string[] }

/** Runs the summary on a report of these files; null: there is no report. Answers its last line and exit code. */
function summary(files: readonly File[] | null, exitOfTests: number) {
  const path = join(home, files === null ? 'absent.json' : 'report.json')
  const testResults = files?.map(({ status, tests }, i) => ({
    name: `file-${i}.test.ts`,
    status,
    assertionResults: tests.map((each) => ({ status: each, fullName: ` a sentence that is ${each}` })),
  }))
  if (testResults) writeFileSync(path, JSON.stringify({ testResults }))
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(repository, '.ci', 'summary.mjs'), path, String(exitOfTests)],
    { encoding: 'utf8' },
  )
  const lines = stdout.trimEnd().split('\n')
  return { line: lines.at(-1), before: lines.slice(0, -1), status }
}

test('passed and skipped tests are counted, skipped ones named', () => {
  const files = [
    { status: 'passed', tests: ['passed', 'passed', 'skipped'] },
    { status: 'passed', tests: ['pending', 'todo'] },
  ]
  expect(summary(files, 0)).toEqual({
    line: '2 passed, 0 failed, 3 skipped',
    before: [
      'skipped: a sentence that is skipped',
      'skipped: a sentence that is pending',
      'skipped: a sentence that is todo',
    ],
    status: 0,
  })
})

test('a failed test fails the run', () => {
  expect(summary([{ status: 'failed', tests: ['passed', 'failed'] }], 1)).toMatchObject({
    line: '1 passed, 1 failed, 0 skipped',
    status: 1,
  })
})

test('a file that could not be loaded is one failure', () => {
  const files = [
    { status: 'failed', tests: [] },
    { status: 'passed', tests: ['passed'] },
  ]
  expect(summary(files, 1)).toMatchObject({ line: '1 passed, 1 failed, 0 skipped', status: 1 })
})

test('an error outside every test fails the run though no test failed', () => {
  expect(summary([{ status: 'passed', tests: ['passed'] }], 1)).toMatchObject({
    line: '1 passed, 1 failed, 0 skipped',
    status: 1,
  })
})

test('no report, or a report of nothing, is a failure', () => {
  expect(summary(null, 0)).toMatchObject({ line: '0 passed, 1 failed, 0 skipped', status: 1 })
  expect(summary([], 0)).toMatchObject({ line: '0 passed, 1 failed, 0 skipped', status: 1 })
})
