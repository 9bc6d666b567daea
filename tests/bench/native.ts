/** Builds and runs a native twin when g++ is on the machine; null when it is not. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

export function native(name: string, args: readonly (string | number)[]): Record<string, number> | null {
  const here = process.env['BENCH_FOLDER'] ?? 'tests/bench'
  const folder = join(here, '../../.cache/bench')
  mkdirSync(folder, { recursive: true })
  const program = join(folder, `${name}-native`)
  if (spawnSync('g++', ['-O3', '-march=native', '-std=c++17', '-o', program, join(here, 'native', `${name}.cpp`)], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return null
  return JSON.parse(execFileSync(program, args.map(String), { encoding: 'utf8' })) as Record<string, number>
}
