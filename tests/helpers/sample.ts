/** The sample town as the program reads it, once per test file. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readStudy } from '../../src/model/read-study'
import type { Study } from '../../src/model/study'
import { repository } from './shared'

export async function sampleStudy(): Promise<Study> {
  const folder = join(repository, 'data/samples/yunling')
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())
  const { study } = await readStudy(names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })))
  if (!study) throw new Error('the sample town cannot be read')
  return study
}
