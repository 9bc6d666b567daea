/** A study written as the files of a folder, read by the program itself. */
import { readStudy } from '../../src/model/read-study'
import type { Study } from '../../src/model/study'

/** Texts by file name; study.json is added with the data date 2025-12-31 unless given. */
export async function studyOfFiles(files: Readonly<Record<string, string>>): Promise<Study> {
  const all = { 'study.json': JSON.stringify({ name: '手写', asOf: '2025-12-31', policies: [], version: 1 }), ...files }
  const { study, problems } = await readStudy(Object.entries(all).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })))
  if (!study) throw new Error(problems.map(({ code }) => code).join(', '))
  return study
}
