/** `npm run kills`: a hundred kills instead of the few of every test run; some seven minutes. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/browser/kills.test.ts'], { stdio: 'inherit', env: { ...process.env, YIKEQUAN_KILLS: process.env.YIKEQUAN_KILLS ?? '100' } })
process.exitCode = status ?? 1
