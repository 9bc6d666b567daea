/** Sums up Vitest's JSON report: what was skipped, what failed, then the one line. Exits non-zero on any failure. */
import { existsSync, readFileSync } from 'node:fs'

const [path, status] = process.argv.slice(2)
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] }
const tests = report.testResults.flatMap((file) => file.assertionResults.map((test) => ({ file: file.name, ...test })))
const named = (...states) => tests.filter((test) => states.includes(test.status))

const passed = named('passed')
const skipped = named('pending', 'skipped', 'todo', 'disabled')
const failed = named('failed')
// A file that could not be loaded has no tests to count: it is one failure by itself.
const broken = report.testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
)

for (const test of skipped) console.log(`skipped: ${test.fullName.trim()}`)
for (const test of failed) console.log(`failed: ${test.fullName.trim()} (${test.file})`)
for (const file of broken) console.log(`failed to load: ${file.name}`)

// The run itself may fail with no failed test: no browser, an error outside any test, no report.
const counted = failed.length + broken.length
const failures = counted === 0 && (Number(status) !== 0 || passed.length === 0) ? 1 : counted
console.log(`${passed.length} passed, ${failures} failed, ${skipped.length} skipped`)
process.exitCode = failures === 0 ? 0 : 1
